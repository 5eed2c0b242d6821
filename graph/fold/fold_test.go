package fold

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestName(t *testing.T) {
	for _, same := range [][]string{
		{"Hashim Thaçi", "HASIM THACI", "Hasim Thaqi", "hasim  thaci"},
		{"Vetëvendosje", "Vetёvendosje", "VETEVENDOSJE"},
		{"Đakovica", "Ðakovica", "Djakovica", "Dakovica"},
		{"Brčko", "Brcko", "Brcˇko"},
		{"The Hague", "the hague", "Hague"},
		{"Specialist Prosecutor's Office", "Specialist Prosecutor’s Office"},
		{"Ibrahim Rugova", "Ибрахим Ругова"},
	} {
		for _, s := range same[1:] {
			if Name(s) != Name(same[0]) {
				t.Errorf("Name(%q) = %q, Name(%q) = %q", s, Name(s), same[0], Name(same[0]))
			}
		}
	}
	if Name("Theodor Meron") != "theodor meron" {
		t.Error("an article is a word of its own")
	}
	if got := LastWord(Name("Jakup Krasniqi")); got != "krasniqi" {
		t.Errorf("LastWord: %q", got)
	}
}

func TestFoldingTwiceIsFoldingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if once := Text(s); Text(once) != once {
			t.Fatalf("Text(%q) = %q, again %q", s, once, Text(once))
		}
	})
}

func TestWordsStandWhereTheySay(t *testing.T) {
	check := func(s string) string {
		points, folded := []rune(s), []string{}
		for _, w := range Words(s) {
			folded = append(folded, Text(w.Folded))
			if again := Words(string(points[w.Start:w.End])); !slices.ContainsFunc(again, func(a Word) bool { return a.Folded == w.Folded }) { // ½ holds two
				return "the slice of " + w.Folded + " folds otherwise"
			}
		}
		if again := Words(Text(s)); len(again) != len(folded) {
			return "Text has other words"
		}
		if apart := Apart(Searched(s, "b", s)); len(apart) != 3 || apart[0] != strings.Join(folded, " ") || apart[1] != "b" {
			return "Searched has other words"
		}
		return ""
	}
	for _, s := range []string{"", "Hashim Thaçi's  arrest", "e\u0301te\u0301, ﬁn", "½ ¶ 20-22", "Ђаковица", "ŉ"} {
		if wrong := check(s); wrong != "" {
			t.Errorf("%q: %s", s, wrong)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		if s := rapid.String().Draw(t, "s"); check(s) != "" {
			t.Fatalf("%q: %s", s, check(s))
		}
	})
}

// TestASCII: the short way of ASCII texts leads where the long one does.
func TestASCII(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("aZ09 -'`.\t\x00\x7fhasimtq"))).Draw(t, "text")
		// A zero-width space is dropped, and makes the text take the long way.
		if got, want := Text(s), Text(s+"\u200b"); got != want {
			t.Errorf("%q: %q, %q", s, got, want)
		}
		words := strings.Split(strings.TrimPrefix(Text(s), "the "), " ")
		for i, w := range words {
			if to, ok := variants[w]; ok {
				words[i] = to
			}
		}
		if got, want := Name(s), strings.Join(words, " "); got != want {
			t.Errorf("name %q: %q, %q", s, got, want)
		}
	})
	if got := Name("The Hasim Thaqi of Hasim"); got != "hashim thaci of hashim" {
		t.Errorf("%q", got)
	}
}
