package graph

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// Sizes know about how much a graph holds, so that the work of a request can be estimated before it runs. They are safe for concurrent use.
type Sizes struct {
	o     *ontology.Ontology
	store store.Store
	known atomic.Pointer[plan.Sizes]

	mu       sync.Mutex
	measured store.Counts // what the graph held then
}

// NewSizes are the sizes of a store's graph, which know nothing before they are measured.
func NewSizes(o *ontology.Ontology, s store.Store) *Sizes {
	sizes := &Sizes{o: o, store: s}
	sizes.known.Store(&plan.Sizes{Planning: s.Planning()})
	return sizes
}

// current are the sizes that were measured last; on nil, of nothing.
func (s *Sizes) current() *plan.Sizes {
	if s != nil {
		if known := s.known.Load(); known != nil {
			return known
		}
	}
	return unmeasured
}

var unmeasured = &plan.Sizes{}

const (
	sizesAge  = time.Minute // how long sizes hold
	sizesTime = time.Minute // for measuring them
	manyTies  = 100         // relations of a type: of fewer it is not looked for who has most of them
	mostHubs  = 100         // nodes that have most of them
	sampled   = 100         // texts whose length is looked at
)

// Keep renews the sizes now and then until the context ends. Where the graph cannot be measured the last sizes stand.
func (s *Sizes) Keep(ctx context.Context, log *slog.Logger) {
	for {
		if err := s.Renew(ctx); err != nil && ctx.Err() == nil {
			log.WarnContext(ctx, "the graph could not be measured: the work of requests is estimated by what was known before", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(sizesAge):
		}
	}
}

// Renew measures a graph that holds something else than when it was measured last.
func (s *Sizes) Renew(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, err := s.store.Count(ctx)
	if err != nil || n == s.measured {
		return err
	}
	if err = s.Measure(ctx); err == nil {
		s.measured = n
	}
	return err
}

// Measure asks the store how much it holds.
func (s *Sizes) Measure(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, sizesTime)
	defer cancel()
	m := &measuring{ctx: ctx, store: s.store}
	byID := func(of plan.Subject) []plan.Order { return []plan.Order{{Of: of, Column: "id"}} }
	known := &plan.Sizes{Planning: s.store.Planning(), Degrees: map[*ontology.Field][]int{}, Hubs: map[string]map[*ontology.Field]int{},
		Lengths: map[string]int{}}
	known.Nodes = m.byType(&plan.Page{Over: plan.OverNodes, Types: s.o.Types, Order: byID(plan.OfNode)}, plan.OfNode)
	known.Relations = m.byType(&plan.Page{Over: plan.OverRelations, Relations: s.o.Relations, Order: byID(plan.OfRelation)}, plan.OfRelation)
	for _, t := range s.o.Types {
		for _, f := range t.Fields {
			if n := known.Relations[f.Relation.Name]; n > manyTies {
				m.degrees(t, f, known)
			} else {
				known.Degrees[f] = []int{n}
			}
		}
		if t.Searched != nil {
			column := &plan.Column{On: plan.On{Types: []*ontology.Type{t}}, Name: t.Searched.Name, Kind: t.Searched.Kind}
			known.Lengths[column.Name] = m.length(&plan.Page{Over: plan.OverNodes, Types: column.Types, Order: byID(plan.OfNode),
				Node: &plan.Tuple{Of: plan.OfNode, Types: column.Types, Slots: []plan.Slot{column}}})
		}
	}
	quotes := &plan.EvidenceList{First: 1, Evidence: &plan.Tuple{Of: plan.OfEvidence, Slots: []plan.Slot{&plan.Column{Name: "quote", Kind: ontology.String}}}}
	known.Lengths["quote"] = m.length(&plan.Page{Over: plan.OverRelations, Relations: s.o.Relations, Order: byID(plan.OfRelation),
		Relation: &plan.Tuple{Of: plan.OfRelation, Slots: []plan.Slot{quotes}}})
	if m.err == nil {
		s.known.Store(known)
	}
	return m.err
}

// measuring asks one question after the other until one fails.
type measuring struct {
	ctx   context.Context
	store store.Store
	err   error
}

// page is the value of a page.
func (m *measuring) page(p *plan.Page) []plan.Value {
	if m.err != nil {
		return nil
	}
	var value plan.Value
	value, m.err = m.store.Fetch(m.ctx, p)
	return list(value)
}

// byType counts what a page lists by its type.
func (m *measuring) byType(p *plan.Page, of plan.Subject) map[string]int {
	p.Groups = []plan.Group{{Of: of, From: "type", To: "type", Kind: ontology.Enum, First: plan.MaxPage, Rows: true}}
	counts := map[string]int{}
	for _, group := range list(at(at(m.page(p), 5), 0)) {
		for _, one := range list(group) {
			name, _ := at(one, 0).(string)
			n, _ := at(one, 1).(int64)
			counts[name] = int(n)
		}
	}
	return counts
}

// degrees looks for the nodes from which a field follows most relations.
func (m *measuring) degrees(t *ontology.Type, f *ontology.Field, known *plan.Sizes) {
	here := plan.On{Types: []*ontology.Type{t}}
	column := func(name string, kind ontology.Kind) plan.Slot { return &plan.Column{On: here, Name: name, Kind: kind} }
	names := &plan.Tuple{Of: plan.OfNode, Types: here.Types, Slots: []plan.Slot{column("name", ontology.String), column("aliases", ontology.String)}}
	for _, p := range t.TextKeys() {
		names.Slots = append(names.Slots, column(p.Name, p.Kind))
	}
	most := &plan.Page{Over: plan.OverNodes, Types: here.Types, Limit: mostHubs, Rows: true, Keys: true, Node: names,
		Order: []plan.Order{{Of: plan.OfNode, Count: f, Kind: ontology.Int, Desc: true}, {Of: plan.OfNode, Column: "id"}}}
	for _, row := range list(at(m.page(most), 0)) {
		keys, values := list(at(row, 0)), list(at(row, 2))
		degree, _ := at(keys, 0).(int64)
		known.Degrees[f] = append(known.Degrees[f], int(degree))
		node := store.NodeSum{ID: text(at(keys, 1)), Name: text(at(values, 1)), Properties: map[string]any{}}
		for _, alias := range list(at(values, 2)) {
			node.Aliases = append(node.Aliases, text(alias))
		}
		for i, p := range t.TextKeys() {
			node.Properties[p.Name] = at(values, 3+i)
		}
		asked := map[string]bool{node.ID: true} // what it is looked up by
		for _, k := range store.NameKeys(t, node) {
			asked[k.Folded] = true
		}
		for by := range asked {
			if known.Hubs[by] == nil {
				known.Hubs[by] = map[*ontology.Field]int{}
			}
			known.Hubs[by][f] += int(degree) // of all that have the name
		}
	}
}

// length is how long the longest text in a row of a page is, mostly.
func (m *measuring) length(p *plan.Page) int {
	p.Rows, p.Limit = true, sampled
	rows, total := list(at(m.page(p), 0)), 0
	for _, row := range rows {
		total += longest(row)
	}
	return total / max(len(rows), 1)
}

func longest(v plan.Value) int {
	most := len(text(v))
	for _, e := range list(v) {
		most = max(most, longest(e))
	}
	return most
}

func text(v plan.Value) string {
	s, _ := v.(string)
	return s
}

func list(v plan.Value) []plan.Value {
	l, _ := v.([]plan.Value)
	return l
}

// at is an element of a list; nil where there is none.
func at(v plan.Value, i int) plan.Value {
	if l := list(v); i < len(l) {
		return l[i]
	}
	return nil
}
