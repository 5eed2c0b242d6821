package graph

import (
	"context"
	"errors"
	"fmt"
	"maps"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/answer"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/walk"
)

//go:generate go run ./generate

// Resolver answers root fields: each from one plan, with one statement, or with those of a walk, or with one a level where that is much
// less work. Quick ones may share a statement.
type Resolver struct {
	Ontology *ontology.Ontology
	Store    store.Store
	Walker   *walk.Walker
	Limits   Limits
	Sizes    *Sizes
}

// planning plans every root field before anything runs, so that cost is known and mistakes are found first. It is a gqlgen extension.
type planning struct{ *Resolver }

var _ interface {
	graphql.HandlerExtension
	graphql.OperationContextMutator
} = planning{}

func (planning) ExtensionName() string { return "planning" }

func (planning) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext plans the operation's root fields. It refuses the request where its cost is over the limit.
func (p planning) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	roots, refused := plan.New(p.Ontology, op.Operation, op.Variables)
	if refused != nil {
		return asGraphQL(refused)
	}
	if len(roots) > p.Limits.Aliases {
		return asGraphQL(&plan.Error{Code: plan.QueryTooCostly,
			Message: fmt.Sprintf("the query has %d root fields; the limit is %d", len(roots), p.Limits.Aliases)})
	}
	cost, sizes := 0, p.Sizes.current()
	for _, r := range roots {
		if r.Plan == nil {
			continue
		}
		if cost += r.Plan.Cost + r.Plan.Work(sizes); cost > p.Limits.Cost {
			return asGraphQL(&plan.Error{Code: plan.QueryTooCostly, Message: fmt.Sprintf("%s: the request would cost %d so far; the limit is %d. "+
				"Ask for less with first or last, for fewer long texts, or for less to be filtered, ordered and counted",
				r.Plan.Costliest, cost, p.Limits.Cost)})
		}
	}
	if s := spentIn(ctx); s != nil {
		s.estimated = cost
	}
	made := planned{roots: roots, cost: cost}
	if cost <= dearCost && p.Store.Gathers() { // what is dear is answered side by side, each field by a processor of its own
		made.together = gather(roots, sizes)
	}
	op.Stats.SetExtension(p.ExtensionName(), made)
	return nil
}

// planned are the plans of an operation's root fields, what they cost together by estimate, and those that are fetched together.
type planned struct {
	roots    []plan.Root
	cost     int
	together *gathered
}

func plannedIn(op *graphql.OperationContext) planned {
	p, _ := op.Stats.GetExtension(planning{}.ExtensionName()).(planned)
	return p
}

// answer answers the root field that ctx is of.
func (r *Resolver) answer(ctx context.Context) (*answer.Answer, error) {
	field := graphql.GetFieldContext(ctx)
	for _, root := range plannedIn(graphql.GetOperationContext(ctx)).roots {
		if root.Key != field.Field.Alias {
			continue
		}
		if root.Err != nil {
			return nil, root.Err
		}
		root, err := walk.Find(ctx, r.Store.Fetch, root)
		if err != nil {
			return nil, err
		}
		a, missing, err := r.write(ctx, root)
		if errors.Is(err, store.ErrTooLarge) {
			return nil, &plan.Error{Code: codeTooLarge, Message: fmt.Sprintf("%s: the answer would be larger than %d bytes, "+
				"which is the limit. Ask for less with first or last, or select fewer texts",
				root.Plan.Costliest, r.Limits.Answer)}
		}
		if err != nil {
			return nil, err
		}
		for _, m := range missing {
			graphql.AddError(ctx, m)
		}
		return a, nil
	}
	return nil, errors.New("the root field was not planned")
}

// write fetches and writes a root field, within what the request may still take. Where a write took something away meanwhile it does so
// again, and then leaves out what was taken away.
func (r *Resolver) write(ctx context.Context, root plan.Root) (*answer.Answer, []*answer.FieldError, error) {
	a, missing, err := r.writeOnce(ctx, root, false)
	if len(missing) > 0 && r.Store.Moving() {
		return r.writeOnce(ctx, root, true)
	}
	return a, missing, err
}

func (r *Resolver) writeOnce(ctx context.Context, root plan.Root, moving bool) (*answer.Answer, []*answer.FieldError, error) {
	value, gathered, err := plan.Value(nil), false, error(nil)
	if together := plannedIn(graphql.GetOperationContext(ctx)).together; !moving {
		value, gathered, err = together.fetch(ctx, root.Key, r.Store.Fetch)
	}
	if !gathered {
		value, err = r.fetch(ctx, root.Plan)
	}
	if err != nil {
		return nil, nil, err
	}
	may := allowancesIn(ctx)
	return answer.Write(root.Plan, root.Key, value, moving, func(bytes int64) error {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		return may.written.Take(bytes)
	})
}

func (r *Resolver) fetch(ctx context.Context, p *plan.Plan) (plan.Value, error) {
	if p.Walk != nil {
		return r.Walker.Answer(ctx, p.Walk)
	}
	if p.ByLevel(r.Sizes.current()) {
		return r.byLevel(ctx, p.Query)
	}
	return r.Store.Fetch(ctx, p.Query)
}

// byLevel answers a query by one query a level.
func (r *Resolver) byLevel(ctx context.Context, q plan.Query) (value plan.Value, err error) {
	err = r.Store.View(ctx, func(fetch plan.Fetch) (err error) {
		value, err = store.ByLevel(ctx, q, 1, fetch)
		return err
	})
	return value, err
}

// asGraphQL is a mistake of the request as the client sees it.
func asGraphQL(e *plan.Error) *gqlerror.Error {
	served := &gqlerror.Error{Message: e.Message, Path: asPath(e.Path), Extensions: code(e.Code)}
	maps.Copy(served.Extensions, e.Extra)
	return served
}
