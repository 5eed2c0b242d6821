package sqlite

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// What links in memory say of pairs is what the file says, whatever the types and the direction, also after the file has changed.
func TestLinksAreAsTheFileIs(t *testing.T) {
	s := open(t).(*Store)
	defer s.Close()
	o := s.o
	documents := storetest.Hubs(o, nil, 30)
	r := rand.New(rand.NewPCG(3, 4))
	for _, part := range [][]store.Document{documents[:20], documents[20:]} {
		before := s.links.held
		if _, err := s.Write(t.Context(), part, store.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
		ids := []string{"nobody"}
		for _, d := range documents {
			for _, n := range d.Nodes {
				ids = append(ids, n.ID)
			}
		}
		s.links.next = time.Time{}
		if ask(t, s, &plan.Expand{Nodes: ids[:1], Relations: o.Relations, Pairs: true, Limit: 1}); s.links.held == before && before != nil {
			t.Fatal("links of an earlier state of the file are kept")
		}
		s.links.wait()
		if s.links.held == nil {
			t.Fatal("no links were made")
		}
		for range 200 {
			types := slices.DeleteFunc(slices.Clone(o.Relations), func(*ontology.Relation) bool { return r.IntN(3) == 0 })
			e := &plan.Expand{Relations: types, Direction: ontology.Direction(r.IntN(3)), Pairs: true, Limit: 1 << 20}
			for range 1 + r.IntN(5) {
				e.Nodes = append(e.Nodes, ids[r.IntN(len(ids))])
			}
			e.Nodes = slices.Compact(slices.Sorted(slices.Values(e.Nodes)))
			inMemory := ask(t, s, e)
			held := s.links.held
			s.links.held, s.links.next = nil, time.Now().Add(time.Hour)
			if inFile := ask(t, s, e); !slices.Equal(inMemory, inFile) {
				t.Fatalf("from %q by %d types in direction %v: %q in memory, %q in the file", e.Nodes, len(types), e.Direction, inMemory, inFile)
			}
			s.links.held = held
			if len(inMemory) > 1 {
				e.Limit = len(inMemory) - 1
				if few := ask(t, s, e); len(few) != e.Limit {
					t.Fatalf("%d pairs, at most %d were asked for", len(few), e.Limit)
				}
			}
		}
	}
}

// ask gives the pairs of an Expand in an order.
func ask(t *testing.T, s *Store, e *plan.Expand) (pairs [][2]string) {
	t.Helper()
	value, err := s.Fetch(context.Background(), e)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range value.([]plan.Value)[0].([]plan.Value) {
		pairs = append(pairs, [2]string{row.([]plan.Value)[0].(string), row.([]plan.Value)[1].(string)})
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return pairs
}
