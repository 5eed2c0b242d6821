package spec

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// What fields are resolved on. Each knows the graph of the day that holds for what is below it.
type (
	root struct{ g *storetest.Graph }
	node struct {
		g *storetest.Graph
		*store.NodeSum
	}
	inline   struct{ node } // a group of its properties
	relation struct {
		g *storetest.Graph
		*store.Relation
	}
	evidence struct {
		g *storetest.Graph
		*storetest.Evidence
	}
	stated     map[string]any // properties
	connection struct {
		g         *storetest.Graph
		of        string // the type of its nodes
		here      bool   // whether it is of relations at a node
		all, page []row
		from      int // where the page begins in all
	}
	edge struct {
		connection
		row
	}
	pageInfo struct{ connection }
	group    struct {
		key   any
		rows  []row
		node  any
		stats any
	}
	stats []float64
)

// row is what a list holds: a node, a relation, or a relation with its far node.
type row struct {
	node     *store.NodeSum
	relation *store.Relation
}

func (n node) typename() string   { return n.Type }
func (relation) typename() string { return "Relation" }

var errBadInput = errors.New("bad input")

// since is the graph of the day that an argument names, else the same one.
func since(g *storetest.Graph, args map[string]any) (*storetest.Graph, error) {
	day, ok := args["asOf"].(string)
	if !ok {
		return g, nil
	}
	if !ontology.IsDay(day) {
		return nil, errBadInput
	}
	return g.AsOf(day), nil
}

// asOf: "each entity and relation serves the day that it is of (`asOf`, null for today)".
func asOf(g *storetest.Graph) any {
	if g.Day() == "" {
		return nil
	}
	return g.Day()
}

// resolve is ResolveFieldValue (section 6.4.2).
func (e *executor) resolve(object any, field string, args map[string]any) (any, error) {
	switch o := object.(type) {
	case root:
		return e.root(o, field, args)
	case node:
		return e.node(o, field, args)
	case inline:
		if e.o.Type(o.Type).Property(field) == nil {
			return evidenceList(o.g, o.g.NodeEvidence(o.NodeSum), args)
		}
		return o.Properties[field], nil
	case relation:
		return e.relation(o, field, args)
	case evidence:
		switch field {
		case "report":
			return node{o.g, o.g.Nodes[o.Report]}, nil
		case "paragraph":
			return node{o.g, o.g.Nodes[o.Paragraph]}, nil
		case "stated":
			return stated(o.Stated), nil
		}
		return map[string]any{"id": o.ID, "quote": o.Quote, "start": int64(o.Start), "end": int64(o.End), "rule": o.Rule}[field], nil
	case stated:
		return o[field], nil
	case connection:
		return e.connection(o, field, args)
	case pageInfo:
		return o.field(field), nil
	case edge:
		return o.field(field), nil
	case group:
		return map[string]any{"key": o.key, "count": int64(len(o.rows)), "node": o.node, "stats": o.stats}[field], nil
	case stats:
		return o.field(field), nil
	}
	panic(fmt.Sprintf("no fields of a %T", object))
}

func (e *executor) root(o root, field string, args map[string]any) (any, error) {
	g, err := since(o.g, args)
	if err != nil {
		return nil, err
	}
	byID := func(names *storetest.Graph, id any) (any, error) {
		s := fmt.Sprint(id)
		if n := g.Nodes[s]; n != nil && field != "relation" {
			return node{g, n}, nil
		}
		if r := g.Relations[s]; r != nil && field != "entity" {
			return relation{g, r}, nil
		}
		if field == "relation" {
			return nil, nil
		}
		return e.named(names, g, e.o.Types, s)
	}
	switch field {
	case "node", "entity", "relation":
		return byID(g, args["id"])
	case "nodes":
		found := []any{}
		for _, id := range items(args["ids"]) {
			one, err := byID(o.g, id)
			if err != nil {
				return nil, err
			}
			found = append(found, one)
		}
		return found, nil
	case "entities":
		return e.list(g, "Entity", nodeRows(g, e.o.Types), nil, false, args)
	case "relations":
		rows := []row{}
		for _, r := range g.Relations {
			rows = append(rows, row{relation: r})
		}
		return e.list(g, "Relation", rows, nil, false, args)
	}
	for _, t := range e.o.Types {
		switch field {
		case t.List:
			return e.list(g, t.Name, nodeRows(g, []*ontology.Type{t}), nil, false, args)
		case t.Lookup:
			return e.lookup(g, t, args)
		}
	}
	return nil, errors.New("a walk is no matter of the specification: " + field)
}

func nodeRows(g *storetest.Graph, types []*ontology.Type) (rows []row) {
	for _, n := range g.NodesOf(types) {
		rows = append(rows, row{node: n})
	}
	return rows
}

func (e *executor) node(o node, field string, args map[string]any) (any, error) {
	t := e.o.Type(o.Type)
	switch field {
	case "id":
		return o.ID, nil
	case "name":
		return o.Name, nil
	case "aliases":
		return anys(o.Aliases), nil
	case "asOf":
		return asOf(o.g), nil
	case "evidenceCount":
		return int64(len(o.g.NodeEvidence(o.NodeSum))), nil
	case "evidence":
		return evidenceList(o.g, o.g.NodeEvidence(o.NodeSum), args)
	case "relations":
		g, err := since(o.g, args)
		if err != nil {
			return nil, err
		}
		types := e.o.Relations
		if named := args["types"]; named != nil {
			types = slices.DeleteFunc(slices.Clone(types), func(r *ontology.Relation) bool { return !slices.Contains(items(named), any(r.Name)) })
		}
		direction := map[any]ontology.Direction{"OUT": ontology.Out, "IN": ontology.In, "BOTH": ontology.Both}[args["direction"]]
		return e.list(g, "Relation", rowsAt(g, o.ID, types, direction), nil, true, args)
	}
	if t.Group(field) != nil {
		return inline{o}, nil
	}
	if f := t.Field(field); f != nil {
		if f.One {
			if at := o.g.Following(o.ID, f); len(at) > 0 {
				return node{o.g, o.g.Far(at[0], o.ID)}, nil
			}
			return nil, nil
		}
		g, err := since(o.g, args)
		if err != nil {
			return nil, err
		}
		return e.list(g, f.FarName, rowsAt(g, o.ID, []*ontology.Relation{f.Relation}, f.Direction), f.OrderBy, true, args)
	}
	if f := t.Field(strings.TrimSuffix(field, "Count")); f != nil && field != f.Name {
		return int64(len(o.g.Following(o.ID, f))), nil
	}
	return o.Properties[field], nil
}

func rowsAt(g *storetest.Graph, id string, types []*ontology.Relation, d ontology.Direction) (rows []row) {
	for _, r := range g.RelationsAt(id, types, d) {
		rows = append(rows, row{g.Far(r, id), r})
	}
	return rows
}

func (e *executor) relation(o relation, field string, args map[string]any) (any, error) {
	switch field {
	case "id":
		return o.ID, nil
	case "asOf":
		return asOf(o.g), nil
	case "type":
		return o.Type.Name, nil
	case "from":
		return node{o.g, o.g.Nodes[o.From]}, nil
	case "to":
		return node{o.g, o.g.Nodes[o.To]}, nil
	case "evidenceCount":
		return int64(len(o.g.RelationEvidence(o.Relation))), nil
	case "reportCount":
		reports := map[string]bool{}
		for _, t := range o.Told {
			reports[t.Report()] = true
		}
		return int64(len(reports)), nil
	case "evidence":
		return evidenceList(o.g, o.g.RelationEvidence(o.Relation), args)
	}
	return o.Properties[field], nil
}

// evidenceList: "`first` to 1,000, `after` the id of the last."
func evidenceList(g *storetest.Graph, all []*storetest.Evidence, args map[string]any) (any, error) {
	list := []any{}
	wait := args["after"] != nil && args["after"] != ""
	if wait && !slices.ContainsFunc(all, func(e *storetest.Evidence) bool { return e.ID == args["after"] }) {
		return nil, errBadInput
	}
	for _, e := range all {
		if !wait && len(list) < number(args["first"]) {
			list = append(list, evidence{g, e})
		}
		wait = wait && e.ID != args["after"]
	}
	return list, nil
}

func items(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

func anys(list []string) []any {
	all := []any{}
	for _, s := range list {
		all = append(all, s)
	}
	return all
}

// number is a whole number, however it was written.
func number(v any) int {
	var n int
	if _, err := fmt.Sscan(fmt.Sprint(v), &n); err != nil {
		panic(err)
	}
	return n
}

// snake writes a field's name as an enum's value: eventKind is EVENT_KIND.
func snake(name string) string {
	var b strings.Builder
	for _, c := range name {
		if c >= 'A' && c <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteRune(c)
	}
	return strings.ToUpper(b.String())
}
