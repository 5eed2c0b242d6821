package sqlite

import (
	"fmt"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// groups are the values of a page's groups.
func (w *statement) groups(p *plan.Page, source string) string {
	parts := make([]part, len(p.Groups))
	for i, g := range p.Groups {
		k := fmt.Sprintf("g%d", i)
		groups, count := null, null
		if g.Rows {
			by := fmt.Sprintf("%s IS NULL, %[1]s", k)
			if g.Kind == ontology.String {
				by = fmt.Sprintf("%s IS NULL, fold(%[1]s), %[1]s", k)
			}
			if !g.ByKey {
				by = "count(*) DESC, " + by
			}
			stats, node, join := "NULL", null, ""
			if g.Stats != nil {
				stats = numbers(fmt.Sprintf("t%d", i), g.Stats.Kind)
			}
			group := w.alias("g")
			if g.Node != nil {
				n := w.alias("n")
				join = fmt.Sprintf(" CROSS JOIN node %[1]s ON %[1]s.id = %[2]s.k", n, group)
				node = sub(w.tuple(g.Node, n))
			}
			row := array(append(values(group+".k", group+".n"), sub(group+".t"), node)...)
			groups = sub(w.list(fmt.Sprintf("SELECT %[2]s v FROM (SELECT %[3]s k, count(*) n, %[4]s t, row_number() OVER (ORDER BY %[5]s) nth "+
				"FROM %[6]s GROUP BY %[3]s ORDER BY nth LIMIT %[7]s) %[1]s%[8]s ORDER BY %[1]s.nth",
				group, row, k, stats, by, source, w.value(g.First), join)))
		}
		if g.Count {
			count = sub(fmt.Sprintf("(SELECT count(*) FROM (SELECT DISTINCT %s FROM %s))", k, source))
		}
		parts[i] = sub(array(groups, count))
	}
	return array(parts...)
}

// groupKey is the text that a row is counted by; NULL for none.
func (w *statement) groupKey(g plan.Group, s subject) string {
	alias := s.node
	if g.Of == plan.OfRelation {
		alias = s.relation
	}
	from := w.plain(g.Of, g.From, alias, s.day)
	if g.Kind == ontology.Boolean {
		return fmt.Sprintf("CASE %s WHEN 1 THEN 'true' WHEN 0 THEN 'false' END", from)
	}
	if g.From == g.To {
		return bucket(g.Bucket, from)
	}
	to := w.plain(g.Of, g.To, alias, s.day)
	return fmt.Sprintf("CASE WHEN %[1]s = %[2]s THEN %[1]s END", bucket(g.Bucket, from), bucket(g.Bucket, to))
}

// bucket is the stretch of the calendar in which a day lies.
func bucket(b plan.Bucket, day string) string {
	switch b {
	case plan.Week:
		return "strftime('%G-W%V', " + day + ")"
	case plan.Month:
		return "substr(" + day + ", 1, 7)"
	case plan.Quarter:
		return strings.ReplaceAll("substr(D, 1, 4) || '-Q' || ((substr(D, 6, 2) + 2) / 3)", "D", day)
	case plan.Year:
		return "substr(" + day + ", 1, 4)"
	}
	return day
}

// sums are the values of a page's sums.
func (w *statement) sums(p *plan.Page, source string) string {
	parts := make([]part, len(p.Sums))
	for i, sum := range p.Sums {
		parts[i] = sub(fmt.Sprintf("(SELECT %s FROM %s)", numbers(fmt.Sprintf("s%d", i), sum.Kind), source))
	}
	return array(parts...)
}

// numbers collects all that there are in a column.
func numbers(column string, kind ontology.Kind) string {
	number := asJSON(column, kind).expression
	return fmt.Sprintf("concat('[', group_concat(%s, ',') FILTER (WHERE %s IS NOT NULL), ']')", number, column)
}

// number is a number of a row.
func (w *statement) number(sum plan.Sum, s subject) string {
	if sum.Of == plan.OfRelation {
		return w.plain(sum.Of, sum.Column, s.relation, s.day)
	}
	return w.plain(sum.Of, sum.Column, s.node, s.day)
}
