package fold

import (
	"testing"

	"pgregory.net/rapid"
)

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"The Police": "the police", "Mitrovicë/Mitrovica": "mitrovice/mitrovica", "€ 5": "€ 5", "ﬁve": "five", "Straße": "strasse", "Thaçi": "thaci", "Hasim": "hasim", "\u0301": "", "Ⅳ": "iv", "—": "—", "ΣΊΣΥΦΟΣ": "σισυφοσ",
	} {
		if got := Plain(text); got != want {
			t.Errorf("%q folds to %q, not %q", text, got, want)
		}
	}
}

func TestPlainTwiceIsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Plain(rapid.String().Draw(t, "text"))
		if twice := Plain(once); twice != once {
			t.Fatalf("%q folds to %q", once, twice)
		}
	})
}
