package document

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlBlocks reads a page, or a piece of one. What browsers show apart from the text (navigation, headers and footers of the page), what
// they hide, and what was struck out is left out.
func htmlBlocks(source []byte) ([]block, error) {
	root, err := html.Parse(bytes.NewReader(closed(source)))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be read as HTML: %w", err)
	}
	r := &htmlReader{notes: notesOf(root), rules: rulesOf(root)}
	if err := r.walk(root); err != nil {
		return nil, fmt.Errorf("the page cannot be read: %w", err)
	}
	r.end()
	return r.blocks(), nil
}

// htmlReader walks through a page.
type htmlReader struct {
	flow
	notes   *htmlNotes
	rules   htmlRules
	text    strings.Builder
	bold    bool // all text of the block so far is emphasised
	strong  int  // how many elements around emphasise
	heading int  // or are headings
	article int  // or hold the text itself
	pre     int  // or keep line ends
	items   []htmlItem
	note    *html.Node // a footnote that is being read
	noted   []string   // its paragraphs
}

// htmlItem is an open item of a list.
type htmlItem struct {
	label    string // until its first paragraph has it
	bare     bool   // it has none, and its first paragraph has not come
	numbered bool   // it is a numbered paragraph, or stands within one
}

var (
	htmlLeftOut = set(atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Aside,
		atom.Button, atom.Select, atom.Datalist, atom.Del, atom.S, atom.Strike, atom.Rp, atom.Rt,
		atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Audio, atom.Video, atom.Canvas)
	htmlHeadings = set(atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6)
	htmlArticles = set(atom.Article, atom.Main, atom.Section)
	htmlInline   = set(atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del,
		atom.Dfn, atom.Em, atom.Font, atom.I, atom.Img, atom.Input, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Q,
		atom.Ruby, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt,
		atom.U, atom.Var, atom.Wbr)
	footnoteMark = regexp.MustCompile(`^\W*(?:\d{1,3}|[a-z*])\W*$`)
	boldElement  = regexp.MustCompile(`(?i)font-weight\s*:\s*(?:bold|[6-9]00)`)
)

// isInline says whether an element stands within a line: so do those that HTML does not know, such as the names of persons that a word
// processor marks.
func isInline(n *html.Node) bool { return n.DataAtom == 0 || htmlInline[n.DataAtom] }

// shown says whether readers see an element as part of the text.
func (r *htmlReader) shown(n *html.Node) bool {
	if htmlLeftOut[n.DataAtom] && !r.notes.holds(n) || (n.DataAtom == atom.Header || n.DataAtom == atom.Footer) && r.article == 0 {
		return false
	}
	if _, open := attributeOf(n, "open"); n.DataAtom == atom.Dialog && !open || htmlAttribute(n, "id") == archiveBar {
		return false
	}
	if _, hidden := attributeOf(n, "hidden"); hidden || htmlLandmarks[htmlAttribute(n, "role")] {
		return false
	}
	return !r.rules.style(n).hidden
}

// archiveBar is what the Internet Archive puts above a page that it keeps.
const archiveBar = "wm-ipp-base"

// htmlLandmarks are parts of a page that say to be none of its text (WAI-ARIA 1.2, 5.3.4).
var htmlLandmarks = map[string]bool{"banner": true, "complementary": true, "contentinfo": true, "navigation": true, "search": true}

// walk reads nodes one after the other, not one within the other: pages may be nested as deep as they like.
func (r *htmlReader) walk(root *html.Node) error {
	for n := root; n != nil && !r.full(); {
		down, err := r.enter(n)
		if err != nil {
			return err
		}
		if down && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		if down {
			r.leave(n)
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			r.leave(n)
		}
		if n == root {
			return nil
		}
		n = n.NextSibling
	}
	return nil
}

// enter reads a node; down says whether what is in it is to be read.
func (r *htmlReader) enter(n *html.Node) (down bool, err error) {
	switch n.Type {
	case html.TextNode:
		r.chars(n.Data)
		return false, nil
	case html.DocumentNode:
		return true, nil
	case html.ElementNode:
	default:
		return false, nil
	}
	if !r.shown(n) || r.notes.marks[n] || n.DataAtom == atom.Sup && footnoteMark.MatchString(htmlText(n)) {
		return false, nil
	}
	if !isInline(n) && n.DataAtom != atom.Br {
		r.end()
	}
	if r.notes.numbers[n] > 0 && r.note == nil {
		r.note, r.noted = n, nil
	}
	switch a := n.DataAtom; {
	case a == atom.Br:
		r.text.WriteByte('\n')
		return false, nil
	case a == atom.Q:
		r.text.WriteString("“")
	case a == atom.Input:
		r.input(n)
		return false, nil
	case a == atom.Hr:
		r.put(block{kind: ruleBlock})
		return false, nil
	case a == atom.Table:
		err = r.beginTable()
	case a == atom.Tr && r.table() != nil:
		r.table().beginRow(n.Parent != nil && n.Parent.DataAtom == atom.Thead)
	case (a == atom.Td || a == atom.Th) && r.table() != nil:
		columns, _ := htmlInt(n, "colspan")
		rows, _ := htmlInt(n, "rowspan")
		r.table().beginCell(columns, rows, a == atom.Th)
	case a == atom.Li:
		r.items = append(r.items, r.item(n))
	}
	r.around(n, 1)
	return true, err
}

// around counts an element that says something of all text in it.
func (r *htmlReader) around(n *html.Node, by int) {
	switch a := n.DataAtom; {
	case a == atom.B || a == atom.Strong || boldElement.MatchString(htmlAttribute(n, "style")):
		r.strong += by
	case htmlHeadings[a]:
		r.heading += by
	case htmlArticles[a]:
		r.article += by
	case a == atom.Pre || a == atom.Textarea:
		r.pre += by
	}
}

func (r *htmlReader) leave(n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	if !isInline(n) && n.DataAtom != atom.Br {
		r.end()
	}
	r.around(n, -1)
	switch n.DataAtom {
	case atom.Q:
		r.text.WriteString("”")
	case atom.Table:
		r.endTable()
	case atom.Li:
		r.items = r.items[:len(r.items)-1]
	}
	if n == r.note {
		r.note = nil
		r.flow.note(block{text: strings.Join(r.noted, "\n"), number: r.notes.numbers[n]})
	}
}

func (r *htmlReader) chars(s string) {
	if strings.TrimSpace(s) != "" {
		if strings.TrimSpace(r.text.String()) == "" {
			r.bold = true
		}
		r.bold = r.bold && r.strong > 0
	}
	if r.pre == 0 {
		s = strings.NewReplacer("\n", " ", "\r", " ", "\f", " ").Replace(s)
	}
	r.text.WriteString(s)
}

// input tells what somebody has written into a form.
func (r *htmlReader) input(n *html.Node) {
	switch strings.ToLower(htmlAttribute(n, "type")) {
	case "", "text", "number", "date":
		r.chars(htmlAttribute(n, "value"))
	}
}

// lines reads lines that the page shows as they are.
func (r *htmlReader) lines(lines []string) {
	for _, b := range plainBlocks(withTextTables(withTextColumns(lines))) {
		r.add(b)
	}
}

// pasted says whether the page ends lines within sentences, as text that was pasted into it does: paragraphs have their numbers, and other
// lines go on in the next.
func pasted(lines []string) bool {
	items, open := 0, false
	for i, l := range lines {
		if l = strings.TrimSpace(l); numbered.MatchString(l) {
			items++
		} else if i > 0 {
			before := strings.TrimSpace(lines[i-1])
			open = open || before != "" && l != "" && !fullStop.MatchString(before) && (numbered.MatchString(before) || !looksLikeHeading(block{text: before}))
		}
	}
	return items > 1 && open
}

// end ends a block.
func (r *htmlReader) end() {
	text := r.text.String()
	r.text.Reset()
	if lines := strings.Split(text, "\n"); r.note == nil && (r.pre > 0 && len(lines) > 1 || len(lines) > 3 && len(r.tables) == 0 && pasted(lines)) {
		r.lines(lines)
		return
	}
	b := block{text: text, bold: r.bold}
	if strings.TrimSpace(text) == "" {
		return
	}
	if r.note != nil {
		r.noted = append(r.noted, clean(text))
		return
	}
	if r.heading > 0 {
		b.kind = headingBlock
	}
	if n := len(r.items); n > 0 {
		item := &r.items[n-1]
		nested := n > 1 && r.items[n-2].numbered
		switch {
		case item.label != "":
			b.label(item.label, nested)
		case item.bare:
			b.within = nested
		default:
			b.within = b.kind != headingBlock
		}
		item.label, item.bare, item.numbered = "", false, item.numbered || nested || b.kind == itemBlock
	}
	r.add(b)
}

// item is how an item of a list is shown.
func (r *htmlReader) item(li *html.Node) htmlItem {
	number := htmlNumber(li)
	if number == 0 {
		return htmlItem{label: "•"}
	}
	format := cmp.Or(r.rules.style(li.Parent).list, listTypes[htmlAttribute(li.Parent, "type")])
	switch format {
	case "none":
		return htmlItem{bare: true}
	case "lowerLetter", "lowerRoman":
		return htmlItem{label: "(" + counted(number, format) + ")"}
	}
	return htmlItem{label: counted(number, format) + "."}
}
