package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/neo4j"
	"councilgraph/graph/store/sqlite"
)

// checkCommand looks whether a store is whole.
type checkCommand struct{}

// backupCommand copies a store.
type backupCommand struct {
	File string `arg:"" help:"The new file."`
}

// healthCommand asks a server how it is: for containers, which have no other program to ask with.
type healthCommand struct {
	URL string `arg:"" optional:"" default:"http://127.0.0.1:8080" help:"The server. Default: ${default}."`
}

const healthTime = 5 * time.Second

func (c *cli) health(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, healthTime)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(c.Health.URL, "/")+"/readyz", nil)
	if err != nil {
		return fmt.Errorf("ask %s: it is no URL: write http://HOST:PORT", c.Health.URL)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return fmt.Errorf("ask %s: no server answers: %w", c.Health.URL, err)
	}
	defer response.Body.Close()
	state, err := io.ReadAll(io.LimitReader(response.Body, 1<<16))
	if err != nil {
		return fmt.Errorf("ask %s: %w", c.Health.URL, err)
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the server is not ready: %s", state)
	}
	_, err = c.stdout.Write(state)
	return err
}

// The two stores are not alike in what can be done to them from here: a Neo4j has tools of its own.

func (c *cli) check(ctx context.Context, s store.Store) error {
	checked, ok := s.(*sqlite.Store)
	if !ok {
		return errors.New("check is for SQLite stores: see neo4j-admin database check for a Neo4j's files")
	}
	wrong, err := checked.Check(ctx)
	for _, w := range wrong {
		fmt.Fprintln(c.stdout, w)
	}
	if err != nil {
		return err
	}
	if len(wrong) > 0 {
		return fmt.Errorf("%d things are wrong: restore a backup, or load the reports into a new store", len(wrong))
	}
	_, err = fmt.Fprintln(c.stdout, "the file is whole, and every node and relation is what the documents say")
	return err
}

func (c *cli) backup(ctx context.Context, s store.Store) error {
	copied, ok := s.(*sqlite.Store)
	if !ok {
		return errors.New("backup is for SQLite stores: see neo4j-admin database dump, or database backup of the Enterprise Edition")
	}
	if err := copied.Backup(ctx, c.Backup.File); err != nil {
		return err
	}
	_, err := fmt.Fprintln(c.stdout, "backed up to", c.Backup.File)
	return err
}

// openReadOnly opens the store that --store names, without the right to write it.
func (c *cli) openReadOnly(ctx context.Context, o *ontology.Ontology) (store.Store, error) {
	scheme, file, _ := strings.Cut(c.Store, ":")
	if scheme == "sqlite" {
		return sqlite.OpenReadOnly(ctx, file, o)
	}
	return neo4j.OpenReadOnly(ctx, c.Store, c.getenv("NEO4J_USERNAME"), c.getenv("NEO4J_PASSWORD"), o)
}
