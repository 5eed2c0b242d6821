// Package fold reduces names and texts to the form in which they are compared: for identity, lookups, search and filters alike,
// in both stores. It is the only place that decides when two spellings are the same.
package fold

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed variants.txt
var variantsText string

// variants maps a folded word to the folded word it is a transliteration of.
var variants = readVariants(variantsText)

func readVariants(text string) map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		for _, w := range words[min(1, len(words)):] {
			table[w] = words[0]
		}
	}
	return table
}

// Begun are the words that a beginning stands for by transliteration: "thaq" begins Thaqi, which is Thaci. They are folded, sorted, each
// once.
func Begun(beginning string) (words []string) {
	for written, word := range variants {
		if strings.HasPrefix(written, beginning) && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return words
}

// spellings are the other folded words that a word is written as.
var spellings = func() map[string][]string {
	table := map[string][]string{}
	for written, word := range variants {
		table[word] = append(table[word], written)
	}
	return table
}()

// Begins says whether a folded word begins so, in one of its spellings.
func Begins(word, beginning string) bool {
	return strings.HasPrefix(word, beginning) || slices.ContainsFunc(spellings[word], func(s string) bool { return strings.HasPrefix(s, beginning) })
}

// letters are those that Unicode does not decompose, and the Cyrillic ones that occur inside Latin names or transliterate one to one
// (Serbian, ISO 9:1995 without its diacritics).
var letters = map[rune]string{
	'đ': "d", 'ð': "d", 'ł': "l", 'ø': "o", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th",
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'ђ': "d", 'е': "e", 'ж': "z", 'з': "z", 'и': "i", 'ј': "j", 'к': "k", 'л': "l", 'љ': "lj",
	'м': "m", 'н': "n", 'њ': "nj", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'ћ': "c", 'у': "u", 'ф': "f", 'х': "h", 'ц': "c",
	'ч': "c", 'џ': "dz", 'ш': "s",
}

// dropped are signs that belong to a word without being a letter of it: apostrophes, and accents that a page description left beside their
// letter.
const dropped = "'’‘ʼ`´ˇ˘˙¨˛˝¸\u00ad\u200b\ufeff"

// Text folds letters, marks and punctuation: compatibility decomposition, no combining marks, lower case, letters of other alphabets
// as above, apostrophes dropped, every other run of non-alphanumerics one space. Words keep their order; nothing is left out or replaced by another word.
// Folding is idempotent.
func Text(s string) string {
	if ascii, ok := textASCII(s); ok {
		return ascii
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	each(s, func(_ int, r rune) {
		switch {
		case r == separator:
			space = true
			return
		case space && b.Len() > 0:
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	})
	return b.String()
}

// textASCII is Text for what most texts are: it costs a fifth. It is not ok where a character is not ASCII.
func textASCII(s string) (string, bool) {
	folded, space := make([]byte, 0, len(s)), false
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 0x80:
			return "", false
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case strings.IndexByte(dropped, c) >= 0:
			continue
		default:
			space = true
			continue
		}
		if space && len(folded) > 0 {
			folded = append(folded, ' ')
		}
		space = false
		folded = append(folded, c)
	}
	return string(folded), true
}

// separator stands for anything between two words.
const separator = ' '

// each calls yield for each folded letter or digit of s, or separator, with the place in code points of what it comes from.
func each(s string, yield func(at int, r rune)) {
	at := -1
	for _, r := range s {
		at++
		if r < 0x80 {
			switch {
			case 'A' <= r && r <= 'Z':
				yield(at, r+'a'-'A')
			case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
				yield(at, r)
			case strings.ContainsRune(dropped, r):
			default:
				yield(at, separator)
			}
			continue
		}
		if strings.ContainsRune(dropped, r) {
			continue
		}
		for _, d := range norm.NFKD.String(string(r)) {
			if unicode.Is(unicode.Mn, d) {
				continue
			}
			d = unicode.ToLower(d)
			if to, ok := letters[d]; ok {
				for _, l := range to {
					yield(at, l)
				}
				continue
			}
			switch {
			case strings.ContainsRune(dropped, d): // some apostrophes are letters
			case unicode.IsLetter(d), unicode.IsDigit(d):
				yield(at, d)
			default:
				yield(at, separator)
			}
		}
	}
}

// Word is a word of a text: folded, and the one that it is a transliteration of (variants.txt); it stands at [Start, End) of the text, in code points.
type Word struct {
	Folded     string
	Start, End int
}

// Words are the words of a text, in order. Unlike Name it leaves no article out.
func Words(s string) []Word {
	words, open := []Word{}, false
	var b strings.Builder
	end := func() {
		if open {
			w := &words[len(words)-1]
			w.Folded = b.String()
			if to, ok := variants[w.Folded]; ok {
				w.Folded = to
			}
		}
		open = false
		b.Reset()
	}
	each(s, func(at int, r rune) {
		if r == separator {
			end()
			return
		}
		if !open {
			open = true
			words = append(words, Word{Start: at})
		}
		words[len(words)-1].End = at + 1
		b.WriteRune(r)
	})
	end()
	return words
}

// Searched is the form in which search reads texts: the words of each, joined by a space, and the texts by a word of its own that no text has, so that no
// phrase is found across two. Apart takes it apart again.
func Searched(texts ...string) string {
	var b strings.Builder
	for i, t := range texts {
		if i > 0 {
			b.WriteString(between)
		}
		for i, w := range Words(t) {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w.Folded)
		}
	}
	return b.String()
}

// Apart gives back the texts that Searched joined, in the same order.
func Apart(searched string) []string { return strings.Split(searched, between) }

const between = " ¶ "

// Name folds a name for identity and comparison: Text, without a leading article, each word replaced by the one it is a transliteration of
// (variants.txt: Hasim is Hashim, Thaqi is Thaci).
func Name(s string) string {
	s = Text(s)
	if rest, ok := strings.CutPrefix(s, "the "); ok {
		s = rest
	}
	var b strings.Builder // only where a word is replaced
	from := 0             // what is before it stands in b
	for start := 0; start <= len(s); {
		end := strings.IndexByte(s[start:], ' ') + start
		if end < start {
			end = len(s)
		}
		if to, ok := variants[s[start:end]]; ok {
			b.WriteString(s[from:start])
			b.WriteString(to)
			from = end
		}
		start = end + 1
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// LastWord is the last word of a folded name: a surname, for names in the order given name, family name. It is "" for a name of one word.
func LastWord(folded string) string {
	if i := strings.LastIndexByte(folded, ' '); i >= 0 {
		return folded[i+1:]
	}
	return ""
}
