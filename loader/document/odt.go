package document

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// odtContent reads an OpenDocument text (OASIS OpenDocument 1.3, part 3): paragraphs with their lists, tables, text boxes and notes. Text
// that is hidden or struck out, or that a tracked change took out, is left out, and so are tables of contents.
func odtContent(a *archive) (c content, err error) {
	r := newODTReader()
	for _, name := range []string{"styles.xml", "content.xml"} {
		d, err := a.xmlPart(name)
		switch {
		case err != nil:
			return c, fmt.Errorf("the OpenDocument text cannot be read: %w", err)
		case d == nil && name == "content.xml":
			return c, fmt.Errorf("the OpenDocument text has no part %s: it may need a password; save it anew without one", name)
		case d == nil:
			continue
		}
		if err := r.read(d); err != nil {
			return c, fmt.Errorf("the OpenDocument text's %s is broken: %w", name, err)
		}
	}
	c.blocks = r.blocks()
	return c, nil
}

// flatODTContent reads an OpenDocument text that is one XML file.
func flatODTContent(source []byte) (c content, err error) {
	d, err := xmlDecoder(source)
	if err != nil {
		return c, err
	}
	r := newODTReader()
	if err := r.read(d); err != nil {
		return c, fmt.Errorf("the OpenDocument text is broken: %w", err)
	}
	c.blocks = r.blocks()
	return c, nil
}

// odtReader reads the styles and the text of an OpenDocument text, element by element.
type odtReader struct {
	flow
	styles  map[string]*odtStyle
	lists   map[string]*list // by the name of their style
	defined *list            // whose levels are being read
	style   *odtStyle        // whose properties are being read
	outline *list
	body    bool
	open    []*odtParagraph // text boxes and notes stand in paragraphs
	items   []*odtList      // the open lists, outermost first
	counts  string          // the list that counts the paragraphs, where one does
}

type odtStyle struct {
	parent, list string
	heading      bool
	bold, weight bool // weight: it says whether it is bold
	unseen       switches
	raised       bool
}

// odtList is an open list, and what the next paragraph in it is.
type odtList struct {
	name    string
	item    bool // begins an item
	further bool // goes on with an item
}

// odtParagraph is a text:p or text:h in the making, or a note, which holds such.
type odtParagraph struct {
	text         strings.Builder
	style        odtStyle
	level        int // of a heading; 0 for none
	bold, filled bool
	spans        []odtStyle
	boxes        []block
	tables       int // that were open where it began
	items        int // and lists
	note         bool
	cited        strings.Builder // how a note is marked
	citing       bool
}

func newODTReader() *odtReader {
	return &odtReader{styles: map[string]*odtStyle{}, lists: map[string]*list{}}
}

// odtLeftOut are elements that say nothing that is shown, or say it a second time.
var odtLeftOut = set("tracked-changes", "annotation", "hidden-text", "ruby-text", "title", "desc", "header", "footer",
	"table-of-content", "illustration-index", "table-index", "alphabetical-index", "user-index", "object-index",
	"sequence-decls", "variable-decls", "user-field-decls", "forms", "meta", "scripts", "settings", "binary-data", "object")

// odtShows says whether an element's text is the document's: a title, too, where it is a field in the text.
func odtShows(e xml.StartElement) bool {
	switch {
	case e.Name.Local == "section" && attribute(e, "display") == "none":
		return false
	case e.Name.Local == "title" && strings.Contains(e.Name.Space, ":text:"):
		return true
	}
	return !odtLeftOut[e.Name.Local]
}

func (r *odtReader) read(d *xml.Decoder) error {
	return eachToken(d, func(t xml.Token) (bool, error) {
		switch t := t.(type) {
		case xml.StartElement:
			if !odtShows(t) {
				return true, d.Skip()
			}
			if err := r.start(t); err != nil {
				return false, err
			}
		case xml.CharData:
			r.chars(string(t))
		case xml.EndElement:
			r.end(t.Name.Local)
		}
		return !r.full(), nil
	})
}

func (r *odtReader) paragraph() *odtParagraph {
	if len(r.open) == 0 {
		return nil
	}
	return r.open[len(r.open)-1]
}

func (r *odtReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "body":
		r.body = true
	case "table":
		if r.body {
			return r.beginTable()
		}
	case "table-header-rows":
		if t := r.table(); t != nil {
			t.heads = true
		}
	case "table-row":
		if t := r.table(); t != nil {
			t.beginRow(t.heads)
		}
	case "table-cell":
		if t := r.table(); t != nil {
			t.beginCell(max(number(e, "number-columns-spanned"), number(e, "number-columns-repeated")), number(e, "number-rows-spanned"), false)
		}
	case "list":
		r.beginList(e)
	case "list-item":
		if len(r.items) > 0 {
			l := r.items[len(r.items)-1]
			l.item, l.further = true, false
			if at := attribute(e, "start-value"); at != "" && r.lists[l.name] != nil {
				r.lists[l.name].restart(r.level(), number(e, "start-value"))
			}
		}
	case "p", "h", "note":
		return r.begin(e)
	default:
		if p := r.paragraph(); p != nil {
			r.within(p, e)
		} else if !r.body {
			r.readStyle(e)
		}
	}
	return nil
}

// begin begins a paragraph, a heading or a note.
func (r *odtReader) begin(e xml.StartElement) error {
	if !r.body {
		return nil
	}
	if len(r.open) > maxNesting {
		return fmt.Errorf("text boxes are nested more than %d deep, which no report does", maxNesting)
	}
	p := &odtParagraph{style: r.resolve(attribute(e, "style-name")), bold: true, tables: len(r.tables), items: len(r.items), note: e.Name.Local == "note"}
	if e.Name.Local == "h" {
		p.level = min(max(number(e, "outline-level"), 1), maxLevels)
	}
	r.open = append(r.open, p)
	return nil
}

// within reads an element of a paragraph.
func (r *odtReader) within(p *odtParagraph, e xml.StartElement) {
	switch e.Name.Local {
	case "span":
		s := r.resolve(attribute(e, "style-name"))
		outer := p.run()
		s.bold, s.unseen = s.bold || outer.bold && !s.weight, s.unseen.over(outer.unseen)
		p.spans = append(p.spans, s)
	case "s", "tab":
		p.text.WriteByte(' ')
	case "line-break":
		p.text.WriteByte('\n')
	case "note-citation":
		p.citing = true
	}
}

// run is the style of the text that comes.
func (p *odtParagraph) run() odtStyle {
	if len(p.spans) == 0 {
		return p.style
	}
	return p.spans[len(p.spans)-1]
}

func (r *odtReader) chars(text string) {
	p := r.paragraph()
	switch {
	case p == nil:
	case p.citing:
		p.cited.WriteString(text)
	case p.run().raised && marksAbove(&p.text, text):
	case !p.note && !p.run().unseen.any():
		p.text.WriteString(strings.ReplaceAll(text, "\n", " "))
		if strings.TrimSpace(text) != "" {
			p.bold, p.filled = p.bold && p.run().bold, true
		}
	}
}

func (r *odtReader) end(name string) {
	p := r.paragraph()
	switch name {
	case "table":
		if r.body {
			r.endTable()
		}
	case "table-header-rows":
		if t := r.table(); t != nil {
			t.heads = false
		}
	case "list":
		if n := len(r.items); n > 0 {
			r.items = r.items[:n-1]
		}
	case "list-style", "outline-style":
		r.defined = nil
	case "style":
		r.style = nil
	case "span":
		if p != nil && len(p.spans) > 0 {
			p.spans = p.spans[:len(p.spans)-1]
		}
	case "note-citation":
		if p != nil {
			p.citing = false
		}
	case "p", "h", "note":
		if p != nil {
			r.open = r.open[:len(r.open)-1]
			r.endParagraph(p)
		}
	}
}

func (r *odtReader) endParagraph(p *odtParagraph) {
	outer := r.paragraph()
	b := block{text: p.text.String(), bold: p.bold && p.filled}
	switch {
	case p.note:
		if m := itemLabel.FindStringSubmatch(strings.TrimSpace(p.cited.String())); m != nil {
			_, _ = fmt.Sscan(m[1], &b.number)
		}
		r.note(b)
		return
	case outer != nil && outer.note:
		if outer.text.Len() > 0 {
			outer.text.WriteByte('\n')
		}
		outer.text.WriteString(b.text)
		return
	case p.level > 0 || p.style.heading:
		b.kind = headingBlock
	}
	r.number(&b, p)
	if outer != nil && len(r.tables) <= outer.tables { // in a text box
		if b.text = clean(b.text); b.text != "" {
			b.aside = true
			outer.boxes = append(outer.boxes, b)
		}
		outer.boxes = append(outer.boxes, p.boxes...)
		return
	}
	r.add(b)
	for _, box := range p.boxes {
		r.add(box)
	}
}
