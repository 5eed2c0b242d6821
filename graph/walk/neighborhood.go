package walk

import (
	"cmp"
	"context"
	"slices"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// at is the relations of a type at a node.
type at struct{ node, typ string }

// neighborhood goes breadth first: each step follows the relations of the nodes that the step before came upon.
func neighborhood(ctx context.Context, fetch plan.Fetch, w *plan.Neighborhood) (plan.Value, error) {
	distance, order := map[string]int{}, []string{}
	meet := func(id string, steps int) {
		if _, ok := distance[id]; !ok {
			distance[id] = steps
			order = append(order, id)
		}
	}
	for _, id := range w.Of {
		meet(id, 0)
	}
	counts, last, followed := map[at]int64{}, map[at]string{}, 0
	for step, next := 1, 0; step <= w.Depth && next < len(order); step++ {
		expand := w.Expand
		expand.Nodes, expand.Counts, expand.Limit = slices.Clone(order[next:]), true, maxFollowed-followed+1
		next = len(order)
		value, err := fetch(ctx, &expand)
		if err != nil {
			return nil, err
		}
		rows := list(list(value)[0])
		if followed += len(rows); followed > maxFollowed {
			return nil, tooCostly("neighborhood would follow more than %d relations: ask for a smaller depth or perNode, or name fewer types", maxFollowed)
		}
		for _, row := range rows {
			row := list(row)
			meet(text(row[1]), step)
			last[at{text(row[0]), text(row[2])}] = text(row[3])
		}
		if len(order) > plan.MaxNeighbors {
			return nil, tooCostly("neighborhood would hold more than %d nodes: ask for a smaller depth or perNode, or name fewer types", plan.MaxNeighbors)
		}
		for _, row := range list(list(value)[1]) {
			row := list(row)
			counts[at{text(row[0]), text(row[1])}], _ = row[2].(int64)
		}
	}
	found, relations, err := subgraph(ctx, fetch, order, w.Nodes, w.Between, w.Expand)
	if err != nil {
		return nil, err
	}
	if err := known(ctx, fetch, "of", w.Of, found, w.Nodes, w.Expand.AsOf); err != nil {
		return nil, err
	}
	order = slices.DeleteFunc(order, func(id string) bool { return found[id] == nil })
	slices.SortFunc(order, func(a, b string) int { return cmp.Or(cmp.Compare(distance[a], distance[b]), cmp.Compare(a, b)) })

	nodes, between := make([]plan.Value, len(order)), make([]plan.Value, len(relations))
	for i, id := range order {
		nodes[i] = found[id]
	}
	for i, r := range relations {
		between[i] = r.tuple
	}
	hidden, err := hiddenCounts(w, order, found, relations, counts, last)
	if err != nil {
		return nil, err
	}
	return []plan.Value{"Subgraph", nodes, between, len(hidden) > 0, hidden}, nil
}

// hiddenCounts says of each node that was walked from how many of its relations the answer does not hold, by the order of the nodes, then
// type.
func hiddenCounts(w *plan.Neighborhood, order []string, found map[string]plan.Value, relations []relation, counts map[at]int64,
	last map[at]string) ([]plan.Value, error) {
	symmetric := map[string]bool{}
	for _, r := range w.Expand.Relations {
		symmetric[r.Name] = r.Symmetric
	}
	for _, r := range relations {
		leaves := symmetric[r.typ] || w.Expand.Direction != ontology.In
		enters := symmetric[r.typ] || w.Expand.Direction != ontology.Out
		if leaves {
			counts[at{r.from, r.typ}]--
		}
		if enters && !(leaves && r.from == r.to) {
			counts[at{r.to, r.typ}]--
		}
	}
	types := []string{}
	for _, r := range w.Expand.Relations {
		types = append(types, r.Name)
	}
	slices.Sort(types)
	hidden := []plan.Value{}
	for _, id := range order {
		for _, typ := range types {
			here := at{id, typ}
			if counts[here] <= 0 { // less than none: the node was come upon by the last step, and not walked from
				continue
			}
			var after plan.Value
			if last[here] != "" {
				cursor, err := plan.RelationsCursor(last[here])
				if err != nil {
					return nil, err
				}
				after = cursor
			}
			hidden = append(hidden, []plan.Value{"HiddenCount", found[id], typ, counts[here], after})
		}
	}
	return hidden, nil
}
