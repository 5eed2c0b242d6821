package walk

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"councilgraph/graph/fold"
	"councilgraph/graph/plan"
)

// maxCandidates is how many nodes a store may supply for one search, by names and by texts each.
const maxCandidates = 50_000

// hit is a node that a search found, with what it is ordered by.
type hit struct {
	match    plan.Match
	mentions int64
	key      string
	id       string
	node     []plan.Value // nil where it was not found at once
}

// keys are the values of the order, for a cursor.
func (h hit) keys() []plan.Value { return []plan.Value{int64(h.match), h.mentions, h.key, h.id} }

// compare orders by match, then most mentions, then newest report, then id.
func (h hit) compare(other hit) int {
	return cmp.Or(cmp.Compare(h.match, other.match), cmp.Compare(other.mentions, h.mentions), cmp.Compare(other.key, h.key), cmp.Compare(h.id, other.id))
}

func (w *Walker) search(ctx context.Context, fetch plan.Fetch, r *plan.Results) (plan.Value, error) {
	terms := readTerms(r.Text)
	known := w.words.now()
	hits, version, err := w.find(ctx, fetch, r, terms, known)
	if err != nil {
		return nil, err
	}
	if version != known.version && terms.mayErr() { // somebody wrote since the words were read
		if known, err = w.words.read(ctx, fetch); err != nil {
			return nil, err
		}
		if hits, _, err = w.find(ctx, fetch, r, terms, known); err != nil {
			return nil, err
		}
	}
	first := 0
	if r.After != nil {
		after := hit{}
		after.key, after.id = text(r.After[2]), text(r.After[3])
		after.mentions, _ = r.After[1].(int64)
		match, _ := r.After[0].(int64)
		after.match = plan.Match(match)
		at, found := slices.BinarySearchFunc(hits, after, hit.compare)
		if first = at; found {
			first++
		}
	}
	page := hits[first:min(first+r.Size, len(hits))]
	nodes, err := found(ctx, fetch, r, page)
	if err != nil {
		return nil, err
	}
	edges, served := []plan.Value{}, []plan.Value{}
	info := []plan.Value{"PageInfo", first+len(page) < len(hits), first > 0, nil, nil}
	for i, h := range page {
		cursor, err := r.Cursor(h.keys())
		if err != nil {
			return nil, err
		}
		if i == 0 {
			info[1+plan.InfoStart] = cursor
		}
		info[1+plan.InfoEnd] = cursor
		node := nodes[h.id]
		if node == nil { // not wanted, or gone meanwhile
			continue
		}
		snippet, highlights := "", []plan.Value(nil)
		if r.Snippets {
			snippet, highlights = terms.snippet(r, h.match, node)
		}
		score := 1 - float64(first+i)/float64(len(hits))
		edges = append(edges, []plan.Value{"SearchEdge", cursor, node, score, h.match.String(), snippet, highlights})
		served = append(served, node)
	}
	return []plan.Value{"SearchConnection", edges, served, int64(len(hits)), info}, nil
}

// found are the nodes of a page of hits, by id: those that were not found at once are asked for. None are there where none are wanted.
func found(ctx context.Context, fetch plan.Fetch, r *plan.Results, page []hit) (map[string][]plan.Value, error) {
	nodes := map[string][]plan.Value{}
	if r.Nodes == nil {
		return nodes, nil
	}
	get := &plan.Get{Node: r.Nodes, AsOf: r.Query.AsOf}
	for _, h := range page {
		if h.node == nil {
			get.IDs = append(get.IDs, h.id)
		}
		nodes[h.id] = h.node
	}
	if len(get.IDs) == 0 {
		return nodes, nil
	}
	value, err := fetch(ctx, get)
	for _, row := range list(value) {
		row := list(row)
		nodes[text(row[1])] = list(row[3])
	}
	return nodes, err
}

// find lists all that the terms find, in order, and the version of the vocabulary at that time.
func (w *Walker) find(ctx context.Context, fetch plan.Fetch, r *plan.Results, terms terms, known vocabulary) ([]hit, string, error) {
	typos := terms.typos(known)
	query := r.Query
	query.Node = r.Nodes
	query.Names, query.Texts, query.Phrase, query.Limit = terms.inNames(typos), terms.inTexts(), terms.phrase(), maxCandidates+1
	value, err := fetch(ctx, &query)
	if err != nil {
		return nil, "", err
	}
	answer := list(value)
	names, texts := list(answer[1]), list(answer[2])
	if len(names) > maxCandidates || len(texts) > maxCandidates {
		return nil, "", tooCostly("search finds more than %d nodes: add words, or name fewer types", maxCandidates)
	}
	hits, named := []hit{}, map[string]bool{}
	for _, row := range names {
		row := list(row)
		if match, ok := terms.match(fold.Apart(text(row[2])), typos); ok {
			h := hit{match: match, id: text(row[0]), node: atOnce(row)}
			h.mentions, _ = row[1].(int64)
			hits, named[h.id] = append(hits, h), true
		}
	}
	for _, row := range texts {
		row := list(row)
		h := hit{match: plan.MatchTextWords, key: text(row[1]), id: text(row[0]), node: atOnce(row)}
		if phrase, _ := row[2].(bool); phrase || terms.quoted {
			h.match = plan.MatchTextPhrase
		}
		if !named[h.id] {
			hits = append(hits, h)
		}
	}
	slices.SortFunc(hits, hit.compare)
	return hits, text(answer[0]), nil
}

// atOnce is the node of a row of a Search, where the store gives it.
func atOnce(row []plan.Value) []plan.Value {
	if len(row) < 4 {
		return nil
	}
	return list(row[3])
}

// vocabulary is the words of all names, sorted by their bytes forwards, and backwards.
type vocabulary struct {
	version             string
	forwards, backwards []string
}

// words keeps the vocabulary as it was last read. It is safe for concurrent use.
type words struct {
	mu   sync.Mutex
	last vocabulary
}

func (w *words) now() vocabulary {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.last
}

func (w *words) read(ctx context.Context, fetch plan.Fetch) (vocabulary, error) {
	value, err := fetch(ctx, &plan.Vocabulary{})
	if err != nil {
		return vocabulary{}, err
	}
	v := vocabulary{version: text(list(value)[0])}
	for _, word := range list(list(value)[1]) {
		v.forwards = append(v.forwards, text(word))
	}
	slices.Sort(v.forwards)
	v.backwards = slices.Clone(v.forwards)
	slices.SortFunc(v.backwards, compareBackwards)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.last = v
	return v, nil
}

// near are the words at edit distance 1 of a word (one letter too many, too few, or another), sorted. Of each, one half of the word is as
// it was.
func (v vocabulary) near(word string) (near []string) {
	half := len(word) / 2
	for half < len(word) && !utf8.RuneStart(word[half]) {
		half++
	}
	first, last := word[:half], word[half:]
	i, _ := slices.BinarySearch(v.forwards, first)
	for ; i < len(v.forwards) && strings.HasPrefix(v.forwards[i], first); i++ {
		if oneApart(word, v.forwards[i]) {
			near = append(near, v.forwards[i])
		}
	}
	i, _ = slices.BinarySearchFunc(v.backwards, last, compareBackwards)
	for ; i < len(v.backwards) && strings.HasSuffix(v.backwards[i], last); i++ {
		if oneApart(word, v.backwards[i]) {
			near = append(near, v.backwards[i])
		}
	}
	slices.Sort(near)
	return slices.Compact(near)
}

// compareBackwards compares texts by their bytes, the last one first.
func compareBackwards(a, b string) int {
	for i := 1; i <= min(len(a), len(b)); i++ {
		if c := cmp.Compare(a[len(a)-i], b[len(b)-i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

// oneApart says whether the edit distance (Levenshtein) of two words is 1, letters counted as code points.
func oneApart(a, b string) bool {
	for a != "" && b != "" {
		first, n := utf8.DecodeRuneInString(a)
		other, m := utf8.DecodeRuneInString(b)
		if first != other {
			return a[n:] == b[m:] || a[n:] == b || a == b[m:]
		}
		a, b = a[n:], b[m:]
	}
	return utf8.RuneCountInString(a)+utf8.RuneCountInString(b) == 1
}

// stands says whether a term's words stand side by side among others.
func stands(all []string, t plan.Term) bool {
	for i := range all {
		if begins(all[i:], t) {
			return true
		}
	}
	return false
}

// begins says whether words begin with those of a term. The last of a prefix need only begin so, or also be written so that it does.
func begins(all []string, t plan.Term) bool {
	if len(all) < len(t.Words) {
		return false
	}
	last := len(t.Words) - 1
	return slices.Equal(all[:last], t.Words[:last]) &&
		(all[last] == t.Words[last] || t.Prefix && fold.Begins(all[last], t.Words[last]))
}
