package document

import (
	"slices"
	"strings"
	"testing"
)

// TestColumns: prose that a page prints in two columns is read one column after the other; cells of a table are not.
func TestColumns(t *testing.T) {
	for _, c := range []struct{ page, want []string }{
		{[]string{
			"2. The police arrested Arben          3. The court of Prizren",
			"Lleshi on 4 November in the           convicted Visar Gjoka on 6",
			"town of Prizren at night.             November of one robbery.",
		}, []string{"2. The police arrested Arben", "Lleshi on 4 November in the", "town of Prizren at night.", "3. The court of Prizren", "convicted Visar Gjoka on 6", "November of one robbery."}},
		{[]string{
			"   2. The police arrested               4. The court of Prizren",
			"Arben Lleshi on 4 November in        convicted Visar Gjoka on 6",
			"the town of Prizren at night,",
			"                                        5. The Mission opened one",
			"   3. He was seen in the town        office in the town.",
			"by the police of Prizren",
			"",
			"6. In the full width of the page the police of the town went on with all of its work.",
		}, []string{"2. The police arrested", "Arben Lleshi on 4 November in", "the town of Prizren at night,", "3. He was seen in the town", "by the police of Prizren",
			"4. The court of Prizren", "convicted Visar Gjoka on 6", "5. The Mission opened one", "office in the town.",
			"6. In the full width of the page the police of the town went on with all of its work."}},
		{[]string{
			"Item              Number",
			"Rifles found      12",
			"Hand grenades     400",
		}, []string{"Item Number", "Rifles found 12", "Hand grenades 400"}},
	} {
		lines := slices.Clone(c.page)
		for i, l := range lines {
			lines[i] = strings.Join(strings.Fields(l), " ")
		}
		is := slices.DeleteFunc(strings.Split(strings.Join(withColumns(lines, pdfLinesOf(printed(c.page...))), "\n"), "\n"), func(l string) bool { return l == "" })
		if !slices.Equal(is, c.want) {
			t.Errorf("read as %q\nnot as  %q", is, c.want)
		}
	}
}

// TestStrays: words that a page draws apart from their line stand in it; cells and columns stay apart.
func TestStrays(t *testing.T) {
	page := []string{
		"2. The police arrested Arben Lleshi and Visar Gjoka today.",
		"3. The court of Prizren is closed.",
		"Visar Gjoka       Minister",
	}
	for _, c := range []struct{ layer, want []string }{
		{[]string{"2. The police arrested and today.", page[1], "Visar Gjoka", "Minister", "Arben Lleshi Visar Gjoka"},
			[]string{page[0], page[1], "Visar Gjoka", "Minister"}},
		{[]string{page[0], "The court of Prizren is closed.", "3.", "Visar Gjoka Minister"}, []string{page[0], page[1], "Visar Gjoka Minister"}},
	} {
		is := slices.DeleteFunc(withStrays(c.layer, pdfLinesOf(printed(page...))), func(l string) bool { return l == "" })
		if !slices.Equal(is, c.want) {
			t.Errorf("read as %q\nnot as  %q", is, c.want)
		}
	}
}

// TestPageFurniture: heads that count the pages, page numbers from any number on and footnotes stand in no paragraph, and cut none.
func TestPageFurniture(t *testing.T) {
	page := func(n, text string) string {
		return "Operations of the Force, page " + n + " of 21\n" + text + "\n" + n + "\n\f"
	}
	text := page("18", "1. The first paragraph is here. It ends.\n2. Police arrested Arben") +
		page("19", "Lura on 4 November,1 and let\n__________\n1 See the report of\nthe Force.\n2 Ibid.") +
		page("20", "him go in the evening.\n3. KFOR had 500 troops.")
	want := []string{
		"1 The first paragraph is here. It ends.", "2 Police arrested Arben Lura on 4 November,1 and let him go in the evening.",
		"1 See the report of the Force.", "2 Ibid.", "3 KFOR had 500 troops.",
	}
	var got []string
	for _, b := range plainBlocks(strings.Split(text, "\n")) {
		if b.number > 0 {
			got = append(got, strings.TrimSpace(string(rune('0'+b.number))+" "+b.text))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("read as %q\nnot as  %q", got, want)
	}
}

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
	stamps := []Paragraph{{Text: "The transfer of 060296 English authority took place. 101296 English"}, {Text: "The code is 990296 English words long."}}
	if unmark(stamps); stamps[0].Text != "The transfer of authority took place." || stamps[1].Text != "The code is 990296 English words long." {
		t.Errorf("stamps: %q and %q", stamps[0].Text, stamps[1].Text)
	}
	heads := []Paragraph{{Text: "The Steering English Board met in English and drafted English the plan."}, {Text: "The United Nations English Transitional Authority was asked to English help with law English and order."}}
	if unmark(heads); heads[0].Text != "The Steering Board met in English and drafted the plan." || heads[1].Text != "The United Nations Transitional Authority was asked to help with law and order." {
		t.Errorf("heads: %q and %q", heads[0].Text, heads[1].Text)
	}
	one := []Paragraph{{Text: "They gave evening English training to the Steering English Board."}}
	if unmark(one); one[0].Text != "They gave evening English training to the Steering English Board." {
		t.Errorf("a few: %q", one[0].Text)
	}
}
