package document

import "testing"

// TestTypedLabels: a number that a list shows is taken off the text where it is typed as well, and nowhere else.
func TestTypedLabels(t *testing.T) {
	for _, c := range []struct{ text, label, want string }{
		{"3. The Mission", "3.", "The Mission"},
		{"3.\u00a0The Mission", "3.", "The Mission"},
		{"3.The Mission", "3.", "The Mission"},
		{"(a)the police", "(a)", "the police"},
		{"3.", "3.", ""},
		{"3.5 per cent of staff", "3.", "3.5 per cent of staff"},
		{"1.1.2021 was the first day", "1.1.", "1.1.2021 was the first day"},
		{"i.e. the police", "i.", "i.e. the police"},
		{"i. the police", "i.", "the police"},
	} {
		if got := withoutLabel(c.text, c.label); got != c.want {
			t.Errorf("%q without %q is %q, and should be %q", c.text, c.label, got, c.want)
		}
	}
	b := block{text: "3.5 per cent of staff"}
	if b.label("3.", false); b.text != "3.5 per cent of staff" || b.number != 3 {
		t.Errorf("the paragraph is %+v", b)
	}
}
