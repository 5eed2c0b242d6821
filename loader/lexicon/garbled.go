package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// garbled says whether a word was misread where a page was made text, as a sign or a digit among its small letters shows ("Usulut&n",
// "G6mez", "Bar.k"), or a capital behind many of them where neither part is one of English ("KosluvAa"). It is no part of a name.
func (n *Names) garbled(text string, w Word) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:w.From])
	behind, size := utf8.DecodeRuneInString(text[w.To:])
	if misread(before) && smallBefore(text[:w.From-1]) || misread(behind) && smallBehind(text[w.To+size:]) && smallBefore(text[:w.To]) || stopWithin(text[w.To:]) {
		return true
	}
	const many = 4
	small, digit, at := 0, false, 0
	for i, c := range w.written(text) {
		switch {
		case unicode.IsDigit(c):
			digit = digit || small > 0
			small = 0
		case unicode.IsUpper(c) && small >= many:
			at = i
			fallthrough
		case unicode.IsUpper(c):
			small, digit = 0, false
		case unicode.IsLower(c):
			if small++; digit {
				return true
			}
		}
	}
	written := w.written(text)
	return at > 0 && n.unfused(written) == nil && n.foreign(phrase(written[:at])) && n.foreign(phrase(written[at:]))
}

// misread says whether a sign is one that is read for a letter and joins no words.
func misread(c rune) bool { return strings.ContainsRune("&%$#@*^~=|+{}<>", c) }

// stopWithin says whether what stands behind a word is a stop, with a single small letter right behind it: "Bar.k" for Bank.
func stopWithin(behind string) bool {
	letter := strings.TrimLeft(behind, ".,:;")
	if len(letter) == len(behind) || !smallBehind(letter) {
		return false
	}
	_, size := utf8.DecodeRuneInString(letter)
	next, _ := utf8.DecodeRuneInString(letter[size:])
	return !inWord(next) && next != '.'
}

func smallBefore(text string) bool {
	c, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLower(c)
}

func smallBehind(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(c)
}

// besideGarbled says of a name that no list holds whether it goes on, or begins, with a word that was misread, so that it is not all of the
// name: "Santa Rosa" in "Santa Rosa de Cop&n".
func besideGarbled(ps []piece, i int) bool {
	if ps[i].entity.Listed || ps[i].entity.Label == "Resolution" {
		return false
	}
	if i > 0 && ps[i-1].garbled && ps[i].gap == " " {
		return true
	}
	next := i + 1
	if next+1 < len(ps) && ps[next].links() && ps[next].gap == " " {
		next++
	}
	return next < len(ps) && ps[next].garbled && ps[next].gap == " "
}
