package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestThere: "there" points to the place of what the sentence before told, whether or not its own tells a day.
func TestThere(t *testing.T) {
	inKlina(t, "MEETING", map[string]bool{
		"Lena Okafor visited Klina on 4 May. She held talks there with Agron Pula.": true,
		"Lena Okafor visited Klina on 4 May. She held talks with Agron Pula.":       false,
	})
}

// inKlina says of texts whether an event of a kind is told to have come about in Klina.
func inKlina(t *testing.T, kind string, told map[string]bool) {
	t.Helper()
	_, rules := rulesFor(t)
	for text, want := range told {
		got := slices.ContainsFunc(rules.facts(text), func(f string) bool { return strings.HasPrefix(f, kind+" ") && strings.Contains(f, "Klina") })
		if got != want {
			t.Errorf("%s: %s in Klina: %v", text, kind, got)
		}
	}
}
