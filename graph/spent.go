package graph

import (
	"context"
	"math"
	"net/http"
	"sync/atomic"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// tupleTypes are what tuples begin with.
func tupleTypes(o *ontology.Ontology) map[string]bool {
	types := map[string]bool{"Relation": true, "Evidence": true}
	for _, t := range o.Types {
		types[t.Name] = true
	}
	return types
}

// spent is what a request has cost so far: the statements that the store was asked, and the nodes, relations and pieces of evidence that
// these answered. Reading the vocabulary of search again after somebody wrote is not counted. It is safe for concurrent use.
type spent struct {
	began            time.Time
	told             bool            // whether the client wants to know
	estimated        int             // what it was thought to cost before it ran
	types            map[string]bool // what tuples begin with: the labels, Relation and Evidence
	statements, rows atomic.Int64
}

type spentKey struct{}

// spending makes a request count what it costs. Its header GraphQL-Cost: 1 says that the client is to be told.
func spending(ctx context.Context, h http.Header, types map[string]bool) context.Context {
	return context.WithValue(ctx, spentKey{}, &spent{began: time.Now(), told: h.Get("GraphQL-Cost") == "1", types: types})
}

func spentIn(ctx context.Context) *spent {
	s, _ := ctx.Value(spentKey{}).(*spent)
	return s
}

// count adds a query and its answer; on nil it does nothing.
func (s *spent) count(q plan.Query, value plan.Value) {
	if _, ok := q.(*plan.Vocabulary); s == nil || ok {
		return
	}
	s.statements.Add(1)
	s.rows.Add(s.tuples(value))
}

// tuples is how many nodes, relations and pieces of evidence there are in a value.
func (s *spent) tuples(value plan.Value) (n int64) {
	list, ok := value.([]plan.Value)
	if !ok {
		return 0
	}
	if len(list) > 0 {
		if name, _ := list[0].(string); s.types[name] {
			n++
		}
	}
	for _, v := range list {
		n += s.tuples(v)
	}
	return n
}

// extension is what is served as extensions.cost: beside what was spent, the estimate that the limit is held against.
func (s *spent) extension() map[string]any {
	elapsed := time.Since(s.began).Seconds() * 1000
	return map[string]any{"estimated": s.estimated, "statements": s.statements.Load(), "rows": s.rows.Load(), "elapsedMs": math.Round(elapsed*1000) / 1000}
}
