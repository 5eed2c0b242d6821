package document

import "strings"

// word carries out a control word.
func (r *rtfReader) word(word string, value int, given bool) {
	on := !given || value != 0
	star := r.star
	r.star = false
	p := r.open[len(r.open)-1]
	if text, ok := rtfText[word]; ok {
		r.write(text)
		return
	}
	switch word {
	case "u":
		r.unicode(value)
	case "uc":
		r.state.skip = min(max(value, 0), 8)
	case "par", "sect":
		if r.here() {
			r.endParagraph()
		}
	case "pard":
		p.style, p.level, p.heading, p.table = 0, 0, false, false
	case "plain":
		r.state.bold, r.state.unseen = false, switches{}
	case "b":
		r.state.bold = on
	case "v", "deleted", "strike", "striked":
		r.state.unseen.set(word, on)
	case "s":
		p.style, r.state.style = value, value
	case "outlinelevel":
		p.heading = value < maxLevels-1
	case "ilvl":
		p.level = value
	case "intbl":
		p.table = true
	case "ansicpg":
		if page := rtfPages[value]; page != nil {
			r.page = page
		}
	case "mac":
		r.page = rtfPages[10000]
	case "pc":
		r.page = rtfPages[437]
	case "pca":
		r.page = rtfPages[850]
	case "f":
		r.state.font, r.state.charset = value, r.fonts[value]
	case "fcharset":
		if r.state.destination == "fonttbl" && value != 0 {
			r.fonts[r.state.font] = rtfCharsets[value]
		}
	default:
		if !r.tableWord(word) {
			r.destination(word, star)
		}
	}
}

// here says whether text goes into a paragraph now.
func (r *rtfReader) here() bool {
	return r.state.destination == "" || r.state.destination == r.open[len(r.open)-1].begun
}

// destination begins what a group's text is for.
func (r *rtfReader) destination(word string, star bool) {
	d := r.state.destination
	apart := word == "footnote" || word == "shptxt"
	switch {
	case d == "skipped":
	case word == "fonttbl" || word == "stylesheet":
		r.state.destination = word
	case word == "listtext" || word == "pntext":
		r.state.destination = "listtext"
	case word == "chftn" || word == "shpinst" || word == "shp":
	case apart && r.here() && len(r.open) <= maxNesting:
		r.state.destination = word
		r.open = append(r.open, &rtfParagraph{bold: true, begun: word})
	case apart, star, rtfLeftOut[word]:
		r.state.destination = "skipped"
	}
}

// tableWord carries out a control word of tables (RTF 1.9.1, "Table Definitions").
func (r *rtfReader) tableWord(word string) bool {
	row := &r.row
	switch word {
	case "trowd":
		row.merged, row.next, row.header = nil, 0, false
	case "trhdr":
		row.header = true
	case "clmrg":
		row.next = 'h'
	case "clvmrg":
		row.next = 'v'
	case "cellx":
		if len(row.merged) < maxColumns {
			row.merged = append(row.merged, row.next)
		}
		row.next = 0
	case "nestcell":
		r.write(" ")
	case "cell":
		if r.here() {
			r.open[len(r.open)-1].table = true
			r.endParagraph()
			if row.cells = append(row.cells, row.cell); len(row.cells) > maxColumns {
				row.cells = row.cells[:maxColumns]
			}
			row.cell = nil
		}
	case "row":
		r.endRow()
	default:
		return false
	}
	return true
}

func (r *rtfReader) endRow() {
	row := &r.row
	if len(row.cells) == 0 {
		return
	}
	if r.table() == nil {
		_ = r.beginTable() // the first is never too deep
	}
	t := r.table()
	t.beginRow(row.header)
	for i, blocks := range row.cells {
		merged := byte(0)
		if i < len(row.merged) {
			merged = row.merged[i]
		}
		if merged == 'h' && i > 0 {
			t.open().columns++
		} else {
			t.beginCell(1, 1, false)
			t.open().merged = merged == 'v'
		}
		for _, b := range blocks {
			r.add(b)
		}
	}
	row.cells, row.cell = nil, nil
}

// endParagraph ends a paragraph of the document, a cell, a note or a text box.
func (r *rtfReader) endParagraph() {
	p := r.open[len(r.open)-1]
	b := block{text: p.text.String(), bold: p.bold && p.filled}
	name := r.styles[p.style]
	if p.heading || headingStyle.MatchString(name) {
		b.kind = headingBlock
	}
	label := strings.TrimSpace(p.label.String())
	if strings.TrimSpace(b.text) != "" && label != "" {
		nested := p.level > 0 && r.counts
		b.label(label, nested)
		r.counts = r.counts || b.kind == itemBlock
	}
	boxes, contents := p.boxes, contentsStyle.MatchString(name)
	*p = rtfParagraph{bold: true, begun: p.begun, style: p.style, level: p.level, heading: p.heading, table: p.table, blocks: p.blocks}
	switch {
	case contents:
	case p.begun != "":
		if b.text = clean(b.text); b.text != "" {
			p.blocks = append(p.blocks, b)
		}
	case p.table:
		if b.text = clean(b.text); b.text != "" {
			r.size++
			r.row.cell = append(r.row.cell, b)
		}
	default:
		if r.table() != nil && strings.TrimSpace(b.text) != "" {
			r.endTable()
		}
		r.add(b)
	}
	for _, box := range boxes {
		r.add(box)
	}
}

// endApart ends a note or a text box.
func (r *rtfReader) endApart(p *rtfParagraph) {
	r.endParagraph()
	r.open = r.open[:len(r.open)-1]
	outer := r.open[len(r.open)-1]
	if p.begun == "footnote" {
		var texts []string
		for _, b := range p.blocks {
			texts = append(texts, b.text)
		}
		r.noted++
		r.note(block{text: strings.Join(texts, "\n"), number: r.noted})
		return
	}
	for _, b := range p.blocks {
		b.aside = true
		outer.boxes = append(outer.boxes, b)
	}
}
