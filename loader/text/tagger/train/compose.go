package main

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"councilgraph/loader/text/tagger"
)

// compose draws sentences from the templates: n of them, the same for the same seed.
func (g *grammar) compose(n int, seed uint64) []tagger.Example {
	draw := rand.New(rand.NewPCG(seed, 0))
	examples := make([]tagger.Example, n)
	for i := range examples {
		c := composer{grammar: g, draw: draw, verbs: map[string][]string{}}
		c.phrase(g.sentences[i%len(g.sentences)])
		c.polish()
		examples[i] = c.Example
	}
	return examples
}

// composer composes one sentence.
type composer struct {
	tagger.Example
	*grammar
	draw  *rand.Rand
	verbs map[string][]string // the verbs drawn so far, by class and which of that class
}

func (c *composer) phrase(items []item) {
	for _, it := range items {
		switch {
		case it.choice != nil:
			c.phrase(it.choice[c.draw.IntN(len(it.choice))])
		case it.phrase != "":
			choice := c.phrases[it.phrase]
			c.phrase(choice[c.draw.IntN(len(choice))])
		case it.slot != nil:
			c.add(tagger.Token{Word: c.word(it)}, it.tag)
		default:
			c.add(it.token, it.tag)
		}
	}
}

func (c *composer) add(t tagger.Token, tag tagger.Tag) {
	c.Words, c.Tags = append(c.Words, t), append(c.Tags, tag)
}

// word draws a word for a slot; the forms of one verb of a sentence are of the same verb.
func (c *composer) word(it item) string {
	words := c.words[it.slot.class]
	forms := words[c.draw.IntN(len(words))]
	if key := it.slot.class + it.which; it.slot.class == "verb" || it.slot.class == "goes" {
		if c.verbs[key] == nil {
			c.verbs[key] = forms
		}
		forms = c.verbs[key]
	}
	return forms[it.slot.form]
}

// polish writes "an" before a vowel and begins the sentence with a capital.
func (c *composer) polish() {
	for i := range c.Words[1:] {
		if c.Words[i].Word == "a" && strings.ContainsRune("aeiou", rune(c.Words[i+1].Word[0])) {
			c.Words[i].Word = "an"
		} else if c.Words[i].Word == "an" && !strings.ContainsRune("aeiou", rune(c.Words[i+1].Word[0])) {
			c.Words[i].Word = "a"
		}
	}
	if first := &c.Words[0]; first.Kind == tagger.Word {
		first.Word = string(unicode.ToUpper(rune(first.Word[0]))) + first.Word[1:]
	}
}
