package store

import (
	"context"
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// ByLevel answers a Get or a Page (or Several) by queries that go one step along relations each, in place of one that goes all the
// way: for every field that is followed, one Get of the nodes that were come upon. A node is asked once, however often it was come
// upon, so that no field takes more than all the relations there are. As many as atOnce queries are asked at a time. The value is
// that of the one query, except that what is deleted meanwhile is empty.
func ByLevel(ctx context.Context, q plan.Query, atOnce int, fetch plan.Fetch) (plan.Value, error) {
	l := &levels{}
	several, isSeveral := q.(*plan.Several)
	if !isSeveral {
		several = &plan.Several{Of: []plan.Query{q}}
	}
	firsts, wholes := make([]plan.Query, len(several.Of)), make([]whole, len(several.Of))
	for i, one := range several.Of {
		firsts[i], wholes[i] = l.query(one)
	}
	values, err := each(ctx, firsts, atOnce, fetch)
	if err != nil {
		return nil, err
	}
	for i, whole := range wholes {
		values[i] = whole(values[i])
	}
	for {
		asked := l.due()
		if len(asked) == 0 {
			break
		}
		queries := make([]plan.Query, len(asked))
		for i, s := range asked {
			queries[i] = &plan.Get{IDs: s.ids, Node: s.of}
		}
		answers, err := each(ctx, queries, atOnce, fetch)
		if err != nil {
			return nil, err
		}
		for i, s := range asked {
			s.answer(answers[i])
		}
	}
	if !isSeveral {
		return values[0], nil
	}
	return values, nil
}

// each fetches queries, as many as atOnce at a time.
func each(ctx context.Context, queries []plan.Query, atOnce int, fetch plan.Fetch) ([]plan.Value, error) {
	values := make([]plan.Value, len(queries))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for i, q := range queries {
		group.Go(func() (err error) {
			values[i], err = fetch(ctx, q)
			return err
		})
	}
	return values, group.Wait()
}

// levels are the steps that the queries so far leave to later ones.
type levels struct{ steps []*step }

// step is what is asked of nodes that earlier queries come upon.
type step struct {
	of     *plan.Tuple
	whole  whole
	none   plan.Value               // where a node is gone meanwhile
	ids    []string                 // those to ask, each once
	places map[string][]*plan.Value // where the value goes, by id
}

// whole makes the value of a query of one step that of the query that goes all the way. What is missing comes to be there by later steps.
type whole func(plan.Value) plan.Value

func (l *levels) step(of *plan.Tuple, w whole, none plan.Value) *step {
	s := &step{of: of, whole: w, none: none, places: map[string][]*plan.Value{}}
	l.steps = append(l.steps, s)
	return s
}

// due are the steps with nodes to ask, which these then count as asked.
func (l *levels) due() (due []*step) {
	for _, s := range l.steps {
		if len(s.ids) > 0 {
			asked := *s
			due = append(due, &asked)
			s.ids, s.places = nil, map[string][]*plan.Value{}
		}
	}
	return due
}

// want has a step's value of a node put into a place.
func (s *step) want(node plan.Value, place *plan.Value) {
	*place = s.none
	id, _ := node.(string)
	if s.places[id] == nil {
		s.ids = append(s.ids, id)
	}
	s.places[id] = append(s.places[id], place)
}

func (s *step) answer(rows plan.Value) {
	for _, row := range list(rows) {
		row := list(row)
		id, _ := row[1].(string)
		value := s.whole(row[3])
		for _, place := range s.places[id] {
			*place = value
		}
	}
}

func list(v plan.Value) []plan.Value { l, _ := v.([]plan.Value); return l }

func same(v plan.Value) plan.Value { return v }

// query cuts a query off after one step.
func (l *levels) query(q plan.Query) (plan.Query, whole) {
	switch q := q.(type) {
	case *plan.Get:
		return l.get(q)
	case *plan.Page:
		return l.page(q)
	}
	return q, same
}

func (l *levels) get(g *plan.Get) (plan.Query, whole) {
	cut := *g
	var node, relation whole
	cut.Node, node = l.tuple(g.Node)
	cut.Relation, relation = l.tuple(g.Relation)
	return &cut, func(v plan.Value) plan.Value { return g.EachTuple(v, node, relation) }
}

func (l *levels) page(p *plan.Page) (*plan.Page, whole) {
	cut := *p
	var relation, node whole
	cut.Relation, relation = l.tuple(p.Relation)
	cut.Node, node = l.tuple(p.Node)
	cut.Groups = slices.Clone(p.Groups)
	groups := make([]whole, len(p.Groups))
	for i, g := range p.Groups {
		cut.Groups[i].Node, groups[i] = l.tuple(g.Node)
	}
	return &cut, func(v plan.Value) plan.Value {
		return p.EachTuple(v, relation, node, func(i int, v plan.Value) plan.Value { return groups[i](v) })
	}
}

// empty is the value of a page at a node that is gone.
func empty(p *plan.Page) plan.Value {
	none := func(wanted bool, v plan.Value) plan.Value {
		if wanted {
			return v
		}
		return nil
	}
	groups, sums := make([]plan.Value, len(p.Groups)), make([]plan.Value, len(p.Sums))
	for i, g := range p.Groups {
		groups[i] = []plan.Value{none(g.Rows, []plan.Value{}), none(g.Count, int64(0))}
	}
	for i := range sums {
		sums[i] = []plan.Value{}
	}
	return []plan.Value{none(p.Rows, []plan.Value{}), none(p.Total, int64(0)), none(p.Preceding, false),
		none(p.Following, false), none(p.Far, int64(0)), none(len(groups) > 0, groups), none(len(sums) > 0, sums)}
}

// tuple keeps the columns and the evidence of a tuple, and leaves what lies along relations to later steps.
func (l *levels) tuple(t *plan.Tuple) (*plan.Tuple, whole) {
	if t == nil {
		return nil, same
	}
	c := &cutTuple{levels: l, Tuple: *t}
	c.Slots = nil
	for _, s := range t.Slots {
		c.fill = append(c.fill, c.slot(s))
	}
	id := 0
	if t.Of == plan.OfNode {
		id = c.keep(idOf(t.Types))
	}
	return &c.Tuple, func(v plan.Value) plan.Value {
		here := list(v)
		if here == nil {
			return nil
		}
		tuple := make([]plan.Value, 1+len(c.fill))
		tuple[0] = here[0]
		for i, fill := range c.fill {
			fill(&tuple[1+i], here, id)
		}
		return tuple
	}
}

func idOf(types []*ontology.Type) *plan.Column {
	return &plan.Column{On: plan.On{Types: types}, Name: "id", Kind: ontology.String}
}

// cutTuple is a tuple with the slots of one step.
type cutTuple struct {
	*levels
	plan.Tuple
	// fill sets the slots of the whole tuple, from a value of this one, which has the node's id there.
	fill []func(place *plan.Value, here []plan.Value, id int)
}

// keep gives the index that a slot's value has in the tuple's.
func (c *cutTuple) keep(s plan.Slot) int {
	c.Slots = append(c.Slots, s)
	return len(c.Slots)
}

func (c *cutTuple) slot(s plan.Slot) func(place *plan.Value, here []plan.Value, id int) {
	switch s := s.(type) {
	case *plan.Column:
		at := c.keep(s)
		return func(place *plan.Value, here []plan.Value, _ int) { *place = here[at] }
	case *plan.EvidenceList:
		cut := *s
		piece, w := c.tuple(s.Evidence)
		cut.Evidence = piece
		at := c.keep(&cut)
		return func(place *plan.Value, here []plan.Value, _ int) {
			*place = plan.Map(here[at], func(_ int, one plan.Value) plan.Value { return w(one) })
		}
	case *plan.Page:
		cut, w := c.page(s)
		return c.later(s, cut, w, empty(s))
	case *plan.Link:
		cut := *s
		far, w := c.tuple(s.To)
		if s.Via == plan.ViaField {
			cut.To = far
			return c.later(s, &cut, w, nil)
		}
		cut.To = &plan.Tuple{Of: plan.OfNode, Types: s.To.Types, Slots: []plan.Slot{idOf(s.To.Types)}, AsOf: s.To.AsOf}
		at, next := c.keep(&cut), c.step(far, w, nil)
		return func(place *plan.Value, here []plan.Value, _ int) {
			if end := list(here[at]); end != nil {
				next.want(end[1], place)
			}
		}
	}
	panic(fmt.Sprintf("no step to a %T", s))
}

// later leaves a slot of nodes to a step of its own.
func (c *cutTuple) later(s, cut plan.Slot, w whole, none plan.Value) func(place *plan.Value, here []plan.Value, id int) {
	of := &plan.Tuple{Of: plan.OfNode, Types: s.Labels(), Slots: []plan.Slot{cut}, AsOf: c.AsOf}
	next := c.step(of, func(v plan.Value) plan.Value { return w(list(v)[1]) }, none)
	has := map[plan.Value]bool{}
	for _, label := range s.Labels() {
		has[label.Name] = true
	}
	return func(place *plan.Value, here []plan.Value, id int) {
		if has[here[0]] {
			next.want(here[id], place)
		}
	}
}
