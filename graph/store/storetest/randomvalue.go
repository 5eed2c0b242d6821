package storetest

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// column is where the values of an argument are to be found.
func (q *querist) column(f *ast.FieldDefinition, argument string) string {
	switch {
	case argument == "after":
		return "evidence"
	case f.Name == "compareReports":
		return "Report"
	case slices.Contains([]string{"of", "from", "to", "avoid"}, argument):
		return "Entity"
	case argument == "id" && len(q.values[f.Type.Name()]) > 0 && q.often(90):
		return f.Type.Name()
	case argument == "ids":
		return "id"
	}
	return argument
}

// value draws a value of an input type for a column or an argument of this name.
func (q *querist) value(typ *ast.Type, name string, deep int) any {
	if typ.Elem != nil {
		n := q.many(q.IntN(4), 60)
		if name == "orderBy" || typ.NonNull {
			n = 1 + q.IntN(3)
		}
		list := []any{}
		for range n {
			list = append(list, q.value(typ.Elem, name, deep))
		}
		return list
	}
	def := q.schema.Types[typ.Name()]
	switch def.Kind {
	case ast.Enum:
		values := def.EnumValues
		if !q.atNode && q.often(98) { // those of the row's relation are for lists at a node
			ofRelation := func(v *ast.EnumValueDefinition) bool { return strings.HasPrefix(v.Name, "RELATION_") }
			if own := slices.DeleteFunc(slices.Clone(values), ofRelation); len(own) > 0 {
				values = own
			}
		}
		return enum(one(q.Rand, values...).Name)
	case ast.InputObject:
		return q.object(def, name, deep)
	}
	known := q.values[name]
	switch {
	case typ.Name() == "Int" && slices.Contains([]string{"first", "depth", "maxLength", "perNode"}, name):
		return int64(q.many(1+q.IntN(4), map[string]int{"depth": 6, "maxLength": 6, "perNode": 100, "first": 1000}[name]))
	case typ.Name() == "ID" && len(known) == 0:
		known = q.values["id"]
	case typ.Name() == "Date" && (name == "Entity" || len(known) == 0 || q.often(50)):
		return one(q.Rand, append(reportDays[:4:4], calendar...)...)
	case typ.Name() == "Boolean":
		return q.often(50)
	}
	if len(known) > 0 && (typ.Name() != "String" || q.often(90)) {
		return one(q.Rand, known...)
	}
	switch typ.Name() {
	case "Int":
		return one[int64](q.Rand, 0, 1, 2, 3)
	case "Float":
		return one(q.Rand, 0.0, 0.5, 1)
	}
	return one(q.Rand, texts...)
}

// object draws an input object: one key of an order and of a count of relations, else one or two, simpler ones the deeper they stand.
func (q *querist) object(def *ast.Definition, name string, deep int) map[string]any {
	keys := slices.DeleteFunc(slices.Clone(def.Fields), func(f *ast.FieldDefinition) bool {
		to := q.schema.Types[f.Type.Name()]
		ofValue := strings.HasSuffix(to.Name, "Filter") && !strings.HasSuffix(to.Name, "RelationFilter")
		return deep >= 3 && to.Kind == ast.InputObject && !ofValue && !strings.HasSuffix(def.Name, "Filter")
	})
	if strings.HasSuffix(def.Name, "Order") && (!q.atNode || deep > 0) && q.often(98) { // it is there on lists at a node only
		keys = slices.DeleteFunc(keys, func(f *ast.FieldDefinition) bool { return f.Name == "relation" })
	}
	n := 1
	if !strings.HasSuffix(def.Name, "Order") && q.often(20) {
		n = 2
	}
	if !strings.HasSuffix(def.Name, "Order") && q.greedy {
		n = 1 + q.IntN(4)
	}
	object := map[string]any{}
	for range n {
		if len(keys) == 0 {
			break
		}
		key := one(q.Rand, keys...)
		if date := def.Fields.ForName("date"); date != nil && q.often(25) {
			key = date // rare, and the one that is an interval
		}
		column := key.Name
		if strings.HasSuffix(def.Name, "Filter") && !strings.HasSuffix(def.Name, "RelationFilter") {
			column = name // an operator: what it compares with is a value of the column
		}
		v := q.value(key.Type, column, deep+1)
		if s, ok := v.(string); ok && len(s) > 1 && slices.Contains([]string{"contains", "startsWith", "endsWith"}, key.Name) {
			runes := []rune(s)
			from := q.IntN(len(runes))
			s = string(runes[from : from+1+q.IntN(len(runes)-from)])
			v = s
		}
		object[key.Name] = v
	}
	return object
}

// literal writes a value as GraphQL.
func (q *querist) literal(v any) string {
	switch v := v.(type) {
	case enum:
		return string(v)
	case map[string]any:
		var parts []string
		for _, k := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, k+": "+q.literal(v[k]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case []any:
		var parts []string
		for _, item := range v {
			parts = append(parts, q.literal(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // scalars are all that is left
	}
	return strings.TrimSpace(b.String())
}

// plain is a value as a variable holds it.
func plain(v any) any {
	switch v := v.(type) {
	case enum:
		return string(v)
	case map[string]any:
		object := map[string]any{}
		for k, item := range v {
			object[k] = plain(item)
		}
		return object
	case []any:
		list := []any{}
		for _, item := range v {
			list = append(list, plain(item))
		}
		return list
	}
	return v
}
