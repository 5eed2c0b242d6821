package neo4j

import (
	"fmt"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// groups are the values of the page's groups.
func (b *pageWriter) groups() string {
	parts := make([]string, len(b.Groups))
	for i, g := range b.Groups {
		key, folded := b.groupKey(g)
		groups, count := "null", "null"
		if g.Rows && b.here == "" {
			groups = b.counts(g, key, folded)
		} else if g.Rows {
			groups = b.countsHere(g, key, folded)
		}
		if g.Count {
			count = fmt.Sprintf("COUNT { %s RETURN DISTINCT %s AS %s }", b.match(), key, b.variable("k"))
		}
		parts[i] = "[" + groups + ", " + count + "]"
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// counts are the groups of a root list.
func (b *pageWriter) counts(g plan.Group, key, folded string) string {
	k, c, values := b.variable("k"), b.variable("c"), "null"
	row, group, order := key+" AS "+k, k+", count(*) AS "+c, k+" IS NULL, "
	aggregate := func(value, by string) string {
		v := b.variable("v")
		row, group = row+", "+value+" AS "+v, group+", "+by+"("+v+") AS "+v
		return v
	}
	if folded != "null" {
		order += aggregate(folded, "min") + ", "
	}
	if order += k; !g.ByKey {
		order = c + " DESC, " + order
	}
	if g.Stats != nil {
		values = aggregate(b.number(*g.Stats), "collect")
	}
	return fmt.Sprintf("COLLECT { %s WITH %s WITH %s ORDER BY %s LIMIT %s RETURN [%s, %s, %s, %s] }",
		b.match(), row, group, order, b.limit(g.First), k, c, values, b.groupNode(g, k))
}

// groupNode is the tuple of the node whose id is the key k.
func (b *pageWriter) groupNode(g plan.Group, k string) string {
	if g.Node == nil {
		return "null"
	}
	n := b.variable("n")
	return fmt.Sprintf("COLLECT { MATCH (%[1]s:Entity {id: %[2]s}) RETURN %[3]s }[0]", n, k, b.tuple(g.Node, n))
}

// countsHere are the groups of a list at a node: equal keys stand side by side in a sorted list. Aggregation is simpler and faster, but
// Cypher takes one in a sub-query for one of the clause around it, which has variables of its own.
func (b *pageWriter) countsHere(g plan.Group, key, folded string) string {
	k, f, all, first, i, c := b.variable("k"), b.variable("f"), b.variable("k"), b.variable("f"), b.variable("i"), b.variable("c")
	order := i
	if !g.ByKey {
		order = c + " DESC, " + i
	}
	number, values := "null", "null"
	if g.Stats != nil {
		number = b.number(*g.Stats)
		values = fmt.Sprintf("[x IN range(%[1]s[%[2]s], %[1]s[%[2]s] + %[3]s - 1) WHERE %[4]s[x][1] IS NOT NULL | %[4]s[x][1]]", first, i, c, all)
	}
	node := b.groupNode(g, k)
	return fmt.Sprintf(`COLLECT {
	WITH COLLECT { %s WITH %s AS %s, %s AS %s, %[12]s AS %[15]s ORDER BY %[3]s IS NULL, %[5]s, %[3]s RETURN [%[3]s, %[15]s] } AS %[6]s
	WITH %[6]s, [%[8]s IN range(0, size(%[6]s) - 1) `+
		`WHERE %[8]s = 0 OR coalesce(%[6]s[%[8]s][0] <> %[6]s[%[8]s - 1][0], %[6]s[%[8]s - 1][0] IS NOT NULL)] AS %[7]s
	UNWIND range(0, size(%[7]s) - 1) AS %[8]s
	WITH %[6]s[%[7]s[%[8]s]][0] AS %[3]s, coalesce(%[7]s[%[8]s + 1], size(%[6]s)) - %[7]s[%[8]s] AS %[9]s, %[8]s, %[6]s, %[7]s ORDER BY %[10]s LIMIT %[11]s
	RETURN [%[3]s, %[9]s, %[13]s, %[14]s] }`, b.match(), key, k, folded, f, all, first, i, c, order, b.limit(g.First), number, values, node, b.variable("v"))
}

// sums are the values of the page's sums.
func (b *pageWriter) sums() string {
	parts := make([]string, len(b.Sums))
	for i, sum := range b.Sums {
		s := b.variable("s")
		parts[i] = fmt.Sprintf("COLLECT { %s WITH %s AS %s WHERE %[3]s IS NOT NULL RETURN %[3]s }", b.match(), b.number(sum), s)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// number is a number of a row.
func (b *pageWriter) number(sum plan.Sum) string {
	if sum.Of == plan.OfRelation {
		return b.column(sum.Of, sum.Column, b.row.relation, b.AsOf)
	}
	return b.column(sum.Of, sum.Column, b.row.node, b.AsOf)
}

// groupKey is the text that a row is counted by, null for none; and what it compares by first.
func (b *pageWriter) groupKey(g plan.Group) (key, folded string) {
	variable := b.row.node
	if g.Of == plan.OfRelation {
		variable = b.row.relation
	}
	from := b.column(g.Of, g.From, variable, b.AsOf)
	switch {
	case g.Kind == ontology.Boolean:
		return "toString(" + from + ")", "null"
	case g.Kind == ontology.String && g.Bucket == plan.NoBucket && g.From != "type" && g.From != "id":
		return from, b.column(g.Of, "_folded_"+g.From, variable, b.AsOf)
	case g.From == g.To:
		return bucket(g.Bucket, from), "null"
	}
	to := b.column(g.Of, g.To, variable, b.AsOf)
	return fmt.Sprintf("CASE WHEN %[1]s = %[2]s THEN %[1]s END", bucket(g.Bucket, from), bucket(g.Bucket, to)), "null"
}

// bucket is the stretch of the calendar in which a day lies.
func bucket(b plan.Bucket, day string) string {
	switch b {
	case plan.Week:
		return strings.ReplaceAll("right('000' + toString(date(D).weekYear), 4) + '-W' + right('0' + toString(date(D).week), 2)", "D", day)
	case plan.Month:
		return "left(" + day + ", 7)"
	case plan.Quarter:
		return strings.ReplaceAll("left(D, 4) + '-Q' + toString((toInteger(substring(D, 5, 2)) + 2) / 3)", "D", day)
	case plan.Year:
		return "left(" + day + ", 4)"
	}
	return day
}
