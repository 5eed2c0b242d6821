package document

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRunOnHeadings: a heading that a copy without line ends has run on to the paragraph before is that of the next one, and a sentence
// that was cut short is none.
func TestRunOnHeadings(t *testing.T) {
	const head = "S/1996/52\n\nReport of the Secretary-General on the Mission\n\n1. The present report covers the Mission.\n\n"
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a heading":                {"2. Roads were built. Rivers and lakes\n\n3. Rivers rose.", []string{"|Roads were built.", "Rivers and lakes|Rivers rose."}},
		"one with a letter":        {"2. Roads were built (see S/1996/1). B. Rivers\n\n3. Rivers rose.", []string{"|Roads were built (see S/1996/1).", "B. Rivers|Rivers rose."}},
		"a body's name":            {"2. “Roads were built.” Agency for Lakes\n\n3. It met.", []string{"|“Roads were built.”", "Agency for Lakes|It met."}},
		"one with a colon":         {"2. Roads were built. The rivers: urgent needs\n\n3. Rivers rose.", []string{"|Roads were built.", "The rivers: urgent needs|Rivers rose."}},
		"the organization's name":  {"2. Roads were built. Lake Fund of the United Nations\n\n3. It met.", []string{"|Roads were built.", "Lake Fund of the United Nations|It met."}},
		"two headings in one":      {"2. Roads were built.\n\n## II. WORK OF THE MISSION SINCE 1995 Rivers\n\n3. Rivers rose.", []string{"|Roads were built.", "Rivers|Rivers rose."}},
		"one in capitals":          {"2. Roads were built.\n\n## II. WORK OF THE MISSION SINCE 1995\n\n3. Rivers rose.", []string{"|Roads were built.", "II. WORK OF THE MISSION SINCE 1995|Rivers rose."}},
		"no next number":           {"2. Roads were built. Rivers and lakes\n\n5. Rivers rose.", []string{"|Roads were built. Rivers and lakes", "|Rivers rose."}},
		"a sentence cut short":     {"2. Roads were built. Rivers were\n\n3. Lakes rose.", []string{"|Roads were built. Rivers were", "|Lakes rose."}},
		"the beginning of another": {"2. Roads were built. In the north\n\n3. Lakes rose.", []string{"|Roads were built. In the north", "|Lakes rose."}},
		"an abbreviation":          {"2. Roads were built by Messrs. Lake and Company\n\n3. Lakes rose.", []string{"|Roads were built by Messrs. Lake and Company", "|Lakes rose."}},
		"an end without a stop":    {"2. Roads were built near Klina\n\n3. Lakes rose.", []string{"|Roads were built near Klina", "|Lakes rose."}},
	} {
		doc, err := Parse("report.md", []byte(head+c.text+"\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range doc.Paragraphs[1:] {
			got = append(got, p.Heading+"|"+p.Text)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: - want, + got:\n%s", name, diff)
		}
	}
}

// TestStopsApart: a blank before the stop of a paragraph's number is none of the text.
func TestStopsApart(t *testing.T) {
	const head = "S/1996/52\n\nReport of the Secretary-General on the Mission\n\n1. The present report covers the Mission.\n\n"
	for _, name := range []string{"report.txt", "report.md"} {
		got := paragraphsOf(t, name, head+"2 . Roads were built.\n\n3 . Rivers rose in\n1995 . They fell.\n")[1:]
		if diff := cmp.Diff([]string{"P2 Roads were built.", "P3 Rivers rose in 1995 . They fell."}, got); diff != "" {
			t.Errorf("%s: - want, + got:\n%s", name, diff)
		}
	}
}
