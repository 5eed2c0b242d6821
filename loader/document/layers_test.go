package document

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTextLayers: the same reports as wrapped plain text and as the text layer of pages have the same paragraphs, but for hyphens at line
// ends.
func TestTextLayers(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	paths, _ := filepath.Glob(filepath.FromSlash("../../../shared/reports/unmik/*.md"))
	if len(paths) == 0 {
		t.Skipf("SKIPPED: there is no ../shared/reports/unmik, so no complete report was read")
	}
	wrong := 0
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Parse(filepath.Base(path), text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for form, lines := range map[string][]string{"wrapped": wrapped(readBlocks(text), 78), "layer": furnished(readBlocks(text))} {
			got, err := Parse(form+".txt", []byte(strings.Join(lines, "\n")), Options{})
			if err != nil {
				t.Errorf("%s, %s: %v", path, form, err)
				continue
			}
			if !maps.Equal(numberedParagraphs(want), numberedParagraphs(got)) {
				wrong++
				t.Logf("%s, %s: other paragraphs", path, form)
			}
		}
	}
	if wrong > 2 {
		t.Errorf("%d of %d texts have other paragraphs", wrong, 2*len(paths))
	}
}

// numberedParagraphs are the numbered paragraphs by part, number and occurrence, each with its beginning.
func numberedParagraphs(d *Document) map[string]string {
	paragraphs := map[string]string{}
	for _, p := range d.Paragraphs {
		if p.Kind == "PARAGRAPH" {
			paragraphs[fmt.Sprint(p.Part, p.Number, p.Occurrence)] = p.Text[:min(len(p.Text), 20)]
		}
	}
	return paragraphs
}
