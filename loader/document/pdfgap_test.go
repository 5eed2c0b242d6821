package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestGaps: the space above a paragraph ends the one before, so that a heading of two lines is one, and an unnumbered paragraph that no
// full stop ends is no part of the next.
func TestGaps(t *testing.T) {
	var placed [][]pdfWord
	foot := 800.0
	line := func(text string, apart float64) {
		foot -= apart
		placed = append(placed, []pdfWord{{text: text, left: 60, right: 400, bottom: foot, top: foot + 9}})
	}
	var lines []string
	for _, l := range []struct {
		text  string
		apart float64
	}{{"1. The Mission went on with its work in all of the", 0}, {"municipalities.", 12}, {"IV. TRANSFER OF AUTHORITY IN THE SUBURBS OF", 24}, {"SARAJEVO", 12},
		{"2. In the suburbs the police were withdrawn, and", 24}, {"the courts began their work.", 12}, {"3. Three, which", 18}, {"ends.", 12}, {"4. Four, which", 18}, {"ends.", 12},
		{"5. Five, which", 18}, {"ends.", 12}, {"6. Six, which", 18}, {"ends.", 12}} {
		line(l.text, l.apart)
		lines = append(lines, l.text)
	}
	spaced := withGaps(slices.Clone(lines), placed, pitchOf([]pdfPage{{placed: placed}}))
	if is := strings.Join(spaced, "|"); strings.Count(is, "||") != 6 || !strings.Contains(is, "SUBURBS OF|SARAJEVO||2. ") {
		t.Errorf("%s", is)
	}
	blocks := plainBlocks(spaced)
	if len(blocks) != 7 || blocks[1].text != "IV. TRANSFER OF AUTHORITY IN THE SUBURBS OF SARAJEVO" {
		t.Errorf("%+v", blocks)
	}
	if few := []pdfPage{{placed: placed[:4]}}; pitchOf(few) != 0 {
		t.Error("four lines tell how far lines are apart")
	}
}

// TestRunningLinesOfTheFirstPage: what stands at the edge of each page is no part of the masthead, but for the symbol, and a title that
// stands nowhere else.
func TestRunningLinesOfTheFirstPage(t *testing.T) {
	for head, want := range map[string]string{
		"11/26/26, 11:48 AM a_text": "",
		"S/2021/901 A report":       "S/2021/901",
		"Report of the Mission":     "Report of the Mission",
	} {
		var lines []string
		for page := range 3 {
			lines = append(lines, head, "Distr.: General", fmt.Sprintf("%d. A paragraph of page %d.", page+1, page), "of another text", fmt.Sprintf("file:///report.html %d/3", page+1), "\f")
			lines[len(lines)-5] = strings.Repeat("word ", page) + "Distr.: General"
		}
		kept := withoutFurniture(lines)
		if is := kept[0]; want != "" && is != want || want == "" && is != "Distr.: General" {
			t.Errorf("%s: the first line is %q", head, is)
		}
		if text := strings.Join(kept, "|"); strings.Contains(text, "file:") || strings.Count(text, head) > 1 {
			t.Errorf("%s: keeps %s", head, text)
		}
	}
}

// TestHyphensOfCompounds: where lines end in hyphens only in words that have one, none is taken out; one that is shared stands apart from
// what follows.
func TestHyphensOfCompounds(t *testing.T) {
	lines := []string{"1. It began."}
	for _, w := range strings.Fields("long,term short,lived rule,based well,known half,done ethnic,mixed socio,economic trust,building") {
		head, tail, _ := strings.Cut(w, ",")
		lines = append(lines, "The Mission made a "+head+"-", tail+" effort in the towns.")
	}
	lines = append(lines, "It had medium-", "and long-term plans.")
	text := ""
	for _, b := range plainBlocks(lines) {
		text += b.text + " "
	}
	for _, want := range []string{"socio-economic", "trust-building", "medium- and long-term"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	broken := strings.Join(append(lines, "The evic-", "tion, the depar-", "ture, evictions: an eviction, a departure."), "\n")
	text = ""
	for _, b := range plainBlocks(strings.Split(broken, "\n")) {
		text += b.text + " "
	}
	if !strings.Contains(text, "The eviction, the departure") {
		t.Errorf("words that are broken: %s", text)
	}
}

// TestPlainLetters: ligatures are their letters, an accent that stands alone is no blank.
func TestPlainLetters(t *testing.T) {
	if is := plainLetters("oﬃce of Plavšic´, 5²\u00a0km"); is != "office of Plavšic´, 52 km" {
		t.Errorf("%q", is)
	}
}

// TestLongHeadings: a heading with a number or in capitals may be long; items of a list and totals are none.
func TestLongHeadings(t *testing.T) {
	for text, want := range map[string]bool{
		"III. MAINTENANCE OF THE CEASE-FIRE AND ACTIVITIES OF THE UNITED NATIONS MISSION OF OBSERVERS IN THE NORTHERN PART":      true,
		"The Mission and the authorities of the northern part of the country met at length, and spoke of the police and of more": false,
		"• A council was established on 19 April 2013":                                                                           false,
		"Total, lines 1-19 316 066.2": false,
		"Police development":          true,
	} {
		if is := looksLikeHeading(block{text: text}); is != want {
			t.Errorf("%s: %t", text, is)
		}
	}
}
