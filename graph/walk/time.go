package walk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/plan"
)

// timeline merges the page of events with that of relations: both are in one order.
func timeline(ctx context.Context, fetch plan.Fetch, w *plan.Timeline) (plan.Value, error) {
	pages := &plan.Several{Of: []plan.Query{w.Events, w.Relations}}
	if w.Known != nil {
		pages.Of = append(pages.Of, w.Known)
	}
	value, err := fetch(ctx, pages)
	if err != nil {
		return nil, err
	}
	answers := list(value)
	if w.Known != nil {
		if err := listed("of", w.Of, answers[2]); err != nil {
			return nil, err
		}
	}
	type entry struct{ keys, node []plan.Value }
	var entries []entry
	total, before := int64(0), false
	for i, answer := range answers[:2] {
		answer := list(answer)
		for _, row := range list(answer[0]) {
			row := list(row)
			entries = append(entries, entry{list(row[0]), list(row[2-i])}) // an event is a row's node, a relation its relation
		}
		n, _ := nth(answer, 1).(int64)
		total += n
		preceding, _ := nth(answer, 2).(bool)
		before = before || preceding
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return slices.CompareFunc(a.keys, b.keys, func(a, b plan.Value) int { return strings.Compare(text(a), text(b)) })
	})
	more := len(entries) > w.Size
	entries = entries[:min(w.Size, len(entries))]
	edges, nodes := []plan.Value{}, []plan.Value{}
	info := []plan.Value{"PageInfo", more, before, nil, nil}
	for i, e := range entries {
		cursor, err := w.Cursor(e.keys)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			info[1+plan.InfoStart] = cursor
		}
		info[1+plan.InfoEnd] = cursor
		edges, nodes = append(edges, []plan.Value{"TimelineEdge", cursor, e.node}), append(nodes, e.node)
	}
	return []plan.Value{"TimelineConnection", edges, nodes, total, info}, nil
}

func series(ctx context.Context, fetch plan.Fetch, w *plan.Series) (plan.Value, error) {
	value, err := fetch(ctx, &plan.Several{Of: []plan.Query{w.Page, w.Known}})
	if err != nil {
		return nil, err
	}
	return list(value)[0], listed("of", []string{w.Of}, list(value)[1])
}

// listed refuses ids that a page does not list.
func listed(argument string, ids []string, page plan.Value) error {
	known := map[string]bool{}
	for _, row := range list(list(page)[0]) {
		known[text(list(list(row)[0])[0])] = true
	}
	return unknown(argument, slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return known[id] }))
}

// unknown refuses ids that nothing has; of none, it is nil.
func unknown(argument string, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	return &plan.Error{Code: plan.BadUserInput, Message: fmt.Sprintf("%s: no node has the id, the symbol or the name %s", argument, strings.Join(ids, ", "))}
}
