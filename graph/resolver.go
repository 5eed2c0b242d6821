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
		if errors.Is(err, store.ErrOutOfMemory) {
			return nil, &plan.Error{Code: codeTooLarge, Message: fmt.Sprintf("%s: to answer takes more memory than the database lets one request take. "+
				"Ask for less with first, last, depth or perNode, or let the database take more", root.Plan.Costliest)}
		}
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
	return r.Store.Fetch(ctx, p.Repeated())
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
