package graph

import (
	"context"

	"councilgraph/graph/answer"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

//go:generate go run ./generate

// Resolver answers root fields: each from one plan.
type Resolver struct {
	Ontology *ontology.Ontology
	Store    store.Store
	MaxCost  int // of one request, in nodes, relations and pieces of evidence that its answer could hold
}

func (r *Resolver) answer(ctx context.Context) (*answer.Answer, error) { panic("being written") }
