package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestOnlyVerb: what "since", "after" or "before" tells of within the subject of a sentence's one verb was not done where and when the
// sentence tells; a verb of their own makes a clause of it.
func TestOnlyVerb(t *testing.T) {
	_, rules := rulesFor(t)
	for text, here := range map[string]bool{
		"The first talks since the arrest of Arben Lura took place in Klina on 4 May.":              false,
		"The first talks held since the arrest of Arben Lura took place in Klina on 4 May.":         false,
		"The first session after the arrest of Arben Lura was held in Klina on 4 May.":              false,
		"The rally ended after the arrest of Arben Lura took place in Klina on 4 May.":              true,
		"The talks since KFOR arrested Arben Lura in Klina on 4 May were held behind closed doors.": true,
	} {
		arrested := slices.ContainsFunc(rules.facts(text), func(f string) bool { return strings.HasPrefix(f, "ARREST ") && strings.Contains(f, "Klina") })
		if arrested != here {
			t.Errorf("%s: an arrest in Klina: %v", text, arrested)
		}
	}
}
