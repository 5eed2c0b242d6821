package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// paragraphsOf are the paragraphs of a report, each after the letter of its kind and its number.
func paragraphsOf(t *testing.T, name, text string) (all []string) {
	t.Helper()
	doc, err := Parse(name, []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range doc.Paragraphs {
		all = append(all, strings.TrimSpace(p.Kind[:1]+strings.TrimLeft(string(rune('0'+p.Number)), "0")+" "+p.Text))
	}
	return all
}

// TestTypedNotes: the notes at the foot of a typed page without a form feed stand apart, the paragraph goes on behind them, and their marks
// are none of its text; a slash or a rule that has no note stays.
func TestTypedNotes(t *testing.T) {
	head := "S/1996/52\n\nReport of the Secretary-General on the Mission\n\n1. The present report covers the Mission.\n\n     2.   "
	const rule = "\n\n_____________\n\n"
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"within a paragraph": {"The court freed a smith. 1/  He went" + rule + "     1/   His son was tried on\n2 July, and freed.\n\n                /...\n\nS/1996/52\nEnglish\nPage 2\n\n\nto Klina.\n",
			[]string{"P2 The court freed a smith. He went to Klina.", "F1 His son was tried on 2 July, and freed."}},
		"two, and no furniture": {"The court 1/ freed a smith 2/ in" + rule + "1/  Of Klina.\n\n2/  S/1996/2.\n\nthe morning.\n",
			[]string{"P2 The court freed a smith in the morning.", "F1 Of Klina.", "F2 S/1996/2."}},
		"no rule": {"The court freed a smith. 1/\n\n1/ Of Klina.\n\n3. Calm prevailed.\n", []string{"P2 The court freed a smith.", "F1 Of Klina.", "P3 Calm prevailed."}},
		"another mark, where a rule stands in a sentence": {"The court freed a smith in" + rule + "1 Of Klina.\n\n/...\n\nthe morning.\n",
			[]string{"P2 The court freed a smith in the morning.", "F1 Of Klina."}},
		"a slash without a note":    {"They drove at 40 km/h, 1/ some more.\n", []string{"P2 They drove at 40 km/h, 1/ some more."}},
		"a rule between paragraphs": {"The court freed a smith." + rule + "3. Calm prevailed.\n", []string{"P2 The court freed a smith.", "P3 Calm prevailed."}},
	} {
		if diff := cmp.Diff(c.want, paragraphsOf(t, "report.txt", head+c.text)[1:]); diff != "" {
			t.Errorf("%s: - want, + got:\n%s", name, diff)
		}
	}
}
