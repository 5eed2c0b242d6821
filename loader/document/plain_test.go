package document

import "testing"

// A number at the start of a line is none of a paragraph where the line above must go on with it.
func TestNumbersWithinSentences(t *testing.T) {
	head := "United Nations\nSecurity Council\n\nS/2020/964\n\nDistr.: General\n1 October 2020\n\n" +
		"Report of the Secretary-General on the United Nations Interim Administration Mission in Kosovo\n\n1. One.\n"
	for name, body := range map[string]string{
		"behind a preposition":        "2. The number of posts rose from 2 to\n3. A post was shut on 4 May.\n3. Three.",
		"behind a word of references": "2. It was shut, as is told in paragraph\n3. A post was shut.\n3. Three.",
	} {
		d, err := Parse("a.txt", []byte(head+body), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if last := d.Paragraphs[len(d.Paragraphs)-1]; last.Number != 3 || last.Text != "Three." {
			t.Errorf("%s: the last paragraph is %d, %q", name, last.Number, last.Text)
		}
	}
}
