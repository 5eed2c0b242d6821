package answer

import (
	"fmt"
	"slices"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// page is a page value with what follows from it.
type page struct {
	*plan.Page
	rows             []plan.Value // in list order, as served
	total, far       plan.Value
	groups, sums     []plan.Value
	hasNext, hasPrev bool
}

// read makes sense of a page value: rows in list order without the one that was only fetched to know that it is there.
func read(p *plan.Page, value []plan.Value) page {
	at := func(i int) plan.Value {
		if i < len(value) {
			return value[i]
		}
		return nil
	}
	served := page{Page: p, rows: list(at(0)), total: at(1), far: at(4), groups: list(at(5)), sums: list(at(6))}
	more := len(served.rows) > p.Size
	served.rows = served.rows[:min(len(served.rows), p.Size)]
	before, after := at(2) == true, at(3) == true
	if p.Backward {
		served.rows = slices.Clone(served.rows)
		slices.Reverse(served.rows)
		served.hasPrev, served.hasNext = before || more, after
	} else {
		served.hasPrev, served.hasNext = before, after || more
	}
	return served
}

func (w *writer) connection(c plan.Connection, value []plan.Value) bool {
	if value == nil {
		return false
	}
	p := read(c.Page, value)
	return w.fields(c.Fields, func(out plan.Out) bool {
		switch out := out.(type) {
		case plan.Constant:
			w.string(string(out))
			return true
		case plan.Total:
			return w.scalar(ontology.Int, p.total)
		case plan.Far:
			return w.scalar(ontology.Int, p.far)
		case plan.GroupCount:
			return w.scalar(ontology.Int, list(p.groups[out.Index])[1])
		case plan.Groups:
			groups := filled(out, list(list(p.groups[out.Index])[0]))
			return w.items(len(groups), true, func(i int) bool { return w.group(out, list(groups[i])) })
		case plan.Stats:
			return w.stats(out.Fields, list(p.sums[out.Index]))
		case plan.PageInfo:
			return w.fields(out.Fields, func(out plan.Out) bool { return w.pageInfo(out, p) })
		case plan.Edges:
			return w.items(len(p.rows), true, func(i int) bool {
				row := list(p.rows[i])
				return w.fields(out.Fields, func(out plan.Out) bool { return w.row(out, p, row) })
			})
		case plan.Nodes:
			return w.items(len(p.rows), true, func(i int) bool { return w.row(out.Of, p, list(p.rows[i])) })
		}
		panic(fmt.Sprintf("no connection is written by %T", out))
	})
}

// group writes one [key, count, values, node].
func (w *writer) group(out plan.Groups, group []plan.Value) bool {
	return w.fields(out.Fields, func(out plan.Out) bool {
		switch out := out.(type) {
		case plan.Constant:
			w.string(string(out))
			return true
		case plan.GroupField:
			if out == "key" {
				return w.scalar(ontology.String, group[0])
			}
			return w.scalar(ontology.Int, group[1])
		case plan.GroupStats:
			return w.stats(out.Fields, list(group[2]))
		case plan.GroupNode:
			return w.object(out.Object, list(group[3]))
		case plan.Null:
			return false
		}
		panic(fmt.Sprintf("no group is written by %T", out))
	})
}

func (w *writer) pageInfo(out plan.Out, p page) bool {
	if constant, ok := out.(plan.Constant); ok {
		w.string(string(constant))
		return true
	}
	cursor := func(i int) bool {
		if len(p.rows) == 0 {
			return false
		}
		return w.row(plan.Cursor{}, p, list(p.rows[i]))
	}
	switch out.(plan.PageInfoField) {
	case "hasNextPage":
		return w.scalar(ontology.Boolean, p.hasNext)
	case "hasPreviousPage":
		return w.scalar(ontology.Boolean, p.hasPrev)
	case "startCursor":
		return cursor(0)
	case "endCursor":
		return cursor(len(p.rows) - 1)
	}
	panic(fmt.Sprintf("PageInfo has no field %v", out))
}

// row writes what an edge holds.
func (w *writer) row(out plan.Out, p page, row []plan.Value) bool {
	switch out := out.(type) {
	case plan.Constant:
		w.string(string(out))
		return true
	case plan.Cursor:
		c, err := p.Cursor(list(row[0]))
		if err != nil {
			return w.fail("the row has no cursor")
		}
		w.string(c)
		return true
	case plan.RowRelation:
		return w.object(out.Object, list(row[1]))
	case plan.RowNode:
		return w.object(out.Object, list(row[2]))
	case plan.Null:
		return false
	}
	panic(fmt.Sprintf("no row is written by %T", out))
}
