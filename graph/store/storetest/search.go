package storetest

import (
	"slices"
	"strings"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// names is the searched form of a node's names.
func (g *Graph) names(n *store.NodeSum) string {
	return fold.Searched(store.SearchedNames(g.Ontology.Type(n.Type), *n)...)
}

// search finds nodes by words.
func (g *Graph) search(s *plan.Search) []plan.Value {
	g = g.AsOf(s.AsOf)
	named, told := []plan.Value{}, []plan.Value{}
	for _, n := range g.NodesOf(s.Types) {
		if !g.holds(s.Where, subject{node: n}) {
			continue
		}
		if len(s.Names) > 0 && meets(g.names(n), s.Names) {
			mentions := 0
			if s.Mentions != nil {
				for _, r := range g.RelationsAt(n.ID, []*ontology.Relation{s.Mentions}, ontology.In) {
					if r.To == n.ID {
						mentions++
					}
				}
			}
			named = append(named, []plan.Value{n.ID, int64(mentions), g.names(n)})
		}
		if text := g.Ontology.Type(n.Type).Searched; len(s.Texts) > 0 && text != nil {
			if t, ok := n.Properties[text.Name].(string); ok && meets(fold.Searched(t), s.Texts) {
				phrase := len(s.Phrase) > 0 && stands(plan.Phrase{Words: s.Phrase}, fold.Searched(t))
				told = append(told, []plan.Value{n.ID, slices.Max(g.tellers[n.ID]), phrase})
			}
		}
	}
	return []plan.Value{g.whole.version, named[:min(len(named), s.Limit)], told[:min(len(told), s.Limit)]}
}

// vocabulary lists the words of all names.
func (g *Graph) vocabulary() []plan.Value {
	seen, words := map[string]bool{}, []plan.Value{}
	for _, id := range g.nodeIDs {
		for _, name := range fold.Apart(g.names(g.Nodes[id])) {
			for _, w := range strings.Fields(name) {
				if !seen[w] {
					seen[w] = true
					words = append(words, w)
				}
			}
		}
	}
	return []plan.Value{g.version, words}
}

// meets says whether a searched text meets all clauses.
func meets(searched string, clauses []plan.Clause) bool {
	return !slices.ContainsFunc(clauses, func(c plan.Clause) bool {
		return slices.ContainsFunc(c.Any, func(p plan.Phrase) bool { return stands(p, searched) }) == c.Not
	})
}

// stands says whether a phrase stands in a searched text.
func stands(p plan.Phrase, searched string) bool {
	words := strings.Fields(searched)
	for i := range words {
		if p.Prefix && strings.HasPrefix(words[i], p.Words[0]) || i+len(p.Words) <= len(words) && slices.Equal(words[i:i+len(p.Words)], p.Words) {
			return true
		}
	}
	return false
}
