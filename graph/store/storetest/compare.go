package storetest

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"

	"councilgraph/graph/store"
)

// Compare asks a store and the oracle the same random queries over the same random graphs; the answers must be the same bytes. The first
// graph has the seed. A query that tells them apart is made as small as can be before it is shown, with its seed, its plan and both
// answers.
func Compare(t *testing.T, open func(t *testing.T) store.Store, seed uint64, graphs, queries int) {
	a := NewAsker(t)
	asked, told := 0, 0
	for graph := range graphs {
		seed := seed + uint64(graph)
		documents := RandomDocuments(a.Ontology, seed)
		s, o := open(t), NewOracle(a.Ontology)
		for _, s := range []store.Store{s, o} {
			if _, err := s.Write(context.Background(), documents, store.WriteOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		values := NewGraph(a.Ontology, documents).Values()
		for i := range queries {
			q := a.NewRandomQuery(rand.New(rand.NewPCG(seed, uint64(2+i))), values)
			operation := a.Parse(q.Text)
			if operation == nil {
				continue // two selections that do not merge
			}
			q.drawCursors(rand.New(rand.NewPCG(seed, uint64(i))), func() string { return a.answer(o, operation, q.Variables) })
			want, got := a.answer(o, operation, q.Variables), a.answer(s, operation, q.Variables)
			asked++
			if strings.Contains(want, `"`) {
				told++
			}
			if got != want {
				q = a.reduce(s, o, q)
				t.Errorf("seed %d, query %d, made smaller:\n%s\nvariables %v\n%s\n   store %s\n  oracle %s", seed, i, q.Text, q.Variables,
					a.Explain(q), a.try(s, q), a.try(o, q))
			}
			if t.Failed() && asked > 20 {
				s.Close()
				t.FailNow()
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if asked < graphs*queries*8/10 || told < asked/2 {
		t.Errorf("of %d queries drawn %d are valid and %d find something: too few to compare by", graphs*queries, asked, told)
	}
}

// answer is Ask of an operation that may be refused as a whole.
func (a *Asker) answer(s store.Store, operation *ast.OperationDefinition, variables map[string]any) string {
	roots, ok := a.plan(operation, variables)
	if !ok {
		return "refused"
	}
	return answers(s, roots)
}

// try is answer for a query that may be invalid.
func (a *Asker) try(s store.Store, q RandomQuery) string {
	if operation := a.Parse(q.Text); operation != nil {
		return a.answer(s, operation, q.Variables)
	}
	return "refused"
}

// drawCursors gives each cursor of the query one that it serves.
func (q *RandomQuery) drawCursors(r *rand.Rand, ask func() string) {
	if len(q.Cursors) == 0 {
		return
	}
	served := map[string][]string{}
	var find func(v any)
	find = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				find(item)
			}
		case map[string]any:
			for k, item := range v {
				edges, _ := item.([]any)
				for _, e := range edges {
					if edge, ok := e.(map[string]any); ok && slices.Contains(q.Cursors, k) {
						served[k] = append(served[k], edge["cursor"].(string))
					}
				}
				find(item)
			}
		}
	}
	for line := range strings.Lines(ask()) {
		_, text, _ := strings.Cut(line, ": ")
		var v any
		if json.NewDecoder(strings.NewReader(text)).Decode(&v) == nil {
			find(v)
		}
	}
	for _, c := range q.Cursors {
		if slices.Sort(served[c]); len(served[c]) > 0 {
			q.Variables[c] = one(r, served[c]...)
		}
	}
}

// reduce makes a query smaller as long as two stores differ on it: it leaves out a selection, an argument, a part of a value.
func (a *Asker) reduce(s, o store.Store, q RandomQuery) RandomQuery {
	differ := func(text string) bool {
		smaller := RandomQuery{Text: text, Variables: q.Variables}
		want := a.try(o, smaller)
		return want != "refused" && a.try(s, smaller) != want
	}
	for tries := 0; tries < 2000; {
		doc, err := parser.ParseQuery(&ast.Source{Input: q.Text})
		if err != nil {
			return q
		}
		found := false
		for _, smaller := range cuts(doc) {
			undo := smaller()
			text := write(doc)
			undo()
			if tries++; len(text) < len(q.Text) && differ(text) {
				q.Text, found = text, true
				break
			}
		}
		if !found {
			return q
		}
	}
	return q
}

func write(doc *ast.QueryDocument) string {
	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithCompacted()).FormatQueryDocument(doc)
	return b.String()
}

// cuts are the ways to make a query smaller by one step. Each changes it and gives the way back.
func cuts(doc *ast.QueryDocument) (all []func() (undo func())) {
	value := func(v *ast.Value) {}
	value = func(v *ast.Value) {
		if v == nil {
			return
		}
		for i := range v.Children {
			all = append(all, func() func() {
				was := v.Children
				v.Children = append(slices.Clone(was[:i]), was[i+1:]...)
				return func() { v.Children = was }
			})
			value(v.Children[i].Value)
		}
	}
	var selections func(set *ast.SelectionSet)
	selections = func(set *ast.SelectionSet) {
		for i, one := range *set {
			all = append(all, func() func() {
				was := *set
				*set = append(slices.Clone(was[:i]), was[i+1:]...)
				return func() { *set = was }
			})
			switch one := one.(type) {
			case *ast.Field:
				for j, arg := range one.Arguments {
					all = append(all, func() func() {
						was := one.Arguments
						one.Arguments = append(slices.Clone(was[:j]), was[j+1:]...)
						return func() { one.Arguments = was }
					})
					value(arg.Value)
				}
				selections(&one.SelectionSet)
			case *ast.InlineFragment:
				selections(&one.SelectionSet)
			}
		}
	}
	for _, o := range doc.Operations {
		for i := range o.VariableDefinitions {
			all = append(all, func() func() {
				was := o.VariableDefinitions
				o.VariableDefinitions = append(slices.Clone(was[:i]), was[i+1:]...)
				return func() { o.VariableDefinitions = was }
			})
		}
		selections(&o.SelectionSet)
	}
	for i, f := range doc.Fragments {
		all = append(all, func() func() {
			was := doc.Fragments
			doc.Fragments = append(slices.Clone(was[:i]), was[i+1:]...)
			return func() { doc.Fragments = was }
		})
		selections(&f.SelectionSet)
	}
	return all
}

// Explain prints the plans of a query.
func (a *Asker) Explain(q RandomQuery) string {
	roots, ok := a.TryWith(q.Text, q.Variables)
	if !ok {
		return "refused"
	}
	var b strings.Builder
	for _, r := range roots {
		switch {
		case r.Err != nil:
			fmt.Fprintf(&b, "%s: %v\n", r.Key, r.Err)
		case r.Plan.Walk != nil:
			fmt.Fprintf(&b, "%s: %s\n", r.Key, Print(r.Plan.Walk))
		default:
			fmt.Fprintf(&b, "%s: %s\n", r.Key, Print(r.Plan.Query))
		}
	}
	return b.String()
}
