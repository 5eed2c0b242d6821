package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestOwnMission: "the Head of Mission" is that of the mission of which its part of the document tells, where no other is named beside it.
func TestOwnMission(t *testing.T) {
	_, rules := rulesFor(t)
	read := func(body, annex string) (heads []string) {
		x, err := rules.Read(Source{Name: "report.md", Text: []byte(`S/2012/999
Distr.: General
14 May 2012

### Report of the Secretary-General on the United Nations Interim Administration Mission in Kosovo

1. The present report covers the activities of the United Nations Interim Administration Mission in Kosovo (UNMIK) from 1 January to 31 March 2012.

2. ` + body + `

## Annex I

Report on the activities of the European Union Rule of Law Mission in Kosovo

` + annex + `

## Annex II

Strength of the police of the United Nations Interim Administration Mission in Kosovo

Approved by Ilir Doda Head of Mission
`)})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range x.Sentences {
			for _, f := range s.Facts {
				if strings.Contains(f.Fact, "HELD_POSITION") && !strings.Contains(f.Fact, "Ilir Doda") {
					heads = append(heads, f.Fact)
				}
			}
		}
		return heads
	}
	const eulex = "(Agron Pula)-[HELD_POSITION title: Head of Mission]->(European Union Rule of Law Mission in Kosovo)"
	const unmik = "(Agron Pula)-[HELD_POSITION title: Head of Mission]->(United Nations Interim Administration Mission in Kosovo)"
	for _, one := range []struct {
		body, annex string
		want        []string
	}{
		{"It rained.", "KFOR went to Klina.\n\nApproved by Agron Pula Head of Mission", []string{eulex}},
		{"It rained.", "The Head of Mission, Agron Pula, spoke.", []string{eulex}},
		{"It rained.", "The Head of Mission, Agron Pula, wrote to the OSCE Mission in Kosovo.", nil},
		{"The Head of Mission, Agron Pula, spoke.", "It rained.", []string{unmik}},
		{"The OSCE Mission in Kosovo opened a school. The Head of Mission, Agron Pula, spoke.", "It rained.", nil},
		{"UNMIK met the OSCE Mission in Kosovo. The Head of the Mission, Agron Pula, spoke.", "It rained.", []string{strings.Replace(unmik, " of Mission", "", 1)}},
	} {
		if got := read(one.body, one.annex); !slices.Equal(got, one.want) {
			t.Errorf("%q, %q\n  tell %q\n  not  %q", one.body, one.annex, got, one.want)
		}
	}
}
