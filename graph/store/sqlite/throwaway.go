package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Throwaway opens an empty store that is gone when it is closed: for what is tried and not kept.
func Throwaway(ctx context.Context, o *ontology.Ontology) (store.Store, error) {
	dir, err := os.MkdirTemp("", "councilgraph-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for a store that is not kept: %w", err)
	}
	s, err := Open(ctx, filepath.Join(dir, "graph.db"), o)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return throwaway{s, dir}, nil
}

type throwaway struct {
	*Store
	dir string
}

func (t throwaway) Close() error { return errors.Join(t.Store.Close(), os.RemoveAll(t.dir)) }
