package document

import "testing"

// TestFootnoteMarks: numbers glued to words that count up from 1 are marks of footnotes, others are not; and so is a letter between two
// sentences.
func TestFootnoteMarks(t *testing.T) {
	ps := []Paragraph{{Text: "The Police1 arrested a man in Prizren.2 He lives at Gate3, near route66."}, {Kind: "TABLE_ROW", Text: "total4"}, {Text: "Again,4 and in 2004."}}
	unmark(ps)
	want := []string{"The Police arrested a man in Prizren. He lives at Gate, near route66.", "total4", "Again, and in 2004."}
	for i, p := range ps {
		if p.Text != want[i] {
			t.Errorf("%q, not %q", p.Text, want[i])
		}
	}
	excerpt := []Paragraph{{Text: "On route66, EULEX3 arrested a man in Peja4. Another lives at Gate7."}}
	if unmark(excerpt); excerpt[0].Text != "On route66, EULEX arrested a man in Peja. Another lives at Gate7." {
		t.Errorf("%q", excerpt[0].Text)
	}
	symbols := []Paragraph{{Text: "The proposal (S/2007/168/Add.1), rule No.2 and para.3 stand."}}
	if unmark(symbols); symbols[0].Text != "The proposal (S/2007/168/Add.1), rule No.2 and para.3 stand." {
		t.Errorf("%q", symbols[0].Text)
	}
	letters := []Paragraph{{Text: "They were accused of offences.a The defendants left, i.e. Those of Gate a."}}
	if unmark(letters); letters[0].Text != "They were accused of offences. The defendants left, i.e. Those of Gate a." {
		t.Errorf("%q", letters[0].Text)
	}
}

// TestTornNotes: the footnotes of a page that a text has run into a sentence stand apart, and the sentence goes on.
func TestTornNotes(t *testing.T) {
	const rule = "__________________"
	for _, c := range []struct{ text, kept, note string }{
		{"He got four years " + rule + " 1 The defence, i.e. two men, appealed. It failed. imprisonment in May.", "He got four years imprisonment in May.", "The defence, i.e. two men, appealed. It failed."},
		{"The case ended. " + rule + " b The court was moved.", "The case ended.", "The court was moved."},
		{rule + " b The court was moved.", "", "The court was moved."},
		{"Signed: " + rule + " for UNHCR, and __ 1 May.", "Signed: " + rule + " for UNHCR, and __ 1 May.", ""},
	} {
		p := &layout{doc: &Document{}, part: "BODY"}
		p.block(block{text: c.text})
		kept, note := "", ""
		for _, paragraph := range p.doc.Paragraphs {
			if paragraph.Kind == "FOOTNOTE" {
				note = paragraph.Text
			} else {
				kept = paragraph.Text
			}
		}
		if kept != c.kept || note != c.note {
			t.Errorf("%q:\n%q and %q, not\n%q and %q", c.text, kept, note, c.kept, c.note)
		}
	}
}
