package loader

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestForms: whatever form a report comes in, it tells the same.
func TestForms(t *testing.T) {
	markdown, err := os.ReadFile(filepath.FromSlash("../reports/kfor-2020-q4.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, markdown, _ = bytes.Cut(markdown, []byte("\n---\n")) // the front matter has no place in the other forms
	markdown = bytes.Replace(markdown, []byte("Distr.: General"), []byte("S/2021/228  \nDistr.: General"), 1)
	folder := filepath.Join("document", "testdata", "forms")
	_, r := rulesFor(t)
	want := read(t, r, "report.md", markdown)
	names, _ := filepath.Glob(filepath.Join(folder, "report*"))
	if len(names) < 8 {
		t.Fatalf("%s has %d fixtures: make them with go test ./loader/document -run TestFixtures -update", folder, len(names))
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, read(t, r, filepath.Base(name), content)); diff != "" {
				t.Errorf("tells something else (- as Markdown, + as %s):\n%s", name, diff)
			}
		})
	}
}

// read is all that a report tells, but for what says which file it was.
func read(t *testing.T, r *Rules, name string, content []byte) []string {
	t.Helper()
	x, err := r.Read(Source{Name: name, Text: content})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, n := range x.Document.Nodes {
		delete(n.Properties, "sourceName")
		delete(n.Properties, "contentHash")
		told = append(told, fmt.Sprintf("%s %s %v %v %v", n.ID, n.Type, n.Names, n.Properties, n.Evidence))
	}
	for _, s := range x.Document.Relations {
		line := fmt.Sprintf("%s %s %s %s %v", s.Type, s.From, s.To, s.ToSymbol, s.Properties)
		if s.Evidence != nil {
			line += fmt.Sprintf(" %+v", *s.Evidence)
		}
		told = append(told, line)
	}
	return told
}
