package neo4j

import (
	"testing"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
	"councilgraph/graph/walk"
)

// Answers of a few megabytes fit into the memory that a deployment gives a transaction (neo4jtest): the server counts with each row that it
// sorts or groups what has been collected before.
func TestLargeAnswersTakeLittleMemory(t *testing.T) {
	s := open(t)
	defer s.Close()
	const paragraphs = 1000
	if _, err := s.Write(t.Context(), []store.Document{storetest.Long(s.o, paragraphs)}, store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	a := storetest.NewAsker(t)
	for _, query := range []string{
		`{ paragraphs(first: 1000) { nodes { text } groups(by: NAME, first: 1000) { key count } } }`,
		`{ paragraphs(first: 1000) { nodes { text } } places(first: 1000) { nodes { name } } relations(first: 1000) { nodes { id } } }`,
		`{ report(symbol: "S/2015/303") { paragraphs(first: 1000) { nodes { text } } relations(first: 1000) { nodes { id evidence { quote } } } } }`,
	} {
		all := &plan.Several{}
		for _, r := range a.Plans(t, query) {
			all.Of = append(all.Of, r.Plan.Query)
		}
		value, err := s.Fetch(t.Context(), all)
		if size := bytes(value); err != nil || size < paragraphs*1000 {
			t.Errorf("%s: %d bytes, %v", query, size, err)
		}
	}
	force := ontology.NodeID("Organization", fold.Name("Kosovo Force"))
	near := a.Plans(t, `{ neighborhood(of: ["`+force+`"], depth: 2) { nodes { id name } relations { id } hidden { count } } }`)[0]
	if _, err := (&walk.Walker{Store: s}).Answer(t.Context(), near.Plan.Walk); err != nil {
		t.Error(err)
	}
}
