package lexicon_test

import (
	"strings"
	"testing"

	"councilgraph/loader/lexicon"
)

// namedIn are the names of a text of a report on a country, with what they are.
func namedIn(g *lexicon.Gazetteer, country, text string) string {
	n := g.NewNames(0)
	n.Learn([]string{"The report covers " + country + ". The Government of " + country + " met in " + country + ".", text})
	var got []string
	for _, m := range n.Read(text) {
		if m.Entity.Label != lexicon.LabelNothing {
			got = append(got, m.Entity.Label+" "+m.Entity.Name)
		}
	}
	return strings.Join(got, "; ")
}

func checkNamed(t *testing.T, cases []struct{ country, text, want string }) {
	t.Helper()
	g := builtin(t)
	for _, c := range cases {
		if got := namedIn(g, c.country, c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestWorldNames: groups, parliaments and regions of the world are known, the regions by one word in reports on their State alone; a
// people's adjective that two States have is that of the State told of.
func TestWorldNames(t *testing.T) {
	checkNamed(t, []struct{ country, text, want string }{
		{"Iraq", "The Taliban, the Wolesi Jirga and ECOMOG met in Basra and Helmand Province.", "Organization Taliban; Organization Wolesi Jirga; Organization ECOWAS Monitoring Group; Place Basra; Place Helmand Province"},
		{"Uganda", "The population of Kasai and of North Kivu fled.", "Place North Kivu"},
		{"Democratic Republic of the Congo", "The Congolese National Police met.", "Organization National Police of Democratic Republic of the Congo"},
		{"Gabon", "The Congolese National Police met.", "Organization National Police of Congo"},
	})
}
