package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// Fetch answers a plan, word by word as package plan says. The rows of a Get by ids come in the order of the ids.
func (g *Graph) Fetch(q plan.Query) plan.Value {
	switch q := q.(type) {
	case *plan.Get:
		return g.get(q)
	case *plan.Page:
		return g.page(q, "")
	}
	panic(fmt.Sprintf("the oracle knows no %T", q))
}

func (g *Graph) get(get *plan.Get) []plan.Value {
	rows := []plan.Value{}
	switch {
	case get.IDs != nil:
		seen := map[string]bool{}
		for _, id := range get.IDs {
			if seen[id] {
				continue
			}
			seen[id] = true
			if n, ok := g.Nodes[id]; ok && get.Node != nil && slices.Contains(get.Node.Types, g.Ontology.Type(n.Type)) {
				rows = append(rows, []plan.Value{int64(0), id, n.Name, g.nodeTuple(get.Node, n)})
			}
			if r, ok := g.Relations[id]; ok && get.Relation != nil {
				rows = append(rows, []plan.Value{int64(0), id, nil, g.relationTuple(get.Relation, r)})
			}
		}
	case get.Name != "":
		rows = g.ranked(get, 1+plan.MaxCandidates, func(n store.NodeSum) int {
			switch {
			case n.Name == get.Name:
				return 0
			case slices.Contains(n.Aliases, get.Name):
				return 1
			case slices.ContainsFunc(store.NameKeys(g.Ontology.Type(n.Type), n), func(k store.NameKey) bool { return k.Folded == get.Folded }):
				return 2
			}
			return -1
		})
	default:
		rows = g.ranked(get, 1, func(n store.NodeSum) int {
			return slices.IndexFunc(get.Keys, func(alternative []plan.KeyValue) bool {
				return !slices.ContainsFunc(alternative, func(kv plan.KeyValue) bool { return n.Properties[kv.Property.Name] != kv.Value })
			})
		})
	}
	return rows
}

// ranked lists the nodes that have a rank, by rank, then id; at most so many.
func (g *Graph) ranked(get *plan.Get, most int, rank func(store.NodeSum) int) []plan.Value {
	rows := []plan.Value{}
	for _, n := range g.NodesOf(get.Node.Types) {
		if r := rank(n); r >= 0 {
			rows = append(rows, []plan.Value{int64(r), n.ID, n.Name, g.nodeTuple(get.Node, n)})
		}
	}
	slices.SortStableFunc(rows, func(a, b plan.Value) int {
		return cmp.Compare(a.([]plan.Value)[0].(int64), b.([]plan.Value)[0].(int64))
	})
	return rows[:min(len(rows), most)]
}

// Row is what a page lists: a relation, a node or, of relations at a node, both.
type Row struct {
	Relation *store.Relation
	Node     *store.NodeSum
}

// rows are all that a page lists at a node, in its order.
func (g *Graph) rows(p *plan.Page, here string) (rows []Row) {
	switch p.Over {
	case plan.OverNodes:
		for _, n := range g.NodesOf(p.Types) {
			rows = append(rows, Row{Node: &n})
		}
	case plan.OverRelations:
		for _, r := range g.RelationsOf(p.Relations) {
			rows = append(rows, Row{Relation: &r})
		}
	case plan.OverRelationsHere:
		for _, r := range g.RelationsAt(here, p.Relations, p.Direction) {
			far := g.Far(r, here)
			rows = append(rows, Row{&r, &far})
		}
	}
	slices.SortFunc(rows, func(a, b Row) int { return compareKeys(p.Order, a.keys(p.Order), b.keys(p.Order)) })
	return rows
}

// page is the value of a page, at a node where it is of relations there.
func (g *Graph) page(p *plan.Page, here string) []plan.Value {
	all := g.rows(p, here)
	var within []Row
	preceding, following := false, false
	for _, r := range all {
		keys := r.keys(p.Order)
		early := p.After != nil && compareKeys(p.Order, keys, p.After) <= 0
		late := p.Before != nil && compareKeys(p.Order, keys, p.Before) >= 0
		preceding = preceding || early
		following = following || late
		if !early && !late {
			within = append(within, r)
		}
	}
	if p.Backward {
		slices.Reverse(within)
	}
	value := make([]plan.Value, 6)
	if p.Rows {
		rows := []plan.Value{}
		for _, r := range within[:min(len(within), p.Limit)] {
			row := []plan.Value{r.keys(p.Order), nil, nil}
			if p.Relation != nil {
				row[1] = g.relationTuple(p.Relation, *r.Relation)
			}
			if p.Node != nil {
				row[2] = g.nodeTuple(p.Node, *r.Node)
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
	return value
}

// keys are the values of an order at a row.
func (r Row) keys(order []plan.Order) []plan.Value {
	keys := make([]plan.Value, len(order))
	for i, o := range order {
		switch {
		case o.Of == plan.OfNode && o.Column == "id":
			keys[i] = r.Node.ID
		case o.Of == plan.OfNode:
			keys[i] = r.Node.Properties[o.Column]
		case o.Column == "id":
			keys[i] = r.Relation.ID
		case o.Column == "ordinal":
			keys[i] = int64(r.Relation.Ordinal)
		default:
			keys[i] = r.Relation.Properties[o.Column]
		}
	}
	return keys
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
	panic(fmt.Sprintf("%T is no value of an order", a))
}

func (g *Graph) nodeTuple(t *plan.Tuple, n store.NodeSum) []plan.Value {
	tuple := []plan.Value{n.Type}
	label := g.Ontology.Type(n.Type)
	for _, s := range t.Slots {
		var v plan.Value
		if slices.Contains(s.Labels(), label) {
			switch s := s.(type) {
			case *plan.Column:
				v = g.nodeColumn(n, s.Name)
			case *plan.Link:
				if at := g.RelationsAt(n.ID, []*ontology.Relation{s.Field.Relation}, s.Field.Direction); len(at) > 0 {
					v = g.nodeTuple(s.To, g.Far(at[0], n.ID))
				}
			case *plan.Page:
				v = g.page(s, n.ID)
			case *plan.EvidenceList:
				v = g.evidenceList(s, g.NodeEvidence(n))
			}
		}
		tuple = append(tuple, v)
	}
	return tuple
}

func (g *Graph) nodeColumn(n store.NodeSum, name string) plan.Value {
	switch name {
	case "id":
		return n.ID
	case "name":
		return n.Name
	case "aliases":
		aliases := []plan.Value{}
		for _, a := range n.Aliases {
			aliases = append(aliases, a)
		}
		return aliases
	case "evidenceCount":
		return int64(len(g.NodeEvidence(n)))
	}
	return n.Properties[name]
}

func (g *Graph) relationTuple(t *plan.Tuple, r store.Relation) []plan.Value {
	tuple := []plan.Value{"Relation"}
	for _, s := range t.Slots {
		var v plan.Value
		switch s := s.(type) {
		case *plan.Column:
			v = g.relationColumn(r, s.Name)
		case *plan.Link:
			end := r.From
			if s.Via == plan.ViaTo {
				end = r.To
			}
			v = g.nodeTuple(s.To, g.Nodes[end])
		case *plan.EvidenceList:
			v = g.evidenceList(s, g.RelationEvidence(r))
		}
		tuple = append(tuple, v)
	}
	return tuple
}

func (g *Graph) relationColumn(r store.Relation, name string) plan.Value {
	switch name {
	case "id":
		return r.ID
	case "type":
		return r.Type.Name
	case "evidenceCount":
		return int64(len(g.RelationEvidence(r)))
	case "reportCount":
		return int64(r.ReportCount)
	}
	return r.Properties[name]
}

// evidenceList lists the first pieces after one of them.
func (g *Graph) evidenceList(l *plan.EvidenceList, all []Evidence) []plan.Value {
	if l.After != "" {
		i := slices.IndexFunc(all, func(e Evidence) bool { return e.ID == l.After })
		if i < 0 {
			i = len(all) - 1
		}
		all = all[i+1:]
	}
	tuples := []plan.Value{}
	for _, e := range all[:min(len(all), l.First)] {
		tuples = append(tuples, g.evidenceTuple(l.Evidence, e))
	}
	return tuples
}

func (g *Graph) evidenceTuple(t *plan.Tuple, e Evidence) []plan.Value {
	tuple := []plan.Value{"Evidence"}
	for _, s := range t.Slots {
		var v plan.Value
		switch s := s.(type) {
		case *plan.Column:
			v = map[string]plan.Value{"id": e.ID, "quote": e.Quote, "start": int64(e.Start), "end": int64(e.End), "rule": e.Rule}[s.Name]
		case *plan.Link:
			end := e.Report
			if s.Via == plan.ViaParagraph {
				end = e.Paragraph
			}
			v = g.nodeTuple(s.To, g.Nodes[end])
		}
		tuple = append(tuple, v)
	}
	return tuple
}
