package sqlite

import (
	"fmt"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// page is the value of a page; here is the alias of the node that has the slot, "" at the root.
func (w *statement) page(p *plan.Page, here string) string {
	row := w.alias("p")
	source, with := "("+w.source(p, here)+")", ""
	if goesThrough(p) {
		with, source = fmt.Sprintf("WITH %s_all AS MATERIALIZED %s ", row, source), row+"_all"
	}
	where := func(wanted bool, text func() string) part {
		if !wanted {
			return null
		}
		return sub(text())
	}
	exists := func(condition string) string {
		return fmt.Sprintf("iif(EXISTS (SELECT 1 FROM %s %s WHERE %s), 'true', 'false')", source, row, condition)
	}
	value := array(
		where(p.Rows, func() string { return w.rows(p, w.first(p, here, source), row) }),
		where(p.Total, func() string { return "(SELECT count(*) FROM " + source + ")" }),
		where(p.Preceding, func() string { return exists(w.beside(p, row, p.After, false, true)) }),
		where(p.Following, func() string { return exists(w.beside(p, row, p.Before, true, true)) }),
		where(p.Far, func() string { return "(SELECT count(DISTINCT far) FROM " + source + ")" }),
		where(len(p.Groups) > 0, func() string { return w.groups(p, source) }),
		where(len(p.Sums) > 0, func() string { return w.sums(p, source) }),
	)
	if with != "" {
		return "(" + with + "SELECT " + value + ")"
	}
	return value
}

// goesThrough says whether the list of a page, which takes some finding, is gone through by one of its values and used by another: it is
// then made once.
func goesThrough(p *plan.Page) bool {
	used := 0
	for _, wanted := range []bool{p.Rows, p.Total, p.Preceding, p.Following, p.Far, len(p.Groups) > 0, len(p.Sums) > 0} {
		if wanted {
			used++
		}
	}
	return (p.Where != nil || p.AsOf != "") && (p.Total || p.Far || len(p.Groups) > 0 || len(p.Sums) > 0) && used > 1
}

// source selects what a page lists.
func (w *statement) source(p *plan.Page, here string) string {
	around := ""
	if p.Over == plan.OverRelationsHere {
		around = w.around(p.Relations, p.Direction, here+".id", p.AsOf)
	}
	return w.sourceAround(p, around)
}

// sourceAround selects what a page lists: no (the row's number in its table), far (the id of the row's node), and k0, k1 … of its order,
// g0, g1 … of its groups and t0, t1 … of their stats, s0, s1 … of its sums. around selects the relations at a node.
func (w *statement) sourceAround(p *plan.Page, around string) string {
	s := subject{node: w.alias("n"), relation: w.alias("r"), day: p.AsOf}
	columns, from, where := "", "", ""
	switch p.Over {
	case plan.OverNodes:
		label := s.node
		if leads(p.Where) {
			label = "+" + label
		}
		columns, from, where = fmt.Sprintf("%[1]s.no, %[1]s.id far", s.node), "node "+s.node, w.labelled(label, p.Types)+w.nodeThen(s.node, p.AsOf)
		s.relation = ""
	case plan.OverRelations:
		columns, from, where = s.relation+".no", "relation "+s.relation, w.typed(s.relation, p.Relations)+w.relationThen(s.relation, p.AsOf)
		s.node = ""
	case plan.OverRelationsHere:
		columns, from, where = fmt.Sprintf("%[1]s.no, %[1]s.far", s.relation), "("+around+") "+s.relation, "1"
	}
	for i, o := range p.Order {
		columns += fmt.Sprintf(", %s k%d", w.key(o, s), i)
	}
	for i, g := range p.Groups {
		columns += fmt.Sprintf(", %s g%d", w.groupKey(g, s), i)
		if g.Stats != nil {
			columns += fmt.Sprintf(", %s t%d", w.number(*g.Stats, s), i)
		}
	}
	for i, sum := range p.Sums {
		columns += fmt.Sprintf(", %s s%d", w.number(sum, s), i)
	}
	if p.Where != nil {
		where += " AND " + w.condition(p.Where, s)
	}
	text := "SELECT " + columns + " FROM " + from
	if p.Over == plan.OverRelationsHere && strings.Contains(columns+where, s.node+".") {
		text += fmt.Sprintf(" CROSS JOIN node %[1]s ON %[1]s.id = %[2]s.far", s.node, s.relation)
	}
	return text + " WHERE " + where
}

// leads says whether a filter leads to a few nodes along relations, two steps away or more. These are then looked up, and the label stands
// behind a plus sign, lest the engine go through all nodes of it in the order of an index and look each up among the few. Around one node,
// a court, there may be so many that a page of the first is sooner found in order.
func leads(c plan.Condition) bool {
	steps := plan.StepsToStart(c)
	_, _, ok := plan.Start(c)
	return ok && steps > 1
}

// key is the value of one key of an order.
func (w *statement) key(o plan.Order, s subject) string {
	value := w.keyAlone(o, s)
	if o.Else != nil {
		value = fmt.Sprintf("coalesce(%s, %s)", value, w.keyAlone(*o.Else, s))
	}
	return value
}

func (w *statement) keyAlone(o plan.Order, s subject) string {
	if o.Of == plan.OfRelation {
		value := w.plain(plan.OfRelation, o.Column, s.relation, s.day)
		if o.Folded {
			value = "fold(" + value + ")"
		}
		return value
	}
	if len(o.Via) > 0 {
		// The far end of the relation with the least id.
		f, n, r := o.Via[0], w.alias("n"), w.alias("r")
		o.Via = o.Via[1:]
		return fmt.Sprintf("(SELECT %s FROM (SELECT far FROM (%s) %s ORDER BY id LIMIT 1) %[3]s CROSS JOIN node %[4]s ON %[4]s.id = %[3]s.far)",
			w.keyAlone(o, subject{node: n, day: s.day}), w.around([]*ontology.Relation{f.Relation}, f.Direction, s.node+".id", s.day), r, n)
	}
	if o.Count != nil {
		return "(SELECT count(*) FROM (" + w.around([]*ontology.Relation{o.Count.Relation}, o.Count.Direction, s.node+".id", s.day) + "))"
	}
	value := w.plain(plan.OfNode, o.Column, s.node, s.day)
	switch {
	case o.Folded && o.Column == "name":
		return s.node + ".folded"
	case o.Folded:
		return "fold(" + value + ")"
	}
	return value
}

// always says whether a key has a value at every row, so that an index on it serves the order.
func always(o plan.Order) bool {
	if len(o.Via) > 0 {
		return false
	}
	return o.Count != nil || o.Column == "id" || o.Column == "name" || o.Column == "type" || o.Column == "ordinal" ||
		o.Column == "evidenceCount" || o.Column == "reportCount"
}

// rows picks the rows of the window first, and only then works out what is wanted of each. These keep their order: what is joined to them
// by CROSS JOIN is looked up row by row, and to say the order again would sort each list twice.
func (w *statement) rows(p *plan.Page, source, row string) string {
	var conditions []string
	if p.After != nil {
		conditions = append(conditions, w.beside(p, row, p.After, true, false))
	}
	if p.Before != nil {
		conditions = append(conditions, w.beside(p, row, p.Before, false, false))
	}
	where := ""
	if len(conditions) > 0 {
		where = " WHERE " + strings.Join(conditions, " AND ")
	}
	order := make([]string, len(p.Order))
	keys := make([]part, len(p.Order))
	for i, o := range p.Order {
		k := fmt.Sprintf("%s.k%d", row, i)
		order[i], keys[i] = k+" ASC", asJSON(k, o.Kind)
		if o.Desc != p.Backward {
			order[i] = k + " DESC"
		}
		switch {
		case always(o):
		case p.Backward:
			order[i] += " NULLS FIRST"
		default:
			order[i] += " NULLS LAST"
		}
	}
	values, relation, node, join := null, null, null, ""
	if p.Keys {
		values = sub(array(keys...))
	}
	if p.Relation != nil {
		r := w.alias("r")
		join = fmt.Sprintf(" CROSS JOIN relation %[1]s ON %[1]s.no = %[2]s.no", r, row)
		relation = sub(w.tuple(p.Relation, r))
	}
	if p.Node != nil {
		n, column, value := w.alias("n"), "id", "far"
		if p.Over == plan.OverNodes {
			column, value = "no", "no"
		}
		join += fmt.Sprintf(" CROSS JOIN node %[1]s ON %[1]s.%[2]s = %[3]s.%[4]s", n, column, row, value)
		node = sub(w.tuple(p.Node, n))
	}
	by := strings.Join(order, ", ")
	return w.list(fmt.Sprintf("SELECT %[1]s v FROM (SELECT * FROM %[2]s %[3]s%[4]s ORDER BY %[5]s LIMIT %[6]s) %[3]s%[7]s",
		array(values, relation, node), source, row, where, by, w.value(p.Limit), join))
}

// beside says that a row stands strictly behind the one with these order values, or strictly before it; with orAt also at it. NULL stands
// last.
func (w *statement) beside(p *plan.Page, row string, values []plan.Value, behind, orAt bool) string {
	var alternatives []string
	equal, bound := "", ""
	for i, o := range p.Order {
		k := fmt.Sprintf("%s.k%d", row, i)
		v := "NULL"
		if values[i] != nil {
			v = w.value(values[i])
		}
		greater := ">"
		if behind == o.Desc {
			greater = "<"
		}
		var condition string
		switch {
		case values[i] == nil && behind:
			condition = "0"
		case values[i] == nil:
			condition = k + " IS NOT NULL"
		case behind && !always(o):
			condition = fmt.Sprintf("(%s %s %s OR %[1]s IS NULL)", k, greater, v)
		default:
			condition = k + " " + greater + " " + v
		}
		if i == 0 && always(o) && values[i] != nil {
			bound = fmt.Sprintf("%s %s= %s AND ", k, greater, v) // says nothing new, but an index can begin there
		}
		alternatives = append(alternatives, equal+condition)
		equal += fmt.Sprintf("%s IS %s AND ", k, v)
	}
	if orAt {
		alternatives = append(alternatives, strings.TrimSuffix(equal, " AND "))
	}
	if len(alternatives) == 1 {
		return alternatives[0]
	}
	return "(" + bound + "(" + strings.Join(alternatives, " OR ") + "))"
}
