package loader

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/examples.txt anew, from the sentences that frames carry")

// facts are what a sentence tells, a line each.
func (r *Rules) facts(sentence string) (told []string) {
	var b strings.Builder
	for _, f := range r.explain(sentence, examples, &b) {
		told = append(told, f.String())
	}
	return told
}

// TestExampleFacts: the sentences that frames carry tell exactly what testdata/examples.txt says: kinds, ends, properties, days and places.
func TestExampleFacts(t *testing.T) {
	_, rules := rulesFor(t)
	var b strings.Builder
	for _, f := range rules.frames.Frames {
		fmt.Fprintf(&b, "%s\n", f.Name)
		for _, sentence := range slices.Concat(f.Says, f.SaysNot) {
			fmt.Fprintf(&b, "  %s\n", sentence)
			for _, fact := range rules.facts(sentence) {
				fmt.Fprintf(&b, "    %s\n", fact)
			}
		}
	}
	path := filepath.Join("testdata", "examples.txt")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a, w := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(w)) {
		if i >= len(a) || i >= len(w) || a[i] != w[i] {
			t.Fatalf("line %d of %s: want %q, got %q. Where a frame or its sentences were changed, look at what -update makes of it", i+1, path, at(w, i), at(a, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "nothing more"
}

// TestDeletedFrames: without any one frame, some sentence that it carries tells otherwise.
func TestDeletedFrames(t *testing.T) {
	_, rules := rulesFor(t)
	for _, f := range rules.frames.Frames {
		without := *rules
		without.frames = rules.frames.Without(f.Name)
		if !slices.ContainsFunc(f.Says, func(s string) bool { return !slices.Equal(rules.facts(s), without.facts(s)) }) {
			t.Errorf("nothing that frame %s says would be missed without it: %d sentences", f.Name, len(f.Says))
		}
	}
}
