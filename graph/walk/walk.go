// Package walk answers what one query to a store cannot: each walk asks several, one leading to the next, and makes their values into one.
// It is the same over every store, so that all give the same answer.
//
//	Neighborhood  an Expand for each step, then a Get of all that was found
//	Paths         a Shortest where that is enough, else an Expand for each step from either end; then a Get of the nodes on the paths and
//	              the relations among them
//	Results       a Search that supplies candidates, then a Get of the page
//	Timeline      Several pages, of events and of relations, merged; Series is a page alone
//	Comparison    the Statements of two reports, then a Get of what they are about
//
// All queries of a walk are asked in one store.Store.View. Where the store cannot keep what is written meanwhile from being seen, what is
// no longer there is left out.
package walk

import (
	"context"
	"fmt"
	"slices"

	"councilgraph/graph/plan"
)

// Store is what walks need of a store.Store.
type Store interface {
	Fetch(context.Context, plan.Query) (plan.Value, error)
	View(ctx context.Context, with func(plan.Fetch) error) error
}

// Bounds on what one walk may hold in memory. At a bound it ends with QUERY_TOO_COSTLY.
const (
	maxFollowed = 300_000 // relations followed
	maxBetween  = 50_000  // relations served
	maxTried    = 2_000_000
)

// Walker answers walks over one store. It is safe for concurrent use.
type Walker struct {
	Store Store
	words words
}

// Answer answers a walk. Its value has the shape that the walk's type says. Errors: those of the store, and a *plan.Error where the request
// asks for too much or names an unknown id.
func (w *Walker) Answer(ctx context.Context, walk plan.Walk) (value plan.Value, err error) {
	err = w.Store.View(ctx, func(fetch plan.Fetch) (err error) {
		value, err = w.answer(ctx, fetch, walk)
		return err
	})
	return value, err
}

func (w *Walker) answer(ctx context.Context, fetch plan.Fetch, walk plan.Walk) (plan.Value, error) {
	switch walk := walk.(type) {
	case *plan.Neighborhood:
		return neighborhood(ctx, fetch, walk)
	case *plan.Paths:
		return paths(ctx, fetch, walk)
	case *plan.Results:
		return w.search(ctx, fetch, walk)
	case *plan.Timeline:
		return timeline(ctx, fetch, walk)
	case *plan.Series:
		return series(ctx, fetch, walk)
	case *plan.Comparison:
		return compare(ctx, fetch, walk)
	}
	panic(fmt.Sprintf("no way to answer a %T", walk))
}

// Find finds what the references of a root field mean, and plans it with their ids. Errors: those of the store, and a *plan.Error where a
// reference means several nodes, or none and the field needs one.
func Find(ctx context.Context, fetch plan.Fetch, root plan.Root) (plan.Root, error) {
	if root.Err != nil || len(root.References) == 0 {
		return root, nil
	}
	ids := map[string]string{}
	for _, ref := range root.References {
		value, err := fetch(ctx, ref.Get)
		if err != nil {
			return root, err
		}
		at := fmt.Sprintf("%s(%s:)", root.Key, ref.Argument)
		row, wrong := ref.Get.Choose(at, list(value))
		switch {
		case wrong != nil:
			return root, wrong
		case row != nil:
			ids[ref.Text] = text(row[1])
		case ref.Needed:
			return root, unknown(at, []string{ref.Text})
		}
	}
	found, wrong := root.With(ids)
	if wrong != nil {
		return root, wrong
	}
	return found, nil
}

func list(v plan.Value) []plan.Value { l, _ := v.([]plan.Value); return l }

// nth is an element of a list; nil where there is none.
func nth(l []plan.Value, i int) plan.Value {
	if i < len(l) {
		return l[i]
	}
	return nil
}

func text(v plan.Value) string { s, _ := v.(string); return s }

func tooCostly(format string, args ...any) error {
	return &plan.Error{Code: plan.QueryTooCostly, Message: fmt.Sprintf(format, args...)}
}

// relation is a relation found by a Get.
type relation struct {
	id, typ, from, to string
	tuple             []plan.Value
}

// subgraph fetches nodes, as tuples by id, and the relations among them, by id.
func subgraph(ctx context.Context, fetch plan.Fetch, ids []string, nodes *plan.Tuple, between *plan.RelationTuple,
	follow plan.Expand) (map[string]plan.Value, []relation, error) {
	among := &plan.Among{Relations: follow.Relations, Where: follow.Where, Limit: maxBetween + 1}
	get := &plan.Get{IDs: ids, Node: nodes, Relation: between.Tuple, Among: among, AsOf: follow.AsOf}
	value, err := fetch(ctx, get)
	if err != nil {
		return nil, nil, err
	}
	found, relations := make(map[string]plan.Value, len(ids)), []relation{}
	for _, row := range list(value) {
		row := list(row)
		if tuple := list(row[3]); text(tuple[0]) == "Relation" {
			r := relation{tuple: tuple}
			r.id, r.typ, r.from, r.to = between.Joined(tuple)
			relations = append(relations, r)
		} else {
			found[text(row[1])] = tuple
		}
	}
	if len(relations) > maxBetween {
		return nil, nil, tooCostly("there are more than %d relations between the nodes found: name fewer types, or take fewer steps", maxBetween)
	}
	return found, relations, nil
}

// known refuses ids of the argument that no node has, whatever the day. Ids that are found need no asking.
func known(ctx context.Context, fetch plan.Fetch, argument string, ids []string, found map[string]plan.Value, nodes *plan.Tuple, asOf string) error {
	isFound := func(id string) bool { _, ok := found[id]; return ok }
	missing := slices.DeleteFunc(slices.Clone(ids), isFound)
	if len(missing) > 0 && asOf != "" { // they may have been unknown on that day only
		value, err := fetch(ctx, &plan.Get{IDs: missing, Node: &plan.Tuple{Of: plan.OfNode, Types: nodes.Types}})
		if err != nil {
			return err
		}
		ever := map[string]bool{}
		for _, row := range list(value) {
			ever[text(list(row)[1])] = true
		}
		missing = slices.DeleteFunc(missing, func(id string) bool { return ever[id] })
	}
	return unknown(argument, missing)
}
