package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is.
type Kind uint8

// The kinds of tokens. All but Word and Punctuation stand for an annotation, of however many words.
const (
	Word Kind = iota
	Punctuation
	Name
	Office
	Date
	Number
	Symbol
)

// Annotation is a stretch of a paragraph that is one token: a name, a date, a figure, an office. From and To count bytes. Value is the
// caller's; this package does not look into it.
type Annotation struct {
	Kind     Kind
	From, To int
	Person   bool // of a name: it is a natural person's, or several persons'
	Several  bool // of a name: it names more than one
	Value    any
}

// Token is a word, a sign of punctuation or an annotation, with its part of speech. From and To count bytes of the paragraph.
type Token struct {
	Text     string // as written
	Low      string // in lower case, with straight apostrophes
	From, To int
	Kind     Kind
	Tag      string // Penn Treebank; of annotations NNP, DATE, CD
	Note     *Annotation
}

// Tokens divides text[from:to] into tokens: annotations, which are in order and do not overlap, words, possessive endings, the "not" of
// "didn't", and signs. Tags are empty.
func Tokens(text string, from, to int, notes []Annotation) []Token {
	var all []Token
	at := from
	for i := range notes {
		n := &notes[i]
		if n.From < at || n.To > to {
			continue
		}
		all = words(all, text, at, n.From)
		all = append(all, Token{Text: text[n.From:n.To], Low: strings.ToLower(text[n.From:n.To]), From: n.From, To: n.To, Kind: n.Kind, Note: n})
		at = n.To
	}
	return withoutAges(words(all, text, at, to))
}

// words adds the words and signs of text[from:to].
func words(all []Token, text string, from, to int) []Token {
	add := func(i, j int, kind Kind) {
		low := strings.NewReplacer("’", "'", "- ", "-").Replace(strings.ToLower(text[i:j]))
		all = append(all, Token{Text: text[i:j], Low: low, From: i, To: j, Kind: kind})
	}
	for i := from; i < to; {
		c, n := utf8.DecodeRuneInString(text[i:to])
		switch {
		case unicode.IsSpace(c):
			i += n
			continue
		case !isLetter(c):
			if (c == '’' || c == '\'') && i+n < to && text[i+n] == 's' && (i+n+1 == to || !isLetter(runeAt(text, i+n+1))) {
				add(i, i+n+1, Word)
				i += n + 1
				continue
			}
			kind := Punctuation
			if (c == '’' || c == '\'') && i > 0 && text[i-1] == 's' && i+n+1 < to && text[i+n] == ' ' && isLetter(runeAt(text, i+n+1)) {
				kind = Word // of a plural: "years’ imprisonment"
			}
			add(i, i+n, kind)
			i += n
			continue
		}
		j := i
		for j < to {
			c, n := utf8.DecodeRuneInString(text[j:to])
			if torn(text, j, to) {
				j += n + 1
				continue
			}
			if !isLetter(c) && !((c == '-' || c == '’' || c == '\'' || c == '.') && j+n < to && isLetter(runeAt(text, j+n)) && !possessiveAt(text, j, to)) {
				break
			}
			j += n
		}
		if j+1 < to && Abbreviates(text, j) {
			j++
		}
		if k := contraction(text[i:j]); k > 0 {
			add(i, i+k, Word)
			add(i+k, j, Word)
			verb, not := &all[len(all)-2], &all[len(all)-1]
			if whole := contracted[verb.Low]; whole != "" {
				verb.Low = whole
			}
			not.Low = "not"
		} else {
			add(i, j, Word)
		}
		i = j
	}
	return all
}

// contraction is where the "not" of a verb begins that is written with it, "didn’t"; 0 for other words.
func contraction(word string) int {
	for _, not := range []string{"n't", "n’t"} {
		if k := len(word) - len(not); k > 0 && strings.EqualFold(word[k:], not) {
			return k
		}
	}
	return 0
}

// contracted are the verbs that "not" changes.
var contracted = map[string]string{"ca": "can", "wo": "will", "sha": "shall"}

// torn says that the hyphen at a place of a text ends a line of which the next was set behind it with a space, within a word: "a two- round
// vote", not "pre- and post-war".
func torn(text string, hyphen, to int) bool {
	if hyphen+2 >= to || text[hyphen] != '-' || text[hyphen+1] != ' ' || !unicode.IsLower(runeAt(text, hyphen+2)) {
		return false
	}
	next, _, _ := strings.Cut(text[hyphen+2:to], " ")
	return !suspends(next)
}

// suspends says that behind a word what a hyphen leaves out comes later: "pre- and post-war".
func suspends(word string) bool { return oneOf(word, "and", "or", "to", "nor", "as", "but") }

// Abbreviates says that the full stop at a place of a text is part of the word that it cuts short: "approx.", "p.m.", "No. 7".
func Abbreviates(text string, stop int) bool {
	if stop >= len(text) || text[stop] != '.' {
		return false
	}
	from := strings.LastIndexFunc(text[:stop], func(c rune) bool { return !isLetter(c) && c != '.' }) + 1
	word := strings.ToLower(text[from:stop])
	next, _, _ := strings.Cut(strings.TrimSpace(text[stop+1:]), " ")
	number := func(c rune) bool { return unicode.IsDigit(c) || unicode.Is(unicode.Co, c) } // or a sign that stands for one
	return abbreviated[word] || numbering[word] && strings.ContainsFunc(next, number)
}

func isLetter(c rune) bool { return unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c) }

func runeAt(text string, i int) rune {
	c, _ := utf8.DecodeRuneInString(text[i:])
	return c
}

// possessiveAt says that a possessive ending stands at i.
func possessiveAt(text string, i, to int) bool {
	c, n := utf8.DecodeRuneInString(text[i:])
	return (c == '’' || c == '\'') && i+n < to && text[i+n] == 's' && (i+n+1 >= to || !isLetter(runeAt(text, i+n+1)))
}
