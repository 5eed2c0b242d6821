package storetest

import (
	"os"
	"path/filepath"
	"testing"

	"councilgraph/graph/ontology"
)

// Ontology reads schema.graphqls from the root of the module that holds the working directory: the ontology that the suite's stores must have.
func Ontology(t testing.TB) *ontology.Ontology {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			break
		}
		if folder = filepath.Dir(folder); folder == filepath.Dir(folder) {
			t.Fatal("the working directory is in no module")
		}
	}
	o, err := ontology.ReadFile(filepath.Join(folder, "schema.graphqls"))
	if err != nil {
		t.Fatal(err)
	}
	return o
}
