package walk

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"councilgraph/graph/fold"
	"councilgraph/graph/plan"
)

// terms are what a search asks for, as names and as texts are asked for it.
type terms struct {
	asked []plan.Term // all must hold of a text
	named []plan.Term // all must hold of names: as asked, without a leading article, and the last word a prefix
	// quoted: a phrase is asked for.
	quoted bool
}

func readTerms(asked plan.SearchText) terms {
	t := terms{asked: asked}
	wanted := 0
	for _, a := range asked {
		if !a.Not {
			wanted++
			t.quoted = t.quoted || a.Quoted
		}
	}
	last, first := -1, true
	for _, a := range asked {
		if article := !a.Not && !a.Quoted && first && wanted > 1 && a.Words[0] == "the"; !article {
			t.named = append(t.named, a)
			if !a.Not {
				last = len(t.named) - 1
			}
		}
		first = first && a.Not
	}
	if !t.named[last].Quoted {
		t.named[last].Prefix = true
	}
	return t
}

// minTypo is how many letters a word has, at least, that may have a typo.
const minTypo = 4

// mayErr says whether a term may have a typo. A number may not: with another digit it is another number.
func mayErr(t plan.Term) bool {
	return !t.Not && !t.Quoted && utf8.RuneCountInString(t.Words[0]) >= minTypo && !strings.ContainsFunc(t.Words[0], unicode.IsDigit)
}

func (t terms) mayErr() bool { return slices.ContainsFunc(t.named, mayErr) }

// typos are the words that may be meant instead, for each of named.
func (t terms) typos(known vocabulary) [][]string {
	typos := make([][]string, len(t.named))
	for i, n := range t.named {
		if mayErr(n) {
			typos[i] = known.near(n.Words[0])
		}
	}
	return typos
}

func (t terms) inNames(typos [][]string) (clauses []plan.Clause) {
	for i, n := range t.named {
		c := plan.Clause{Any: n.Any(), Not: n.Not}
		for _, word := range typos[i] {
			c.Any = append(c.Any, plan.Phrase{Words: []string{word}})
		}
		clauses = append(clauses, c)
	}
	return clauses
}

func (t terms) inTexts() (clauses []plan.Clause) {
	for _, a := range t.asked {
		clauses = append(clauses, plan.Clause{Any: a.Any(), Not: a.Not})
	}
	return clauses
}

// phrase is all the words asked for, where they would make a phrase though nobody said so.
func (t terms) phrase() (words []string) {
	for _, a := range t.asked {
		if !a.Not {
			if a.Prefix || t.quoted {
				return nil
			}
			words = append(words, a.Words...)
		}
	}
	if len(words) < 2 {
		return nil
	}
	return words
}

// match says what the names of a node, the main one first, have of the terms. All that is asked for must be in one of them.
func (t terms) match(names []string, typos [][]string) (best plan.Match, ok bool) {
	all := plan.Term{} // one after the other
	for _, n := range t.named {
		if !n.Not {
			all.Words, all.Prefix = append(all.Words, n.Words...), n.Prefix
		}
	}
	for i, name := range names {
		words := strings.Fields(name)
		bare := words
		if len(words) > 1 && words[0] == "the" {
			bare = words[1:]
		}
		match, held := plan.MatchNameTypo, t.hold(words, typos)
		switch {
		case slices.Equal(bare, all.Words) && i == 0:
			match = plan.MatchName
		case slices.Equal(bare, all.Words):
			match = plan.MatchAlias
		case begins(bare, all):
			match = plan.MatchNamePrefix
		case held && t.hold(words, nil):
			match = plan.MatchNameWords
		}
		if held && (!ok || match < best) {
			best, ok = match, true
		}
	}
	return best, ok
}

// hold says whether all terms that are asked for stand in a name, one of them with a typo at most. What must not be there the store has
// looked after.
func (t terms) hold(words []string, typos [][]string) bool {
	erred := false
	for i, n := range t.named {
		if n.Not || stands(words, n) {
			continue
		}
		if erred || typos == nil || !slices.ContainsFunc(typos[i], func(word string) bool { return slices.Contains(words, word) }) {
			return false
		}
		erred = true
	}
	return true
}

// How long a snippet may be, and how much of it may stand before the first word found, in code points.
const (
	maxSnippet = 240
	before     = 60
)

// snippet is the part of a node's name or text that was matched, and the words found in it: [Highlight, start, end] in order, in code
// points of the snippet.
func (t terms) snippet(r *plan.Results, match plan.Match, node []plan.Value) (string, []plan.Value) {
	if match >= plan.MatchTextPhrase {
		whole := text(node[1+r.Searched[text(node[0])]])
		words := fold.Words(whole)
		marked := t.marks(words, t.asked, t.phrase())
		return cut(whole, marked)
	}
	names := []string{text(node[1+r.Name])}
	for _, alias := range list(node[1+r.Aliases]) {
		names = append(names, text(alias))
	}
	for _, slot := range r.Keys[text(node[0])] {
		if key := text(node[1+slot]); key != "" {
			names = append(names, key)
		}
	}
	served, marked := names[0], []fold.Word{}
	best, found := plan.Match(0), false
	for i, name := range names {
		words := fold.Words(name)
		// the typos that were meant are those that the names have
		typos := make([][]string, len(t.named))
		folded := make([]string, len(words))
		for j, w := range words {
			folded[j] = w.Folded
			for k, n := range t.named {
				if mayErr(n) && oneApart(n.Words[0], w.Folded) {
					typos[k] = append(typos[k], w.Folded)
				}
			}
		}
		alone := []string{strings.Join(folded, " ")}
		if i > 0 {
			alone = []string{"", alone[0]}
		}
		if m, ok := t.match(alone, typos); ok && (!found || m < best) {
			best, found = m, true
			wanted := slices.Clone(t.named)
			if m == plan.MatchNameTypo {
				for k := range wanted {
					for _, word := range typos[k] {
						wanted = append(wanted, plan.Term{Phrase: plan.Phrase{Words: []string{word}}})
					}
				}
			}
			served, marked = name, t.marks(words, wanted, nil)
		}
	}
	return cut(served, marked)
}

// marks are the words of a text that belong to a term, in order. Where the terms make a phrase, only where they do.
func (t terms) marks(words []fold.Word, wanted []plan.Term, phrase []string) (marked []fold.Word) {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = w.Folded
	}
	if whole := (plan.Term{Phrase: plan.Phrase{Words: phrase}}); phrase != nil && stands(folded, whole) {
		wanted = []plan.Term{whole}
	}
	in := make([]bool, len(words))
	for i := range words {
		for _, n := range wanted {
			if !n.Not && begins(folded[i:], n) {
				for j := range n.Words {
					in[i+j] = true
				}
			}
		}
	}
	for i, w := range words {
		if in[i] {
			marked = append(marked, w)
		}
	}
	return marked
}

// cut cuts a long text at words, to a snippet around the first words found.
func cut(whole string, marked []fold.Word) (string, []plan.Value) {
	points := []rune(whole)
	start, end := 0, len(points)
	if len(points) > maxSnippet {
		if len(marked) > 0 && marked[0].Start > before {
			start = marked[0].Start - before
			for start < marked[0].Start && points[start-1] != ' ' {
				start++
			}
		}
		if start+maxSnippet < end {
			end = start + maxSnippet
			for least := start + maxSnippet/2; end > least && points[end] != ' '; end-- {
			}
		}
	}
	highlights := []plan.Value{}
	for _, w := range marked {
		if w.Start >= start && w.End <= end {
			highlights = append(highlights, []plan.Value{"Highlight", int64(w.Start - start), int64(w.End - start)})
		}
	}
	return string(points[start:end]), highlights
}
