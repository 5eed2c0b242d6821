package plan

import (
	"fmt"
	"slices"

	"councilgraph/graph/ontology"
)

// Filters become conditions. Keys of one object are ANDed, in the schema's order, so that equal filters make equal plans; null is no
// condition.

// How much filters may hold: every level may be a step through the graph. Conditions are counted over the whole request: every value that
// is compared with, every step along a relation, every element of a list.
const (
	maxNesting    = 12
	maxConditions = 500
)

// filters reads the filters of one argument.
type filters struct {
	o        *ontology.Ontology
	argument string // as errors call it: persons(where:)
	counted  *int   // conditions of the request so far
	err      *Error // the first
}

func (r *request) filters(at place, argument string) *filters {
	return &filters{o: r.o, counted: &r.conditions, argument: fmt.Sprintf("%s(%s:)", at, argument)}
}

func (f *filters) fail(e *Error) Condition {
	if f.err == nil {
		f.err = e
	}
	return Every{}
}

// object reads the keys of a filter object; each gives the condition of a key with a value, and knows further keys by more.
func (f *filters) object(v any, depth int, each func(m map[string]any, depth int) []Condition) Condition {
	m, _ := v.(map[string]any)
	if depth > maxNesting {
		return f.fail(&Error{Code: QueryTooDeep, Message: fmt.Sprintf("%s is nested more than %d levels deep, which is the limit", f.argument, maxNesting)})
	}
	all := each(m, depth+1)
	combine := func(v any) (list []Condition) {
		for _, one := range asList(v) {
			if f.count(1); f.err != nil {
				break
			}
			list = append(list, f.object(one, depth+1, each))
		}
		return list
	}
	if v := m["and"]; v != nil {
		all = append(all, conjunction(combine(v)))
	}
	if v := m["or"]; v != nil {
		all = append(all, disjunction(combine(v)))
	}
	if v := m["not"]; v != nil {
		f.count(1)
		all = append(all, negation(f.object(v, depth+1, each)))
	}
	return conjunction(all)
}

// node reads the filter of a label: <Type>Where.
func (f *filters) node(t *ontology.Type, v any, depth int) Condition {
	return f.object(v, depth, func(m map[string]any, depth int) (all []Condition) {
		all = append(all, f.named(m)...)
		keys := t.KeyProperties()
		for _, p := range t.Properties {
			of := f.property(m, p, t.Properties)
			if slices.Contains(keys, p) {
				of = few(of)
			}
			all = append(all, of...)
		}
		for _, field := range t.Fields {
			v := m[field.Name]
			switch {
			case v == nil:
			case field.One:
				f.count(1)
				all = append(all, Linked{Via: ViaField, Field: field, Where: f.far(field.FarName, v, depth)})
			default:
				all = append(all, f.related(field, v, depth)...)
			}
		}
		if v := m["evidence"]; v != nil && t.Evidenced {
			all = append(all, Cited{f.evidence(v, depth)})
		}
		return all
	})
}

// named reads the keys that every entity has.
func (f *filters) named(m map[string]any) (all []Condition) {
	all = append(all, few(f.compare(m["id"], "id", ontology.Enum, false))...)
	all = append(all, few(f.compare(m["name"], "name", ontology.String, false))...)
	return append(all, f.compare(m["aliases"], "aliases", ontology.String, false)...)
}

// entity reads EntityWhere.
func (f *filters) entity(v any, depth int) Condition {
	return f.object(v, depth, func(m map[string]any, depth int) (all []Condition) {
		all = append(all, f.named(m)...)
		all = append(all, f.compare(m["type"], "type", ontology.Enum, false)...)
		for _, t := range f.o.Types {
			if v := m[t.Lookup]; v != nil {
				all = append(all, conjunction([]Condition{Labelled{[]*ontology.Type{t}}, f.node(t, v, depth)}))
			}
		}
		return all
	})
}

// far reads the filter of a field's far end.
func (f *filters) far(name string, v any, depth int) Condition {
	if t := f.o.Type(name); t != nil {
		return f.node(t, v, depth)
	}
	return f.entity(v, depth)
}

// related reads <Far>RelationFilter. All holds where there is none, as in logic.
func (f *filters) related(field *ontology.Field, v any, depth int) (all []Condition) {
	m, _ := v.(map[string]any)
	if v := m["some"]; v != nil {
		all = append(all, Related{Field: field, Where: f.row(field, v, depth), Op: Gte, Count: 1})
	}
	if v := m["none"]; v != nil {
		all = append(all, Related{Field: field, Where: f.row(field, v, depth), Op: Eq})
	}
	if v := m["all"]; v != nil {
		all = append(all, Related{Field: field, Where: negation(f.row(field, v, depth)), Op: Eq})
	}
	if v := m["single"]; v != nil {
		all = append(all, Related{Field: field, Where: f.row(field, v, depth), Op: Eq, Count: 1})
	}
	for _, c := range f.compare(m["count"], "count", ontology.Int, false) {
		all = append(all, counted(field, c))
	}
	return all
}

// counted turns comparisons of a number into those of how many relations there are: there always is such a number.
func counted(field *ontology.Field, c Condition) Condition {
	switch c := c.(type) {
	case Not:
		return Not{counted(field, c.Of)}
	case Compare:
		switch c.Op {
		case IsNull:
			return Some{}
		case In:
			any := Some{}
			for _, v := range c.Value.([]Value) {
				any = append(any, Related{Field: field, Op: Eq, Count: v.(int64)})
			}
			return any
		}
		return Related{Field: field, Op: c.Op, Count: c.Value.(int64)}
	}
	panic(fmt.Sprintf("a filter of a number makes no %T", c))
}

// row reads <Far>RelationWhere.
func (f *filters) row(field *ontology.Field, v any, depth int) Condition {
	f.count(1)
	m, _ := v.(map[string]any)
	return f.rows(m["node"], field.FarName, m["relation"], m["evidence"], depth+1)
}

// rows reads what is asked of the far node of a relation, of itself and of its evidence.
func (f *filters) rows(node any, far string, relation, evidence any, depth int) Condition {
	var all []Condition
	if node != nil {
		all = append(all, OnNode{f.far(far, node, depth)})
	}
	if relation != nil {
		all = append(all, OnRelation{f.relation(relation, depth)})
	}
	if evidence != nil {
		all = append(all, OnRelation{Cited{f.evidence(evidence, depth)}})
	}
	return conjunction(all)
}

// relation reads RelationWhere.
func (f *filters) relation(v any, depth int) Condition {
	return f.object(v, depth, func(m map[string]any, depth int) (all []Condition) {
		all = append(all, f.compare(m["id"], "id", ontology.Enum, false)...)
		all = append(all, f.compare(m["type"], "type", ontology.Enum, false)...)
		if v := m["from"]; v != nil {
			f.count(1)
			all = append(all, Linked{Via: ViaFrom, Where: f.entity(v, depth)})
		}
		if v := m["to"]; v != nil {
			f.count(1)
			all = append(all, Linked{Via: ViaTo, Where: f.entity(v, depth)})
		}
		for _, p := range f.o.RelationProperties {
			all = append(all, f.property(m, p, f.o.RelationProperties)...)
		}
		if v := m["evidence"]; v != nil {
			all = append(all, Cited{f.evidence(v, depth)})
		}
		return all
	})
}

// evidence reads EvidenceWhere.
func (f *filters) evidence(v any, depth int) Condition {
	f.count(1)
	return f.object(v, depth, func(m map[string]any, depth int) (all []Condition) {
		for _, t := range f.o.Types {
			via, ok := map[string]Via{"report": ViaReport, "paragraph": ViaParagraph}[t.Lookup]
			if v := m[t.Lookup]; ok && v != nil {
				all = append(all, Linked{Via: via, Where: f.node(t, v, depth)})
			}
		}
		all = append(all, f.compare(m["quote"], "quote", ontology.String, false)...)
		return append(all, f.compare(m["rule"], "rule", ontology.String, false)...)
	})
}
