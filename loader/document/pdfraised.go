package document

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// bareMark is the mark of a note, alone.
var bareMark = regexp.MustCompile(`^\d{1,3}$`)

const (
	raisedHigh = 0.8  // how high a raised mark is at most, of the words beside it
	raisedBy   = 0.15 // how far it stands above the feet of these at least, of their height
	raisedOver = 1.5  // how far at most
	besideMark = 2.0  // how far a note stands behind its mark at most, of the height of its letters
	behindWord = 0.5  // how far a mark stands from the end of its word at most
)

// raisedAt is the word of a row behind which a mark stands that is a row of its own, small and above the feet of the words: 0 where it
// stands before the first, as that of a note does.
func raisedAt(mark, row []pdfWord) (k int, ok bool) {
	if len(mark) != 1 || len(row) == 0 || !bareMark.MatchString(mark[0].text) {
		return 0, false
	}
	m := mark[0]
	for k < len(row) && row[k].left < m.left {
		k++
	}
	high, up := highOf(row), m.bottom-footOf(row)
	if m.height() >= raisedHigh*high || up < raisedBy*high || up >= raisedOver*high || k < len(row) && m.right > row[k].left+high/4 {
		return 0, false
	}
	if k == 0 {
		return 0, row[0].left-m.right < besideMark*high
	}
	return k, math.Abs(m.left-row[k-1].right) < behindWord*high
}

// highOf is how high the highest letters of a row of words stand above where most of its words do.
func highOf(row []pdfWord) float64 {
	top := row[0].top
	for _, w := range row {
		top = max(top, w.top)
	}
	return top - footOf(row)
}

// raisedBeside says that a word is the raised mark of a note that stands beside another.
func (w pdfWord) raisedBeside(other pdfWord) bool {
	return bareMark.MatchString(w.text) && w.height() < raisedHigh*other.height() && w.bottom-other.bottom >= raisedBy*other.height()
}

// withRaised puts the marks of notes that stand above their lines into these, and into the rows of words: before the note, or behind the
// word that they mark. The text layer has them as lines of their own, or before the rest of their line.
func withRaised(lines []string, placed [][]pdfWord) ([]string, [][]pdfWord) {
	for i := len(placed) - 2; i >= 0; i-- {
		row := placed[i+1]
		k, ok := raisedAt(placed[i], row)
		if !ok {
			continue
		}
		mark := placed[i][0]
		whole := slices.Concat(row[:k], placed[i], row[k:])
		shown := slices.Clone(whole)
		if k > 0 {
			shown = slices.Clone(row)
			shown[k-1].text += mark.text
			shown[k-1].mark = len(mark.text)
			shown[k-1].right = max(shown[k-1].right, mark.right)
		}
		from, to, found := linesOf(lines, squeezed(words(whole)))
		if !found {
			continue
		}
		lines = slices.Concat(lines[:from], []string{words(shown)}, lines[to:])
		placed = slices.Concat(placed[:i], [][]pdfWord{shown}, placed[i+2:])
	}
	return lines, placed
}

// raisedDigits are digits set above the line.
var raisedDigits = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// withNumbersMarked sets the marks of notes right behind a number above its line, where the text layer has one number of both: "3,500¹".
func withNumbersMarked(lines []string, placed [][]pdfWord) []string {
	for _, row := range placed {
		for _, w := range row {
			number, mark := w.text[:len(w.text)-w.mark], w.text[len(w.text)-w.mark:]
			if !bareMark.MatchString(mark) || !behindNumber.MatchString(number) {
				continue
			}
			for i, l := range lines {
				before, behind, ok := strings.Cut(" "+l+" ", " "+w.text+" ")
				if ok {
					lines[i] = strings.TrimSpace(before + " " + number + raisedDigits.Replace(mark) + " " + behind)
					break
				}
			}
		}
	}
	return lines
}

// behindNumber is a number that may have the mark of a note behind it: not the base of a power.
var behindNumber = regexp.MustCompile(`(?:^|\D)(?:\d{1,3}(?:,\d{3})+|\d{3,}|[2-9]\d|1[1-9])$`)
