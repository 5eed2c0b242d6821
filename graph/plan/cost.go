package plan

import (
	"fmt"
	"math"
	"slices"

	"councilgraph/graph/ontology"
)

// maxCost is where adding up stops.
const maxCost = math.MaxInt32

func times(a, b int) int {
	if b != 0 && a > maxCost/b {
		return maxCost
	}
	return a * b
}

func plus(a, b int) int { return min(a+b, maxCost) }

// cost is the most nodes, relations and pieces of evidence that the answer could hold, every list counted by its size, and the path of the
// list that holds the most of them.
func (p *Plan) cost() (int, string) {
	switch q := p.Query.(type) {
	case *Page:
		return q.cost()
	case *Get:
		return q.cost()
	}
	panic(fmt.Sprintf("no cost of a %T", p.Query))
}

func (g *Get) cost() (int, string) {
	each, path := 0, ""
	for _, t := range []*Tuple{g.Node, g.Relation} {
		if n, at := t.cost(); n > each {
			each, path = n, at
		}
	}
	return times(max(len(g.IDs), 1), each), path
}

func (p *Page) cost() (int, string) {
	groups, path := 0, p.path
	for _, g := range p.Groups {
		each, _ := g.Node.cost()
		groups = plus(groups, times(g.First, each))
	}
	if !p.Rows {
		return groups, path
	}
	ofRelation, inRelation := p.Relation.cost()
	ofNode, inNode := p.Node.cost()
	if most := max(ofRelation, ofNode); most > 2 { // more than the row's own: what is below it weighs more
		path = inRelation
		if ofNode > ofRelation {
			path = inNode
		}
	}
	if path == "" {
		path = p.path
	}
	return plus(groups, times(p.Size, max(1, plus(ofRelation, ofNode)))), path
}

func (t *Tuple) cost() (most int, path string) {
	if t == nil {
		return 0, ""
	}
	types := t.Types
	if t.Of != OfNode {
		types = []*ontology.Type{nil}
	}
	for _, label := range types {
		sum, heaviest, at := 1, 0, ""
		for _, s := range t.Slots {
			if label != nil && !slices.Contains(s.Labels(), label) {
				continue
			}
			n, in := 0, ""
			switch s := s.(type) {
			case *Link:
				n, in = s.To.cost()
			case *Page:
				n, in = s.cost()
			case *EvidenceList:
				each, _ := s.Evidence.cost()
				n = times(s.First, each)
			}
			sum = plus(sum, n)
			if n > heaviest {
				heaviest, at = n, in
			}
		}
		if sum > most {
			most, path = sum, at
		}
	}
	return most, path
}
