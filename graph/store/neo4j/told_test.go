package neo4j

import (
	"errors"
	"reflect"
	"testing"

	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// What is read of a relation is what was written; lists that another program has cut short, and texts that it has written, are refused and
// end nothing.
func TestStatementsOfARelation(t *testing.T) {
	rel := storetest.Ontology(t).Relation("INDICTED_BY")
	told := store.Told{ReportKey: "2020-12-31|2021-01-12|r1", Ordinal: 2, Linked: true, Properties: map[string]any{"charge": "theft"},
		Evidence: &store.Evidence{Paragraph: "p1", Position: 1, Start: 3, End: 9, Quote: "“Él”", Rule: "indict"}}
	text := encodeTold(told, "e1")
	got, err := statements(rel, []any{[]any{text}, []any{"p1"}, []any{"“Él”"}})
	if err != nil || len(got) != 1 || !reflect.DeepEqual(got[0], told) {
		t.Errorf("read %+v (%v), want %+v", got, err, told)
	}
	for name, v := range map[string][]any{
		"no parts":     {[]any{"x"}, []any{"p1"}, []any{"q"}},
		"a part short": {[]any{text[:len(text)-len("“él”\t")]}, []any{"p1"}, []any{"q"}},
		"no text":      {[]any{nil}, []any{"p1"}, []any{"q"}},
		"no quotes":    {[]any{text}, []any{"p1"}, nil},
		"paragraphs":   {[]any{text, text}, []any{"p1"}, []any{"q", "q"}},
	} {
		if got, err := statements(rel, v); !errors.Is(err, errNotOurs) {
			t.Errorf("%s: read as %v, %v", name, got, err)
		}
	}
}
