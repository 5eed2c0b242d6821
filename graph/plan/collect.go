package plan

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// selected is one field of a selection set after fragments, @skip, @include and merging are spent.
type selected struct {
	key      string       // the response key
	field    *ast.Field   // the first of those merged: name and arguments
	merged   []*ast.Field // all of them
	children ast.SelectionSet
}

// collect is CollectFields of the GraphQL specification (section 6.3.2) for an object of a type that satisfies these type conditions: each
// response key once, in the order of its first appearance. gqlgen's own function serves a walk that we do not make, and needs its request
// state.
func (r *request) collect(set ast.SelectionSet, conditions ...string) []selected {
	var fields []selected
	r.collectInto(&fields, set, conditions, map[string]bool{})
	return fields
}

func (r *request) collectInto(fields *[]selected, set ast.SelectionSet, conditions []string, visited map[string]bool) {
	for _, s := range set {
		r.work++
		switch s := s.(type) {
		case *ast.Field:
			if r.skips(s.Directives) {
				continue
			}
			i := slices.IndexFunc(*fields, func(f selected) bool { return f.key == s.Alias })
			if i < 0 {
				*fields = append(*fields, selected{key: s.Alias, field: s, merged: []*ast.Field{s}, children: slices.Clip(s.SelectionSet)})
				continue
			}
			f := &(*fields)[i]
			f.merged = append(f.merged, s)
			f.children = append(f.children, s.SelectionSet...)
		case *ast.InlineFragment:
			if !r.skips(s.Directives) && (s.TypeCondition == "" || slices.Contains(conditions, s.TypeCondition)) {
				r.collectInto(fields, s.SelectionSet, conditions, visited)
			}
		case *ast.FragmentSpread:
			if visited[s.Name] || r.skips(s.Directives) {
				continue
			}
			visited[s.Name] = true
			if f := s.Definition; slices.Contains(conditions, f.TypeCondition) {
				r.collectInto(fields, f.SelectionSet, conditions, visited)
			}
		}
	}
}

// skips says whether @skip or @include leaves a selection out.
func (r *request) skips(directives ast.DirectiveList) bool {
	is := func(name string, otherwise bool) bool {
		d := directives.ForName(name)
		if d == nil {
			return otherwise
		}
		v, _ := d.ArgumentMap(r.variables)["if"].(bool)
		return v
	}
	return len(directives) > 0 && (is("skip", false) || !is("include", true))
}
