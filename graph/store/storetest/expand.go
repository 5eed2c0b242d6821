package storetest

import (
	"cmp"
	"slices"
	"strings"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// expand finds the relations around nodes.
func (g *Graph) expand(e *plan.Expand) []plan.Value {
	g = g.AsOf(e.AsOf)
	rows, counts := []plan.Value{}, []plan.Value{}
	paired := map[[2]string]bool{}
	here := slices.Clone(e.Nodes)
	slices.Sort(here)
	for _, node := range slices.Compact(here) {
		at := slices.DeleteFunc(g.RelationsAt(node, e.Relations, e.Direction), func(r *store.Relation) bool { return !g.holds(e.Where, subject{relation: r}) })
		slices.SortFunc(at, func(a, b *store.Relation) int {
			return cmp.Or(strings.Compare(a.Type.Name, b.Type.Name), strings.Compare(a.ID, b.ID))
		})
		for i, r := range at {
			if i == 0 || at[i-1].Type != r.Type {
				counts = append(counts, []plan.Value{node, r.Type.Name, int64(0)})
			}
			last := counts[len(counts)-1].([]plan.Value)
			last[2] = last[2].(int64) + 1
		}
		if e.PerNode > 0 {
			at = at[:min(len(at), e.PerNode)]
		}
		for _, r := range at {
			far := g.Far(r, node).ID
			switch pair := [2]string{node, far}; {
			case !e.Pairs:
				rows = append(rows, []plan.Value{node, far, r.Type.Name, r.ID})
			case !paired[pair]:
				paired[pair] = true
				rows = append(rows, []plan.Value{node, far})
			}
		}
	}
	value := []plan.Value{rows[:min(len(rows), e.Limit)], nil}
	if e.Counts {
		value[1] = counts
	}
	return value
}

// statements lists what each of some reports states.
func (g *Graph) statements(q *plan.Statements) []plan.Value {
	rows := []plan.Value{}
	for _, r := range g.Relations {
		if !slices.Contains(q.Relations, r.Type) {
			continue
		}
		for _, t := range r.Told {
			row := []plan.Value{r.ID, r.Type.Name, t.Report(), store.EncodeProperties(t.Properties), nil, nil, nil, nil}
			if e := t.Evidence; e != nil {
				copy(row[4:], []plan.Value{int64(e.Position), int64(e.Start), int64(e.End), e.Rule})
			}
			if slices.Contains(q.Reports, t.Report()) && len(rows) < q.Limit {
				rows = append(rows, row)
			}
		}
	}
	return rows
}
