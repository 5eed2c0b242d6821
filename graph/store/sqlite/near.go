package sqlite

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	zs "zombiezen.com/go/sqlite"

	"councilgraph/graph/plan"
)

// To sort what lies around a hub by name, the engine looks up the name of each far end. The links in memory know that order: they name the
// relations that the first of a page can only be among, and the engine sorts these alone, by what stands in the file.

// near is what a connection's function nearest reads.
type near struct {
	links *links
	moved bool // whether the file has changed since, so that what the statement answers is nothing
}

// nearest is the SQL function of the file's number of changes, a node's id, the column of relation that holds it, a type, how many
// relations, and whether the last by name are wanted: their rowids as a JSON array, with those whose far ends have the same name as the
// last. It is no error of the function, which the driver would lose, where the links are of another number.
func (n *near) nearest() *zs.FunctionImpl {
	return &zs.FunctionImpl{NArgs: 6, AllowIndirect: true, Scalar: func(_ zs.Context, args []zs.Value) (zs.Value, error) {
		if n.links == nil || n.links.version != args[0].Int64() {
			n.moved = true
			return zs.TextValue("[]"), nil
		}
		e := &n.links.in
		if args[2].Text() == "from_id" {
			e = &n.links.out
		}
		return zs.TextValue(string(n.links.nearest(e, args[1].Text(), args[3].Text(), args[4].Int(), args[5].Int() != 0))), nil
	}}
}

func (l *links) nearest(e *ends, id, typ string, limit int, last bool) []byte {
	rows := []byte{'['}
	if n, ok := l.numbers[id]; ok {
		t := l.types[typ]
		all := e.of[e.first[n]:e.first[n+1]]
		all = all[sort.Search(len(all), func(i int) bool { return all[i].typ >= t }):]
		all = all[:sort.Search(len(all), func(i int) bool { return all[i].typ > t })]
		rank := func(i int) int32 { return l.ranks[all[i].far] }
		switch {
		case len(all) <= limit:
		case last:
			least := rank(len(all) - limit)
			all = all[sort.Search(len(all), func(i int) bool { return rank(i) >= least }):]
		default:
			most := rank(limit - 1)
			all = all[:sort.Search(len(all), func(i int) bool { return rank(i) > most })]
		}
		for i, one := range all {
			if i > 0 {
				rows = append(rows, ',')
			}
			rows = strconv.AppendInt(rows, int64(one.row), 10)
		}
	}
	return append(rows, ']')
}

// byName says whether the rows of a page are the first, or the last, of all that lies around a node along one type, by name.
func byName(p *plan.Page) bool {
	o := p.Order[0]
	return p.Over == plan.OverRelationsHere && len(p.Relations) == 1 && p.Where == nil && p.AsOf == "" && p.After == nil && p.Before == nil && p.Limit > 0 &&
		o.Of == plan.OfNode && o.Column == "name" && o.Folded && len(o.Via) == 0 && o.Count == nil && o.Else == nil
}

// first is source, or the part of it that the rows of a page are among.
func (w *statement) first(p *plan.Page, here, source string) string {
	if !byName(p) {
		return source
	}
	if w.sought = true; !w.links {
		return source
	}
	limit, last := w.value(p.Limit), 0
	if p.Order[0].Desc != p.Backward {
		last = 1
	}
	return "(" + w.sourceAround(p, w.ends(p.Relations, p.Direction, func(end, far, condition string) string {
		return fmt.Sprintf("SELECT relation.*, %[1]s far FROM "+
			"json_each(nearest((SELECT number FROM change), %[2]s.id, '%[3]s', '%[4]s', %[5]s, %[6]d)) "+
			"CROSS JOIN relation ON relation.no = value WHERE %[3]s = %[2]s.id AND %[7]s",
			far, here, end, p.Relations[0].Name, limit, last, condition)
	}, "")) + ")"
}

// rank makes the ranks of the nodes by their folded names, equal ones of equal names, and sorts the ends at each node by type and then by
// that.
func (l *links) rank(folded []string) {
	order := make([]int32, len(folded))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(folded[a], folded[b]) })
	l.ranks = make([]int32, len(folded))
	for i, n := range order {
		l.ranks[n] = int32(i)
		if i > 0 && folded[n] == folded[order[i-1]] {
			l.ranks[n] = l.ranks[order[i-1]]
		}
	}
	for _, e := range []ends{l.out, l.in} {
		for n := range folded {
			slices.SortFunc(e.of[e.first[n]:e.first[n+1]], func(a, b end) int {
				return cmp.Or(cmp.Compare(a.typ, b.typ), cmp.Compare(l.ranks[a.far], l.ranks[b.far]))
			})
		}
	}
}
