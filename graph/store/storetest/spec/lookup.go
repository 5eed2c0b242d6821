package spec

import (
	"fmt"
	"slices"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// lookup: "exactly one key". By name: "A name written exactly so wins; then a single folded match; several are BAD_USER_INPUT; none is
// null." "one that is written exactly so wins only as an entity's name, not as an alias".
func (e *executor) lookup(g *storetest.Graph, t *ontology.Type, args map[string]any) (any, error) {
	given := map[string]any{}
	for k, v := range args {
		if v != nil && k != "asOf" {
			given[k] = v
		}
	}
	nodes := g.NodesOf([]*ontology.Type{t})
	first := func(is func(*store.NodeSum) bool) any {
		if i := slices.IndexFunc(nodes, is); i >= 0 {
			return node{g, nodes[i]}
		}
		return nil
	}
	if id, ok := given["id"]; ok && len(given) == 1 {
		if found := first(func(n *store.NodeSum) bool { return n.ID == fmt.Sprint(id) }); found != nil {
			return found, nil
		}
		return e.named(g, g, []*ontology.Type{t}, fmt.Sprint(id))
	}
	for _, k := range t.Keys {
		names := k.Arguments()
		if len(names) != len(given) || slices.ContainsFunc(names, func(n string) bool { return given[n] == nil }) {
			continue
		}
		if k.Text() {
			found := bySymbol(nodes, k, given[names[0]].(string))
			if len(found) == 0 {
				return nil, nil
			}
			if len(found) > 1 {
				return nil, errBadInput
			}
			return node{g, found[0]}, nil
		}
		if !k.ByName {
			found := first(func(n *store.NodeSum) bool {
				return !slices.ContainsFunc(k.By, func(p *ontology.Property) bool { return n.Properties[p.Name] != given[p.Name] })
			})
			return found, nil
		}
		name := given["name"].(string)
		if name == "" {
			return nil, errBadInput
		}
		found := e.byName(nodes, name)
		if len(found) == 0 {
			return nil, nil
		}
		if len(found) > 1 {
			return nil, errBadInput
		}
		return node{g, found[0]}, nil
	}
	return nil, errBadInput
}

// byName: "A name written exactly so wins; then a single folded match".
func (e *executor) byName(nodes []*store.NodeSum, name string) []*store.NodeSum {
	exactly := matching(nodes, func(n *store.NodeSum) bool { return e.o.Type(n.Type).NameKey() != nil && n.Name == name })
	if len(exactly) > 0 {
		return exactly
	}
	return matching(nodes, func(n *store.NodeSum) bool {
		k := e.o.Type(n.Type).NameKey()
		return k != nil && slices.ContainsFunc(append(slices.Clone(n.Aliases), n.Name), func(s string) bool {
			folded := fold.Name(s)
			return folded == fold.Name(name) || k.LastWord && fold.LastWord(folded) != "" && fold.LastWord(folded) == fold.Name(name)
		})
	})
}

// bySymbol: "A symbol matches without regard to case; a symbol without its `/Rev.n` finds the revision held." "a document before its
// restatement".
func bySymbol(nodes []*store.NodeSum, k ontology.Key, symbol string) []*store.NodeSum {
	for _, p := range []*ontology.Property{k.By[0], k.OrBy} {
		if p == nil {
			continue
		}
		found := matching(nodes, func(n *store.NodeSum) bool {
			held, _ := n.Properties[p.Name].(string)
			base, _ := store.BaseSymbol(held)
			return held != "" && (fold.Name(held) == fold.Name(symbol) || fold.Name(base) == fold.Name(symbol))
		})
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

func matching(nodes []*store.NodeSum, is func(*store.NodeSum) bool) []*store.NodeSum {
	return slices.DeleteFunc(slices.Clone(nodes), func(n *store.NodeSum) bool { return !is(n) })
}

// named: "an id wins, then a symbol, then the name under the rules of the lookups". names is the graph whose names are meant; what they
// name is served as g has it.
func (e *executor) named(names, g *storetest.Graph, types []*ontology.Type, text string) (any, error) {
	if e.o.IsID(text) {
		return nil, nil
	}
	nodes := names.NodesOf(types)
	found := []*store.NodeSum{}
	for _, t := range types {
		for _, k := range t.Keys {
			if k.Text() && len(found) == 0 {
				found = bySymbol(names.NodesOf([]*ontology.Type{t}), k, text)
			}
		}
	}
	if len(found) == 0 {
		found = e.byName(nodes, text)
	}
	switch {
	case len(found) == 0:
		return nil, nil
	case len(found) > 1:
		return nil, errBadInput
	case g.Nodes[found[0].ID] == nil:
		return nil, nil
	}
	return node{g, g.Nodes[found[0].ID]}, nil
}
