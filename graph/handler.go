package graph

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"time"

	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"councilgraph/graph/access"
	"councilgraph/graph/ontology"
	"councilgraph/graph/playground"
	"councilgraph/graph/store"
	"councilgraph/graph/walk"
)

// Serving is what a handler serves.
type Serving struct {
	Ontology *ontology.Ontology
	Store    store.Store
	Limits   Limits
	Log      *slog.Logger
	Sizes    *Sizes // by which the cost of requests is estimated; nil: they count as those of an empty graph

	Guard           *access.Guard // who may ask; nil: anybody
	Hosts           []string      // names that the server goes by, beside those of the loopback and addresses
	Origins         []string      // whose pages may ask, beside the server's own; see CheckOrigin
	TrustProxy      bool          // whether X-Forwarded-Host and -Proto count
	Documents       Documents     // what may be asked; nil: anything
	NoIntrospection bool
}

// NewHandler serves /graphql, /export, a page for people at / with its questions at /questions, and /healthz, /readyz and /metrics for
// machines. Every answer carries its request's id.
func NewHandler(c Serving) http.Handler {
	turns := newShares(c.Store, c.Limits)
	m := newMetrics(c.Store, turns)
	fetched := timed{c.Store, m.fetches}
	resolver := &Resolver{Ontology: c.Ontology, Store: fetched, Walker: &walk.Walker{Store: fetched}, Limits: c.Limits, Sizes: c.Sizes}
	schema := NewExecutableSchema(Config{Resolvers: resolver, Schema: served(parsedSchema)})
	coerce := coercing{schema.Schema()}
	exec := executor.New(schema)
	exec.SetParserTokenLimit(c.Limits.Tokens)
	exec.SetDefaultRulesFn(validationRules)
	exec.SetDisableSuggestion(true) // of its own: see validationRules
	exec.SetErrorPresenter(presenter(c.Log))
	exec.SetRecoverFunc(recoverer(c.Log))
	documents := newParsed()
	exec.SetQueryCache(documents)
	if c.NoIntrospection {
		exec.Use(keepingSchema{})
	} else {
		exec.Use(extension.Introspection{})
	}
	if c.Documents != nil {
		exec.Use(allowing{c.Documents})
	} else {
		exec.Use(extension.AutomaticPersistedQuery{Cache: newPersisted()})
	}
	exec.Use(limiting{c.Limits, documents})
	exec.Use(coerce)
	exec.Use(newPlanning(resolver))

	mux := http.NewServeMux()
	e := &endpoint{exec: exec, store: c.Store, coerce: coerce, limits: c.Limits, shares: turns, types: tupleTypes(c.Ontology), broken: recoverer(c.Log)}
	mux.Handle("/graphql", guarded(c.Guard, access.Read, c.Log, m.observe(e)))
	if c.Documents == nil { // else there is more in them than may be asked
		mux.Handle("GET /export", guarded(c.Guard, access.Read, c.Log, e.exports(c.Ontology)))
		mux.Handle("GET /questions", guarded(c.Guard, access.Read, c.Log, e.questions(c.Ontology)))
	}
	mux.HandleFunc("GET /{$}", playground.Page)
	mux.HandleFunc("GET /playground/{file}", playground.File)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("alive\n")) })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) { ready(w, r, c) })
	mux.Handle("GET /metrics", guarded(c.Guard, access.Read, c.Log, promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})))
	inside := shared(c.Origins, hosts(c.Hosts, sameSite(c.Origins, mux)))
	if c.TrustProxy {
		inside = forwarded(inside)
	}
	return compressed(identified(audited(c.Log, m, inside)))
}

// ready says whether the store answers, what it holds, and how old the newest of it is.
func ready(w http.ResponseWriter, r *http.Request, c Serving) {
	ctx, cancel := context.WithTimeout(r.Context(), readyTimeout)
	defer cancel()
	w.Header().Set("Content-Type", "application/json")
	n, err := c.Store.Count(ctx)
	if err != nil {
		c.Log.ErrorContext(ctx, "not ready", "error", err, "request", requestID(ctx))
		w.WriteHeader(http.StatusServiceUnavailable)
		reason := "the store is not what it was: the log says more"
		if errors.Is(err, store.ErrUnavailable) || errors.Is(err, context.DeadlineExceeded) {
			reason = "the store does not answer"
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"ready": false, "reason": reason})
		return
	}
	state := map[string]any{"ready": true, "reports": n.Reports, "nodes": n.Nodes, "relations": n.Relations, "evidence": n.Evidence}
	if !n.Newest.IsZero() {
		state["newest"] = n.Newest.Format(time.RFC3339)
		state["ageSeconds"] = int(time.Since(n.Newest).Seconds())
	}
	_ = json.NewEncoder(w).Encode(state)
}

type requestKey struct{}

// requestID is the id of the request that ctx belongs to.
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

var saneID = regexp.MustCompile(`^[\w.:-]{1,100}$`)

// identified gives each request an id, the client's own where that is sane.
func identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-Id")
		if !saneID.MatchString(id) {
			id = rand.Text()
		}
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey{}, id)))
	})
}
