package loader

import (
	"strings"
	"testing"

	"councilgraph/loader/text"
)

// TestChains: who is told behind a preposition that is said again, up to the last behind "and", works with the same body; where nothing
// says that the chain goes on, or it goes on from something else, only the first.
func TestChains(t *testing.T) {
	_, r := rulesFor(t)
	for sentence, want := range map[string]int{
		"KFOR worked with OSCE on the census; with UNHCR and UNDP on shelter; and with UNICEF.":  4,
		"KFOR went on to liaise with OSCE on the census, with UNHCR on shelter and with UNICEF.": 3,
		"KFOR worked with OSCE, with UNHCR in the lead.":                                         1,
		"KFOR, which works with OSCE, met bakers; with UNHCR; and with UNICEF.":                  1,
		"KFOR worked with OSCE on the census; with UNHCR, it failed; and with UNICEF.":           1,
	} {
		var out strings.Builder
		r.explain(sentence, text.Calendar{}, &out)
		if got := strings.Count(out.String(), "-[COOPERATES_WITH]->"); got != want {
			t.Errorf("%q tells of %d who work with the one, not of %d", sentence, got, want)
		}
	}
}
