package plan

import "slices"

// Values are shared: who asks the same at the same time gets the same. So what changes a value makes another one.

// Map is the list of what each gives for the elements of a list; nil where there is no list.
func Map(list Value, each func(i int, element Value) Value) Value {
	from, ok := list.([]Value)
	if !ok {
		return nil
	}
	to := make([]Value, len(from))
	for i, v := range from {
		to[i] = each(i, v)
	}
	return to
}

// with is a list with another value at an index.
func with(list Value, at int, each func(Value) Value) Value {
	to := slices.Clone(list.([]Value))
	to[at] = each(to[at])
	return to
}

// EachTuple is a value of the query with other tuples, of nodes and of relations.
func (g *Get) EachTuple(value Value, node, relation func(Value) Value) Value {
	return Map(value, func(_ int, row Value) Value {
		return with(row, 3, func(tuple Value) Value {
			if tuple.([]Value)[0] == "Relation" {
				return relation(tuple)
			}
			return node(tuple)
		})
	})
}

// EachTuple is a value of the page with other tuples: of relations and nodes of its rows, and of the nodes of its groups.
func (p *Page) EachTuple(value Value, relation, node func(Value) Value, group func(i int, tuple Value) Value) Value {
	rows := func(v Value) Value {
		return Map(v, func(_ int, row Value) Value { return with(with(row, 1, relation), 2, node) })
	}
	groups := func(v Value) Value {
		return Map(v, func(i int, of Value) Value {
			one := func(v Value) Value { return with(v, 3, func(tuple Value) Value { return group(i, tuple) }) }
			return with(of, 0, func(v Value) Value { return Map(v, func(_ int, v Value) Value { return one(v) }) })
		})
	}
	if value = with(value, 0, rows); len(value.([]Value)) <= 5 {
		return value
	}
	return with(value, 5, groups)
}
