package loader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"councilgraph/graph/fold"
)

// trie finds names in a text by their folded words, in one pass. A name matches where its words stand in order with nothing but blanks, hyphens, slashes,
// quotes and brackets between, and where each word that the name writes with a capital has one.
type trie struct {
	next   map[string]*trie
	entity *Entity
	form   []string // the words of the name as written
	short  bool     // the name is an acronym, or a surname alone
}

func newTrie() *trie { return &trie{next: map[string]*trie{}} }

// add enters a name. It gives the entity that has the name already, or nil.
func (t *trie) add(name string, e *Entity) *Entity {
	words := wordsOf(name)
	for _, w := range words {
		n := t.next[w.folded]
		if n == nil {
			n = newTrie()
			t.next[w.folded] = n
		}
		t = n
	}
	if t.entity != nil && t.entity != e {
		return t.entity
	}
	t.entity, t.short = e, isAcronym(name)
	for i, w := range words {
		written := name[w.from:w.to]
		if i == len(t.form) {
			t.form = append(t.form, written)
		} else if first, _ := utf8.DecodeRuneInString(written); unicode.IsLower(first) {
			t.form[i] = written // one spelling does without the capital
		}
	}
	return nil
}

// word is a run of letters and digits of a text. stem is its folded form without a possessive ending, or "".
type word struct {
	from, to, stemTo int
	folded, stem     string
}

func inWord(c rune) bool {
	return c < 0x80 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') || c == '\'' || c == '’' || c == '‘' ||
		c >= 0x80 && (unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || strings.ContainsRune("ˇ˘˙¨˛˝¸´ʼ", c))
}

func wordsOf(text string) []word {
	var words []word
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if !inWord(c) || c == '\'' || c == '’' || c == '‘' {
			i += n
			continue
		}
		from := i
		for i < len(text) {
			c, n = utf8.DecodeRuneInString(text[i:])
			if !inWord(c) {
				break
			}
			i += n
		}
		to := from + len(strings.TrimRight(text[from:i], "'’‘"))
		w := word{from: from, to: to, folded: fold.Name(text[from:to])}
		for _, ending := range []string{"'s", "’s"} {
			if stem, ok := strings.CutSuffix(text[from:to], ending); ok && stem != "" {
				w.stem, w.stemTo = fold.Name(stem), from+len(stem)
			}
		}
		words = append(words, w)
	}
	return words
}

// found is a name in a text.
type found struct {
	from, to int
	entity   *Entity
	short    bool
}

// longest is the longest name that begins at words[i].
func (t *trie) longest(text string, words []word, i int) (best found, ok bool) {
	if at := words[i].from; strings.HasSuffix(text[:at], "non-") { // what it is not
		return found{}, false
	}
	node := t
	for j := i; j < len(words); j++ {
		if j > i && !joins(text, words[j-1], words[j]) {
			break
		}
		if w := words[j]; w.stem != "" {
			if end := node.next[w.stem]; end != nil && end.fits(text, words[i:j+1], w.stemTo) {
				best, ok = found{words[i].from, w.stemTo, end.entity, end.short}, true
			}
		}
		if node = node.next[words[j].folded]; node == nil {
			break
		}
		if node.fits(text, words[i:j+1], words[j].to) {
			best, ok = found{words[i].from, words[j].to, node.entity, node.short}, true
		}
	}
	return best, ok
}

// fits says whether a name ends here and is written with its capitals.
func (t *trie) fits(text string, words []word, end int) bool {
	if t.entity == nil {
		return false
	}
	for i, w := range words {
		written := text[w.from:min(w.to, end)]
		if t.short && len(words) == 1 && isAcronym(t.form[i]) {
			return written == t.form[i]
		}
		first, _ := utf8.DecodeRuneInString(t.form[i])
		is, _ := utf8.DecodeRuneInString(written)
		if unicode.IsUpper(first) && unicode.IsLower(is) {
			return false
		}
	}
	return true
}

// joins says whether two words can be of one name.
func joins(text string, a, b word) bool {
	between := text[a.to:b.from]
	return len(between) <= 6 && strings.Trim(between, " \n-–‑/()“”\"'’‘&") == "" || between == ". " && a.to == a.from+1
}

// find is the entity of which the whole text is a name; nil where there is none.
func (t *trie) find(name string) *Entity {
	words := wordsOf(name)
	if len(words) == 0 {
		return nil
	}
	if f, ok := t.longest(name, words, 0); ok && f.to >= words[len(words)-1].to && f.entity.Label != labelNothing {
		return f.entity
	}
	return nil
}
