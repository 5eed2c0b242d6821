package graph

import (
	"context"
	"errors"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/answer"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// Codes served in extensions.code beside those of package plan and gqlgen's GRAPHQL_PARSE_FAILED and GRAPHQL_VALIDATION_FAILED.
const (
	codeTooDeep         = "QUERY_TOO_DEEP"
	codeTooLarge        = "ANSWER_TOO_LARGE"
	codeTimeout         = "TIMEOUT"
	codeUnavailable     = "UNAVAILABLE"
	codeOverloaded      = "OVERLOADED"
	codeUnauthenticated = "UNAUTHENTICATED"
	codeForbidden       = "FORBIDDEN"
	codeInternal        = "INTERNAL"
)

// presenter makes any error one that a client may see: with a code, at its path, and without a driver's words, a statement, a stack or a
// file path. What it does not know is logged and served as INTERNAL.
func presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		served := &gqlerror.Error{}
		known := errors.As(err, &served)
		at := served.Locations
		unavailable := errors.Is(err, store.ErrUnavailable)
		var input *plan.Error
		var field *answer.FieldError
		switch {
		case errors.As(err, &input):
			served = asGraphQL(input)
		case errors.As(err, &field):
			served = &gqlerror.Error{Message: field.Message, Path: asPath(field.Path), Extensions: code(codeInternal)}
		case known && served.Extensions["code"] != nil: // also gqlgen's own, about the document or its variables
		case known && served.Err == nil:
			served.Extensions = code(errcode.ValidationFailed)
		case unavailable && ctx.Err() == nil: // before what it wraps: a driver has time limits of its own
			log.ErrorContext(ctx, "store not available", "error", err, "request", requestID(ctx))
			served = &gqlerror.Error{Message: "the graph cannot be read now: ask again later", Extensions: code(codeUnavailable)}
		case errors.Is(err, context.DeadlineExceeded), unavailable && errors.Is(ctx.Err(), context.DeadlineExceeded):
			served = &gqlerror.Error{Message: "the request took longer than the server allows: ask for less at once", Extensions: code(codeTimeout)}
		case errors.Is(err, context.Canceled), unavailable:
			served = &gqlerror.Error{Message: "the request was cancelled", Extensions: code(codeTimeout)}
		default:
			log.ErrorContext(ctx, "request failed", "error", err, "request", requestID(ctx))
			served = &gqlerror.Error{Message: "the server failed to answer; request " + requestID(ctx), Extensions: code(codeInternal)}
		}
		if served.Path == nil && graphql.GetFieldContext(ctx) != nil {
			served.Path = graphql.GetPath(ctx)
		}
		if served.Locations == nil {
			served.Locations = at
		}
		served.Err = nil
		return served
	}
}

// recoverer turns a panic into an error that presenter logs.
func recoverer(log *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, v any) error {
		log.ErrorContext(ctx, "panic", "value", v, "request", requestID(ctx), "stack", string(debug.Stack()))
		return errors.New("panic")
	}
}

func code(c string) map[string]any { return map[string]any{"code": c} }

func asPath(path []any) (p ast.Path) {
	for _, e := range path {
		switch e := e.(type) {
		case string:
			p = append(p, ast.PathName(e))
		case int:
			p = append(p, ast.PathIndex(e))
		}
	}
	return p
}
