package plan

import (
	"fmt"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
)

// property reads the key of a stored property, which is one of these.
func (f *filters) property(m map[string]any, p *ontology.Property, properties []*ontology.Property) []Condition {
	return f.compare(m[p.Name], p.Name, p.Kind, p.Name == "date" && ontology.HasInterval(properties))
}

// compare reads the operators of a filter in a fixed order. With interval the column is date, and the whole of dateFrom–dateTo must meet a
// bound.
func (f *filters) compare(v any, column string, kind ontology.Kind, interval bool) (all []Condition) {
	m, _ := v.(map[string]any)
	for _, op := range []struct {
		key     string
		op      Op
		negated bool
		bound   string // the end of an interval that it looks at
	}{
		{"eq", Eq, false, ""}, {"ne", Eq, true, ""}, {"in", In, false, ""}, {"notIn", In, true, ""},
		{"lt", Lt, false, "dateTo"}, {"lte", Lte, false, "dateTo"}, {"gt", Gt, false, "dateFrom"}, {"gte", Gte, false, "dateFrom"},
		{"contains", Contains, false, ""}, {"startsWith", StartsWith, false, ""}, {"endsWith", EndsWith, false, ""},
	} {
		given := m[op.key]
		if given == nil {
			continue
		}
		c := Compare{Column: column, Kind: kind, Op: op.op, Folded: kind == ontology.String, Plain: kind == ontology.String && plainly(column, op.op)}
		if interval && op.bound != "" {
			c.Column = op.bound
		}
		condition := f.operands(c, given, op.key)
		if op.negated {
			condition = Not{condition}
		}
		all = append(all, condition)
	}
	if null := m["isNull"]; null != nil {
		f.count(1)
		var condition Condition = Compare{Column: column, Kind: kind, Op: IsNull}
		if null == false {
			condition = Not{condition}
		}
		all = append(all, condition)
	}
	return all
}

// few marks the comparisons that can hold of a few nodes only.
func few(all []Condition) []Condition {
	for i, c := range all {
		if c, ok := c.(Compare); ok && (c.Op == Eq || c.Op == In) {
			c.Few = true
			all[i] = c
		}
	}
	return all
}

func (f *filters) count(n int) {
	if *f.counted += n; *f.counted > maxConditions {
		f.fail(&Error{Code: QueryTooCostly, Message: fmt.Sprintf("%s: the request has more than %d conditions, which is the limit: "+
			"every value, every step along a relation and every element of a list is one", f.argument, maxConditions)})
	}
}

// plainly says whether text is compared as it is written, but for case, diacritics and compatibility forms: parts of any text, and text
// that is no name as a whole.
func plainly(column string, op Op) bool {
	switch op {
	case Contains, StartsWith, EndsWith:
		return true
	case Eq, In:
		return column != "name" && column != "aliases"
	}
	return false
}

// operands completes a comparison with what is compared with. Text that folds to nothing equals nothing, and stands nowhere.
func (f *filters) operands(c Compare, given any, op string) Condition {
	whole := c.Op == Lt || c.Op == Lte || c.Op == Gt || c.Op == Gte
	if c.Op != In {
		if c.Value = f.value(given, c, op); c.Value == "" && c.Folded && !whole {
			return Some{}
		}
		return c
	}
	values := []Value{}
	for _, one := range asList(given) {
		if f.err != nil {
			break
		}
		if v := f.value(one, c, op); v != "" || !c.Folded {
			values = append(values, v)
		}
	}
	c.Value = values
	return c
}

// value reads a value to compare with.
func (f *filters) value(v any, c Compare, op string) Value {
	kind := c.Kind
	f.count(1)
	switch kind {
	case ontology.Int:
		if n, ok := asInt(v); ok {
			return n
		}
	case ontology.Float:
		if n, ok := asFloat(v); ok {
			return n
		}
	case ontology.Boolean:
		if b, ok := v.(bool); ok {
			return b
		}
	case ontology.Date:
		if day := asString(v); ontology.IsDay(day) {
			return day
		}
		f.fail(badInput(nil, "%s compares a date by %s with %q: it must be a day, YYYY-MM-DD", f.argument, op, asString(v)))
	case ontology.String:
		if c.Plain {
			return fold.Plain(asString(v))
		}
		return fold.Name(asString(v))
	default:
		return asString(v)
	}
	f.fail(badInput(nil, "%s compares by %s with %v, which is no value of that field", f.argument, op, v))
	return ""
}
