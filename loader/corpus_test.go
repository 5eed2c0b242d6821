package loader

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/graph/ontology"
)

// TestReports reads all complete reports: none may fail, and symbol, date, period and numbering must come out right.
func TestReports(t *testing.T) {
	paths, _ := filepath.Glob(filepath.FromSlash(shared + "reports/unmik/*.md"))
	if len(paths) == 0 {
		t.Skipf("SKIPPED: there is no %sreports/unmik, so no complete report was read", shared)
	}
	o, r := rulesFor(t)
	slices.Sort(paths)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".md"), func(t *testing.T) {
			t.Parallel()
			readReport(t, o, r, path)
		})
	}
}

func readReport(t *testing.T, o *ontology.Ontology, r *Rules, path string) {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	x, err := r.Read(Source{Name: filepath.Base(path), Text: text})
	took := time.Since(began)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if err := x.Document.Check(o); err != nil {
		t.Errorf("%s: %v", path, err)
	}
	report := x.Document.Nodes[0]
	body, last, broken := 0, 0, []int64{}
	for _, n := range x.Document.Nodes {
		if n.Type == "Paragraph" && n.Properties["paragraphKind"] == "PARAGRAPH" && n.Properties["part"] == "BODY" {
			number := n.Properties["number"].(int64)
			if int(number) != last+1 {
				broken = append(broken, number)
			}
			last = int(number)
			body++
		}
	}
	told := map[string]int{}
	for _, s := range x.Document.Relations {
		told[s.Type]++
	}
	t.Logf("%-28s %-18s %-7s dated %v %s body %d broken at %v, %d of %d sentences silent, %d bytes in %v", strings.TrimSuffix(filepath.Base(path), ".md"), x.Document.Symbol, report.Properties["series"], report.Properties["date"],
		report.Names[0].Text[max(0, len(report.Names[0].Text)-40):], body, broken, len(x.Silent()), len(x.Sentences), len(text), took)
}
