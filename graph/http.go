package graph

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/store"
)

// endpoint serves GraphQL over HTTP: POST with a JSON body, and GET for queries. gqlgen's transports leave the body unbounded and fail some
// of the specification's audits.
type endpoint struct {
	exec   *executor.Executor
	store  store.Store
	coerce coercing
	limits Limits
	shares *shares
	types  map[string]bool // see spent
	broken graphql.RecoverFunc
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	media := accepted(r.Header)
	if media == "" {
		writeErrors(w, plainJSON, http.StatusNotAcceptable, gqlerror.Errorf("the answer is %s or %s: accept one of them", graphQLResponse, plainJSON))
		return
	}
	leave, full := e.shares.enter()
	if full != nil {
		full.write(w, media)
		return
	}
	defer leave()
	ctx, cancel := context.WithTimeout(r.Context(), e.limits.Time)
	defer cancel()
	ctx = e.shares.fetching(ctx)
	ctx = allow(ctx, e.limits.Answer)
	ctx = spending(graphql.StartOperationTrace(ctx), r.Header, e.types)
	defer func() { // of planning: execution has its own
		if v := recover(); v != nil {
			write(w, media, http.StatusInternalServerError, e.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(e.broken(ctx, v))}))
		}
	}()
	op, ok := e.operation(ctx, w, r, media)
	if !ok {
		return
	}
	auditIn(ctx).asked(ctx, op.OperationName, op.RawQuery, plannedIn(op).cost)
	done, full := e.shares.turn(ctx, e.shares.clientOf(r), plannedIn(op).cost)
	if full != nil {
		full.write(w, media)
		return
	}
	defer done()
	w.Header().Add("Vary", "Accept")
	tag := ""
	if r.Method == http.MethodGet {
		w.Header().Set("Cache-Control", "no-cache")
		tag, _ = e.tag(ctx) // where the store does not answer, the answer says so
		if tag != "" && unchanged(r, tag) {
			w.Header().Set("ETag", tag)
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	next, ctx := e.exec.DispatchOperation(ctx, op)
	answer := next(ctx)
	if answer == nil { // gqlgen's word for a context that ended before execution began
		answer = e.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(ctx.Err())})
		answer.Data = json.RawMessage("null")
	}
	auditIn(ctx).rows = spentIn(ctx).rows.Load()
	if s := spentIn(ctx); s.told {
		if answer.Extensions == nil {
			answer.Extensions = map[string]any{}
		}
		answer.Extensions["cost"] = s.extension()
	}
	sent, full := e.shares.send(ctx, len(answer.Data))
	if full != nil {
		full.write(w, media)
		return
	}
	defer sent()
	done() // while it is sent, others may be answered
	if tag != "" && len(answer.Errors) == 0 && !spentIn(ctx).told {
		w.Header().Set("ETag", tag)
	}
	write(w, media, http.StatusOK, answer)
}

// operation reads and validates what a request asks. It is false where that is refused, which has then been answered.
func (e *endpoint) operation(ctx context.Context, w http.ResponseWriter, r *http.Request, media string) (*graphql.OperationContext, bool) {
	params, refused := e.params(w, r)
	if refused != nil {
		if refused.status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", "GET, POST")
		}
		writeErrors(w, media, refused.status, &gqlerror.Error{Message: refused.message, Extensions: code(errcode.ValidationFailed)})
		return nil, false
	}
	params.ReadTime.End = graphql.Now()
	op, errs := e.exec.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		if len(errs[0].Path) > 0 && errs[0].Path[0] == ast.PathName("variable") { // gqlparser's words about a variable do not say which, nor that it is one
			if _, err := e.coerce.coerced(op.Operation, params.Variables); err != nil {
				errs = gqlerror.List{err}
			}
		}
		status := http.StatusBadRequest
		if media == plainJSON {
			status = http.StatusOK // section 6.4.1: the request was well-formed
		}
		answer := e.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		write(w, media, status, answer)
		return nil, false
	}
	if r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		w.Header().Set("Allow", "POST")
		writeErrors(w, media, http.StatusMethodNotAllowed, gqlerror.Errorf("GET is for queries alone: send this operation with POST"))
		return nil, false
	}
	return op, true
}

// readyTimeout is how long /readyz waits for the store.
const readyTimeout = 2 * time.Second
