package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/ontology"
)

// Root is the plan of one root field, or why there is none. Where it has References, they are to be found first, and it is to be planned
// again With them.
type Root struct {
	Key        string // the response key
	Plan       *Plan
	Err        *Error
	References []Reference
	Selections int // how many the field expands to, fragments written out

	plan func(ids map[string]string) (*Plan, *Error)
}

// MaxPage is the most that first and last may ask for, and the most ids of one nodes field.
const MaxPage = 1000

// maxWork bounds how many selections one request may expand to: fragments can make few words mean exponentially many.
const maxWork = 100_000

// request is the state of planning one operation.
type request struct {
	o          *ontology.Ontology
	variables  map[string]any
	work       int
	conditions int               // of all filters so far
	ids        map[string]string // of the references that are known, by their texts
	references []Reference       // of the root field that is being planned, to others
	asOf       string            // the day that holds where the planner is; "" for all time
}

// since makes the argument asOf hold until the function that it gives is called: for all below a field, the innermost wins.
func (r *request) since(args map[string]any, at place) (back func(), err *Error) {
	before := r.asOf
	asOf, err := day(args, "asOf", at)
	if asOf != "" {
		r.asOf = asOf
	}
	return func() { r.asOf = before }, err
}

// tuple begins a tuple.
func (r *request) tuple(of Subject, types ...*ontology.Type) *Tuple {
	return &Tuple{Of: of, Types: types, AsOf: r.asOf}
}

// New plans the root fields of a validated operation in response order, introspection left out. Variables are coerced. A field whose
// arguments are wrong has an Err and leaves its neighbours standing. An error of New itself refuses the whole request: it expands to too
// much, or has too many conditions.
func New(o *ontology.Ontology, operation *ast.OperationDefinition, variables map[string]any) ([]Root, *Error) {
	r := &request{o: o, variables: variables}
	var roots []Root
	for _, s := range r.collect(operation.SelectionSet, "Query") {
		if strings.HasPrefix(s.field.Name, "__") {
			continue
		}
		r.references = nil
		before := r.work
		p, err := r.root(s)
		if r.work > maxWork {
			return nil, &Error{Code: QueryTooCostly, Message: fmt.Sprintf(
				"%s: with its fragments written out, the query has more than %d selections, which is the limit", s.key, maxWork)}
		}
		if r.conditions > maxConditions {
			return nil, err
		}
		if err != nil {
			err.Path = []any{s.key}
		}
		roots = append(roots, Root{s.key, p, err, r.references, r.work - before, func(ids map[string]string) (*Plan, *Error) {
			return (&request{o: o, variables: variables, ids: ids}).root(s)
		}})
	}
	return roots, nil
}

// root plans a root field.
func (r *request) root(s selected) (*Plan, *Error) {
	p, err := r.rootField(s)
	if p != nil {
		p.repeated.Query = p.Query
	}
	return p, err
}

func (r *request) rootField(s selected) (*Plan, *Error) {
	args := s.field.ArgumentMap(r.variables)
	at := place{s.key}
	name := s.field.Name
	r.identified(s.field, args)
	var p *Plan
	back, err := r.since(args, at)
	defer back()
	if err != nil {
		return nil, err
	}
	switch {
	case name == "node" || name == "nodes" || name == "entity" || name == "relation":
		p, err = r.byID(s, args, at)
	case name == "entities":
		p, err = r.list(s, args, at, r.o.Types, "Entity")
	case name == "relations":
		p, err = r.relationList(s, args, at)
	case name == "neighborhood":
		return r.neighborhood(s, args, at)
	case name == "paths":
		return r.paths(s, args, at)
	case name == "search":
		return r.search(s, args, at)
	case name == "timeline":
		return r.timeline(s, args, at)
	case name == "series":
		return r.series(s, args, at)
	case name == "graph":
		return r.census(s, at)
	case name == "compareReports":
		return r.compareReports(s, args, at)
	default:
		i := slices.IndexFunc(r.o.Types, func(t *ontology.Type) bool { return t.Lookup == name || t.List == name })
		if i < 0 {
			panic("no plan for root field " + name) // every derived root field is one of the above
		}
		if t := r.o.Types[i]; t.List == name {
			p, err = r.list(s, args, at, []*ontology.Type{t}, t.Name)
		} else {
			p, err = r.lookup(s, args, at, t)
		}
	}
	if err != nil {
		return nil, err
	}
	if p.Cost, p.Costliest = p.cost(); p.Costliest == "" {
		p.Costliest = at.String()
	}
	return p, nil
}

// place is where in the response a field stands: response keys from the root, without list indexes.
type place []string

func (p place) String() string       { return strings.Join(p, ".") }
func (p place) below(k string) place { return append(slices.Clip(p), k) }

// byID plans node, nodes, entity and relation.
func (r *request) byID(s selected, args map[string]any, at place) (*Plan, *Error) {
	get := &Get{AsOf: r.asOf}
	object := &Object{ByType: map[string][]Field{}}
	if ids, ok := args["ids"]; ok {
		get.IDs = []string{} // of none there are none; nil would mean that something else is looked for
		for _, id := range asList(ids) {
			get.IDs = append(get.IDs, asString(id))
		}
		if len(get.IDs) > MaxPage {
			return nil, badInput(nil, "%s(ids:) has %d ids; the limit is %d", at, len(get.IDs), MaxPage)
		}
	} else {
		get.IDs = []string{asString(args["id"])}
	}
	if s.field.Name != "relation" {
		get.Node = r.tuple(OfNode, r.o.Types...)
		if err := r.nodes(get.Node, object, s.children, at); err != nil {
			return nil, err
		}
	}
	if s.field.Name != "entity" {
		get.Relation = r.tuple(OfRelation)
		if err := r.relation(get.Relation, object, s.children, r.o.Relations, at); err != nil {
			return nil, err
		}
	}
	if s.field.Name == "nodes" {
		return &Plan{Query: get, Out: Many{get.IDs, object}}, nil
	}
	if text := get.IDs[0]; get.Node != nil && !r.o.IsID(text) {
		get.IDs, get.Relation = nil, nil // a relation has neither symbol nor name
		get.called(text)
	}
	return &Plan{Query: get, Out: One{object}}, nil
}

// lookup plans person(id:, name:) and its like.
func (r *request) lookup(s selected, args map[string]any, at place, t *ontology.Type) (*Plan, *Error) {
	given := map[string]any{}
	for k, v := range args {
		if v != nil && k != "asOf" {
			given[k] = v
		}
	}
	get := &Get{Node: r.tuple(OfNode, t), AsOf: r.asOf}
	ways := []string{"id"}
	used := 0
	if id, ok := given["id"]; ok {
		if used = 1; r.o.IsID(asString(id)) {
			get.IDs = []string{asString(id)}
		} else {
			get.called(asString(id))
		}
	}
	for _, k := range t.Keys {
		names := k.Arguments()
		ways = append(ways, strings.Join(names, " with "))
		if used > 0 || slices.ContainsFunc(names, func(n string) bool { return given[n] == nil }) {
			continue
		}
		used += len(names)
		if err := get.key(k, given, r.o, at); err != nil {
			return nil, err
		}
		break
	}
	if used == 0 || used != len(given) {
		return nil, badInput(nil, "%s takes exactly one of %s", at, strings.Join(ways, ", "))
	}
	object := &Object{ByType: map[string][]Field{}}
	if err := r.nodes(get.Node, object, s.children, at); err != nil {
		return nil, err
	}
	return &Plan{Query: get, Out: One{object}}, nil
}

// list plans persons, entities and their like.
func (r *request) list(s selected, args map[string]any, at place, types []*ontology.Type, of string) (*Plan, *Error) {
	page := &Page{Over: OverNodes, Types: types, Order: []Order{{Of: OfNode, Column: "id"}}, binding: "Query." + s.field.Name}
	out, err := r.connection(page, connectionOf{name: of, far: types}, s, args, at)
	if err != nil {
		return nil, err
	}
	return &Plan{Query: page, Out: out}, nil
}

// relationList plans the root's relations.
func (r *request) relationList(s selected, args map[string]any, at place) (*Plan, *Error) {
	page := &Page{Over: OverRelations, Relations: r.o.Relations, Order: []Order{{Of: OfRelation, Column: "id"}}, binding: "Query.relations"}
	out, err := r.connection(page, connectionOf{name: "Relation"}, s, args, at)
	if err != nil {
		return nil, err
	}
	return &Plan{Query: page, Out: out}, nil
}
