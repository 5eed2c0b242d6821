package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Table is what a row belongs to.
type Table struct {
	Caption string   // the heading, or the words just above; "" where there are none
	Header  []string // what heads each column; nil where the table has no header
}

// Cells are the cells of a row.
func (p Paragraph) Cells() []string {
	if p.Kind != "TABLE_ROW" {
		return nil
	}
	cells := strings.Split(p.Text, "|")
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
	}
	return cells
}

// row takes a row of a table, or its header.
func (p *layout) row(b block) {
	if p.part == "" && p.ofMasthead(b) {
		return
	}
	if b.header {
		header := Paragraph{Kind: "TABLE_ROW", Text: clean(b.text)}.Cells()
		if !p.continues(header) {
			p.table = &Table{Caption: p.caption(), Header: header}
		}
		return
	}
	if p.table == nil {
		p.table = &Table{Caption: p.caption()}
	}
	table := p.table
	p.begin("TABLE_ROW", b.number, b)
	p.current.Table, p.table, p.current = table, table, nil
}

// continues says that a header is that of the table whose row stands right before it, under the same heading: the table goes on, on another
// page.
func (p *layout) continues(header []string) bool {
	if p.table == nil || len(p.doc.Paragraphs) == 0 || !slices.Equal(header, p.table.Header) {
		return false
	}
	last := p.doc.Paragraphs[len(p.doc.Paragraphs)-1]
	return last.Table == p.table && last.Part == p.part && last.Heading == p.heading
}

// longCaption is how long the words above a table may be to be its caption.
const longCaption = 500

// lastSentence is the end of a text, from where a sentence seems to begin.
var lastSentence = regexp.MustCompile(`(?:^|\. +|\n)\p{Lu}(?:[^.\n]|\.\P{Z})*\.?$`)

// caption is what stands above a table: the part's title and the heading, and the block just above; of a numbered paragraph its last
// sentence.
func (p *layout) caption() string {
	words := []string{p.title, p.heading}
	if n := len(p.doc.Paragraphs); n > 0 && p.current != nil {
		switch last := p.doc.Paragraphs[n-1]; {
		case last.Part != p.part:
		case last.Kind == "UNNUMBERED" && len(last.Text) < longCaption:
			words = append(words, last.Text)
		case last.Kind == "PARAGRAPH":
			if sentence := lastSentence.FindString(last.Text); len(sentence) < longCaption {
				words = append(words, sentence)
			}
		}
	}
	return clean(strings.TrimSpace(strings.Join(words, "\n")))
}

var (
	nations      = regexp.MustCompile(`\b(?:Country|Countries|Nationality|Nation|Contributing (?:country|countries|nations?|State)|Member State)\b`)
	nationsFirst = regexp.MustCompile(`^` + nations.String())
	columnHead   = regexp.MustCompile(`(?i)^(?:\(|total\b` +
		`|number of (?:\p{L}+ ){0,4}?(?:police(?: units| officers| monitors)?|officers|observers|personnel|troops|monitors|units|experts)\b|number\b` +
		`|civilian police(?: officers| personnel| monitors)?|special police units?|formed police units?|individual (?:police )?officers` +
		`|military(?: liaison officers| liaison| observers| personnel| contingents?)?|(?:military )?observers|staff officers|liaison officers` +
		`|troops|police(?: officers| monitors)?|contingents?|infantry` +
		`|name\b|women\b|woman\b|men\b|females?\b|males?\b|strength\b|personnel\b|experts?\b|officers\b)`)
	aNumber   = regexp.MustCompile(`^(?:\d{1,3}(?:,\d{3})*|\d{4,6})[a-z*]?$|^[-–—]$`)
	threeMore = regexp.MustCompile(`^\d{3}[a-z*]?$`)
	ofName    = regexp.MustCompile(`^(?:[“"]?\p{Lu}[\p{L}’'.()-]*[)”"]?\*{0,3}|of|the|and|d[eu]|former)$`)
)

// runningTable is a table of nations that has become running text.
type runningTable struct {
	before string // what stands before it
	header []string
	rows   [][]string
}

// runningTables are the tables of nations in a text, and what follows the last of them. The labels of a map behind a table are left out.
func runningTables(text string) (tables []runningTable, after string) {
	after = withoutMap(text)
	for _, next := range []func(string) (runningTable, string, bool){headedTable, headlessTable} {
		for {
			t, rest, ok := next(after)
			if !ok {
				break
			}
			if len(tables) == 0 { // what holds of the whole rest holds of what follows another table in it
				if rest = strings.Join(strings.Fields(rest), " "); isMapLabels(rest) {
					rest = ""
				}
				rest = withoutMap(rest)
			}
			tables, after = append(tables, t), rest
		}
	}
	return tables, after
}

// headedTable is the first table that has a header, and what follows it; false where there is none.
func headedTable(text string) (t runningTable, after string, ok bool) {
	for tried := 0; ; {
		at := nations.FindStringIndex(text[tried:])
		if at == nil {
			return t, "", false
		}
		from := tried + at[0]
		header, rest := runningHeader(text[from:])
		if header != nil {
			if rows, after := runningRows(rest, len(header)-1); len(rows) > 1 && !lacksCells(header, rows) {
				return runningTable{strings.TrimSpace(text[:from]), header, rows}, after, true
			}
		}
		tried = len(text) - len(rest)
	}
}

// lacksCells says that rows of women, men and both lack one of their numbers: which of them, running text does not tell.
func lacksCells(header []string, rows [][]string) bool {
	last := len(header) - 1
	return last > 2 && strings.EqualFold(header[last], "total") && slices.ContainsFunc(header, byWomen.MatchString) &&
		slices.ContainsFunc(rows, func(row []string) bool { return len(row) < len(header) })
}

var byWomen = regexp.MustCompile(`(?i)^(?:women|females?)$`)

// headlessTable is a table whose header is lost, if the first caption of one is followed by it, and what follows it.
func headlessTable(text string) (t runningTable, after string, ok bool) {
	at := headless.FindStringIndex(text)
	if at == nil {
		return t, "", false
	}
	rows, after := runningRows(text[at[1]:], 1)
	return runningTable{strings.TrimSpace(text[:at[1]]), []string{"Country", "Number"}, rows}, after, len(rows) >= fewRows
}

// headless is the caption of a table of nations whose header is lost: its first row follows the day of which it is.
var headless = regexp.MustCompile(`(?i)\b(?:composition|strength)\b[^.;]{0,200}?\bas (?:at|of|on) \d{1,2} \p{L}+ \d{4}\)?\s+`)

// fewRows are the least that make a table of what has no header.
const fewRows = 5

// runningHeader is the header at the beginning of a text, which begins with the head of nations, and what follows it: once, where it stands
// for pairs of columns that are side by side. It is nil where it heads nothing else, or more than any table has.
func runningHeader(text string) (header []string, rest string) {
	nation := nationsFirst.FindString(text)
	header, rest = []string{nation}, afterHead(text, nation)
	for again := false; rest != ""; {
		if beside := nationsFirst.FindString(rest); strings.HasPrefix(beside, nation) && len(header) > 1 {
			again, rest = true, afterHead(rest, beside)
			continue
		}
		m := columnHead.FindString(rest)
		if m == "" || m == "(" {
			break
		}
		if !again {
			header = append(header, m)
		}
		rest = afterHead(rest, m)
	}
	if len(header) < 2 || len(header) > maxColumns {
		return nil, rest
	}
	return header, rest
}

func afterHead(text, head string) string {
	return strings.TrimLeftFunc(text[len(head):], unicode.IsSpace)
}

// runningWords are the words of a text, of which only those that are asked for are looked for.
type runningWords struct {
	words []string
	ends  []int // where they end
	text  string
}

// at is a word, from 0; false behind the last.
func (w *runningWords) at(i int) (word string, ok bool) {
	for len(w.words) <= i {
		end := w.end(len(w.words))
		rest := strings.TrimLeftFunc(w.text[end:], unicode.IsSpace)
		if rest == "" {
			return "", false
		}
		word = rest
		if n := strings.IndexFunc(rest, unicode.IsSpace); n >= 0 {
			word = rest[:n]
		}
		w.words, w.ends = append(w.words, word), append(w.ends, len(w.text)-len(rest)+len(word))
	}
	return w.words[i], true
}

// end is where the words before one end.
func (w *runningWords) end(i int) int {
	if i == 0 {
		return 0
	}
	return w.ends[i-1]
}

// after is the text from a word on.
func (w *runningWords) after(i int) string { return strings.TrimSpace(w.text[w.end(i):]) }

// runningRows are the rows of names and as many numbers as the header has columns for; a row may have fewer. They end with the total.
func runningRows(text string, columns int) (rows [][]string, after string) {
	words := runningWords{text: text}
	matches := func(i int, form *regexp.Regexp) bool {
		word, ok := words.at(i)
		return ok && form.MatchString(word)
	}
	i := 0
	for {
		from := i
		for i-from < 9 && matches(i, ofName) {
			i++
		}
		if i > from {
			i += words.aside(i)
		}
		if i > from && strings.EqualFold(words.words[from], "total") && !matches(i, aNumber) {
			return rows, words.after(from + 1) // a total that is lost
		}
		name := strings.Join(words.words[from:i], " ")
		row := []string{name}
		for len(row) <= columns && matches(i, aNumber) {
			n := words.words[i]
			if i++; matches(i, threeMore) && len(n) <= 3 && (len(row) == columns || columns == 1) {
				n += " " + words.words[i] // thousands
				i++
			}
			row = append(row, n)
		}
		if name == "" || len(row) < 2 {
			return rows, words.after(from)
		}
		rows = append(rows, row)
		if strings.HasPrefix(strings.ToLower(name), "total") {
			return rows, words.after(i)
		}
	}
}

// longestAside is how many words may tell in brackets what of a nation's a row counts: "Ukraine (formed police unit) 6".
const longestAside = 6

// aside is how many words from one on stand in brackets; 0 where none do.
func (w *runningWords) aside(from int) int {
	for n := range longestAside {
		switch word, ok := w.at(from + n); {
		case !ok, n == 0 && !strings.HasPrefix(word, "("), strings.ContainsAny(word, "0123456789"):
			return 0
		case strings.HasSuffix(word, ")"):
			return n + 1
		}
	}
	return 0
}

// divide begins rows of the tables that have become running text in a paragraph.
func divide(part Paragraph) (all []Paragraph) {
	tables, after := runningTables(part.Text)
	for _, t := range tables {
		if t.before != "" {
			head := part
			head.Text = t.before
			all = append(all, head)
		}
		table := &Table{Caption: strings.TrimSpace(part.Heading + "\n" + t.before[max(0, len(t.before)-longCaption):]), Header: t.header}
		for i, row := range t.rows {
			one := part
			one.Kind, one.Number, one.Text, one.Table = "TABLE_ROW", i+1, strings.Join(row, " | "), table
			all = append(all, one)
		}
		part.Kind, part.Number = "UNNUMBERED", 0
	}
	if part.Text = after; after != "" || len(tables) == 0 {
		all = append(all, part)
	}
	return all
}

// withoutMap is a text up to the number of a map whose labels follow it to the end.
func withoutMap(text string) string {
	if at := mapNumber.FindStringIndex(text); at != nil && isMapLabels(text[at[1]:]) {
		return strings.TrimSpace(text[:at[0]])
	}
	return text
}

// isMapLabels says that a text is the labels of a map, by letters that stand apart as the names of rivers and countries do there.
func isMapLabels(text string) bool { return len(lettersApart.FindAllString(text, 2)) > 1 }

var lettersApart = regexp.MustCompile(`(?:\p{L} ){5}`)

// divideTables begins rows of all tables that have become running text, and counts paragraphs anew.
func (p *layout) divideTables() {
	var all []Paragraph
	seen := map[string]int{}
	for _, one := range p.doc.Paragraphs {
		divided := []Paragraph{one}
		if one.Kind != "TABLE_ROW" {
			divided = divide(one)
		}
		all = append(all, divided...)
	}
	for i := range all {
		key := strings.Join([]string{all[i].Part, all[i].Kind, strconv.Itoa(all[i].Number)}, " ")
		seen[key]++
		all[i].Occurrence, all[i].Position = seen[key], i+1
	}
	p.doc.Paragraphs = all
}
