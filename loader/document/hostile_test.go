package document

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hostile are files that were made to break a reader, each of about so many bytes, and what is wrong with them.
func hostile(t testing.TB, size int) map[string]struct {
	content []byte
	says    string // in the error; "" where a document may come out
} {
	repeat := func(s string) []byte { return bytes.Repeat([]byte(s), size/len(s)) }
	archive := func(name string, write func(io.Writer)) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		write(w)
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	bomb := archive("word/document.xml", func(w io.Writer) {
		for range 80 {
			_, _ = w.Write(bytes.Repeat([]byte(" "), 1<<20))
		}
	})
	loop := "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [2 0 R] >>\nendobj\ntrailer\n<< /Size 3 /Root 1 0 R >>\n%%EOF\n"
	type file = struct {
		content []byte
		says    string
	}
	return map[string]file{
		"empty.md":          {nil, "empty"},
		"blank.txt":         {[]byte(" \n\n "), "empty"},
		"one line.md":       {bytes.Repeat([]byte("word "), maxLine/4), "KiB long"},
		"numbers.md":        {repeat("1. a\n"), ""},
		"quotes.md":         {repeat("> "), "nested"},
		"lists.md":          {repeat("- "), "nested"},
		"brackets.md":       {repeat("[\n"), ""},
		"stars.md":          {repeat("*a **b\n"), ""},
		"lines.txt":         {repeat("and so on without an end\n"), ""},
		"numbers.txt":       {repeat("1. One. 2. Two. 3. Three.\n"), ""},
		"hyphens.txt":       {repeat("a-\n"), ""},
		"nested.html":       {append([]byte("<html>"), repeat("<div>")...), ""},
		"inline.html":       {append([]byte("<html><p>"), repeat("<b><i>a")...), ""},
		"list.html":         {append([]byte("<html><ol>"), repeat("<li>a")...), ""},
		"tables.html":       {append([]byte("<html>"), repeat("<table><tr><td>")...), ""},
		"bomb.docx":         {bomb, "when unpacked"},
		"other.docx":        {archive("mimetype", func(w io.Writer) { _, _ = io.WriteString(w, "x") }), "no Word or OpenDocument text"},
		"cut.docx":          {bomb[:len(bomb)/2], "cannot be read"},
		"nested.docx":       {archive("word/document.xml", func(w io.Writer) { _, _ = w.Write(repeat("<w:tbl>")) }), "broken"},
		"loop.pdf":          {[]byte(loop), "PDF"},
		"cut.pdf":           {[]byte("%PDF-1.7\n"), "PDF"},
		"noise.pdf":         {append([]byte("%PDF-1.4\n"), repeat("1 0 obj << /Kids [1 0 R] >> endobj\n")...), "PDF"},
		"zeros.txt":         {make([]byte, 1000), "no text"},
		"broken utf-8.txt":  {[]byte("Report of the Mission \xc3\xa9 and \xff\xfe\xfa"), "UTF-8"},
		"a picture.md":      {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "no text"},
		"utf-16, cut.txt":   {[]byte("\xff\xfeR\x00e\x00p"), ""},
		"front matter.md":   {[]byte("---\nrestates: [\n---\n1. Text.\n"), "front matter"},
		"no symbol.md":      {[]byte("---\nrestates: a report\n---\n1. Text.\n"), "document symbol"},
		"no paragraph.html": {[]byte("<html><body><nav>Home</nav></body></html>"), "no paragraph"},
	}
}

// TestHostileFiles: whatever is read, a document or an error that says what is wrong comes out.
func TestHostileFiles(t *testing.T) {
	for name, f := range hostile(t, 256<<10) {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(name, f.content, Options{})
			switch {
			case f.says != "" && (err == nil || !strings.Contains(err.Error(), f.says)):
				t.Errorf("the error is %v, and should speak of %q", err, f.says)
			case err != nil && (strings.ContainsAny(err.Error(), "\n") || strings.Contains(err.Error(), "goroutine") || len(err.Error()) > 400):
				t.Errorf("the error is no message for people: %.500v", err)
			}
		})
	}
}

// FuzzParse feeds anything to the readers of all forms.
func FuzzParse(f *testing.F) {
	names, _ := filepath.Glob(filepath.Join("testdata", "forms", "*"))
	for _, name := range names {
		if filepath.Ext(name) == ".pdf" {
			continue // PDFium is fuzzed by those who make it, and sees no more than a sandbox
		}
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Base(name), content)
	}
	for name, h := range hostile(f, 200) {
		if filepath.Ext(name) != ".pdf" {
			f.Add(name, h.content)
		}
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if len(content) > 1<<16 || bytes.Contains(content, []byte("%PDF-")) {
			return
		}
		doc, err := Parse(name, content, Options{})
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for i, p := range doc.Paragraphs {
			key := fmt.Sprint(p.Part, p.Kind, p.Number, " ", p.Occurrence)
			if p.Text == "" || p.Text != clean(p.Text) || p.Position != i+1 || seen[key] {
				t.Fatalf("paragraph %d: %+v", i, p)
			}
			seen[key] = true
		}
	})
}
