package neo4j

import (
	"fmt"
	"strings"

	"councilgraph/graph/plan"
)

// page is the value of a page; here is the variable of the node that has the slot, "" at the root.
func (w *statement) page(p *plan.Page, here string) string {
	if p.Over != plan.OverNodes && len(p.Relations) == 0 {
		parts := []string{"null", "null", "null", "null", "null", "null"}
		for i, wanted := range []bool{p.Rows, p.Total, p.Preceding, p.Following} {
			if wanted {
				parts[i] = []string{"[]", "0", "false", "false"}[i]
			}
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	b := &pageWriter{w, p, here, w.variable("r"), w.variable("n")}
	parts := []string{"null", "null", "null", "null", "null", "null"}
	if p.Rows {
		parts[0] = b.rows()
	}
	if p.Total {
		parts[1] = "COUNT { " + b.match("") + " }"
	}
	if p.Preceding {
		parts[2] = "EXISTS { " + b.match(b.beside(p.After, false, true)) + " }"
	}
	if p.Following {
		parts[3] = "EXISTS { " + b.match(b.beside(p.Before, true, true)) + " }"
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

type pageWriter struct {
	*statement
	*plan.Page
	here string
	r, n string
}

// match matches what the page lists, under a condition.
func (b *pageWriter) match(condition string) string {
	text := ""
	switch b.Over {
	case plan.OverNodes:
		text = fmt.Sprintf("MATCH (%s)", labelled(b.n, b.Types))
		if len(b.Types) == len(b.o.Types) {
			text = fmt.Sprintf("MATCH (%s:Entity)", b.n)
		}
	case plan.OverRelations:
		text = fmt.Sprintf("MATCH ()-[%s:%s]->()", b.r, relationTypes(b.Relations))
	case plan.OverRelationsHere:
		text = around(b.Relations, b.Direction, b.here, b.r, b.n)
	}
	switch {
	case condition == "":
		return text
	case strings.Contains(text, " WHERE "):
		return text + " AND " + condition
	}
	return text + " WHERE " + condition
}

func (b *pageWriter) rows() string {
	var conditions []string
	if b.After != nil {
		conditions = append(conditions, b.beside(b.After, true, false))
	}
	if b.Before != nil {
		conditions = append(conditions, b.beside(b.Before, false, false))
	}
	last := b.Order[len(b.Order)-1]
	if b.Over != plan.OverRelationsHere && len(b.Order) == 1 && last.Column == "id" && len(conditions) == 0 {
		conditions = append(conditions, b.key(last)+" IS NOT NULL") // only then an index gives the order
	}
	condition := strings.Join(conditions, " AND ")
	var order, keys []string
	for _, o := range b.Order {
		k := b.key(o)
		keys = append(keys, k)
		if o.Column != "id" {
			order = append(order, k+" IS NULL"+descending(b.Backward))
		}
		order = append(order, k+descending(o.Desc != b.Backward))
	}
	by, limit := strings.Join(order, ", "), b.value(b.Limit)
	variables := b.n
	if b.Over != plan.OverNodes {
		variables = b.r
		if b.Over == plan.OverRelationsHere {
			variables = b.r + ", " + b.n
		}
	}
	relation, node := "null", "null"
	if b.Page.Relation != nil {
		relation = b.tuple(b.Page.Relation, b.r)
	}
	if b.Node != nil {
		node = b.tuple(b.Node, b.n)
	}
	match := b.match(condition)
	if b.Over == plan.OverRelations {
		// One sub-query for each type, so that each type's index gives the order.
		var parts []string
		whole := b.Relations
		page := *b.Page
		b.Page = &page
		for i := range whole {
			b.Relations = whole[i : i+1]
			parts = append(parts, fmt.Sprintf("%s RETURN %s ORDER BY %s LIMIT %s", b.match(condition), b.r, by, limit))
		}
		b.Relations = whole
		match = "CALL { " + strings.Join(parts, " UNION ALL ") + " }"
	}
	return fmt.Sprintf("COLLECT { %s WITH %s ORDER BY %s LIMIT %s RETURN [[%s], %s, %s] }", match, variables, by, limit, strings.Join(keys, ", "), relation, node)
}

func descending(is bool) string {
	if is {
		return " DESC"
	}
	return ""
}

// key is the value that an order compares.
func (b *pageWriter) key(o plan.Order) string {
	if o.Of == plan.OfNode {
		return b.n + "." + quote(o.Column)
	}
	if o.Column == "ordinal" {
		return b.r + "._ordinal"
	}
	return b.r + "." + quote(o.Column)
}

// beside says that a row stands strictly behind the one with these order values, or strictly before it; with orAt also at it. A missing value stands last.
func (b *pageWriter) beside(values []plan.Value, behind, orAt bool) string {
	var alternatives []string
	equal := ""
	for i, o := range b.Order {
		k := b.key(o)
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
			if behind && o.Column != "id" {
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
