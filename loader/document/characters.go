package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean makes text plain: runs of blanks one space, none at the ends, no control characters but the line feed, valid UTF-8. What readers cannot see or cannot tell apart
// is written one way: composed letters, no marks without width, ligatures as their letters, one hyphen, one apostrophe, a Latin word in Latin letters.
func clean(s string) string {
	if !ascii(s) {
		s = latin(norm.NFC.String(ligatures.Replace(s)))
	}
	return spaced(apostrophes(s))
}

// plainLetters writes ligatures and other letters that are set in a form of their own as those that they stand for. An accent that stands alone stays one.
func plainLetters(s string) string {
	if ascii(s) {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		plain := norm.NFKC.String(string(c))
		if strings.HasPrefix(plain, " ") && !unicode.IsSpace(c) {
			plain = string(c)
		}
		b.WriteString(plain)
	}
	return norm.NFC.String(b.String())
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u2010", "-", "\u2011", "-")

const softHyphen = '\u00ad'

// spaced folds blanks and takes out what has no width. A soft hyphen before a blank is a word that goes on in the next line.
func spaced(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap, soft := rune(0), false
	for _, c := range s {
		switch {
		case c == '\n', c == '\u2028', c == '\u2029':
			gap = '\n'
		case unicode.IsSpace(c):
			if gap == 0 {
				gap = ' '
			}
		case c == softHyphen:
			soft = gap == 0
		case unicode.IsControl(c), unicode.Is(unicode.Cf, c), unicode.Is(unicode.Variation_Selector, c), c == '\u034f', c == utf8.RuneError:
		default:
			if gap != 0 && b.Len() > 0 && !(soft && unicode.IsLower(c)) {
				b.WriteRune(gap)
			}
			gap, soft = 0, false
			b.WriteRune(c)
		}
	}
	return b.String()
}

// apostrophes writes what is typed for an apostrophe between two letters as one.
func apostrophes(s string) string {
	if !strings.ContainsAny(s, "`´ʼ′‛") {
		return s
	}
	letters := []rune(s)
	for i, c := range letters {
		if strings.ContainsRune("`´ʼ′‛", c) && i > 0 && i+1 < len(letters) && unicode.IsLetter(letters[i-1]) && unicode.IsLetter(letters[i+1]) {
			letters[i] = '’'
		}
	}
	return string(letters)
}

// alike are Cyrillic and Greek letters that look and sound like Latin ones. Others, such as the Cyrillic er, are told by their sound where names are compared.
var alike = func() map[rune]rune {
	const other, same = "АЕКМОТаекмотѕіјЅІЈΑΕΖΙΚΜΝΟΤο", "AEKMOTaekmotsijSIJAEZIKMNOTo"
	letters := map[rune]rune{}
	for i, c := range []rune(other) {
		letters[c] = rune(same[i])
	}
	return letters
}()

// latin writes look-alikes of another script in a word of Latin letters as Latin ones. Words of another script stay as they are.
func latin(s string) string {
	if strings.IndexFunc(s, func(c rune) bool { return alike[c] != 0 }) < 0 {
		return s
	}
	letters := []rune(s)
	for i := 0; i < len(letters); {
		j, own := i, false
		for ; j < len(letters) && unicode.IsLetter(letters[j]); j++ {
			own = own || unicode.Is(unicode.Latin, letters[j])
		}
		for k := i; own && k < j; k++ {
			if c := alike[letters[k]]; c != 0 {
				letters[k] = c
			}
		}
		i = j + 1
	}
	return string(letters)
}
