package fold

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"The Police": "the police", "Mitrovicë/Mitrovica": "mitrovice/mitrovica", "€ 5": "€ 5", "ﬁve": "five", "Straße": "strasse",
		"Thaçi": "thaci", "Hasim": "hasim", "\u0301": "", "Ⅳ": "iv", "—": "—", "ΣΊΣΥΦΟΣ": "σισυφοσ",
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

// A letter that folds to another and back would keep Plain from ending: every letter there is, each by itself.
func TestPlainOfEveryRune(t *testing.T) {
	var every strings.Builder
	for r := range unicode.MaxRune + 1 {
		every.WriteString(string(r) + "|")
	}
	once := Plain(every.String())
	if Plain(once) != once {
		t.Error("the fold of a letter folds again")
	}
	if Plain("ᏸ") != Plain("Ᏸ") {
		t.Error("a small Cherokee letter and its capital fold apart")
	}
}
