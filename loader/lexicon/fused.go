package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"councilgraph/graph/fold"
)

// unfused is the entity of a name whose two words have lost the blank between them: "HashimThaçi"; nil of any other word.
func (n *Names) unfused(word string) *Entity {
	from := 0
	for i, c := range word {
		if i > 0 && unicode.IsUpper(c) {
			if from > 0 {
				return nil
			}
			from = i
		}
	}
	if from == 0 {
		return nil
	}
	return n.find(word[:from] + " " + word[from:])
}

// runOn are the small words that a lost blank leaves at the end of a name.
var runOn = []string{"in", "of", "and", "for", "to", "on", "at", "by", "with", "from", "was", "has", "had", "is", "as", "said"}

// unrun are words with that at i in two where the blank between a surname that is known and a small word is lost: "President Jahjagain
// 2016". A word behind a given name, or another word with a capital that is no title, is a surname of its own.
func (n *Names) unrun(text string, ps []piece, words []Word, i int) []Word {
	const shortest = 5 // letters of a name that is no mere beginning of another one
	w := words[i]
	written := w.written(text)
	first, _ := utf8.DecodeRuneInString(written)
	if !unicode.IsUpper(first) || w.stem != "" || !n.foreign(w.Folded) || n.find(written) != nil {
		return words
	}
	if last := len(ps) - 1; last >= 0 && text[ps[last].to:w.From] == " " && !n.precedes(ps[last]) {
		return words
	}
	for _, small := range runOn {
		name, ok := strings.CutSuffix(written, small)
		if !ok || utf8.RuneCountInString(name) < shortest {
			continue
		}
		known := n.find(name)
		if known == nil {
			known = n.gazetteer.Surnames[fold.Name(name)]
		}
		if known != nil && known.Label == "Person" {
			at := w.From + len(name)
			return slices.Concat(words[:i], []Word{{From: w.From, To: at, Folded: fold.Name(name)}, {From: at, To: w.To, Folded: small}}, words[i+1:])
		}
	}
	return words
}

// precedes says that a piece may stand right before a surname alone: a word without a capital, a title.
func (n *Names) precedes(p piece) bool {
	f := n.gazetteer.forms
	return p.entity == nil && (!p.cap || f.is("Titles", p.folded) || f.is("Honorifics", p.folded))
}
