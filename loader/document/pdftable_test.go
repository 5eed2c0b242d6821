package document

import (
	"slices"
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium/responses"
)

// printed places the characters of lines as a page does: each five points wide and ten high, each line twenty below the other.
func printed(lines ...string) (chars []*responses.GetPageTextStructuredChar) {
	for i, l := range lines {
		for j, c := range []rune(l) {
			left, bottom := float64(5*j), float64(1000-20*i)
			chars = append(chars, &responses.GetPageTextStructuredChar{Text: string(c), PointPosition: responses.CharPosition{Left: left, Right: left + 5, Top: bottom + 10, Bottom: bottom}})
		}
	}
	return chars
}

// TestPDFTable reads a table by where its words stand: empty cells, heads of several columns, thousands and names of two lines.
func TestPDFTable(t *testing.T) {
	page := []string{
		"                    Staff officers     Troops",
		"Country             Women   Men      Women     Men      Total",
		"Argentina                   11       38       1 523    1 572",
		"United States of",
		"America             2       7                             9",
		"Nepal               13               10                   23",
		"Total               15      18       48       1 523    1 604",
		"The table ends here.",
	}
	lines := slices.Clone(page)
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	is := strings.Join(withTables(lines, pdfLinesOf(printed(page...))), "\n")
	for _, row := range []string{"^Country|Staff officers Women|Staff officers Men|Troops Women|Troops Men|Total\n", "\nArgentina||11|38|1 523|1 572\n", "\nUnited States of America|2|7|||9\n",
		"\nNepal|13||10||23\n", "\nTotal|15|18|48|1 523|1 604\nThe table ends here."} {
		if row = strings.NewReplacer("|", cellSign, "^", headSign).Replace(row); !strings.Contains(is, row) {
			t.Errorf("lacks %q in\n%q", row, is)
		}
	}
	if strings.Count(is, "United") != 1 || strings.Contains(is, "Staff officers Troops") {
		t.Errorf("says twice what is in a row or in the header:\n%q", is)
	}
}

// TestPDFTableByCells: heads that the text layer has cell by cell head the table all the same, and a name goes on below its figures.
func TestPDFTableByCells(t *testing.T) {
	page := []string{
		"              Military                Civilian",
		"Country       observers    Troops     police",
		"Bosnia and       1                     14",
		"Herzegovina",
		"Kenya                       8",
		"Total            1          8          14",
	}
	lines := []string{"Country", "Military observers", "Troops", "Civilian police", "Bosnia and 1 14", "Herzegovina", "Kenya 8", "Total 1 8 14"}
	is := strings.Join(withTables(lines, pdfLinesOf(printed(page...))), "\n")
	want := "\n\n\n^Country|Military observers|Military Troops|Civilian police\n\nBosnia and Herzegovina|1||14\nKenya||8|\nTotal|1|8|14"
	if want = strings.NewReplacer("|", cellSign, "^", headSign).Replace(want); is != want {
		t.Errorf("read as\n%q, want\n%q", is, want)
	}
}

// TestPDFTableThatRunsOn: a table that was set as running text has columns by chance alone, and stays as it is.
func TestPDFTableThatRunsOn(t *testing.T) {
	page := []string{
		"Country Number of officers Argentina 1 Nepal 2",
		"Bulgaria 1 Chile 1 Jordan 1 Pakistan         1",
		"Poland 1 Portugal 2 Romania 3 Spain 2        4",
	}
	lines := slices.Clone(page)
	if is := withTables(lines, pdfLinesOf(printed(page...))); !slices.Equal(is, page) {
		t.Errorf("read as %q", is)
	}
}

// TestPDFTableOfTotals: totals without a row that they add up have no columns, and stay as they are.
func TestPDFTableOfTotals(t *testing.T) {
	page := []string{
		"Country     Number",
		"Total       12",
		"Grand total 13",
	}
	lines := slices.Clone(page)
	if is := withTables(lines, pdfLinesOf(printed(page...))); !slices.Equal(is, page) {
		t.Errorf("read as %q", is)
	}
}
