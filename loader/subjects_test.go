package loader

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"councilgraph/graph/store"
)

// TestSubjects reads all complete reports, of Kosovo and Bosnia and of other missions. Of each testdata/subjects.txt says what is right, as
// people read it in the document: symbol, date, series, reporting period (- where it names none), what it is about, and title.
func TestSubjects(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	paths, _ := filepath.Glob(filepath.FromSlash(shared + "reports/unmik/*.md"))
	other, _ := filepath.Glob(filepath.FromSlash(shared + "reports/other/*.pdf"))
	if paths = append(paths, other...); len(other) == 0 {
		t.Skipf("SKIPPED: there is no %sreports/other, so no report on another mission was read", shared)
	}
	table, err := os.ReadFile(filepath.Join("testdata", "subjects.txt"))
	if err != nil {
		t.Fatal(err)
	}
	right := map[string]string{}
	for line := range strings.Lines(string(table)) {
		name, is, _ := strings.Cut(strings.TrimSpace(line), " | ")
		right[name] = is
	}
	o, r := rulesFor(t)
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		t.Run(name, func(t *testing.T) {
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
			if is := subjectOf(x.Document); is != right[name] {
				t.Errorf("%s | %s\nshould be %s", name, is, right[name])
			}
		})
	}
}

// subjectOf is what a report is about, as a line of testdata/subjects.txt.
func subjectOf(d store.Document) string {
	report := d.Nodes[slices.IndexFunc(d.Nodes, func(n store.Node) bool { return n.ID == d.Report })]
	period, about := "-", []string{}
	for _, s := range d.Relations {
		i := slices.IndexFunc(d.Nodes, func(n store.Node) bool { return n.ID == s.To })
		switch s.Type {
		case "COVERS":
			period = d.Nodes[i].Names[0].Text
		case "CONCERNS":
			if name := d.Nodes[i].Names[0].Text; !slices.Contains(about, name) {
				about = append(about, name)
			}
		}
	}
	slices.Sort(about)
	return strings.Join([]string{d.Symbol, d.Date, report.Properties["series"].(string), period, strings.Join(about, "; "), report.Properties["title"].(string)}, " | ")
}

// TestPeriodInTitle: a run of days at the end of a title is the period of the report, and no part of the name of what it is about.
func TestPeriodInTitle(t *testing.T) {
	_, r := rulesFor(t)
	for _, days := range []string{"1–30 June 2003", "1 May to 30 June 2003", "1 May–30 June 2003"} {
		source := "S/2003/64\n\n10 July 2003\n\n# Report on the operations of the Upland Watch Force " + days + "\n\n1. The Force had 400 troops.\n"
		x, err := r.Read(Source{Name: "report.md", Text: []byte(source)})
		if err != nil {
			t.Fatal(err)
		}
		early, err := r.Read(Source{Name: "report.md", Text: []byte(strings.Replace(source, "10 July", "27 June", 1))})
		if err != nil || !strings.Contains(subjectOf(early.Document), "/2003-06-30") {
			t.Errorf("%s, dated before the last of them: %s, %v", days, subjectOf(early.Document), err)
		}
		if is := subjectOf(x.Document); !strings.Contains(is, "Upland Watch Force |") && !strings.Contains(is, "Upland Watch Force;") || !strings.Contains(is, "/2003-06-30") {
			t.Errorf("%s: %s", days, is)
		}
	}
}

// TestPeriodOfAnotherReport: what another report covered is not what this one covers, in whatever words either says so.
func TestPeriodOfAnotherReport(t *testing.T) {
	_, r := rulesFor(t)
	for _, opening := range []string{
		"My last report, of 23 April 2003 (S/2003/11), covered the period from 1 January to 31 March 2003. The present report covers the operations of the Upland Watch Force from 1 April to 30 June 2003.",
		"In his previous report, the Secretary-General described developments from 1 January to 31 March 2003. The present report covers those from 1 April to 30 June 2003.",
		"The present report follows that of 23 April 2003, and my report (S/2003/11), which covered the period from 1 January to 31 March 2003, and describes events from 1 April to 30 June 2003.",
		"The preceding report dealt with the period from 1 January to 31 March 2003, and the present report covers the period from 1 April to 30 June 2003.",
		"This addendum shows the cost of the Upland Watch Force from 1 April to 30 June 2003.",
	} {
		source := "S/2003/64\n\n10 July 2003\n\n# Report on the operations of the Upland Watch Force\n\n1. " + opening + "\n"
		x, err := r.Read(Source{Name: "report.md", Text: []byte(source)})
		if err != nil {
			t.Fatal(err)
		}
		if is := subjectOf(x.Document); !strings.Contains(is, "| 2003-04-01/2003-06-30 |") {
			t.Errorf("%s: %s", opening, is)
		}
	}
}
