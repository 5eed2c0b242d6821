package document

import "testing"

// TestFootnoteMarks: numbers glued to words that count up from 1 are marks of footnotes, others are not; and so is a letter between two sentences.
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
