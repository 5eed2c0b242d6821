package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTextTables: tables in plain text and in Markdown are rows, however they are set, and end where the text goes on.
func TestTextTables(t *testing.T) {
	const before, after = "2. The composition is as follows:", "3. Calm prevailed in the area."
	for name, table := range map[string]string{
		"blanks":     "Country          Troops\nItaly               542\nAustria               -",
		"underlined": "  Country     Troops\n  ---------  -------\n  Italy          542\n  Austria          -",
		"tabs":       "Country\tTroops\nItaly\t542\nAustria\t-",
		"bars":       "| Country | Troops |\n|---|---|\n| Italy | 542 |\n| Austria | - |",
		"bare bars":  "Country | Troops\n---|---\nItaly | 542\nAustria | -",
		"drawn":      "+---------+--------+\n| Country | Troops |\n+=========+========+\n| Italy   | 542    |\n+---------+--------+\n| Austria | -      |\n+---------+--------+",
	} {
		want := []string{"2. The composition is as follows:", "| header: Country | Troops", "| Italy | 542", "| Austria | -", "3. Calm prevailed in the area."}
		text := before + "\n\n" + table + "\n\n" + after + "\n"
		if diff := cmp.Diff(want, told(plainBlocks(withTextTables(strings.Split("1. First.\n\n"+text, "\n")))[1:])); diff != "" {
			t.Errorf("%s, plain, - want, + got:\n%s", name, diff)
		}
		if diff := cmp.Diff(want, told(readBlocks([]byte(text)))); diff != "" {
			t.Errorf("%s, Markdown, - want, + got:\n%s", name, diff)
		}
	}
	pages := "Country          Troops\n\nItaly               542\nAustria               -\n\nCountry          Troops\n          (continued)\n\nNorway          2\nKenya          1\n\nTotal          545"
	want := []string{"| header: Country | Troops", "| Italy | 542", "| Austria | -", "| Norway | 2", "| Kenya | 1", "| Total | 545"}
	if diff := cmp.Diff(want, told(plainBlocks(withTextTables(strings.Split("1. First.\n\n"+pages+"\n", "\n")))[1:])); diff != "" {
		t.Errorf("over two pages, - want, + got:\n%s", diff)
	}
	heads := "| | Military | | Police |\n|---|---|---|---|\n| | Troops | Staff | |\n| Italy | 542 | 2 | 3 |"
	want = []string{"| header: Country | Military Troops | Military Staff | Police", "| Italy | 542 | 2 | 3"}
	if diff := cmp.Diff(want, told(readBlocks([]byte(strings.Replace(heads, "| |", "| Country |", 1))))); diff != "" {
		t.Errorf("two rows of heads, - want, + got:\n%s", diff)
	}
	contents := []string{"Introduction          3", "Security          12", "Chapter          Page", "Economy          15", "Staff          16"}
	if diff := cmp.Diff(contents, withTextTables(contents)); diff != "" {
		t.Errorf("a list of contents is taken for a table:\n%s", diff)
	}
}
