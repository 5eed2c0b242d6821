package loader

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"councilgraph/graph/store"
)

// TestReports reads all complete reports. Of each testdata/reports.txt says what is right, as people read it: symbol, date, reporting period (- where it names none), and the
// printed numbers of the paragraphs of its body and of its other parts.
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

// TestTextLayers: the same reports as wrapped plain text and as the text layer of pages have the same paragraphs, but for hyphens at line ends.
func TestTextLayers(t *testing.T) {
	paths, _ := filepath.Glob(filepath.FromSlash(shared + "reports/unmik/*.md"))
	if len(paths) == 0 {
		t.Skipf("SKIPPED: there is no %sreports/unmik, so no complete report was read", shared)
	}
	wrong := 0
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Parse(filepath.Base(path), text, "")
		if err != nil {
			t.Fatal(err)
		}
		for form, lines := range map[string][]string{"wrapped": wrapped(readBlocks(text), 78), "layer": furnished(readBlocks(text))} {
			got, err := Parse(form+".txt", []byte(strings.Join(lines, "\n")), "")
			if err != nil {
				t.Errorf("%s, %s: %v", path, form, err)
				continue
			}
			if !maps.Equal(numberedParagraphs(want), numberedParagraphs(got)) {
				wrong++
				t.Logf("%s, %s: other paragraphs", path, form)
			}
		}
	}
	if wrong > 2 {
		t.Errorf("%d of %d texts have other paragraphs", wrong, 2*len(paths))
	}
}

// numberedParagraphs are the numbered paragraphs by part, number and occurrence, each with its beginning.
func numberedParagraphs(d *Document) map[string]string {
	paragraphs := map[string]string{}
	for _, p := range d.Paragraphs {
		if p.Kind == "PARAGRAPH" {
			paragraphs[fmt.Sprint(p.Part, p.Number, p.Occurrence)] = p.Text[:min(len(p.Text), 20)]
		}
	}
	return paragraphs
}
