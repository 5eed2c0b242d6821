// Command bench measures the stores side by side with hand-written Cypher over the bare driver, on the same made-up documents and the
// same machine, and prints a table of ratios:
//
//	go run ./bench                                   SQLite alone
//	go run ./bench -neo4j bolt://127.0.0.1:7687      and Neo4j, in a database of its own, which must be empty
//
// Figures move with the machine and with what else runs on it; ratios of one run hold. Targets take turns, slice by slice, and each
// figure is the median of the rounds.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"councilgraph/graph"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/neo4j"
	"councilgraph/graph/store/sqlite"
	"councilgraph/graph/store/storetest"
)

type options struct {
	documents, together, clients, rounds int
	slice                                time.Duration
	schema, neo4j, only                  string
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
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt) // one that can end, as the program's can: watching for that has its price
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		stop()
		os.Exit(1)
	}
}

// target is a server that is measured.
type target struct {
	name, url string
	floor     bool // it takes the letter of a question instead of the question
}

func run(ctx context.Context, o options) error {
	text, err := os.ReadFile(o.schema)
	if err != nil {
		return fmt.Errorf("read the ontology: %w: run it from the project's folder, or name the file by -schema", err)
	}
	ont, err := ontology.Read(o.schema, string(text))
	if err != nil {
		return err
	}
	documents := storetest.Hubs(ont, nil, o.documents)
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)

	var targets []target
	if o.neo4j != "" {
		user, password := os.Getenv("NEO4J_USERNAME"), os.Getenv("NEO4J_PASSWORD")
		s, err := neo4j.Open(ctx, o.neo4j, user, password, ont)
		if err != nil {
			return err
		}
		defer s.Close()
		if err := load(ctx, "Neo4j", s, documents, o.together); err != nil {
			return err
		}
		floor, err := newFloor(o.neo4j, user, password)
		if err != nil {
			return err
		}
		defer floor.close()
		if targets, err = serve(targets, "floor", floor, true); err == nil {
			targets, err = serve(targets, "Neo4j", handler(ont, s), false)
		}
		if err != nil {
			return err
		}
	}
	s, err := sqlite.Open(ctx, filepath.Join(dir, "bench.db"), ont)
	if err != nil {
		return err
	}
	defer s.Close()
	if err := load(ctx, "SQLite", s, documents, o.together); err != nil {
		return err
	}
	if targets, err = serve(targets, "SQLite", handler(ont, s), false); err != nil {
		return err
	}
	return measure(o, targets, parameters(documents))
}

// load writes the documents and says how fast.
func load(ctx context.Context, name string, s store.Store, documents []store.Document, together int) error {
	held, err := s.Count(ctx)
	if err != nil || held.Nodes > 0 {
		return fmt.Errorf("load %s: it holds %d nodes already (%w): name an empty database", name, held.Nodes, err)
	}
	start, first := time.Now(), 0.0
	for i, part := range slices.Collect(slices.Chunk(documents, together)) {
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
		name, held.Reports, held.Nodes, held.Relations, held.Evidence, took, together, first, float64(held.Relations)/took)
	return nil
}

func handler(o *ontology.Ontology, s store.Store) http.Handler {
	limits := graph.Limits{Body: 1 << 20, Tokens: 10_000, Depth: 12, Aliases: 100, Cost: 1 << 30, Answer: 32 << 20, Time: time.Minute}
	return graph.NewHandler(graph.Serving{Ontology: o, Store: s, Limits: limits, Log: slog.New(slog.DiscardHandler)})
}

// serve makes a target of a handler, on a free port of the loopback.
func serve(targets []target, name string, h http.Handler, floor bool) ([]target, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go func() { _ = (&http.Server{Handler: h, ReadHeaderTimeout: time.Minute}).Serve(l) }()
	return append(targets, target{name, "http://" + l.Addr().String() + "/graphql", floor}), nil
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
