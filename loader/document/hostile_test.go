package document

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
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
	office := func(name, before, again, after string) []byte {
		return archive(name, func(w io.Writer) {
			_, _ = io.WriteString(w, before)
			_, _ = w.Write(bytes.Repeat([]byte(again), 3*size/len(again))) // it packs well
			_, _ = io.WriteString(w, after)
		})
	}
	odt := func(again string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, text := range map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<d><body>" + strings.Repeat(again, 3*size/len(again))} {
			w, err := z.Create(name)
			if err == nil {
				_, err = io.WriteString(w, text)
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
		"brackets.md":       {repeat("[\n"), map[bool]string{true: "brackets", false: ""}[size > 2*maxBrackets]},
		"paragraphs.md":     {repeat("a\n\n"), map[bool]string{true: "the most", false: ""}[size > maxBlocks*3]},
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
		"deep.odt":          {odt("<p><p>"), "nested"},
		"lists.odt":         {odt("<list><list-item><p>a</p>"), map[bool]string{true: "the most", false: "broken"}[size > maxBlocks*10]},
		"tables.odt":        {odt("<table><table-row><table-cell>"), "nested"},
		"columns.odt":       {odt("<table><table-row><table-cell number-columns-repeated=\"1000000\" number-rows-spanned=\"1000000\"><p>a</p></table-cell></table-row></table>"), ""},
		"empty.odt":         {odt("<p/>"), "broken"},
		"empty.docx":        {office("word/document.xml", "<d>", "<w:p/>", "</d>"), "no paragraph"},
		"paragraphs.docx":   {office("word/document.xml", "<d>", "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "</d>"), ""},
		"boxes.docx":        {office("word/document.xml", "<d>", "<w:p><w:r><w:txbxContent>", ""), "nested"},
		"cells.docx":        {office("word/document.xml", "<d><w:tbl><w:tr>", "<w:tc><w:gridSpan w:val=\"99999\"/><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", "</w:tr></w:tbl></d>"), ""},
		"groups.rtf":        {append([]byte("{\\rtf1"), repeat("{")...), "nested"},
		"words.rtf":         {append([]byte("{\\rtf1"), repeat("\\b\\'")...), ""},
		"paragraphs.rtf":    {append([]byte("{\\rtf1"), repeat("a\\par ")...), ""},
		"rows.rtf":          {append([]byte("{\\rtf1"), repeat("\\trowd\\cellx1\\clmrg\\cellx2 a\\cell\\cell\\row ")...), ""},
		"notes.rtf":         {append([]byte("{\\rtf1"), repeat("{\\footnote ")...), ""},
		"bin.rtf":           {append([]byte("{\\rtf1"), repeat("\\bin99999999 ")...), "no paragraph"},
		"old.doc":           {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), repeat("a")...), "save it as DOCX"},
		"marks.html":        {append([]byte("<html><p>"), repeat("<a href=\"#a\" id=\"a\"><sup>1</sup></a>")...), ""},
		"spans.html":        {append([]byte("<html><table>"), repeat("<tr><td rowspan=1000 colspan=1000>a")...), ""},
		"empty rows.html":   {append([]byte("<html>"), repeat("<table><tr></tr><tr><td>a<td>1<tr></tr><tr><td colspan=2 rowspan=2></tr></table>")...), ""},
		"long spans.html":   {append([]byte("<html><table><tr>"+strings.Repeat("<td rowspan=1000>"+strings.Repeat("a ", 90), 100)), repeat("<tr>")...), ""},
		"heads.txt":         {append([]byte("1. "), repeat("Country Number ")...), ""},
		"heads.md":          {append([]byte("1. "), repeat("Country Number x ")...), ""},
		"heads and rows.md": {append([]byte("1. "), repeat("Country Number A 1 B 2 Total 3 c ")...), map[bool]string{true: "the most", false: ""}[size > maxBlocks*10]},
		"countryside.md":    {append([]byte("1. "), repeat("Country Number Countryside ")...), ""},
		"lines.html":        {append([]byte("<html><p>"), repeat("1. A<br>")...), ""},
		"styles.html":       {append([]byte("<html><style>"), repeat("@media { .a { } ")...), "no paragraph"},
		"pieces.md":         {repeat("<p>a\n\n"), ""},
		"sub-lists.md":      {repeat("1. a\n   1. b\n"), ""},
		"grid.md":           {append([]byte("+-+\n"), repeat("|a|b|\n")...), ""},
		"struck.md":         {repeat("~~a <del> "), ""},
		"spans.md":          {[]byte("1. " + strings.Repeat("[", size/8) + "a" + strings.Repeat("]{.b}", size/8)), map[bool]string{true: "brackets", false: ""}[size > 8*maxBrackets]},
		"spans of one.md":   {repeat("[a]{.b}\n::: {.c}\n# d {#e}\n"), ""},
		"dashes.txt":        {repeat("--  --\n"), ""},
		"dashes.md":         {append([]byte("1. a\n\n"), repeat("aa  b\n--  --\n")...), ""},
		"borders.txt":       {repeat("+-+\n"), ""},
		"tabs.txt":          {repeat("Country\tTroops\nItaly\t5\n"), ""},
		"pasted.html":       {append([]byte("<html><pre>"), repeat("1. A  b\n")...), ""},
		"short.html":        {append([]byte("<html xmlns=\"http://www.w3.org/1999/xhtml\">"), repeat("<a x=\"y\"/>b<p/>")...), ""},
		"rules.html":        {append([]byte("<html><style>"), repeat("a b c, .d {display:none} ")...), "no paragraph"},
		"classes.html":      {slices.Concat([]byte("<html><style>.a {list-style: none "), repeat("x"), []byte("}</style><p class=\""), repeat("a "), []byte("\">Text.")), ""},
		"accents.txt":       {repeat("\xe6\xe8 \xf0\xc8"), ""},
		"doubled.txt":       {repeat("Ã¤Â "), ""},
		"homoglyphs.txt":    {repeat("аb\u00ad\u200b` "), ""},
		"nested.docx":       {archive("word/document.xml", func(w io.Writer) { _, _ = w.Write(repeat("<w:tbl>")) }), "nested"},
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
	if testing.Short() {
		t.Skip("takes minutes")
	}
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
