package loader

import (
	"testing"

	"councilgraph/graph/ontology"
)

func rulesFor(t testing.TB) (*ontology.Ontology, *Rules) {
	t.Helper()
	o, err := ontology.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	r, err := BuiltinRules(o)
	if err != nil {
		t.Fatal(err)
	}
	return o, r
}

func TestBuiltinRules(t *testing.T) { rulesFor(t) }
