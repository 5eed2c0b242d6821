package text

import (
	"slices"
	"strings"
	"testing"
)

// TestTagRules: the tags of each rule's example would be others without it.
func TestTagRules(t *testing.T) {
	all := contextual.all
	defer func() { contextual = indexed(all) }()
	for i, r := range all {
		contextual = indexed(all)
		with := tagged(r.Example)
		contextual = indexed(slices.Delete(slices.Clone(all), i, i+1))
		if without := tagged(r.Example); with == without {
			t.Errorf("rule %d, to %s: its example %q is tagged without it as with it: %s", i+1, r.To, r.Example, with)
		}
	}
}

// tagged is a sentence with the tag of each token.
func tagged(marks string) string {
	var all []string
	for _, t := range sentence(marks) {
		all = append(all, t.Text+"/"+t.Tag)
	}
	return strings.Join(all, " ")
}

// TestTagRulesRefused: a rule that says what is not understood, that could never fire, or that has no example is refused.
func TestTagRulesRefused(t *testing.T) {
	for rule, want := range map[string]string{
		`{to: NN, words: a, eg: "a"}`:                          "words",
		`{to: NN, word: a, before: {words: b}, eg: "a"}`:       "words",
		`{to: NOUN, word: a, eg: "a"}`:                         "no such tag",
		`{to: NN, word: a}`:                                    "no example",
		`{to: NN, tag: NN, eg: "a"}`:                           "changes nothing",
		`{to: NN, before: {tag: DT}, eg: "a"}`:                 "of which words",
		`{to: NN, word: A, eg: "a"}`:                           `word "A"`,
		`{to: NN, word: [], eg: "a"}`:                          "empty list",
		`{to: NN, word: a, behind: {tag: NOUN}, eg: "a"}`:      `tag "NOUN"`,
		`{to: NN, class: nouns, eg: "a"}`:                      `class "nouns"`,
		`{to: NN, word: a, before: {kind: town}, eg: "a"}`:     `kind "town"`,
		`{to: NN, word: a, unless: {where: there}, eg: "a"}`:   `where "there"`,
		`{to: NN, word: a, before: {before: {tag: X}}, eg: a}`: `tag "X"`,
	} {
		if _, err := readTagRules("tags.yaml", "- "+rule); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error with %q", rule, err, want)
		}
	}
}

// TestReduced: a past right behind a noun is a participle where the clause has another verb, and none where that is of a clause within.
func TestReduced(t *testing.T) {
	for marks, want := range map[string]string{
		"The Peace Accords signed at {nKlina} in {d4 May} were historic.": "signed/VBN",
		"The bomb planted in {nKlina} killed nine.":                       "planted/VBN",
		"Officials reported in {dMay} that they were in {nKlina}.":        "reported/VBD",
		"The incident occurred in {nKlina}.":                              "occurred/VBD",
	} {
		if got := tagged(marks); !strings.Contains(got, want) {
			t.Errorf("%s: got %s, want %s", marks, got, want)
		}
	}
}
