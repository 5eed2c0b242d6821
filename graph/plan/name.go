package plan

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/fold"
)

// Choose chooses among the rows of the Get: the best rank wins, and several of one rank are an ambiguous name. It is nil where there is
// none. at is what was asked, for the error.
func (g *Get) Choose(at string, rows []Value) ([]Value, *Error) {
	if len(rows) == 0 {
		return nil, nil
	}
	row := func(i int) []Value { return rows[i].([]Value) }
	best := row(0)[0].(int64)
	candidates := []map[string]any{}
	for i := range rows {
		if row(i)[0].(int64) == best {
			candidates = append(candidates, map[string]any{"id": row(i)[1], "name": row(i)[2]})
		}
	}
	if g.Folded == nil || len(candidates) == 1 {
		return row(0), nil
	}
	of, shown := "", candidates
	if len(candidates) > MaxCandidates {
		of, shown = "more than ", candidates[:MaxCandidates]
	}
	return nil, &Error{Code: BadUserInput, Extra: map[string]any{"candidates": shown},
		Message: fmt.Sprintf("%s: %q matches %s%d nodes: ask by id, or write one of the candidates' names out", at, g.Name, of, len(shown))}
}

// Reference is what stands where an argument takes an id and is none: a report's symbol, or a name. Get finds the node that is meant.
type Reference struct {
	Argument string
	Text     string
	Get      *Get
	Needed   bool // whether it is a mistake that there is none; else the answer is null
}

// With plans the field again, with the ids of what its references mean, by their texts. A text that has none is left as it is: no node has
// it as its id.
func (r Root) With(ids map[string]string) (Root, *Error) {
	p, err := r.plan(ids)
	return Root{Key: r.Key, Plan: p}, err
}

// identified replaces what stands for ids in the arguments of a root field by the ids that are known, and notes what is not. The id of a
// lookup is left to what looks it up: that finds it by symbol and name as well as by id.
func (r *request) identified(f *ast.Field, args map[string]any) {
	for _, d := range f.Definition.Arguments {
		if d.Type.Name() != "ID" || args[d.Name] == nil || d.Name == "id" {
			continue
		}
		given := asList(args[d.Name])
		known := make([]any, len(given))
		for i, v := range given {
			text := asString(v)
			known[i] = text
			if id, ok := r.ids[text]; ok {
				known[i] = id
			} else if !r.o.IsID(text) {
				r.refer(Reference{Argument: d.Name, Text: text, Needed: f.Name != "nodes"})
			}
		}
		if args[d.Name] = any(known); d.Type.Elem == nil {
			args[d.Name] = known[0]
		}
	}
}

// refer notes a reference to a node, each text once.
func (r *request) refer(ref Reference) {
	if slices.ContainsFunc(r.references, func(known Reference) bool { return known.Text == ref.Text }) {
		return
	}
	ref.Get = &Get{Node: &Tuple{Of: OfNode, Types: r.o.Types}}
	ref.Get.called(ref.Text)
	r.references = append(r.references, ref)
}

// called makes a Get look for the node of its types that bears this symbol, or else this name.
func (g *Get) called(text string) {
	folded := fold.Name(text)
	g.Name = text
	for _, t := range g.Node.Types {
		for _, k := range t.Keys {
			if k.Text() {
				g.Folded = append(g.Folded, k.Folded(folded)...)
			}
		}
	}
	g.Folded = append(g.Folded, folded)
}
