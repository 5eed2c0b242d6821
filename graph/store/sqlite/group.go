package sqlite

import (
	"fmt"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// groups are the values of a page's groups.
func (w *statement) groups(p *plan.Page, source string) string {
	parts := make([]string, len(p.Groups))
	for i, g := range p.Groups {
		k := fmt.Sprintf("g%d", i)
		groups, count := "NULL", "NULL"
		if g.Rows {
			by := fmt.Sprintf("%s IS NULL, %[1]s", k)
			if g.Kind == ontology.String {
				by = fmt.Sprintf("%s IS NULL, fold(%[1]s), %[1]s", k)
			}
			if !g.ByKey {
				by = "count(*) DESC, " + by
			}
			groups = w.list(fmt.Sprintf("SELECT json_array(%[1]s, count(*)) v FROM %[2]s GROUP BY %[1]s ORDER BY %[3]s LIMIT %[4]s", k, source, by, w.value(g.First)))
		}
		if g.Count {
			count = fmt.Sprintf("(SELECT count(*) FROM (SELECT DISTINCT %s FROM %s))", k, source)
		}
		parts[i] = array([]string{groups, count})
	}
	return array(parts)
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
