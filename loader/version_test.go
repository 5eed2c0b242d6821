package loader

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"councilgraph/graph/store/storetest"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// TestVersion: each source of the reader is part of its version, but for the rules, which have a sum of their own.
func TestVersion(t *testing.T) {
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if _, err := os.Stat(filepath.Join(name, "main.go")); err == nil || entry.Name() == "testdata" || name == "rules" {
				return fs.SkipDir // a command reads no report
			}
			return nil
		}
		if slices.Contains([]string{".go", ".bin", ".yaml", ".txt"}, filepath.Ext(name)) && !strings.HasSuffix(name, "_test.go") && name != "text/tagger/weights.txt" {
			if _, err := sources.ReadFile(name); err != nil {
				t.Errorf("%s is no part of the reader's version: name it where version.go embeds the sources", name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestUpgrade: what one reader has read, another reads again, and says so; itself, it does not.
func TestUpgrade(t *testing.T) {
	o, r := rulesFor(t)
	text, err := os.ReadFile(filepath.FromSlash("../reports/kfor-2020-q4.md"))
	if err != nil {
		t.Fatal(err)
	}
	s, files := storetest.NewOracle(o), fstest.MapFS{"report.md": {Data: text}}
	load := func() Summary {
		sum, err := Load(context.Background(), s, r, []string{"."}, Options{Files: files})
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	if sum := load(); sum.New != 1 || sum.Again != 0 {
		t.Errorf("at first: %s", sum)
	}
	if sum := load(); sum.Unchanged != 1 || sum.Again != 0 {
		t.Errorf("by the same reader: %s", sum)
	}
	before := version
	defer func() { version = before }()
	version = "a later one"
	if sum := load(); sum.Changed != 1 || sum.Again != 1 || !strings.Contains(sum.String(), "\nread again: 1 ") {
		t.Errorf("by a later reader: %s", sum)
	}
	files["report.md"].Data = append(files["report.md"].Data, "\n"...)
	if sum := load(); sum.Changed != 1 || sum.Again != 0 || strings.Contains(sum.String(), "read again") {
		t.Errorf("another text: %s", sum)
	}
}

// TestOneHappening: an event is known by its kind, the persons to whom it happened and its day, wherever it is told; without one of these
// each telling is an event.
func TestOneHappening(t *testing.T) {
	id := func(report string, paragraph int, f eventFact) string {
		b := batch{ids: []string{report + "1", report + "2"}, counts: map[string]int{}}
		f.kind = "ARREST"
		return b.eventID(&f, paragraph)
	}
	ann, bo := &lexicon.Entity{Label: "Person", Name: "Ann"}, &lexicon.Entity{Label: "Person", Name: "Bo"}
	police, place := &lexicon.Entity{Label: "Organization", Name: "Police"}, &lexicon.Entity{Label: "Place", Name: "Bray"}
	day, month := text.Interval{From: "2020-11-04", To: "2020-11-04"}, text.Interval{From: "2020-11-01", To: "2020-11-30"}
	both := []participant{{ann, "SUBJECT"}, {bo, "SUBJECT"}}
	one := id("a", 0, eventFact{participants: both, date: day})
	for name, other := range map[string]string{
		"another report":               id("b", 1, eventFact{participants: both, date: day}),
		"the other way round":          id("a", 1, eventFact{participants: []participant{{bo, "SUBJECT"}, {ann, "SUBJECT"}}, date: day}),
		"with a place and who did it":  id("a", 1, eventFact{participants: append(both[:2:2], participant{police, "AGENT"}), places: []*lexicon.Entity{place}, date: day}),
		"with one of them named twice": id("a", 1, eventFact{participants: append(both[:2:2], both[0]), date: day}),
	} {
		if other != one {
			t.Errorf("%s: another event", name)
		}
	}
	for name, f := range map[string]eventFact{
		"another day":             {participants: both, date: text.Interval{From: "2020-11-05", To: "2020-11-05"}},
		"to one of them":          {participants: both[:1], date: day},
		"by them":                 {participants: []participant{{ann, "AGENT"}, {bo, "AGENT"}}, date: day},
		"sometime in that month":  {participants: both, date: month},
		"to nobody that is named": {participants: []participant{{police, "SUBJECT"}}, date: day},
	} {
		if id("a", 0, f) == one {
			t.Errorf("%s: the same event", name)
		}
	}
	if id("a", 0, eventFact{participants: both, date: month}) == id("b", 0, eventFact{participants: both, date: month}) {
		t.Error("told by two reports without the day: the same event")
	}
}
