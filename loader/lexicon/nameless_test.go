package lexicon_test

import "testing"

// TestTextsOfBodies: what is written or agreed on and called after a body is not that body.
func TestTextsOfBodies(t *testing.T) {
	areNamed(t, map[string]string{
		"The European Union Rivers Strategy cites the United Nations Convention on Lakes and the Charter of the United Nations.": "",
		"The UNDP Summit and the United Nations Standards for Peacekeeping Police were named.":                                   "Organization United Nations Development Programme",
		"The UNDP Law Enforcement Unit told the United Nations.":                                                                 "Organization UNDP Law Enforcement Unit; Organization United Nations",
	})
}

// TestTownsInPapers: a town that a newspaper, a portal or a station is called after is not told of; one at whose name a body begins is.
func TestTownsInPapers(t *testing.T) {
	areNamed(t, map[string]string{
		"The letter was printed in the weekly Peja Courier.":                 "",
		"The Gjilan Tribune and the Prizren Chronicle wrote of it.":          "",
		"The portal Gjilan Online and the newspaper Gazeta Prizren told it.": "",
		"The weekly Prizren market was held in Peja.":                        "Place Prizren; Place Peja",
		"The organization Prizren Youth Forum wrote of it.":                  "Organization Prizren Youth Forum",
	})
}

// TestOfficesCutShort: the initials behind an office introduce no body, but those behind a body's name do.
func TestOfficesCutShort(t *testing.T) {
	areNamed(t, map[string]string{
		"They met the Deputy Director of Works (DDW) and the Chief of Staff (COS).": "",
		"They met the Council of Prizren Bakers (CPB).":                             "Organization Council of Prizren Bakers; Organization Council of Prizren Bakers",
	})
}
