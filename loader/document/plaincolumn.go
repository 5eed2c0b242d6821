package document

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	gutterBlanks = 2  // of each line, between two columns of plain text
	leastColumn  = 20 // how wide the left column is at least, in letters
	leastBoth    = 3  // lines that both columns have
	fewBoth      = 6  // that they have where no number tells their order
	fewSmall     = 5  // one of so many lines of prose begins with a small letter at least
	widestLine   = 300
	longPage     = 300 // lines; what is no columns over more is none from any line on
)

// withTextColumns puts the lines of plain text that stands in two columns side by side one column after the other, page by page.
func withTextColumns(lines []string) (all []string) {
	page := []string{}
	end := func() {
		all = append(all, pageColumns(page)...)
		page = []string{}
	}
	for _, l := range lines {
		for strings.HasPrefix(l, "\f") {
			end()
			all, l = append(all, "\f"), l[1:]
		}
		page = append(page, l)
	}
	end()
	return all
}

// pageColumns are the lines of a page, of which those in two columns stand one column after the other.
func pageColumns(lines []string) []string {
	page := make([][]rune, len(lines))
	for i, l := range lines {
		page[i] = []rune(strings.TrimRight(untabbed(l), " \r"))
	}
	var all []string
	none := map[int]int{} // up to which line no columns are at a place
	taken := 0
	for from := 0; from < len(page); from++ {
		c, to := columnsAt(page, from, none)
		if to > from {
			all = append(append(all, lines[taken:from]...), c.lines()...)
			taken, from = to, to-1
		}
	}
	return append(all, lines[taken:]...)
}

// columnsAt are the columns that begin at a line, and the line behind them, which is that line where none begin. Where one was looked for
// over many lines at a place and none was found, none says so.
func columnsAt(page [][]rune, from int, none map[int]int) (c textColumns, to int) {
	for _, x := range columnStarts(page[from]) {
		if from < none[x] || from > 0 && slices.Contains(columnStarts(page[from-1]), x) {
			continue // within what is none
		}
		for _, whole := range []bool{false, true} {
			c = textColumns{page: page, x: x}
			if to = c.read(from, whole); c.isProse() {
				return c, to
			}
			if to-from > longPage {
				none[x] = to
			}
		}
	}
	return c, from
}

// untabbed is a line with blanks for its tabs.
func untabbed(l string) string {
	const stop = 8
	if !strings.Contains(l, "\t") {
		return l
	}
	var b []rune
	for _, c := range l {
		if c != '\t' {
			b = append(b, c)
			continue
		}
		for b = append(b, ' '); len(b)%stop > 0; {
			b = append(b, ' ')
		}
	}
	return string(b)
}

// columnStarts are where a right column may begin in a line that has a left one.
func columnStarts(l []rune) (all []int) {
	if len(l) > widestLine {
		return nil
	}
	for x := leastColumn; x < len(l); x++ {
		if l[x] != ' ' && hasGutter(l, x) && strings.TrimSpace(string(l[:x])) != "" {
			all = append(all, x)
		}
	}
	return all
}

// hasGutter says whether a line has a gutter before a place.
func hasGutter(l []rune, x int) bool {
	return strings.TrimSpace(string(l[min(x-gutterBlanks, len(l)):min(x, len(l))])) == ""
}

// textColumns are two columns of lines, the right one of which begins at a place.
type textColumns struct {
	page        [][]rune
	x           int
	left, right []string // what each has at each line; "" where it has none
	both        int      // lines that both have
	apart       bool     // a blank line goes through both
}

// read takes the lines from one on that have the gutter, and gives the line behind them. Lines of the left column alone that follow the
// last of the right are taken up to a blank one where the text goes on over both, or whole, up to a heading or the end of the gutter.
func (c *textColumns) read(from int, whole bool) (to int) {
	last, crossed := from, len(c.page)
	for i := from; i < len(c.page); i++ {
		l := c.page[i]
		if !hasGutter(l, c.x) {
			crossed = i
			break
		}
		if len(l) > c.x {
			last = i
		}
	}
	to = last + 1
	for to < crossed && (whole || crossed == len(c.page) || len(c.page[to]) > 0) {
		if l := strings.TrimSpace(string(c.page[to])); roman.MatchString(l) || section.MatchString(l) {
			break
		}
		to++
	}
	for i, l := range c.page[from:to] {
		left, right := strings.TrimSpace(string(l[:min(c.x, len(l))])), strings.TrimSpace(string(l[min(c.x, len(l)):]))
		c.left, c.right = append(c.left, left), append(c.right, right)
		if left != "" && right != "" {
			c.both++
		}
		c.apart = c.apart || left == "" && right == "" && i < last-from
	}
	return to
}

// isProse says whether the columns hold a text that goes on from the left one to the right one: the numbers of its paragraphs do, or its
// sentence, or no blank line parts what stands side by side, and most lines of both go on with a small letter.
func (c *textColumns) isProse() bool {
	lines, letters, small := [2]int{}, [2]int{}, [2]int{}
	var numbers [2][]int
	for side, column := range [][]string{c.left, c.right} {
		for _, l := range column {
			if l == "" {
				continue
			}
			if mastheadMark.MatchString(l) {
				return false
			}
			lines[side]++
			letters[side] += lettersIn(l)
			if startsSmall(l) {
				small[side]++
			}
			if m := numbered.FindStringSubmatch(l); m != nil {
				n, _ := strconv.Atoi(m[1])
				numbers[side] = append(numbers[side], n)
			}
		}
	}
	if c.both < leastBoth || lines[0]+lines[1] < leastLines || letters[0] < leastProse*lines[0] || letters[1] < leastProse*lines[1] {
		return false
	}
	if len(numbers[1]) > 0 {
		all := slices.Concat(numbers[0], numbers[1])
		for i := 1; i < len(all); i++ {
			if all[i] != all[i-1]+1 {
				return false
			}
		}
		return len(all) > 1
	}
	if fewSmall*small[0] < lines[0] || fewSmall*small[1] < lines[1] {
		return false
	}
	end, begin := lastLine(c.left), firstLine(c.right)
	if len(numbers[0]) > 0 {
		return !fullStop.MatchString(end) && startsSmall(begin)
	}
	return c.both >= fewBoth && !c.apart && 2*small[0] >= lines[0] && 2*small[1] >= lines[1]
}

func firstLine(lines []string) string {
	return lines[max(0, slices.IndexFunc(lines, func(l string) bool { return l != "" }))]
}

func lastLine(lines []string) (last string) {
	for _, l := range lines {
		if l != "" {
			last = l
		}
	}
	return last
}

// lines are those of the left column, then those of the right one. A sentence that is open at the end of the left one goes on.
func (c *textColumns) lines() []string {
	left, right := joinedSentences(c.left), joinedSentences(c.right)
	between := "\n\n"
	if !fullStop.MatchString(left) && !begins(firstLine(c.right)) {
		between = "\n"
	}
	return append(strings.Split(left+between+right, "\n"), "")
}

// joinedSentences are the lines of a column, those in one where a sentence ends with a line that is full: columns are narrower than the
// other lines of the text, where a line that ends there ends a paragraph.
func joinedSentences(lines []string) string {
	var b strings.Builder
	full, before := width(lines), ""
	for _, l := range lines {
		first, _, _ := strings.Cut(l, " ")
		fits := (utf8.RuneCountInString(before)+utf8.RuneCountInString(first))*10 < full*9
		if fullStop.MatchString(before) && l != "" && !fits && !begins(l) && !sub.MatchString(l) {
			b.WriteByte(' ')
		} else {
			b.WriteByte('\n')
		}
		b.WriteString(l)
		before = l
	}
	return strings.Trim(b.String(), "\n")
}
