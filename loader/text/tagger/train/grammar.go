package main

import (
	_ "embed"
	"fmt"
	"strings"

	"councilgraph/loader/text/tagger"
)

var (
	//go:embed templates.txt
	templatesText string
	//go:embed words.txt
	wordsText string
)

// grammar is what sentences are composed from.
type grammar struct {
	sentences [][]item
	phrases   map[string][][]item
	words     map[string][][]string // by class, each with its forms
}

// item is one place of a template: a token as it is, a slot for a word, a phrase by its name, or a choice.
type item struct {
	token  tagger.Token
	tag    tagger.Tag
	slot   *slot
	which  string // which verb of the sentence
	phrase string
	choice [][]item
}

// slot is filled with one form of a word of a class.
type slot struct {
	class string
	form  int
	tag   tagger.Tag
}

var slots = map[string]slot{
	"VB": {"verb", 0, tagger.VB}, "VBP": {"verb", 0, tagger.VBP}, "VBZ": {"verb", 1, tagger.VBZ}, "VBG": {"verb", 2, tagger.VBG},
	"VBD": {"verb", 3, tagger.VBD}, "VBN": {"verb", 4, tagger.VBN},
	"GOVB": {"goes", 0, tagger.VB}, "GOVBP": {"goes", 0, tagger.VBP}, "GOVBZ": {"goes", 1, tagger.VBZ}, "GOVBG": {"goes", 2, tagger.VBG},
	"GOVBD": {"goes", 3, tagger.VBD}, "GOVBN": {"goes", 4, tagger.VBN},
	"act": {"act", 0, tagger.NN}, "acts": {"act", 1, tagger.NNS}, "body": {"body", 0, tagger.NN}, "bodies": {"body", 1, tagger.NNS},
	"person": {"person", 0, tagger.NN}, "persons": {"person", 1, tagger.NNS}, "thing": {"thing", 0, tagger.NN},
	"things": {"thing", 1, tagger.NNS}, "crime": {"crime", 0, tagger.NN}, "quality": {"quality", 0, tagger.JJ},
	"manner": {"manner", 0, tagger.RB}, "name": {"name", 0, tagger.NNP},
}

var holders = map[string]tagger.Kind{
	"NAME": tagger.Name, "PLACE": tagger.Name, "DATE": tagger.Date, "OFFICE": tagger.Office, "NUMBER": tagger.Number,
}

// readGrammar reads templates and the words for their slots, in the form that templates.txt describes.
func readGrammar(templates, words string) (*grammar, error) {
	g := &grammar{phrases: map[string][][]item{}, words: map[string][][]string{}}
	for n, line := range lines(words) {
		class, forms, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("words, line %d: %q has no tab after its class", n, line)
		}
		g.words[class] = append(g.words[class], strings.Fields(forms))
	}
	for n, line := range lines(templates) {
		if err := g.read(line); err != nil {
			return nil, fmt.Errorf("templates, line %d: %w", n, err)
		}
	}
	return g, g.check()
}

// lines are the lines that say something, by their numbers from 1, in order.
func lines(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.Lines(text) {
			n++
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(n, line) {
				return
			}
		}
	}
}

func (g *grammar) read(line string) error {
	p := parser{text: line}
	name, rest, isPhrase := strings.Cut(line, " = ")
	if isPhrase {
		p.text = rest
	}
	choice, err := p.choice()
	switch {
	case err != nil:
		return err
	case p.text != "":
		return fmt.Errorf("%q closes nothing", p.text)
	case isPhrase:
		name = strings.Trim(name, "[]")
		g.phrases[name] = append(g.phrases[name], choice...)
	default:
		g.sentences = append(g.sentences, choice...)
	}
	return nil
}

// check refuses names of phrases that no line gives, and slots that no word can fill.
func (g *grammar) check() error {
	all := append([][]item{}, g.sentences...)
	for _, choice := range g.phrases {
		all = append(all, choice...)
	}
	for len(all) > 0 {
		items := all[0]
		all = all[1:]
		for _, it := range items {
			if it.phrase != "" && g.phrases[it.phrase] == nil {
				return fmt.Errorf("templates: no line says what [%s] is", it.phrase)
			}
			if it.slot != nil {
				if err := g.fills(*it.slot); err != nil {
					return err
				}
			}
			all = append(all, it.choice...)
		}
	}
	return nil
}

func (g *grammar) fills(s slot) error {
	if len(g.words[s.class]) == 0 {
		return fmt.Errorf("words: none of class %s, which the templates use", s.class)
	}
	for _, forms := range g.words[s.class] {
		if len(forms) <= s.form {
			return fmt.Errorf("words: %s %v has %d forms and the templates use form %d", s.class, forms, len(forms), s.form+1)
		}
	}
	return nil
}
