package loader

import (
	"os"
	"path/filepath"
	"testing"

	"councilgraph/graph/store"
)

// TestCoverage: every fact's words begin in a sentence that is not counted as silent, and every sentence of a bundled report is either.
func TestCoverage(t *testing.T) {
	_, r := rulesFor(t)
	paths, err := filepath.Glob("../reports/*.md")
	if err != nil || len(paths) == 0 {
		t.Fatal(err, paths)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		x, err := r.Read(Source{Name: filepath.Base(path), Text: text})
		if err != nil {
			t.Fatal(err)
		}
		var report store.Node
		var facts []store.Evidence
		for _, n := range x.Document.Nodes {
			if n.Type == "Report" {
				report = n
			} else {
				facts = append(facts, n.Evidence...)
			}
		}
		for _, s := range x.Document.Relations {
			if s.Evidence != nil && s.Type != "MENTIONS" {
				facts = append(facts, *s.Evidence)
			}
		}
		all, told := report.Properties["sentences"].(int64), report.Properties["sentencesWithFact"].(int64)
		if told == 0 || told == all || all-told != int64(len(report.Evidence)) {
			t.Errorf("%s: %d of %d sentences told a fact, and %d are kept as silent", path, told, all, len(report.Evidence))
		}
		for _, silent := range report.Evidence {
			for _, f := range facts {
				if f.Paragraph == silent.Paragraph && f.Start < silent.End && silent.Start < f.End {
					t.Errorf("%s: %q is silent, and tells %q", path, silent.Quote, f.Quote)
				}
			}
		}
	}
}
