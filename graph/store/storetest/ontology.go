package storetest

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"councilgraph/graph/ontology"
)

// Ontology is that of schema.graphqls at the root of the module that holds the working directory: the one that the suite's stores must
// have. It is read once.
func Ontology(t testing.TB) *ontology.Ontology {
	t.Helper()
	o, err := readOntology()
	if err != nil {
		t.Fatal(err)
	}
	return o
}

var readOntology = sync.OnceValues(func() (*ontology.Ontology, error) {
	folder, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return ontology.ReadFile(filepath.Join(folder, "schema.graphqls"))
		}
		if folder = filepath.Dir(folder); folder == filepath.Dir(folder) {
			return nil, errors.New("the working directory is in no module")
		}
	}
})
