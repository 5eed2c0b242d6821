package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestDayAtEnd: a day at the end of two verbs of hurting is of both figures, and not where the first has a time of its own.
func TestDayAtEnd(t *testing.T) {
	_, rules := rulesFor(t)
	for text, dated := range map[string]bool{
		"In Klina, a mine killed two farmers and wounded three guards on 29 June.":              true,
		"In Klina, rebels killed two farmers in May and wounded three guards on 29 June.":       false,
		"In Klina, a mine killed two farmers and, on 29 June, a second mine hurt three guards.": false,
	} {
		told := slices.ContainsFunc(rules.facts(text), func(f string) bool { return strings.Contains(f, "KILLED") && strings.Contains(f, "06-29") })
		if told != dated {
			t.Errorf("%s: dates those killed: %v, in %q", text, told, rules.facts(text))
		}
	}
}
