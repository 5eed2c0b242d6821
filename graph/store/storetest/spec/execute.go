// Package spec answers GraphQL requests by walking them field by field, as section 6 of the GraphQL specification (October 2021) is
// written, over the plain maps of storetest: slow, and easily compared with the text. It knows neither plans nor the writer of answers,
// which are held to it.
package spec

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store/storetest"
)

// Answer is the value of one root field, nil for null, and the paths of the errors below it in the order in which they were met.
type Answer struct {
	Key    string
	JSON   []byte
	Errors []string
	Err    error // why the field itself could not be resolved: bad input
}

// Execute answers the root fields of a validated query operation in response order (section 6.2.1), introspection left out. Variables are
// coerced.
func Execute(g *storetest.Graph, schema *ast.Schema, operation *ast.OperationDefinition, variables map[string]any) (answers []Answer) {
	e := &executor{schema: schema, o: g.Ontology, variables: variables}
	for _, f := range e.collectFields(schema.Query, operation.SelectionSet, map[string]bool{}) {
		if strings.HasPrefix(f.fields[0].Name, "__") {
			continue
		}
		e.errors, e.bad = nil, nil
		json, null := e.executeField(f, schema.Query, root{g}, nil)
		if null {
			json = nil
		}
		answers = append(answers, Answer{f.key, json, e.errors, e.bad})
	}
	return answers
}

type executor struct {
	schema    *ast.Schema
	o         *ontology.Ontology
	variables map[string]any
	errors    []string
	bad       error
}

// collected is an entry of the ordered map of CollectFields.
type collected struct {
	key    string
	fields []*ast.Field
}

// collectFields is CollectFields (section 6.3.2).
func (e *executor) collectFields(objectType *ast.Definition, set ast.SelectionSet, visited map[string]bool) (grouped []collected) {
	add := func(key string, fields ...*ast.Field) {
		i := slices.IndexFunc(grouped, func(c collected) bool { return c.key == key })
		if i < 0 {
			grouped = append(grouped, collected{key: key})
			i = len(grouped) - 1
		}
		grouped[i].fields = append(grouped[i].fields, fields...)
	}
	fragment := func(condition string, set ast.SelectionSet) {
		if condition != "" && !e.doesFragmentTypeApply(objectType, condition) {
			return
		}
		for _, c := range e.collectFields(objectType, set, visited) {
			add(c.key, c.fields...)
		}
	}
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if e.included(s.Directives) {
				add(s.Alias, s)
			}
		case *ast.FragmentSpread:
			if e.included(s.Directives) && !visited[s.Name] {
				visited[s.Name] = true
				fragment(s.Definition.TypeCondition, s.Definition.SelectionSet)
			}
		case *ast.InlineFragment:
			if e.included(s.Directives) {
				fragment(s.TypeCondition, s.SelectionSet)
			}
		}
	}
	return grouped
}

// included says that no @skip is true and no @include false.
func (e *executor) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		condition := d.ArgumentMap(e.variables)["if"]
		if d.Name == "skip" && condition == true || d.Name == "include" && condition == false {
			return false
		}
	}
	return true
}

func (e *executor) doesFragmentTypeApply(objectType *ast.Definition, condition string) bool {
	return slices.ContainsFunc(e.schema.GetPossibleTypes(e.schema.Types[condition]), func(d *ast.Definition) bool { return d.Name == objectType.Name })
}

// executeSelectionSet is ExecuteSelectionSet (section 6.3): JSON of an object, or null where a field that is not null has none.
func (e *executor) executeSelectionSet(grouped []collected, objectType *ast.Definition, object any, path []string) (json []byte, null bool) {
	json = []byte("{")
	for i, f := range grouped {
		value, null := e.executeField(f, objectType, object, path)
		if null && e.definition(objectType, f.fields[0]).NonNull {
			return nil, true
		}
		if i > 0 {
			json = append(json, ',')
		}
		json = append(append(append(json, quoted(f.key)...), ':'), value...)
	}
	return append(json, '}'), false
}

func (e *executor) definition(objectType *ast.Definition, f *ast.Field) *ast.Type {
	if f.Name == "__typename" {
		return ast.NonNullNamedType("String", nil)
	}
	return objectType.Fields.ForName(f.Name).Type
}

// executeField is ExecuteField (section 6.4).
func (e *executor) executeField(f collected, objectType *ast.Definition, object any, path []string) (json []byte, null bool) {
	field := f.fields[0]
	path = append(path[:len(path):len(path)], f.key)
	if field.Name == "__typename" {
		return quoted(objectType.Name), false
	}
	resolved, err := e.resolve(object, field.Name, field.ArgumentMap(e.variables))
	if err != nil {
		e.bad = err
		return []byte("null"), true
	}
	return e.completeValue(e.definition(objectType, field), f.fields, resolved, path)
}

// completeValue is CompleteValue (section 6.4.3), and what section 6.4.4 says of errors: one for each value that is missing though it may
// not be, where it is missing.
func (e *executor) completeValue(typ *ast.Type, fields []*ast.Field, result any, path []string) (json []byte, null bool) {
	if typ.NonNull {
		nullable := *typ
		nullable.NonNull = false
		before := len(e.errors)
		json, null := e.completeValue(&nullable, fields, result, path)
		if null && len(e.errors) == before {
			e.errors = append(e.errors, strings.Join(path, "."))
		}
		return json, null
	}
	if result == nil {
		return []byte("null"), true
	}
	if typ.Elem != nil {
		json = []byte("[")
		for i, item := range result.([]any) {
			value, null := e.completeValue(typ.Elem, fields, item, append(path[:len(path):len(path)], fmt.Sprint(i)))
			if null && typ.Elem.NonNull {
				return []byte("null"), true
			}
			if i > 0 {
				json = append(json, ',')
			}
			json = append(json, value...)
		}
		return append(json, ']'), false
	}
	def := e.schema.Types[typ.Name()]
	if def.IsLeafType() {
		if json, ok := coerceResult(def, result); ok {
			return json, false
		}
		e.errors = append(e.errors, strings.Join(path, "."))
		return []byte("null"), true
	}
	if def.IsAbstractType() {
		def = e.schema.Types[result.(interface{ typename() string }).typename()]
	}
	// MergeSelectionSets
	var set ast.SelectionSet
	for _, f := range fields {
		set = append(set, f.SelectionSet...)
	}
	if json, null = e.executeSelectionSet(e.collectFields(def, set, map[string]bool{}), def, result, path); null {
		return []byte("null"), true
	}
	return json, false
}

// coerceResult is result coercion (section 3.5): Int is a whole number of 32 bits, Float is finite, a text is no number.
func coerceResult(def *ast.Definition, v any) (json []byte, ok bool) {
	switch v := v.(type) {
	case int64:
		if def.Name == "Int" && (v < math.MinInt32 || v > math.MaxInt32) || def.Name != "Int" && def.Name != "Float" {
			return nil, false
		}
		return fmt.Append(nil, v), true
	case float64:
		if def.Name != "Float" || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, false
		}
		return marshal(v), true
	case bool:
		return fmt.Append(nil, v), def.Name == "Boolean"
	case string:
		return quoted(v), !slices.Contains([]string{"Int", "Float", "Boolean"}, def.Name)
	}
	return nil, false
}

func quoted(s string) []byte { return marshal(s) }

func marshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // scalars only
	}
	return b
}
