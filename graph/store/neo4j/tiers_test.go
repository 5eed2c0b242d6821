package neo4j

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// What is answered by steps while a statement is planned is what the statement then answers, and what it answers where it is asked again.
func TestStepsAnswerAsTheStatement(t *testing.T) {
	s := open(t)
	defer s.Close()
	documents := storetest.RandomDocuments(s.o, 1)
	if _, err := s.Write(t.Context(), documents, store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	a, values := storetest.NewAsker(t), storetest.NewGraph(s.o, documents).Values()
	compared := 0
	for i := range uint64(25) {
		q := a.NewRandomQuery(rand.New(rand.NewPCG(5, i)), values)
		roots, _ := a.TryWith(q.Text, q.Variables)
		for _, r := range roots {
			if r.Plan == nil || r.Plan.Walk != nil {
				continue
			}
			want, err := s.Fetch(t.Context(), r.Plan.Query)
			if err != nil {
				t.Fatal(err)
			}
			got, err := store.ByLevel(t.Context(), r.Plan.Query, stepsAtOnce, s.oneStep)
			if err != nil {
				t.Fatal(err)
			}
			compared++
			if !cmp.Equal(got, want) {
				t.Errorf("%s\n%s", q.Text, cmp.Diff(want, got))
			}
			for range 2 {
				if again, err := s.Fetch(t.Context(), r.Plan.Repeated()); err != nil || !cmp.Equal(again, want) {
					t.Errorf("asked again: %s, %v\n%s", q.Text, err, cmp.Diff(want, again))
				}
			}
		}
	}
	if compared < 10 {
		t.Errorf("only %d were compared", compared)
	}
}

// Who asks the same at the same time is given the same value: it stays as it is.
func TestPickLeavesValues(t *testing.T) {
	types := storetest.Ontology(t).Types[:1]
	tuple := []plan.Value{types[0].Name, map[string]any{"id": "x", "name": "X", "_id": []any{"e"}}}
	value := []plan.Value{[]plan.Value{int64(0), "x", "X", tuple}}
	q := &plan.Get{IDs: []string{"x"}, Node: &plan.Tuple{Of: plan.OfNode, Types: types, Slots: []plan.Slot{&plan.Column{On: plan.On{Types: types}, Name: "name"}}}}
	want := []plan.Value{[]plan.Value{int64(0), "x", "X", []plan.Value{types[0].Name, "X"}}}
	for range 2 {
		if got := pickQuery(q, value); !cmp.Equal(got, plan.Value(want)) {
			t.Error(cmp.Diff(plan.Value(want), got))
		}
	}
}

// A statement that comes again is planned, and then answers alone.
func TestNewStatementsArePlanned(t *testing.T) {
	s := open(t)
	defer s.Close()
	s.tiers = newTiers()
	a := storetest.NewAsker(t)
	if _, err := s.Write(t.Context(), storetest.Corpus(s.o), store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	query := a.Plans(t, `{ persons { nodes { name indictedBy { nodes { name indicted { nodes { name } } } } } } }`)[0].Plan.Query
	statements := func() uint64 {
		before := s.Statements()
		if _, err := s.Fetch(t.Context(), query); err != nil {
			t.Fatal(err)
		}
		return s.Statements() - before
	}
	if n := statements(); n != 3 {
		t.Errorf("%d statements for three levels of a query that is new", n)
	}
	statements() // it comes again
	for range 100 {
		if statements() == 1 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Error("the statement never answers alone")
}
