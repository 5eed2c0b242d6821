package loader

import (
	"slices"
	"testing"
)

// TestSameSubject: a pronoun that is again the subject, of what a sentence goes on with, stands for the one for whom it did before, not for
// whom the sentence has named meanwhile.
func TestSameSubject(t *testing.T) {
	_, rules := rulesFor(t)
	for text, want := range map[string]string{
		"In Klina she met the baker Agron Pula, and later she travelled to Peja.":                                                      "VISIT at (Peja)",
		"Lena Okafor came on 2 March. In Klina she met Agron Pula and Ilir Doda, and later she travelled to Peja.":                     "VISIT AGENT(Lena Okafor) at (Peja)",
		"Lena Okafor came on 2 March. In Klina she met Agron Pula, and later she left for Peja, where she was received by Arben Lura.": "MEETING AGENT(Arben Lura) (Lena Okafor) at (Peja)",
	} {
		facts := rules.facts(text)
		if !slices.Contains(facts, want) {
			t.Errorf("%s\n  tells %q\n  not   %q", text, facts, want)
		}
	}
}
