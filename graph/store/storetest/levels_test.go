package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// A query by its levels has the value of the query in one, and each of its queries goes one step.
func TestByLevel(t *testing.T) {
	a := NewAsker(t)
	documents := RandomDocuments(a.Ontology, 1)
	oracle := NewOracle(a.Ontology)
	if _, err := oracle.Write(t.Context(), documents, store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	values := NewGraph(a.Ontology, documents).Values()
	deep := 0
	for i := range uint64(300) {
		q := a.NewRandomQuery(rand.New(rand.NewPCG(3, i)), values)
		roots, ok := a.TryWith(q.Text, q.Variables)
		if !ok {
			continue
		}
		queries := []plan.Query{}
		for _, r := range roots {
			if r.Plan != nil && r.Plan.Walk == nil {
				queries = append(queries, r.Plan.Query)
			}
		}
		for _, query := range append(queries, &plan.Several{Of: queries}) {
			want, err := oracle.Fetch(t.Context(), query)
			if err != nil {
				t.Fatal(err)
			}
			asked, untouched := 0, []func() bool{} // values may be others' too
			got, err := store.ByLevel(t.Context(), query, 1, func(ctx context.Context, q plan.Query) (plan.Value, error) {
				asked++
				value, err := oracle.Fetch(ctx, q)
				was := fmt.Sprint(value)
				untouched = append(untouched, func() bool { return fmt.Sprint(value) == was })
				return value, err
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, is := range untouched {
				if !is() {
					t.Fatalf("%s: what was fetched is changed", q.Text)
				}
			}
			if asked > 2 {
				deep++
			}
			if !cmp.Equal(got, want) {
				t.Fatalf("%s\n%s", q.Text, cmp.Diff(want, got))
			}
		}
	}
	if deep < 20 {
		t.Errorf("only %d queries have several levels", deep)
	}
}
