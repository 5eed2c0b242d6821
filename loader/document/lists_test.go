package document

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTypedLabels: a number that a list shows is taken off the text where it is typed as well, and nowhere else.
func TestTypedLabels(t *testing.T) {
	for _, c := range []struct{ text, label, want string }{
		{"3. The Mission", "3.", "The Mission"},
		{"3.\u00a0The Mission", "3.", "The Mission"},
		{"3.The Mission", "3.", "The Mission"},
		{"(a)the police", "(a)", "the police"},
		{"3.", "3.", ""},
		{"3.5 per cent of staff", "3.", "3.5 per cent of staff"},
		{"1.1.2021 was the first day", "1.1.", "1.1.2021 was the first day"},
		{"i.e. the police", "i.", "i.e. the police"},
		{"i. the police", "i.", "the police"},
	} {
		if got := withoutLabel(c.text, c.label); got != c.want {
			t.Errorf("%q without %q is %q, and should be %q", c.text, c.label, got, c.want)
		}
	}
	b := block{text: "3.5 per cent of staff"}
	if b.label("3.", false); b.text != "3.5 per cent of staff" || b.number != 3 {
		t.Errorf("the paragraph is %+v", b)
	}
}

// TestOwnRestart: a level that goes on after one above does so where only the num says it, too.
func TestOwnRestart(t *testing.T) {
	source := zipped(t, "word/numbering.xml", `<n><w:abstractNum w:abstractNumId="1"/><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>
		<w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/><w:lvlRestart w:val="0"/></w:lvl></w:lvlOverride></w:num></n>`,
		"word/document.xml", `<d>`+p("2", "0", run("One."))+p("2", "1", run("a;"))+p("2", "0", run("Two."))+p("2", "1", run("b."))+`</d>`)
	c, err := officeContent(source)
	if diff := cmp.Diff([]string{"1. One.", "  (a) a;", "2. Two.", "  (b) b."}, told(c.blocks)); diff != "" || err != nil {
		t.Errorf("%v, - want, + got:\n%s", err, diff)
	}
}
