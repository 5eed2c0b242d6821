package spec

import (
	"cmp"
	"slices"
	"strings"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

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
	if of == "Relation" {
		return byProperty(key, v == "DESC", e.o.RelationProperties, func(r row, column string) any {
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
	return byProperty(key, v == "DESC", properties, func(r row, column string) any {
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

// byProperty orders rows by a property, or by id or name, which get gives of each; a date with an interval by its ends.
func byProperty(key string, desc bool, properties []*ontology.Property, get func(row, string) any) less {
	columns := []string{key}
	if key == "date" && ontology.HasInterval(properties) {
		columns = []string{"dateFrom", "dateTo"}
	}
	text := key == "name" || slices.ContainsFunc(properties, func(p *ontology.Property) bool { return p.Name == key && p.Kind == ontology.String })
	return func(a, b row) int {
		for _, column := range columns {
			x, y := get(a, column), get(b, column)
			if text && x != nil && y != nil {
				if c := nullsLast(fold.Name(x.(string)), fold.Name(y.(string)), desc); c != 0 {
					return c
				}
			}
			if c := nullsLast(x, y, desc); c != 0 {
				return c
			}
		}
		return 0
	}
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
