package document

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// withColumns puts the lines of prose in two columns, which the text layer reads across, one column after the other.
func withColumns(lines []string, placed [][]pdfWord) []string {
	at := 0
	for i := 0; i < len(placed); {
		end := columnsEnd(placed, i)
		if end == i {
			i++
			continue
		}
		var left, right []string
		first, found := 0, 0
		for ; i < end; i++ {
			k := gutter(placed[i])
			from, to, ok := linesOf(lines[at:], squeezed(words(placed[i])))
			if !ok { // the text layer has them apart already
				continue
			}
			if found++; found == 1 {
				first = at + from
			}
			for j := at + from; j < at+to; j++ {
				lines[j] = ""
			}
			at += to
			left, right = append(left, words(placed[i][:k])), append(right, words(placed[i][k:]))
		}
		if found > 0 {
			lines[first] = strings.Join(append(left, right...), "\n")
		}
	}
	return lines
}

const (
	leastLines = 3   // of columns
	gutterWide = 1.8 // times the height of the letters on both sides
	leastProse = 14  // letters that a line of a column of prose has on the average
)

// columnsEnd is the line after the last of two columns that begin at a line; the line itself where none do.
func columnsEnd(placed [][]pdfWord, i int) (end int) {
	start, ends, letters := 0.0, 0.0, [2]int{}
	for end = i; end < len(placed); end++ {
		l := placed[end]
		k := gutter(l)
		if k == 0 {
			break
		}
		if end == i {
			start, ends = l[k].left, l[k-1].right
		} else if math.Abs(l[k].left-start) > l[k].height() || l[k].left < ends || l[k-1].right > start {
			break
		}
		ends = max(ends, l[k-1].right)
		letters[0] += lettersIn(words(l[:k]))
		letters[1] += lettersIn(words(l[k:]))
	}
	if n := end - i; n < leastLines || min(letters[0], letters[1]) < leastProse*n {
		return i
	}
	return end
}

// gutter is the first word right of the one wide gap in a line; 0 where there is none, or another.
func gutter(l []pdfWord) (at int) {
	for k := 1; k < len(l); k++ {
		if l[k].left-l[k-1].right < gutterWide*max(l[k].height(), l[k-1].height()) {
			continue
		}
		if at > 0 {
			return 0
		}
		at = k
	}
	return at
}

func lettersIn(s string) (n int) {
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}

const (
	smaller = 0.94 // how high the letters of a note are at most, of those of the text
	noteGap = 0.7  // the space above notes at least, of the height of their letters
)

// sizeOf is how high the letters of a line are, from the foot of the deepest to the head of the highest; 0 where it has none that is high,
// or none that is deep.
func sizeOf(l []pdfWord) (size float64) {
	for _, w := range l {
		if strings.ContainsAny(w.text, "gjpqy") && strings.ContainsAny(w.text, "bdfhklABCDEFGHIJKLMNOPRSTUVWXYZ") {
			size = max(size, w.height())
		}
	}
	return size
}

// ruleLine is what divides notes from the text on a page.
const ruleLine = "__________"

// withNotes writes a rule above the footnotes of a page: lines at its foot in smaller letters, the first of which begins with a mark.
func withNotes(lines []string, placed [][]pdfWord) []string {
	if len(placed) < 2 {
		return lines
	}
	sizes := make([]float64, len(placed))
	var all []float64
	for i, l := range placed {
		if sizes[i] = sizeOf(l); sizes[i] > 0 {
			all = append(all, sizes[i])
		}
	}
	if len(all) == 0 {
		return lines
	}
	slices.Sort(all)
	body, first, small := all[len(all)/2], 0, false
	for i := len(placed) - 1; i > 0 && sizes[i] <= smaller*body; i-- {
		small = small || sizes[i] > 0
		apart := placed[i-1][0].bottom-placed[i][0].top > placed[i][len(placed[i])-1].height()*noteGap
		if small && apart && noteMark.MatchString(words(placed[i])) {
			first = i
		}
	}
	if first == 0 {
		return lines
	}
	for i, l := range slices.Backward(lines) {
		if below := len(lines) - i - 1; strings.HasPrefix(squeezed(words(placed[first])), squeezed(l)) && squeezed(l) != "" && below <= 2*(len(placed)-first) {
			return slices.Insert(lines, i, ruleLine)
		}
	}
	return lines
}
