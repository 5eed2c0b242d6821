package lexicon_test

import "testing"

// TestPlacesByForm: what is called by a name of no English word, by its kind or among towns, is a place.
func TestPlacesByForm(t *testing.T) {
	areNamed(t, map[string]string{
		"The Department of Perquín met the Department of Lakes.":                                   "Place Perquín; Organization Department of Lakes",
		"Houses burned in Dar es Salaam and Peja.":                                                 "Place Dar es Salaam; Place Peja",
		"Houses burned in Dili, Velika Brezna, Peja and Klina.":                                    "Place Dili; Place Velika Brezna; Place Peja; Place Klina",
		"The Klina District Prosecutor met the Dili District mayor.":                               "Place Klina; Place Dili District",
		"In the Pelé and the South-East departments and the Gumri and Psoru districts, it rained.": "Place Pelé; Place Gumri; Place Psoru",
		"The Department of San Vicente Norte was quiet in March.":                                  "Place San Vicente Norte",
	})
}
