// Package tagger gives each token of a sentence its part of speech.
//
// It is a greedy averaged perceptron over sentences whose names, dates, figures and offices are one token each, learnt from
// reports of this kind. What the weights were learnt from stands beside them in weights.txt; train holds the command.
package tagger

import "sync"

// Kind says what a token stands for. Only words are tagged by what was learnt; the tag of every other kind follows from it.
type Kind uint8

// The kinds of token.
const (
	Word        Kind = iota // a word as it is written
	Number                  // a figure, in digits or words: always CD
	Name                    // a name of a person, place or body: always NNP
	Date                    // a day, month, year or period: always NNP
	Office                  // an office, with or without its holder: always NNP
	Punctuation             // a mark, tagged by what it is
	kindCount
)

// Token is one token of a sentence. The word of a name, date, figure or office has no part in the tagging.
type Token struct {
	Word string
	Kind Kind
}

// Tagger tags sentences. It never changes once made, so that any number of goroutines may use it at once.
type Tagger struct {
	weights weights
}

// Tag returns the tag of each token of one sentence. The same tokens always get the same tags.
func (t *Tagger) Tag(sentence []Token) []Tag {
	return t.AppendTags(make([]Tag, 0, len(sentence)), sentence)
}

// AppendTags appends the tags of a sentence to tags and returns the longer slice, for callers that tag many sentences.
func (t *Tagger) AppendTags(tags []Tag, sentence []Token) []Tag {
	r := readers.Get().(*reader)
	defer readers.Put(r)
	r.begin(sentence)
	for i := range sentence {
		tag, settled := fixedTag(sentence[i])
		if !settled {
			tag = t.weights.best(r.features(i))
		}
		r.settle(i, tag)
		tags = append(tags, tag)
	}
	return tags
}

var readers = sync.Pool{New: func() any { return new(reader) }}

// fixedTag is the tag of a token that needs no weighing.
func fixedTag(t Token) (Tag, bool) {
	switch t.Kind {
	case Word:
		return None, false
	case Number:
		return CD, true
	case Punctuation:
		return markTag(t.Word), true
	}
	return NNP, true
}

func markTag(mark string) Tag {
	switch mark {
	case ",":
		return Comma
	case ".", "?", "!":
		return Stop
	case "(", "[", "{":
		return Open
	case ")", "]", "}":
		return Close
	case `"`, "'", "''", "``", "“", "”", "‘", "’", "«", "»":
		return Quote
	case "$", "€", "£":
		return Currency
	case ":", ";", "-", "--", "–", "—", "…", "...":
		return Colon
	}
	return SYM
}
