package loader

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestPrecision: the figures of PRECISION.md are those that its judgements add up to.
func TestPrecision(t *testing.T) {
	file, err := os.ReadFile("PRECISION.md")
	if err != nil {
		t.Fatal(err)
	}
	stated := regexp.MustCompile(`(?m)^\d+ facts: .*$`)
	sections := strings.Split(string(file), "\n## ")[1:]
	if len(sections) != 4 {
		t.Fatalf("%d sections, want those of the accused, of offices, of the sample and of what facts say", len(sections))
	}
	for _, section := range sections {
		title, rows, _ := strings.Cut(section, "\n")
		right, part, open, wrong := strings.Count(rows, "| RIGHT |"), strings.Count(rows, "| PART |"), strings.Count(rows, "| OPEN |"), strings.Count(rows, "| FALSE |")
		want := fmt.Sprintf("%d facts: %d right, %d right but for a property, %d open, %d false.", right+part+open+wrong, right, part, open, wrong)
		if got := stated.FindString(rows); got != want {
			t.Errorf("%s: says %q, and its judgements are %q", title, got, want)
		}
	}
}
