package neo4j

import (
	"fmt"
	"slices"

	"councilgraph/graph/plan"
)

// expand is the value of an Expand.
func (w *statement) expand(e *plan.Expand) string {
	id, h, r, n := w.variable("id"), w.variable("n"), w.variable("r"), w.variable("n")
	from := fmt.Sprintf("UNWIND %s AS %s MATCH (%s:Entity {id: %[2]s})", w.value(e.Nodes), id, h)
	near := w.around(e.Relations, e.Direction, h, r, n, e.AsOf) + " AND " + w.condition(e.Where, subject{relation: r, day: e.AsOf})
	limit := w.limit(e.Limit)
	rows := ""
	switch {
	case e.Pairs:
		rows = fmt.Sprintf("COLLECT { %s %s WITH DISTINCT %s, %s LIMIT %s RETURN [%[3]s.id, %[4]s.id] }", from, near, h, n, limit)
	case e.PerNode == 0:
		rows = fmt.Sprintf("COLLECT { %s %s WITH %s, %s, %s ORDER BY %[3]s.id, type(%[4]s), %[4]s.id LIMIT %[6]s "+
			"RETURN [%[3]s.id, %[5]s.id, type(%[4]s), %[4]s.id] }", from, near, h, r, n, limit)
	default:
		rows = fmt.Sprintf("COLLECT { %[1]s CALL (%[2]s) { %[3]s RETURN %[4]s, %[5]s ORDER BY type(%[4]s), %[4]s.id LIMIT %[6]s } "+
			"WITH %[2]s, %[4]s, %[5]s ORDER BY %[2]s.id, type(%[4]s), %[4]s.id LIMIT %[7]s RETURN [%[2]s.id, %[5]s.id, type(%[4]s), %[4]s.id] }",
			from, h, near, r, n, w.limit(e.PerNode), limit)
	}
	if !e.Counts {
		return "[" + rows + ", null]"
	}
	here, typ, count := w.variable("h"), w.variable("t"), w.variable("c")
	counts := fmt.Sprintf("COLLECT { %s %s WITH %s.id AS %s, type(%s) AS %s, count(*) AS %s ORDER BY %[4]s, %[6]s "+
		"RETURN [%[4]s, %[6]s, %[7]s] }", from, near, h, here, r, typ, count)
	return w.apart([]string{rows, counts})
}

// shortest is the value of a Shortest. The first paths begin with the first of the nodes that come next to the start, of which there are
// few: to sort these, and of the paths those alone, takes less than to sort all. Where too many were found, one tells how long they are.
func (w *statement) shortest(q *plan.Shortest) string {
	switch {
	case len(q.Relations) == 0:
		return "[]"
	case q.Hops > 0:
		return w.stepwise(q)
	}
	from, to, p := w.variable("n"), w.variable("n"), w.variable("path")
	all, nodes, ids, n, next := w.variable("all"), w.variable("nodes"), w.variable("ids"), w.variable("n"), w.variable("next")
	return fmt.Sprintf(`COLLECT {
	WITH COLLECT { MATCH (%[1]s:Entity {id: %[3]s}), (%[2]s:Entity {id: %[4]s}) `+
		`MATCH %[5]s = allShortestPaths((%[1]s)-[:%[6]s*..%[7]d]-(%[2]s)) RETURN nodes(%[5]s) LIMIT %[8]s } AS %[9]s
	WITH size(%[9]s) AS tried, CASE WHEN size(%[9]s) = %[8]s THEN %[9]s[..1] ELSE %[9]s END AS %[9]s
	WITH tried, %[9]s, COLLECT { UNWIND %[9]s AS %[10]s WITH DISTINCT %[10]s[1] AS %[14]s RETURN %[14]s ORDER BY %[14]s.id LIMIT %[12]s } AS %[15]s
	UNWIND [%[10]s IN %[9]s WHERE %[10]s[1] IN %[15]s] AS %[10]s
	WITH DISTINCT tried, %[10]s, [x IN %[10]s | x.id] AS %[11]s ORDER BY %[11]s LIMIT %[12]s
	RETURN [tried, %[13]s] }`,
		from, to, w.value(q.From), w.value(q.To), p, relationTypes(q.Relations), q.MaxHops, w.limit(q.MaxTried), all, nodes, ids,
		w.limit(q.First), w.each(n, nodes, q.Node), n, next)
}

// each is a list of [id, tuple] of the nodes n in a list.
func (w *statement) each(n, nodes string, tuple *plan.Tuple) string {
	pair := fmt.Sprintf("[%s.id, %s]", n, w.tuple(tuple, n))
	isQuery := func(s plan.Slot) bool { _, column := s.(*plan.Column); return !column }
	if slices.ContainsFunc(tuple.Slots, isQuery) { // which the other form may not hold
		return fmt.Sprintf("COLLECT { UNWIND %s AS %s RETURN %s }", nodes, n, pair)
	}
	return fmt.Sprintf("[%s IN %s | %s]", n, nodes, pair)
}

// stepwise is the value of a Shortest whose hops are known. From the first nodes it goes on, hop by hop, to the first from which the end is
// as near as it must be: however many paths there are, each of these first ones is on one of the first paths. Next to the end are few,
// most often, and two hops from it is what is next to one of them: to look for these is less work than to find a path.
func (w *statement) stepwise(q *plan.Shortest) string {
	ids, last, to, id, n := w.variable("ids"), w.variable("n"), w.variable("n"), w.variable("id"), w.variable("n")
	ends, end := w.variable("ends"), w.variable("n")
	types, first := relationTypes(q.Relations), w.limit(q.First)
	text := fmt.Sprintf("MATCH (%[1]s:Entity {id: %[2]s}), (%[3]s:Entity {id: %[4]s}) WITH %[1]s, %[3]s, [%[1]s.id] AS %[5]s, "+
		"COLLECT { MATCH (%[3]s)-[:%[6]s]-(%[7]s) RETURN DISTINCT %[7]s } AS %[8]s",
		last, w.value(q.From), to, w.value(q.To), ids, types, end, ends)
	for left := q.Hops - 1; left > 0; left-- {
		var near string
		switch left {
		case 1:
			near = fmt.Sprintf("%s IN %s", n, ends)
		case 2:
			near = fmt.Sprintf("EXISTS { MATCH (%s)-[:%s]-(%s) WHERE %[3]s IN %[4]s }", n, types, end, ends)
		default:
			near = fmt.Sprintf("EXISTS { MATCH shortestPath((%s)-[:%s*..%d]-(%s)) }", n, types, left, to)
		}
		text += fmt.Sprintf(`
	MATCH (%[1]s)-[:%[2]s]-(%[3]s) WHERE %[3]s <> %[4]s
	WITH DISTINCT %[5]s, %[4]s, %[9]s, %[3]s, %[3]s.id AS %[6]s ORDER BY %[5]s, %[6]s
	WITH %[5]s, %[4]s, %[9]s, %[3]s, %[6]s WHERE %[7]s
	WITH %[5]s, %[4]s, %[9]s, %[3]s, %[6]s ORDER BY %[5]s, %[6]s LIMIT %[8]s
	WITH %[5]s + %[6]s AS %[5]s, %[4]s, %[9]s, %[3]s AS %[1]s`, last, types, n, to, ids, id, near, first, ends)
	}
	return fmt.Sprintf(`COLLECT { %s
	WITH %[2]s + %[3]s.id AS %[2]s ORDER BY %[2]s
	RETURN [0, COLLECT { UNWIND %[2]s AS %[4]s MATCH (%[5]s:Entity {id: %[4]s}) RETURN [%[5]s.id, %[6]s] }] }`, text, ids, to, id, n, w.tuple(q.Node, n))
}

// statements is the value of Statements.
func (w *statement) statements(q *plan.Statements) string {
	if len(q.Relations) == 0 {
		return "[]"
	}
	types := make([]string, len(q.Relations))
	for i, r := range q.Relations {
		types[i] = r.Name
	}
	return fmt.Sprintf(`COLLECT {
	CALL () {
		MATCH (d:_Document) WHERE d.report IN %[1]s UNWIND d.ends AS e WITH split(e, ' ') AS e RETURN e[0] AS type, e[1] AS from, e[2] AS to
		UNION
		MATCH (f:_Reference) WHERE f.report IN %[1]s AND f.to IS NOT NULL RETURN f.type AS type, f.from AS from, f.to AS to
	}
	WITH type, from, to WHERE type IN %[2]s
	MATCH (:Entity {id: from})-[r:%[3]s]->(:Entity {id: to}) WHERE type(r) = type
	UNWIND r._statements AS s
	WITH r, split(s, '\t') AS s
	WITH r, s, split(s[%[5]d], '|')[-1] AS report WHERE report IN %[1]s
	RETURN [r.id, type(r), report, s[%[6]d], toInteger(s[%[7]d]), toInteger(s[%[8]d]), toInteger(s[%[9]d]), s[%[10]d]] LIMIT %[4]s }`,
		w.value(q.Reports), w.value(types), relationTypes(q.Relations), w.limit(q.Limit),
		keyPart, saidPart, positionPart, startPart, endPart, rulePart)
}
