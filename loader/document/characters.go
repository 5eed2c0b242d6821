package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// clean makes text plain: runs of blanks one space, none at the ends, no control characters but the line feed, valid UTF-8. What readers
// cannot see or cannot tell apart is written one way: composed letters, no marks without width, ligatures as their letters, one hyphen, one
// apostrophe, a Latin word in Latin letters.
func clean(s string) string {
	if ascii(s) {
		return spaced(joiners(s))
	}
	s = spaced(joiners(latin(norm.NFC.String(strings.Map(plainSign, ligatures.Replace(s))))))
	if unmarked := raised.ReplaceAllString(s, "$1"); unmarked != s {
		return norm.NFC.String(unmarked)
	}
	return s
}

// raised are the marks of notes that are written with signs of their own, not in letters of their own: those behind a word or its
// punctuation, or behind a number, not behind a unit or the base of a power.
var raised = regexp.MustCompile(`(\p{L}{3}|\d{3}|[2-9]\d|1[1-9]|[.,;:”"’)])[¹²³⁰⁴-⁹]+`)

// plainSign is what a sign stands for: Latin letters and digits that are set in a form of their own, full width or as in formulas, and the
// controls that no text has, which are bytes of Windows-1252 taken for code points.
func plainSign(c rune) rune {
	switch {
	case c >= 0x80 && c < 0xa0:
		return charmap.Windows1252.DecodeByte(byte(c))
	case c >= '！' && c <= '～':
		return c - '！' + '!'
	case c >= 0x1d400 && c <= 0x1d7ff:
		if plain := []rune(norm.NFKC.String(string(c))); len(plain) == 1 {
			return plain[0]
		}
	}
	return c
}

// plainLetters writes ligatures and other letters that are set in a form of their own as those that they stand for. An accent that stands
// alone stays one.
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

var ligatures = strings.NewReplacer(
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
	"ǆ", "dž", "ǅ", "Dž", "Ǆ", "DŽ", "ǉ", "lj", "ǈ", "Lj", "Ǉ", "LJ", "ǌ", "nj", "ǋ", "Nj", "Ǌ", "NJ", "Ĳ", "IJ", "ĳ", "ij",
	"\u2010", "-", "\u2011", "-",
)

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

// joiners writes what is typed for an apostrophe or a hyphen between two letters as one.
func joiners(s string) string {
	const apostrophes, hyphens = "`´ʼʻˈʹ′‛＇", "−‒﹣⁃"
	if !strings.ContainsAny(s, apostrophes+hyphens) {
		return s
	}
	letters := []rune(s)
	for i, c := range letters {
		if i == 0 || i+1 == len(letters) || !unicode.IsLetter(letters[i-1]) || !unicode.IsLetter(letters[i+1]) {
			continue
		}
		switch {
		case strings.ContainsRune(apostrophes, c):
			letters[i] = '’'
		case strings.ContainsRune(hyphens, c):
			letters[i] = '-'
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
