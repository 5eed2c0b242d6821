package neo4j

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/sync/errgroup"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/neo4j/neo4jtest"
	"councilgraph/graph/store/storetest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// open opens a store whose statements are planned while their askers wait, so that it is these that are tested.
func open(t *testing.T) *Store {
	t.Helper()
	s, err := Open(context.Background(), neo4jtest.Start(t), "", "", storetest.Ontology(t))
	if err != nil {
		t.Fatal(err)
	}
	s.tiers = nil
	return s
}

func TestStatementsCounted(t *testing.T) {
	s := open(t)
	defer s.Close()
	storetest.Budget(t, s, s.Statements, 1)
}

func TestRefusedDatabasesAreLeftAsTheyWere(t *testing.T) {
	address := neo4jtest.Bare(t)
	ctx := context.Background()
	d, err := driver.NewDriverWithContext(address, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(ctx)
	for _, made := range []string{"CREATE (:Film {title: 'x'})", "CREATE (:_Layout {version: 99})", fmt.Sprintf("CREATE (:_Layout {version: %d})", layoutVersion-1)} {
		if _, err := driver.ExecuteQuery(ctx, d, "MATCH (n) DETACH DELETE n", nil, driver.EagerResultTransformer); err != nil {
			t.Fatal(err)
		}
		if _, err := driver.ExecuteQuery(ctx, d, made, nil, driver.EagerResultTransformer); err != nil {
			t.Fatal(err)
		}
		if s, err := Open(ctx, address, "", "", storetest.Ontology(t)); err == nil {
			s.Close()
			t.Errorf("%s: was opened", made)
		}
		result, err := driver.ExecuteQuery(ctx, d, "SHOW CONSTRAINTS YIELD name RETURN count(*)", nil, driver.EagerResultTransformer)
		if err != nil || result.Records[0].Values[0] != int64(0) {
			t.Errorf("%s: constraints were made: %v", made, err)
		}
	}
}

// What the store keeps for itself is on no path from node to node.
func TestPathsGoOverTheGraph(t *testing.T) {
	s := open(t)
	defer s.Close()
	if _, err := s.Write(t.Context(), storetest.Corpus(s.o), store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	paths := 0
	const all = "MATCH (a:Person), (b:Person) WHERE a.id < b.id MATCH p = shortestPath((a)-[*..8]-(b)) UNWIND relationships(p) AS r " +
		"RETURN type(r), count(*)"
	err := s.read(t.Context(), all, nil, func(r *driver.Record) error {
		if paths++; s.o.Relation(str(r.Values[0])) == nil {
			t.Errorf("%d paths go over %s", r.Values[1], r.Values[0])
		}
		return nil
	})
	if err != nil || paths == 0 {
		t.Errorf("%d kinds of relations, %v", paths, err)
	}
}

func TestServerThatIsDown(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if _, err := Open(ctx, "bolt://127.0.0.1:1", "", "", storetest.Ontology(t)); !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("%v", err)
	}
}

func TestTarget(t *testing.T) {
	for address, want := range map[string]string{"neo4j://host:7687?database=x&region=eu": "neo4j://host:7687?region=eu x", "bolt://host/": "bolt://host/ "} {
		url, database, err := target(address)
		if err != nil || url+" "+database != want {
			t.Errorf("%s: %s %s, %v", address, url, database, err)
		}
	}
	for _, address := range []string{"neo4j://user:secret@host", "neo4j:", "neo4j://", "neo4j://host/name"} {
		if _, _, err := target(address); err == nil {
			t.Errorf("%s: was read", address)
		}
	}
}

func opened(t *testing.T) store.Store { return open(t) }

func TestStore(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	storetest.Run(t, opened)
}

func TestRandomQueries(t *testing.T) { storetest.Compare(t, opened, 1, max(1, 3/storetest.Fewer), 50) }

func TestPages(t *testing.T) { storetest.Pages(t, opened, 1, max(1, 2/storetest.Fewer), 15) }

func TestLoading(t *testing.T) { storetest.Loading(t, opened, 1, max(1, 3/storetest.Fewer)) }

// text is the statement that answers a query.
func text(t testing.TB) func(plan.Query) string {
	o := storetest.Ontology(t)
	return func(q plan.Query) string {
		return "RETURN " + newStatement(o).query(q) + " AS value"
	}
}

func FuzzValues(f *testing.F) { storetest.FuzzValues(f, text(f)) }

func TestGolden(t *testing.T) {
	s := open(t)
	defer s.Close()
	storetest.Golden(t, "neo4j", func(r plan.Root) string { return text(t)(r.Plan.Query) })
	storetest.Golden(t, "answer", storetest.GoldenAnswer(t, s))
}

// Several processes that find a database empty at once all make it ready.
func TestOpenedAtOnce(t *testing.T) {
	for range 3 {
		address := neo4jtest.Bare(t)
		var opening errgroup.Group
		for range 4 {
			opening.Go(func() error {
				s, err := Open(t.Context(), address, "", "", storetest.Ontology(t))
				if err != nil {
					return err
				}
				return s.Close()
			})
		}
		if err := opening.Wait(); err != nil {
			t.Error(err)
		}
	}
}

// A database that was emptied under an open store is neither counted nor written, since it has no constraints any more; one that was made
// anew is.
func TestEmptiedDatabase(t *testing.T) {
	s := open(t)
	defer s.Close()
	documents := storetest.Hubs(storetest.Ontology(t), nil, 2)
	write := func(d store.Document) error {
		_, err := s.Write(t.Context(), []store.Document{d}, store.WriteOptions{})
		return err
	}
	count := func() (n store.Counts, err error) { return s.Count(t.Context()) }
	if err := write(documents[0]); err != nil {
		t.Fatal(err)
	}
	if n, err := count(); err != nil || n.Reports != 1 {
		t.Fatal(n, err)
	}
	if err := write(documents[1]); err != nil {
		t.Fatal(err)
	}
	if n, err := count(); err != nil || n.Reports != 2 {
		t.Errorf("after another write %v are counted, %v", n, err)
	}
	neo4jtest.Bare(t) // empties it
	if n, err := count(); !errors.Is(err, errEmptied) {
		t.Errorf("of an emptied database %v are counted, %v", n, err)
	}
	if err := write(documents[0]); !errors.Is(err, errEmptied) {
		t.Errorf("an emptied database is written: %v", err)
	}
	if err := s.prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n, err := count(); err != nil || n.Reports != 0 {
		t.Errorf("of a database that was made anew %v are counted, %v", n, err)
	}
}

// However many ask how much there is, it is counted once.
func TestCountedOnce(t *testing.T) {
	s := open(t)
	defer s.Close()
	if _, err := s.Write(t.Context(), storetest.Hubs(storetest.Ontology(t), nil, 5), store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	before := s.Statements()
	var asking errgroup.Group
	for range 8 {
		asking.Go(func() error {
			n, err := s.Count(t.Context())
			if err == nil && n.Reports != 5 {
				err = fmt.Errorf("%d reports", n.Reports)
			}
			return err
		})
	}
	if err := asking.Wait(); err != nil {
		t.Fatal(err)
	}
	if took := s.Statements() - before; took != 8+1 {
		t.Errorf("8 who ask took %d statements", took)
	}
}
