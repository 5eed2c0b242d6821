package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestTownOffices: a mayor is that of the one town in which the sentence, or what says where, places what follows.
func TestTownOffices(t *testing.T) {
	_, rules := rulesFor(t)
	mayor := []string{"(Agron Pula)-[HELD_POSITION title: mayor]->(Klina)"}
	for text, want := range map[string][]string{
		"In Klina, the mayor, Agron Pula, left.":                                            mayor,
		"On 4 May, in the municipality of Klina, the mayor, Agron Pula, left.":              mayor,
		"They talked of returns to Klina, where the mayor, Agron Pula, had left.":           mayor,
		"In Istok and Klina, the mayor, Agron Pula, left.":                                  nil,
		"They talked of returns to Istok and Klina, where the mayor, Agron Pula, had left.": nil,
		"It was quiet in Klina, the mayor, Agron Pula, said.":                               nil,
		"In Klina, the director, Agron Pula, left.":                                         nil,
		"They met EULEX. After the defeat of ZZ23, its director, Agron Pula, left.":         nil,
		"KFOR met nine villagers. Their director, Agron Pula, left.":                        nil,
		"KFOR left. The village guard, whose commander, Agron Pula, stayed, met in Klina.":  nil,
		"The guards met in Klina. The mayor, Agron Pula, left.":                             nil,
	} {
		got := slices.DeleteFunc(rules.facts(text), func(f string) bool { return !strings.Contains(f, "HELD_POSITION") })
		if !slices.Equal(got, want) {
			t.Errorf("%s\n  tells %q\n  not   %q", text, got, want)
		}
	}
}
