package sqlite

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"councilgraph/graph/ontology"
)

// OpenReadOnly opens the file of a store to read it alone: it needs no right to write the file or its folder. What would write says that it
// cannot. Where the folder cannot be written, nobody may write the file meanwhile.
func OpenReadOnly(ctx context.Context, file string, o *ontology.Ontology) (*Store, error) {
	fail := func(err error) (*Store, error) { return nil, fmt.Errorf("open the store %s to read: %w", file, err) }
	if _, err := os.Stat(file); err != nil {
		return fail(errors.New("it is not there, or cannot be read"))
	}
	if err := inspect(file); err != nil {
		return fail(err)
	}
	s := &Store{o: o, writer: make(chan conn), closed: make(chan struct{}), readOnly: true, there: inPlace(file)}
	name := file
	open := func() error {
		if err := s.openAll(name); err != nil {
			return err
		}
		if _, err := s.Count(ctx); err != nil {
			return errors.Join(err, s.closeAll())
		}
		return nil
	}
	err := open()
	if err != nil && ctx.Err() == nil { // the log beside the file cannot be made: without writers there is none
		absolute, _ := filepath.Abs(file)
		name = (&url.URL{Scheme: "file", Path: absolute, RawQuery: "immutable=1"}).String()
		err = open()
	}
	if err != nil {
		return fail(err)
	}
	return s, nil
}

// errReadOnly says why a store that is only read cannot be written.
var errReadOnly = errors.New("the store is opened to be read only")
