package plan

import (
	"encoding/json"
	"fmt"
	"strconv"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
)

// Arguments arrive as gqlparser and encoding/json leave them: numbers as int64, float64 or json.Number, enums as strings, a single value
// where a list of one is meant.

func asString(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	default:
		return fmt.Sprint(v)
	}
}

func asInt(v any) (int64, bool) {
	switch v := v.(type) {
	case int64:
		return v, true
	case int:
		return int64(v), true
	case float64:
		return int64(v), v == float64(int64(v))
	case json.Number:
		n, err := strconv.ParseInt(v.String(), 10, 64)
		return n, err == nil
	}
	return 0, false
}

func asFloat(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case json.Number:
		f, err := v.Float64()
		return f, err == nil
	}
	n, ok := asInt(v)
	return float64(n), ok
}

// day reads an argument that is a date; "" where it is absent or null.
func day(args map[string]any, name string, at place) (string, *Error) {
	v := args[name]
	if v == nil {
		return "", nil
	}
	if s := asString(v); ontology.IsDay(s) {
		return s, nil
	}
	return "", badInput(nil, "%s(%s: %q) must be a day, YYYY-MM-DD", at, name, asString(v))
}

func asList(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	default:
		return []any{v}
	}
}

// key makes a Get look for the values that are given for a lookup's key.
func (g *Get) key(k ontology.Key, given map[string]any, o *ontology.Ontology, at place) *Error {
	if k.ByName {
		g.Name = asString(given["name"])
		g.Folded = []string{fold.Name(g.Name)}
		if g.Name == "" {
			return badInput(nil, "%s(name:) is empty", at)
		}
		return nil
	}
	if k.Text() {
		g.Name = asString(given[k.By[0].Name])
		g.Folded = k.Folded(fold.Name(g.Name))
		return nil
	}
	var all []KeyValue
	for _, p := range k.By {
		v := Value(asString(given[p.Name]))
		switch p.Kind {
		case ontology.Int:
			n, ok := asInt(given[p.Name])
			if !ok {
				return badInput(nil, "%s(%s: %v) must be a whole number", at, p.Name, given[p.Name])
			}
			v = n
		case ontology.Date:
			if !p.Admits(v) {
				return badInput(nil, "%s(%s: %q) must be a day, YYYY-MM-DD", at, p.Name, v)
			}
		}
		all = append(all, KeyValue{p, v})
	}
	g.Keys = [][]KeyValue{all}
	if k.OrBy != nil {
		g.Keys = append(g.Keys, []KeyValue{{k.OrBy, all[0].Value}})
	}
	return nil
}
