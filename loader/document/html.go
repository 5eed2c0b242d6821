package document

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlBlocks reads a page. What browsers show apart from the text (navigation, headers and footers of the page, scripts) is left out.
func htmlBlocks(source []byte) ([]block, error) {
	root, err := html.Parse(bytes.NewReader(source))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be read as HTML: %w", err)
	}
	r := &htmlReader{}
	r.walk(root)
	r.end()
	return r.blocks, nil
}

type htmlReader struct {
	blocks []block
	text   strings.Builder
	bold   bool // all text of the block so far is emphasised
	strong int
	item   int // the number of the list item that begins
}

var (
	htmlLeftOut  = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Nav: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Button: true, atom.Form: true, atom.Svg: true, atom.Iframe: true, atom.Object: true}
	htmlHeadings = map[atom.Atom]bool{atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true}
	htmlInline   = map[atom.Atom]bool{atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true}
	footnoteMark = regexp.MustCompile(`^\W*(?:\d{1,3}|[a-z*])\W*$`)
)

// walk reads nodes one after the other, not one within the other: pages may be nested as deep as they like.
func (r *htmlReader) walk(root *html.Node) {
	leave := func(n *html.Node) {
		switch {
		case n.DataAtom == atom.B || n.DataAtom == atom.Strong:
			r.strong--
		case n.Type == html.ElementNode && !htmlInline[n.DataAtom] && n.DataAtom != atom.Br:
			r.end()
		}
	}
	for n := root; n != nil; {
		if r.enter(n) && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			leave(n)
			n = n.Parent
		}
		if n == root {
			return
		}
		leave(n)
		n = n.NextSibling
	}
}

// enter reads a node; down says whether what is in it is to be read.
func (r *htmlReader) enter(n *html.Node) (down bool) {
	switch n.Type {
	case html.TextNode:
		if strings.TrimSpace(n.Data) != "" {
			if r.text.Len() == 0 {
				r.bold = true
			}
			r.bold = r.bold && r.strong > 0
		}
		r.text.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		return false
	case html.DocumentNode:
		return true
	case html.ElementNode:
	default:
		return false
	}
	switch a := n.DataAtom; {
	case htmlLeftOut[a]:
		return false
	case a == atom.Br:
		r.text.WriteByte('\n')
		return false
	case a == atom.Hr:
		r.end()
		r.blocks = append(r.blocks, block{kind: ruleBlock})
		return false
	case a == atom.Sup && footnoteMark.MatchString(htmlText(n)):
		return false
	case a == atom.B || a == atom.Strong:
		r.strong++
	case htmlHeadings[a]:
		r.end()
		if text := clean(htmlText(n)); text != "" {
			r.blocks = append(r.blocks, block{kind: headingBlock, text: text})
		}
		return false
	case a == atom.Table:
		r.end()
		r.table(n)
		return false
	case a == atom.Li:
		r.end()
		r.item = htmlNumber(n)
	case !htmlInline[a]:
		r.end()
	}
	return true
}

// end ends a block.
func (r *htmlReader) end() {
	text := clean(r.text.String())
	r.text.Reset()
	if text == "" {
		return
	}
	b := block{text: text, bold: r.bold}
	if r.item > 0 {
		b.kind, b.number = itemBlock, r.item
	}
	r.item = 0
	r.blocks = append(r.blocks, b)
}

// table reads a table that has rows of several cells; one that only lays out the page is read as text.
func (r *htmlReader) table(t *html.Node) {
	rows, header := [][]string{}, false
	layout := true
	each(t, func(n *html.Node) bool {
		if n != t && n.DataAtom == atom.Table {
			return false
		}
		if n.DataAtom != atom.Tr {
			return true
		}
		var cells []string
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
				header = header || c.DataAtom == atom.Th && len(rows) == 0
				cells = append(cells, clean(strings.ReplaceAll(htmlText(c), "\n", " ")))
			}
		}
		layout = layout && len(cells) < 2
		if strings.Join(cells, "") != "" {
			rows = append(rows, cells)
		}
		return false
	})
	number := 0
	for i, cells := range rows {
		if layout {
			r.blocks = append(r.blocks, block{text: strings.Join(cells, " ")})
			continue
		}
		b := block{kind: rowBlock, text: strings.Join(cells, " | "), header: header && i == 0}
		if !b.header {
			number++
			b.number = number
		}
		r.blocks = append(r.blocks, b)
	}
}

// each visits nodes in order, without recursion, and goes into those for which visit says so.
func each(root *html.Node, visit func(*html.Node) bool) {
	for n := root; n != nil; {
		if visit(n) && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
		}
		if n == root {
			return
		}
		n = n.NextSibling
	}
}

// htmlText is all text in a node, without the marks of footnotes.
func htmlText(root *html.Node) string {
	var b strings.Builder
	each(root, func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		case n.DataAtom == atom.Br:
			b.WriteByte('\n')
		case n != root && n.DataAtom == atom.Sup:
			return n.FirstChild == nil || n.FirstChild.Type != html.TextNode || !footnoteMark.MatchString(n.FirstChild.Data)
		}
		return !htmlLeftOut[n.DataAtom]
	})
	return b.String()
}

// htmlNumber is the number of an item of an ordered list; 0 for any other.
func htmlNumber(li *html.Node) int {
	attribute := func(n *html.Node, name string) (int, bool) {
		for _, a := range n.Attr {
			if a.Key == name {
				v, err := strconv.Atoi(a.Val)
				return v, err == nil
			}
		}
		return 0, false
	}
	if li.Parent == nil || li.Parent.DataAtom != atom.Ol {
		return 0
	}
	if v, ok := attribute(li, "value"); ok {
		return v
	}
	before := 0
	for n := li.PrevSibling; n != nil; n = n.PrevSibling {
		if n.DataAtom != atom.Li {
			continue
		}
		before++
		if v, ok := attribute(n, "value"); ok {
			return v + before
		}
		if before > 1000 {
			return 0 // no report has so long a list
		}
	}
	if v, ok := attribute(li.Parent, "start"); ok {
		return v + before
	}
	return 1 + before
}
