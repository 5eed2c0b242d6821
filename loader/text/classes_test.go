package text

import (
	"strings"
	"testing"
)

func TestClasses(t *testing.T) {
	if err := classes.Check(); err != nil {
		t.Error(err)
	}
}

// TestIrregular: each irregular verb has three forms, and no form is of two verbs.
func TestIrregular(t *testing.T) {
	of := map[string]string{}
	for base, parts := range irregulars {
		if len(parts) != 3 {
			t.Errorf("%s: %d forms, want base, past and participle", base, len(parts))
		}
		for _, form := range parts {
			if other, taken := of[form]; taken && other != base {
				t.Errorf("%s is a form of %s and of %s", form, base, other)
			}
			of[form] = base
		}
	}
	if len(irregulars) != len(irregular) {
		t.Errorf("%d irregular verbs of %d entries: one stands twice", len(irregulars), len(irregular))
	}
	for pair := range forms {
		if form, base, ok := strings.Cut(pair, " "); !ok || of[form] != "" || strings.Contains(base, " ") {
			t.Errorf("%q: want a form that stands nowhere else, and its base", pair)
		}
	}
}
