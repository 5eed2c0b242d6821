package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSpreadIsBounded writes the text of cells that go over many rows and columns again only so often, and says so.
func TestSpreadIsBounded(t *testing.T) {
	words := strings.Repeat("Kenya ", maxRepeated/6)
	for name, c := range map[string]struct {
		cell  string
		cells int
		doubt bool
	}{
		"of a report":       {"<td rowspan=20>" + words, 5, false},
		"over rows":         {"<td rowspan=1000>" + words, maxColumns, true},
		"heads over others": {strings.Repeat("<table><tr><th colspan=100>"+words+"<th>b<tr><td>a<td>b</table>", 50), 1, true},
	} {
		page := "<html><p>1. Text.<table><tr><td>a<td>b<tr>" + strings.Repeat(c.cell, c.cells) + strings.Repeat("<tr>", 999) + "</table>"
		doc, err := Parse("a.html", []byte(page), Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		letters := 0
		for _, p := range doc.Paragraphs {
			letters += len(p.Text)
			if p.Table != nil {
				letters += len(strings.Join(p.Table.Header, ""))
			}
		}
		if most := maxSpread + len(page) + 1000*maxColumns*len(" | "); letters > most {
			t.Errorf("%s: %d KiB became %d, want %d at most", name, len(page)>>10, letters>>10, most>>10)
		}
		if told := slices.Contains(doc.Doubts, overspread); told != c.doubt {
			t.Errorf("%s: the doubts are %q", name, fmt.Sprint(doc.Doubts))
		}
	}
}

// TestRowsWithoutCells: rows without a cell say nothing, wherever they stand; what is below them is read as if they were not there.
func TestRowsWithoutCells(t *testing.T) {
	const head, row = "<tr><td>Country<td>Troops</tr>", "<tr><td>Italy<td>5</tr>"
	for _, table := range []string{
		"<tr></tr>" + head + row,
		"<tr></tr><tr></tr>" + head + "<tr></tr>" + row + "<tr></tr>",
		"<tr><td colspan=2>Troops of KFOR</tr><tr></tr>" + head + row,
		"<thead><tr></tr></thead>" + head + row,
	} {
		doc, err := Parse("a.html", []byte("<html><p>1. Text.<table>"+table+"</table>"), Options{})
		if err != nil {
			t.Errorf("%s: %v", table, err)
			continue
		}
		last := doc.Paragraphs[len(doc.Paragraphs)-1]
		if last.Text != "Italy | 5" || last.Table == nil || !slices.Equal(last.Table.Header, []string{"Country", "Troops"}) {
			t.Errorf("%s: the last row is %+v", table, last)
		}
	}
	for _, table := range []string{"", "<tr></tr>", "<tr></tr><tr></tr>", "<tr><td></tr><tr></tr>"} {
		if doc, err := Parse("a.html", []byte("<html><p>1. Text.<table>"+table+"</table>"), Options{}); err != nil || len(doc.Paragraphs) != 1 {
			t.Errorf("%s: %+v, %v", table, doc, err)
		}
	}
}

// TestHeadsOfTwoRows: heads over several columns are joined with those below that divide them, also where nothing marks them as heads.
func TestHeadsOfTwoRows(t *testing.T) {
	const table = "<tr><td>Country<td colspan=3>Police officers</tr><tr><td><td>Women<td>Men<td>Total</tr><tr><td>Italy<td>2<td>3<td>5</tr>"
	doc, err := Parse("a.html", []byte("<html><p>1. Text.<table>"+table+"</table>"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	last := doc.Paragraphs[len(doc.Paragraphs)-1]
	want := []string{"Country", "Police officers Women", "Police officers Men", "Police officers Total"}
	if last.Text != "Italy | 2 | 3 | 5" || last.Table == nil || !slices.Equal(last.Table.Header, want) {
		t.Errorf("the last row is %+v", last)
	}
}
