package loader

import (
	"slices"
	"testing"
)

// TestSentences: a full stop ends a sentence, but none that cuts a word short or that a small letter follows.
func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"Lt. Col. Genc Muja left. He was ill.":                    {"Lt. Col. Genc Muja left.", "He was ill."},
		"Peter Marsh Jr. was held, i.e. arrested. Case No. 5 is.": {"Peter Marsh Jr. was held, i.e. arrested.", "Case No. 5 is."},
		"P. J. Marsh came at 10.30 a.m. on Friday. (He left.)":    {"P. J. Marsh came at 10.30 a.m. on Friday.", "(He left.)"},
		"The total. b Including one.":                             {"The total.", "b Including one."},
		"So it was . . . said.":                                   {"So it was . . . said."},
	} {
		var got []string
		for _, s := range sentences(annotate(text, 0, len(text), nil)) {
			got = append(got, s.text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is read as %q, not as %q", text, got, want)
		}
	}
}
