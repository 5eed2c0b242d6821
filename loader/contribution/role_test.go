package contribution

import (
	"slices"
	"strings"
	"testing"
)

// TestRoles: each row is told apart by its nation and by what stands beside it; where that does not tell what a row is, it is loose.
func TestRoles(t *testing.T) {
	if err := rules.Compile(); err != nil {
		t.Fatal(err)
	}
	units, kinds := []string{"Country", "Unit", "Total"}, []string{"Country", "Component", "Number"}
	for _, c := range []struct {
		header []string
		rows   string
		want   []Role
	}{
		{units, "Italy|Battalion|5; Peru|Hospital|2; Total||7", []Role{Whole, Whole, Sum}},
		{units, "Italy|Headquarters|1; Italy|Battalion|5; Italy|Total|6", []Role{Unit, Unit, Total}},
		{units, "Italy|Headquarters|1; |Battalion|5; Italy|Total|6", []Role{Unit, Unit, Total}},
		{units, "Italy|Headquarters|1; |Battalion|5; Peru|Hospital|2", []Role{Loose, Loose, Whole}},
		{units, "Italy|Total officers|1; Italy|Total other ranks|5", []Role{Loose, Loose}},
		{units, "Italy|Total|6; Peru|Hospital|2", []Role{Whole, Whole}},
		{units, "Italy|Battalion|5; Italy|of which: headquarters|1", []Role{Whole, Part}},
		{units, "Italy|Battalion|5; |Of which: headquarters|1; Peru|Hospital|2", []Role{Whole, Part, Whole}},
		{units, "Italy|Battalion|5; of which women||1", []Role{Whole, Part}},
		{units, "Italy|Battalion|5; Italy|of which 1 woman|1", []Role{Loose, Loose}},
		{units, "Italy|of which: headquarters|1; Peru|Hospital|2", []Role{Whole, Whole}},
		{units, "|Hospital|2; ||3; Italy|Battalion|5", []Role{Whole, Loose, Whole}},
		{units, "Italy|Headquarters|1; |Battalion|5; |Total|6; Peru|Hospital|2; |Total|8", []Role{Loose, Loose, Total, Whole, Sum}},
		{units, "Italy|Headquarters|1; |Battalion|5; |Total|7", []Role{Loose, Loose, Sum}},
		{units, "Italy|Headquarters|1; |Battalion|5 or 6; |Total|1", []Role{Loose, Loose, Sum}},
		{units, "|Total|5; Peru|Hospital|2; |Total|2", []Role{Sum, Whole, Sum}},
		{kinds, "Italy|Police|5; |Troops|6; |Total|11", []Role{Whole, Whole, Total}},
		{[]string{"Number", "Country"}, "5|Italy; 1|of which women; 2; 6|Total", []Role{Whole, Part, Loose, Sum}},
		{kinds, "Italy|Police|5; Italy|Troops|6; Italy|Total|11; Peru|Police|1; |Troops|2", []Role{Whole, Whole, Total, Whole, Whole}},
		{kinds, "Italy|Police|5; Italy|Police, formed|6; Italy|Troops|7", []Role{Loose, Loose, Whole}},
		{kinds, "Italy|Police|5; Italy|of which police, formed|3", []Role{Whole, Part}},
		{[]string{"Country", "Number", "Country", "Number"}, "Italy|5|Peru|1; Fiji|2|Total|8", []Role{Whole, Whole, Whole, Sum}},
	} {
		var rows [][]string
		for row := range strings.SplitSeq(c.rows, "; ") {
			rows = append(rows, strings.Split(row, "|"))
		}
		var is []Role
		for _, table := range rules.Tables("Personnel", c.header, rows) {
			is = append(is, table.Roles(rows)...)
		}
		if !slices.Equal(is, c.want) {
			t.Errorf("%s: %v, want %v", c.rows, is, c.want)
		}
	}
}
