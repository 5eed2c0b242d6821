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

// TestRightColumnFirst: a page whose text layer has the right column first is read as it is shown; one that has the left first is left as
// it is.
func TestRightColumnFirst(t *testing.T) {
	shown := []string{
		"S/2011/64",
		"Report of the Secretary-General on the Mission in the whole of the land",
		"1. The police arrested Arben          3. The court of Prizren",
		"Lleshi on 4 November in the           convicted Visar Gjoka on 6",
		"town of Prizren at night.             November of one robbery.",
		"                                      4. He is in prison now.",
		"2. Calm prevailed in the",
		"town of Klina.",
	}
	left := []string{"1. The police arrested Arben", "Lleshi on 4 November in the", "town of Prizren at night.", "2. Calm prevailed in the", "town of Klina."}
	right := []string{"3. The court of Prizren", "convicted Visar Gjoka on 6", "November of one robbery.", "4. He is in prison now."}
	head := shown[:2]
	placed := pdfLinesOf(printed(shown...))
	if is, want := inOrder(slices.Concat(right, left, head), placed), slices.Concat(head, left, right); !slices.Equal(is, want) {
		t.Errorf("read as %q\nnot as  %q", is, want)
	}
	for _, layer := range [][]string{slices.Concat(left, right, head), slices.Concat(head, left, right), shown} {
		if is := inOrder(layer, placed); !slices.Equal(is, layer) {
			t.Errorf("read as %q\nnot as  %q", is, layer)
		}
	}
}
