package ontology

import (
	"os"
	"strings"
	"testing"
)

// A schema that means nothing is refused, and says where.
func TestWrongSchemas(t *testing.T) {
	text, err := os.ReadFile("../../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ right, wrong, want string }{
		{`@default(value: "TEXT")`, `@default(value: "PICTURE")`, `"PICTURE" is no value of TextSource`},
		{"\n  approximate: Boolean", "\n  quotes: String\n  approximate: Boolean", "Observation.quotes: evidence is kept by this name"},
	} {
		schema := strings.Replace(string(text), c.right, c.wrong, 1)
		if _, err := Read("schema.graphqls", schema); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.wrong, err)
		}
	}
}
