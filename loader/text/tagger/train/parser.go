package main

import (
	"fmt"
	"strings"

	"councilgraph/loader/text/tagger"
)

// parser reads one template from left to right; text is what is left of it.
type parser struct{ text string }

// choice reads sequences apart by "|" up to the end of the text or a closing bracket.
func (p *parser) choice() ([][]item, error) {
	choice := [][]item{nil}
	for {
		p.text = strings.TrimLeft(p.text, " ")
		switch {
		case p.text == "" || p.text[0] == ')':
			return choice, nil
		case p.text[0] == '|':
			p.text = p.text[1:]
			choice = append(choice, nil)
			continue
		}
		it, err := p.item()
		if err != nil {
			return nil, err
		}
		last := &choice[len(choice)-1]
		*last = append(*last, it)
	}
}

func (p *parser) item() (item, error) {
	switch p.text[0] {
	case '(':
		p.text = p.text[1:]
		choice, err := p.choice()
		if err == nil && p.text == "" {
			err = fmt.Errorf("a choice is not closed")
		}
		if err != nil {
			return item{}, err
		}
		p.text = p.text[1:]
		return item{choice: choice}, nil
	case '[':
		name, rest, ok := strings.Cut(p.text[1:], "]")
		if !ok {
			return item{}, fmt.Errorf("[%s is not closed", name)
		}
		p.text = rest
		return item{phrase: name}, nil
	}
	end := strings.IndexAny(p.text, " |)")
	if end < 0 {
		end = len(p.text)
	}
	text := p.text[:end]
	p.text = p.text[end:]
	return leaf(text)
}

// leaf reads a word with its tag, a token of a kind or a slot.
func leaf(text string) (item, error) {
	if kind, ok := holders[text]; ok {
		tag := tagger.NNP
		if kind == tagger.Number {
			tag = tagger.CD
		}
		return item{token: tagger.Token{Word: text, Kind: kind}, tag: tag}, nil
	}
	which := text[:len(text)-len(strings.TrimLeft(text, "23"))]
	if s, ok := slots[text[len(which):]]; ok {
		return item{slot: &s, tag: s.tag, which: which}, nil
	}
	cut := strings.LastIndexByte(text, '/')
	if cut < 1 {
		return item{}, fmt.Errorf("%q is neither a slot nor a word with its tag", text)
	}
	tag, ok := tagger.ParseTag(text[cut+1:])
	if !ok {
		return item{}, fmt.Errorf("%s: no Penn tag is called %q", text, text[cut+1:])
	}
	token := tagger.Token{Word: text[:cut]}
	if strings.ContainsAny(token.Word, ".,;:?") {
		token.Kind = tagger.Punctuation
	}
	return item{token: token, tag: tag}, nil
}
