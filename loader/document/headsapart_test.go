package document

import (
	"strings"
	"testing"
)

// TestHeadsApart reads texts that have lost the ends of their pages, but not the running heads: no paragraph holds one, and what cites a
// document or is a heading stays.
func TestHeadsApart(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"behind a number", "3. The mill burned for\n\n2\n\nReport on UNMIK            S/2011/64\n\ntwo days.", "The mill burned for two days."},
		{"the symbol first", "3. The mill burned in\n\nS/2011/64            Report on UNMIK\n\nKlina.", "The mill burned in Klina."},
		{"no gap", "3. The mill burned in\nUNMIK S/2011/64\nKlina.", "The mill burned in Klina."},
		{"between paragraphs", "3. The mill burned.\n\nReport on UNMIK            S/2011/64\n\n4. Rain fell.", "The mill burned.|Rain fell."},
		{"twice beside numbers", "3. The mill burned for\n\n2\n\nThe Mission in May\n\ntwo days.\n\n4. Rain fell for\n\n3\n\nThe Mission in May\n\nan hour.", "The mill burned for two days.|Rain fell for an hour."},
		{"the title once", "3. The mill burned for\n\n2\n\nReport of the Secretary-General on the Mission\n\ntwo days.", "The mill burned for two days."},
		{"another document", "3. The mill burned, as is told in\n\nReport on UNMIK S/2011/12\n\nof June.", "The mill burned, as is told in Report on UNMIK S/2011/12 of June."},
	} {
		for _, form := range []string{"report.txt", "report.md", "report.html"} {
			head := "S/2011/64\n\nReport of the Secretary-General on the Mission\n\n1. Calm prevailed.\n\n2. Calm came back.\n\n"
			source := head + c.text
			if form == "report.html" {
				source = "<html><body><p>" + strings.ReplaceAll(source, "\n\n", "</p><p>") + "</p></body></html>"
			}
			doc, err := Parse(form, []byte(source), Options{})
			if err != nil {
				t.Fatal(c.name, form, err)
			}
			var is []string
			for _, p := range doc.Paragraphs[2:] {
				is = append(is, strings.ReplaceAll(p.Text, "\n", " "))
			}
			if c.name == "no gap" && form != "report.txt" || c.name == "twice beside numbers" && form != "report.txt" { // lines are no more than blanks there
				continue
			}
			if got := strings.Join(is, "|"); got != c.want {
				t.Errorf("%s in %s: %q, should be %q", c.name, form, got, c.want)
			}
		}
	}
}
