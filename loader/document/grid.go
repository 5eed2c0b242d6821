package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// grid is a table as it is drawn: rows of cells that may go over several columns and rows.
type grid struct {
	rows  []*gridRow
	last  *gridCell // the cell that was begun last
	heads bool      // header rows are being told
	most  int       // bytes that may be written again where cells go over several rows and columns
	over  bool      // they were too few
}

type gridRow struct {
	cells  []*gridCell
	header bool
	line   int // in the source, from 1; 0 where it is not known
}

type gridCell struct {
	blocks        []block
	columns, rows int // that it goes over
	header        bool
	merged        bool // goes on with the cell above, as Word tells it
}

// Bounds on what a cell goes over, and on what is written into each row that it goes over.
const (
	maxColumns  = 100
	maxRowspan  = 1000
	maxRepeated = 200
	maxHeads    = 3         // rows of a header
	maxSpread   = 256 << 10 // bytes that a document's tables write again where cells go over several rows and columns
)

// overspread is the doubt about a table that would need more.
const overspread = "a table has cells that go over so many rows and columns that their text stands only in the first of them"

func (g *grid) beginRow(header bool) { g.rows = append(g.rows, &gridRow{header: header}) }

func (g *grid) beginCell(columns, rows int, header bool) {
	if len(g.rows) == 0 {
		g.beginRow(false)
	}
	r := g.rows[len(g.rows)-1]
	g.last = &gridCell{columns: min(max(columns, 1), maxColumns), rows: min(max(rows, 1), maxRowspan), header: header}
	r.cells = append(r.cells, g.last)
}

// open is the cell that text goes into; nil before the first.
func (g *grid) open() *gridCell { return g.last }

// blocks are what the table says: its rows, or, where it only lays out the page, what its cells hold.
func (g *grid) blocks() (blocks []block) {
	if g.lays() {
		for _, r := range g.rows {
			for _, c := range r.cells {
				blocks = append(blocks, c.blocks...)
			}
		}
		return blocks
	}
	if items := g.items(); items != nil {
		return items
	}
	blocks = g.title()
	texts, heads := g.spread()
	number := 0
	for i, cells := range texts {
		b := block{kind: rowBlock, text: strings.Join(cells, " | "), header: i < heads, line: g.rows[i].line}
		if strings.Trim(b.text, " |") == "" {
			continue
		}
		if b.header && i > 0 {
			continue // its words are in the first header
		}
		if !b.header {
			number++
			b.number = number
		}
		if g.over {
			b.doubt = overspread
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// again is a text that is written once more; "" where that is too much.
func (g *grid) again(text string) string {
	if len(text) > g.most {
		g.over, g.most = true, 0
		return ""
	}
	g.most -= len(text)
	return text
}

// title takes off the rows above the heads that are no more than what the table is called, or nothing; it is not empty behind.
func (g *grid) title() (blocks []block) {
	for len(g.rows) > 1 && g.rows[0].isTitle() {
		for _, c := range g.rows[0].cells {
			blocks = append(blocks, c.blocks...)
		}
		g.rows = g.rows[1:]
	}
	return blocks
}

// isTitle says whether a row holds one text, over all columns, or has not even a cell.
func (r *gridRow) isTitle() bool {
	if len(r.cells) == 0 {
		return true
	}
	first, others := r.cells[0], r.cells[1:]
	if first.rows > 1 || len(others) > 0 && first.columns == 1 {
		return false
	}
	return !slices.ContainsFunc(others, func(c *gridCell) bool { return len(c.blocks) > 0 })
}

var mastheadCell = regexp.MustCompile(`(?i)^(?:distr\.?:? *(?:general|limited)|original: *\p{L}+|S/\d{4}/\d+\S*)$`)

// lays says whether the table only lays out a page, or a masthead: it has one column, or its cells hold headings, tables, or lists of
// paragraphs, or are the columns of the page.
func (g *grid) lays() bool {
	columns := 0
	for _, r := range g.rows {
		filled := 0
		for _, c := range r.cells {
			if len(c.blocks) > 0 {
				filled++
			}
			items, masthead := 0, false
			for _, b := range c.blocks {
				switch {
				case b.kind == headingBlock || b.kind == rowBlock || b.kind == ruleBlock:
					return true
				case b.kind == itemBlock && b.text != "", numbered.MatchString(b.text):
					items++
				}
				first, _, _ := strings.Cut(b.text, "\n")
				masthead = masthead || mastheadCell.MatchString(first)
			}
			if items > 2 || masthead {
				return true
			}
		}
		columns = max(columns, filled)
	}
	return columns < 2 || g.isNewspaper()
}

var (
	cellNumber = regexp.MustCompile(`^(\d{1,3})[.)]?$`)
	cellLetter = regexp.MustCompile(`^(?:\(?(?:[a-z]|[ivx]{1,4})[.)]|[•·–—-])$`)
)

// items are the numbered paragraphs of a table that has the numbers in its first column and prose in the second; nil where it is none.
func (g *grid) items() (blocks []block) {
	letters, prose, sentences := 0, 0, true
	for _, r := range g.rows {
		var cells []*gridCell
		for _, c := range r.cells {
			if len(c.blocks) > 0 {
				cells = append(cells, c)
			}
		}
		if len(cells) == 0 {
			continue
		}
		body := cells[len(cells)-1]
		label, number := cells[0].text(), cells[0].blocks[0].number
		b := body.blocks[0]
		switch m := cellNumber.FindStringSubmatch(label); {
		case len(cells) > 2:
			return nil
		case len(cells) == 1:
			b.within = len(blocks) > 0
		case m != nil:
			b.kind = itemBlock
			b.number, _ = strconv.Atoi(m[1])
		case label == "" && number > 0:
			b.kind, b.number = itemBlock, number
		case cellLetter.MatchString(label) && len(blocks) > 0:
			b.text, b.within = label+" "+b.text, true
		default:
			return nil
		}
		prose++
		letters += len(b.text)
		sentences = sentences && aSentence.MatchString(b.text)
		blocks = append(blocks, b)
		for _, more := range body.blocks[1:] {
			more.within = true
			blocks = append(blocks, more)
		}
	}
	if prose == 0 || letters/prose < shortProse && !sentences {
		return nil
	}
	return blocks
}

// shortProse is how many letters a paragraph has at least on the average, where not each is a sentence.
const shortProse = 40

var aSentence = regexp.MustCompile(`(?s)^[“"(\[]?\p{Lu}.* .*[.:;][”"’)\]]*$`)

func (c *gridCell) text() string {
	var parts []string
	for _, b := range c.blocks {
		text := strings.ReplaceAll(b.text, "\n", " ")
		if b.kind == itemBlock && text != "" {
			text = strconv.Itoa(b.number) + ". " + text
		} else if b.kind == itemBlock {
			text = strconv.Itoa(b.number)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

// spread writes each cell into the rows that it goes over, and a header into all its columns. The first heads rows are headers, whose words
// are joined in the first.
func (g *grid) spread() (texts [][]string, heads int) {
	var left []int     // for each column, the rows that a cell from above still goes over
	var above []string // its text
	for i, r := range g.rows {
		var row []string
		header := heads == i && i < min(maxHeads, len(g.rows)-1) && g.isHeader(i)
		fill := func() {
			for len(row) < len(left) && left[len(row)] > 0 {
				left[len(row)]--
				row = append(row, g.again(above[len(row)]))
			}
		}
		for _, c := range r.cells {
			fill()
			text := c.text()
			if c.merged && len(row) < len(above) {
				text = g.again(above[len(row)])
			}
			for k := range c.columns {
				if len(row) >= maxColumns {
					break
				}
				switch {
				case k > 0 && (!header || len(text) > maxRepeated):
					text = ""
				case k > 0:
					text = g.again(text)
				}
				for len(left) <= len(row) {
					left, above = append(left, 0), append(above, "")
				}
				left[len(row)], above[len(row)] = c.rows-1, text
				if len(text) > maxRepeated {
					above[len(row)] = ""
				}
				row = append(row, text)
			}
		}
		fill()
		texts = append(texts, row)
		if header {
			heads++
		}
	}
	if heads > 1 {
		overColumns(texts[0], texts[1])
	}
	for _, row := range texts[:heads] {
		for k, text := range row {
			if first := texts[0]; k < len(first) && !strings.HasSuffix(first[k], text) {
				first[k] = strings.TrimSpace(first[k] + " " + text)
			}
		}
	}
	return texts, heads
}

// overColumns writes a head over the empty ones behind it that the row of heads below divides: "Military", "", "" over "Troops",
// "Observers", "Total".
func overColumns(heads, below []string) {
	for k := 1; k < len(heads) && k < len(below); k++ {
		if heads[k] == "" && below[k] != "" && below[k-1] != "" {
			heads[k] = heads[k-1]
		}
	}
}

var digits = regexp.MustCompile(`^[\d\s.,–—-]*\d[\d\s.,–—-]*$`)

// isHeader says whether a row, of which all above are headers, is one: it says so, or all of it is emphasised, or it is the first and has
// no figures where the next that does not divide its heads has, or it divides the heads above it.
func (g *grid) isHeader(i int) bool {
	r := g.rows[i]
	if r.header || len(r.cells) == 0 {
		return r.header
	}
	all, bold, figures := true, true, false
	for _, c := range r.cells {
		all = all && c.header
		for _, b := range c.blocks {
			bold = bold && b.bold
		}
		figures = figures || digits.MatchString(c.text())
	}
	if all || bold && !figures || i > 0 && !figures && g.dividesHeads(i) {
		return true
	}
	if i > 0 || figures {
		return false
	}
	for below, r := range g.rows[1:] {
		if below+1 < maxHeads && g.dividesHeads(below+1) {
			continue
		}
		filled := 0
		for _, c := range r.cells {
			if digits.MatchString(c.text()) {
				return true
			}
			if len(c.blocks) > 0 {
				filled++
			}
		}
		if filled > 1 { // less is no row, but blank, or what the rows below have in common
			break
		}
	}
	return false
}

// dividesHeads says that a row without figures only tells more of the heads above it: it says nothing of the first column, and has words
// for others.
func (g *grid) dividesHeads(i int) bool {
	cells := g.rows[i].cells
	return len(cells) > 0 && len(cells[0].blocks) == 0 && slices.ContainsFunc(cells, func(c *gridCell) bool { return letterIn.MatchString(c.text()) })
}

var gridBorder = regexp.MustCompile(`^\+(?:[-=:]+\+)+$`)

// gridTable reads a table that is drawn with signs (+---+---+, and | between cells), as pandoc writes it; nil where the text is none.
func gridTable(text []byte) []block {
	g, begun := &grid{}, false
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	if len(lines) < 3 || !gridBorder.MatchString(strings.TrimSpace(lines[0])) {
		return nil
	}
	for _, l := range lines {
		switch l = strings.TrimSpace(l); {
		case gridBorder.MatchString(l):
			if strings.Contains(l, "=") && begun {
				for _, r := range g.rows {
					r.header = true
				}
			}
			begun = false
		case strings.HasPrefix(l, "|"):
			cells := strings.Split(strings.Trim(l, "|"), "|")
			if !begun {
				g.beginRow(false)
				for range cells[:min(len(cells), maxColumns)] {
					g.beginCell(1, 1, false)
				}
				begun = true
			}
			row := g.rows[len(g.rows)-1]
			for i, c := range cells[:min(len(cells), len(row.cells))] {
				if c = clean(c); c != "" {
					row.cells[i].blocks = append(row.cells[i].blocks, block{text: c})
				}
			}
		default:
			return nil
		}
	}
	return g.blocks()
}
