package loader

import "testing"

// TestLaterThatMonth: "later that month" is all of the month of the last day told, "the following month" the one behind it; neither is told
// by a year, nor by another year's month.
func TestLaterThatMonth(t *testing.T) {
	scenes(t, map[string][]string{
		"On 4 June, a house was burned in Klina. Later that month, a shop was robbed in Peja.":          {"ATTACK 2004-06-04 | Klina | ", "ATTACK 2004-06-01 | Peja | "},
		"On 4 March, a house was burned in Klina. In the following month, a shop was robbed in Peja.":   {"ATTACK 2004-03-04 | Klina | ", "ATTACK 2004-04-01 | Peja | "},
		"On 4 June, a house was burned in Klina. In the same month of 2003, a shop was robbed in Peja.": {"ATTACK 2004-06-04 | Klina | ", "ATTACK <nil> | Peja | "},
		"In 1999, a house was burned in Klina. Later that month, a shop was robbed in Peja.":            {"ATTACK 1999-01-01 | Klina | ", "ATTACK <nil> | Peja | "},
		"On 4 June, a house was burned in Klina. Within minutes, a shop was robbed in Peja.":            {"ATTACK 2004-06-04 | Klina | ", "ATTACK 2004-06-04 | Peja | "},
		"On 4 June, a house was burned in Klina. Nine hours later, a shop was robbed in Peja.":          {"ATTACK 2004-06-04 | Klina | ", "ATTACK <nil> | Peja | "},
		"As a patrol was making its way through Klina on 4 June, it was ambushed by gunmen.":            {"ATTACK 2004-06-04 | Klina | "},
		"As the Mayor was leaving a school in Peja on 4 June, gunmen attacked a mill.":                  {"ATTACK 2004-06-04 |  | ", "OTHER 2004-06-04 | Peja | "},
		"As the Mayor lives in Klina, it was stoned on 4 June.":                                         {"ATTACK 2004-06-04 |  | "},
		"While they were driving through Klina on 4 June, stones were thrown at them.":                  {"ATTACK 2004-06-04 | Klina | "},
	})
}

// TestAppointedInPlace: the day behind whom somebody is appointed to come after is that of the appointment, where that has none of its own.
func TestAppointedInPlace(t *testing.T) {
	scenes(t, map[string][]string{
		"Arben Lura was appointed to succeed him on 4 June.":                           {"APPOINTMENT 2004-06-04 |  | Arben Lura"},
		"On 4 March, Arben Lura was appointed to succeed him on 4 June.":               {"APPOINTMENT 2004-03-04 |  | Arben Lura"},
		"The swearing-in on 4 June of Arben Lura as Mayor of Klina ended the vacancy.": {"APPOINTMENT 2004-06-04 |  | Arben Lura"},
		"Arben Lura was appointed to paint the school in Klina in time for 4 June.":    {"APPOINTMENT <nil> |  | Arben Lura"},
	})
}
