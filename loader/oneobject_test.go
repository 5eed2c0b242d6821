package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestOneObject: of verbs whose one object stands behind the last, each is done to that and where it stands, whatever tells when between
// them.
func TestOneObject(t *testing.T) {
	_, rules := rulesFor(t)
	for text, want := range map[string][2]string{
		"On 4 May, KFOR detained, and later that day released, two cooks in Klina.": {"ARREST AGENT(Kosovo Force) at (Klina)", "RELEASE AGENT(Kosovo Force) at (Klina)"},
		"KFOR detained, and on 4 May released, Arben Lura in Klina.":                {"ARREST AGENT(Kosovo Force) SUBJECT(Arben Lura) at (Klina)", "RELEASE AGENT(Kosovo Force) SUBJECT(Arben Lura) at (Klina)"},
		"KFOR detained, and on 4 May released in Klina, Arben Lura.":                {"ARREST AGENT(Kosovo Force)", "RELEASE AGENT(Kosovo Force)"},
		"On 4 May, KFOR arrested, questioned and later released Arben Lura.":        {"ARREST AGENT(Kosovo Force) SUBJECT(Arben Lura) 2", "RELEASE AGENT(Kosovo Force) SUBJECT(Arben Lura)"},
	} {
		facts := rules.facts(text)
		for _, fact := range want {
			if !slices.ContainsFunc(facts, func(f string) bool { return strings.HasPrefix(f, fact) }) {
				t.Errorf("%s: want %s, got %q", text, fact, facts)
			}
		}
	}
	for _, f := range rules.facts("KFOR detained, and on 4 May released in Klina, Arben Lura.") {
		if strings.HasPrefix(f, "ARREST ") && strings.Contains(f, "Klina") {
			t.Error(f)
		}
	}
}
