package document

import (
	"regexp"
	"strconv"
	"strings"
)

// layout tells masthead, parts, headings and paragraphs apart.
type layout struct {
	doc      *Document
	line     int // of the front matter
	part     string
	title    string // the part's own, until its first paragraph takes it
	heading  string
	headedAt int  // the last number in the part when the heading came
	numbered bool // the part has numbered paragraphs
	fresh    bool // nothing of the part was read but its name
	pending  int  // a number that stood alone on its line
	last     int  // the last number in the part
	seen     map[string]int
	current  *Paragraph // what further text of the part is added to
	head     []string   // the masthead
	setHead  bool       // the last row stood in it
	untold   bool       // the report's title has just been read, and no period below it
	table    *Table     // of the row before; nil where no row was
}

var (
	partName     = regexp.MustCompile(`(?i)^(annex|enclosure|appendix)(?: (?:[IVXL]+|[A-Z]|\d+))?(?: to .*)?(?:$|[.:–—-] *(.*)$|\n(.*)$)`)
	letterTitle  = regexp.MustCompile(`(?i)^(?:identical )?letters? dated `)
	organName    = regexp.MustCompile(`(?i)^(?:united nations|security council|general assembly|s/\S+|[a-z]+ year|agenda item.*|\W)*$`)
	languageLine = regexp.MustCompile(`(?i)^(?:original: *)?(?:english|french|spanish|russian|arabic|chinese)\W*$`)
	bareNumber   = regexp.MustCompile(`^(\d{1,3})\.?$`)
	undotted     = regexp.MustCompile(`^(\d{1,3})(?: ?\. *| +)(\p{Lu}|[“"‘'])`)
	signature    = regexp.MustCompile(`(?i)^\W+signed\W|^signed:? +(?-i:\p{Lu})`)
)

// maxSkipped is by how much a number that stands alone on its line may be more than the last.
const maxSkipped = 3

// block takes the next block, and the footnotes that were run into it apart.
func (p *layout) block(b block) {
	b.line += p.line
	kept, note, number := withoutNote(b.text)
	if number == 0 || p.part == "" || b.kind == rowBlock || b.kind == footnoteBlock {
		p.place(b)
		return
	}
	line := b.line
	if b.text = kept; kept != "" {
		p.place(b)
	}
	p.apart("FOOTNOTE", block{number: number, text: note, line: line})
}

func (p *layout) place(b block) {
	if p.periodOfTitle(b) {
		return
	}
	switch {
	case b.within && p.current != nil:
		p.current.Text += "\n" + b.text
		return
	case b.aside && p.part != "":
		p.apart("UNNUMBERED", b)
		return
	}
	switch b.kind {
	case ruleBlock:
		return
	case headingBlock:
		p.headingText(b)
		return
	case rowBlock:
		p.row(b)
		return
	case footnoteBlock:
		p.apart("FOOTNOTE", b)
		return
	case itemBlock:
		if p.part == "" {
			p.open("BODY")
		}
		if b.text == "" {
			p.pending = b.number
			return
		}
		p.begin("PARAGRAPH", b.number, b)
		return
	}
	if p.isTitle(b) {
		p.headingText(b)
		return
	}
	if m := bareNumber.FindStringSubmatch(b.text); m != nil && p.part != "" {
		if n, _ := strconv.Atoi(m[1]); n > p.last && n <= p.last+maxSkipped || n == 1 {
			p.pending = n
			return
		}
		if p.current != nil { // a figure of a table whose cells stand one on a line
			p.current.Text += "\n" + b.text
			return
		}
	}
	if m := undotted.FindStringSubmatch(b.text); m != nil {
		if n, _ := strconv.Atoi(m[1]); n == p.last+1 && (p.numbered || n == 1 && (p.part != "" || strings.Contains(m[0], ".") && !looksLikeHeading(b))) {
			b.number, b.text = n, strings.TrimSpace(b.text[len(m[0])-len(m[2]):])
			p.begin("PARAGRAPH", b.number, b)
			return
		}
	}
	p.text(b)
}

// isTitle says whether a block that nothing marks as a heading names a part, or is the title of a letter or a report.
func (p *layout) isTitle(b block) bool {
	switch {
	case partName.MatchString(b.text) && (b.bold || len(b.text) < 40),
		p.part == "" && len(b.text) < 300 && letterTitle.MatchString(b.text):
		return true
	}
	return p.fresh && p.part != "LETTER" && len(b.text) < 200 && reportTitle.MatchString(b.text) && !strings.ContainsAny(b.text, ".;\n")
}

func (p *layout) open(part string) {
	p.masthead()
	p.part, p.heading, p.title, p.numbered, p.fresh, p.pending, p.last, p.current = part, "", "", false, true, 0, 0, nil
}

// text takes a block without a number.
func (p *layout) text(b block) {
	switch {
	case p.part == "" && p.beginsBody(b.text):
		p.open("BODY")
		if section.MatchString(b.text) {
			p.heading = b.text
			return
		}
		p.begin("UNNUMBERED", 0, b)
	case p.part == "":
		p.head = append(p.head, b.text)
	case languageLine.MatchString(b.text): // page furniture
	case p.pending > 0:
		b.number = p.pending
		p.begin("PARAGRAPH", b.number, b)
	case p.current != nil && (p.current.Kind == "UNNUMBERED" || !looksLikeHeading(b)):
		p.current.Text += "\n" + b.text
	case p.numbered && looksLikeHeading(b):
		p.heading, p.current = b.text, nil
	default:
		if p.title != "" && !p.numbered {
			b.text = p.title + "\n" + b.text
		}
		p.begin("UNNUMBERED", 0, b)
	}
}

func (p *layout) begin(kind string, number int, b block) {
	if p.part == "" {
		p.open("BODY")
	}
	if p.seen == nil {
		p.seen = map[string]int{}
	}
	if last := p.current; last != nil && last.Kind == "PARAGRAPH" && kind == "PARAGRAPH" && number == p.last+1 {
		if kept, heading := withoutRunOn(last.Text); heading != "" {
			last.Text, p.heading, p.headedAt = kept, heading, p.last
		}
	}
	key := p.part + kind + strconv.Itoa(number)
	p.seen[key]++
	p.doc.Paragraphs = append(p.doc.Paragraphs, Paragraph{Part: p.part, Kind: kind, Number: number, Occurrence: p.seen[key],
		Position: len(p.doc.Paragraphs) + 1, Heading: p.heading, Text: b.text, Line: b.line})
	p.current = &p.doc.Paragraphs[len(p.doc.Paragraphs)-1]
	p.table = nil
	p.fresh, p.pending, p.title = false, 0, ""
	if kind == "PARAGRAPH" {
		p.numbered, p.last = true, number
	}
}

// apart adds what stands beside the text, which goes on after it.
func (p *layout) apart(kind string, b block) {
	before, current := *p, -1
	if p.current != nil {
		current = p.current.Position - 1
	}
	p.begin(kind, b.number, b)
	p.current, p.fresh, p.pending, p.title = nil, before.fresh, before.pending, before.title
	if current >= 0 {
		p.current = &p.doc.Paragraphs[current]
	}
}

func (p *layout) end() {
	p.masthead()
	if p.doc.Date == "" {
		p.doc.Date = p.doc.Distributed
	}
	for i := range p.doc.Paragraphs {
		p.doc.Paragraphs[i].Text = clean(p.doc.Paragraphs[i].Text)
	}
	unmark(p.doc.Paragraphs)
	unslash(p.doc.Paragraphs)
	unstamp(p.doc.Paragraphs)
	p.divideTables()
}
