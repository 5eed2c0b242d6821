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

// block is a run of text between blank lines, free of markup: blanks are single spaces, lines that the text itself ends (a hard break) end
// in a line feed.
type block struct {
	kind   blockKind
	text   string
	number int    // of an item, a footnote, or a row within its table, from 1
	header bool   // of a table's first row
	bold   bool   // the whole block is emphasised
	within bool   // goes on with the paragraph above, as the items of a list in it do
	aside  bool   // stands beside the text, as a text box does: the paragraph above goes on after it
	line   int    // in the source, from 1
	doubt  string // what of its table could not be read; "" where all could
}

var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote, extension.Strikethrough)).Parser()

// readBlocks reads Markdown, or plain text, which is Markdown that uses little of it.
func readBlocks(source []byte) []block {
	source = piped(withoutAttributes(source))
	r := blockReader{source: source}
	r.walk(markdown.Parse(text.NewReader(source)))
	return r.blocks
}

type blockReader struct {
	source []byte
	blocks []block
	at     int // the line feeds before this offset are counted in line
	line   int
	outer  []int // the numbers of the items of lists around, 0 for one that has none
	begun  bool  // an item with a number has been read
	looked int   // the blocks before this one were looked at for it
}

func (r *blockReader) walk(parent ast.Node) {
	for n, next := parent.FirstChild(), ast.Node(nil); n != nil; n = next {
		next = n.NextSibling()
		switch n := n.(type) {
		case *ast.HTMLBlock:
			next = r.html(n)
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
	if rows := gridTable(n.Lines().Value(r.source)); rows != nil {
		for _, b := range rows {
			r.add(n, b)
		}
		return
	}
	if lines := strings.Split(strings.TrimRight(string(n.Lines().Value(r.source)), "\n"), "\n"); len(lines) > 2 {
		if rows, to := alignedTable(lines, 0); to == len(lines) {
			for _, b := range plainBlocks(rows) {
				r.add(n, b)
			}
			return
		}
	}
	first := n.FirstChild()
	_, bold := first.(*ast.Emphasis)
	r.add(n, block{text: r.inline(n), bold: bold && first.NextSibling() == nil})
}

// html reads blocks of HTML that follow one another, and returns what comes after them.
func (r *blockReader) html(n ast.Node) (next ast.Node) {
	var page bytes.Buffer
	for next = n; next != nil; next = next.NextSibling() {
		b, ok := next.(*ast.HTMLBlock)
		if !ok {
			break
		}
		page.Write(b.Lines().Value(r.source))
		if b.HasClosure() {
			page.Write(b.ClosureLine.Value(r.source))
		}
	}
	blocks, err := htmlBlocks(page.Bytes())
	if err != nil { // what is no HTML is text
		blocks = []block{{text: clean(page.String())}}
	}
	for _, b := range blocks {
		r.add(n, b)
	}
	return next
}

// item reads a list item. A numbered one has the number that stands before it in the source: Markdown itself counts on from the list's
// first.
func (r *blockReader) item(n *ast.ListItem) {
	before, number, label := len(r.blocks), 0, "•"
	if list, _ := n.Parent().(*ast.List); list != nil && list.IsOrdered() {
		number = r.numberBefore(n)
		label = strconv.Itoa(number) + "."
	}
	within, nested := len(r.outer) > 0, false
	if within {
		around := r.outer[len(r.outer)-1]
		nested = around > 0 && number != around+1
	}
	r.outer = append(r.outer, number)
	r.walk(n)
	r.outer = r.outer[:len(r.outer)-1]
	if len(r.blocks) == before { // a number alone on its line
		if number > 0 {
			r.blocks = append(r.blocks, block{kind: itemBlock, number: number, line: r.line})
		}
		return
	}
	if first := &r.blocks[before]; first.kind == textBlock && !first.within && (number > 0 || label == "•") {
		first.label(label, nested)
		r.begun = r.begun || first.kind == itemBlock
	}
	for i := before + 1; number > 0 && i < len(r.blocks); i++ {
		if b := &r.blocks[i]; b.kind == textBlock && !b.bold {
			b.within = true
		}
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

// table reads a table whose cells stand between bars.
func (r *blockReader) table(t *tables.Table) {
	g := &grid{}
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		_, header := row.(*tables.TableHeader)
		g.beginRow(header)
		g.rows[len(g.rows)-1].line = r.lineOf(row)
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			g.beginCell(1, 1, header)
			if text := r.inline(c); text != "" {
				g.open().blocks = []block{{text: text}}
			}
		}
	}
	r.blocks = append(r.blocks, g.blocks()...)
}

// lineOf is the line on which a node begins, from 1; nodes must be asked for in their order.
func (r *blockReader) lineOf(n ast.Node) int {
	for c := n; c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeBlock && c.Lines().Len() > 0 {
			if start := c.Lines().At(0).Start; start >= r.at {
				r.line += bytes.Count(r.source[r.at:start], []byte{'\n'})
				r.at = start
			}
			break
		}
	}
	return r.line + 1
}

func (r *blockReader) add(n ast.Node, b block) {
	b.line = r.lineOf(n)
	if b.text != "" || b.kind == ruleBlock {
		r.blocks = append(r.blocks, b)
	}
}

// inline is the text of a block without its markup, and without what is struck out.
func (r *blockReader) inline(n ast.Node) string {
	var b strings.Builder
	struck := 0
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if tag, ok := c.(*ast.RawHTML); ok {
				switch m := inlineTag.FindSubmatch(tag.Segments.Value(r.source)); {
				case m == nil: // a comment, or what says nothing of the text
				case string(m[2]) == "br" || string(m[2]) == "BR":
					b.WriteByte('\n')
				case len(m[1]) == 0 && strings.EqualFold(string(m[2]), "sup") && !r.marks(c.NextSibling()):
				case len(m[1]) == 0:
					struck++
				default:
					struck = max(struck-1, 0)
				}
				continue
			}
			if struck > 0 {
				continue
			}
			switch c := c.(type) {
			case *ast.Text:
				v := c.Value(r.source)
				if !c.IsRaw() {
					v = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(v)))
				}
				b.Write(caretNote.ReplaceAll(v, nil))
				if c.HardLineBreak() {
					b.WriteByte('\n')
				} else if c.SoftLineBreak() {
					b.WriteString(softEnd)
				}
			case *ast.String:
				b.Write(c.Value)
			case *ast.AutoLink:
				b.Write(c.Label(r.source))
			case *tables.FootnoteLink, *tables.FootnoteBacklink, *tables.Strikethrough, *ast.Image:
			default:
				walk(c)
			}
		}
	}
	walk(n)
	return clean(r.wrapped(b.String()))
}

// softEnd ends a line of the source that is no line of the text.
const softEnd = "\x1f"

// wrapped is a text whose lines go on, but where one of them is what a page has besides the text, within a numbered paragraph: that stays a
// line.
func (r *blockReader) wrapped(text string) string {
	for ; !r.begun && r.looked < len(r.blocks); r.looked++ {
		r.begun = r.blocks[r.looked].kind == itemBlock
	}
	if len(r.outer) == 0 && !r.begun {
		return strings.ReplaceAll(text, softEnd, " ")
	}
	var b strings.Builder
	before := false
	for i, l := range strings.Split(text, softEnd) {
		marks := furniture.MatchString(clean(l)) || pageHead.MatchString(clean(l)) || before && language.MatchString(clean(l))
		switch {
		case i == 0:
		case marks || before:
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(l)
		before = marks
	}
	return b.String()
}

// caretNote is the mark of a note as pandoc raises it.
var caretNote = regexp.MustCompile(`\^\d{1,3}\^`)

// marks says whether a text is the mark of a note.
func (r *blockReader) marks(n ast.Node) bool {
	t, ok := n.(*ast.Text)
	return ok && footnoteMark.Match(t.Value(r.source))
}

// inlineTag are the tags within text that say something of it: line ends, what is struck out, and what stands above the line, which are
// marks of notes.
var inlineTag = regexp.MustCompile(`(?i)^<(/?)(br|del|s|strike|sup)\b`)
