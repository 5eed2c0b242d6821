package loader

import "testing"

// TestOnAVisit: those meet, or sign, at the place where they are on a visit, and on its day, unless another is told.
func TestOnAVisit(t *testing.T) {
	scenes(t, map[string][]string{
		"During a visit to Klina on 4 June, Arben Lura met Lena Okafor.":          {"MEETING 2004-06-04 | Klina | Arben Lura, Lena Okafor", "VISIT 2004-06-04 | Klina | Arben Lura"},
		"On 4 June, Arben Lura, on a trip to Klina, met Lena Okafor.":             {"MEETING 2004-06-04 | Klina | Arben Lura, Lena Okafor", "VISIT <nil> | Klina | "},
		"On 4 June, Arben Lura, visiting Klina, met Lena Okafor.":                 {"MEETING 2004-06-04 | Klina | Arben Lura, Lena Okafor", "VISIT <nil> | Klina | Arben Lura"},
		"While touring Klina on 4 June, Arben Lura met Lena Okafor.":              {"MEETING 2004-06-04 | Klina | Arben Lura, Lena Okafor", "VISIT 2004-06-04 | Klina | Arben Lura"},
		"In the course of a visit to Klina on 4 June, Norway signed a protocol.":  {"AGREEMENT 2004-06-04 | Klina | Norway", "VISIT 2004-06-04 | Klina | "},
		"On 4 June, during a visit to Klina, Arben Lura met Lena Okafor in Peja.": {"MEETING 2004-06-04 | Peja | Arben Lura, Lena Okafor", "VISIT 2004-06-04 | Klina | Arben Lura"},
		"On 4 June, Arben Lura met Lena Okafor to discuss a visit to Klina.":      {"MEETING 2004-06-04 |  | Arben Lura, Lena Okafor"},
	})
}

// TestSatAnd: those who come together somewhere on a day do there and then what the next verb tells of them, but not what is done to them,
// or later.
func TestSatAnd(t *testing.T) {
	scenes(t, map[string][]string{
		"Norway and Kenya met in Klina on 4 June and signed a protocol.":                    {"AGREEMENT 2004-06-04 | Klina | Kenya, Norway", "MEETING 2004-06-04 | Klina | Kenya, Norway"},
		"The Assembly of Kosovo convened on 4 June and elected Arben Lura President.":       {"APPOINTMENT 2004-06-04 |  | Arben Lura, Assembly of Kosovo", "MEETING 2004-06-04 |  | Assembly of Kosovo"},
		"The Assembly of Kosovo convened on 4 June and later elected Arben Lura President.": {"APPOINTMENT <nil> |  | Arben Lura, Assembly of Kosovo", "MEETING 2004-06-04 |  | Assembly of Kosovo"},
		"Some 40 cooks gathered in Klina on 4 June and attacked Lena Okafor.":               {"ATTACK 2004-06-04 | Klina | Lena Okafor"},
		"Arben Lura convened in Klina with nine cooks on 4 June and was arrested.":          {"ARREST <nil> |  | Arben Lura", "MEETING 2004-06-04 | Klina | Arben Lura"},
	})
}
