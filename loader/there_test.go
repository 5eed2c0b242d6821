package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestThere: "there" points to the place of what the sentence before told, whether or not its own tells a day.
func TestThere(t *testing.T) {
	_, rules := rulesFor(t)
	for text, placed := range map[string]bool{
		"Lena Okafor visited Klina on 4 May. She held talks there with Agron Pula.": true,
		"Lena Okafor visited Klina on 4 May. She held talks with Agron Pula.":       false,
	} {
		met := slices.ContainsFunc(rules.facts(text), func(f string) bool { return strings.HasPrefix(f, "MEETING") && strings.Contains(f, "Klina") })
		if met != placed {
			t.Errorf("%s: a meeting in Klina: %v", text, met)
		}
	}
}
