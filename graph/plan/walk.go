package plan

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/ontology"
)

// Walk is what one root field asks of the graph where one query does not do: *Neighborhood, *Paths, *Results, *Timeline or *Comparison.
// Package walk answers it. The types of its answer that are neither nodes nor relations are tuples too: the type's name, then one value for
// each field, in the order of the constants beside it.
type Walk interface{ walk() }

// Neighborhood is all that is near some nodes. Its value is a Subgraph.
type Neighborhood struct {
	Of      []string // each once
	Depth   int
	Expand  Expand // Relations, Direction, Where, PerNode, AsOf of each step
	Nodes   *Tuple
	Between *RelationTuple
}

// Slots of a Subgraph and of a HiddenCount.
const (
	SubgraphNodes = iota
	SubgraphRelations
	SubgraphTruncated
	SubgraphHidden
)
const (
	HiddenNode = iota
	HiddenType
	HiddenCount
	HiddenAfter
)

// Paths are sequences of distinct nodes between two. Its value is a list of Path.
type Paths struct {
	From, To  string
	MaxLength int
	First     int
	Avoid     []string
	Expand    Expand // Relations, Where, AsOf of each step
	Nodes     *Tuple
	Hops      bool // whether hops are wanted
	Between   *RelationTuple
}

// Slots of a Path and of a Hop.
const (
	PathLength = iota
	PathNodes
	PathHops
)
const HopRelations = 0

func (*Neighborhood) walk() {}
func (*Paths) walk()        {}

// RelationTuple is a tuple of relations that also says what they are and what they join.
type RelationTuple struct {
	*Tuple
	id, typ, from, to int // slots
}

// relationTuple begins one.
func (r *request) relationTuple() *RelationTuple {
	t := &RelationTuple{Tuple: r.tuple(OfRelation)}
	t.id, t.typ = t.column("id", ontology.String, nil).Slot, t.column("type", ontology.String, nil).Slot
	end := func(via Via) int {
		link := &Link{Via: via, To: r.tuple(OfNode, r.o.Types...)}
		for _, label := range r.o.Types {
			link.To.column("id", ontology.String, label)
		}
		return t.add(link)
	}
	t.from, t.to = end(ViaFrom), end(ViaTo)
	return t
}

// Joined reads a value of the tuple: the relation's id and type, and the ids of its ends.
func (t *RelationTuple) Joined(tuple []Value) (id, typ, from, to string) {
	text := func(v Value) string { s, _ := v.(string); return s }
	end := func(slot int) string {
		if far, ok := tuple[1+slot].([]Value); ok {
			return text(far[1])
		}
		return ""
	}
	return text(tuple[1+t.id]), text(tuple[1+t.typ]), end(t.from), end(t.to)
}

// RelationsCursor is the cursor of Entity.relations at a relation.
func RelationsCursor(id string) (string, error) {
	page := Page{binding: "Entity.relations", Order: []Order{{Of: OfRelation, Column: "id"}}}
	return page.Cursor([]Value{id})
}

// recordField plans a field of a type that is neither node nor relation.
type recordField func(s selected, at place) (out Out, nonNull bool, err *Error)

// record plans what a selection set wants of such a type.
func (r *request) record(object *Object, typ string, set ast.SelectionSet, at place, each func(name string) recordField) *Error {
	fields := []Field{}
	for _, s := range r.collect(set, typ) {
		if s.field.Name == "__typename" {
			fields = append(fields, Field{s.key, true, Typename{}})
			continue
		}
		out, nonNull, err := each(s.field.Name)(s, at.below(s.key))
		if err != nil {
			return err
		}
		fields = append(fields, Field{s.key, nonNull, out})
	}
	object.ByType[typ] = fields
	return nil
}

func newObject() *Object { return &Object{ByType: map[string][]Field{}} }

// scalarField is a leaf at a slot.
func scalarField(slot int, kind ontology.Kind, nonNull bool) recordField {
	return func(selected, place) (Out, bool, *Error) { return Scalar{Slot: slot, Kind: kind}, nonNull, nil }
}

// recordList is a list of such objects at a slot.
func (r *request) recordList(slot int, typ string, each func(name string) recordField) recordField {
	return func(s selected, at place) (Out, bool, *Error) {
		object := newObject()
		return NestedList{Slot: slot, Object: object}, true, r.record(object, typ, s.children, at, each)
	}
}

// oneNode is a node at a slot, whose values go into a tuple.
func (r *request) oneNode(slot int, tuple *Tuple) recordField {
	return func(s selected, at place) (Out, bool, *Error) {
		object := newObject()
		return Nested{slot, object}, true, r.nodes(tuple, object, s.children, at)
	}
}

// nodeList is a list of nodes at a slot.
func (r *request) nodeList(slot int, tuple *Tuple) recordField {
	return func(s selected, at place) (Out, bool, *Error) {
		object := newObject()
		return NestedList{Slot: slot, Object: object}, true, r.nodes(tuple, object, s.children, at)
	}
}

// relationsAt is a list of relations at a slot.
func (r *request) relationsAt(slot int, tuple *RelationTuple, types []*ontology.Relation) recordField {
	return func(s selected, at place) (Out, bool, *Error) {
		object := newObject()
		return NestedList{Slot: slot, Object: object}, true, r.relation(tuple.Tuple, object, s.children, types, at)
	}
}

// expand reads the arguments that say what is followed.
func (r *request) expand(args map[string]any, at place) (Expand, *Error) {
	e := Expand{Relations: []*ontology.Relation{}, Direction: ontology.Both, AsOf: r.asOf}
	named := map[string]bool{}
	for _, n := range asList(args["types"]) {
		named[asString(n)] = true
	}
	for _, rel := range r.o.Relations {
		if named[rel.Name] || args["types"] == nil && !rel.Documentary {
			e.Relations = append(e.Relations, rel)
		}
	}
	switch asString(args["direction"]) {
	case "OUT":
		e.Direction = ontology.Out
	case "IN":
		e.Direction = ontology.In
	}
	f := r.filters(at, "where")
	if v := args["where"]; v != nil {
		e.Where = f.relation(v, 1)
	}
	return e, f.err
}

// within reads a number between two bounds.
func within(args map[string]any, name string, least, most int, at place) (int, *Error) {
	n, ok := asInt(args[name])
	if !ok || n < int64(least) || n > int64(most) {
		return 0, badInput(nil, "%s(%s: %v) must be from %d to %d", at, name, args[name], least, most)
	}
	return int(n), nil
}

// MaxNeighbors is how many nodes a neighbourhood may have, MaxStarts how many it may start from.
const (
	MaxNeighbors = 10_000
	MaxStarts    = 100
)

func (r *request) neighborhood(s selected, args map[string]any, at place) (*Plan, *Error) {
	n := &Neighborhood{Of: ids(args["of"]), Nodes: r.tuple(OfNode, r.o.Types...), Between: r.relationTuple()}
	if len(n.Of) == 0 || len(n.Of) > MaxStarts {
		return nil, badInput(nil, "%s(of:) has %d ids; it must have 1 to %d", at, len(n.Of), MaxStarts)
	}
	var err *Error
	if n.Depth, err = within(args, "depth", 1, 6, at); err != nil {
		return nil, err
	}
	perNode, err := within(args, "perNode", 1, MaxPage, at)
	if err != nil {
		return nil, err
	}
	if n.Expand, err = r.expand(args, at); err != nil {
		return nil, err
	}
	n.Expand.PerNode = perNode
	object := newObject()
	err = r.record(object, "Subgraph", s.children, at, func(name string) recordField {
		switch name {
		case "nodes":
			return r.nodeList(SubgraphNodes, n.Nodes)
		case "relations":
			return r.relationsAt(SubgraphRelations, n.Between, n.Expand.Relations)
		case "truncated":
			return scalarField(SubgraphTruncated, ontology.Boolean, true)
		case "hidden":
			return r.recordList(SubgraphHidden, "HiddenCount", func(name string) recordField {
				switch name {
				case "node":
					return r.oneNode(HiddenNode, n.Nodes)
				case "type":
					return scalarField(HiddenType, ontology.Enum, true)
				case "count":
					return scalarField(HiddenCount, ontology.Int, true)
				case "after":
					return scalarField(HiddenAfter, ontology.String, false)
				}
				panic(fmt.Sprintf("HiddenCount has no field %s", name))
			})
		}
		panic(fmt.Sprintf("Subgraph has no field %s", name))
	})
	if err != nil {
		return nil, err
	}
	p := &Plan{Walk: n, Out: Whole{object}, Costliest: at.String()}
	nodes, followed := n.reach()
	each, _ := n.Nodes.cost()
	relation, _ := n.Between.cost()
	p.Cost = plus(times(nodes, each), times(followed, relation-2)) // without the two ends of its own
	return p, nil
}

// reach is the most nodes that a neighborhood could hold, and the most relations that are followed for it.
func (n *Neighborhood) reach() (nodes, followed int) {
	nodes = len(n.Of)
	for range n.Depth {
		followed = min(plus(followed, times(nodes, n.Expand.PerNode)), MaxNeighbors)
		nodes = min(plus(nodes, times(nodes, n.Expand.PerNode)), MaxNeighbors)
	}
	return nodes, followed
}

func (r *request) paths(s selected, args map[string]any, at place) (*Plan, *Error) {
	p := &Paths{From: asString(args["from"]), To: asString(args["to"]), Nodes: r.tuple(OfNode, r.o.Types...), Between: r.relationTuple()}
	for _, id := range asList(args["avoid"]) {
		p.Avoid = append(p.Avoid, asString(id))
	}
	if len(p.Avoid) > MaxPage {
		return nil, badInput(nil, "%s(avoid:) has %d ids; the limit is %d", at, len(p.Avoid), MaxPage)
	}
	var err *Error
	if p.MaxLength, err = within(args, "maxLength", 1, 8, at); err != nil {
		return nil, err
	}
	if p.First, err = within(args, "first", 1, 20, at); err != nil {
		return nil, err
	}
	if p.Expand, err = r.expand(args, at); err != nil {
		return nil, err
	}
	p.Expand.Pairs = true
	object := newObject()
	err = r.record(object, "Path", s.children, at, func(name string) recordField {
		switch name {
		case "length":
			return scalarField(PathLength, ontology.Int, true)
		case "nodes":
			return r.nodeList(PathNodes, p.Nodes)
		case "hops":
			p.Hops = true
			return r.recordList(PathHops, "Hop", func(string) recordField { return r.relationsAt(HopRelations, p.Between, p.Expand.Relations) })
		}
		panic(fmt.Sprintf("Path has no field %s", name))
	})
	if err != nil {
		return nil, err
	}
	plan := &Plan{Walk: p, Out: WholeList{object}, Costliest: at.String()}
	each, _ := p.Nodes.cost()
	relation, _ := p.Between.cost()
	plan.Cost = times(p.First, plus(times(p.MaxLength+1, each), times(p.MaxLength, relation-2)))
	return plan, nil
}
