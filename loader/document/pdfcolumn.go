package document

import (
	"slices"
	"strings"
	"unicode"
)

// withColumns puts the lines of prose in two columns, which the text layer reads across, one column after the other.
func withColumns(lines []string, placed [][]pdfWord) []string {
	at := 0
	for i := 0; i < len(placed); {
		c := columnsFrom(placed[i:])
		if len(c.rows) == 0 {
			i++
			continue
		}
		i += len(c.rows)
		at = c.write(lines, at)
	}
	return lines
}

// columns are lines of a page that two columns of prose share.
type columns struct {
	rows []columnRow
	left float64 // where the left column begins
	ends float64 // where it ends
	next float64 // where the right one begins
}

// columnRow is what stands in both columns at one height, or in one of them.
type columnRow struct{ left, right []pdfWord }

const (
	leastLines  = 6   // of both columns
	leastShared = 2   // that both have
	gutterWide  = 1.8 // times the height of the letters on both sides
	leastProse  = 14  // letters that a line of a column of prose has on the average
	indented    = 4   // times their height, how far a line may be indented at most
	nearRows    = 12  // lines in which the next row is looked for
	apartWide   = 1.5 // times the least distance of two lines, how far those of two paragraphs are apart at least
)

// columnsFrom are the columns that begin at the first of some lines; none where none do. They end where a line goes over both.
func columnsFrom(placed [][]pdfWord) columns {
	k := gutter(placed[0])
	if k == 0 {
		return columns{}
	}
	c := columns{left: placed[0][0].left, ends: placed[0][k-1].right, next: placed[0][k].left}
	both, shared := 0, 0                 // the rows that both columns have, and all up to the last of them
	lines, letters := [2]int{}, [2]int{} // of both columns
	var after []pdfWord
	for _, l := range placed {
		k, ok := c.parts(l)
		if !ok {
			after = l
			break
		}
		row := columnRow{l[:k], l[k:]}
		c.rows = append(c.rows, row)
		for side, part := range [][]pdfWord{row.left, row.right} {
			letters[side] += lettersIn(words(part))
			lines[side] += min(len(part), 1)
		}
		if k == 0 || k == len(l) {
			continue
		}
		c.left, c.ends, c.next = min(c.left, l[0].left), max(c.ends, l[k-1].right), min(c.next, l[k].left)
		both++
		shared = len(c.rows)
	}
	prose := letters[0] >= leastProse*lines[0] && letters[1] >= leastProse*lines[1]
	if both < leastShared || lines[0]+lines[1] < leastLines || !prose {
		return columns{}
	}
	if lettersIn(words(after)) > 2*leastProse { // the text goes on below the columns
		c.rows = c.rows[:c.goesOn(shared)]
	}
	return c
}

// parts is the first word of the right column in a line, and whether the line is of these columns.
func (c *columns) parts(l []pdfWord) (k int, ok bool) {
	high := l[0].height()
	switch first, last := l[0], l[len(l)-1]; {
	case first.left > max(c.ends, c.next-indented*high):
		return 0, first.left < c.next+indented*high
	case first.left < c.left-indented*high:
		return 0, false
	case last.right <= c.next-high/2:
		return len(l), first.left < c.left+indented*high
	}
	for k = 1; k < len(l); k++ {
		wide := l[k].left-l[k-1].right >= gutterWide*max(l[k].height(), l[k-1].height())
		at := l[k].left
		if wide && at > max(c.ends, c.next-indented*high) && at < c.next+indented*high && l[k-1].right < min(at, c.next) {
			return k, true
		}
	}
	return 0, false
}

// goesOn is how many rows there are behind the last that both columns have, up to where the lines stand further apart than those of a
// paragraph.
func (c *columns) goesOn(shared int) int {
	least := 0.0
	apart := func(i int) float64 { return footOf(c.rows[i-1].words()) - footOf(c.rows[i].words()) }
	for i := 1; i < shared; i++ {
		if d := apart(i); d > 0 && (least == 0 || d < least) {
			least = d
		}
	}
	for shared < len(c.rows) && apart(shared) < apartWide*least {
		shared++
	}
	return shared
}

func (r columnRow) words() []pdfWord { return slices.Concat(r.left, r.right) }

// write puts the columns one after the other where the lines from at on run through both, and gives the line behind them. Where the text
// layer has the columns apart already, all stays.
func (c *columns) write(lines []string, at int) int {
	type part struct{ from, to int }
	parts := make([]part, len(c.rows))
	both, across, next := 0, 0, at
	for i, r := range c.rows {
		within := lines[next:]
		if next > at { // the rows stand one below the other
			within = within[:min(len(within), nearRows)]
		}
		from, to, ok := linesOf(within, squeezed(words(r.words())))
		if len(r.left) > 0 && len(r.right) > 0 {
			if both++; ok {
				across++
			}
		}
		if ok {
			parts[i] = part{next + from, next + to}
			next += to
		}
	}
	if 2*across < both || across == 0 {
		return at
	}
	first := -1
	var left, right []string
	for i, r := range c.rows {
		if parts[i].to == 0 {
			continue
		}
		if first < 0 {
			first = parts[i].from
		}
		for j := parts[i].from; j < parts[i].to; j++ {
			lines[j] = ""
		}
		if len(r.left) > 0 {
			left = append(left, words(r.left))
		}
		if len(r.right) > 0 {
			right = append(right, words(r.right))
		}
	}
	lines[first] = strings.Join(append(left, right...), "\n")
	return next
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
