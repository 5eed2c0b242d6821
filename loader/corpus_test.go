package loader

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"councilgraph/graph/store"
)

// TestReports reads all complete reports. Of each testdata/reports.txt says what is right, as people read it: symbol, date, reporting
// period (- where it names none), and the printed numbers of the paragraphs of its body and of its other parts.
func TestReports(t *testing.T) {
	paths, _ := filepath.Glob(filepath.FromSlash(shared + "reports/unmik/*.md"))
	if len(paths) == 0 {
		t.Skipf("SKIPPED: there is no %sreports/unmik, so no complete report was read", shared)
	}
	table, err := os.ReadFile(filepath.Join("testdata", "reports.txt"))
	if err != nil {
		t.Fatal(err)
	}
	right := map[string]string{}
	for line := range strings.Lines(string(table)) {
		name, is, _ := strings.Cut(strings.TrimSpace(line), " ")
		right[name] = strings.Join(strings.Fields(is), " ")
	}
	o, r := rulesFor(t)
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".md")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			x, err := r.Read(Source{Name: filepath.Base(path), Text: text})
			if err != nil {
				t.Fatal(err)
			}
			if err := x.Document.Check(o); err != nil {
				t.Error(err)
			}
			if is := identity(x.Document); is != right[name] {
				t.Errorf("is %s, should be %s", is, right[name])
			}
			t.Logf("%d of %d sentences tell nothing", len(x.Silent()), len(x.Sentences))
		})
	}
}

// identity is what tells a report from others, and how its paragraphs are numbered: each run of numbers, parts divided by a semicolon.
func identity(d store.Document) string {
	period := "-"
	for _, s := range d.Relations {
		if s.Type == "COVERS" {
			i := slices.IndexFunc(d.Nodes, func(n store.Node) bool { return n.ID == s.To })
			period = d.Nodes[i].Names[0].Text
		}
	}
	numbers, part, first, last := "", "", 0, 0
	end := func() {
		if last > 0 {
			numbers += fmt.Sprintf(" %d-%d", first, last)
		}
	}
	for _, n := range d.Nodes {
		if n.Type != "Paragraph" || n.Properties["paragraphKind"] != "PARAGRAPH" {
			continue
		}
		in, number := n.Properties["part"].(string), int(n.Properties["number"].(int64))
		if in != part || number != last+1 {
			end()
			if part != "" && in != part {
				numbers += ";"
			}
			part, first = in, number
		}
		last = number
	}
	end()
	return fmt.Sprintf("%s %s %s%s", d.Symbol, d.Date, period, numbers)
}
