package graph

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"councilgraph/graph/answer"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/sqlite"
	"councilgraph/graph/store/storetest"
	"councilgraph/graph/walk"
)

// hubs is a resolver over a store with nodes that have thousands of relations, and what is in it.
func hubs(t testing.TB, documents int) (*storetest.Asker, *Resolver, []store.Document) {
	t.Helper()
	a := storetest.NewAsker(t)
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"), a.Ontology)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	known := storetest.Corpus(a.Ontology)[0].Nodes
	docs := storetest.Hubs(a.Ontology, slices.DeleteFunc(known, func(n store.Node) bool { return a.Ontology.Type(n.Type).NameKey() == nil }), documents)
	for chunk := range slices.Chunk(docs, 50) {
		if _, err := s.Write(t.Context(), chunk, store.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	sizes := NewSizes(a.Ontology, s)
	if err := sizes.Measure(t.Context()); err != nil {
		t.Fatal(err)
	}
	return a, &Resolver{Ontology: a.Ontology, Store: s, Walker: &walk.Walker{Store: s}, Sizes: sizes}, docs
}

// estimated is what root fields would cost together.
func estimated(roots []plan.Root, sizes *plan.Sizes) (cost int) {
	for _, r := range roots {
		if r.Plan != nil {
			cost += r.Plan.Cost + r.Plan.Work(sizes)
		}
	}
	return cost
}

// answered says how long it takes to answer root fields, one after the other, whatever comes of it. ctx may hold an allowance.
func answered(ctx context.Context, resolver *Resolver, roots []plan.Root) time.Duration {
	began := time.Now()
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	for _, r := range roots {
		if r.Plan == nil {
			continue
		}
		value, err := resolver.fetch(ctx, r.Plan)
		if err == nil {
			_, _, _ = answer.Write(r.Plan, r.Key, value, false, store.AllowanceIn(ctx).Take)
		}
	}
	return time.Since(began)
}

// Many ways lead to one hub: what is estimated is that it is asked once.
func TestHubsAreAskedOnce(t *testing.T) {
	a, resolver, _ := hubs(t, 50)
	const to = `{ paragraphs(first: 200) { nodes { mentions(first: 20) { nodes { ... on Place { id mentionedIn(first: 5, orderBy: [{number: DESC}]) { nodes { id number } } } } } } } }`
	p := a.Plans(t, to)[0].Plan
	if !p.ByLevel(resolver.Sizes.current()) || p.Work(resolver.Sizes.current()) > 1_000_000 {
		t.Fatalf("by level: %v, of work %d", p.ByLevel(resolver.Sizes.current()), p.Work(resolver.Sizes.current()))
	}
	whole, err := resolver.Store.Fetch(t.Context(), p.Query)
	if err != nil {
		t.Fatal(err)
	}
	levels, err := resolver.fetch(t.Context(), p)
	if err != nil || !reflect.DeepEqual(levels, whole) {
		t.Errorf("by level there is another answer: %v", err)
	}
}

// What is asked of a node counts by the relations that this one has, whether it is named by its id or by its name.
func TestHubsAreKnown(t *testing.T) {
	a, resolver, docs := hubs(t, 50)
	var places []store.Node
	for _, d := range docs {
		places = append(places, slices.DeleteFunc(slices.Clone(d.Nodes), func(n store.Node) bool { return n.Type != "Place" })...)
	}
	hub := places[0]
	other := places[slices.IndexFunc(places, func(n store.Node) bool { return n.ID != hub.ID })]
	for _, format := range []string{
		`{ place(id: "%[1]s") { mentionedIn(where: {text: {contains: "x"}}) { totalCount } } }`,
		`{ place(name: "%[2]s") { mentionedIn(where: {text: {contains: "x"}}) { totalCount } } }`,
		`{ nodes(ids: ["%[1]s"]) { ... on Place { mentionedIn(where: {text: {contains: "x"}}) { totalCount } } } }`,
		`{ paragraphs(where: {mentions: {some: {node: {id: {eq: "%[1]s"}}}}, text: {contains: "x"}}) { totalCount } }`,
		`{ paragraphs(where: {mentions: {some: {node: {name: {eq: "%[2]s"}}}}, text: {contains: "x"}}) { totalCount } }`,
		`{ neighborhood(of: ["%[1]s"], types: [MENTIONS]) { truncated } }`,
	} {
		cost := func(n store.Node) int {
			return estimated(a.Plans(t, fmt.Sprintf(format, n.ID, n.Names[0].Text)), resolver.Sizes.current())
		}
		if 4*cost(hub) < 5*cost(other) {
			t.Errorf("%s costs %d of the hub and %d of another", format, cost(hub), cost(other))
		}
	}
	walk := func(of string) int {
		return estimated(a.Plans(t, fmt.Sprintf(`{ neighborhood(of: [%q], types: [MENTIONS]) { truncated } }`, of)), resolver.Sizes.current())
	}
	if walk(hub.Names[0].Text) < walk(hub.ID) {
		t.Errorf("by its name it counts %d, by its id %d", walk(hub.Names[0].Text), walk(hub.ID))
	}
}

// Whether what is estimated before a query runs is what it then takes: by how much the ranks of both correlate over 500 random queries
// (rank-correlation), and over 500 others.
func BenchmarkEstimates(b *testing.B) {
	a, resolver, docs := hubs(b, 200)
	values := storetest.NewGraph(a.Ontology, docs).Values()
	correlation := func(seed uint64) float64 {
		var estimates, took []float64
		for i := uint64(0); len(took) < 500; i++ {
			q := a.NewRandomQuery(rand.New(rand.NewPCG(seed, i)), values)
			roots, ok := a.TryWith(q.Text, q.Variables)
			if !ok {
				continue
			}
			cost, least := estimated(roots, resolver.Sizes.current()), time.Hour
			for range 3 { // each reading connection prepares it once
				least = min(least, answered(b.Context(), resolver, roots))
			}
			if cost > 0 {
				estimates, took = append(estimates, float64(cost)), append(took, least.Seconds())
			}
		}
		return rankCorrelation(estimates, took)
	}
	for b.Loop() {
		b.ReportMetric(correlation(7), "rank-correlation")
		b.ReportMetric(correlation(8), "of-others")
	}
}

// rankCorrelation is Spearman's: 1 where one order is the other.
func rankCorrelation(a, b []float64) float64 {
	ra, rb := ranks(a), ranks(b)
	mean := float64(len(a)-1) / 2
	var product, of float64
	for i := range ra {
		product += (ra[i] - mean) * (rb[i] - mean)
		of += (ra[i] - mean) * (ra[i] - mean)
	}
	return product / of
}

func ranks(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	rank := make([]float64, len(values))
	for r, i := range order {
		rank[i] = float64(r)
	}
	return rank
}
