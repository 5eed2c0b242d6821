package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"councilgraph/loader/text/tagger"
)

// measure tells how often the tagger gives the right tag: over all words and over those that can be several forms.
// It also tells which tags it confuses most.
func measure(t *tagger.Tagger, examples []tagger.Example) string {
	all, groups, confused := tally{}, make([]tally, len(ambiguous)), map[string]int{}
	forms := formsOf(examples)
	for _, e := range examples {
		for i, got := range t.Tag(e.Words) {
			if e.Words[i].Kind != tagger.Word {
				continue
			}
			right := got == e.Tags[i]
			all.count(right)
			for g, a := range ambiguous {
				if slices.Contains(a, e.Tags[i]) && hasOther(forms[strings.ToLower(e.Words[i].Word)], a, e.Tags[i]) {
					groups[g].count(right)
				}
			}
			if !right {
				confused[fmt.Sprintf("%v for %v", got, e.Tags[i])]++
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "  %-28s %v\n", "all", all)
	for g, a := range ambiguous {
		fmt.Fprintf(&b, "  %-28s %v\n", "words that are "+strings.Trim(fmt.Sprint(a), "[]"), groups[g])
	}
	fmt.Fprintf(&b, "  most confused: %s\n", strings.Join(most(confused, 12), ", "))
	return b.String()
}

// ambiguous are the tags that one word can bear, and that clauses hang on.
var ambiguous = [][]tagger.Tag{
	{tagger.VBD, tagger.VBN}, {tagger.VBN, tagger.JJ}, {tagger.NN, tagger.VB, tagger.VBP}, {tagger.NNS, tagger.VBZ},
	{tagger.NN, tagger.VBG}, {tagger.IN, tagger.WDT, tagger.DT},
}

func formsOf(examples []tagger.Example) map[string][tagger.Currency + 1]bool {
	forms := map[string][tagger.Currency + 1]bool{}
	for _, e := range examples {
		for i, w := range e.Words {
			word := strings.ToLower(w.Word)
			f := forms[word]
			f[e.Tags[i]] = true
			forms[word] = f
		}
	}
	return forms
}

func hasOther(forms [tagger.Currency + 1]bool, among []tagger.Tag, than tagger.Tag) bool {
	return slices.ContainsFunc(among, func(t tagger.Tag) bool { return t != than && forms[t] })
}

type tally struct{ right, of int }

func (t *tally) count(right bool) {
	t.of++
	if right {
		t.right++
	}
}

func (t tally) String() string {
	return fmt.Sprintf("%.4f of %d", float64(t.right)/float64(max(t.of, 1)), t.of)
}

func most(counts map[string]int, n int) []string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	keys = keys[:min(n, len(keys))]
	for i, k := range keys {
		keys[i] = fmt.Sprintf("%s %d", k, counts[k])
	}
	return keys
}
