package neo4j

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// Paths of which it is known how many hops they have are those that come first of all paths of fewest hops, listed and sorted.
func TestStepwisePathsComeFirst(t *testing.T) {
	s := open(t)
	defer s.Close()
	o := storetest.Ontology(t)
	documents := storetest.Hubs(o, nil, 25)
	if _, err := s.Write(t.Context(), documents, store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	var persons []string
	for _, d := range documents {
		for _, n := range d.Nodes {
			if n.Type == "Person" {
				persons = append(persons, n.ID)
			}
		}
	}
	types := []*ontology.Relation{}
	for _, name := range []string{"INDICTED_BY", "ARRESTED_BY", "MEMBER_OF", "HELD_POSITION"} {
		types = append(types, o.Relation(name))
	}
	r := rand.New(rand.NewPCG(1, 2))
	most := 0
	for range 40 {
		q := &plan.Shortest{From: persons[r.IntN(len(persons))], To: persons[r.IntN(len(persons))], MaxHops: 6, Relations: types,
			First: 1 + r.IntN(20), MaxTried: 100_000, Node: &plan.Tuple{Of: plan.OfNode, Types: o.Types}}
		if q.From == q.To {
			continue
		}
		want, err := s.Fetch(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if len(list(want)) == 0 {
			continue
		}
		nodes := func(v plan.Value) (paths []plan.Value) {
			for _, row := range list(v) {
				paths = append(paths, list(row)[1])
			}
			return paths
		}
		tried, _ := list(list(want)[0])[0].(int64)
		most = max(most, int(tried))
		known := *q
		known.Hops = len(list(nodes(want)[0])) - 1
		if got, err := s.Fetch(t.Context(), &known); err != nil || !reflect.DeepEqual(nodes(got), nodes(want)) {
			t.Errorf("the first %d paths of %d hops from %s to %s are %v, %v; want %v",
				q.First, known.Hops, q.From, q.To, nodes(got), err, nodes(want))
		}
	}
	if most < 50 {
		t.Errorf("there were at most %d paths: too few to be told from the first", most)
	}
}
