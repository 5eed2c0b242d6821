package loader

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"councilgraph/loader/contribution"
)

// TestContributors: the built-in words tell which column of a table names nations, which add up others, and of which component its people
// are.
func TestContributors(t *testing.T) {
	_, r := rulesFor(t)
	for _, c := range []struct {
		caption       string
		header, cells []string
		want          []contribution.Share
	}{
		{"Strength of the police", []string{"Nationality", "Female", "Male", "Strength"}, []string{"Fiji", "2", "7", "9"}, []contribution.Share{{Component: "POLICE", Personnel: 9}}},
		{"Strength of the police", []string{"Country", "Strength"}, []string{"Fiji", "9"}, []contribution.Share{{Component: "POLICE", Personnel: 9}}},
		{"Staff lent by Governments", []string{"Government", "Civilian staff"}, []string{"Fiji", "3"}, []contribution.Share{{Component: "CIVILIAN", Personnel: 3}}},
		{"Officers of the police component", []string{"Contributor", "Men", "Women", "All ranks and grades"}, []string{"Fiji", "7", "2", "9"}, []contribution.Share{{Component: "POLICE", Personnel: 9}}},
		{"Military personnel", []string{"Participating States", "Officers", "Others", "Aggregate"}, []string{"Fiji", "2", "7", "9"}, []contribution.Share{{Component: "MILITARY", Personnel: 9}}},
		{"Military and police", []string{"Troop- and police-contributing country", "Troops", "Police", "Combined"}, []string{"Fiji", "7", "2", "9"}, []contribution.Share{{Component: "MILITARY", Personnel: 7}, {Component: "POLICE", Personnel: 2}}},
		{"Civilian advisers on secondment", []string{"Seconded by", "Number"}, []string{"Fiji", "3"}, []contribution.Share{{Component: "CIVILIAN", Personnel: 3}}},
		{"Troops", []string{"Country", "Approved strength", "Deployed", "Shortfall"}, []string{"Fiji", "120", "100", "20"}, []contribution.Share{{Component: "MILITARY", Personnel: 100}}},
		{"Personnel", []string{"Country", "Troops", "Helicopters"}, []string{"Fiji", "120", "10"}, []contribution.Share{{Component: "MILITARY", Personnel: 120}}},
		{"Personnel", []string{"Country", "Experts on mission", "Military police", "Civilian police"}, []string{"Fiji", "2", "3", "4"}, []contribution.Share{{Component: "OBSERVER", Personnel: 2}, {Component: "MILITARY", Personnel: 3}, {Component: "POLICE", Personnel: 4}}},
		{"Strength", []string{"Country", "Formed police units", "Civilian police"}, []string{"Fiji", "–", "9"}, []contribution.Share{{Component: "POLICE", Personnel: 9}}},
		{"Strength", []string{"Country", "Formed police units", "Civilian police"}, []string{"Fiji", "140", "9"}, []contribution.Share{{Component: "POLICE", Personnel: 149}}},
		{"Strength", []string{"Country", "Formed police units", "Civilian police"}, []string{"Fiji", "9", "140"}, nil},
	} {
		tables := r.contributors.Tables(c.caption, c.header, [][]string{c.cells})
		if len(tables) != 1 {
			t.Errorf("%s, %q: %d tables", c.caption, c.header, len(tables))
			continue
		}
		if got, _ := tables[0].Shares(c.cells); !slices.Equal(got, c.want) {
			t.Errorf("%s, %q, %q: %v, want %v", c.caption, c.header, c.cells, got, c.want)
		}
	}
	if r.contributors.Tables("Civilian staff", []string{"Nationality", "Professional", "General Service"}, [][]string{{"Fiji", "2", "3"}}) != nil {
		t.Error("the staff of a mission is taken for what nations contribute")
	}
}

// readContributors reads text as a report on the Kosovo Force: the quotes of the contributions that it tells, in order, and its doubts.
func readContributors(t *testing.T, r *Rules, text string) (told, doubts []string) {
	t.Helper()
	const opening = "United Nations Security Council S/2003/77 Distr.: General 3 June 2003 Original: English " +
		"Report of the Secretary-General on the Kosovo Force\n\n1. The present report is on the Kosovo Force (KFOR).\n\n"
	x, err := r.Read(Source{Name: "a.md", Text: []byte(opening + text)})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range x.Document.Relations {
		if s.Type == "CONTRIBUTES_TO" {
			told = append(told, s.Evidence.Quote)
		}
	}
	return told, x.Doubts
}

// doubted says that one of some doubts tells of something.
func doubted(doubts []string, of string) bool {
	return slices.ContainsFunc(doubts, func(d string) bool { return strings.Contains(d, of) })
}

// TestNationOfRow: whose a row is, its cell says; where two rows ran into each other, nobody's, and a line of doubt says which.
func TestNationOfRow(t *testing.T) {
	_, r := rulesFor(t)
	text := "#### Troops of KFOR\n\n| Troops | Country |\n|---|---|\n| 2 | The Gambia |\n| 3 | Iran (Islamic Republic of) |\n" +
		"| 4 | United Kingdom of Great Britain and Jordan |\n| 5 | Northern Ireland |\n" +
		"| 6 | United Kingdom of Great Britain and Northern Ireland |\n| 7 | Congo (Democratic Republic of the) |\n| 8 | Sudan (South) |\n| 9 | of which Germany |\n"
	nations, doubts := readContributors(t, r, text)
	want := []string{"2 | The Gambia", "3 | Iran (Islamic Republic of)", "6 | United Kingdom of Great Britain and Northern Ireland"}
	if !slices.Equal(nations, want) {
		t.Errorf("rows with a nation are %q, want %q", nations, want)
	}
	for _, row := range []string{"4 | United Kingdom of Great Britain and Jordan", "5 | Northern Ireland",
		"7 | Congo (Democratic Republic of the)", "8 | Sudan (South)", "9 | of which Germany"} {
		if !doubted(doubts, row) {
			t.Errorf("no doubt of the row %q in %q", row, doubts)
		}
	}
}

// TestTablesSideBySide: each nation of a row has its own figure, whatever stands beside it, and the one total of all adds up.
func TestTablesSideBySide(t *testing.T) {
	_, r := rulesFor(t)
	text := "United Nations Security Council S/2003/77 Distr.: General 3 June 2003 Original: English " +
		"Report of the Secretary-General on the Kosovo Force\n\n1. The present report is on the Kosovo Force (KFOR). The troops are as follows:\n\n" +
		"| Country | Number | Country | Number |\n|---|---|---|---|\n| Norway | 2 | Kenya | 5 |\n| Fiji | 3 | Total | 10 |\n"
	x, err := r.Read(Source{Name: "a.md", Text: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	names, got := map[string]string{}, map[string]any{}
	for _, n := range x.Document.Nodes {
		names[n.ID] = n.Names[0].Text
	}
	for _, s := range x.Document.Relations {
		if s.Type == "CONTRIBUTES_TO" {
			got[names[s.From]] = s.Properties["personnel"]
		}
	}
	if want := map[string]any{"Norway": int64(2), "Kenya": int64(5), "Fiji": int64(3)}; !maps.Equal(got, want) ||
		slices.ContainsFunc(x.Doubts, func(d string) bool { return strings.Contains(d, "adds up") }) {
		t.Errorf("%v, want %v; doubts %q", got, want, x.Doubts)
	}
}

// TestListedContributors: a table that was run together is read where its total is the sum of all its nations, and else told in a line of
// doubt.
func TestListedContributors(t *testing.T) {
	_, r := rulesFor(t)
	text := "Composition of the International Police Task Force as at 4 June 2003a Fiji 49 Iran (Islamic Republic of) 2 " +
		"United Kingdom of Great Britain 30 and Northern Ireland United States of America 226 Total %s a The number varies.\n"
	want := []string{"Fiji 49", "Iran (Islamic Republic of) 2", "United Kingdom of Great Britain 30", "United States of America 226"}
	for total, want := range map[string][]string{"307": want, "308": nil} {
		nations, doubts := readContributors(t, r, strings.Replace(text, "%s", total, 1))
		if !slices.Equal(nations, want) {
			t.Errorf("total %s: nations listed are %q, want %q", total, nations, want)
		}
		if doubted(doubts, "add up to 307, but their total says 308") != (want == nil) {
			t.Errorf("total %s: doubts are %q", total, doubts)
		}
	}
}

// TestListedByWomenAndMen: of a row that parts its total by women and men the total is told, where one of them is left out too, if all
// totals add up to the last. A list that has no total is told of nobody, and a line of doubt says so.
func TestListedByWomenAndMen(t *testing.T) {
	_, r := rulesFor(t)
	text := "Composition of the police component of KFOR as at 4 June 2003 ------ Country Women Men Total ------ Fiji 1 2 3 Kenya 2 2 Norway 1 1 2 ------ Total %s\n"
	for total, want := range map[string][]string{"2 5 7": {"Fiji 1 2 3", "Kenya 2 2", "Norway 1 1 2"}, "2 6 8": nil, "": nil} {
		nations, doubts := readContributors(t, r, strings.Replace(text, "%s", total, 1))
		if !slices.Equal(nations, want) {
			t.Errorf("total %q: nations listed are %q, want %q", total, nations, want)
		}
		if doubted(doubts, "add up to 7, but their total says 8") != (total == "2 6 8") || doubted(doubts, "have no total") != (total == "") {
			t.Errorf("total %q: doubts are %q", total, doubts)
		}
	}
	whole := strings.ReplaceAll(strings.Replace(text, "%s", "2 5 7", 1), "------ ", "")
	if nations, _ := readContributors(t, r, whole); !slices.Equal(nations, []string{"Fiji 1 2 3", "Kenya 2 2", "Norway 1 1 2"}) {
		t.Errorf("without lines between them nations listed are %q", nations)
	}
}

// TestMarkedNations: notes' marks behind a nation's name, and longer asides, do not end the rows of a table that was run together.
func TestMarkedNations(t *testing.T) {
	_, r := rulesFor(t)
	text := "Composition of the police component of KFOR as at 4 June 2003 Country Number Fiji* 3 Kenya (waiting for a new police officer) — Norway 1 Total 4 * The chief.\n"
	if nations, _ := readContributors(t, r, text); !slices.Equal(nations, []string{"Fiji* | 3", "Norway | 1"}) {
		t.Errorf("nations listed are %q", nations)
	}
}

// TestUnitsOfNations: of a nation that has a row for each of its units the total is told, and where there is none a line of doubt. What a
// row counts once more is neither told nor added up.
func TestUnitsOfNations(t *testing.T) {
	_, r := rulesFor(t)
	text := "#### Troops of KFOR\n\n| Country | Unit | Strength |\n|---|---|---|\n| Italy | Headquarters | 12 |\n| Italy | Battalion | 500 |\n" +
		"| Italy | Total | 512 |\n| Spain | Headquarters | 2 |\n|  | Battalion | 30 |\n| Norway | Hospital | 40 |\n" +
		"|  | Of which: surgeons | 4 |\n| Total |  | 584 |\n"
	told, doubts := readContributors(t, r, text)
	if want := []string{"Italy | Total | 512", "Norway | Hospital | 40"}; !slices.Equal(told, want) {
		t.Errorf("what is told is %q, want %q", told, want)
	}
	if !doubted(doubts, "Spain | Headquarters | 2") {
		t.Errorf("no doubt tells of Spain: %q", doubts)
	}
	if doubted(doubts, "adds up") {
		t.Errorf("the total is doubted: %q", doubts)
	}
}

// TestTotalsOfNobody: a total that names no nation counts nobody anew. It is told of none; where it adds up neither the rows of the nation
// above it nor those of the table, a line of doubt says so.
func TestTotalsOfNobody(t *testing.T) {
	_, r := rulesFor(t)
	text := "#### Troops of KFOR\n\n| Country | Unit | Strength |\n|---|---|---|\n| Norway | Hospital | 40 |\n| Spain | Headquarters | 2 |\n" +
		"|  | Battalion | 30 |\n|  | Total | %s |\n| Fiji | Battalion | 7 |\n%s\n"
	for _, c := range []struct{ nation, table, doubt string }{
		{"32", "|  | Total | 79 |", ""},
		{"32", "| Total |  | 79 |", ""},
		{"72", "|  | Grand total | 79 |", ""},
		{"33", "|  | Total | 79 |", "adds up to 72, but its total says 33"},
		{"32", "|  | Total | 111 |", "adds up to 79, but its total says 111"},
		{"32", "| Total |  | 111 |", "adds up to 79, but its total says 111"},
	} {
		told, doubts := readContributors(t, r, fmt.Sprintf(text, c.nation, c.table))
		if want := []string{"Norway | Hospital | 40", "Fiji | Battalion | 7"}; !slices.Equal(told, want) {
			t.Errorf("%s, %s: what is told is %q, want %q", c.nation, c.table, told, want)
		}
		doubts = slices.DeleteFunc(doubts, func(d string) bool { return !strings.Contains(d, "adds up to") })
		if len(doubts) != min(len(c.doubt), 1) || c.doubt != "" && !strings.HasSuffix(doubts[0], c.doubt) {
			t.Errorf("%s, %s: the doubts are %q, want %q", c.nation, c.table, doubts, c.doubt)
		}
	}
}

// factsOfMission reads a paragraph in a report on UNMIK: the facts that it tells, with this in them, in order.
func factsOfMission(t *testing.T, paragraph, with string) (told []string) {
	t.Helper()
	_, rules := rulesFor(t)
	x, err := rules.Read(Source{Name: "report.md", Text: []byte(`S/2012/999
Distr.: General
14 May 2012

### Report of the Secretary-General on the United Nations Interim Administration Mission in Kosovo

1. The present report covers the activities of the United Nations Interim Administration Mission in Kosovo (UNMIK) from 1 January to 31 March 2012.

2. ` + paragraph + "\n")})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range x.Sentences {
		for _, f := range s.Facts {
			if strings.Contains(f.Fact, with) {
				told = append(told, f.Fact)
			}
		}
	}
	return told
}

// TestContributorsOfSeries: who is told to be among the contributors, with how many, contributes to the mission of the report.
func TestContributorsOfSeries(t *testing.T) {
	var got []string
	for _, f := range factsOfMission(t, "Norway, Italy and Kenya remained the largest contributors, with 241, 164 and 110 troops, respectively. "+
		"Fiji remained the largest contributor, with 300 euros.", "-[CONTRIBUTES_TO personnel: ") {
		nation, of, _ := strings.Cut(f, "-[CONTRIBUTES_TO personnel: ")
		got = append(got, nation+" "+of[:3])
	}
	if want := []string{"(Norway) 241", "(Italy) 164", "(Kenya) 110"}; !slices.Equal(got, want) {
		t.Errorf("tells %q, not %q", got, want)
	}
}
