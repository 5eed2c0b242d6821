package document

import (
	"reflect"
	"testing"
)

// TestRunningTable divides tables of nations that have become running text.
func TestRunningTable(t *testing.T) {
	for _, c := range []struct {
		text   string
		before string
		header []string
		rows   [][]string
		after  string
	}{
		{"Strength of the police (as at 15 October 2019) Country Number Country Number " +
			"Argentina 107 Malawi 17 United States of America 3 Nigeria 37 Total 164",
			"Strength of the police (as at 15 October 2019)", []string{"Country", "Number"},
			[][]string{{"Argentina", "107"}, {"Malawi", "17"}, {"United States of America", "3"}, {"Nigeria", "37"}, {"Total", "164"}}, ""},
		{"Liaison Nationality Number of liaison officers Ireland 3a Jordan 2 Total 5 a Including the chief.",
			"Liaison", []string{"Nationality", "Number of liaison officers"},
			[][]string{{"Ireland", "3a"}, {"Jordan", "2"}, {"Total", "5"}}, "a Including the chief."},
		{"Officers Country Number Jordan 1 Spain 2 Total Tearce Kukës",
			"Officers", []string{"Country", "Number"}, [][]string{{"Jordan", "1"}, {"Spain", "2"}}, "Tearce Kukës"},
		{"Country Civilian police Special Police Unit Jordan 12 115 Spain 3 4",
			"", []string{"Country", "Civilian police", "Special Police Unit"}, [][]string{{"Jordan", "12", "115"}, {"Spain", "3", "4"}}, ""},
		{"Police Country Number Bolivia (Plurinational State of) 1 Croatia 1 Ukraine (formed police unit) 6 Germany 4 (see map) Pec",
			"Police", []string{"Country", "Number"},
			[][]string{{"Bolivia (Plurinational State of)", "1"}, {"Croatia", "1"}, {"Ukraine (formed police unit)", "6"}, {"Germany", "4"}},
			"(see map) Pec"},
	} {
		before, header, rows, after, ok := runningTable(c.text)
		if !ok || before != c.before || !reflect.DeepEqual(header, c.header) || !reflect.DeepEqual(rows, c.rows) || after != c.after {
			t.Errorf("%q is divided into %q, %q, %q, %q", c.text, before, header, rows, after)
		}
	}
	for text, want := range map[string]int{ // the labels of a map behind a table are none of it, and no text
		"Country Number Jordan 1 Spain 2 Total Map No. 4133 Rev. 38 UNITED NATIONS Lake Top lic a B e l i D r i m M o ra v a R i n a c k a Pec": 2,
		"Country Number Jordan 1 Spain 2 Total 3 Kukës M o n t e n e g r o Pec P r o v i n c e o f":                                             3,
		"Country Number Jordan 1 Spain 2 Total 3 Map No. 4133 shows where they work.":                                                           4,
	} {
		if divided := (&layout{}).divide(Paragraph{Text: text}); len(divided) != want {
			t.Errorf("%q is divided into %d, want %d: %v", text, len(divided), want, divided)
		}
	}
	for _, text := range []string{"The Country Number one is 3 and 4.", "In that Country Team 12 officers served, and Number 4 did not.", ""} {
		if _, _, rows, _, ok := runningTable(text); ok {
			t.Errorf("%q is taken for a table: %q", text, rows)
		}
	}
}
