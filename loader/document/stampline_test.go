package document

import (
	"strings"
	"testing"
)

// TestStampsOfArchives: what a library stamped on a page is in no title, date or paragraph; what only looks so stays.
func TestStampsOfArchives(t *testing.T) {
	const title = "Report of the Secretary-General on the Mission"
	for _, c := range []struct{ stamp, within, want string }{
		{"RECEIVED\n22 APR 2011\nUN LIBRARY", "", "Calm came back to the north and to the south."},
		{"8 MAY 2011\nLIBRARY\nRECEIVED", "RECEIVED\n8 MAY 2011", "Calm came back to the north and to the south."},
		{"UN LIBRARY\nMAY 12 2011\nUN/SA COLLECTION", "UN LIBRARY\nMAY 12 2011\nUN/SA COLLECTION", "Calm came back to the north and to the south."},
		{"DECLASSIFIED 04.07.2012", "UNITED NATIONS ARCHIVES", "Calm came back to the north and to the south."},
		{"REC'D BY REGISTRY 3.5.11", "REGISTRY", "Calm came back to the north REGISTRY and to the south."},
	} {
		for _, form := range []string{"report.txt", "report.html"} {
			body := "\n\n1. Calm prevailed.\n\n2. Calm came back to the north\n" + strings.TrimPrefix(c.within+"\n", "\n") + "and to the south.\n"
			source := "United Nations\nSecurity Council\nS/2011/64\nDistr.: General\n4 April 2011\nOriginal: English\n" + c.stamp + "\n\n" + title + body
			if form == "report.html" {
				source = "<html><body><p>" + strings.NewReplacer("\n\n", "</p><p>", "\n", "<br>").Replace(source) + "</p></body></html>"
			}
			doc, err := Parse(form, []byte(source), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Title != title || doc.Distributed != "2011-04-04" || doc.Date != "2011-04-04" {
				t.Errorf("%q in %s: the title is %q, the day %s, %s", c.stamp, form, doc.Title, doc.Date, doc.Distributed)
			}
			if is := strings.ReplaceAll(doc.Paragraphs[len(doc.Paragraphs)-1].Text, "\n", " "); is != c.want {
				t.Errorf("%q in %s: the paragraph is %q", c.within, form, is)
			}
		}
	}
	for line, want := range map[string]string{
		"Original: English RECEIVED 22 APR 2011 UN LIBRARY " + title:     title,
		"ORIGINAL: ENGLISH DECLASSIFIED REPORT OF THE SECRETARY-GENERAL": "REPORT OF THE SECRETARY-GENERAL",
	} {
		if is := titleOf(line); is != want {
			t.Errorf("of %q the title is %q", line, is)
		}
	}
}
