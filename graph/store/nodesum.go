package store

import (
	"cmp"
	"slices"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
)

// TellsNode is what one document says of a node, with the report that said it.
type TellsNode struct {
	ReportKey string
	Node      Node
}

// NodeSum is what the documents that speak of a node add up to.
type NodeSum struct {
	ID, Type   string
	Name       string
	Aliases    []string // sorted by code point, without Name
	Properties map[string]any
	FirstTold  string
	Evidence   []OwnEvidence // in the order in which it is served
}

// OwnEvidence is a piece of evidence that a node carries itself.
type OwnEvidence struct {
	ID, ReportKey string
	Evidence
}

// SumNode adds up what documents say of one node (see Tally.Sum). It depends on the set alone, which must not be empty.
func SumNode(told []TellsNode) NodeSum {
	n := newTally(told).Sum()
	for _, t := range told {
		for _, e := range t.Node.Evidence {
			n.Evidence = append(n.Evidence, OwnEvidence{evidenceID(n.ID, &e), t.ReportKey, e})
		}
	}
	slices.SortFunc(n.Evidence, func(a, b OwnEvidence) int {
		return cmp.Or(cmp.Compare(b.ReportKey, a.ReportKey), compareEvidence(a.Evidence, b.Evidence))
	})
	n.Evidence = slices.CompactFunc(n.Evidence, func(a, b OwnEvidence) bool { return a.ID == b.ID })
	return n
}

// SearchedNames are what search finds a node by, beside its text: the name, the aliases, and the texts that are keys
// (ontology.Type.TextKeys).
func SearchedNames(t *ontology.Type, n NodeSum) []string {
	names := append([]string{n.Name}, n.Aliases...)
	for _, p := range t.TextKeys() {
		if text, _ := n.Properties[p.Name].(string); text != "" {
			names = append(names, text)
		}
	}
	return names
}

// NameKey is a folded form by which a node is found, and the written name that it stands for.
type NameKey struct{ Folded, Written string }

// NameKeys are the forms by which a node is found by name: each spelling folded and, for types whose lookup says so, the last word of each.
// By a key that is a text (ontology.Key.Text) it is found by that text folded, and by the symbol that a revision stands for. Sorted, each
// once.
func NameKeys(t *ontology.Type, n NodeSum) []NameKey {
	var keys []NameKey
	if k := t.NameKey(); k != nil {
		for _, written := range append([]string{n.Name}, n.Aliases...) {
			folded := fold.Name(written)
			keys = append(keys, NameKey{folded, written})
			if last := fold.LastWord(folded); k.LastWord && last != "" {
				keys = append(keys, NameKey{last, written})
			}
		}
	}
	for _, p := range t.TextKeys() {
		if written, _ := n.Properties[p.Name].(string); written != "" {
			base, _ := BaseSymbol(written)
			key := ontology.Key{By: []*ontology.Property{p}}
			keys = append(keys, NameKey{key.Folded(fold.Name(written))[0], written}, NameKey{key.Folded(fold.Name(base))[0], written})
		}
	}
	slices.SortFunc(keys, func(a, b NameKey) int {
		return cmp.Or(cmp.Compare(a.Folded, b.Folded), cmp.Compare(a.Written, b.Written))
	})
	return slices.Compact(keys)
}
