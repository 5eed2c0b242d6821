package main

import (
	"reflect"
	"strings"
	"testing"

	"councilgraph/loader/text/tagger"
)

const someWords = "verb\tsee sees seeing saw seen\nperson\tman men\nquality\told\n"

func text(e tagger.Example) string {
	var b strings.Builder
	for i, w := range e.Words {
		b.WriteString(w.Word + "/" + e.Tags[i].String() + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestComposeFillsSlotsAndKeepsToOneVerb(t *testing.T) {
	g, err := readGrammar("# a comment\na/DT (quality) person VBD [whom] and/CC was/VBD VBN ./.\n[whom] = NAME ,/,\n", someWords)
	if err != nil {
		t.Fatal(err)
	}
	e := g.compose(1, 1)[0]
	if got, want := text(e), "An/DT old/JJ man/NN saw/VBD NAME/NNP ,/, and/CC was/VBD seen/VBN ./."; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if e.Words[4].Kind != tagger.Name || e.Words[5].Kind != tagger.Punctuation || e.Words[0].Kind != tagger.Word {
		t.Errorf("kinds %+v", e.Words)
	}
}

func TestComposeDependsOnTheSeedOnly(t *testing.T) {
	g, err := readGrammar(templatesText, wordsText)
	if err != nil {
		t.Fatal(err)
	}
	first := g.compose(500, 1)
	if !reflect.DeepEqual(first, g.compose(500, 1)) {
		t.Error("the same seed gives other sentences")
	}
	if reflect.DeepEqual(first, g.compose(500, 2)) {
		t.Error("another seed gives the same sentences")
	}
}

// What marks stand for needs no learning, so templates must agree with it, and with the tags of names and figures.
func TestTemplatesAgreeWithFixedTags(t *testing.T) {
	g, err := readGrammar(templatesText, wordsText)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range g.compose(2000, 1) {
		for i, tag := range tagger.Default().Tag(e.Words) {
			if e.Words[i].Kind != tagger.Word && tag != e.Tags[i] {
				t.Fatalf("%s: %s is tagged %v", text(e), e.Words[i].Word, tag)
			}
		}
	}
}

func TestReadGrammarSaysWhatIsWrongAndWhere(t *testing.T) {
	for templates, want := range map[string]string{
		"./.\nthe/DT (man/NN ./.": "templates, line 2: a choice is not closed",
		"the/DT man/NN ) ./.":     `templates, line 1: ") ./." closes nothing`,
		"[who VBD ./.":            "is not closed",
		"[who] VBD ./.":           "no line says what [who] is",
		"man ./.":                 `"man" is neither a slot nor a word with its tag`,
		"man/XYZ ./.":             `no Penn tag is called "XYZ"`,
		"persons name ./.":        "none of class name",
	} {
		if _, err := readGrammar(templates, someWords); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", templates, err, want)
		}
	}
	if _, err := readGrammar("persons ./.", "person\tman\n"); err == nil || !strings.Contains(err.Error(), "has 1 forms") {
		t.Errorf("a form that is not there: %v", err)
	}
	if _, err := readGrammar("./.", "person man\n"); err == nil || !strings.Contains(err.Error(), "words, line 1") {
		t.Errorf("a line without a tab: %v", err)
	}
}
