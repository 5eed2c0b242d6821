package spec

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"councilgraph/graph/answer"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
	"councilgraph/graph/walk"
)

// TestAnswersAreThoseOfTheSpecification compares plan, oracle and writer with a walk field by field, over graphs that are whole and over
// broken ones: what the schema says is always there is missing, and numbers do not fit.
func TestAnswersAreThoseOfTheSpecification(t *testing.T) {
	a := storetest.NewAsker(t)
	compared, failing := 0, 0
	for graph := range uint64(20) {
		documents := storetest.RandomDocuments(a.Ontology, graph)
		values := storetest.NewGraph(a.Ontology, documents).Values()
		if graph%2 == 1 {
			damage(rand.New(rand.NewPCG(graph, 0)), a.Ontology, documents)
		}
		g := storetest.NewGraph(a.Ontology, documents)
		for i := range uint64(250) {
			q := a.NewRandomQuery(rand.New(rand.NewPCG(graph, 1000+i)), values)
			operation := a.Parse(q.Text)
			if operation == nil || len(q.Cursors) > 0 {
				continue // a cursor is opaque: what it promises is tested by walking
			}
			roots, ok := a.TryWith(q.Text, q.Variables)
			if !ok || slices.ContainsFunc(roots, func(r plan.Root) bool { return r.Plan != nil && hasItsOwn(r.Plan) }) {
				continue
			}
			answers := Execute(g, a.Schema, operation, q.Variables)
			if len(answers) != len(roots) {
				t.Fatalf("graph %d, query %d: %s\nhas %d root fields, to the specification %d", graph, i, q.Text, len(roots), len(answers))
			}
			for j, want := range answers {
				var text []byte
				var fields []*answer.FieldError
				root, err := walk.Find(t.Context(), fetcher{g}.Fetch, roots[j])
				refused := err != nil || root.Err != nil
				if !refused {
					got, errs, err := answer.Write(root.Plan, root.Key, g.Fetch(root.Plan.Query), false, nil)
					if refused, fields = err != nil, errs; got != nil {
						text = got.JSON
					}
				}
				compared++
				if len(want.Errors) > 0 {
					failing++
				}
				if refused && want.Err == nil && !strings.Contains(string(want.JSON), "{") {
					continue // refused for an argument of a list that nothing has
				}
				if graph%2 == 1 && slices.ContainsFunc(fields, func(e *answer.FieldError) bool { return e.Message == "the row has no cursor" }) {
					continue // a damaged number, which is not finite, has no cursor
				}
				if difference := compareAnswers(want, refused, text, fields); difference != "" {
					t.Errorf("graph %d, query %d: %s\nvariables %v\n%s: %s\n    answer %s %v\nspecified %s %v", graph, i, q.Text,
						q.Variables, want.Key, difference, text, fields, want.JSON, want.Errors)
				}
			}
		}
	}
	if compared < 2000 || failing < 40 {
		t.Errorf("%d answers compared, %d of them with errors: too few", compared, failing)
	}
}

// fetcher is a graph as a store.
type fetcher struct{ *storetest.Graph }

func (f fetcher) Fetch(_ context.Context, q plan.Query) (plan.Value, error) {
	return f.Graph.Fetch(q), nil
}

// hasItsOwn says whether tests of its own look after what a plan answers: walks, and how much the graph holds, whose version is opaque.
func hasItsOwn(p *plan.Plan) bool {
	_, counts := p.Query.(*plan.Census)
	return p.Walk != nil || counts
}

// compareAnswers compares token by token, so that keys must stand in the same order and numbers must be written alike, but escapes need not
// be.
func compareAnswers(want Answer, refused bool, got []byte, fields []*answer.FieldError) string {
	if refused || want.Err != nil {
		if refused != (want.Err != nil) {
			return fmt.Sprintf("refused %v, specified %v", refused, want.Err)
		}
		return ""
	}
	var errs []string
	for _, f := range fields {
		path := make([]string, len(f.Path))
		for i, p := range f.Path {
			path[i] = fmt.Sprint(p)
		}
		errs = append(errs, strings.Join(path, "."))
	}
	if !slices.Equal(errs, want.Errors) {
		return fmt.Sprintf("errors at %v, specified at %v", errs, want.Errors)
	}
	if (got == nil) != (want.JSON == nil) {
		return "one of them is null"
	}
	if got == nil {
		return ""
	}
	if !json.Valid(got) {
		return "is no JSON"
	}
	x, y := json.NewDecoder(bytes.NewReader(got)), json.NewDecoder(bytes.NewReader(want.JSON))
	x.UseNumber()
	y.UseNumber()
	for {
		p, errX := x.Token()
		q, errY := y.Token()
		if errX != nil || errY != nil {
			if errX != nil && errY != nil {
				return ""
			}
			return "one of them ends early"
		}
		if _, text := p.(string); p != q && !(text && q == Cursor) {
			return fmt.Sprintf("%v, specified %v", p, q)
		}
	}
}

// damage takes from documents what they must have, and gives them numbers that GraphQL cannot represent.
func damage(r *rand.Rand, o *ontology.Ontology, documents []store.Document) {
	for i := range documents {
		for _, n := range documents[i].Nodes {
			for _, p := range o.Type(n.Type).Properties {
				if _, ok := n.Properties[p.Name]; !ok || r.IntN(2) > 0 {
					continue
				}
				switch p.Kind {
				case ontology.Int:
					n.Properties[p.Name] = int64(math.MaxInt32) + 1
				case ontology.Float:
					if p.Required { // what may be missing is ordered by, and no cursor holds it
						n.Properties[p.Name] = math.Inf(1)
					}
				default:
					delete(n.Properties, p.Name)
				}
			}
		}
		documents[i].Relations = slices.DeleteFunc(documents[i].Relations, func(store.Statement) bool { return r.IntN(2) == 0 })
	}
}
