package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestRanks: what stands before an office is a part of its title, and who holds it in a mission holds it there.
func TestRanks(t *testing.T) {
	_, rules := rulesFor(t)
	x, err := rules.Read(Source{Name: "report.md", Text: []byte(`S/2012/999
Distr.: General
14 May 2012

### Report of the Secretary-General on the United Nations Interim Administration Mission in Kosovo

1. The present report covers the activities of the United Nations Interim Administration Mission in Kosovo (UNMIK) from 1 January to 31 March 2012.

2. My Acting Joint Special Representative, Lena Okafor, and the Transitional Administrator, Arben Lura, left. The transitional President of Norway, Ilir Doda, stayed.
`)})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, s := range x.Sentences {
		for _, f := range s.Facts {
			if strings.Contains(f.Fact, "HELD_POSITION") {
				told = append(told, f.Fact)
			}
		}
	}
	mission := "United Nations Interim Administration Mission in Kosovo"
	for _, want := range []string{
		"(Lena Okafor)-[HELD_POSITION title: Acting Joint Special Representative]->(" + mission + ")",
		"(Arben Lura)-[HELD_POSITION title: Transitional Administrator]->(" + mission + ")",
		"(Ilir Doda)-[HELD_POSITION title: transitional President]->(Norway)",
	} {
		if !slices.Contains(told, want) {
			t.Errorf("want %s, got %q", want, told)
		}
	}
}
