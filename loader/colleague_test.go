package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestColleagues: a minister of a list holds office in the country of those before, but for one whom an article behind "and" may take
// elsewhere.
func TestColleagues(t *testing.T) {
	_, rules := rulesFor(t)
	president := "(Drita Voka)-[HELD_POSITION title: President]->(Norway)"
	for text, want := range map[string][]string{
		"The President of Norway, Drita Voka, the Minister for Foreign Affairs, Agron Pula, and the Minister for Trade, Arben Lura, left.": {
			president, "(Agron Pula)-[HELD_POSITION title: Minister for Foreign Affairs]->(Norway)", "(Arben Lura)-[HELD_POSITION title: Minister for Trade]->(Norway)"},
		"KFOR met the President of Norway, Drita Voka, the Deputy Prime Minister and Minister of Justice, Agron Pula, and others.": {
			president, "(Agron Pula)-[HELD_POSITION title: Deputy Prime Minister]->(Norway)", "(Agron Pula)-[HELD_POSITION title: Minister of Justice]->(Norway)"},
		"KFOR met the Norwegian President, Drita Voka, and Foreign Minister Agron Pula.": {
			president, "(Agron Pula)-[HELD_POSITION title: Foreign Minister]->(Norway)"},
		"KFOR met the Norwegian President, Drita Voka, and Deputy Mayor Agron Pula.":                                           {president},
		"The President of Norway, Drita Voka, and the Minister of Justice, Agron Pula, left.":                                  {president},
		"The President of Norway, Drita Voka, as well as the Minister of Justice, Agron Pula, left.":                           {president},
		"The President of Norway, Drita Voka, left and the Minister of Justice, Agron Pula, stayed.":                           {president},
		"The President of Norway, Drita Voka, the mayor of Klina, and the Minister of Justice, Agron Pula, left.":              {president},
		"KFOR met the President of Norway, Drita Voka, the Minister of the party, Agron Pula, and Foreign Minister Ilir Doda.": {president},
		"The Director of the Kosovo Police, Drita Voka, the Minister of Justice, Agron Pula, and others left.": {
			"(Drita Voka)-[HELD_POSITION title: Director]->(Kosovo Police)"},
	} {
		got := slices.DeleteFunc(rules.facts(text), func(f string) bool { return !strings.Contains(f, "HELD_POSITION") })
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n  tells %q\n  not   %q", text, got, want)
		}
	}
}

// TestOneHolder: an office of which a country has one, told without the country, is not that of the report's where somebody else holds
// that.
func TestOneHolder(t *testing.T) {
	_, rules := rulesFor(t)
	for text, want := range map[string]int{
		"Prime Minister Agron Pula left. Prime Minister Arben Lura stayed.":                          1,
		"Prime Minister Agron Pula left. Prime Minister Pula returned.":                              2,
		"Former Prime Minister Agron Pula left. Prime Minister Arben Lura stayed.":                   2,
		"On 10 July, Agron Pula was sworn in as Mayor of Klina, together with a cousin, Arben Lura.": 1,
		"Deputy Prime Minister Agron Pula left. Deputy Prime Minister Arben Lura stayed.":            2,
	} {
		got := slices.DeleteFunc(rules.facts(text), func(f string) bool { return !strings.Contains(f, "HELD_POSITION") })
		if len(got) != want {
			t.Errorf("%s\n  tells %q", text, got)
		}
	}
}
