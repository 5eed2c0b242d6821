package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"
)

// TestWordFeatures: numbers, fields, placeholders, strikes and other files in a Word document are told as Word shows them.
func TestWordFeatures(t *testing.T) {
	const list = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.–"/></w:lvl></w:abstractNum>
		<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
			<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:pStyle w:val="Text"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
		<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
		<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
		<w:num w:numId="3"><w:abstractNumId w:val="3"/>
			<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:lvlOverride></w:num>`
	const styles = `<s><w:style w:styleId="Text"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></s>`
	const relations = `<R><Relationship Id="h" Type="x/aFChunk" Target="page.html"/></R>`
	styled := func(text string) string { return `<w:p><w:pPr><w:pStyle w:val="Text"/></w:pPr>` + run(text) + `</w:p>` }
	auto := func(text string) string {
		return `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTONUM </w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run(text) + `</w:p>`
	}
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"a dash after the number": {p("1", "0", run("First.")) + p("1", "0", run("Second.")), []string{"1. First.", "2. Second."}},
		"a level that a style has": {p("2", "0", run("Head")) + styled("First.") + p("2", "0", run("Head")) + styled("Second."),
			[]string{"I. Head", "1. First.", "II. Head", "2. Second."}},
		"a level that a num overrides":   {p("3", "0", run("First.")) + p("3", "0", run("Second.")), []string{"1. First.", "2. Second."}},
		"a field that counts":            {auto("First.") + auto("Second."), []string{"1. First.", "2. Second."}},
		"a number that is typed as well": {p("3", "0", run("1. First.")), []string{"1. First."}},
		"text that is struck": {p("3", "0", run("First.")+`<w:r><w:rPr><w:strike/></w:rPr><w:t>gone</w:t></w:r>`+
			`<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t> More.</w:t></w:r>`),
			[]string{"1. First. More."}},
		"a placeholder": {`<w:p>` + run("Text.") + `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + run("Click here") +
			`</w:sdtContent></w:sdt><w:sdt><w:sdtContent>` + run(" More.") + `</w:sdtContent></w:sdt></w:p>`,
			[]string{"Text. More."}},
		"a table of contents": {`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>` +
			`<w:sdtContent><w:p>` + run("Introduction 3") + `</w:p></w:sdtContent></w:sdt><w:p>` + run("Text.") + `</w:p>`,
			[]string{"Text."}},
		"a paragraph that leads": {`<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>` +
			run("First") + `</w:p><w:p>` + run(", and more.") + `</w:p>`,
			[]string{"1. First, and more."}},
		"another file": {`<w:p>` + run("Before.") + `</w:p><w:altChunk r:id="h"/><w:p>` + run("After.") + `</w:p>`,
			[]string{"Before.", "1. First.", "After."}},
		"a row that was taken out": {`<w:tbl><w:tr>` + cell("", "Country") + cell("", "Troops") + `</w:tr>` +
			`<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr>` + cell("", "Italy") + cell("", "5") + `</w:tr></w:tbl>`,
			[]string{"| header: Country | Troops", "| Italy | 5"}},
	} {
		source := zipped(t, "word/document.xml", `<d>`+c.body+`</d>`, "word/numbering.xml", `<n>`+list+`</n>`, "word/styles.xml", styles,
			"word/_rels/document.xml.rels", relations, "word/page.html", `<html><ol><li>First.</li></ol></html>`)
		got, err := officeContent(source)
		if diff := cmp.Diff(c.want, told(got.blocks)); diff != "" || err != nil {
			t.Errorf("%s: %v, - want, + got:\n%s", name, err, diff)
		}
	}
}

// TestFirstHeader: a masthead that stands in the head of the first page is read, running heads are not.
func TestFirstHeader(t *testing.T) {
	plain := func(text string) string { return `<w:p>` + run(text) + `</w:p>` }
	source := zipped(t, "word/document.xml", `<d>`+plain("Report of the Secretary-General on the United Nations Mission in Kosovo")+
		plain("1. The present report is submitted pursuant to resolution 1244 (1999).")+
		`<w:sectPr><w:headerReference w:type="default" r:id="a"/><w:headerReference w:type="first" r:id="b"/></w:sectPr></d>`,
		"word/_rels/document.xml.rels", `<R><Relationship Id="a" Type="x/header" Target="header1.xml"/>`+
			`<Relationship Id="b" Type="x/header" Target="header2.xml"/></R>`,
		"word/header1.xml", `<h>`+plain("S/2021/999")+`</h>`,
		"word/header2.xml", `<h>`+plain("S/2021/228")+plain("Distr.: General")+plain("5 March 2021")+`</h>`)
	doc, err := Parse("report.docx", source, Options{})
	if err != nil || doc.Symbol != "S/2021/228" || doc.Distributed != "2021-03-05" || len(doc.Paragraphs) != 1 || doc.Paragraphs[0].Number != 1 {
		t.Errorf("%+v, %v", doc, err)
	}
}

// TestPageFeatures: a page says what browsers show, whatever hides, numbers or wraps its text.
func TestPageFeatures(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want []string
	}{
		"rules for several": {`<style>.x, .y { display: none } #z{visibility:hidden} p.w:hover {display:none}</style>` +
			`<p class="x">gone</p><p id="z">gone</p><p class="w">Text.</p>`,
			[]string{"Text."}},
		"a list that a rule letters": {`<style>.a {list-style-type: lower-alpha}</style><ol><li>First:<ol class="a"><li>a part.</li></ol></li></ol>`,
			[]string{"1. First:", "  (a) a part."}},
		"typed numbers": {`<ol style="list-style: none"><li>1. First.</li></ol><ul><li>2. Second.</li></ul>`, []string{"1. First.", "2. Second."}},
		"struck text":   {`<p>Text.<span style="text-decoration: line-through">gone</span></p>`, []string{"Text."}},
		"landmarks": {`<div role="navigation">Home</div><dialog>gone</dialog><dialog open>Seen.</dialog><div role="contentinfo">gone</div>`,
			[]string{"Seen."}},
		"values of a form": {`<form>KFOR had <input value="3,500"><input type="hidden" value="gone"> troops.</form>`,
			[]string{"KFOR had 3,500 troops."}},
		"a quotation":       {`<p>He called it <q>a mistake</q>.</p>`, []string{"He called it “a mistake”."}},
		"lines as they are": {"<pre>1. First\nline.\n\n2. Sec-\nond.</pre>", []string{"1. First line.", "2. Second."}},
		"pasted lines": {`<div>1. In accordance with the resolution this report<br>covers it.<br>2. Police arrested Arben<br>Lleshi.</div>`,
			[]string{"1. In accordance with the resolution this report covers it.", "2. Police arrested Arben Lleshi."}},
		"a table for each paragraph": {`<TABLE><TR><TD>1.<TD>A report.</TABLE><TABLE><TR><TD>&nbsp;<TD><P>2<TD><P>KFOR left.</TABLE>` +
			`<table><tr><td>3.</td><td>Norway</td></tr></table>`,
			[]string{"1. A report.", "2. KFOR left.", "| 3. | Norway"}},
		"frames and fields": {`<FRAMESET COLS="20%,*"><FRAME SRC="a.htm"><NOFRAMES><BODY><TEXTAREA>1. First` + "\nline.\n2. Second." + `</TEXTAREA></NOFRAMES>` +
			`</FRAMESET>`, []string{"1. First line.", "2. Second."}},
		"elements that HTML does not know": {`<p>2. Police arrested <st1:PersonName w:st="on">Arben <span>Lleshi</span></st1:PersonName> on <x-day>4</x-day> May.<o:p></o:p></p>`,
			[]string{"2. Police arrested Arben Lleshi on 4 May."}},
		"XHTML": {`<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><p><a id="x"/>Text.</p></body></html>`,
			[]string{"Text."}},
	} {
		got, err := htmlBlocks([]byte(c.page))
		if diff := cmp.Diff(c.want, told(got)); diff != "" || err != nil {
			t.Errorf("%s: %v, - want, + got:\n%s", name, err, diff)
		}
	}
}

// TestTypedNumbers: numbers that nothing marks begin paragraphs, from the first on.
func TestTypedNumbers(t *testing.T) {
	for _, text := range []string{"**1.** %s\n\n**2.** %s\n", "1.%s\n\n2.%s\n"} {
		first, second := "The present report is submitted pursuant to resolution 1244 (1999).", "Calm prevailed."
		text = strings.Replace(strings.Replace(text, "%s", first, 1), "%s", second, 1)
		doc, err := Parse("report.md", []byte("S/2021/228\n\nReport of the Secretary-General on the Mission\n\n"+text), Options{})
		if err != nil || len(doc.Paragraphs) != 2 || doc.Paragraphs[0].Number != 1 || doc.Paragraphs[1].Text != second {
			t.Errorf("%q: %+v, %v", text, doc, err)
		}
	}
}

// TestCleanLetters: letters and signs in a form of their own are those that readers see in them; marks of notes are none of the text.
func TestCleanLetters(t *testing.T) {
	for text, want := range map[string]string{
		"Ｋｏｓｏｖｏ ４":          "Kosovo 4",
		"𝐀𝐫𝐛𝐞𝐧":             "Arben",
		"ǈubo":              "Ljubo",
		"Secretary−General": "Secretary-General",
		"Prosecutorʻs":      "Prosecutor’s", "Prosecutor`s": "Prosecutor’s",
		"5 − 3":                "5 − 3",
		"Lleshi² left.³ ⁴":     "Lleshi left. ⁴",
		"10 km² of land":       "10 km² of land",
		"3,500¹ of 16² at 10⁶": "3,500 of 16 at 10⁶",
		"resolution (1999)¹²":  "resolution (1999)",
	} {
		if got := clean(text); got != want || clean(got) != got {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestOtherEncodings: text that does not say its encoding is read in it.
func TestOtherEncodings(t *testing.T) {
	const south, east = "Željko Šešelj and Milan Petković were arrested near Čačak.", "Иван Петров и Мирослав Стоянов были задержаны."
	for name, c := range map[string]struct {
		encoding interface{ String(string) (string, error) }
		text     string
	}{
		"ISO 8859-2":   {charmap.ISO8859_2.NewEncoder(), south},
		"Windows-1250": {charmap.Windows1250.NewEncoder(), south},
		"UTF-32":       {utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewEncoder(), south},
		"KOI8-R":       {charmap.KOI8R.NewEncoder(), east},
		"ISO 8859-5":   {charmap.ISO8859_5.NewEncoder(), east},
		"Windows-1251": {charmap.Windows1251.NewEncoder(), east},
	} {
		source, err := c.encoding.String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := decoded([]byte(source)); err != nil || string(got) != c.text {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
