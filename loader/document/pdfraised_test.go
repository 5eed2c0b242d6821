package document

import (
	"slices"
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium/responses"
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

// TestRaisedMarks: the raised mark of a note, a line of its own in the text layer, stands before the note, or behind the word that it
// marks; a number of a paragraph, of a page or of a table does not.
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

// TestMarksOfNotes: the raised mark that begins a note belongs to it however high it stands, over the letters or within their line, and
// whether the words beside it have high letters or none.
func TestMarksOfNotes(t *testing.T) {
	for _, c := range []struct {
		up    float64
		words []string
		want  string
	}{
		{2, []string{"Ibid.", "page"}, "1 Ibid. page"},
		{3, []string{"EULEX", "arrested", "Dodaj", "on", "9", "March."}, "1 EULEX arrested Dodaj on 9 March."},
		{5, []string{"See", "S/2015/74."}, "1 See S/2015/74."},
		{7, []string{"See", "S/2015/74."}, "1 See S/2015/74."},
		{7, []string{"on", "See"}, "1 on See"},
		{12, []string{"All", "nations"}, "1\nAll nations"},
	} {
		var chars []*responses.GetPageTextStructuredChar
		set := func(text string, left, foot, high float64) {
			chars = append(chars, &responses.GetPageTextStructuredChar{Text: text, PointPosition: responses.CharPosition{Left: left, Right: left + 3, Bottom: foot, Top: foot + high}})
		}
		set("1", 64, 122+c.up, 4.7)
		at := 70.0
		for _, w := range c.words {
			set(" ", at, 122, 0)
			for _, letter := range w {
				switch at += 3; {
				case strings.ContainsRune("aeonm.", letter):
					set(string(letter), at, 122, 4.2)
				case strings.ContainsRune("gjp", letter):
					set(string(letter), at, 120, 6.2)
				default:
					set(string(letter), at, 122, 6.2)
				}
			}
			at += 3
		}
		rows := pdfLinesOf(chars)
		_, rows = withRaised([]string{"1", strings.Join(c.words, " ")}, rows)
		var got []string
		for _, row := range rows {
			got = append(got, words(row))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%v high before %q: read as %q", c.up, c.words, got)
		}
	}
}

// TestMarksBehindNumbers: a raised mark that the text layer writes as the last digits of a number is none of these.
func TestMarksBehindNumbers(t *testing.T) {
	placed := [][]pdfWord{{{text: "had", right: 20, top: 10}, {text: "3,5001", mark: 1, left: 24, right: 50, top: 12}, {text: "men", left: 54, right: 70, top: 10}},
		{{text: "at", right: 10, top: 10}, {text: "106", mark: 1, left: 14, right: 30, top: 12}}}
	lines := withNumbersMarked([]string{"had 3,5001 men", "at 106"}, placed)
	if is := clean(lines[0]) + "|" + clean(lines[1]); is != "had 3,500 men|at 106" {
		t.Errorf("reads %q", is)
	}
}
