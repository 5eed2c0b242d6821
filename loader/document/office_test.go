package document

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// zipped makes an archive of parts, given as name and text in turn.
func zipped(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
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

// told are blocks in short: what kind they are, their number, and their text.
func told(blocks []block) (lines []string) {
	kinds := map[blockKind]string{textBlock: "", headingBlock: "# ", itemBlock: "", rowBlock: "| ", footnoteBlock: "^", ruleBlock: "---"}
	for _, b := range blocks {
		line := kinds[b.kind]
		switch {
		case b.header:
			line += "header: "
		case b.kind == itemBlock:
			line += counted(b.number, "") + ". "
		case b.kind == footnoteBlock:
			line += counted(b.number, "") + " "
		case b.within:
			line += "  "
		case b.aside:
			line += "> "
		}
		lines = append(lines, line+strings.ReplaceAll(b.text, "\n", "/"))
	}
	return lines
}

// same is a text that every form of word processors tells.
var same = []string{
	"# I. Introduction", "1. First.", "2. Second, with a note.", "^1 The note.", "  (a) a part;", "  (b) a part.", "3. Third.", "> A box.",
	"| header: Country | Police Men | Police Women", "| Italy | 5 | 2", "| Italy | 3 | 1", "7. Seventh.",
}

func p(num, level, content string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr>` + content + `</w:p>`
}

func run(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }

func cell(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr><w:p>` + run(text) + `</w:p></w:tc>`
}

// TestWord: a Word document says what Word shows.
func TestWord(t *testing.T) {
	boxed := `<w:txbxContent><w:p>` + run("A box.") + `</w:p></w:txbxContent>`
	box := `<w:r><mc:AlternateContent><mc:Choice>` + boxed + `</mc:Choice><mc:Fallback>` + boxed + `</mc:Fallback></mc:AlternateContent></w:r>`
	source := zipped(t, "_rels/.rels", `<R><Relationship Type="x/officeDocument" Target="/text/main.xml"/></R>`,
		"text/_rels/main.xml.rels", `<R><Relationship Type="x/styles" Target="looks.xml"/><Relationship Type="x/numbering" Target="numbering.xml"/>`+
			`<Relationship Type="x/footnotes" Target="footnotes.xml"/></R>`,
		"text/looks.xml", `<s><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>`+
			`<w:style w:styleId="V"><w:name w:val="toc 1"/></w:style></s>`,
		"text/numbering.xml", `<n>
			<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
				<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>
			<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
			<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
			<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></n>`,
		"text/footnotes.xml", `<f><w:footnote w:id="-1" w:type="separator"><w:p>`+run("line")+`</w:p></w:footnote>`+
			`<w:footnote w:id="9"><w:p>`+run("The note.")+`</w:p></w:footnote></f>`,
		"text/main.xml", `<d><w:p><w:pPr><w:pStyle w:val="V"/></w:pPr>`+run("Introduction 3")+`</w:p>`+
			`<w:p><w:pPr><w:pStyle w:val="berschrift1"/><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>`+run("Introduction")+`</w:p>`+
			p("1", "0", run("First.")+`<w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>`+
				`<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>`)+
			p("1", "0", run("Second, ")+`<w:ins>`+run("with a note.")+`</w:ins><w:r><w:footnoteReference w:id="9"/></w:r>`)+
			p("1", "1", run("a part;"))+p("1", "1", run("a part."))+p("1", "0", run("Third.")+box)+
			`<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>`+cell("", "Country")+cell(`<w:gridSpan w:val="2"/>`, "Police")+`</w:tr>`+
			`<w:tr><w:trPr><w:tblHeader/></w:trPr>`+cell(`<w:vMerge/>`, "")+cell("", "Men")+cell("", "Women")+`</w:tr>`+
			`<w:tr>`+cell(`<w:vMerge w:val="restart"/>`, "Italy")+cell("", "5")+cell("", "2")+`</w:tr>`+
			`<w:tr>`+cell(`<w:vMerge/>`, "")+cell("", "3")+cell("", "1")+`</w:tr></w:tbl>`+
			p("3", "0", run("Seventh."))+`</d>`)
	c, err := officeContent(source)
	if diff := cmp.Diff(same, told(c.blocks)); diff != "" || err != nil {
		t.Errorf("%v, - want, + got:\n%s", err, diff)
	}
}

// TestOpenDocument: an OpenDocument text says what LibreOffice shows, as one file or as an archive.
func TestOpenDocument(t *testing.T) {
	item := func(attributes, content string) string {
		return `<text:list-item` + attributes + `>` + content + `</text:list-item>`
	}
	styles := `<style:style style:name="Struck"><style:text-properties style:text-line-through-style="solid"/></style:style>
		<style:style style:name="Unseen"><style:text-properties text:display="none"/></style:style>
		<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
			<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>
		<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>`
	cell := func(attributes, text string) string {
		return `<table:table-cell` + attributes + `><text:p>` + text + `</text:p></table:table-cell>`
	}
	twoRows, twoColumns := ` table:number-rows-spanned="2"`, ` table:number-columns-spanned="2"`
	text := `<office:body><office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
		<text:table-of-content><text:p>Introduction 3</text:p></text:table-of-content>
		<text:section text:display="none"><text:p>unseen</text:p></text:section><text:h text:outline-level="1">Introduction</text:h>
		<text:list text:style-name="L">` +
		item("", `<text:p>First.<text:span text:style-name="Unseen">unseen</text:span><text:span text:style-name="Struck">gone</text:span></text:p>`) +
		item("", `<text:p>Second,<text:s/>with a note.<text:note><text:note-citation>1</text:note-citation><text:note-body>`+
			`<text:p>The note.</text:p></text:note-body></text:note></text:p>
			<text:list>`+item("", "<text:p>a part;</text:p>")+item("", "<text:p>a part.</text:p>")+`</text:list>`) + `</text:list>
		<text:list text:style-name="L" text:continue-numbering="true">` +
		item("", `<text:p>Third.<draw:frame><draw:text-box><text:p>A box.</text:p></draw:text-box></draw:frame></text:p>`) + `</text:list>
		<table:table><table:table-header-rows><table:table-row>` + cell(twoRows, "Country") + cell(twoColumns, "Police") + `</table:table-row>
		<table:table-row><table:covered-table-cell/>` + cell("", "Men") + cell("", "Women") + `</table:table-row></table:table-header-rows>
		<table:table-row>` + cell(twoRows, "Italy") + cell("", "5") + cell("", "2") + `</table:table-row>
		<table:table-row><table:covered-table-cell/>` + cell("", "3") + cell("", "1") + `</table:table-row></table:table>
		<text:list text:style-name="L">` + item(` text:start-value="7"`, "<text:p>Seventh.</text:p>") + `</text:list></office:text></office:body>`
	archived, err := officeContent(zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "styles.xml", "<s>"+styles+"</s>", "content.xml", "<d>"+text+"</d>"))
	if diff := cmp.Diff(same, told(archived.blocks)); diff != "" || err != nil {
		t.Errorf("archive: %v, - want, + got:\n%s", err, diff)
	}
	flat, err := contentOf("report.fodt", []byte(`<?xml version="1.0"?><office:document>`+styles+text+`</office:document>`), Options{})
	if diff := cmp.Diff(same, told(flat.blocks)); diff != "" || err != nil {
		t.Errorf("flat: %v, - want, + got:\n%s", err, diff)
	}
}

// TestRTF: Rich Text says what word processors show, in its code pages.
func TestRTF(t *testing.T) {
	label := func(s string) string { return `\pard\plain{\listtext\pard ` + s + `\tab}` }
	text := `{\rtf1\ansi\ansicpg1250\uc1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}}
{\info{\title unseen}}{\header running head\par}
\pard\plain\s1 I. Introduction\par ` + label("1.") + `First.{\v unseen}{\deleted gone}{\strike gone}\par ` +
		label("2.") + `Second, with a note.{\super\chftn}{\footnote\pard\plain\chftn  The note.}\par
` + label("(a)") + `\ilvl1 a part;\par ` + label("(b)") + `\ilvl1 a part.\par ` + label("3.") + `Third.{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt \pard\plain A box.\par}}}\par
\trowd\trhdr\cellx1\cellx2\clmrg\cellx3\pard\intbl Country\cell Police\cell\cell\row\trowd\trhdr\clvmrg\cellx1\cellx2\cellx3\pard\intbl\cell Men\cell Women\cell\row
\trowd\clvmgf\cellx1\cellx2\cellx3\pard\intbl Italy\cell 5\cell 2\cell\row\trowd\clvmrg\cellx1\cellx2\cellx3\pard\intbl\cell 3\cell 1\cell\row
` + label("7.") + `Seventh.\par \pard Petkovi\'e6, \u262?or\u273?e {\f1\'cf\'e5\'f7} \ldblquote x\rdblquote  \{y\}\par}`
	c, err := rtfContent([]byte(text))
	if diff := cmp.Diff(append(same[:len(same):len(same)], "Petković, Ćorđe Печ “x” {y}"), told(c.blocks)); diff != "" || err != nil {
		t.Errorf("%v, - want, + got:\n%s", err, diff)
	}
}

// TestPage: a page of HTML says what browsers show.
func TestPage(t *testing.T) {
	page := `<style>.gone { display: none } .gone { list-style: none } @media print { .seen { display: none } }</style>
		<nav>Home</nav><header>Site</header><form><h1>I. Introduction</h1>
		<ol><li>First.<del>gone</del><span hidden>unseen</span><i class="gone">unseen</i></li>
		<li><p class="seen">Second, with a note.<sup><a href="#n1" id="r1">1</a></sup></p><ol type="a"><li>a part;</li><li>a part.</li></ol></li>
		<li>Third.</li></ol>
		<table><thead><tr><th rowspan="2">Country</th><th colspan="2">Police</th></tr><tr><th>Men</th><th>Women</th></tr></thead>
		<tr><td rowspan="2">Italy</td><td>5</td><td>2</td></tr><tr><td>3</td><td>1</td></tr></table>
		<div>7. Seventh.<br>8. Eighth.<br><br>Ninth.</div><div class="footnotes"><p id="n1"><a href="#r1">1</a> The note.</p></div></form><footer>Site</footer>`
	got, err := htmlBlocks([]byte(page))
	want := []string{
		"# I. Introduction", "1. First.", "2. Second, with a note.", "  (a) a part;", "  (b) a part.", "3. Third.",
		"| header: Country | Police Men | Police Women", "| Italy | 5 | 2", "| Italy | 3 | 1",
		"7. Seventh.", "8. Eighth.", "Ninth.", "^1 The note.",
	}
	if diff := cmp.Diff(want, told(got)); diff != "" || err != nil {
		t.Errorf("%v, - want, + got:\n%s", err, diff)
	}
}

// TestTableTitle: a row above the heads that goes over all columns is what the table is called, and rows that groups have in common hide no
// heads.
func TestTableTitle(t *testing.T) {
	page := `<table><tr><td colspan="2">Table 1. Troops of KFOR</td></tr><tr><td>Nation</td><td>Troops</td></tr><tr><td colspan="2">NATO nations</td></tr>
		<tr><td>Greece</td><td>711</td></tr><tr><td>Total</td><td>711</td></tr></table>`
	got, err := htmlBlocks([]byte(page))
	want := []string{"Table 1. Troops of KFOR", "| header: Nation | Troops", "| NATO nations | ", "| Greece | 711", "| Total | 711"}
	if diff := cmp.Diff(want, told(got)); diff != "" || err != nil {
		t.Errorf("%v, - want, + got:\n%s", err, diff)
	}
}

// TestMarkdownForms: Markdown says what it shows, with HTML in it.
func TestMarkdownForms(t *testing.T) {
	text := "1. First.~~gone~~<br>More.\n2. Second:\n\n    1. a part;\n    2. a part.\n\n<div>\n3. Third.\n</div>\n\n<!-- unseen -->\n\n" +
		"+---+---+\n| A | B |\n+===+===+\n| x | 5 |\n+---+---+\n"
	want := []string{"1. First./More.", "2. Second:", "  1. a part;", "  2. a part.", "3. Third.", "| header: A | B", "| x | 5"}
	if diff := cmp.Diff(want, told(readBlocks([]byte(text)))); diff != "" {
		t.Errorf("- want, + got:\n%s", diff)
	}
}

// TestPreformatted: lines that a page shows as they are tell what browsers show, and those of a footnote are in it.
func TestPreformatted(t *testing.T) {
	page := `<style>.gone { display: none }</style><pre>1. First.<del>gone</del><a href="#n1"><sup>1</sup></a><script>unseen</script>
2. Second<i class="gone">unseen</i>, which
goes on.<s>
3. gone</s></pre><p>Third.<a href="#n2"><sup>2</sup></a></p><pre>3. A <a name="n3">place</a><a href="#n3"><sup>3</sup></a>.
4. Another.</pre><div id="n1"><pre>The first
note.</pre></div><div id="n2">The second note.</div>`
	got, err := htmlBlocks([]byte(page))
	want := []string{"1. First.", "2. Second, which goes on.", "Third.", "3. A place.", "4. Another.", "^1 The first/note.", "^2 The second note."}
	if diff := cmp.Diff(want, told(got)); diff != "" || err != nil {
		t.Errorf("%v, - want, + got:\n%s", err, diff)
	}
}

// TestUnseen: text is left out where a property that is on hides it or strikes it out; one that is off undoes that of the style, and no
// other property's.
func TestUnseen(t *testing.T) {
	said := func(properties string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t>` + strings.NewReplacer("<w:", "", "/>", ";", `"`, "").Replace(properties) + `</w:t></w:r>`
	}
	style := func(id, base, properties string) string {
		return `<w:style w:styleId="` + id + `"><w:basedOn w:val="` + base + `"/><w:rPr>` + properties + `</w:rPr></w:style>`
	}
	word := zipped(t, "word/styles.xml", `<s>`+style("Struck", "", `<w:strike/><w:dstrike w:val="false"/>`)+style("Undone", "Struck", `<w:strike w:val="0"/>`)+`</s>`,
		"word/document.xml", `<d><w:p>`+said(`<w:strike/><w:dstrike w:val="false"/>`)+said(`<w:strike/><w:vanish w:val="0"/>`)+said(`<w:rStyle w:val="Struck"/>`)+
			said(`<w:rStyle w:val="Undone"/>`)+said(`<w:rStyle w:val="Struck"/><w:strike w:val="0"/>`)+`</w:p></d>`)
	odt := `<office:document><style:style style:name="Struck"><style:text-properties style:text-line-through-style="solid"/></style:style>
		<style:style style:name="Undone" style:parent-style-name="Struck"><style:text-properties style:text-line-through-style="none"/></style:style>
		<style:style style:name="Shown" style:parent-style-name="Struck"><style:text-properties text:display="true"/></style:style>
		<office:body><text:p>a<text:span text:style-name="Struck">b<text:span text:style-name="Undone">c</text:span></text:span>` +
		`<text:span text:style-name="Undone">d</text:span><text:span text:style-name="Shown">e</text:span></text:p></office:body></office:document>`
	for name, c := range map[string]struct {
		source []byte
		want   string
	}{
		"report.docx": {word, "rStyle w:val=Undone;rStyle w:val=Struck;strike w:val=0;"},
		"report.fodt": {[]byte(`<?xml version="1.0"?>` + odt), "acd"},
		"report.rtf":  {[]byte(`{\rtf1\pard a{\strike\striked0 b}{\strike c\strike0 d}{\v\strike0 e}\par}`), "ad"},
	} {
		got, err := contentOf(name, c.source, Options{})
		if diff := cmp.Diff([]string{c.want}, told(got.blocks)); diff != "" || err != nil {
			t.Errorf("%s: %v, - want, + got:\n%s", name, err, diff)
		}
	}
}

// TestChunks: other files that a Word document shows in its text are read, or told of.
func TestChunks(t *testing.T) {
	chunk := `<w:altChunk r:id="page"/>`
	source := zipped(t, "word/_rels/document.xml.rels", `<R><Relationship Id="page" Type="x/aFChunk" Target="page.html"/>`+
		`<Relationship Id="far" Type="x/aFChunk" Target="http://x/a.html" TargetMode="External"/></R>`,
		"word/page.html", "<html><p>A page.</p></html>", "word/document.xml", `<d><w:altChunk r:id="far"/>`+strings.Repeat(chunk, maxChunks+1)+`</d>`)
	c, err := officeContent(source)
	doubts := strings.Join(c.doubts, "\n")
	if err != nil || len(c.blocks) != maxChunks-1 || !strings.Contains(doubts, `("far") that it does not hold`) || !strings.Contains(doubts, "the last 2 were not read") {
		t.Errorf("%d pages were read, with the error %v and the doubts:\n%s", len(c.blocks), err, doubts)
	}
}

// TestRaisedNoteMarks: raised letters behind a word are the mark of a note, in whatever program they were raised; other raised letters are
// text.
func TestRaisedNoteMarks(t *testing.T) {
	raised := func(text string) string {
		return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	word := zipped(t, "word/document.xml", `<d><w:p>`+run("Jordan")+raised("a")+run(" sent its 4")+raised("th")+run(" team.")+raised("12")+`</w:p></d>`)
	const span = `<text:span text:style-name="Up">`
	open := zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
		`<d><style:style style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style><office:body><office:text><text:p>Jordan`+
			span+`a</text:span> sent its 4`+span+`th</text:span> team.`+span+`12</text:span></text:p></office:text></office:body></d>`)
	for name, source := range map[string][]byte{"Word": word, "OpenDocument": open} {
		c, err := officeContent(source)
		if diff := cmp.Diff([]string{"Jordan sent its 4th team."}, told(c.blocks)); diff != "" || err != nil {
			t.Errorf("%s: %v, - want, + got:\n%s", name, err, diff)
		}
	}
}
