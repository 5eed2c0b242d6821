package document

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
)

// Forms are the endings of file names, in lower case, that are looked for in folders. What a file is, its content says.
var Forms = []string{".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".docx", ".odt", ".fodt", ".rtf", ".pdf"}

// maxMarkdown bounds a text of Markdown, whose reader takes some hundred times the memory; the longest reports have a twentieth.
const maxMarkdown = 2 << 20

// maxBrackets bounds the brackets of Markdown, each of which may begin a link, so that its reader keeps them all; reports have some tens.
const maxBrackets = 50_000

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

// set is what a reader of a form looks names of elements up in.
func set[T comparable](names ...T) map[T]bool {
	m := map[T]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}

// contentOf reads a report in whatever form it comes.
func contentOf(name string, source []byte, o Options) (c content, err error) {
	switch {
	case isPDF(source):
		return pdfContent(source, o)
	case bytes.HasPrefix(source, []byte("PK\x03\x04")):
		return officeContent(source)
	}
	switch {
	case bytes.HasPrefix(bytes.TrimLeft(source[:min(len(source), sample)], "\ufeff\r\n\t "), []byte("{\\rtf")):
		return rtfContent(source)
	case bytes.HasPrefix(source, []byte("\xd0\xcf\x11\xe0")):
		return c, errors.New("the file is a Word document of before 2007 (DOC), or has a password: " +
			"open it in Word or LibreOffice and save it as DOCX without one (soffice --headless --convert-to docx FILE)")
	}
	if source, err = decoded(source); err != nil {
		return c, err
	}
	if bytes.Contains(source[:min(len(source), sample)], []byte("<office:document")) {
		return flatODTContent(source)
	}
	if source, err = admissible(source); err != nil {
		return c, err
	}
	if source, c.front, err = frontMatter(source); err != nil {
		return c, err
	}
	switch {
	case isHTML(name, source):
		c.blocks, err = htmlBlocks(source)
	case isMarkdown(name, source) && len(source) > maxMarkdown:
		return c, fmt.Errorf("the Markdown text has %d MiB; the most that is read is %d MiB", len(source)>>20, maxMarkdown>>20)
	case isMarkdown(name, source) && bytes.Count(source, []byte("[")) > maxBrackets:
		return c, fmt.Errorf("the Markdown text has %d opening brackets; the most that is read is %d", bytes.Count(source, []byte("[")), maxBrackets)
	case isMarkdown(name, source):
		c.blocks = readBlocks(source)
	default:
		c.blocks = plainBlocks(withTextTables(withTextColumns(strings.Split(string(source), "\n"))))
	}
	return c, err
}

var (
	htmlStart = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|title|meta|!--)\b`)
	htmlPiece = regexp.MustCompile(`(?is)^\s*(?:<!--.*?-->\s*)*<(?:article|center|div|font|form|h[1-6]|main|ol|p|section|span|table|ul)\b[^>]*>`)
	marked    = regexp.MustCompile(`(?m)^#{1,6} |\*\*[^*\n]+\*\*|\]\([^)\n]*\)|\\[().*_-]|^\|.*\|$|^-{3,}$`)
)

// HasPages says whether a file has pages that may be pictures: a PDF has.
func HasPages(source []byte) bool { return isPDF(source) }

// isPDF says whether a file is a PDF, which may have something before its first line, as from a server or a mail (PDF 1.7, implementation
// note 13).
func isPDF(source []byte) bool {
	head := source[:min(len(source), 1024)]
	at := bytes.Index(head, []byte("%PDF-"))
	return at >= 0 && (len(bytes.Trim(head[:at], "\x00\ufeff\t\r\n ")) == 0 || bytes.Contains(source[max(len(source)-2048, 0):], []byte("%%EOF")))
}

// isHTML says whether a text is a page of HTML, or, where its name does not say that it is something else, a piece of one.
func isHTML(name string, source []byte) bool {
	head := source[:min(len(source), sample)]
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return bytes.ContainsRune(head, '<')
	case ".md", ".markdown":
		return htmlStart.Match(head)
	}
	return htmlStart.Match(head) || htmlPiece.Match(head)
}

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
