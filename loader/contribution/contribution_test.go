package contribution

import (
	"reflect"
	"testing"
)

var rules = Rules{
	Relation: "CONTRIBUTES_TO",
	Nation:   `^country\b`,
	About:    `police|military|personnel|officers|observers|troops`,
	Other:    `\beuros\b`,
	Total:    `\btotal\b`,
	Part:     `\b(?:women|men|formed|individual)\b`,
	Ignored:  `per cent|^of whom|of deployment`, Component: `^component\b`, Begins: `(?-i:\bStrength\b)`,
	Some: `^of which\b`, Qualified: `^including\b`, Aside: `\([^)]*\)`,
	Components: []Component{
		{Is: "OBSERVER", Words: `(?:military )?observers`}, {Is: "POLICE", Words: `police`}, {Is: "MILITARY", Words: `military|troops|staff officers`},
	},
}

// TestShares reads rows under headers of many kinds: the total counts where there is one, components are told apart, and none is nobody.
func TestShares(t *testing.T) {
	if err := rules.Compile(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		caption       string
		header, cells []string
		want          []Share
	}{
		{"Police", []string{"Country", "Number"}, []string{"Nepal", "12"}, []Share{{"POLICE", 12}}},
		{"Police", []string{"Country", "Women", "Men", "Total"}, []string{"Nepal", "3", "9", "12"}, []Share{{"POLICE", 12}}},
		{"Police", []string{"Country", "Women", "Men"}, []string{"Nepal", "3", "9"}, []Share{{"POLICE", 12}}},
		{"Police", []string{"Country", "Number", "Per cent"}, []string{"Nepal", "40", "80"}, []Share{{"POLICE", 40}}},
		{"Police", []string{"Country", "Individual officers", "Formed police units", "Total"}, []string{"Nepal", "26", "163", "189"}, []Share{{"POLICE", 189}}},
		{"Personnel", []string{"Country", "Military observers", "Total military", "Formed police units", "Civilian police"}, []string{"Fiji", "4", "70", "120", "9"}, []Share{{"OBSERVER", 4}, {"MILITARY", 70}, {"POLICE", 129}}},
		{"Personnel", []string{"Country", "Formed police units", "Police"}, []string{"Fiji", "120", "129"}, nil},
		{"Contributions of troops", []string{"", "Military observers", "Troops"}, []string{"Fiji", "4", "70"}, []Share{{"OBSERVER", 4}, {"MILITARY", 70}}},
		{"Personnel", []string{"Country", "Police officers", "Military observers"}, []string{"Fiji", "31", "2"}, []Share{{"POLICE", 31}, {"OBSERVER", 2}}},
		{"Personnel", []string{"Country", "Police", "Troops", "Total"}, []string{"Fiji", "31", "2", "33"}, []Share{{"POLICE", 31}, {"MILITARY", 2}}},
		{"Personnel", []string{"Country", "Staff officers women", "Staff officers men", "Troops men", "Total"}, []string{"Peru", "1", "2", "1 369a", "1 372"}, []Share{{"MILITARY", 1372}}},
		{"Personnel", []string{"Country", "Military component Observers", "Military component Staff officers", "Military component Troops", "Military component Total", "Police"},
			[]string{"Fiji", "8", "2", "40", "50", "3"}, []Share{{"OBSERVER", 8}, {"MILITARY", 42}, {"POLICE", 3}}},
		{"Personnel", []string{"Country", "Military personnel Officers", "Military personnel Troops", "Military personnel Total"}, []string{"Fiji", "2", "40", "42"}, []Share{{"MILITARY", 42}}},
		{"Personnel", []string{"Country", "Total"}, []string{"Fiji", "3"}, []Share{{"", 3}}},
		{"Military and police", []string{"Country", "Component", "Number"}, []string{"Fiji", "Police", "14"}, []Share{{"POLICE", 14}}},
		{"Military and police", []string{"Country", "Component", "Number"}, []string{"Fiji", "Troops", "14"}, []Share{{"MILITARY", 14}}},
		{"Military and police", []string{"Country", "Component", "Number"}, []string{"Fiji", "Total", "28"}, nil},
		{"Military and police", []string{"Country", "Number"}, []string{"Fiji", "14"}, []Share{{"", 14}}},
		{"Strength of the military and police Strength of the police", []string{"Country", "Number"}, []string{"Fiji", "14"}, []Share{{"POLICE", 14}}},
		{"Police and troops\nObservers", []string{"Country", "Number"}, []string{"Fiji", "14"}, []Share{{"OBSERVER", 14}}},
		{"Police", []string{"Country", "Police on 1 May 2007", "Police on 1 March 2007"}, []string{"Fiji", "14", "13"}, []Share{{"POLICE", 14}}},
		{"Police", []string{"Country", "Police May 2007", "Police April 2007"}, []string{"Fiji", "14", "13"}, []Share{{"POLICE", 14}}},
		{"Police", []string{"Country", "May 1, 2007", "March 1, 2007"}, []string{"Fiji", "14", "13"}, []Share{{"POLICE", 14}}},
		{"Police", []string{"Country", "1.3.2007", "1.5.2007"}, []string{"Fiji", "13", "14"}, []Share{{"POLICE", 14}}},
		{"Police", []string{"Country", "Number", "Of whom women"}, []string{"Fiji", "12", "3"}, []Share{{"POLICE", 12}}},
		{"Personnel", []string{"Country", "Military", "Police", "Total military and police"}, []string{"Fiji", "12", "3", "15"}, []Share{{"MILITARY", 12}, {"POLICE", 3}}},
		{"Military observers", []string{"Country", "Number"}, []string{"Fiji", "2"}, []Share{{"OBSERVER", 2}}},
		{"Police", []string{"Country", "Number"}, []string{"Fiji", "14²"}, []Share{{"POLICE", 14}}},
		{"Police", []string{"Country", "Number"}, []string{"Fiji", "—"}, nil},
		{"Police", []string{"Country", "Number"}, []string{"Fiji", "some"}, nil},
		{"Police", []string{"Country", "Unit", "Number"}, []string{"Fiji", "Formed unit", "14"}, []Share{{"POLICE", 14}}},
	} {
		tables := rules.Tables(c.caption, c.header, [][]string{c.cells})
		if len(tables) != 1 {
			t.Fatalf("%s %v: %d tables", c.caption, c.header, len(tables))
		}
		if is, _ := tables[0].Shares(c.cells); !reflect.DeepEqual(is, c.want) {
			t.Errorf("%s %v: %v gives %v, should give %v", c.caption, c.header, c.cells, is, c.want)
		}
	}
	tables := rules.Tables("Police", []string{"Place", "Country", "Number"}, [][]string{{"1", "Fiji", "14"}, {"2", "Kenya", "2"}, {"3.", "Peru", "5"}, {"", "Total", "21"}})
	if is, _ := tables[0].Shares([]string{"2", "Kenya", "2"}); !reflect.DeepEqual(is, []Share{{"POLICE", 2}}) {
		t.Errorf("a row with its number before it gives %v", is)
	}
	if none := rules.Tables("Accidents", []string{"", "Troops", "Others"}, [][]string{{"Fiji", "4", "70"}}); len(none) > 0 {
		t.Errorf("of accidents: %v", none)
	}
	pairs := rules.Tables("Police", []string{"Country", "Number", "Country", "Number"}, nil)
	if len(pairs) != 2 || pairs[1].Nation() != 2 {
		t.Fatalf("tables side by side: %v", pairs)
	}
	for i, want := range []int{3, 4} {
		if is, _ := pairs[i].Shares([]string{"Fiji", "3", "Peru", "4"}); !reflect.DeepEqual(is, []Share{{"POLICE", want}}) {
			t.Errorf("of tables side by side, %d gives %v", i, is)
		}
	}
	deployed := rules.Tables("Police", []string{"Country", "Country of deployment", "Number"}, nil)
	if len(deployed) != 1 || deployed[0].Nation() != 0 {
		t.Errorf("a country of deployment is taken for one that contributes: %v", deployed)
	}
	for _, header := range [][]string{{"Country", "Euros"}, {"Year", "Police"}, nil} {
		if tables := rules.Tables("Personnel", header, nil); len(tables) > 0 {
			t.Errorf("%v is taken for a table of contributors", header)
		}
	}
}

// TestUnclear: of columns that are neither parts of one component nor different heads of it, and of cells that cannot be read, there is no
// sum.
func TestUnclear(t *testing.T) {
	if err := rules.Compile(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ header, cells []string }{
		{[]string{"Country", "Police", "Monitors"}, []string{"Fiji", "10", "12"}},
		{[]string{"Country", "Number", "Women"}, []string{"Fiji", "10", "2"}},
		{[]string{"Country", "Police 5/6/2003", "Police 4/7/2003"}, []string{"Fiji", "10", "12"}},
		{[]string{"Country", "Police", "Police May 2003"}, []string{"Fiji", "10", "12"}},
		{[]string{"Country", "Men", "Women"}, []string{"Fiji", "12 (2 officers)", "3"}},
	} {
		table := rules.Tables("Police", c.header, [][]string{c.cells})[0]
		if is, unclear := table.Shares(c.cells); is != nil || !unclear {
			t.Errorf("%q: %q gives %v, unclear %v", c.header, c.cells, is, unclear)
		}
	}
}
