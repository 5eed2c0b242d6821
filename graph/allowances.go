package graph

import (
	"context"

	"councilgraph/graph/store"
)

// allowances bound what a request takes while it runs: the bytes of its answer, and as many of what is fetched for it, which stores look at
// themselves.
type allowances struct{ written *store.Allowance }

type allowancesKey struct{}

// allow bounds a request's answer.
func allow(ctx context.Context, bytes int64) context.Context {
	ctx = store.WithAllowance(ctx, store.NewAllowance(bytes))
	return context.WithValue(ctx, allowancesKey{}, allowances{store.NewAllowance(bytes)})
}

func allowancesIn(ctx context.Context) allowances {
	a, _ := ctx.Value(allowancesKey{}).(allowances)
	return a
}
