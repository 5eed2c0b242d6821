package document

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// Forms are the endings of file names, in lower case, that are looked for in folders. What a file is, its content says.
var Forms = []string{".md", ".markdown", ".txt", ".text", ".html", ".htm", ".docx", ".pdf"}

// content is what a file holds: its blocks, and what is known of them.
type content struct {
	front
	blocks      []block
	recognition Recognition
	doubts      []string
}

// Recognition says how much of a document was read from pictures of its pages, and how sure the reader of them was.
type Recognition struct {
	Pages, Of  int     // the pages that were pictures, of all
	Confidence float64 // the mean over the words of those pages, from 0 to 1
}

// contentOf reads a report in whatever form it comes.
func contentOf(name string, source []byte, o Options) (c content, err error) {
	switch {
	case bytes.HasPrefix(bytes.TrimLeft(source[:min(len(source), 1024)], "\x00\t\r\n "), []byte("%PDF-")):
		lines, err := pdfLines(source)
		c.blocks = plainBlocks(lines)
		return c, err
	case bytes.HasPrefix(source, []byte("PK\x03\x04")):
		c.blocks, err = docxBlocks(source)
		return c, err
	}
	if source, err = decoded(source); err != nil {
		return c, err
	}
	if source, err = admissible(source); err != nil {
		return c, err
	}
	if source, c.front, err = frontMatter(source); err != nil {
		return c, err
	}
	switch {
	case isHTML(source):
		c.blocks, err = htmlBlocks(source)
	case isMarkdown(name, source):
		c.blocks = readBlocks(source)
	default:
		c.blocks = plainBlocks(strings.Split(string(source), "\n"))
	}
	return c, err
}

// decoded turns text of another encoding into UTF-8: UTF-16 by its mark or its zero bytes, what a page of HTML declares, and Windows-1252, as which English
// text that is no UTF-8 is read on the web (https://html.spec.whatwg.org/#determining-the-character-encoding).
func decoded(source []byte) ([]byte, error) {
	var e encoding.Encoding
	switch zeros := zeroBytes(source); {
	case bytes.HasPrefix(source, []byte("\xff\xfe")), zeros[1] > 0 && zeros[0] == 0:
		e = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(source, []byte("\xfe\xff")), zeros[0] > 0 && zeros[1] == 0:
		e = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case zeros[0]+zeros[1] > 0, utf8.Valid(source):
		return source, nil
	default:
		declared, name, certain := charset.DetermineEncoding(source[:min(len(source), 1024)], "")
		if !certain && name != "windows-1252" || !isWindows1252(source) {
			return source, nil
		}
		e = declared
	}
	text, err := e.NewDecoder().Bytes(source)
	if err != nil {
		return nil, fmt.Errorf("the text cannot be read in its encoding; convert it to UTF-8 first: %w", err)
	}
	return text, nil
}

// zeroBytes counts zero bytes at even and at odd places of the beginning.
func zeroBytes(source []byte) (at [2]int) {
	for i, b := range source[:min(len(source), 4096)] {
		if b == 0 {
			at[i%2]++
		}
	}
	return at
}

// isWindows1252 tells text with single bytes beyond ASCII from UTF-8 that is broken, and from what is no text: nothing in it is longer UTF-8, and nothing has no meaning.
func isWindows1252(source []byte) bool {
	beyond := 0
	for i := 0; i < len(source); i++ {
		b := source[i]
		if b < 0x80 {
			if b < ' ' && !strings.ContainsRune("\t\n\r\f", rune(b)) {
				return false
			}
			continue
		}
		beyond++
		if _, n := utf8.DecodeRune(source[i:]); n > 1 || bytes.IndexByte([]byte("\x81\x8d\x8f\x90\x9d"), b) >= 0 {
			return false
		}
	}
	return beyond*10 < len(source)
}

var (
	htmlStart = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b`)
	marked    = regexp.MustCompile(`(?m)^#{1,6} |\*\*[^*\n]+\*\*|\]\([^)\n]*\)|\\[().*_-]|^\|.*\|$|^-{3,}$`)
)

func isHTML(source []byte) bool { return htmlStart.Match(source[:min(len(source), 4096)]) }

// isMarkdown says whether a text is Markdown: by its name, or by the marks in it.
func isMarkdown(name string, source []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		return true
	case ".txt", ".text":
		return false
	}
	return len(marked.FindAllIndex(source, 2)) == 2
}
