package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestDayInBrackets: days that stand alone in brackets behind a relative clause are those of what it tells.
func TestDayInBrackets(t *testing.T) {
	_, rules := rulesFor(t)
	facts := rules.facts("The manoeuvre that KFOR staged at Camp Nothing Hill (4–6 May) was the first of its kind.")
	if !slices.ContainsFunc(facts, func(f string) bool { return strings.HasPrefix(f, "EXERCISE") && strings.Contains(f, "-05-04/") }) {
		t.Errorf("got %q", facts)
	}
}
