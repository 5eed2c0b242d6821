package document

import (
	"reflect"
	"strings"
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
		tables, after := runningTables(c.text)
		if want := []runningTable{{c.before, c.header, c.rows}}; !reflect.DeepEqual(tables, want) || after != c.after {
			t.Errorf("%q is divided into %q and %q", c.text, tables, after)
		}
	}
	for text, want := range map[string]int{ // the labels of a map behind a table are none of it, and no text
		"Country Number Jordan 1 Spain 2 Total Map No. 4133 Rev. 38 UNITED NATIONS Lake Top lic a B e l i D r i m M o ra v a R i n a c k a Pec": 2,
		"Country Number Jordan 1 Spain 2 Total 3 Kukës M o n t e n e g r o Pec P r o v i n c e o f":                                             3,
		"Country Number Jordan 1 Spain 2 Total 3 Map No. 4133 shows where they work.":                                                           4,
	} {
		if divided := divide(Paragraph{Text: text}); len(divided) != want {
			t.Errorf("%q is divided into %d, want %d: %v", text, len(divided), want, divided)
		}
	}
	for _, text := range []string{"Country Number Countryside 5.", "Country Country", "The Country Number one is 3 and 4.", "In that Country Team 12 officers served, and Number 4 did not.", ""} {
		if tables, _ := runningTables(text); len(tables) > 0 {
			t.Errorf("%q is taken for a table: %q", text, tables)
		}
	}
}

// TestManyRunningTables reads many heads and many tables in one text, which would take hours if each were looked for again behind another.
func TestManyRunningTables(t *testing.T) {
	const many = 20_000
	for text, want := range map[string]int{
		strings.Repeat("Country Number ", many):                                                    0,
		strings.Repeat("Country Number x ", many):                                                  0,
		strings.Repeat("Country Number Fiji 1 Peru 2 Total 3 and so on. ", many):                   many,
		strings.Repeat("Strength as at 1 May 2003 A 1 B 2 C 3 D 4 E 5 Total 15 and so on. ", many): many,
	} {
		tables, after := runningTables(text)
		if len(tables) != want {
			t.Errorf("%q, and so on, has %d tables, want %d; %q follows", text[:40], len(tables), want, after[:min(len(after), 40)])
		}
	}
	if tables, _ := runningTables("Country " + strings.Repeat("Number ", maxColumns) + "Fiji 1 Peru 2"); len(tables) > 0 {
		t.Errorf("a header of %d columns is one", len(tables[0].header))
	}
}

// TestRunningRowsAreBounded refuses a text whose rows are too many, though it has few lines.
func TestRunningRowsAreBounded(t *testing.T) {
	text := "1. " + strings.Repeat("Country Number Fiji 1 Peru 2 Total 3 and so on. ", maxBlocks/4)
	if _, err := Parse("a.md", []byte(text+"\n"), Options{}); err != nil {
		t.Errorf("%d paragraphs and rows are refused: %v", maxBlocks, err)
	}
	if _, err := Parse("a.md", []byte(text+text+"\n"), Options{}); err == nil || !strings.Contains(err.Error(), "the most that is read") {
		t.Errorf("the error is %v, and should say that the rows are too many", err)
	}
}
