package storetest

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// Golden compares what becomes of the queries in golden/*.txtar: each archive holds a query over the graph of the cases, its plan, the
// statement of each store and the answer, for people who change one of these to see what changes. section is the one to compare; write
// writes it for a root field. With UPDATE_GOLDEN=1 it is written anew.
func Golden(t *testing.T, section string, write func(plan.Root) string) {
	t.Helper()
	a := NewAsker(t)
	files, err := filepath.Glob(filepath.Join(root(), "graph", "store", "storetest", "golden", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	in, out := casesNames(a.Ontology)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for _, r := range a.Plans(t, in.Replace(string(archive.Files[0].Data))) {
			fmt.Fprintf(&text, "%s: %s\n", r.Key, strings.TrimSpace(write(r)))
		}
		got := []byte(out.Replace(text.String()))
		i := 1
		for i < len(archive.Files) && archive.Files[i].Name != section {
			i++
		}
		if i == len(archive.Files) {
			archive.Files = append(archive.Files, txtar.File{Name: section})
		}
		if bytes.Equal(archive.Files[i].Data, got) {
			continue
		}
		if archive.Files[i].Data = got; os.Getenv("UPDATE_GOLDEN") == "" {
			t.Errorf("%s: the %s is\n%s\nUPDATE_GOLDEN=1 go test ./graph/store/... writes it there", filepath.Base(file), section, got)
		} else if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// casesNames put ids into queries of the cases, and names in their place into answers.
func casesNames(o *ontology.Ontology) (in, out *strings.Replacer) {
	var names, ids []string
	for name, id := range casesIDs(o) {
		names = append(names, "{"+name+"}", id)
		ids = append(ids, id, "{"+name+"}")
	}
	names = append(names, "{1001}", strings.Repeat(`"x", `, 1001))
	return strings.NewReplacer(names...), strings.NewReplacer(ids...)
}

// GoldenAnswer writes the answer of a store that holds the graph of the cases.
func GoldenAnswer(t *testing.T, s store.Store) func(plan.Root) string {
	if _, err := s.Write(context.Background(), casesCorpus(Ontology(t)), store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	return func(r plan.Root) string {
		_, answer, _ := strings.Cut(briefly(s, []plan.Root{r}), ": ")
		return answer
	}
}
