package plan

import (
	"fmt"

	"councilgraph/graph/ontology"
)

// connectionOf says what a connection is of: the GraphQL type, and the labels at the far end.
type connectionOf struct {
	name string // a label, Entity or Relation
	far  []*ontology.Type
}

// connection completes a page with its window and with what is wanted of each row.
func (r *request) connection(page *Page, of connectionOf, s selected, args map[string]any, at place) (Connection, *Error) {
	page.path = at.String()
	back, err := r.since(args, at)
	defer back()
	if err != nil {
		return Connection{}, err
	}
	page.AsOf = r.asOf
	if err := r.order(page, of, args["orderBy"], at); err != nil {
		return Connection{}, err
	}
	if err := page.window(args, at); err != nil {
		return Connection{}, err
	}
	if err := r.where(page, of, args, at); err != nil {
		return Connection{}, err
	}
	c := Connection{Page: page, Fields: []Field{}}
	row := rowBuilder{request: r, page: page, of: of}
	more := false // whether it must be known if there is a row behind the last one
	for _, s := range r.collect(s.children, of.name+"Connection") {
		f := Field{Name: s.key, NonNull: true}
		var err *Error
		switch s.field.Name {
		case "__typename":
			f.Out = Constant(of.name + "Connection")
		case "totalCount":
			page.Total, f.Out = true, Total{}
		case "nodeCount":
			page.Far, f.Out = true, Far{}
		case "groups", "groupCount":
			f.Out, err = r.groups(page, of, s, at.below(s.key))
		case "stats":
			f.Out, err = r.stats(page, of, s, at.below(s.key))
		case "edges":
			page.Rows = true
			f.Out, err = row.edges(s, at.below(s.key))
		case "nodes":
			page.Rows = true
			f.Out, err = row.nodesOf(s, at.below(s.key))
		case "pageInfo":
			page.Rows = true
			f.Out = page.info(r, s, &more)
		}
		if err != nil {
			return Connection{}, err
		}
		c.Fields = append(c.Fields, f)
	}
	page.Limit = page.Size
	if more {
		page.Limit++
	}
	return c, nil
}

// where reads the filters of a connection's arguments.
func (r *request) where(page *Page, of connectionOf, args map[string]any, at place) *Error {
	f := r.filters(at, "where")
	var all []Condition
	if v := args["where"]; v != nil && of.name == "Relation" {
		all = append(all, OnRelation{f.relation(v, 1)})
	} else if v != nil {
		all = append(all, OnNode{f.far(of.name, v, 1)})
	}
	if v := args["relation"]; v != nil {
		f.argument = fmt.Sprintf("%s(relation:)", at)
		all = append(all, OnRelation{f.relation(v, 1)})
	}
	if v := args["evidence"]; v != nil {
		f.argument = fmt.Sprintf("%s(evidence:)", at)
		all = append(all, OnRelation{Cited{f.evidence(v, 1)}})
	}
	if where := conjunction(all); !holds(where) {
		page.Where = where
	}
	return f.err
}

// groups plans groups and groupCount.
func (r *request) groups(page *Page, of connectionOf, s selected, at place) (Out, *Error) {
	g, err := r.group(page, of, s, at)
	if err != nil {
		return nil, err
	}
	out := Groups{Index: len(page.Groups), Fields: []Field{}}
	if g.Count {
		page.Groups = append(page.Groups, g)
		return GroupCount{out.Index}, nil
	}
	if s.field.ArgumentMap(r.variables)["fill"] == true {
		if g.Bucket == NoBucket {
			return nil, badInput(nil, "%s(fill: true) is for groups by a stretch of the calendar, such as DATE_YEAR", at)
		}
		out.Fill, out.ByKey, out.First = g.Bucket, g.ByKey, g.First
	}
	for _, s := range r.collect(s.children, "Group") {
		f := Field{Name: s.key, Out: GroupField(s.field.Name)}
		switch s.field.Name {
		case "__typename":
			f.NonNull, f.Out = true, Constant("Group")
		case "count":
			f.NonNull = true
		case "node":
			if f.Out, err = r.groupNode(&g, page, of, s, at.below(s.key)); err != nil {
				return nil, err
			}
		case "stats":
			if f.Out = (Null{}); g.Stats != nil {
				f.Out = GroupStats{r.statsFields(s)}
			}
		}
		out.Fields = append(out.Fields, f)
	}
	page.Groups = append(page.Groups, g)
	return out, nil
}

// groupNode plans the node that a group is of: null, where groups are of something else.
func (r *request) groupNode(g *Group, page *Page, of connectionOf, s selected, at place) (Out, *Error) {
	far := of.far
	switch {
	case g.From == "from":
		far = r.ends(page.Relations, func(rel *ontology.Relation) []*ontology.Type { return rel.From })
	case g.From == "to":
		far = r.ends(page.Relations, func(rel *ontology.Relation) []*ontology.Type { return rel.To })
	case g.From != "id":
		return Null{}, nil
	}
	if g.Node == nil {
		g.Node = r.tuple(OfNode, far...)
	}
	object := &Object{ByType: map[string][]Field{}}
	return GroupNode{object}, r.nodes(g.Node, object, s.children, at)
}

// info plans pageInfo.
func (p *Page) info(r *request, s selected, more *bool) Out {
	out := PageInfo{Fields: []Field{}}
	for _, s := range r.collect(s.children, "PageInfo") {
		f := Field{Name: s.key, Out: PageInfoField(s.field.Name)}
		switch s.field.Name {
		case "__typename":
			f.NonNull, f.Out = true, Constant("PageInfo")
		case "hasNextPage":
			f.NonNull = true
			*more = *more || !p.Backward
			p.Following = p.Following || p.Before != nil
		case "hasPreviousPage":
			f.NonNull = true
			*more = *more || p.Backward
			p.Preceding = p.Preceding || p.After != nil
		case "startCursor", "endCursor":
			p.Keys = true
		}
		out.Fields = append(out.Fields, f)
	}
	return out
}

// rowBuilder plans what is wanted of each row of a page; edges and nodes want it together.
type rowBuilder struct {
	*request
	page *Page
	of   connectionOf
}

func (b *rowBuilder) edges(s selected, at place) (Out, *Error) {
	out := Edges{Fields: []Field{}}
	for _, s := range b.collect(s.children, b.of.name+"Edge") {
		f := Field{Name: s.key, NonNull: true}
		var err *Error
		at := at.below(s.key)
		switch s.field.Name {
		case "__typename":
			f.Out = Constant(b.of.name + "Edge")
		case "cursor":
			b.page.Keys, f.Out = true, Cursor{}
		case "node":
			f.Out, err = b.nodesOf(s, at)
			f.Out = f.Out.(Nodes).Of
		case "relation":
			f.NonNull = false
			if f.Out = (Null{}); b.page.Over == OverRelationsHere {
				f.Out, err = b.relationOf(s, at)
			}
		case "other":
			f.NonNull = false
			if f.Out = (Null{}); b.page.Over == OverRelationsHere {
				f.Out, err = b.farOf(s, at)
			}
		}
		if err != nil {
			return nil, err
		}
		out.Fields = append(out.Fields, f)
	}
	return out, nil
}

// nodesOf plans what the connection is of: relations or far nodes.
func (b *rowBuilder) nodesOf(s selected, at place) (Out, *Error) {
	if b.of.name == "Relation" {
		out, err := b.relationOf(s, at)
		return Nodes{out}, err
	}
	out, err := b.farOf(s, at)
	return Nodes{out}, err
}

func (b *rowBuilder) relationOf(s selected, at place) (Out, *Error) {
	if b.page.Relation == nil {
		b.page.Relation = b.tuple(OfRelation)
	}
	object := &Object{ByType: map[string][]Field{}}
	err := b.relation(b.page.Relation, object, s.children, b.page.Relations, at)
	return RowRelation{object}, err
}

func (b *rowBuilder) farOf(s selected, at place) (Out, *Error) {
	if b.page.Node == nil {
		b.page.Node = b.tuple(OfNode, b.of.far...)
	}
	object := &Object{ByType: map[string][]Field{}}
	err := b.nodes(b.page.Node, object, s.children, at)
	return RowNode{object}, err
}

// window reads first, after, last and before.
func (p *Page) window(args map[string]any, at place) *Error {
	first, err := size(args, "first", at)
	if err != nil {
		return err
	}
	last, err := size(args, "last", at)
	if err != nil {
		return err
	}
	if first >= 0 && last >= 0 {
		return badInput(nil, "%s takes first or last, not both", at)
	}
	for name, keys := range map[string]*[]Value{"after": &p.After, "before": &p.Before} {
		if args[name] == nil {
			continue
		}
		read, ok := p.readCursor(asString(args[name]))
		if !ok {
			return badInput(nil, "%s(%s:) is no cursor of this field in this order: take one from a page of the same field", at, name)
		}
		*keys = read
	}
	switch {
	case first >= 0:
		p.Size = first
	case last >= 0:
		p.Size, p.Backward = last, true
	default:
		p.Size, p.Backward = defaultPage, p.Before != nil && p.After == nil
	}
	return nil
}

// defaultPage is how many are served where neither first nor last is given.
const defaultPage = 20

// size reads first or last; -1 where it is absent or null.
func size(args map[string]any, name string, at place) (int, *Error) {
	v, ok := args[name]
	if !ok || v == nil {
		return -1, nil
	}
	n, ok := asInt(v)
	if !ok || n < 0 || n > MaxPage {
		return 0, badInput(nil, "%s(%s: %v) must be from 0 to %d", at, name, v, MaxPage)
	}
	return int(n), nil
}
