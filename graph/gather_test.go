package graph

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// Root fields of one request are fetched as one where the store says so. What fails there is fetched alone, except where there is nobody to
// ask.
func TestRootFieldsGoTogether(t *testing.T) {
	const id = "n111111111111111111111111"
	fetches, failing, failure := atomic.Int32{}, int32(0), error(nil)
	s := fake{gathers: true, fetch: func(context.Context) (plan.Value, error) {
		if fetches.Add(1) == failing {
			return nil, failure
		}
		return []plan.Value{[]plan.Value{int64(0), id, "KFOR", []plan.Value{"Organization", "KFOR"}}}, nil
	}}
	url, _ := serveStore(t, nil, s)
	for _, c := range []struct {
		query   string
		failing int32
		failure error
		want    []string
	}{
		{`{ a: organization(id: "ID") { name } b: organization(id: "ID") { name } }`, 0, nil, []string{`"a":{"name":"KFOR"},"b":{"name":"KFOR"}`, `"statements":1}`}},
		{`{ a: organization(id: "ID") { name } }`, 0, nil, []string{`"a":{"name":"KFOR"}`, `"statements":1}`}},
		{`{ a: organization(id: "ID") { name } b: organization(id: "ID") { name } c: organization { name } }`, 0, nil, []string{`"b":{"name":"KFOR"},"c":null`, `"statements":1}`}},
		{`{ a: organization(id: "ID") { name } b: organization(id: "ID") { name } }`, 2, errors.New("broken"), []string{`"a":{"name":"KFOR"},"b":{"name":"KFOR"}`, `"statements":3}`}},
		{`{ a: organization(id: "ID") { name } b: organization(id: "ID") { name } }`, 2, store.ErrUnavailable, []string{`"a":null,"b":null`, `"statements":1}`}},
	} {
		fetches.Store(0)
		failing, failure = c.failing, c.failure
		_, answer, _ := send(t, url, query(strings.ReplaceAll(c.query, "ID", id)), "GraphQL-Cost", "1")
		for _, want := range c.want {
			if !strings.Contains(answer, want) {
				t.Errorf("%s, %v: no %s in %s", c.query, c.failure, want, answer)
			}
		}
	}
}
