package lexicon_test

import (
	"strings"
	"testing"

	"councilgraph/loader/lexicon"
)

// areNamed holds the names of texts, each by itself, against those that are to be read in it.
func areNamed(t *testing.T, texts map[string]string) {
	t.Helper()
	g := builtin(t)
	for text, want := range texts {
		if got := named(g, text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// named are the names of a text of a report on El Salvador, by their canonical names.
func named(g *lexicon.Gazetteer, text string) string {
	n := g.NewNames(0)
	n.Learn([]string{"The report on ONUSAL covers El Salvador.", text})
	var got []string
	for _, m := range n.Read(text) {
		if m.Entity.Label != lexicon.LabelNothing {
			got = append(got, m.Entity.Label+" "+m.Entity.Name)
		}
	}
	return strings.Join(got, "; ")
}

// TestGarbled: a word that was misread is no part of a name, and no name is what is left of one.
func TestGarbled(t *testing.T) {
	areNamed(t, map[string]string{
		"Mr. G6mez met Luis Gom&z in Santa Marta de Cop&n.":                                  "",
		"The Council of Perqu&n sat in KosluvAa and in Honduras Perqu&n.":                    "Place Honduras",
		"Xavier LaRosh and Bernard FitzMaurice met the 4th Brigade.":                         "Person Xavier LaRosh; Person Bernard FitzMaurice; Organization 4th Brigade",
		"The Lake Uni.t and Mr. Akb,.r Turan met Mr. Visar Lura, e.g. in Honduras,and left.": "Person Visar Lura; Place Honduras",
		"HashimThaçi met the G8.":                                                            "Person Hashim Thaçi; Organization Group of Eight",
		"The Lake Unit met 5% of the MIF1 Group on 100% of the lands.":                       "Organization Lake Unit; Organization MIF1 Group",
	})
}
