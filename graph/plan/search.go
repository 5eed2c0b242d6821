package plan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
)

// Results is one page of what a search finds. Its value is a SearchConnection.
type Results struct {
	Text  SearchText
	Query Search // without Names, Texts and Phrase, which package walk derives from Text
	// Size is how many are served, those after After.
	Size  int
	After []Value // of the order; see Cursor
	// Nodes is nil where only the total is wanted. Where Snippets are wanted, or highlights in them, its slots Name, Aliases, Searched and
	// Keys are what they are made of.
	Nodes         *Tuple
	Snippets      bool
	Name, Aliases int
	Searched      map[string]int   // by label
	Keys          map[string][]int // of ontology.Type.TextKeys, by label
	page          Page
}

func (*Results) walk() {}

// Cursor is the cursor of a result: by rank, mentions, key and id.
func (w *Results) Cursor(keys []Value) (string, error) { return w.page.Cursor(keys) }

// Slots of a SearchConnection, of a SearchEdge, of a Highlight, and of PageInfo where it is a tuple.
const (
	ConnectionEdges = iota
	ConnectionNodes
	ConnectionTotal
	ConnectionInfo
)
const (
	EdgeCursor = iota
	EdgeNode
	EdgeScore
	EdgeMatch
	EdgeSnippet
	EdgeHighlights
)
const (
	HighlightStart = iota
	HighlightEnd
)
const (
	InfoNext = iota
	InfoPrevious
	InfoStart
	InfoEnd
)

// Match says how a search found a node; the lesser, the better.
type Match int

const (
	MatchName Match = iota
	MatchAlias
	MatchNamePrefix
	MatchNameWords
	MatchNameTypo
	MatchTextPhrase
	MatchTextWords
)

func (m Match) String() string {
	return [...]string{"NAME", "ALIAS", "NAME_PREFIX", "NAME_WORDS", "NAME_TYPO", "TEXT_PHRASE", "TEXT_WORDS"}[m]
}

// SearchText is what a search asks for: all of its terms.
type SearchText []Term

// Term is a word, or a phrase in quotes.
type Term struct {
	Phrase
	Quoted bool
	Not    bool
}

// Any are the phrases that the term finds: itself and, where it is a prefix, the words that are also written so that they begin like it.
func (t Term) Any() []Phrase {
	found := []Phrase{t.Phrase}
	if t.Prefix {
		for _, w := range fold.Begun(t.Words[0]) {
			found = append(found, Phrase{Words: []string{w}})
		}
	}
	return found
}

// maxTerms and maxWord bound what a search asks for.
const (
	maxTerms = 32
	maxWord  = 255
)

// readSearch reads the text of a search: words apart from each other by space; "quotes" around words that stand side by side; -word and
// -"a phrase" for what must not be there; word* for all words that begin so. A word with signs in it, such as 20-22, is as many words.
func readSearch(text string, at place) (SearchText, *Error) {
	terms := SearchText{}
	isQuote := func(r rune) bool { return r == '"' || r == '“' || r == '”' || r == '„' }
	for rest := strings.TrimSpace(text); rest != ""; rest = strings.TrimSpace(rest) {
		var t Term
		if after, ok := strings.CutPrefix(rest, "-"); ok {
			t.Not, rest = true, after
		}
		if r, n := utf8.DecodeRuneInString(rest); isQuote(r) {
			end := strings.IndexFunc(rest[n:], isQuote)
			if end < 0 {
				return nil, badInput(nil, "%s(text:) opens a quote and does not close it", at)
			}
			t.Quoted, t.Words = true, words(rest[n:n+end])
			_, quote := utf8.DecodeRuneInString(rest[n+end:])
			rest = rest[n+end+quote:]
		} else {
			end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) })
			if end < 0 {
				end = len(rest)
			}
			t.Words = words(rest[:end])
			t.Prefix = strings.HasSuffix(rest[:end], "*")
			rest = rest[end:]
		}
		switch {
		case len(t.Words) == 0:
		case t.Quoted || t.Not && !t.Prefix:
			terms = append(terms, t)
		default:
			for i, w := range t.Words {
				terms = append(terms, Term{Phrase: Phrase{Words: []string{w}, Prefix: t.Prefix && i == len(t.Words)-1}, Not: t.Not})
			}
		}
	}
	count := 0
	for _, t := range terms {
		count += len(t.Words)
		if slices.ContainsFunc(t.Words, func(w string) bool { return utf8.RuneCountInString(w) > maxWord }) {
			return nil, badInput(nil, "%s(text:) has a word of more than %d letters, which is the limit", at, maxWord)
		}
	}
	switch {
	case count > maxTerms:
		return nil, badInput(nil, "%s(text:) has %d words; the limit is %d", at, count, maxTerms)
	case count == 0:
		return nil, badInput(nil, "%s(text:) has no word to look for", at)
	case !slices.ContainsFunc(terms, func(t Term) bool { return !t.Not }):
		return nil, badInput(nil, "%s(text:) says only what must not be there: add a word to look for", at)
	}
	return terms, nil
}

func words(s string) (folded []string) {
	for _, w := range fold.Words(s) {
		folded = append(folded, w.Folded)
	}
	return folded
}

func (r *request) search(s selected, args map[string]any, at place) (*Plan, *Error) {
	text := asString(args["text"])
	terms, err := readSearch(text, at)
	if err != nil {
		return nil, err
	}
	w := &Results{Text: terms, Searched: map[string]int{}, Keys: map[string][]int{},
		Query: Search{Types: r.o.Types, Mentions: r.o.Relation("MENTIONS"), AsOf: r.asOf}}
	if args["types"] != nil {
		w.Query.Types = []*ontology.Type{}
		for _, t := range r.o.Types {
			if slices.ContainsFunc(asList(args["types"]), func(v any) bool { return asString(v) == t.Name }) {
				w.Query.Types = append(w.Query.Types, t)
			}
		}
	}
	f := r.filters(at, "where")
	if v := args["where"]; v != nil {
		if w.Query.Where = f.far("Entity", v, 1); f.err != nil {
			return nil, f.err
		}
	}
	w.page = Page{binding: "search " + text, Order: []Order{
		{Column: "match", Kind: ontology.Int}, {Column: "mentions", Kind: ontology.Int}, {Column: "key"}, {Column: "id"}}}
	if err := w.page.window(args, at); err != nil {
		return nil, err
	}
	w.Size, w.After = w.page.Size, w.page.After
	nodes := func() *Tuple {
		if w.Nodes == nil {
			w.Nodes = r.tuple(OfNode, w.Query.Types...)
		}
		return w.Nodes
	}
	object := newObject()
	err = r.record(object, "SearchConnection", s.children, at, func(name string) recordField {
		switch name {
		case "edges":
			nodes()
			return r.searchEdges(w)
		case "nodes":
			return r.nodeList(ConnectionNodes, nodes())
		case "totalCount":
			return scalarField(ConnectionTotal, ontology.Int, true)
		}
		return r.pageInfo()
	})
	if err != nil {
		return nil, err
	}
	each, _ := w.Nodes.cost()
	return &Plan{Walk: w, Out: Whole{object}, Cost: times(w.Size, max(1, each)), Costliest: at.String()}, nil
}

// searchEdges lists what was found, each with how it was.
func (r *request) searchEdges(w *Results) recordField {
	return r.recordList(ConnectionEdges, "SearchEdge", func(name string) recordField {
		switch name {
		case "cursor":
			return scalarField(EdgeCursor, ontology.String, true)
		case "node":
			return r.oneNode(EdgeNode, w.Nodes)
		case "score":
			return scalarField(EdgeScore, ontology.Float, true)
		case "match":
			return scalarField(EdgeMatch, ontology.Enum, true)
		case "snippet":
			w.snippets()
			return scalarField(EdgeSnippet, ontology.String, true)
		}
		w.snippets()
		return r.recordList(EdgeHighlights, "Highlight", func(name string) recordField {
			return scalarField(map[string]int{"start": HighlightStart, "end": HighlightEnd}[name], ontology.Int, true)
		})
	})
}

// snippets has the nodes come with what snippets are made of.
func (w *Results) snippets() {
	if w.Snippets {
		return
	}
	w.Snippets = true
	for _, t := range w.Query.Types {
		w.Name, w.Aliases = w.Nodes.column("name", ontology.String, t).Slot, w.Nodes.column("aliases", ontology.String, t).Slot
		for _, p := range t.TextKeys() {
			w.Keys[t.Name] = append(w.Keys[t.Name], w.Nodes.column(p.Name, p.Kind, t).Slot)
		}
		if t.Searched != nil {
			w.Searched[t.Name] = w.Nodes.column(t.Searched.Name, ontology.String, t).Slot
		}
	}
}

// pageInfo is Relay's, of a connection that is a tuple.
func (r *request) pageInfo() recordField {
	return func(s selected, at place) (Out, bool, *Error) {
		info := newObject()
		err := r.record(info, "PageInfo", s.children, at, func(name string) recordField {
			switch name {
			case "hasNextPage":
				return scalarField(InfoNext, ontology.Boolean, true)
			case "hasPreviousPage":
				return scalarField(InfoPrevious, ontology.Boolean, true)
			case "startCursor":
				return scalarField(InfoStart, ontology.String, false)
			}
			return scalarField(InfoEnd, ontology.String, false)
		})
		return Nested{ConnectionInfo, info}, true, err
	}
}
