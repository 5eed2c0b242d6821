package spec

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// Filters, as api.md tells of them: "Keys of one object are ANDed, also beside `or`. `and: []` holds, `or: []` fails, `not: {}` fails,
// `in: []` matches nothing; null is no condition."
func logic(where any, holds func(key string, v any) bool) bool {
	w, _ := where.(map[string]any)
	again := func(v any) bool { return logic(v, holds) }
	for key, v := range w {
		ok := true
		switch {
		case v == nil:
		case key == "and":
			ok = !slices.ContainsFunc(items(v), func(one any) bool { return !again(one) })
		case key == "or":
			ok = slices.ContainsFunc(items(v), again)
		case key == "not":
			ok = !again(v)
		default:
			ok = holds(key, v)
		}
		if !ok {
			return false
		}
	}
	return true
}

// meetsNode: of is a label or Entity. "`EntityWhere.person` holds for persons that meet it, and for nothing else."
func (e *executor) meetsNode(g *storetest.Graph, where any, of string, n *store.NodeSum) bool {
	return logic(where, func(key string, v any) bool {
		switch key {
		case "id":
			return operators(v, ontology.Enum, n.ID)
		case "name":
			return operators(v, ofName, n.Name)
		case "aliases":
			return operators(v, ofName, anys(n.Aliases)...)
		case "evidence":
			return e.cited(g, g.NodeEvidence(n), v)
		}
		t := e.o.Type(of)
		if t == nil {
			if key == "type" {
				return operators(v, ontology.Enum, n.Type)
			}
			return e.o.Type(n.Type).Lookup == key && e.meetsNode(g, v, n.Type, n)
		}
		f := t.Field(key)
		if f == nil {
			return property(v, key, t.Properties, n.Properties)
		}
		rows := rowsAt(g, n.ID, []*ontology.Relation{f.Relation}, f.Direction)
		if f.One {
			return slices.ContainsFunc(rows, func(r row) bool { return e.meetsNode(g, v, f.FarName, r.node) })
		}
		return logic(v, func(quantifier string, v any) bool {
			met := 0
			for _, r := range rows {
				if quantifier != "count" && logic(v, func(key string, v any) bool {
					switch key {
					case "node":
						return e.meetsNode(g, v, f.FarName, r.node)
					case "relation":
						return e.meetsRelation(g, v, r.relation)
					}
					return e.cited(g, g.RelationEvidence(r.relation), v)
				}) {
					met++
				}
			}
			switch quantifier {
			case "some":
				return met > 0
			case "none":
				return met == 0
			case "all":
				return met == len(rows)
			case "single":
				return met == 1
			}
			return operators(v, ontology.Int, int64(len(rows)))
		})
	})
}

func (e *executor) meetsRelation(g *storetest.Graph, where any, r *store.Relation) bool {
	return logic(where, func(key string, v any) bool {
		switch key {
		case "id":
			return operators(v, ontology.Enum, r.ID)
		case "type":
			return operators(v, ontology.Enum, r.Type.Name)
		case "from":
			return e.meetsNode(g, v, "Entity", g.Nodes[r.From])
		case "to":
			return e.meetsNode(g, v, "Entity", g.Nodes[r.To])
		case "evidence":
			return e.cited(g, g.RelationEvidence(r), v)
		}
		return property(v, key, e.o.RelationProperties, r.Properties)
	})
}

// cited: "`evidence` holds when one piece meets the whole object".
func (e *executor) cited(g *storetest.Graph, all []*storetest.Evidence, where any) bool {
	return slices.ContainsFunc(all, func(one *storetest.Evidence) bool {
		return logic(where, func(key string, v any) bool {
			switch key {
			case "report":
				return e.meetsNode(g, v, "Report", g.Nodes[one.Report])
			case "paragraph":
				return e.meetsNode(g, v, "Paragraph", g.Nodes[one.Paragraph])
			case "quote":
				return operators(v, ontology.String, one.Quote)
			}
			return operators(v, ontology.String, one.Rule)
		})
	})
}

// property: "A date filter holds when the whole interval dateFrom–dateTo meets it (`gte: X`: dateFrom ≥ X; `lte: X`: dateTo ≤ X; `eq`: the
// exact day)."
func property(filter any, name string, declared []*ontology.Property, values map[string]any) bool {
	i := slices.IndexFunc(declared, func(p *ontology.Property) bool { return p.Name == name })
	kind := declared[i].Kind
	if name != "date" || !ontology.HasInterval(declared) {
		return operators(filter, kind, value(values, name)...)
	}
	return logic(filter, func(op string, v any) bool {
		column := "date"
		switch op {
		case "gt", "gte":
			column = "dateFrom"
		case "lt", "lte":
			column = "dateTo"
		}
		return operators(map[string]any{op: v}, kind, value(values, column)...)
	})
}

func value(values map[string]any, name string) []any {
	if v, ok := values[name]; ok {
		return []any{v}
	}
	return nil
}

// operators: values are those of the field: nil where it is missing, any number of a list. "On a missing value every operator but `isNull`,
// `ne`, `notIn` is false; `ne` and `notIn` are the negations of `eq` and `in`". "`aliases`: a positive operator needs one alias, `ne` and
// `notIn` need all." No list is missing.
func operators(filter any, kind ontology.Kind, values ...any) bool {
	return logic(filter, func(op string, operand any) bool {
		switch op {
		case "ne":
			return !operators(map[string]any{"eq": operand}, kind, values...)
		case "notIn":
			return !operators(map[string]any{"in": operand}, kind, values...)
		case "isNull":
			return (values == nil) == operand.(bool)
		case "in":
			return slices.ContainsFunc(items(operand), func(one any) bool { return operators(map[string]any{"eq": one}, kind, values...) })
		}
		return slices.ContainsFunc(values, func(v any) bool {
			operand := operand
			if kind == ontology.String || kind == ofName {
				folded, bound := folding(kind, op)
				if v, operand = folded(v.(string)), folded(operand.(string)); operand == "" && !bound {
					return false
				}
			}
			switch c := compare(v, operand); op {
			case "eq":
				return c == 0
			case "lt":
				return c < 0
			case "lte":
				return c <= 0
			case "gt":
				return c > 0
			case "gte":
				return c >= 0
			case "contains":
				return strings.Contains(v.(string), operand.(string))
			case "startsWith":
				return strings.HasPrefix(v.(string), operand.(string))
			case "endsWith":
				return strings.HasSuffix(v.(string), operand.(string))
			}
			panic("no operator " + op)
		})
	})
}

// ofName is the kind of names and aliases.
const ofName = ontology.Kind(-1)

// folding: "`eq`, `in` and their negations on `name` and `aliases` fold as names do; every other text, and `contains`, `startsWith`,
// `endsWith` everywhere, fold case, diacritics and compatibility forms alone". Bounds compare as orders do: by names' fold.
func folding(kind ontology.Kind, op string) (folded func(string) string, bound bool) {
	switch {
	case slices.Contains([]string{"lt", "lte", "gt", "gte"}, op):
		return fold.Name, true
	case op == "eq" && kind == ofName:
		return fold.Name, false
	}
	return fold.Plain, false
}

// compare compares values of one kind: text by code point, numbers however they were written, false before true.
func compare(a, b any) int {
	switch a := a.(type) {
	case string:
		return strings.Compare(a, fmt.Sprint(b))
	case bool:
		return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b))
	}
	float := func(v any) (f float64) {
		if _, err := fmt.Sscan(fmt.Sprint(v), &f); err != nil {
			panic(err)
		}
		return f
	}
	return cmp.Compare(float(a), float(b))
}
