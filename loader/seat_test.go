package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestSeat: a verdict was given where the court is told to have sat for it, not where lies what the session was about.
func TestSeat(t *testing.T) {
	_, rules := rulesFor(t)
	for text, placed := range map[string]bool{
		"At a session held in Klina on 8 July, the Court of Appeals convicted Arben Lura of theft.":             true,
		"On 8 July, at a session in Klina, the Court of Appeals acquitted Arben Lura.":                          true,
		"At a public session convened on 8 July in Klina, Arben Lura was acquitted by the Court of Appeals.":    true,
		"At a session on the theft of a bell in Klina, the Court of Appeals convicted Arben Lura on 8 July.":    false,
		"On 8 July, the Court of Appeals convicted Arben Lura of a theft committed at a meeting held in Klina.": false,
	} {
		facts := rules.facts(text)
		at := slices.IndexFunc(facts, func(f string) bool { return strings.HasPrefix(f, "VERDICT") })
		if at < 0 || strings.Contains(facts[at], "(Klina)") != placed {
			t.Errorf("%s: want it placed: %v, got %q", text, placed, facts)
		}
	}
}
