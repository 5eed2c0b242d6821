package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
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

// continues says that a header is that of the table whose row stands right before it, under the same heading: the table goes on, on another page.
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

// caption is what stands above a table: the part's title and the heading, and the block just above; of a numbered paragraph its last sentence.
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
	nations    = regexp.MustCompile(`\b(?:Country|Countries|Nationality|Nation|Contributing (?:country|countries|nations?|State)|Member State)\b`)
	columnHead = regexp.MustCompile(`(?i)^(?:\(|total\b` +
		`|number of (?:\p{L}+ ){0,4}?(?:police(?: units| officers| monitors)?|officers|observers|personnel|troops|monitors|units|experts)\b|number\b` +
		`|civilian police(?: officers| personnel| monitors)?|special police units?|formed police units?|individual (?:police )?officers` +
		`|military(?: liaison officers| liaison| observers| personnel| contingents?)?|(?:military )?observers|staff officers|liaison officers` +
		`|troops|police(?: officers| monitors)?|contingents?|infantry` +
		`|women\b|woman\b|men\b|females?\b|males?\b|strength\b|personnel\b|experts?\b|officers\b)`)
	aNumber   = regexp.MustCompile(`^(?:\d{1,3}(?:,\d{3})*|\d{4,6})[a-z*]?$|^[-–—]$`)
	threeMore = regexp.MustCompile(`^\d{3}[a-z*]?$`)
	ofName    = regexp.MustCompile(`^(?:[“"]?\p{Lu}[\p{L}’'.()-]*[)”"]?|of|the|and|d[eu]|former)$`)
)

// runningTable divides a table of nations that has become running text: what stands before it, its header, its rows, and what follows. It
// is false where there is none.
func runningTable(text string) (before string, header []string, rows [][]string, after string, ok bool) {
	for _, at := range nations.FindAllStringIndex(text, -1) {
		header, rest := runningHeader(text[at[0]:])
		if header == nil {
			continue
		}
		if rows, after := runningRows(rest, len(header)-1); len(rows) > 1 {
			return strings.TrimSpace(text[:at[0]]), header, rows, after, true
		}
	}
	if at := headless.FindStringIndex(text); at != nil {
		if rows, after := runningRows(text[at[1]:], 1); len(rows) >= fewRows {
			return strings.TrimSpace(text[:at[1]]), []string{"Country", "Number"}, rows, after, true
		}
	}
	return "", nil, nil, "", false
}

// headless is the caption of a table of nations whose header is lost: its first row follows the day of which it is.
var headless = regexp.MustCompile(`(?i)\b(?:composition|strength)\b[^.;]{0,200}?\bas (?:at|of|on) \d{1,2} \p{L}+ \d{4}\)?\s+`)

// fewRows are the least that make a table of what has no header.
const fewRows = 5

// runningHeader is the header at the beginning of a text: once, where it stands for pairs of columns that are side by side.
func runningHeader(text string) (header []string, rest string) {
	at := nations.FindStringIndex(text)
	nation := text[:at[1]]
	rest = strings.TrimSpace(text[at[1]:])
	header = []string{nation}
	for rest != "" {
		if strings.HasPrefix(rest, nation) {
			if _, again := runningHeader(rest); again != "" {
				return header, again
			}
		}
		m := columnHead.FindString(rest)
		if m == "" || m == "(" {
			break
		}
		header = append(header, m)
		rest = strings.TrimSpace(rest[len(m):])
	}
	if len(header) < 2 {
		return nil, rest
	}
	return header, rest
}

// runningRows are the rows of names and as many numbers as the header has columns for; a row may have fewer. They end with the total.
func runningRows(text string, columns int) (rows [][]string, after string) {
	words := strings.Fields(text)
	i := 0
	for i < len(words) {
		from := i
		for i < len(words) && i-from < 9 && ofName.MatchString(words[i]) {
			i++
		}
		if i > from {
			i += asideLength(words[i:])
		}
		if i > from && strings.EqualFold(words[from], "total") && (i == len(words) || !aNumber.MatchString(words[i])) {
			return rows, strings.Join(words[from+1:], " ") // a total that is lost
		}
		name := strings.Join(words[from:i], " ")
		row := []string{name}
		for i < len(words) && aNumber.MatchString(words[i]) && len(row) <= columns {
			n := words[i]
			if i++; i < len(words) && threeMore.MatchString(words[i]) && len(n) <= 3 && (len(row) == columns || columns == 1) {
				n += " " + words[i] // thousands
				i++
			}
			row = append(row, n)
		}
		if name == "" || len(row) < 2 {
			i = from
			break
		}
		rows = append(rows, row)
		if strings.HasPrefix(strings.ToLower(name), "total") {
			break
		}
	}
	return rows, strings.Join(words[i:], " ")
}

// longestAside is how many words may tell in brackets what of a nation's a row counts: "Ukraine (formed police unit) 6".
const longestAside = 4

// asideLength is how many words at the beginning stand in brackets; 0 where none do.
func asideLength(words []string) int {
	for n, w := range words[:min(len(words), longestAside)] {
		switch {
		case n == 0 && !strings.HasPrefix(w, "("), strings.ContainsAny(w, "0123456789"):
			return 0
		case strings.HasSuffix(w, ")"):
			return n + 1
		}
	}
	return 0
}

// divide begins rows of the tables that have become running text in a paragraph.
func (p *layout) divide(part Paragraph) []Paragraph {
	part.Text = withoutMap(part.Text)
	before, header, rows, after, ok := runningTable(part.Text)
	if !ok {
		return []Paragraph{part}
	}
	if after = strings.TrimSpace(after); isMapLabels(after) {
		after = ""
	}
	table := &Table{Caption: strings.TrimSpace(part.Heading + "\n" + before[max(0, len(before)-longCaption):]), Header: header}
	var all []Paragraph
	if before != "" {
		head := part
		head.Text = before
		all = append(all, head)
	}
	for i, row := range rows {
		one := part
		one.Kind, one.Number, one.Text, one.Table = "TABLE_ROW", i+1, strings.Join(row, " | "), table
		all = append(all, one)
	}
	if after != "" {
		rest := part
		rest.Kind, rest.Number, rest.Text = "UNNUMBERED", 0, after
		all = append(all, p.divide(rest)...)
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
			divided = p.divide(one)
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
