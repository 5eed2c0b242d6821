package storetest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// Fetch answers a plan, word by word as package plan says. The rows of a Get by ids come in the order of the ids.
func (g *Graph) Fetch(q plan.Query) plan.Value {
	switch q := plan.Bare(q).(type) {
	case *plan.Get:
		return g.get(q)
	case *plan.Page:
		return g.page(q, "")
	case *plan.Several:
		values := []plan.Value{}
		for _, one := range q.Of {
			values = append(values, g.Fetch(one))
		}
		return values
	case *plan.Expand:
		return g.expand(q)
	case *plan.Search:
		return g.search(q)
	case *plan.Vocabulary:
		return g.vocabulary()
	case *plan.Statements:
		return g.statements(q)
	case *plan.Census:
		return g.census(q)
	}
	panic(fmt.Sprintf("the oracle knows no %T", q))
}

// subject is what a condition holds of and what has values: a node, a relation, a piece of evidence or, with the first two, a row of a
// page.
type subject struct {
	node     *store.NodeSum
	relation *store.Relation
	evidence *Evidence
	keys     []plan.Value // of a row: the values of the page's order
}

func (g *Graph) get(get *plan.Get) []plan.Value {
	there := g.AsOf(get.AsOf)
	rows := []plan.Value{}
	switch {
	case get.IDs != nil:
		among := map[string]bool{}
		for _, id := range get.IDs {
			if among[id] {
				continue
			}
			among[id] = true
			if n := there.Nodes[id]; n != nil && get.Node != nil && slices.Contains(get.Node.Types, g.Ontology.Type(n.Type)) {
				rows = append(rows, []plan.Value{int64(0), id, n.Name, g.nodeTuple(get.Node, id)})
			}
			if there.Relations[id] != nil && get.Relation != nil && get.Among == nil {
				rows = append(rows, []plan.Value{int64(0), id, nil, g.relationTuple(get.Relation, id)})
			}
		}
		if get.Among == nil || get.Relation == nil {
			break
		}
		found := 0
		for _, id := range slices.Sorted(maps.Keys(there.Relations)) {
			r := there.Relations[id]
			between := among[r.From] && among[r.To] && slices.Contains(get.Among.Relations, r.Type)
			if found < get.Among.Limit && between && there.holds(get.Among.Where, subject{relation: r}) {
				found++
				rows = append(rows, []plan.Value{int64(0), id, nil, g.relationTuple(get.Relation, id)})
			}
		}
	case get.Folded != nil:
		return g.ranked(get, 1+plan.MaxCandidates, func(n *store.NodeSum) int {
			keys := store.NameKeys(g.Ontology.Type(n.Type), *n)
			rank := slices.IndexFunc(get.Folded, func(f string) bool {
				return slices.ContainsFunc(keys, func(k store.NameKey) bool { return k.Folded == f })
			})
			if rank == len(get.Folded)-1 && n.Name != get.Name {
				rank++
			}
			return rank
		})
	default:
		return g.ranked(get, 1, func(n *store.NodeSum) int {
			return slices.IndexFunc(get.Keys, func(alternative []plan.KeyValue) bool {
				return !slices.ContainsFunc(alternative, func(kv plan.KeyValue) bool { return n.Properties[kv.Property.Name] != kv.Value })
			})
		})
	}
	return rows
}

// ranked lists the nodes that have a rank, by rank, then id; at most so many.
func (g *Graph) ranked(get *plan.Get, most int, rank func(*store.NodeSum) int) []plan.Value {
	rows := []plan.Value{}
	for _, n := range g.AsOf(get.AsOf).NodesOf(get.Node.Types) {
		if r := rank(n); r >= 0 {
			rows = append(rows, []plan.Value{int64(r), n.ID, n.Name, g.nodeTuple(get.Node, n.ID)})
		}
	}
	slices.SortStableFunc(rows, func(a, b plan.Value) int {
		return cmp.Compare(a.([]plan.Value)[0].(int64), b.([]plan.Value)[0].(int64))
	})
	return rows[:min(len(rows), most)]
}

// rows are all that a page lists at a node, in its order.
func (g *Graph) rows(p *plan.Page, here string) (rows []subject) {
	switch p.Over {
	case plan.OverNodes:
		for _, n := range g.NodesOf(p.Types) {
			rows = append(rows, subject{node: n})
		}
	case plan.OverRelations:
		for _, r := range g.Relations {
			if slices.Contains(p.Relations, r.Type) {
				rows = append(rows, subject{relation: r})
			}
		}
	case plan.OverRelationsHere:
		for _, r := range g.RelationsAt(here, p.Relations, p.Direction) {
			rows = append(rows, subject{relation: r, node: g.Far(r, here)})
		}
	}
	rows = slices.DeleteFunc(rows, func(r subject) bool { return !g.holds(p.Where, r) })
	for i := range rows {
		rows[i].keys = g.keys(p.Order, rows[i])
	}
	slices.SortFunc(rows, func(a, b subject) int { return compareKeys(p.Order, a.keys, b.keys) })
	return rows
}

// page is the value of a page, at a node where it is of relations there.
func (g *Graph) page(p *plan.Page, here string) []plan.Value {
	g = g.AsOf(p.AsOf)
	all := g.rows(p, here)
	var within []subject
	preceding, following := false, false
	for _, r := range all {
		early := p.After != nil && compareKeys(p.Order, r.keys, p.After) <= 0
		late := p.Before != nil && compareKeys(p.Order, r.keys, p.Before) >= 0
		preceding = preceding || early
		following = following || late
		if !early && !late {
			within = append(within, r)
		}
	}
	if p.Backward {
		slices.Reverse(within)
	}
	value := make([]plan.Value, 7)
	if p.Rows {
		rows := []plan.Value{}
		for _, r := range within[:min(len(within), p.Limit)] {
			row := []plan.Value{nil, nil, nil}
			if p.Keys {
				row[0] = r.keys
			}
			if p.Relation != nil {
				row[1] = g.relationTuple(p.Relation, r.relation.ID)
			}
			if p.Node != nil {
				row[2] = g.nodeTuple(p.Node, r.node.ID)
			}
			rows = append(rows, row)
		}
		value[0] = rows
	}
	if p.Total {
		value[1] = int64(len(all))
	}
	if p.Preceding {
		value[2] = preceding
	}
	if p.Following {
		value[3] = following
	}
	if p.Far {
		nodes := map[string]bool{}
		for _, r := range all {
			nodes[r.node.ID] = true
		}
		value[4] = int64(len(nodes))
	}
	if len(p.Groups) > 0 {
		groups := []plan.Value{}
		for _, one := range p.Groups {
			groups = append(groups, g.group(one, all))
		}
		value[5] = groups
	}
	if len(p.Sums) > 0 {
		sums := []plan.Value{}
		for _, one := range p.Sums {
			sums = append(sums, g.numbers(one, all))
		}
		value[6] = sums
	}
	return value
}
