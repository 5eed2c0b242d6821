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

// property: "A date filter holds when the whole interval dateFrom–dateTo meets it (`gte: X`: dateFrom ≥ X; `lte: X`: dateTo ≤ X; `eq`: the exact day)."
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

// less is one key of an order.
type less func(a, b row) int

// sort: "Every order is made total: by id, on relation fields by the relation's id. That is the default order too, but `Report.paragraphs`
// come by position, participants by their place in the text." "`<Type>Order`: exactly one key in each object". "`date` orders by dateFrom,
// then dateTo. Nulls last, both ways."
func (e *executor) sort(c connection, order *ontology.Order, by []any) error {
	var keys []less
	for _, one := range by {
		k, err := e.order(c, c.of, one, func(r row) *store.NodeSum { return r.node }, true)
		if err != nil {
			return err
		}
		keys = append(keys, k)
	}
	if len(by) == 0 && order != nil {
		keys = append(keys, func(a, b row) int {
			if order.Ordinal {
				return cmp.Compare(a.relation.Ordinal, b.relation.Ordinal)
			}
			return nullsLast(a.node.Properties[order.Property.Name], b.node.Properties[order.Property.Name], false)
		})
	}
	slices.SortFunc(c.all, func(a, b row) int {
		for _, k := range keys {
			if by := k(a, b); by != 0 {
				return by
			}
		}
		if a.relation != nil {
			return strings.Compare(a.relation.ID, b.relation.ID)
		}
		return strings.Compare(a.node.ID, b.node.ID)
	})
	return nil
}

// order is one object of orderBy, on the node that a row leads to.
func (e *executor) order(c connection, of string, object any, at func(row) *store.NodeSum, top bool) (less, error) {
	key, v := "", any(nil)
	for k, given := range object.(map[string]any) {
		if given != nil && v != nil {
			return nil, errBadInput
		}
		if given != nil {
			key, v = k, given
		}
	}
	if v == nil {
		return nil, errBadInput
	}
	ofRow := func(properties []*ontology.Property, get func(row, string) any) less {
		columns := []string{key}
		if key == "date" && ontology.HasInterval(properties) {
			columns = []string{"dateFrom", "dateTo"}
		}
		text := key == "name" || slices.ContainsFunc(properties, func(p *ontology.Property) bool { return p.Name == key && p.Kind == ontology.String })
		return func(a, b row) int {
			for _, column := range columns {
				x, y := get(a, column), get(b, column)
				if text && x != nil && y != nil {
					if c := nullsLast(fold.Name(x.(string)), fold.Name(y.(string)), v == "DESC"); c != 0 {
						return c
					}
				}
				if c := nullsLast(x, y, v == "DESC"); c != 0 {
					return c
				}
			}
			return 0
		}
	}
	if of == "Relation" {
		return ofRow(e.o.RelationProperties, func(r row, column string) any {
			switch column {
			case "id":
				return r.relation.ID
			case "type":
				return r.relation.Type.Name
			}
			return r.relation.Properties[column]
		}), nil
	}
	if key == "relation" {
		if !c.here || !top {
			return nil, errBadInput
		}
		return e.order(c, "Relation", v, nil, false)
	}
	var properties []*ontology.Property
	if t := e.o.Type(of); t != nil {
		properties = t.Properties
		if f := t.Field(strings.TrimSuffix(key, "Count")); f != nil && !f.One {
			return func(a, b row) int {
				count := func(r row) any {
					if n := at(r); n != nil {
						return int64(len(c.g.Following(n.ID, f)))
					}
					return nil
				}
				return nullsLast(count(a), count(b), v == "DESC")
			}, nil
		}
		if f := t.Field(key); f != nil {
			return e.order(c, f.FarName, v, func(r row) *store.NodeSum {
				if n := at(r); n != nil {
					if follow := c.g.Following(n.ID, f); len(follow) > 0 {
						return c.g.Far(follow[0], n.ID)
					}
				}
				return nil
			}, false)
		}
	}
	return ofRow(properties, func(r row, column string) any {
		n := at(r)
		switch {
		case n == nil:
			return nil
		case column == "id":
			return n.ID
		case column == "name":
			return n.Name
		}
		return n.Properties[column]
	}), nil
}

func nullsLast(a, b any, desc bool) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	case desc:
		return compare(b, a)
	}
	return compare(a, b)
}
