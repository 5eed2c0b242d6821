package wordclass

import (
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

func TestRead(t *testing.T) {
	f, err := Read("words.yaml", "kin:\n  for: nouns of kin\n  words: brother, sister,\n    half-brother, next of kin\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"brother", "sister", "half-brother", "next of kin"} {
		if !f.Class("kin")[word] {
			t.Errorf("%s is missing", word)
		}
	}
	if err := f.Check(); err != nil {
		t.Error(err)
	}
}

// TestRefused: errors name the file, the class and what is wrong.
func TestRefused(t *testing.T) {
	const fine = "kin:\n  for: nouns of kin\n  words: brother, sister\n"
	for text, want := range map[string]string{
		fine + fine: "kin",
		fine + "ways:\n  for: x\n  words: road, way, road\n":   `class ways: has "road" twice`,
		fine + "ways:\n  for: x\n  words: Road\n":              `class ways: has "Road"`,
		fine + "ways:\n  for: x\n  words: road,, way\n":        "class ways: wants words",
		fine + "ways:\n  for: x\n":                             "class ways: wants words",
		fine + "ways:\n  words: road\n":                        "class ways: does not say what it is for",
		fine + "ways:\n  for: x\n  words: road\n  list: way\n": "list",
		fine + "ways:\n  for: x\n  words: [road]\n":            "words",
		fine + "ways: road\n":                                  "ways",
		fine + "ways:\n  for: x\n  words: road\n":              "no code asks for class ways",
		fine + "same:\n  for: x\n  words: sister, brother\n":   "classes kin and same have the same words",
	} {
		f, err := Read("words.yaml", text)
		if err == nil {
			f.Class("kin")
			if strings.Contains(want, "same") {
				f.Class("same")
			}
			err = f.Check()
		}
		if err == nil || !strings.Contains(err.Error(), "words.yaml") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
	defer func() {
		if got := recover(); got != "words words.yaml: there is no class ways" {
			t.Errorf("a missing class: %v", got)
		}
	}()
	Must("words.yaml", fine).Class("ways")
}

// TestList: one word is a list of it, and only words are one.
func TestList(t *testing.T) {
	for text, want := range map[string]List{"at": {"at"}, "[at, in]": {"at", "in"}, "[]": {}} {
		var got List
		if err := yaml.Unmarshal([]byte(text), &got); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s is %q, %v", text, got, err)
		}
	}
	var got List
	if err := yaml.Unmarshal([]byte("{at: in}"), &got); err == nil {
		t.Errorf("a map is %q", got)
	}
	if !List(nil).Admits("at") || List([]string{}).Admits("at") || !(List{"at"}).Admits("at") {
		t.Error("none given admits all, and a list what it has")
	}
}
