package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// docxBlocks reads a Word document (ECMA-376, part 1, WordprocessingML): paragraphs with their heading styles and automatic numbers, tables, footnotes. Text that a
// tracked change took out is left out.
func docxBlocks(source []byte) ([]block, error) {
	archive, err := zip.NewReader(bytes.NewReader(source), int64(len(source)))
	if err != nil {
		return nil, fmt.Errorf("the file is a ZIP archive that cannot be read: %w", err)
	}
	part := func(name string) (*xml.Decoder, error) {
		f, err := archive.Open(name)
		if err != nil {
			return nil, nil
		}
		text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
		if err != nil {
			return nil, fmt.Errorf("its part %s cannot be read: %w", name, err)
		}
		if len(text) > maxFile {
			return nil, fmt.Errorf("its part %s has more than %d MiB when unpacked, which is the limit", name, maxFile>>20)
		}
		return xml.NewDecoder(bytes.NewReader(text)), nil
	}
	r := &docxReader{numbering: map[string]bool{}, counts: map[string]int{}}
	for _, step := range []struct {
		name string
		read func(*xml.Decoder) error
	}{
		{"word/numbering.xml", r.readNumbering},
		{"word/document.xml", r.readText},
		{"word/footnotes.xml", func(d *xml.Decoder) error { r.footnotes = true; return r.readText(d) }},
	} {
		d, err := part(step.name)
		if err != nil {
			return nil, err
		}
		if d == nil {
			if step.name == "word/document.xml" {
				return nil, errors.New("the file is a ZIP archive, but no Word document: unpack it, or save the report as DOCX")
			}
			continue
		}
		if err := step.read(d); err != nil {
			return nil, fmt.Errorf("the Word document's %s is broken: %w", step.name, err)
		}
	}
	return r.blocks, nil
}

type docxReader struct {
	blocks    []block
	numbering map[string]bool // by numId: whether its first level counts 1, 2, 3
	counts    map[string]int  // by numId
	footnotes bool
}

// attribute is the value of an attribute, whatever its namespace.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readNumbering finds the lists that number paragraphs 1, 2, 3.
func (r *docxReader) readNumbering(d *xml.Decoder) error {
	decimal := map[string]bool{} // by abstractNumId
	abstract, num, level := "", "", ""
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "abstractNum":
			abstract, num = attribute(e, "abstractNumId"), ""
		case "lvl":
			level = attribute(e, "ilvl")
		case "numFmt":
			if level == "0" && abstract != "" && num == "" {
				decimal[abstract] = attribute(e, "val") == "decimal"
			}
		case "num":
			num = attribute(e, "numId")
		case "abstractNumId":
			r.numbering[num] = decimal[attribute(e, "val")]
		}
	}
}

var headingStyle = regexp.MustCompile(`(?i)^(?:heading|title|subtitle|h\d|_h_|hch|ssup)`)

// paragraph is a w:p in the making.
type docxParagraph struct {
	text         strings.Builder
	style        string
	num, level   string
	bold, filled bool
}

// readText reads the paragraphs and tables of a part.
func (r *docxReader) readText(d *xml.Decoder) error {
	var (
		p                    *docxParagraph
		cells                []string
		cell                 []string
		tables, row          int
		runBold, text, inRun bool
		deleted              int
		footnote             int
	)
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "footnote":
				footnote, _ = strconv.Atoi(attribute(t, "id"))
			case "tbl":
				if tables++; tables == 1 {
					row = 0
				}
			case "tr":
				if tables == 1 {
					cells = nil
				}
			case "tc":
				if tables == 1 {
					cell = nil
				}
			case "p":
				p = &docxParagraph{bold: true}
			case "pStyle":
				if p != nil {
					p.style = attribute(t, "val")
				}
			case "ilvl":
				if p != nil {
					p.level = attribute(t, "val")
				}
			case "numId":
				if p != nil {
					p.num = attribute(t, "val")
				}
			case "r":
				inRun, runBold = true, false
			case "b":
				if v := attribute(t, "val"); inRun && v != "0" && v != "false" {
					runBold = true
				}
			case "del", "moveFrom":
				deleted++
			case "t":
				text = true
			case "tab":
				if p != nil && inRun {
					p.text.WriteByte(' ')
				}
			case "noBreakHyphen":
				if p != nil {
					p.text.WriteByte('-')
				}
			case "br", "cr":
				if p != nil && inRun {
					p.text.WriteByte('\n')
				}
			}
		case xml.CharData:
			if text && p != nil && deleted == 0 {
				p.text.Write(t)
				if strings.TrimSpace(string(t)) != "" {
					p.filled, p.bold = true, p.bold && runBold
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t":
				text = false
			case "r":
				inRun = false
			case "del", "moveFrom":
				deleted--
			case "p":
				if p == nil {
					continue
				}
				if tables > 0 {
					if s := clean(strings.ReplaceAll(p.text.String(), "\n", " ")); s != "" {
						cell = append(cell, s)
					}
				} else {
					r.add(p, footnote)
				}
				p = nil
			case "tc":
				if tables == 1 {
					cells = append(cells, strings.Join(cell, " "))
				}
			case "tr":
				if tables == 1 && strings.Join(cells, "") != "" {
					b := block{kind: rowBlock, text: strings.Join(cells, " | "), number: row, header: row == 0}
					if len(cells) == 1 {
						b = block{text: cells[0]}
					} else {
						row++
					}
					r.blocks = append(r.blocks, b)
				}
			case "tbl":
				tables--
			}
		}
	}
}

func (r *docxReader) add(p *docxParagraph, footnote int) {
	text := clean(p.text.String())
	if text == "" {
		return
	}
	b := block{text: text, bold: p.bold && p.filled}
	switch {
	case r.footnotes && footnote > 0:
		b.kind, b.number = footnoteBlock, footnote
	case r.footnotes:
		return // a separator
	case headingStyle.MatchString(p.style):
		b.kind = headingBlock
	case p.num != "" && (p.level == "" || p.level == "0") && r.numbering[p.num]:
		r.counts[p.num]++
		b.kind, b.number = itemBlock, r.counts[p.num]
	}
	r.blocks = append(r.blocks, b)
}
