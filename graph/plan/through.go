package plan

import "councilgraph/graph/ontology"

// seen is what it takes to read the node and the relation of a row, where more of them is looked at than their ids and types.
type seen struct{ node, relation float64 }

// rowsOf are those of a page.
func rowsOf(p *Page) seen {
	switch p.Over {
	case OverNodes:
		return seen{node: perRead}
	case OverRelations:
		return seen{relation: perScanned}
	}
	return around
}

// around are the relations at a node, and their far ends.
var around = seen{perFetched, perRead}

// read is what it takes to look at a column of a row.
func (r seen) read(of Subject, column string) float64 {
	switch {
	case column == "id" || column == "type":
		return 0
	case of == OfNode:
		return r.node
	}
	return r.relation
}

// page is the work of the pages of nodes.
func (w *worker) page(p *Page, of rows) float64 {
	w.steps++
	if p.Over == OverRelationsHere {
		of = w.once(of, p.On.Types)
	}
	n, through := of.n, 0.0 // rows, of all the pages together
	switch p.Over {
	case OverNodes:
		through = n * min(float64(w.nodes(p.Types)), w.started(p.Where))
	case OverRelations:
		through = n * float64(w.relations(p.Relations))
	case OverRelationsHere:
		through = w.here(p, of)
	}
	listed := p.Rows && p.Limit > 0
	each, groups := w.aggregated(p), 0.0
	for _, g := range p.Groups {
		groups += w.tuple(g.Node, rows{n: min(n*float64(g.First), through)})
	}
	if listed {
		each += w.order(p)
	}
	if each > 0 || listed || p.Preceding || p.Following {
		each += w.filtered(p)
	}
	total, served := through*each+groups, 0.0
	if p.Over == OverRelationsHere {
		total += n * perBegun
	}
	if listed {
		served = min(n*float64(p.Size), through)
	}
	distinct := n == 1
	return total + served*perServed + w.tuple(p.Relation, rows{n: served, distinct: distinct}) +
		w.tuple(p.Node, rows{n: served, distinct: distinct && p.Over == OverNodes})
}

// filtered is what it takes to see whether a row is one of a page.
func (w *worker) filtered(p *Page) (each float64) {
	row := rowsOf(p)
	if p.Where != nil {
		each += w.condition(p.Where, 1, row)
	}
	switch {
	case p.AsOf == "":
	case p.Over == OverNodes:
		each += perCompared + row.node
	default:
		each += perDated
	}
	return each
}

// aggregated is what it takes to count a row of a page, and to add it up: each of these goes through the rows for itself.
func (w *worker) aggregated(p *Page) (each float64) {
	row, counted := rowsOf(p), perCounted
	if p.Over == OverRelationsHere && len(p.Relations) > 1 {
		counted = perFollowed
	}
	if p.Total {
		each += counted
	}
	if p.Far {
		each += counted
		if p.Over == OverRelationsHere {
			each += perFollowed
		}
	}
	for _, g := range p.Groups {
		each += counted + row.read(g.Of, g.From) + w.grouped(g)
		if g.Stats != nil {
			each += perCompared
		}
	}
	for _, s := range p.Sums {
		each += counted + perCompared + row.read(s.Of, s.Column)
	}
	return each
}

// grouped is what it takes to put a row into its group, of which there may be as many as rows where it is by text, by a day or by a node.
func (w *worker) grouped(g Group) (each float64) {
	each = perSorted
	if g.Bucket == Week {
		each += perReckoned
	}
	if !g.Rows {
		return each
	}
	switch {
	case g.Kind == ontology.String:
		each += perGroup + 2*w.folded(g.From) // where it is read, and where it is put in order
	case g.Bucket == Day || g.From == "id" || g.From == "from" || g.From == "to":
		each += perGroup
	}
	return each
}

// order is what it takes to bring a row into its place; little, where an index has the order.
func (w *worker) order(p *Page) (each float64) {
	row := rowsOf(p)
	several := p.Over == OverRelationsHere && len(p.Relations) > 1 || p.Over == OverNodes && len(p.Types) > 1
	for i, o := range p.Order {
		first := i == 0
		switch {
		case o.Count != nil:
			each += perSorted + perBegun + perCounted*w.mean(o.Count)
		case len(o.Via) > 0:
			each += perSorted + (perBegun+perFetched)*float64(len(o.Via))
		case p.Over == OverRelationsHere && first && o.Of == OfNode && o.Column == "name" && len(p.Relations) == 1 && p.Where == nil && p.AsOf == "":
			return each + perFollowed // stores look at the names first, and at all else of few
		case o.Column == "id" && (p.Over != OverRelationsHere || o.Of == OfRelation):
			if p.Over == OverRelationsHere && (several || !first) {
				each += perSorted + perFollowed
			}
			return each
		case o.Column == "name" && p.Over == OverNodes:
			if several || !first {
				each += perSorted
			}
		default:
			each += perSorted + row.read(o.Of, o.Column)
			if o.Folded {
				each += w.folded(o.Column)
			}
		}
		if o.Else != nil {
			each += (perBegun + perFetched) * float64(len(o.Else.Via))
		}
	}
	return each
}

// here is how many relations pages at nodes go through: those of the label that may have most.
func (w *worker) here(p *Page, of rows) (most float64) {
	for _, label := range p.On.Types {
		total := 0.0
		for _, r := range p.Relations {
			total += w.ties(label, r, p.Direction, of)
		}
		most = max(most, total)
	}
	return most
}
