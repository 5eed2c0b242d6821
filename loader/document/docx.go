package document

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"path"
	"slices"
	"strings"
)

// docxContent reads a Word document (ECMA-376, part 1, WordprocessingML): paragraphs with their styles and automatic numbers, tables, text
// boxes, footnotes and endnotes. Text that is hidden or struck out, or that a tracked change took out, is left out, and so are placeholders
// that nobody has written over, and tables of contents.
func docxContent(a *archive, main string) (c content, err error) {
	parts, err := a.parts(main)
	if err != nil {
		return c, fmt.Errorf("the Word document's list of parts is broken: %w", err)
	}
	r := &docxReader{styles: map[string]*docxStyle{}, notes: map[string]string{}}
	for _, step := range []struct {
		kind, name string
		read       func(*xml.Decoder) error
	}{
		{"styles", "styles.xml", r.readStyles},
		{"numbering", "numbering.xml", r.readNumbering},
		{"footnotes", "footnotes.xml", r.readNotes},
		{"endnotes", "endnotes.xml", r.readNotes},
		{"", path.Base(main), r.readText},
	} {
		name := cmp.Or(parts.kinds[step.kind], path.Join(path.Dir(main), step.name))
		d, err := a.xmlPart(name)
		if err != nil {
			return c, fmt.Errorf("the Word document cannot be read: %w", err)
		}
		if d == nil {
			continue
		}
		if err := step.read(d); err != nil {
			return c, fmt.Errorf("the Word document's %s is broken: %w", path.Base(name), err)
		}
	}
	c.blocks = r.blocks()
	if err := r.readChunks(a, parts, &c); err != nil {
		return c, err
	}
	if err := r.readFirstHeader(a, parts, &c); err != nil {
		return c, err
	}
	return c, nil
}

// readFirstHeader puts what stands at the head of the first page alone before the text, which is where documents of the United Nations may
// have their masthead.
func (r *docxReader) readFirstHeader(a *archive, parts partNames, c *content) error {
	name := parts.ids[r.firstHeader]
	if name == "" {
		return nil
	}
	d, err := a.xmlPart(name)
	if d == nil || err != nil {
		return err
	}
	head := &docxReader{styles: r.styles, numbering: r.numbering}
	if err := head.readText(d); err != nil {
		return fmt.Errorf("the Word document's %s is broken: %w", path.Base(name), err)
	}
	blocks := head.blocks()
	if slices.ContainsFunc(blocks, func(b block) bool { return distributed.MatchString(b.text) || mastheadCell.MatchString(b.text) }) {
		c.blocks = append(blocks, c.blocks...)
	}
	return nil
}

// maxChunks is how many other files that a document shows in its text are read; no report has a tenth of that.
const maxChunks = 100

// docxChunk is another file that the document shows in its text (ECMA-376, part 1, 17.17.2), and the blocks before it.
type docxChunk struct {
	id string
	at int
}

// readChunks reads the pages of HTML that the document shows in its text, and says which other files it does.
func (r *docxReader) readChunks(a *archive, parts partNames, c *content) error {
	if more := r.chunked - maxChunks; more > 0 {
		c.doubts = append(c.doubts, fmt.Sprintf("the Word document shows %d other files in its text, "+
			"of which the last %d were not read: save it in parts", r.chunked, more))
	}
	for _, chunk := range slices.Backward(r.chunks) {
		name := parts.ids[chunk.id]
		text, err := a.part(name)
		if text == nil && err == nil {
			c.doubts = append(c.doubts, fmt.Sprintf("the Word document shows another file in its text (%q) that it does not hold, "+
				"so that it was not read: open it in Word and save it anew", chunk.id))
			continue
		}
		if err == nil {
			text, err = decoded(text)
		}
		if err != nil {
			return fmt.Errorf("the Word document cannot be read: %w", err)
		}
		if !isHTML(name, text) {
			c.doubts = append(c.doubts, "the Word document holds another file ("+path.Base(name)+"), which was not read: open it in Word and save it anew")
			continue
		}
		blocks, err := htmlBlocks(text)
		if err != nil {
			return err
		}
		c.blocks = slices.Insert(c.blocks, min(chunk.at, len(c.blocks)), blocks...)
	}
	return nil
}

// readNotes reads footnotes or endnotes, which are told where their marks stand.
func (r *docxReader) readNotes(d *xml.Decoder) error {
	notes := &docxReader{styles: r.styles, numbering: r.numbering}
	id, kind := "", ""
	return eachToken(d, func(t xml.Token) (bool, error) {
		if e, ok := t.(xml.StartElement); ok && (e.Name.Local == "footnote" || e.Name.Local == "endnote") {
			id, kind = e.Name.Local+attribute(e, "id"), attribute(e, "type")
		}
		if err := notes.token(d, t); err != nil {
			return false, err
		}
		if e, ok := t.(xml.EndElement); ok && (e.Name.Local == "footnote" || e.Name.Local == "endnote") {
			var texts []string
			for _, b := range notes.blocks() {
				texts = append(texts, b.text)
			}
			if notes.out = nil; kind == "" || kind == "normal" {
				r.notes[id] = strings.Join(texts, "\n")
			}
		}
		return !notes.full(), nil
	})
}

func (r *docxReader) readText(d *xml.Decoder) error {
	return eachToken(d, func(t xml.Token) (bool, error) { return !r.full(), r.token(d, t) })
}
