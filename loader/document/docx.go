package document

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"path"
	"strings"
)

// docxContent reads a Word document (ECMA-376, part 1, WordprocessingML): paragraphs with their styles and automatic numbers, tables, text boxes, footnotes and endnotes.
// Text that is hidden, or that a tracked change took out, is left out.
func docxContent(a *archive, main string) (c content, err error) {
	parts, err := a.relations(main)
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
		name := cmp.Or(parts[step.kind], path.Join(path.Dir(main), step.name))
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
	if parts["aFChunk"] != "" {
		c.doubts = append(c.doubts, "the Word document holds another file ("+path.Base(parts["aFChunk"])+"), which was not read: open it in Word and save it anew")
	}
	c.blocks = r.blocks()
	return c, nil
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
