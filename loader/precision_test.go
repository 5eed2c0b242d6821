package loader

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPrecisionSample draws ten paragraphs, rows of tables apart, of each of ten reports. PRECISION.md holds what people made of the facts in them; -v shows the sentences and the facts.
func TestPrecisionSample(t *testing.T) {
	paths, _ := filepath.Glob(filepath.FromSlash(shared + "reports/unmik/*.md"))
	if len(paths) == 0 {
		t.Skipf("SKIPPED: there is no %sreports/unmik, so no sample was drawn", shared)
	}
	table, err := os.ReadFile("PRECISION.md")
	if err != nil {
		t.Fatal(err)
	}
	_, r := rulesFor(t)
	draw := rand.New(rand.NewPCG(2026, 11))
	for _, i := range draw.Perm(len(paths))[:10] {
		text, err := os.ReadFile(paths[i])
		if err != nil {
			t.Fatal(err)
		}
		x, err := r.Read(Source{Name: filepath.Base(paths[i]), Text: text})
		if err != nil {
			t.Fatal(err)
		}
		var names []string // of paragraphs, in order
		facts := map[string][]string{}
		for _, s := range x.Sentences {
			if strings.Contains(s.Name, ", row ") { // tables have tests of their own
				continue
			}
			if len(names) == 0 || names[len(names)-1] != s.Name {
				names = append(names, s.Name)
			}
			for _, f := range s.Facts {
				facts[s.Name] = append(facts[s.Name], fmt.Sprintf("%s [%s]\n      %s", f.Fact, f.Rule, s.Text))
			}
		}
		for _, j := range draw.Perm(len(names))[:10] {
			t.Logf("%s: %d facts\n    %s", names[j], len(facts[names[j]]), strings.Join(facts[names[j]], "\n    "))
			if !strings.Contains(string(table), names[j]) {
				t.Errorf("PRECISION.md has no line for %s", names[j])
			}
		}
	}
}
