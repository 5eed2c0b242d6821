package graph

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/cache"
	"councilgraph/graph/plan"
)

// planning plans every root field before anything runs, so that cost is known and mistakes are found first. What is asked again, as pages
// that many open do, is planned once. It is a gqlgen extension, to be used behind those that change variables.
type planning struct {
	*Resolver
	known *cache.Cache[*planned] // by planKey
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationContextMutator
} = planning{}

// Plans take some 400 bytes a selection, beside what was asked: these are about 16 MB.
const (
	mostPlans    = 16 << 20
	perSelection = 400
)

func newPlanning(r *Resolver) planning {
	return planning{r, cache.New(mostPlans, func(key string, p *planned) int { return len(key) + perSelection*p.selections() }, nil)}
}

func (planning) ExtensionName() string { return "planning" }

func (planning) Validate(graphql.ExecutableSchema) error { return nil }

// planned are the plans of an operation's root fields, what they cost together by estimate, and those that are fetched together. Requests
// share all but the last.
type planned struct {
	roots    []plan.Root
	sizes    *plan.Sizes // by which the cost was estimated
	cost     int
	together *gathered
}

func (p *planned) selections() (n int) {
	for _, r := range p.roots {
		n += r.Selections
	}
	return n
}

// planKey is what plans follow from, as one text: two requests have the same only where they ask the same.
func planKey(op *graphql.OperationContext) (string, error) {
	variables, err := json.Marshal(op.Variables)
	return op.OperationName + "\x00" + string(variables) + "\x00" + op.RawQuery, err
}

// MutateOperationContext plans the operation's root fields. It refuses the request where its cost is over the limit.
func (p planning) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	key, err := planKey(op)
	if err != nil {
		return asGraphQL(&plan.Error{Code: plan.BadUserInput, Message: "the variables are no JSON: " + err.Error()})
	}
	made, known := p.known.Get(key)
	if sizes := p.Sizes.current(); !known || made.sizes != sizes {
		var refused *plan.Error
		if made, refused = p.plan(op, sizes); refused != nil {
			return asGraphQL(refused)
		}
		p.known.Put(key, made)
	}
	if s := spentIn(ctx); s != nil {
		s.estimated = made.cost
	}
	mine := *made
	mine.together = made.together.anew()
	op.Stats.SetExtension(p.ExtensionName(), mine)
	return nil
}

func (p planning) plan(op *graphql.OperationContext, sizes *plan.Sizes) (*planned, *plan.Error) {
	roots, refused := plan.New(p.Ontology, op.Operation, op.Variables)
	if refused != nil {
		return nil, refused
	}
	if len(roots) > p.Limits.Aliases {
		return nil, &plan.Error{Code: plan.QueryTooCostly,
			Message: fmt.Sprintf("the query has %d root fields; the limit is %d", len(roots), p.Limits.Aliases)}
	}
	made := &planned{roots: roots, sizes: sizes}
	for _, r := range roots {
		if r.Plan == nil {
			continue
		}
		if made.cost += r.Plan.Cost + r.Plan.Work(sizes); made.cost > p.Limits.Cost {
			return nil, &plan.Error{Code: plan.QueryTooCostly, Message: fmt.Sprintf("%s: the request would cost %d so far; the limit is %d. "+
				"Ask for less with first or last, for fewer long texts, or for less to be filtered, ordered and counted",
				r.Plan.Costliest, made.cost, p.Limits.Cost)}
		}
	}
	if made.cost <= dearCost && p.Store.Gathers() { // what is dear is answered side by side, each field by a processor of its own
		made.together = gather(roots, sizes)
	}
	return made, nil
}

func plannedIn(op *graphql.OperationContext) planned {
	p, _ := op.Stats.GetExtension(planning{}.ExtensionName()).(planned)
	return p
}
