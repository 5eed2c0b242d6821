package document

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var update = flag.Bool("update", false, "write the fixtures of testdata/forms anew, from the bundled restatement")

// formsOf makes a report in each form from its Markdown: what people have of reports, with all that comes between the lines.
func formsOf(t *testing.T, markdown []byte) map[string][]byte {
	blocks := readBlocks(markdown)
	text := wrapped(blocks, 78)
	encode := func(with interface {
		Bytes([]byte) ([]byte, error)
	}, lines []string) []byte {
		b, err := with.Bytes([]byte(strings.Join(lines, "\r\n")))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	return map[string][]byte{
		"report.txt":       []byte(strings.Join(text, "\n")),
		"report-1252.txt":  encode(charmap.Windows1252.NewEncoder(), text),
		"report-utf16.txt": encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), text),
		"report-layer.txt": []byte(strings.Join(furnished(blocks), "\n")),
		"report.html":      asHTML(blocks),
		"report.docx":      asDOCX(t, blocks),
		"report.pdf":       asPDF(t, paged(wrapped(blocks, 90), 46)),
		"report-layer.pdf": asPDF(t, paged(furnished(blocks), 46)),
	}
}

// paged breaks lines into pages, at form feeds and where a page is full.
func paged(lines []string, most int) (pages [][]string) {
	page := []string{}
	for _, l := range lines {
		if cut, ok := strings.CutPrefix(l, "\f"); ok || len(page) == most {
			pages, page = append(pages, page), nil
			l = cut
		}
		page = append(page, l)
	}
	return append(pages, page)
}

// wrapped are the lines of plain text, with a blank line between paragraphs.
func wrapped(blocks []block, width int) (lines []string) {
	for _, b := range blocks {
		if b.kind == ruleBlock {
			continue
		}
		text := b.text
		if b.kind == itemBlock {
			text = fmt.Sprintf("%d. %s", b.number, b.text)
		}
		for part := range strings.SplitSeq(text, "\n") {
			lines = append(lines, wrap(part, width, false)...)
		}
		lines = append(lines, "")
	}
	return lines
}

// furnished are the lines of a text layer: no blank lines, words broken at line ends, numbers alone on their line, and on each page the
// symbol, the page and the job number.
func furnished(blocks []block) (lines []string) {
	count, page := 0, 1
	put := func(l string) {
		if count == 40 {
			lines = append(lines, fmt.Sprintf("21-02816 %d/4", page), "\fS/2021/228")
			count, page = 0, page+1
		}
		lines = append(lines, l)
		count++
	}
	for _, b := range blocks {
		if b.kind == itemBlock {
			put(fmt.Sprintf("%d.", b.number))
		}
		for part := range strings.SplitSeq(b.text, "\n") {
			for _, l := range wrap(part, 72, true) {
				put(l)
			}
		}
	}
	return append(lines, fmt.Sprintf("21-02816 %d/4", page))
}

// wrap breaks a text at spaces, and, where words may break, now and then a long one in the middle.
func wrap(text string, width int, breaks bool) (lines []string) {
	line := ""
	for _, w := range strings.Fields(text) {
		letters := []rune(w)
		switch {
		case line == "":
			line = w
		case len([]rune(line))+1+len(letters) <= width:
			line += " " + w
		case breaks && len(letters) > 9 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" && len([]rune(line))+6 < width:
			lines = append(lines, line+" "+string(letters[:5])+"-")
			line = string(letters[5:])
		default:
			lines = append(lines, line)
			line = w
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

func asHTML(blocks []block) []byte {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>A report</title><style>p { margin: 1em }</style></head>\n" +
		"<body><nav><ul><li>Home</li><li>Documents</li></ul></nav><main>\n")
	for _, one := range blocks {
		text := strings.ReplaceAll(html.EscapeString(one.text), "\n", "<br>\n")
		switch {
		case one.kind == headingBlock:
			fmt.Fprintf(&b, "<h3>%s</h3>\n", text)
		case one.kind == itemBlock:
			fmt.Fprintf(&b, "<ol start=\"%d\"><li><p>%s<sup>1</sup></p></li></ol>\n", one.number, text)
		case one.kind == ruleBlock:
			b.WriteString("<hr>\n")
		case one.bold:
			fmt.Fprintf(&b, "<p><strong>%s</strong></p>\n", text)
		default:
			fmt.Fprintf(&b, "<div><p>%s</p></div>\n", text)
		}
	}
	b.WriteString("</main><footer>All rights reserved.</footer></body></html>\n")
	return b.Bytes()
}

func asDOCX(t *testing.T, blocks []block) []byte {
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	var text strings.Builder
	for _, one := range blocks {
		properties, bold := "", ""
		switch {
		case one.kind == ruleBlock:
			continue
		case one.kind == headingBlock:
			properties = `<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>`
		case one.kind == itemBlock:
			properties = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>`
		}
		if one.bold {
			bold = "<w:rPr><w:b/></w:rPr>"
		}
		runs := strings.ReplaceAll(html.EscapeString(one.text), "\n", "</w:t><w:br/><w:t xml:space=\"preserve\">")
		fmt.Fprintf(&text, `<w:p>%s<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r><w:del><w:r><w:delText>taken out</w:delText></w:r></w:del></w:p>`, properties, bold, runs)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ` +
			`ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"word/numbering.xml", `<w:numbering ` + ns + `><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
			`<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`},
		{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ` + ns + `><w:body>` + text.String() + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// asPDF sets pages in one of the fonts that every reader has (PDF 1.7, 9.6.2.2).
func asPDF(t *testing.T, pages [][]string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(content string) int {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), content)
		return len(offsets)
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), strings.Join(kids, " ")))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	for _, lines := range pages {
		var s strings.Builder
		s.WriteString("BT /F1 9 Tf 60 780 Td 14 TL\n")
		for _, l := range lines {
			shown, err := charmap.Windows1252.NewEncoder().String(l)
			if err != nil {
				t.Fatalf("%q: %v", l, err)
			}
			fmt.Fprintf(&s, "(%s) Tj T*\n", strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(shown))
		}
		s.WriteString("ET")
		content := len(offsets) + 2
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", content))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", s.Len(), s.String()))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

// TestFixtures: with -update, the fixtures are written anew; every form of the bundled restatement is there.
func TestFixtures(t *testing.T) {
	folder := filepath.Join("testdata", "forms")
	if *update {
		markdown, err := os.ReadFile(filepath.FromSlash("../../reports/kfor-2020-q4.md"))
		if err != nil {
			t.Fatal(err)
		}
		_, markdown, _ = bytes.Cut(markdown, []byte("\n---\n")) // the front matter has no place in the other forms
		markdown = bytes.Replace(markdown, []byte("Distr.: General"), []byte("S/2021/228  \nDistr.: General"), 1)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		for name, content := range formsOf(t, markdown) {
			if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if names, _ := filepath.Glob(filepath.Join(folder, "report*")); len(names) < 8 {
		t.Fatalf("%s has %d fixtures: make them with go test ./loader/document -run TestFixtures -update", folder, len(names))
	}
}
