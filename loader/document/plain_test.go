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

// TestBrokenByAnyHyphen: a word that is broken at the end of a line is whole, by whichever hyphen it was broken.
func TestBrokenByAnyHyphen(t *testing.T) {
	got := paragraphsOf(t, "report.txt", "S/2019/52\n\nReport of the Secretary-General on the Mission\n\n1. The present report covers the Mission.\n"+
		"2. Police arres\u2010\nted Agim Dema, whose Anne\u2010\nMarie had left.\n")
	if want := "P2 Police arrested Agim Dema, whose Anne-Marie had left."; got[len(got)-1] != want {
		t.Errorf("reads %q, not %q", got, want)
	}
}
