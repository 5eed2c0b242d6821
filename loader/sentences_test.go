package loader

import (
	"slices"
	"strings"
	"testing"

	"councilgraph/loader/text"
)

// TestSentences: a full stop ends a sentence, but none that cuts a word short or that a small letter follows.
func TestSentences(t *testing.T) {
	for sentence, want := range map[string][]string{
		"Lt. Col. Genc Muja left. He was ill.":                    {"Lt. Col. Genc Muja left.", "He was ill."},
		"Peter Marsh Jr. was held, i.e. arrested. Case No. 5 is.": {"Peter Marsh Jr. was held, i.e. arrested.", "Case No. 5 is."},
		"P. J. Marsh came at 10.30 a.m. on Friday. (He left.)":    {"P. J. Marsh came at 10.30 a.m. on Friday.", "(He left.)"},
		"At approx. 6 p.m. Cpt. Lura left. They saw art. He did.": {"At approx. 6 p.m. Cpt. Lura left.", "They saw art.", "He did."},
		"The total. b Including one.":                             {"The total.", "b Including one."},
		"So it was . . . said.":                                   {"So it was . . . said."},
	} {
		var got []string
		for _, s := range sentences(annotate(sentence, 0, len(sentence), nil)) {
			got = append(got, s.text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is read as %q, not as %q", sentence, got, want)
		}
	}
}

// TestIndicators: what a table of indicators that has become one text says in a row is no clause; a number before other words is none of an
// indicator.
func TestIndicators(t *testing.T) {
	_, rules := rulesFor(t)
	for _, c := range []struct {
		text   string
		writes bool
	}{
		{"6.4 Number of kidnappings reported in Klina April 2019 50 or fewer kidnappings reported in Klina 1 January to 31 December 2018", false},
		{"4.3 Percentage of women October 2019 11 per cent Update as at 15 January 2019", false},
		{"4.3 Percentage of women October 2019 11 per cent On 15 January 2019, KFOR painted a bridge", true},
		{"On 15 January 2019, KFOR painted 4.3 miles of the bridge", true},
	} {
		if got := len(rules.explain(c.text, text.Calendar{}, &strings.Builder{})) > 0; got != c.writes {
			t.Errorf("of %q something is written: %t", c.text, got)
		}
	}
}
