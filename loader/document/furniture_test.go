package document

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNoFurniture looks into the paragraphs and headings of real PDFs for what stands on each of their pages: the report's own symbol, its
// job number, page marks and numbers.
func TestNoFurniture(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	paths, _ := filepath.Glob(filepath.FromSlash("../../../shared/reports/other/*.pdf"))
	if len(paths) == 0 {
		t.Skip("SKIPPED: there is no ../shared/reports/other, so no PDF was read")
	}
	pageMark := regexp.MustCompile(`\b\d{2}-\d{5}\b|\*\d{7}\*|/\.\.\.|\bPage \d+\b|(?m)^\d{1,3}$`)
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Parse(filepath.Base(path), source, Options{})
			if err != nil {
				t.Fatal(err)
			}
			own := regexp.MustCompile(regexp.QuoteMeta(d.Symbol) + `(?:$|[^/\d])`)
			for _, p := range d.Paragraphs {
				for _, text := range []string{p.Text, p.Heading} {
					if m := pageMark.FindString(text); m != "" {
						t.Errorf("%s %d holds %q: %.200s", p.Part, p.Number, m, text)
					}
					if own.MatchString(text) {
						t.Errorf("%s %d holds the report's symbol: %.200s", p.Part, p.Number, text)
					}
				}
			}
		})
	}
}

// TestWithoutFurniture reads printed pages: what furniture cut is joined, and numbers that are text stay.
func TestWithoutFurniture(t *testing.T) {
	blanks := regexp.MustCompile(`\|{3,}`)
	head := "United Nations   S/2004/1102\n\n1. One.\n\n2. Two "
	for _, c := range []struct{ name, text, want string }{
		{"job number", "after\n04-12345 3\neviction.", "after|eviction."},
		{"symbol, language, page", "in\n\n  /...\nS/2004/1102\nEnglish\nPage 3\n\nthe centre.", "in|the centre."},
		{"symbol and job number", "on 14\nS/2004/1102\n\n6 16-12351\n\nAugust.", "on 14|August."},
		{"page number", "in all\n\n4\n\nmunicipalities.", "in all|municipalities."},
		{"page number between dashes", "in all\n\n– 4 –\n\nmunicipalities.", "in all|municipalities."},
		{"a symbol that is cited", "see\nS/2004/77\n\n3. Three.", "see|S/2004/77||3. Three."},
		{"a number of the text", "of\n12 passengers.", "of|12 passengers."},
		{"map", "ended.\n\nMap No. 4133 Rev. 61\nCartographic Section\nKlina   Istog\n0 10 20 km\n3. Three.", "ended.||3. Three."},
		{"contents", "ended.\n\nContents\nI. Introduction ........ 1 2\nII. Order ........ 2-3 2\n\nII. Order", "ended.||II. Order"},
	} {
		t.Run(c.name, func(t *testing.T) {
			kept := withoutFurniture(strings.Split(head+c.text, "\n"))
			kept = kept[slices.IndexFunc(kept, func(l string) bool { return strings.HasPrefix(l, "2. Two ") }):]
			if is := strings.TrimPrefix(blanks.ReplaceAllString(strings.Join(kept, "|"), "||"), "2. Two "); is != c.want {
				t.Errorf("keeps %q, should keep %q", is, c.want)
			}
		})
	}
}

// TestPagesCountedAtTheirHeads takes out a head that two pages have, each in its own order; another document that is cited with a page of
// it stays.
func TestPagesCountedAtTheirHeads(t *testing.T) {
	pages := []string{
		"United Nations   S/2018/890\n\n1. One.\n\n2. Two of the",
		"KFOR operations  S/2018/890, 2/3\n\npeople, told in\nS/2018/77, 2/3\n\n3. Three of",
		"S/2018/890, 3 of 3  KFOR operations\n\nthem.\nS/2018/890, 2/3",
	}
	kept := strings.Join(withoutFurniture(strings.Split(strings.Join(pages, "\n\f\n"), "\n")), "|")
	if want := "2. Two of the|people, told in|S/2018/77, 2/3||3. Three of|them.|S/2018/890, 2/3"; !strings.HasSuffix(kept, want) {
		t.Errorf("keeps %q, should end %q", kept, want)
	}
}
