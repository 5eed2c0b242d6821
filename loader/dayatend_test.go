package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestDayAtEnd: a day at the end of two verbs of hurting is of both figures, and one behind those who were held of those who were hurt
// before, and not where the first has a time of its own.
func TestDayAtEnd(t *testing.T) {
	_, rules := rulesFor(t)
	for text, dated := range map[string]bool{
		"In Klina, a mine killed two farmers and wounded three guards on 29 June.":              true,
		"In Klina, rebels killed two farmers in May and wounded three guards on 29 June.":       false,
		"Two guards were hurt and nine fans were detained in Klina on 29 June.":                 true,
		"Two guards were hurt, and nine fans were arrested on 29 June in Klina.":                true,
		"Two guards were hurt and nine men were detained in Klina on 29 June.":                  false,
		"Two guards were hurt and nine fans were fined in Klina on 29 June.":                    false,
		"Two guards were hurt in Peja and nine fans were detained in Klina on 29 June.":         false,
		"In Klina, a mine killed two farmers and, on 29 June, a second mine hurt three guards.": false,
	} {
		told := slices.ContainsFunc(rules.facts(text), func(f string) bool {
			return strings.Contains(f, "CASUALTIES") && strings.Contains(f, "= 2 ") && strings.Contains(f, "06-29")
		})
		if told != dated {
			t.Errorf("%s: dates the first: %v, in %q", text, told, rules.facts(text))
		}
	}
}
