package document

import (
	"slices"
	"testing"
)

// rowOf are the words of a line at a height, letters as wide as high; a word that begins with "^" is raised, and small.
func rowOf(foot float64, words ...string) (l []pdfWord) {
	at := 0.0
	for _, w := range words {
		high, up := 7.0, 0.0
		if w[0] == '^' {
			w, high, up = w[1:], 4, 4
			at -= 3
		}
		l = append(l, pdfWord{w, 0, at, at + 5*float64(len(w)), foot + up + high, foot + up})
		at += 5*float64(len(w)) + 3
	}
	return l
}

// TestRaisedMarks: the raised mark of a note, a line of its own in the text layer, stands before the note, or behind the word that it marks;
// a number of a paragraph, of a page or of a table does not.
func TestRaisedMarks(t *testing.T) {
	text := rowOf(700, "2.", "A", "smith", "left", "^1", "on", "May")
	note := rowOf(80, "^1", "See", "S/2011/64.")
	number, below := rowOf(500, "3."), rowOf(488, "Calm", "prevailed.")
	rows := [][]pdfWord{{text[4]}, slices.Delete(slices.Clone(text), 4, 5), number, below, rowOf(400, "12"), rowOf(390, "All"), {note[0]}, note[1:]}
	lines := []string{"2. A smith left", "1 on May", "3.", "Calm prevailed.", "12", "All", "1", "See S/2011/64."}
	got, placed := withRaised(lines, rows)
	if want := []string{"2. A smith left1 on May", "3.", "Calm prevailed.", "12", "All", "1 See S/2011/64."}; !slices.Equal(got, want) || len(placed) != len(want) {
		t.Errorf("read as %q\nnot as  %q, %d rows", got, want, len(placed))
	}
}
