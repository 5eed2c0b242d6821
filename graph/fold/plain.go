package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Plain folds case, diacritics and compatibility forms, and nothing else: articles, punctuation and signs stay, so that a part of a text is
// a part of its folded form. Folding is idempotent.
func Plain(s string) string {
	ascii := strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
	if ascii {
		return strings.ToLower(s)
	}
	for { // few letters fold to some that decompose
		folded, _, err := transform.String(transform.Chain(norm.NFKD, cases.Fold(), runes.Map(cherokee), norm.NFKD,
			runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
		if err != nil || folded == s {
			return s // there is no error: any text can be folded
		}
		s = folded
	}
}

// cherokee gives Cherokee letters as capitals, to which Unicode's CaseFolding.txt folds them: [cases.Fold] turns the capitals small and the
// small ones capital.
func cherokee(r rune) rune {
	if unicode.Is(unicode.Cherokee, r) {
		return unicode.ToUpper(r)
	}
	return r
}
