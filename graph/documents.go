package graph

import (
	"context"

	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/cache"
)

// cachedText is how many bytes of queries are kept: parsed ones take about 36 times their text, so that 1 MiB is some 40 MB of memory.
const cachedText = 1 << 20

// parsed keeps validated documents by their text. It is a graphql.Cache.
type parsed struct {
	*cache.Cache[*ast.QueryDocument]
}

func newParsed() parsed { return parsed{cache.New(cachedText, cache.ByText[*ast.QueryDocument], nil)} }

// Get is part of graphql.Cache.
func (p parsed) Get(_ context.Context, text string) (*ast.QueryDocument, bool) {
	return p.Cache.Get(text)
}

// Add is part of graphql.Cache.
func (p parsed) Add(_ context.Context, text string, document *ast.QueryDocument) {
	p.Put(text, document)
}

// persisted keeps queries by their hash, which clients send in their place. It is a graphql.Cache.
type persisted struct{ *cache.Cache[string] }

func newPersisted() persisted {
	return persisted{cache.New(cachedText, func(hash, query string) int { return len(hash) + len(query) }, nil)}
}

// Get is part of graphql.Cache.
func (p persisted) Get(_ context.Context, hash string) (string, bool) { return p.Cache.Get(hash) }

// Add is part of graphql.Cache.
func (p persisted) Add(_ context.Context, hash, query string) { p.Put(hash, query) }
