// Command bench measures the program on its stores side by side with hand-written Cypher over the bare driver, each a server of its own,
// on the same made-up documents and the same machine, and prints a table of ratios:
//
//	go run ./bench                                   SQLite alone
//	go run ./bench -neo4j bolt://127.0.0.1:7687      and Neo4j, in a database of its own, which must be empty
//
// Figures move with the machine and with what else runs on it; ratios of one run hold. Targets take turns, slice by slice, and each
// figure is the median of the rounds.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/neo4j"
	"councilgraph/graph/store/sqlite"
	"councilgraph/graph/store/storetest"
)

type options struct {
	documents, together, clients, rounds int
	slice                                time.Duration
	schema, neo4j, only, floor           string
}

func main() {
	var o options
	flag.IntVar(&o.documents, "documents", 1000, "how many documents of 100 relations are made and loaded")
	flag.IntVar(&o.together, "together", 100, "how many documents a transaction writes")
	flag.IntVar(&o.clients, "clients", 16, "how many clients ask at once")
	flag.IntVar(&o.rounds, "rounds", 5, "how often the targets take turns")
	flag.DurationVar(&o.slice, "slice", 2*time.Second, "how long a turn lasts")
	flag.StringVar(&o.schema, "schema", "schema.graphqls", "the ontology")
	flag.StringVar(&o.neo4j, "neo4j", "", "the URL of a server with an empty database; user and password from NEO4J_USERNAME and NEO4J_PASSWORD")
	flag.StringVar(&o.only, "only", "", "the letters of the questions to ask, with commas; all where empty")
	flag.StringVar(&o.floor, "floor", "", "serve the hand-written Cypher over this URL, and nothing else")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	if o.floor != "" {
		return serveFloor(ctx, o.floor)
	}
	text, err := os.ReadFile(o.schema)
	if err != nil {
		return fmt.Errorf("read the ontology: %w: run it from the project's folder, or name the file by -schema", err)
	}
	ont, err := ontology.Read(o.schema, string(text))
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := &bench{options: o, dir: dir, documents: storetest.Hubs(ont, nil, o.documents)}
	defer b.stop()
	if err := b.build(ctx); err != nil {
		return err
	}
	if o.neo4j != "" {
		s, err := neo4j.Open(ctx, o.neo4j, os.Getenv("NEO4J_USERNAME"), os.Getenv("NEO4J_PASSWORD"), ont)
		if err != nil {
			return err
		}
		if err := errors.Join(b.load(ctx, "Neo4j", s), s.Close(), b.startFloor(), b.start("Neo4j", o.neo4j)); err != nil {
			return err
		}
	}
	file := filepath.Join(dir, "bench.db")
	s, err := sqlite.Open(ctx, file, ont)
	if err != nil {
		return err
	}
	if err := errors.Join(b.load(ctx, "SQLite", s), s.Close(), b.start("SQLite", "sqlite:"+file)); err != nil {
		return err
	}
	return b.measure(parameters(b.documents))
}

// load writes the documents and says how fast.
func (b *bench) load(ctx context.Context, name string, s store.Store) error {
	held, err := s.Count(ctx)
	if err != nil || held.Nodes > 0 {
		return fmt.Errorf("load %s: it holds %d nodes already (%w): name an empty database", name, held.Nodes, err)
	}
	start, first := time.Now(), 0.0
	for i, part := range slices.Collect(slices.Chunk(b.documents, b.together)) {
		began := time.Now()
		if _, err := s.Write(ctx, part, store.WriteOptions{}); err != nil {
			return err
		}
		if i == 0 {
			first = time.Since(began).Seconds()
		}
	}
	took := time.Since(start).Seconds()
	if held, err = s.Count(ctx); err != nil {
		return err
	}
	fmt.Printf("%s: %d documents, %d nodes, %d relations, %d pieces of evidence loaded in %.1f s, the first %d documents in %.1f: %.0f relations/s\n",
		name, held.Reports, held.Nodes, held.Relations, held.Evidence, took, b.together, first, float64(held.Relations)/took)
	return nil
}

// parameters are the values of the questions' variables that the documents speak of, by kind.
func parameters(documents []store.Document) map[string][]string {
	values, seen := map[string][]string{}, map[string]bool{}
	add := func(kind, value string) {
		if !seen[kind+value] {
			seen[kind+value] = true
			values[kind] = append(values[kind], value)
		}
	}
	for _, d := range documents {
		add("report", d.Report)
		for _, n := range d.Nodes {
			switch name := n.Names[0].Text; n.Type {
			case "Person":
				add("person", n.ID)
				add("text", strings.ToLower(strings.Fields(name)[0]))
			case "Court":
				add("court", name)
			}
		}
	}
	return values
}
