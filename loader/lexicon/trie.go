package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"councilgraph/graph/fold"
)

// Trie finds names in a text by their folded words, in one pass. A name matches where its words stand in order with nothing but blanks,
// hyphens, slashes, quotes and brackets between, or commas where the name has one, and where each word that the name writes with a capital
// has one.
type Trie struct {
	next   map[string]*Trie
	entity *Entity
	form   []string // the words of the name as written
	short  bool     // the name is an acronym, or a surname alone
	comma  bool     // a name has a comma before this word
}

// NewTrie makes one without names.
func NewTrie() *Trie { return &Trie{next: map[string]*Trie{}} }

// Add enters a name. It gives the entity that has the name already, or nil.
func (t *Trie) Add(name string, e *Entity) *Entity {
	words := Words(name)
	for i, w := range words {
		n := t.next[w.Folded]
		if n == nil {
			n = NewTrie()
			t.next[w.Folded] = n
		}
		n.comma = n.comma || i > 0 && commaBetween(name, words[i-1], w)
		t = n
	}
	if t.entity != nil && t.entity != e {
		return t.entity
	}
	t.entity, t.short = e, IsAcronym(name)
	for i, w := range words {
		written := name[w.From:w.To]
		if i == len(t.form) {
			t.form = append(t.form, written)
		} else if first, _ := utf8.DecodeRuneInString(written); unicode.IsLower(first) {
			t.form[i] = written // one spelling does without the capital
		}
	}
	return nil
}

// Remove takes out all names of an entity.
func (t *Trie) Remove(e *Entity) {
	if t.entity == e {
		t.entity, t.short, t.form = nil, false, nil
	}
	for _, n := range t.next {
		n.Remove(e)
	}
}

// Replace makes all names of one entity those of another.
func (t *Trie) Replace(e, other *Entity) {
	if t.entity == e {
		t.entity = other
	}
	for _, n := range t.next {
		n.Replace(e, other)
	}
}

// AddShort enters a name that is short for an entity's, a surname alone. It takes the place of what had the name before.
func (t *Trie) AddShort(name string, e *Entity) {
	t.Add(name, e)
	for _, w := range Words(name) {
		t = t.next[w.Folded]
	}
	t.entity, t.short = e, true
}

// Word is a run of letters and digits of a text. stem is its folded form without a possessive ending, or "".
type Word struct {
	From, To     int // bytes
	Folded, stem string
	stemTo       int
}

func inWord(c rune) bool {
	return c < 0x80 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') || c == '\'' || c == '’' || c == '‘' ||
		c >= 0x80 && (unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || strings.ContainsRune("ˇ˘˙¨˛˝¸´ʼ", c))
}

// Words divides a text into its words.
func Words(text string) []Word {
	var words []Word
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
		w := Word{From: from, To: to, Folded: fold.Name(text[from:to])}
		for _, ending := range []string{"'s", "’s"} {
			if stem, ok := strings.CutSuffix(text[from:to], ending); ok && stem != "" {
				w.stem, w.stemTo = fold.Name(stem), from+len(stem)
			}
		}
		words = append(words, w)
	}
	return words
}

// Found is a name in a text.
type Found struct {
	From, To int // bytes
	Entity   *Entity
	Short    bool // an acronym
}

// Longest is the longest name that begins at words[i].
func (t *Trie) Longest(text string, words []Word, i int) (best Found, ok bool) {
	if at := words[i].From; strings.HasSuffix(text[:at], "non-") { // what it is not
		return Found{}, false
	}
	node := t
	for j := i; j < len(words); j++ {
		comma := j > i && commaBetween(text, words[j-1], words[j])
		if j > i && !comma && !joins(text, words[j-1], words[j]) {
			break
		}
		if w := words[j]; w.stem != "" {
			if end := node.next[w.stem]; end != nil && (!comma || end.comma) && end.fits(text, words[i:j+1], w.stemTo) {
				best, ok = Found{words[i].From, w.stemTo, end.entity, end.short}, true
			}
		}
		if node = node.next[words[j].Folded]; node == nil || comma && !node.comma {
			break
		}
		if node.fits(text, words[i:j+1], words[j].To) {
			best, ok = Found{words[i].From, words[j].To, node.entity, node.short}, true
		}
	}
	for _, pair := range [][2]string{{"(", ")"}, {"“", "”"}} { // "Iran (Islamic Republic of)"
		if name := text[best.From:best.To]; ok && strings.Count(name, pair[0]) > strings.Count(name, pair[1]) && strings.HasPrefix(text[best.To:], pair[1]) {
			best.To += len(pair[1])
		}
	}
	if ok && cutsQuote(text, best) {
		return Found{}, false
	}
	return best, ok
}

// cutsQuote says that a name ends among the words of what stands in quotation marks, which is another's name then: "Civic Forum “Bread,
// Work and Peace”" is not "Civic Forum “Bread”".
func cutsQuote(text string, f Found) bool {
	name, behind := text[f.From:f.To], text[f.To:]
	end := strings.IndexAny(behind, "“”.;")
	return strings.Count(name, "“") > strings.Count(name, "”") && end >= 0 && strings.HasPrefix(behind[end:], "”")
}

// fits says whether a name ends here and is written with its capitals.
func (t *Trie) fits(text string, words []Word, end int) bool {
	if next, _ := utf8.DecodeRuneInString(text[end:]); t.entity == nil || unicode.Is(unicode.Sc, next) { // "US$" is a currency
		return false
	}
	for i, w := range words {
		written := text[w.From:min(w.To, end)]
		if t.short && len(words) == 1 && IsAcronym(t.form[i]) {
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
func joins(text string, a, b Word) bool {
	between := text[a.To:b.From]
	return len(between) <= 6 && strings.Trim(between, " \n-–‑/()“”\"'’‘&") == "" || between == ". " && a.To == a.From+1
}

// commaBetween says whether a comma stands between two words, and nothing else but a blank.
func commaBetween(text string, a, b Word) bool { return text[a.To:b.From] == ", " }

// Find is the entity of which the whole text is a name; nil where there is none.
func (t *Trie) Find(name string) *Entity {
	words := Words(name)
	if len(words) == 0 {
		return nil
	}
	if f, ok := t.Longest(name, words, 0); ok && f.To >= words[len(words)-1].To && f.Entity.Label != LabelNothing {
		return f.Entity
	}
	return nil
}
