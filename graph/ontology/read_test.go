package ontology

import (
	"os"
	"strings"
	"testing"
)

// A schema whose @default is no value of its field is refused, and says which.
func TestWrongDefault(t *testing.T) {
	text, err := os.ReadFile("../../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	schema := strings.Replace(string(text), `@default(value: "TEXT")`, `@default(value: "PICTURE")`, 1)
	if _, err := Read("schema.graphqls", schema); err == nil || !strings.Contains(err.Error(), `"PICTURE" is no value of TextSource`) {
		t.Errorf("it is read: %v", err)
	}
}
