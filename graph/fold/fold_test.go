package fold

import (
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
