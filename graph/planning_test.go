package graph

import (
	"context"
	"log/slog"
	"net/http/httptest"
	"testing"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// remembering is a store that notes what it is asked.
type remembering struct {
	fake
	asked *[]plan.Query
}

func (r remembering) Fetch(ctx context.Context, q plan.Query) (plan.Value, error) {
	*r.asked = append(*r.asked, q)
	return r.fake.Fetch(ctx, q)
}

// What is asked again is planned once; what is asked otherwise in anything is planned anew. A request that was refused is refused again.
func TestPlansAreMadeOnce(t *testing.T) {
	asked := []plan.Query{}
	url, _ := serveStore(t, nil, remembering{fake{fetch: none, gathers: true}, &asked})
	const two = `query A($n: Int) { persons(first: $n) { nodes { name } } } query B($n: Int) { persons(first: $n) { nodes { name } } }`
	bodies := []string{
		`{"query": "{ persons(first: 1) { nodes { name } } }"}`,
		`{"query": "{ persons(first: 2) { nodes { name } } }"}`,
		`{"query": "{ a: persons(first: 1) { nodes { name } } b: courts(first: 1) { nodes { name } } }"}`,
		`{"query": "` + two + `", "operationName": "A", "variables": {"n": 1}}`,
		`{"query": "` + two + `", "operationName": "B", "variables": {"n": 1}}`,
		`{"query": "` + two + `", "operationName": "A", "variables": {"n": 2}}`,
		`{"query": "` + two + `", "operationName": "A", "variables": {"n": null}}`,
		`{"query": "` + two + `", "operationName": "A"}`,
	}
	first := map[plan.Query]int{}
	for range 2 {
		for i, body := range bodies {
			asked = nil
			if _, answer, code := send(t, url, body); code != "" || len(asked) != 1 {
				t.Fatalf("%s: %d queries, %s", body, len(asked), answer)
			}
			if at, known := first[asked[0]]; known && at != i {
				t.Errorf("%s has the plan of %s", body, bodies[at])
			}
			first[asked[0]] = i
		}
	}
	if len(first) != len(bodies) {
		t.Errorf("%d requests, asked twice each, made %d plans", len(bodies), len(first))
	}
}

// An estimate holds as long as the sizes that it was made by, and what is refused is refused again.
func TestPlansAreEstimatedAnew(t *testing.T) {
	sizes := &Sizes{}
	o, err := ontology.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	handler := NewHandler(Serving{Ontology: o, Store: fake{fetch: none}, Sizes: sizes, Log: slog.New(slog.DiscardHandler),
		Limits: Limits{Body: 1 << 20, Tokens: 10000, Depth: 12, Aliases: 100, Cost: 5000, Answer: 32 << 20, Time: 30 * time.Second}})
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	for _, c := range []struct {
		persons int
		want    string
	}{{0, ""}, {0, ""}, {1_000_000, "QUERY_TOO_COSTLY"}, {1_000_000, "QUERY_TOO_COSTLY"}, {1, ""}} {
		if c.persons > 0 {
			sizes.known.Store(&plan.Sizes{Nodes: map[string]int{"Person": c.persons}})
		}
		const sorted = `{"query": "{ persons(first: 1, where: {name: {contains: \"x\"}}, orderBy: [{name: ASC}]) { nodes { name } } }"}`
		if _, answer, code := send(t, server.URL, sorted); code != c.want {
			t.Errorf("with %d persons: %s", c.persons, answer)
		}
	}
}
