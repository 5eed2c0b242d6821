package loader

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"councilgraph/graph/store/sqlite"
)

// TestDoubts reads reports with a table whose total is off, numbers that skip, a sentence without end and no period, and what is no report:
// each has its line in the report of the load.
func TestDoubts(t *testing.T) {
	o, r := rulesFor(t)
	dir := t.TempDir()
	head := "United Nations Security Council S/2003/77 Distr.: General 3 June 2003 Original: English " +
		"Report of the Secretary-General on the Kosovo Force\n\n#### I. Introduction\n\n"
	for name, text := range map[string]string{
		"a.md": head + "1. The present report is on the Kosovo Force (KFOR).\n\n3. All was quiet" + strings.Repeat(" and quiet", 500) + ".\n\n" +
			"#### Troops of KFOR\n\n| Country | Troops |\n|---|---|\n| Slovenia | 2 |\n| Norway | 3 |\n| Total | 6 |\n",
		"b.md": "Nothing of the kind.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var lines strings.Builder
	if _, err := Load(context.Background(), s, r, []string{dir}, Options{Report: &lines, Out: io.Discard}); err != nil {
		t.Fatal(err)
	}
	var got []account
	for line := range strings.Lines(lines.String()) {
		var a account
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		got = append(got, a)
	}
	if len(got) != 2 || got[0].Outcome != "new" || got[0].Facts == 0 || got[1].Outcome != "failed" || got[1].Error == "" {
		t.Fatalf("says %+v", got)
	}
	for _, want := range []string{"no reporting period", "after paragraph 1 of the body comes 3", "line 7: a sentence has more than 1000 words", "adds up to 5, but its total says 6"} {
		if !slices.ContainsFunc(got[0].Doubts, func(d string) bool { return strings.Contains(d, want) }) {
			t.Errorf("has no doubt %q in %q", want, got[0].Doubts)
		}
	}
}
