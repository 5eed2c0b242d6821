package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestJoinedBehindAside: who is joined by "and" to a person of whom an apposition tells what he or she is, wherever that ends, has the same
// done to him or her, and not where a verb of his or her own follows; where the apposition says something stands, nothing was done.
func TestJoinedBehindAside(t *testing.T) {
	_, rules := rulesFor(t)
	for text, want := range map[string][2]bool{ // both, and at a place
		"On 4 May, KFOR arrested Arben Lura, a former director of a school in Klina, and his brother, Ilir Doda.":                       {true, false},
		"On 4 May, KFOR released Arben Lura, the owner of a mill in Klina, and the driver, Ilir Doda, in Peja.":                         {true, true},
		"On 4 May, Arben Lura, the former head of a school in Klina, and his brother, Ilir Doda, were arrested by KFOR.":                {true, false},
		"On 4 May, the Special Prosecution Office of Kosovo filed an indictment against Arben Lura, a clerk from Klina, and Ilir Doda.": {true, false},
		"On 4 May, the Special Prosecution Office of Kosovo filed an indictment against Arben Lura, a clerk, and Ilir Doda was ill.":    {false, false},
		"On 4 May, KFOR released the Mayor of Peja, Arben Lura, and the Mayor of Istog, Ilir Doda, in Klina.":                           {true, true},
		"On 4 May, KFOR released Arben Lura, a clerk, and his driver, Ilir Doda, left in Peja.":                                         {false, false},
	} {
		for _, f := range rules.facts(text) {
			if !slices.ContainsFunc([]string{"ARREST", "RELEASE", "INDICTMENT"}, func(kind string) bool { return strings.HasPrefix(f, kind+" ") }) {
				continue
			}
			if got := [2]bool{strings.Contains(f, "Arben Lura") && strings.Contains(f, "Ilir Doda"), strings.Contains(f, " at ")}; got != want {
				t.Errorf("%s: tells %s", text, f)
			}
		}
	}
}

// TestExerciseTogether: bodies that hold an exercise with a force, as its subjects or behind "by", have a part in it.
func TestExerciseTogether(t *testing.T) {
	_, rules := rulesFor(t)
	for _, text := range []string{
		"The drill was run in Klina on 4 May by KFOR and the Kosovo Police.",
		"The drill “Red Elm” was held from 4 to 9 May by KFOR and the Kosovo Police in Klina.",
	} {
		if !slices.ContainsFunc(rules.facts(text), func(f string) bool {
			return strings.HasPrefix(f, "EXERCISE ") && strings.Contains(f, "AGENT(Kosovo Force)") && strings.Contains(f, "Kosovo Police")
		}) {
			t.Errorf("%s: tells %q", text, rules.facts(text))
		}
	}
}
