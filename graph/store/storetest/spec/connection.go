package spec

import (
	"councilgraph/graph/ontology"
	"councilgraph/graph/store/storetest"
)

// list is a connection: filtered, in its order, and the page of it. Cursors are not interpreted: they are opaque, and what they promise is
// tested by walking.
func (e *executor) list(g *storetest.Graph, of string, rows []row, order *ontology.Order, here bool, args map[string]any) (any, error) {
	c := connection{g: g, of: of, here: here}
	for _, r := range rows {
		if w := args["where"]; of == "Relation" {
			if !e.meetsRelation(g, w, r.relation) {
				continue
			}
		} else if !e.meetsNode(g, w, of, r.node) {
			continue
		}
		if w := args["relation"]; w != nil && !e.meetsRelation(g, w, r.relation) {
			continue
		}
		if w := args["evidence"]; w != nil && !e.cited(g, g.RelationEvidence(r.relation), w) {
			continue
		}
		c.all = append(c.all, r)
	}
	if err := e.sort(c, order, items(args["orderBy"])); err != nil {
		return nil, err
	}
	first, last := args["first"], args["last"]
	switch {
	case first != nil && last != nil:
		return nil, errBadInput
	case last != nil:
		c.from = max(0, len(c.all)-number(last))
		c.page = c.all[c.from:]
	case first != nil:
		c.page = c.all[:min(len(c.all), number(first))]
	default:
		c.page = c.all[:min(len(c.all), 20)]
	}
	return c, nil
}

func (e *executor) connection(c connection, field string, args map[string]any) (any, error) {
	switch field {
	case "totalCount":
		return int64(len(c.all)), nil
	case "nodeCount":
		distinct := map[string]bool{}
		for _, r := range c.all {
			distinct[r.node.ID] = true
		}
		return int64(len(distinct)), nil
	case "edges", "nodes":
		list := []any{}
		for _, r := range c.page {
			if one := (edge{c, r}); field == "edges" {
				list = append(list, one)
			} else {
				list = append(list, one.field("node"))
			}
		}
		return list, nil
	case "pageInfo":
		return pageInfo{c}, nil
	case "groups", "groupCount":
		return e.groups(c, field, args)
	case "stats":
		return e.stats(c, c.all, args["of"].(string))
	}
	panic("no field of a connection: " + field)
}

func (p pageInfo) field(name string) any {
	switch {
	case name == "hasNextPage":
		return p.from+len(p.page) < len(p.all)
	case name == "hasPreviousPage":
		return p.from > 0
	case len(p.page) == 0:
		return nil
	}
	return Cursor
}

// Cursor stands for any cursor.
const Cursor = "a cursor"

func (e edge) field(name string) any {
	switch {
	case name == "cursor":
		return Cursor
	case name == "node" && e.of == "Relation", name == "relation" && e.here:
		return relation{e.g, e.row.relation}
	case name == "node", name == "other" && e.here:
		return node{e.g, e.row.node}
	}
	return nil
}
