package sqlite

import (
	"fmt"
	"strings"

	"councilgraph/graph/plan"
)

// page is the value of a page; here is the alias of the node that has the slot, "" at the root.
func (w *statement) page(p *plan.Page, here string) string {
	row := w.alias("p")
	source := w.source(p, here)
	null := func(wanted bool, part func() string) string {
		if !wanted {
			return "NULL"
		}
		return part()
	}
	exists := func(condition string) string {
		return fmt.Sprintf("json(iif(EXISTS (SELECT 1 FROM (%s) %s WHERE %s), 'true', 'false'))", source, row, condition)
	}
	return array([]string{
		null(p.Rows, func() string { return w.rows(p, source, row) }),
		null(p.Total, func() string { return "(SELECT count(*) FROM (" + source + "))" }),
		null(p.Preceding, func() string { return exists(w.beside(p, row, p.After, false, true)) }),
		null(p.Following, func() string { return exists(w.beside(p, row, p.Before, true, true)) }),
		"NULL", "NULL",
	})
}

// source selects what a page lists, each row with the columns k0, k1 … of its order.
func (w *statement) source(p *plan.Page, here string) string {
	from, node := "", "n"
	switch p.Over {
	case plan.OverNodes:
		from = "node n"
	case plan.OverRelations:
		from = "relation r"
	case plan.OverRelationsHere:
		from = "(" + w.around(p.Relations, p.Direction, here) + ") r"
	}
	join := false
	keys := make([]string, len(p.Order))
	for i, o := range p.Order {
		of, name := node, column(o.Column)
		if o.Of == plan.OfRelation {
			of = "r"
		} else {
			join = join || p.Over != plan.OverNodes
		}
		if o.Column == "id" || o.Column == "name" || o.Column == "ordinal" && o.Of == plan.OfRelation {
			name = quote(o.Column)
		}
		keys[i] = fmt.Sprintf("%s.%s k%d", of, name, i)
	}
	text := "SELECT n.*, " + strings.Join(keys, ", ") + " FROM " + from
	if p.Over != plan.OverNodes {
		text = "SELECT r.*, " + strings.Join(keys, ", ") + " FROM " + from
	}
	if join {
		text += " CROSS JOIN node n ON n.id = r.far"
	}
	switch {
	case p.Over == plan.OverNodes:
		text += " WHERE " + labelled("n", p.Types)
	case p.Over == plan.OverRelations && len(p.Relations) == 0:
		text += " WHERE 0"
	case p.Over == plan.OverRelations:
		text += " WHERE " + typed("r", p.Relations)
	}
	return text
}

// rows picks the rows of the window first, and only then works out what is wanted of each.
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
	keys := make([]string, len(p.Order))
	for i, o := range p.Order {
		order[i] = fmt.Sprintf("%s.k%d ASC NULLS LAST", row, i)
		if o.Desc != p.Backward {
			order[i] = fmt.Sprintf("%s.k%d DESC NULLS LAST", row, i)
		}
		if p.Backward {
			order[i] = strings.Replace(order[i], "LAST", "FIRST", 1)
		}
		if o.Column == "id" {
			order[i], _, _ = strings.Cut(order[i], " NULLS") // so that an index serves
		}
		keys[i] = fmt.Sprintf("%s.k%d", row, i)
	}
	relation, node, join := "NULL", "NULL", ""
	if p.Relation != nil {
		relation = w.tuple(p.Relation, row)
	}
	if p.Node != nil {
		n := row
		if p.Over != plan.OverNodes {
			n = w.alias("n")
			join = fmt.Sprintf(" CROSS JOIN node %[1]s ON %[1]s.id = %[2]s.far", n, row)
		}
		node = w.tuple(p.Node, n)
	}
	by := strings.Join(order, ", ")
	return list(fmt.Sprintf("SELECT json_array(%[1]s, %[2]s, %[3]s) v FROM (SELECT * FROM (%[4]s) %[5]s%[6]s ORDER BY %[7]s LIMIT %[8]s) %[5]s%[9]s ORDER BY %[7]s",
		array(keys), relation, node, source, row, where, by, w.value(p.Limit), join))
}

// beside says that a row stands strictly behind the one with these order values, or strictly before it; with orAt also at it. NULL stands last.
func (w *statement) beside(p *plan.Page, row string, values []plan.Value, behind, orAt bool) string {
	var alternatives []string
	equal := ""
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
		case behind && o.Column != "id":
			condition = fmt.Sprintf("(%s %s %s OR %[1]s IS NULL)", k, greater, v)
		default:
			condition = k + " " + greater + " " + v
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
	return "(" + strings.Join(alternatives, " OR ") + ")"
}
