package graph

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/ontology"
	"councilgraph/graph/playground"
	"councilgraph/graph/store"
)

// questions serves GET /questions: the ready questions, with names of the graph.
func (e *endpoint) questions(o *ontology.Ontology) http.Handler {
	ask := Exporter(o, e.store)
	return e.inTurn(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), e.limits.Time)
		defer cancel()
		ready, err := playground.Questions(ctx, ask)
		switch {
		case errors.Is(err, store.ErrUnavailable), errors.Is(err, context.DeadlineExceeded):
			writeErrors(w, plainJSON, http.StatusServiceUnavailable, &gqlerror.Error{
				Message: "the graph cannot be read now: ask again later", Extensions: code(codeUnavailable)})
			return
		case err != nil:
			panic(err)
		}
		w.Header().Set("Content-Type", plainJSON)
		w.Header().Set("Cache-Control", "no-cache")
		_ = json.NewEncoder(w).Encode(ready)
	})
}
