package storetest

import (
	"councilgraph/graph/fold"
	"councilgraph/graph/plan"
)

// keys are the values of an order at a row.
func (g *Graph) keys(order []plan.Order, row subject) []plan.Value {
	keys := make([]plan.Value, len(order))
	for i, o := range order {
		if keys[i] = g.key(o, row); keys[i] == nil && o.Else != nil {
			keys[i] = g.key(*o.Else, row)
		}
	}
	return keys
}

func (g *Graph) key(o plan.Order, row subject) plan.Value {
	of := subject{relation: row.relation}
	if o.Of == plan.OfNode {
		of = subject{node: row.node}
		for _, f := range o.Via {
			if of.node = g.link(of.node, f); of.node == nil {
				return nil
			}
		}
	}
	if o.Count != nil {
		return int64(len(g.Following(of.node.ID, o.Count)))
	}
	v := g.column(of, o.Column)
	if text, ok := v.(string); ok && o.Folded {
		return fold.Name(text)
	}
	return v
}

// compareKeys says which of two rows comes first in an order. A missing value comes last in either direction.
func compareKeys(order []plan.Order, a, b []plan.Value) int {
	for i, o := range order {
		switch {
		case a[i] == nil && b[i] == nil:
			continue
		case a[i] == nil:
			return 1
		case b[i] == nil:
			return -1
		}
		c := compareValues(a[i], b[i])
		if o.Desc {
			c = -c
		}
		if c != 0 {
			return c
		}
	}
	return 0
}
