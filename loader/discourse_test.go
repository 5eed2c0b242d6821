package loader

import (
	"strings"
	"testing"

	"councilgraph/loader/lexicon"
)

// TestReferences: "the" with a word stands for the body named last that is called so; for a government of another country only in the
// paragraph that names it.
func TestReferences(t *testing.T) {
	_, rules := rulesFor(t)
	home := &lexicon.Entity{Label: "Organization", Kind: "GOVERNMENT", Name: "Government of Kosovo"}
	abroad := &lexicon.Entity{Label: "Organization", Kind: "GOVERNMENT", Name: "Government of Norway"}
	ministry := &lexicon.Entity{Label: "Organization", Kind: "GOVERNMENT", Name: "Ministry of Local Government of Kosovo"}
	mission := &lexicon.Entity{Label: "Organization", Kind: "MISSION", Name: "European Union Rule of Law Mission in Kosovo"}
	bodies := &lexicon.Entity{Label: "Organization", Kind: "GOVERNMENT", Name: "Provisional Institutions of Self-Government"}
	rd := &reader{rules: rules, place: rules.gazetteer.Homes["Kosovo"]}
	for _, e := range []*lexicon.Entity{home, mission, abroad, ministry, bodies} {
		rd.discourse.body(e)
	}
	panel := &lexicon.Entity{Label: "Organization", Kind: "OTHER", Name: "Kosovo Property Agency Appeals Panel"}
	team := &lexicon.Entity{Label: "Organization", Kind: "OTHER", Name: "Task Force Klina"}
	if got := rd.called("Task Force", team); got != team {
		t.Errorf("the Task Force is %v, not %v", got, team)
	}
	if got, want := rd.called("Agency", panel), rules.gazetteer.Names.Find("Kosovo Property Agency"); got == nil || got != want {
		t.Errorf("after its panel, the Agency is %v, not %v", got, want)
	}
	for word, want := range map[string]*lexicon.Entity{"Government": abroad, "Ministry": ministry, "Mission": mission, "Court": nil} {
		if got := rd.lastBody(word); got != want {
			t.Errorf("the %s is %v, not %v", word, got, want)
		}
	}
	rd.discourse.body(&lexicon.Entity{Label: "Organization", Kind: "OTHER", Name: "Labour Council"})
	rd.discourse.paragraph()
	if got := rd.lastBody("Council"); got != rules.council {
		t.Errorf("in a paragraph that names no other, the Council is %v, not the one reported to", got)
	}
	own := &lexicon.Entity{Label: "Organization", Kind: "MISSION", Name: "United Nations Observer Mission in Georgia"}
	rd.own = own
	if got := rd.lastBody("Mission"); got != own {
		t.Errorf("in a paragraph that names no other, the Mission is %v, not the one of which the part tells", got)
	}
	rd.discourse.body(mission)
	if got := rd.lastBody("Mission"); got != mission {
		t.Errorf("in a paragraph that names another, the Mission is %v, not that one", got)
	}
	rd.discourse.paragraph()
	if got := rd.lastBody("Government"); got != home {
		t.Errorf("in the next paragraph, the Government is %v, not that of the report's country", got)
	}
}

// TestOnlyBody: words with a capital stand for a body where they can mean one alone: of the paragraph, else of the document, else the
// report's own; never for one that comes later.
func TestOnlyBody(t *testing.T) {
	_, rules := rulesFor(t)
	group := &lexicon.Entity{Label: "Organization", Kind: "MISSION", Name: "United Nations Police Support Group"}
	team := &lexicon.Entity{Label: "Organization", Kind: "OTHER", Name: "Border Team"}
	other := &lexicon.Entity{Label: "Organization", Kind: "OTHER", Name: "Customs Team"}
	own := &lexicon.Entity{Label: "Organization", Kind: "MISSION", Name: "United Nations Operation in Burundi"}
	rd := &reader{rules: rules, series: own}
	for _, e := range []*lexicon.Entity{group, team, other} {
		rd.discourse.body(e)
	}
	secretariat := rules.gazetteer.Names.Find("United Nations Secretariat")
	for words, want := range map[string]*lexicon.Entity{"Support Group": group, "Team": nil, "Customs Team": other, "Operation": own, "Secretariat": secretariat, "Board": nil} {
		if got := rd.onlyBody(words, nil); got != want {
			t.Errorf("the %s is %v, not %v", words, got, want)
		}
	}
	rd.discourse.paragraph()
	rd.discourse.body(team)
	if got := rd.onlyBody("Team", nil); got != team {
		t.Errorf("in a paragraph that names one team, the Team is %v", got)
	}
	if got := rd.onlyBody("Team", []slot{{entities: []*lexicon.Entity{team}}}); got != nil {
		t.Errorf("the Team is one that its sentence names later: %v", got)
	}
}

// TestNamesakes: a surname that several bear is that of whom its paragraph names by it, and nobody's where that is told of several.
func TestNamesakes(t *testing.T) {
	_, r := rulesFor(t)
	head := "United Nations Security Council S/2003/77 Distr.: General 3 June 2003 Original: English Report of the Secretary-General on the Kosovo Force\n\n" +
		"1. The Minister for Labour of Kosovo, Skender Gashi, opened a fair.\n\n2. A shepherd, Arben Gashi, was seen. "
	for told, want := range map[string]string{
		"Mr. Gashi was released on 12 May.":                                                   "Arben Gashi",
		"His brother, Petrit Gashi, was seen too.\nMr. Gashi was released on 12 May by KFOR.": "",
	} {
		x, err := r.Read(Source{Name: "a.md", Text: []byte(head + told + "\n")})
		if err != nil {
			t.Fatal(err)
		}
		released := ""
		for _, s := range x.Document.Relations {
			if s.Properties["role"] != "SUBJECT" {
				continue
			}
			for _, n := range x.Document.Nodes {
				if n.ID == s.From && n.Names[0].Text != "Gashi" {
					released += n.Names[0].Text
				}
			}
		}
		if released != want {
			t.Errorf("%q: %q was released, want %q", told, released, want)
		}
	}
}

// TestGovernment: the government that no name tells apart is that of the report's country, but behind the name of another country.
func TestGovernment(t *testing.T) {
	_, r := rulesFor(t)
	head := "United Nations Security Council S/2003/77 Distr.: General 3 June 2003 Original: English Report of the Secretary-General on the United Nations Operation in Burundi\n\n1. "
	for told, want := range map[string]string{
		"On 4 May, the Government wrote to UNHCR.":                                         "Government of Burundi",
		"On 4 May, UNHCR heard from the government.":                                       "Government of Burundi",
		"On 4 May, the government of the city wrote to UNHCR.":                             "",
		"On 4 May, a government-run shop was painted.":                                     "",
		"On 4 May, elections were held in Norway, and the government wrote to UNHCR.":      "",
		"The Government of Norway met. On 4 May, the government wrote to UNHCR.":           "Government of Norway",
		"The Governments of Norway and Chad met. On 4 May, the government wrote to UNHCR.": "",
	} {
		x, err := r.Read(Source{Name: "a.md", Text: []byte(head + told + "\n")})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, s := range x.Document.Relations {
			for _, n := range x.Document.Nodes {
				if s.Type == "INVOLVED_IN" && n.ID == s.From && strings.Contains(n.Names[0].Text, "Government") {
					got += n.Names[0].Text
				}
			}
		}
		if got != want {
			t.Errorf("%q: %q took part, want %q", told, got, want)
		}
	}
}

// TestForceOfVisit: a mission of the Council's own members has no troops, so that those that it met are of none.
func TestForceOfVisit(t *testing.T) {
	_, rules := rulesFor(t)
	force := &lexicon.Entity{Label: "Organization", Kind: "MISSION", Name: "United Nations Operation in Burundi"}
	visit := &lexicon.Entity{Label: "Organization", Kind: "MISSION", Name: "Security Council mission to Burundi"}
	for series, want := range map[*lexicon.Entity]*lexicon.Entity{force: force, visit: nil} {
		if got := (&reader{rules: rules, series: series}).force(); got != want {
			t.Errorf("in a report on the %s, the force is %v, not %v", series.Name, got, want)
		}
	}
}
