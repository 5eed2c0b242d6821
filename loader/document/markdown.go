package document

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// blockKind says what a block of the text is.
type blockKind int

const (
	textBlock blockKind = iota
	headingBlock
	itemBlock // a text that begins with a number
	rowBlock
	footnoteBlock
	ruleBlock
)

// block is a run of text between blank lines, free of markup: blanks are single spaces, lines that the text itself ends (a hard break) end in a line feed.
type block struct {
	kind   blockKind
	text   string
	number int  // of an item, a footnote, or a row within its table, from 1
	header bool // of a table's first row
	bold   bool // the whole block is emphasised
	within bool // goes on with the paragraph above, as the items of a list in it do
	aside  bool // stands beside the text, as a text box does: the paragraph above goes on after it
	line   int  // in the source, from 1
}

var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote)).Parser()

// readBlocks reads Markdown, or plain text, which is Markdown that uses little of it.
func readBlocks(source []byte) []block {
	r := blockReader{source: source}
	r.walk(markdown.Parse(text.NewReader(source)))
	return r.blocks
}

type blockReader struct {
	source []byte
	blocks []block
	at     int // the line feeds before this offset are counted in line
	line   int
}

func (r *blockReader) walk(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.HTMLBlock: // comments
		case *ast.ThematicBreak:
			r.add(n, block{kind: ruleBlock})
		case *ast.Heading:
			r.add(n, block{kind: headingBlock, text: r.inline(n)})
		case *ast.Paragraph, *ast.TextBlock:
			r.paragraph(n)
		case *ast.CodeBlock:
			r.add(n, block{text: clean(string(n.Lines().Value(r.source)))})
		case *ast.FencedCodeBlock:
			r.add(n, block{text: clean(string(n.Lines().Value(r.source)))})
		case *ast.ListItem:
			r.item(n)
		case *tables.Table:
			r.table(n)
		case *tables.Footnote:
			before := len(r.blocks)
			r.walk(n)
			for i := before; i < len(r.blocks); i++ {
				r.blocks[i].kind, r.blocks[i].number = footnoteBlock, n.Index
			}
		default:
			r.walk(n)
		}
	}
}

func (r *blockReader) paragraph(n ast.Node) {
	first := n.FirstChild()
	_, bold := first.(*ast.Emphasis)
	r.add(n, block{text: r.inline(n), bold: bold && first.NextSibling() == nil})
}

// item reads a list item. A numbered one has the number that stands before it in the source: Markdown itself counts on from the list's first.
func (r *blockReader) item(n *ast.ListItem) {
	before := len(r.blocks)
	r.walk(n)
	list, _ := n.Parent().(*ast.List)
	if list == nil || !list.IsOrdered() {
		return
	}
	number := r.numberBefore(n)
	if len(r.blocks) == before { // a number alone on its line
		r.blocks = append(r.blocks, block{kind: itemBlock, number: number, line: r.line})
	} else if number > 0 {
		r.blocks[before].kind, r.blocks[before].number = itemBlock, number
	}
}

var itemNumber = regexp.MustCompile(`^[\s>]*(\d{1,9})[.)]`)

func (r *blockReader) numberBefore(n ast.Node) int {
	for c := n.FirstChild(); c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeBlock && c.Lines().Len() > 0 {
			start := c.Lines().At(0).Start
			line := r.source[bytes.LastIndexByte(r.source[:start], '\n')+1 : start]
			if m := itemNumber.FindSubmatch(line); m != nil {
				number, _ := strconv.Atoi(string(m[1]))
				return number
			}
			return 0
		}
	}
	return 0
}

func (r *blockReader) table(t *tables.Table) {
	number := 0
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, r.inline(c))
		}
		_, header := row.(*tables.TableHeader)
		if !header {
			number++
		}
		r.add(row, block{kind: rowBlock, text: strings.Join(cells, " | "), number: number, header: header})
	}
}

func (r *blockReader) add(n ast.Node, b block) {
	for c := n; c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeBlock && c.Lines().Len() > 0 {
			if start := c.Lines().At(0).Start; start >= r.at {
				r.line += bytes.Count(r.source[r.at:start], []byte{'\n'})
				r.at = start
			}
			break
		}
	}
	b.line = r.line + 1
	if b.text != "" || b.kind == ruleBlock {
		r.blocks = append(r.blocks, b)
	}
}

// inline is the text of a block without its markup.
func (r *blockReader) inline(n ast.Node) string {
	var b strings.Builder
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				v := c.Value(r.source)
				if !c.IsRaw() {
					v = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(v)))
				}
				b.Write(v)
				if c.HardLineBreak() {
					b.WriteByte('\n')
				} else if c.SoftLineBreak() {
					b.WriteByte(' ')
				}
			case *ast.String:
				b.Write(c.Value)
			case *ast.AutoLink:
				b.Write(c.Label(r.source))
			case *ast.RawHTML: // comments
			case *tables.FootnoteLink, *tables.FootnoteBacklink:
			default:
				walk(c)
			}
		}
	}
	walk(n)
	return clean(b.String())
}
