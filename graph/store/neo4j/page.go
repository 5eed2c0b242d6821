package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// page is the value of a page; here is the variable of the node that has the slot, "" at the root.
func (w *statement) page(p *plan.Page, here string) string {
	b := &pageWriter{w, p, here, subject{relation: w.variable("r"), node: w.variable("n"), day: p.AsOf}}
	switch p.Over {
	case plan.OverNodes:
		b.row.relation = ""
	case plan.OverRelations:
		b.row.node = ""
	}
	parts := []string{"null", "null", "null", "null", "null", "null", "null"}
	if p.Rows {
		parts[0] = b.rows()
	}
	if p.Total {
		parts[1] = "COUNT { " + b.counted() + " }"
	}
	if p.Preceding {
		parts[2] = "EXISTS { " + b.matchBeside(p.After, false) + " }"
	}
	if p.Following {
		parts[3] = "EXISTS { " + b.matchBeside(p.Before, true) + " }"
	}
	if p.Far {
		parts[4] = "COUNT { " + b.match() + " RETURN DISTINCT " + b.row.node + " }"
	}
	if len(p.Groups) > 0 {
		parts[5] = b.groups()
	}
	if len(p.Sums) > 0 {
		parts[6] = b.sums()
	}
	for len(parts) > 1 && parts[len(parts)-1] == "null" {
		parts = parts[:len(parts)-1]
	}
	if here == "" && p.Rows && len(p.Groups)+len(p.Sums) > 0 {
		return w.apart(parts)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

type pageWriter struct {
	*statement
	*plan.Page
	here string
	row  subject
}

// variables are those of a row.
func (b *pageWriter) variables() string {
	return strings.Trim(b.row.relation+", "+b.row.node, ", ")
}

// match matches what the page lists. It ends in a condition.
func (b *pageWriter) match() string {
	text, where := "", b.Where
	start, rest, few := b.start()
	if few {
		text, where = b.from(start, b.row, b.Types)+" AND ", rest
	}
	switch n, r := b.row.node, b.row.relation; b.Over {
	case plan.OverNodes:
		switch {
		case few:
			text += labelled(n, b.Types)
		case len(b.Types) == len(b.o.Types):
			text = fmt.Sprintf("MATCH (%s:Entity) WHERE true", n)
		default:
			text = fmt.Sprintf("MATCH (%s) WHERE true", labelled(n, b.Types))
		}
		text += b.nodeThen(n, b.AsOf)
	case plan.OverRelations:
		switch {
		case few:
			text += typed(r, b.Relations)
		case len(b.Relations) == 0:
			text = fmt.Sprintf("MATCH ()-[%s]->() WHERE false", r)
		default:
			text = fmt.Sprintf("MATCH ()-[%s:%s]->() WHERE true", r, relationTypes(b.Relations))
		}
		text += b.relationThen(r, b.AsOf)
	case plan.OverRelationsHere:
		text = b.around(b.Relations, b.Direction, b.here, r, n, b.AsOf)
	}
	if where != nil {
		text += " AND " + b.condition(where, b.row)
	}
	return text
}

// counted matches what the page lists, to be counted.
func (b *pageWriter) counted() string {
	if b.Over == plan.OverRelationsHere && b.Where == nil {
		return b.ties(b.Relations, b.Direction, b.here, b.AsOf)
	}
	return b.match()
}

// start is where a page of a root list starts from, if it holds few rows.
func (b *pageWriter) start() (start, rest plan.Condition, few bool) {
	if b.Over == plan.OverRelationsHere || b.Where == nil {
		return nil, nil, false
	}
	return plan.Start(b.Where)
}

// keys are the values of the order. Where computed says so, they cost so much that they are worked out once a row, as variables.
func (b *pageWriter) keys() (keys []string, computed bool) {
	for _, o := range b.Order {
		keys = append(keys, b.key(o, b.row))
		then := b.AsOf != "" && o.Of == plan.OfRelation && o.Column != "id"
		computed = computed || then || len(o.Via) > 0 || o.Count != nil || o.Else != nil || o.Column == "evidenceCount" || o.Column == "reportCount"
	}
	return keys, computed
}

// compute is a clause that binds keys to variables.
func (b *pageWriter) compute(keys []string) (clause string, variables []string) {
	clause = " WITH " + b.variables()
	for _, k := range keys {
		v := b.variable("k")
		clause += ", " + k + " AS " + v
		variables = append(variables, v)
	}
	return clause, variables
}

// matchBeside matches the row with these values, and what is behind it or, not behind, before it.
func (b *pageWriter) matchBeside(values []plan.Value, behind bool) string {
	match := b.match()
	keys, computed := b.keys()
	if !computed {
		return match + " AND " + b.beside(keys, values, behind, true)
	}
	clause, keys := b.compute(keys)
	return match + clause + " WHERE " + b.beside(keys, values, behind, true) + " RETURN " + b.variables()
}

func (b *pageWriter) rows() string {
	keys, computed := b.keys()
	clause, between := "", " AND "
	if computed {
		clause, keys = b.compute(keys)
		between = " WHERE "
	}
	var conditions []string
	if b.After != nil {
		conditions = append(conditions, b.beside(keys, b.After, true, false))
	}
	if b.Before != nil {
		conditions = append(conditions, b.beside(keys, b.Before, false, false))
	}
	conditions = append(conditions, b.inIndex(keys)...)
	window := clause
	if len(conditions) > 0 {
		window += between + strings.Join(conditions, " AND ")
	}
	match, limit, variables := b.match()+window, b.limit(b.Limit), b.variables()
	many, key := b.many() && !computed, keys[0]
	if many {
		keys[0] = b.variable("k")
	}
	var order []string
	for i, o := range b.Order {
		if !always(o) {
			order = append(order, keys[i]+" IS NULL"+descending(b.Backward))
		}
		order = append(order, keys[i]+descending(o.Desc != b.Backward))
	}
	by := strings.Join(order, ", ")
	if computed {
		variables += ", " + strings.Join(keys, ", ")
	}
	values, relation, node := "null", "null", "null"
	if b.Keys {
		values = "[" + strings.Join(keys, ", ") + "]"
	}
	if b.Page.Relation != nil {
		relation = b.tuple(b.Page.Relation, b.row.relation)
	}
	if b.Node != nil {
		node = b.tuple(b.Node, b.row.node)
	}
	if _, _, few := b.start(); b.Over == plan.OverRelations && len(b.Relations) > 1 && !few {
		// One sub-query for each type, so that each type's index gives the order.
		var parts []string
		whole := *b.Page
		for i := range whole.Relations {
			one := whole
			one.Relations = whole.Relations[i : i+1]
			b.Page = &one
			parts = append(parts, fmt.Sprintf("%s%s RETURN %s ORDER BY %s LIMIT %s", b.match(), window, variables, by, limit))
		}
		b.Page = &whole
		match = "CALL () { " + strings.Join(parts, " UNION ALL ") + " }"
	}
	if many {
		match = b.upTo(key, keys[0], match, limit, by)
	} else {
		match += fmt.Sprintf(" WITH %s ORDER BY %s LIMIT %s", variables, by, limit)
	}
	return fmt.Sprintf("COLLECT { %s RETURN [%s, %s, %s] }", match, values, relation, node)
}

// inIndex are conditions that hold of every row, without which the server does not see that an index has the order: that there is each
// key, and where in the index the rows begin and end.
func (b *pageWriter) inIndex(keys []string) (conditions []string) {
	_, _, few := b.start()
	indexed := len(b.Order) == 1 || b.Over == plan.OverNodes && len(b.Types) == 1
	if b.Over == plan.OverRelationsHere || few || !indexed || slices.ContainsFunc(b.Order, func(o plan.Order) bool { return o.Column != "id" && !isName(o) }) {
		return nil
	}
	for _, k := range keys {
		conditions = append(conditions, k+" IS NOT NULL")
	}
	for _, bound := range []struct {
		values []plan.Value
		desc   bool
	}{{b.After, b.Order[0].Desc}, {b.Before, !b.Order[0].Desc}} {
		comparison := " >= "
		if bound.desc {
			comparison = " <= "
		}
		if bound.values != nil {
			conditions = append(conditions, keys[0]+comparison+b.value(bound.values[0]))
		}
	}
	return conditions
}

func isName(o plan.Order) bool { return o.Column == "name" && len(o.Via) == 0 }

// many says whether there may be far more rows than the window holds, in an order of which the first key takes less to read than all.
func (b *pageWriter) many() bool {
	if b.AsOf != "" || !isName(b.Order[0]) {
		return false
	}
	if b.Over == plan.OverNodes {
		_, _, started := b.start()                          // else an index has the order
		return started && b.Limit <= shortPage && !b.entire // what is asked before it is planned says its filters once
	}
	return b.Over == plan.OverRelationsHere && b.Where == nil
}

// shortPage is how many rows a page of nodes has, at most, for which it pays to read their other keys apart.
const shortPage = 50

// upTo matches the rows of the window in order, by their first keys, which it binds: the other keys are asked for only where some of these
// are equal, and then of these rows alone, since to read them, the id of a relation above all, takes as long as all else that is done with
// a row. Where the row behind the window has the same first key as the last one in it, they are asked for of all rows. A list keeps its
// order when it is gone through.
func (b *pageWriter) upTo(key, first, match, limit, by string) string {
	top, row := b.variable("t"), b.variable("t")
	rows := func(window string) string {
		return fmt.Sprintf("COLLECT { %s WITH %s, %s AS %s%s RETURN [%[4]s, %[2]s] }", match, b.variables(), key, first, window)
	}
	read := fmt.Sprintf("AS %[1]s WITH %[1]s[0] AS %[2]s", row, first)
	for i, v := range strings.Split(b.variables(), ", ") {
		read += fmt.Sprintf(", %s[%d] AS %s", row, 1+i, v)
	}
	ordered := fmt.Sprintf("COLLECT { UNWIND CASE WHEN size(%[1]s) <= %[2]s OR %[1]s[%[2]s - 1][0] <> %[1]s[-1][0] "+
		"THEN %[1]s ELSE %[3]s END %[4]s ORDER BY %[5]s LIMIT %[2]s RETURN [%[6]s, %[7]s] }",
		top, limit, rows(""), read, by, first, b.variables())
	return fmt.Sprintf("WITH %[1]s AS %[2]s UNWIND CASE WHEN none(x IN range(1, size(%[2]s) - 1) WHERE %[2]s[x][0] = %[2]s[x - 1][0]) "+
		"THEN %[2]s[..%[3]s] ELSE %[4]s END %[5]s",
		rows(" ORDER BY "+first+descending(b.Order[0].Desc != b.Backward)+" LIMIT "+limit+" + 1"), top, limit, ordered, read)
}

func descending(is bool) string {
	if is {
		return " DESC"
	}
	return ""
}

// always says whether a key has a value at every row.
func always(o plan.Order) bool {
	return len(o.Via) == 0 && (o.Count != nil || slices.Contains([]string{"id", "name", "type", "ordinal", "evidenceCount", "reportCount"}, o.Column))
}

// key is the value that an order compares.
func (w *statement) key(o plan.Order, row subject) string {
	value := w.keyAlone(o, row)
	if o.Else != nil {
		value = fmt.Sprintf("coalesce(%s, %s)", value, w.keyAlone(*o.Else, row))
	}
	return value
}

func (w *statement) keyAlone(o plan.Order, row subject) string {
	if len(o.Via) > 0 {
		f, n := o.Via[0], w.variable("n")
		o.Via = o.Via[1:]
		return w.first(f, row.node, n, row.day, w.keyAlone(o, subject{node: n, day: row.day}))
	}
	if o.Count != nil {
		return "COUNT { " + w.ties([]*ontology.Relation{o.Count.Relation}, o.Count.Direction, row.node, row.day) + " }"
	}
	name := o.Column
	if o.Folded {
		name = "_folded_" + name
	}
	if o.Of == plan.OfRelation {
		return w.column(plan.OfRelation, name, row.relation, row.day)
	}
	return w.column(plan.OfNode, name, row.node, row.day)
}

// beside says that a row stands strictly behind the one with these order values, or strictly before it; with orAt also at it. A missing
// value stands last.
func (b *pageWriter) beside(keys []string, values []plan.Value, behind, orAt bool) string {
	var alternatives []string
	equal := ""
	for i, o := range b.Order {
		k := keys[i]
		greater := ">"
		if behind == o.Desc {
			greater = "<"
		}
		var condition, same string
		if values[i] == nil {
			condition, same = k+" IS NOT NULL", k+" IS NULL"
			if behind {
				condition = "false"
			}
		} else {
			v := b.value(values[i])
			condition, same = fmt.Sprintf("%s %s %s", k, greater, v), fmt.Sprintf("%s = %s", k, v)
			if behind && !always(o) {
				condition = fmt.Sprintf("(%s OR %s IS NULL)", condition, k)
			}
		}
		alternatives = append(alternatives, equal+condition)
		equal += same + " AND "
	}
	if orAt {
		alternatives = append(alternatives, strings.TrimSuffix(equal, " AND "))
	}
	if len(alternatives) == 1 {
		return alternatives[0]
	}
	return "(" + strings.Join(alternatives, " OR ") + ")"
}
