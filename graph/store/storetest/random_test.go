package storetest

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// TestRandomQueries holds what Compare draws to its purpose: the queries are valid, they find something, and all that a plan can say
// occurs.
func TestRandomQueries(t *testing.T) {
	a := NewAsker(t)
	documents := RandomDocuments(a.Ontology, 1)
	oracle := NewOracle(a.Ontology)
	if _, err := oracle.Write(context.Background(), documents, store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	values := NewGraph(a.Ontology, documents).Values()
	const queries = 1500
	refused, found := 0, 0
	var plans strings.Builder
	for i := range queries {
		q := a.NewRandomQuery(rand.New(rand.NewPCG(1, uint64(i))), values)
		operation := a.Parse(q.Text)
		if operation == nil {
			refused++
			continue
		}
		answer := func() string { return a.answer(oracle, operation, q.Variables) }
		q.drawCursors(rand.New(rand.NewPCG(1, uint64(i))), answer)
		if len(answer()) > 80 {
			found++
		}
		plans.WriteString(a.Explain(q))
	}
	if refused > queries/20 || found < queries/2 {
		t.Errorf("of %d queries %d are refused, and %d find something", queries, refused, found)
	}
	for _, said := range []string{
		"Get", "Page", "IDs: ", "Name: ", "Keys: ", "OnNode", "OnRelation", "Linked", "Cited", "Related", "Labelled", "Every[", "Some[", "Not",
		"Op: In", "Op: Lt", "Op: Lte", "Op: Gt", "Op: Gte", "Op: Contains", "Op: StartsWith", "Op: EndsWith", "Op: IsNull",
		"Via: ViaFrom", "Via: ViaTo", "Via: ViaReport", "Via: ViaParagraph", "Over: OverRelations\n", "Over: OverRelationsHere",
		"Backward", "After: ", "Before: ", "Preceding", "Following", "Far: ", "Total: ", "AsOf: ", " desc", " folded", "Count ", "relation.ordinal", "of.name",
		"Bucket: Day", "Bucket: Week", "Bucket: Month", "Bucket: Quarter", "Bucket: Year", "ByKey: ", "Link", "EvidenceList",
	} {
		if !strings.Contains(plans.String(), said) {
			t.Errorf("no plan says %q", said)
		}
	}
}

func TestPages(t *testing.T) {
	Pages(t, func(t *testing.T) store.Store { return NewOracle(Ontology(t)) }, 1, 8, 60)
}

func TestLoading(t *testing.T) {
	Loading(t, func(t *testing.T) store.Store { return NewOracle(Ontology(t)) }, 1, 300)
}

func TestGolden(t *testing.T) {
	Golden(t, "plan", func(r plan.Root) string { return Print(r.Plan.Query) })
	Golden(t, "answer", GoldenAnswer(t, NewOracle(Ontology(t))))
}
