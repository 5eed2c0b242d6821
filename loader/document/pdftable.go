package document

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/klippa-app/go-pdfium/responses"
)

// A line that is a row of a table holds its cells apart by cellSign; one that heads a table begins with headSign.
const (
	cellSign = "\x1f"
	headSign = "\x1e"
)

// pdfWord is a word of a page, in points from the left and the bottom.
type pdfWord struct {
	text                     string
	mark                     int // bytes at its end that are raised: a footnote's mark
	left, right, top, bottom float64
}

func (w pdfWord) height() float64 { return max(w.top-w.bottom, 1) }

// goesOn says whether the word goes on in a letter that no blank parts from it: one that stands beside it, no further off than it is high.
func (w pdfWord) goesOn(letter responses.CharPosition) bool {
	behind := letter.Left >= w.left && letter.Left-w.right < w.height()
	beside := letter.Bottom < w.top && letter.Top > w.bottom
	return behind && beside
}

// pdfLinesOf are the words of a page line by line, from the top.
func pdfLinesOf(chars []*responses.GetPageTextStructuredChar) (lines [][]pdfWord) {
	var words []pdfWord
	apart := true
	for _, c := range chars {
		text, p := plainLetters(c.Text), c.PointPosition
		if strings.TrimSpace(text) == "" {
			apart = true
			continue
		}
		if n := len(words) - 1; !apart && words[n].goesOn(p) {
			w := &words[n]
			if w.mark += len(text); p.Bottom <= w.bottom+w.height()/4 {
				w.mark = 0
			}
			w.text, w.right, w.top, w.bottom = w.text+text, max(w.right, p.Right), max(w.top, p.Top), min(w.bottom, p.Bottom)
			continue
		}
		words, apart = append(words, pdfWord{text, 0, p.Left, p.Right, p.Top, p.Bottom}), false
	}
	slices.SortStableFunc(words, func(a, b pdfWord) int { return cmp.Compare(b.bottom+b.top, a.bottom+a.top) })
	foot := 0.0 // of the last line: a raised mark that begins it stands above
	for _, w := range words {
		hangs := strings.Trim(w.text, ",;„") == "" // from the foot of its line
		if n := len(lines) - 1; n >= 0 && (w.top+w.bottom > 2*foot || hangs && w.top > foot) {
			if len(lines[n]) == 1 && lines[n][0].raisedBeside(w) {
				foot = w.bottom
			}
			lines[n] = append(lines[n], w)
			continue
		}
		lines, foot = append(lines, []pdfWord{w}), w.bottom
	}
	for _, l := range lines {
		slices.SortFunc(l, func(a, b pdfWord) int { return cmp.Compare(a.left, b.left) })
	}
	return lines
}

// pdfRow is a row of a table: what the text layer has for it, less its blanks, and the line of its cells; of a header all lines of heads,
// too.
type pdfRow struct{ squeezed, line, heads string }

// ofCaption tells the last line of a caption from heads of columns.
var ofCaption = regexp.MustCompile(`(?i)\bas (?:at|of)\b|\d{4}|\bannex\b|\bcomposition\b|\bstrength of\b|[).]$`)

var figure = regexp.MustCompile(`^(?:\d[\d,]*[a-z*]?|[-–—])$`)

// tableRows are the rows of the tables of nations on a page, each after its header.
func tableRows(lines [][]pdfWord) (all []pdfRow) {
	for i := 0; i < len(lines); i++ {
		head := words(lines[i])
		at := nations.FindStringIndex(head)
		if at == nil || at[0] > 0 || len(nations.FindAllString(head, -1)) > 1 || runsOn(lines[i]) {
			continue
		}
		t := pdfTable{nation: lines[i][0].right}
		i = t.read(lines, i)
		all = append(all, t.encoded()...)
	}
	return all
}

// runsOn says that a line goes on from the head of a table to its rows: a table that has become running text, whose columns are by chance.
func runsOn(l []pdfWord) bool {
	rows := 0
	for i, w := range l {
		if i > 0 && figure.MatchString(w.text) && !figure.MatchString(l[i-1].text) {
			rows++
		}
	}
	return rows > 1
}

type pdfTable struct {
	nation  float64 // where the head of the nations' column ends
	heads   [][]pdfWord
	first   string // the line that names the nations' column
	rows    []pdfLine
	columns []pdfWord // of figures, as wide as those in them
}

type pdfLine struct {
	squeezed, name string
	figures        []pdfWord
}

// read reads a table whose nations' column is headed in a line, and gives its last line.
func (t *pdfTable) read(lines [][]pdfWord, at int) int {
	t.first = words(lines[at])
	for i := at - 1; i >= 0 && i > at-3 && t.rightOf(lines[i]) && !ofCaption.MatchString(words(lines[i])); i-- {
		t.heads = append([][]pdfWord{lines[i]}, t.heads...)
	}
	t.heads = append(t.heads, lines[at])
	name, before, ended := "", "", false
	for i := at + 1; i < len(lines); i++ {
		row, l := pdfLine{squeezed: before + squeezed(words(lines[i]))}, lines[i]
		n := len(l)
		for n > 0 && figure.MatchString(l[n-1].text) {
			n--
		}
		row.figures, row.name = figuresOf(l[n:]), strings.TrimSpace(name+" "+unmarked(l[:n]))
		if n := len(t.rows) - 1; len(row.figures) == 0 && n >= 0 && !ended && unfinished.MatchString(t.rows[n].name) {
			t.rows[n].name += " " + row.name
			t.rows[n].squeezed += row.squeezed
			continue
		}
		switch {
		case len(row.figures) == 0 && len(t.rows) == 0 && t.rightOf(l):
			t.heads = append(t.heads, l)
			continue
		case len(row.figures) == 0 && !ended && len(row.name) < 60 && !strings.HasSuffix(row.name, ".") && name == "":
			name, before = row.name, row.squeezed // it goes on in the next line
			continue
		case len(row.figures) == 0, row.name == "" && !ended, ended && row.name != "" && !isTotal(row.name):
			return i - 1
		}
		name, before = "", ""
		t.rows, ended = append(t.rows, row), ended || isTotal(row.name)
	}
	return len(lines) - 1
}

// unfinished is the name of a row that goes on in the line below its figures: "Bosnia and 14", "Iran (Islamic 2".
var unfinished = regexp.MustCompile(`(?:\b(?:and|of|the)|\([^)]*|,)$`)

// rightOf says that a line stands right of the nations' column, as the heads of the others do.
func (t *pdfTable) rightOf(l []pdfWord) bool {
	return l[0].left > t.nation && !figure.MatchString(l[0].text)
}

// figuresOf joins thousands: figures no further from one another than words are.
func figuresOf(l []pdfWord) (figures []pdfWord) {
	for _, w := range l {
		if n := len(figures) - 1; n >= 0 && w.left-figures[n].right < blank(l) && threeMore.MatchString(w.text) {
			figures[n].text, figures[n].right = figures[n].text+" "+w.text, w.right
			continue
		}
		figures = append(figures, w)
	}
	return figures
}

// encoded are the rows as lines of cells: figures stand in one column where they stand above one another. There are none where no row but
// totals has any.
func (t *pdfTable) encoded() []pdfRow {
	if len(t.rows) < 2 {
		return nil
	}
	var figures []pdfWord
	for _, r := range t.rows {
		if !isTotal(r.name) { // whose figures may stand between columns
			figures = append(figures, r.figures...)
		}
	}
	slices.SortFunc(figures, func(a, b pdfWord) int { return cmp.Compare(a.left, b.left) })
	for _, f := range figures {
		if n := len(t.columns) - 1; n >= 0 && f.left < t.columns[n].right {
			t.columns[n].right = max(t.columns[n].right, f.right)
			continue
		}
		t.columns = append(t.columns, f)
	}
	if len(t.columns) == 0 {
		return nil
	}
	nation := nations.FindString(t.first)
	cells := []string{nation}
	for _, c := range t.columns {
		cells = append(cells, t.headOf(c))
	}
	var rows []pdfRow
	heads := ""
	for _, l := range t.heads {
		heads += squeezed(words(l))
	}
	for _, l := range t.heads { // whose words are in the header
		if words(l) != t.first {
			rows = append(rows, pdfRow{squeezed: squeezed(words(l))})
			continue
		}
		rows = append(rows, pdfRow{squeezed(t.first), headSign + strings.Join(cells, cellSign), heads})
	}
	for _, r := range t.rows {
		cells := make([]string, len(t.columns)+1)
		cells[0] = r.name
		for _, f := range r.figures {
			i := t.columnOf(f)
			cells[i+1] = strings.TrimSpace(cells[i+1] + " " + f.text)
		}
		rows = append(rows, pdfRow{squeezed: r.squeezed, line: strings.Join(cells, cellSign)})
	}
	return rows
}

var total = regexp.MustCompile(`(?i)^(?:grand )?total\b`)

func isTotal(name string) bool { return total.MatchString(name) }

// columnOf is the column nearest to a figure, of one or more.
func (t *pdfTable) columnOf(f pdfWord) (nearest int) {
	least := -1.0
	for i, c := range t.columns {
		if far := max(c.left-f.right, f.left-c.right, 0); least < 0 || far < least {
			nearest, least = i, far
		}
	}
	return nearest
}

// headOf are the words above a column: in each line of the header those nearest to it. A total is of all.
func (t *pdfTable) headOf(column pdfWord) (head string) {
	middle := (column.left + column.right) / 2
	for _, l := range slices.Backward(t.heads) {
		nearest, least := "", -1.0
		for _, group := range groupsOf(l) {
			if group.left <= t.nation && nations.MatchString(group.text) {
				continue
			}
			far := max(group.left-middle, middle-group.right, 0)
			if least < 0 || far < least {
				nearest, least = group.text, far
			}
		}
		head = strings.TrimSpace(nearest + " " + head)
		if isTotal(head) {
			return head
		}
	}
	return head
}

// blank is how wide the blanks between the words of a line are at most: less than one and a half times the height of its letters.
func blank(l []pdfWord) (width float64) {
	for _, w := range l {
		width = max(width, w.height()*1.4)
	}
	return width
}

// groupsOf are the words of a line that stand together.
func groupsOf(l []pdfWord) (groups []pdfWord) {
	for _, w := range l {
		if n := len(groups) - 1; n >= 0 && w.left-groups[n].right < blank(l) {
			groups[n].text, groups[n].right = groups[n].text+" "+w.text, w.right
			continue
		}
		groups = append(groups, w)
	}
	return groups
}

// unmarked are words less the marks of footnotes.
func unmarked(l []pdfWord) string {
	l = slices.Clone(l)
	for i, w := range l {
		l[i].text = w.text[:len(w.text)-w.mark]
	}
	return words(l)
}

func words(l []pdfWord) string {
	texts := make([]string, len(l))
	for i, w := range l {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

// cellRow is the row that a line of cells is.
func cellRow(l string, line int) block {
	text, header := strings.CutPrefix(l, headSign)
	return block{kind: rowBlock, text: strings.ReplaceAll(text, cellSign, " | "), header: header, line: line}
}
