package graph

import (
	"math/rand/v2"
	"testing"
	"time"

	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// How long the worst request takes that is let in: hostile queries are drawn over a graph with hubs, and each is thought of as sent under as many aliases as the limits let
// in. Reported are the seconds that the worst of them would take (worst-s) and which it was (seed).
func BenchmarkHostileQueries(b *testing.B) {
	a, resolver, docs := hubs(b, 500)
	values := storetest.NewGraph(a.Ontology, docs).Values()
	const cost, aliases, bytes = 5_000_000, 100, 32 << 20 // as Limits have them
	worst, seed := 0.0, uint64(0)
	for i := uint64(0); b.Loop(); i++ {
		q := a.NewHostileQuery(rand.New(rand.NewPCG(11, i)), values)
		roots, ok := a.TryWith(q.Text, q.Variables)
		if !ok {
			continue
		}
		estimate := estimated(roots, resolver.Sizes.current())
		if estimate > cost {
			continue
		}
		least := time.Hour
		for range 2 {
			least = min(least, answered(store.WithAllowance(b.Context(), store.NewAllowance(bytes)), resolver, roots))
		}
		if took := least.Seconds() * min(aliases, cost/float64(max(estimate, 1))); took > worst {
			worst, seed = took, i
		}
	}
	b.ReportMetric(worst, "worst-s")
	b.ReportMetric(float64(seed), "seed")
}
