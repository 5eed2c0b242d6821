package loader

import (
	"testing"

	"councilgraph/loader/lexicon"
)

// TestReferences: "the" with a word stands for the body named last that is called so; for a government of another country only in the paragraph that names it.
func TestReferences(t *testing.T) {
	_, rules := rulesFor(t)
	home := &lexicon.Entity{Label: "Organization", Kind: "GOVERNMENT", Name: "Government of Kosovo"}
	abroad := &lexicon.Entity{Label: "Organization", Kind: "GOVERNMENT", Name: "Government of Norway"}
	ministry := &lexicon.Entity{Label: "Organization", Kind: "GOVERNMENT", Name: "Ministry of Local Government of Kosovo"}
	mission := &lexicon.Entity{Label: "Organization", Kind: "MISSION", Name: "European Union Rule of Law Mission in Kosovo"}
	rd := &reader{rules: rules, place: rules.gazetteer.Homes["Kosovo"]}
	for _, e := range []*lexicon.Entity{home, mission, abroad, ministry} {
		rd.discourse.body(e)
	}
	for word, want := range map[string]*lexicon.Entity{"Government": abroad, "Ministry": ministry, "Mission": mission, "Court": nil} {
		if got := rd.lastBody(word); got != want {
			t.Errorf("the %s is %v, not %v", word, got, want)
		}
	}
	rd.discourse.paragraph()
	if got := rd.lastBody("Government"); got != home {
		t.Errorf("in the next paragraph, the Government is %v, not that of the report's country", got)
	}
}
