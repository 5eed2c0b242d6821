package storetest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// oracle is a store that keeps the admitted documents and adds them up anew after each write.
type oracle struct {
	mu        sync.RWMutex
	o         *ontology.Ontology
	documents map[string]store.Document
	graph     *Graph
	newest    time.Time
	writes    int
}

// NewOracle is an empty store in plain maps: slow, and easily seen to be right. It is what other stores are compared with.
func NewOracle(o *ontology.Ontology) store.Store {
	return &oracle{o: o, documents: map[string]store.Document{}, graph: NewGraph(o, nil)}
}

func headers(documents []store.Document) (all []store.Header) {
	for _, d := range documents {
		all = append(all, d.Header)
	}
	slices.SortFunc(all, func(a, b store.Header) int { return cmp.Compare(a.Report, b.Report) })
	return all
}

func (g *oracle) all() (documents []store.Document) {
	for _, d := range g.documents {
		documents = append(documents, d)
	}
	return documents
}

func (g *oracle) Fetch(ctx context.Context, q plan.Query) (plan.Value, error) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return g.fetch(q)
}

func (g *oracle) Moving() bool { return false }

func (g *oracle) Gathers() bool { return true }

func (g *oracle) Planning() plan.Planning { return plan.Planning{} }

func (g *oracle) View(_ context.Context, with func(plan.Fetch) error) error {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return with(func(ctx context.Context, q plan.Query) (plan.Value, error) {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		return g.fetch(q)
	})
}

func (g *oracle) fetch(q plan.Query) (plan.Value, error) {
	if _, ok := q.(*plan.Shortest); ok {
		return nil, errors.ErrUnsupported
	}
	return g.graph.Fetch(q), nil
}

func (g *oracle) Write(_ context.Context, documents []store.Document, options store.WriteOptions) (outcomes []store.Outcome, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, d := range documents {
		if err := d.Check(g.o); err != nil {
			return nil, err
		}
	}
	for _, d := range documents {
		var was *store.Header
		if held, ok := g.documents[d.Report]; ok {
			was = &held.Header
		}
		outcome := store.Admit(was, d.Header, options.Replace)
		if outcome.Result == store.New || outcome.Result == store.Changed {
			g.documents[d.Report] = d
		}
		outcomes = append(outcomes, outcome)
	}
	g.graph, g.newest, g.writes = NewGraph(g.o, g.all()), time.Now(), g.writes+1
	g.graph.version = fmt.Sprint(g.writes)
	return outcomes, nil
}

func (g *oracle) Retract(_ context.Context, reports []string, preview bool) (store.Counts, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	left := maps.Clone(g.documents)
	for _, r := range reports {
		if _, ok := left[r]; !ok {
			return store.Counts{}, fmt.Errorf("the report %s is not held", r)
		}
		delete(left, r)
	}
	before, graph := g.documents, g.graph
	g.documents = left
	g.graph = NewGraph(g.o, g.all())
	n := g.count()
	if preview {
		g.documents, g.graph = before, graph
		return n, nil
	}
	g.writes++
	g.graph.version = fmt.Sprint(g.writes)
	return n, nil
}

func (g *oracle) Held(context.Context) ([]store.Header, error) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return headers(g.all()), nil
}

func (g *oracle) Count(context.Context) (store.Counts, error) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.count(), nil
}

func (g *oracle) count() store.Counts {
	n := g.graph.count()
	n.Newest = g.newest
	return n
}

func (g *Graph) count() store.Counts {
	n := store.Counts{Reports: len(g.headers), Nodes: len(g.Nodes), Relations: len(g.Relations)}
	for _, x := range g.Nodes {
		for _, e := range x.Evidence {
			if e.Rule != "" {
				n.Evidence++
			}
		}
	}
	for _, r := range g.Relations {
		for _, s := range r.Told {
			if s.Evidence != nil {
				n.Evidence++
			}
		}
	}
	return n
}

// census is the value of a plan.Census.
func (g *Graph) census(q *plan.Census) []plan.Value {
	var newest plan.Value
	documents := []plan.Value{}
	for _, h := range g.headers {
		if last, _ := newest.(string); h.Told > last {
			newest = h.Told
		}
		documents = append(documents, h.Report, h.Hash)
	}
	if !q.Counts {
		return []plan.Value{"Graph", newest, nil, nil, nil, nil, documents}
	}
	n := g.count()
	return []plan.Value{"Graph", newest, int64(n.Reports), int64(n.Nodes), int64(n.Relations), int64(n.Evidence), documents}
}

func (g *oracle) Close() error { return nil }
