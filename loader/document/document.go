// Package document makes of a file, in whatever form it comes, a report as printed: its masthead and its parts, paragraphs, table rows and
// footnotes in order. It knows nothing of names and facts.
package document

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

// Document is a report as printed: its masthead and its paragraphs in order. It says nothing yet of what the text tells.
type Document struct {
	Title, Language   string
	Symbol, Restates  string // UN document symbols; "" where unknown
	Distributed, Date string // YYYY-MM-DD; Date is the letter's, else the masthead's; "" where unknown
	LetterTitle       string
	Paragraphs        []Paragraph
	Recognition       Recognition // what of the text was read from pictures
	Doubts            []string    // what of the file could not be read, a sentence each
}

// Paragraph is a numbered paragraph, a whole unnumbered part, a table row or a footnote. Its text is plain: no markup, no number, blocks
// joined by a line feed.
type Paragraph struct {
	Part, Kind string // values of the ontology's Part and ParagraphKind
	Number     int    // 0: none
	Occurrence int    // which one of its part, kind and number, from 1
	Position   int    // in the document, from 1
	Heading    string // the nearest above it in its part, not the part's own title; "" where there is none
	Text       string
	Line       int    // where it begins in the source, from 1
	Table      *Table // of a table row
}

const (
	maxFile = 64 << 20
	maxText = 8 << 20 // of a text, or of a page of HTML; the longest reports have an eightieth
	maxLine = 1 << 20
	// maxNesting is how deep quotes and lists may nest, maxBlocks how many paragraphs, headings and rows a text may have.
	maxNesting = 50
	maxBlocks  = 20_000
)

// Options are what is known, or allowed, beside the file.
type Options struct {
	Symbol string // the document symbol; wins over what the text and the file's name say
	OCR    bool   // read pages of a PDF that have no text with Tesseract
}

// Parse reads a report in any of the Forms. name is its file's name, which may hold the symbol where the text lacks it.
// Errors say what the text is instead of a report, and in which line.
func Parse(name string, source []byte, o Options) (*Document, error) {
	if o.Symbol != "" && !symbol.MatchString(o.Symbol) {
		return nil, fmt.Errorf("%q is no document symbol: write one such as S/2021/228 or S/2017/95/Rev.1", o.Symbol)
	}
	if len(bytes.TrimSpace(source)) == 0 {
		return nil, fmt.Errorf("the text is empty")
	}
	if len(source) > maxFile {
		return nil, fmt.Errorf("the file has %d MiB; the most that is read is %d MiB", len(source)>>20, maxFile>>20)
	}
	content, err := contentOf(name, source, o)
	if err != nil {
		return nil, err
	}
	if err := countable(len(content.blocks)); err != nil {
		return nil, err
	}
	p := layout{doc: &Document{Restates: content.Restates, Recognition: content.recognition, Doubts: content.doubts}, line: content.lines}
	for _, b := range content.blocks {
		if b.doubt != "" && !slices.Contains(p.doc.Doubts, b.doubt) {
			p.doc.Doubts = append(p.doc.Doubts, b.doubt)
		}
	}
	for _, b := range withoutBreaks(content.blocks) {
		p.block(b)
	}
	p.end()
	if err := countable(len(p.doc.Paragraphs)); err != nil { // running text may be rows of tables
		return nil, err
	}
	if len(p.doc.Paragraphs) == 0 {
		return nil, fmt.Errorf("the text holds no paragraph: a report has numbered paragraphs, or a letter, under a masthead")
	}
	p.doc.Symbol = cmp.Or(o.Symbol, p.doc.Symbol, symbolIn(name))
	if p.doc.Restates != "" {
		p.doc.Symbol = ""
	}
	return p.doc, nil
}

// countable refuses more paragraphs, headings and rows than any report has.
func countable(blocks int) error {
	if blocks > maxBlocks {
		return fmt.Errorf("the text has %d paragraphs, headings and rows; the most that is read is %d", blocks, maxBlocks)
	}
	return nil
}

// admissible refuses what cannot be a report's text.
func admissible(source []byte) ([]byte, error) {
	source = bytes.TrimPrefix(source, []byte("\ufeff"))
	if len(bytes.TrimSpace(source)) == 0 {
		return nil, fmt.Errorf("the text is empty")
	}
	if len(source) > maxText {
		return nil, fmt.Errorf("the text has %d MiB; the most that is read is %d MiB", len(source)>>20, maxText>>20)
	}
	if i := bytes.IndexByte(source, 0); i >= 0 {
		return nil, fmt.Errorf("line %d: holds a zero byte, so this is no text; convert it to UTF-8 text first", lineAt(source, i))
	}
	if !utf8.Valid(source) {
		return nil, fmt.Errorf("line %d: is not valid UTF-8; convert the text to UTF-8 first", lineAt(source, firstInvalid(source)))
	}
	source = bytes.ReplaceAll(bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	line := 0
	for l := range bytes.Lines(source) {
		if line++; len(l) > maxLine {
			return nil, fmt.Errorf("line %d: is %d KiB long; a paragraph of a report is shorter than %d KiB", line, len(l)>>10, maxLine>>10)
		}
		if nesting(l) > maxNesting {
			return nil, fmt.Errorf("line %d: quotes or lists are nested more than %d deep, which no report does", line, maxNesting)
		}
	}
	return source, nil
}

// nesting is how many quotes and lists a line of Markdown begins: their reader takes time by its square.
func nesting(line []byte) (n int) {
	lead := line[:len(line)-len(bytes.TrimLeft(line, "> \t*+-"))]
	for _, mark := range []string{">", "- ", "* ", "+ "} {
		n += bytes.Count(lead, []byte(mark))
	}
	return n
}

func lineAt(source []byte, offset int) int { return 1 + bytes.Count(source[:offset], []byte{'\n'}) }

func firstInvalid(source []byte) int {
	for i := 0; i < len(source); {
		r, n := utf8.DecodeRune(source[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(source)
}

type front struct {
	Restates string `yaml:"restates"`
	lines    int
}

// frontMatter takes off YAML between two lines of dashes at the very start.
func frontMatter(source []byte) ([]byte, front, error) {
	var f front
	rest, ok := bytes.CutPrefix(source, []byte("---\n"))
	if !ok {
		return source, f, nil
	}
	head, body, ok := bytes.Cut(rest, []byte("\n---\n"))
	if !ok || bytes.Contains(head, []byte("\n\n")) {
		return source, f, nil // a rule across the page
	}
	if err := yaml.Unmarshal(head, &f); err != nil {
		why, _, _ := strings.Cut(err.Error(), "\n") // the rest is a picture of the place
		return nil, f, fmt.Errorf("line 1: the front matter is not YAML with the key restates: %s", why)
	}
	f.lines = bytes.Count(head, []byte{'\n'}) + 3
	if f.Restates = strings.TrimSpace(f.Restates); f.Restates != "" && !symbol.MatchString(f.Restates) {
		return nil, f, fmt.Errorf("line 1: the front matter restates %q, which is no document symbol such as S/2021/228", f.Restates)
	}
	return body, f, nil
}

var (
	symbol     = regexp.MustCompile(`^[AS](?:/[A-Za-z0-9.]+)*/[A-Za-z.]*[0-9]+$`) // of a document of the United Nations
	symbolName = regexp.MustCompile(`(?i)(?:^|[^a-z])s[_/-](\d{4}[_/-]\d+|\d{5})((?:[_/-](?:add|rev|corr)\.?[_-]?\d+)*)`)
	revision   = regexp.MustCompile(`(?i)(add|rev|corr)\.?[_-]?(\d+)`)
)

// symbolIn finds a document symbol in a file's name: unmik_S_2016_407.md, S_2017_95_Rev1.txt.
func symbolIn(name string) string {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	m := symbolName.FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	s := "S/" + strings.NewReplacer("_", "/", "-", "/").Replace(m[1])
	for _, r := range revision.FindAllStringSubmatch(m[2], -1) {
		s += "/" + strings.ToUpper(r[1][:1]) + strings.ToLower(r[1][1:]) + "." + r[2]
	}
	return s
}

// ISODay reads "5 March 2021", in any case and with any blanks, as YYYY-MM-DD; "" where it is no day of the calendar.
func ISODay(s string) string {
	t, err := time.Parse("2 January 2006", strings.Join(strings.Fields(s), " "))
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}
