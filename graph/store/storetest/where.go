package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/fold"
	"councilgraph/graph/plan"
)

// holds says whether a condition holds of a subject, as package plan says; none always holds.
func (g *Graph) holds(c plan.Condition, s subject) bool {
	switch c := c.(type) {
	case nil:
		return true
	case plan.Every:
		return !slices.ContainsFunc(c, func(one plan.Condition) bool { return !g.holds(one, s) })
	case plan.Some:
		return slices.ContainsFunc(c, func(one plan.Condition) bool { return g.holds(one, s) })
	case plan.Not:
		return !g.holds(c.Of, s)
	case plan.Compare:
		return compares(c, g.column(s, c.Column))
	case plan.Labelled:
		return slices.Contains(c.Types, g.Ontology.Type(s.node.Type))
	case plan.OnNode:
		return g.holds(c.Where, subject{node: s.node})
	case plan.OnRelation:
		return g.holds(c.Where, subject{relation: s.relation})
	case plan.Linked:
		return slices.ContainsFunc(g.linked(c, s), func(far string) bool { return g.holds(c.Where, subject{node: g.Nodes[far]}) })
	case plan.Cited:
		var evidence []*Evidence
		if s.node != nil {
			evidence = g.NodeEvidence(s.node)
		} else {
			evidence = g.RelationEvidence(s.relation)
		}
		return slices.ContainsFunc(evidence, func(e *Evidence) bool { return g.holds(c.Where, subject{evidence: e}) })
	case plan.Related:
		count := int64(0)
		for _, r := range g.Following(s.node.ID, c.Field) {
			if g.holds(c.Where, subject{relation: r, node: g.Far(r, s.node.ID)}) {
				count++
			}
		}
		return compares(plan.Compare{Op: c.Op, Value: c.Count}, count)
	}
	panic(fmt.Sprintf("the oracle knows no condition %T", c))
}

// linked are the ids of the nodes that a subject is linked to.
func (g *Graph) linked(c plan.Linked, s subject) (far []string) {
	switch c.Via {
	case plan.ViaFrom:
		return []string{s.relation.From}
	case plan.ViaTo:
		return []string{s.relation.To}
	case plan.ViaReport:
		return []string{s.evidence.Report}
	case plan.ViaParagraph:
		return []string{s.evidence.Paragraph}
	}
	for _, r := range g.Following(s.node.ID, c.Field) {
		far = append(far, g.Far(r, s.node.ID).ID)
	}
	return far
}

// compares says whether a column's value compares as asked: of a list, whether one item does.
func compares(c plan.Compare, v plan.Value) bool {
	if list, ok := v.([]plan.Value); ok {
		return c.Op != plan.IsNull && slices.ContainsFunc(list, func(item plan.Value) bool { return compares(c, item) })
	}
	if c.Op == plan.IsNull || v == nil {
		return c.Op == plan.IsNull && v == nil
	}
	switch {
	case c.Plain:
		v = fold.Plain(v.(string))
	case c.Folded:
		v = fold.Name(v.(string))
	}
	switch c.Op {
	case plan.Eq:
		return v == c.Value
	case plan.In:
		return slices.Contains(c.Value.([]plan.Value), v)
	case plan.Lt:
		return compareValues(v, c.Value) < 0
	case plan.Lte:
		return compareValues(v, c.Value) <= 0
	case plan.Gt:
		return compareValues(v, c.Value) > 0
	case plan.Gte:
		return compareValues(v, c.Value) >= 0
	case plan.Contains:
		return strings.Contains(v.(string), c.Value.(string))
	case plan.StartsWith:
		return strings.HasPrefix(v.(string), c.Value.(string))
	case plan.EndsWith:
		return strings.HasSuffix(v.(string), c.Value.(string))
	}
	panic(fmt.Sprintf("the oracle knows no operator %d", c.Op))
}

// compareValues compares two values of one kind: text by code point (for UTF-8 that is: by byte), false before true.
func compareValues(a, b plan.Value) int {
	switch a := a.(type) {
	case string:
		return strings.Compare(a, b.(string))
	case int64:
		return cmp.Compare(a, b.(int64))
	case float64:
		return cmp.Compare(a, b.(float64))
	case bool:
		switch {
		case a == b.(bool):
			return 0
		case a:
			return 1
		}
		return -1
	}
	panic(fmt.Sprintf("%T is no value that compares", a))
}
