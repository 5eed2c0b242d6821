package document

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// docxReader reads the text of a Word document, element by element.
type docxReader struct {
	flow
	styles      map[string]*docxStyle
	numbering   numbering
	notes       map[string]string // by kind and id, until they were told
	noted       map[string]int    // by kind
	open        []*docxParagraph  // the open paragraphs: text boxes stand in paragraphs
	before      string            // the text of a paragraph whose end a tracked change took out
	led         *docxStyle        // the style of the paragraph that goes on in the next
	counting    string            // the list that counts the paragraphs, where one does
	counted     int               // the paragraphs that count themselves, by a field
	chunks      []docxChunk
	chunked     int    // the chunks there are, read or not
	firstHeader string // the id of what stands at the head of the first page alone
	standsIn    bool   // what comes stands for text that nobody has written, or lists the headings
}

// docxParagraph is a w:p in the making.
type docxParagraph struct {
	text       strings.Builder
	style      docxStyle
	bold       bool // all of its text is
	filled     bool
	joined     bool // a tracked change took its end out
	leads      bool // the next paragraph goes on in its line, and is no paragraph of its own
	properties bool // its properties are being read, not a run's
	run        docxStyle
	inText     bool
	inField    bool // the code of a field is being read
	boxes      []block
	tables     int // that were open where it began
}

// docxLeftOut are elements that say nothing that is shown: what was there before a change, and what is there a second time for older
// programs.
var docxLeftOut = set("del", "moveFrom", "delText", "delInstrText", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange",
	"tcPrChange", "trPrChange", "numberingChange", "Fallback", "rt")

func (r *docxReader) token(d *xml.Decoder, t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if p := r.paragraph(); p != nil && p.properties && (t.Name.Local == "del" || t.Name.Local == "moveFrom") {
			p.joined = true
		}
		if docxLeftOut[t.Name.Local] || t.Name.Local == "sdtContent" && r.standsIn {
			r.standsIn = false
			return d.Skip()
		}
		return r.start(t)
	case xml.CharData:
		p := r.paragraph()
		if p != nil && p.inField && autoNumber.Match(t) {
			r.counted++
			p.text.WriteString(strconv.Itoa(r.counted) + ". ")
		}
		if p != nil && p.inText && !p.run.unseen.any() && !(p.run.raised && marksAbove(&p.text, string(t))) {
			p.text.Write(t)
			if strings.TrimSpace(string(t)) != "" {
				p.bold, p.filled = p.bold && p.run.bold, true
			}
		}
	case xml.EndElement:
		r.end(t.Name.Local)
	}
	return nil
}

// paragraph is the innermost open paragraph; nil where there is none.
func (r *docxReader) paragraph() *docxParagraph {
	if len(r.open) == 0 {
		return nil
	}
	return r.open[len(r.open)-1]
}

func (r *docxReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "tbl":
		return r.beginTable()
	case "tr":
		if t := r.table(); t != nil {
			t.beginRow(false)
		}
	case "tblHeader":
		if t := r.table(); t != nil && len(t.rows) > 0 {
			t.rows[len(t.rows)-1].header = on(e)
		}
	case "tc":
		if t := r.table(); t != nil {
			t.beginCell(1, 1, false)
		}
	case "gridSpan", "vMerge":
		if t := r.table(); t != nil && t.open() != nil {
			t.span(e)
		}
	case "altChunk":
		if r.chunked++; r.chunked <= maxChunks {
			r.chunks = append(r.chunks, docxChunk{attribute(e, "id"), len(r.out)})
		}
	case "sdt":
		r.standsIn = false
	case "headerReference":
		if r.firstHeader == "" && attribute(e, "type") == "first" {
			r.firstHeader = attribute(e, "id")
		}
	case "showingPlcHdr":
		r.standsIn = on(e)
	case "docPartGallery":
		r.standsIn = attribute(e, "val") == "Table of Contents"
	case "p":
		if len(r.open) > maxNesting {
			return fmt.Errorf("text boxes are nested more than %d deep, which no report does", maxNesting)
		}
		r.open = append(r.open, &docxParagraph{bold: true, tables: len(r.tables)})
	default:
		if p := r.paragraph(); p != nil {
			r.within(p, e)
		}
	}
	return nil
}

// within reads an element of a paragraph.
func (r *docxReader) within(p *docxParagraph, e xml.StartElement) {
	switch e.Name.Local {
	case "pPr":
		p.properties = true
	case "pStyle":
		s := r.style(attribute(e, "val"))
		if p.style.num != "" { // the paragraph itself has said so already
			s.num, s.level = p.style.num, p.style.level
		}
		p.style = s
	case "outlineLvl":
		p.style.heading = number(e, "val") < maxLevels-1
	case "numPr":
		p.style.level = 0
	case "ilvl":
		p.style.level = number(e, "val")
	case "numId":
		p.style.num = attribute(e, "val")
	case "r":
		p.run = docxStyle{bold: p.style.bold, unseen: p.style.unseen}
	case "rStyle":
		s := r.style(attribute(e, "val"))
		p.run.bold, p.run.unseen = p.run.bold || s.bold, s.unseen.over(p.run.unseen)
	case "b":
		p.run.bold = on(e)
	case "vanish", "strike", "dstrike":
		if !p.properties {
			p.run.unseen.set(e.Name.Local, on(e))
		}
	case "vertAlign":
		p.run.raised = attribute(e, "val") == "superscript"
	case "specVanish": // the paragraph goes on in the next one's line
		p.leads = p.leads || p.properties
	case "t":
		p.inText = true
	case "instrText":
		p.inField = true
	case "tab", "ptab":
		if !p.properties {
			p.text.WriteByte(' ')
		}
	case "noBreakHyphen":
		p.text.WriteByte('-')
	case "br", "cr":
		p.text.WriteByte('\n')
	case "footnoteReference", "endnoteReference":
		r.mark(strings.TrimSuffix(e.Name.Local, "Reference"), attribute(e, "id"), attribute(e, "customMarkFollows") != "")
	}
}

// mark tells the note whose mark stands here. Notes are counted by their marks, but for those that have a mark of their own.
func (r *docxReader) mark(kind, id string, own bool) {
	text, ok := r.notes[kind+id]
	if !ok {
		return
	}
	delete(r.notes, kind+id)
	b := block{text: text}
	if !own {
		if r.noted == nil {
			r.noted = map[string]int{}
		}
		r.noted[kind]++
		b.number = r.noted[kind]
	}
	r.note(b)
}

func (r *docxReader) end(name string) {
	p := r.paragraph()
	switch {
	case name == "tbl":
		r.endTable()
	case p == nil:
	case name == "pPr":
		p.properties, p.run = false, docxStyle{bold: p.style.bold, unseen: p.style.unseen}
	case name == "t", name == "instrText":
		p.inText, p.inField = false, false
	case name == "p":
		r.open = r.open[:len(r.open)-1]
		r.endParagraph(p)
	}
}

func (r *docxReader) endParagraph(p *docxParagraph) {
	text := r.before + p.text.String()
	style := p.style
	if r.led != nil {
		style = *r.led
	}
	r.before, r.led = "", nil
	if p.joined || p.leads {
		r.before = text
		if p.leads {
			r.led = &style
		}
		return
	}
	if contentsStyle.MatchString(style.name) {
		return
	}
	b := block{text: text, bold: p.bold && p.filled}
	if style.heading {
		b.kind = headingBlock
	}
	r.number(&b, style)
	outer := r.paragraph()
	switch {
	case outer != nil && len(r.tables) <= outer.tables: // in a text box
		if b.text = clean(b.text); b.text != "" {
			b.aside = true
			outer.boxes = append(outer.boxes, b)
		}
		outer.boxes = append(outer.boxes, p.boxes...)
	default:
		r.add(b)
		for _, box := range p.boxes {
			r.add(box)
		}
	}
}

// number counts a paragraph that a list numbers.
func (r *docxReader) number(b *block, s docxStyle) {
	l, n := r.list(s.num)
	if l == nil || s.level < 0 || s.level >= maxLevels {
		return
	}
	if at, ok := n.starts[s.level]; ok {
		l.restart(s.level, at)
		delete(n.starts, s.level)
	}
	look := l.levels[s.level]
	if own := n.own[s.level]; own != nil {
		look = own.levels[s.level]
	}
	label := l.nextAs(s.level, look)
	if strings.TrimSpace(b.text) == "" && r.table() == nil {
		return
	}
	nested := s.level > 0 && itemLabel.MatchString(counted(1, l.levels[0].format)) && r.counting == s.num
	if b.label(label, nested); b.kind == itemBlock && s.level == 0 {
		r.counting = s.num
	}
}

// autoNumber is the code of a field that numbers its paragraph (ECMA-376, part 1, 17.16.5: AUTONUM and its like have no text of their own).
var autoNumber = regexp.MustCompile(`^\s*AUTONUM(?:LGL|OUT)?\b`)

// span reads how many columns a cell goes over, and whether it goes on with the one above.
func (g *grid) span(e xml.StartElement) {
	c := g.open()
	if e.Name.Local == "gridSpan" {
		c.columns = min(max(number(e, "val"), 1), maxColumns)
		return
	}
	c.merged = attribute(e, "val") != "restart"
}
