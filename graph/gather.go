package graph

import (
	"context"
	"errors"
	"sync"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// gathered are root fields of a request that its store answers as one, so that they share what each statement takes. The first of them
// that is answered fetches for all.
type gathered struct {
	places map[string]int // in the query, by response key
	query  *plan.Repeated
	once   sync.Once
	values []plan.Value
	err    error // of all; where there is neither, each is fetched alone
}

// gather finds the root fields that are one query each; nil where there are not several.
func gather(roots []plan.Root, sizes *plan.Sizes) *gathered {
	g, several := &gathered{places: map[string]int{}}, &plan.Several{}
	for _, root := range roots {
		if root.Err != nil || len(root.References) > 0 || root.Plan.ByLevel(sizes) {
			continue
		}
		switch root.Plan.Query.(type) {
		case *plan.Get, *plan.Page:
			g.places[root.Key] = len(several.Of)
			several.Of = append(several.Of, root.Plan.Query)
		}
	}
	if len(g.places) < 2 {
		return nil
	}
	g.query = &plan.Repeated{Query: several}
	return g
}

// anew are the same root fields, of another request.
func (g *gathered) anew() *gathered {
	if g == nil {
		return nil
	}
	return &gathered{places: g.places, query: g.query}
}

// fetch is the value of a root field; ok says whether it was gathered. Where one of them is the reason that they cannot be answered, the
// others are none the worse.
func (g *gathered) fetch(ctx context.Context, key string, fetch plan.Fetch) (value plan.Value, ok bool, err error) {
	if g == nil {
		return nil, false, nil
	}
	place, ok := g.places[key]
	if !ok {
		return nil, false, nil
	}
	g.once.Do(func() {
		value, err := fetch(ctx, g.query)
		if g.values = list(value); ctx.Err() != nil || errors.Is(err, store.ErrUnavailable) {
			g.err = err
		}
	})
	if g.values == nil {
		return nil, g.err != nil, g.err
	}
	return g.values[place], true, nil
}
