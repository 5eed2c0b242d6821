package plan

import (
	"math"
	"slices"

	"councilgraph/graph/ontology"
)

// Sizes is how much a graph holds, for the estimate of how much work a plan is. What it does not know counts as nothing.
type Sizes struct {
	Nodes     map[string]int          // by label
	Relations map[string]int          // by type
	Degrees   map[*ontology.Field]int // the most relations that a field follows from one node
	Lengths   map[string]int          // bytes that long texts have, mostly, by column
}

// What one thing takes, where 1 is what it takes to serve a small node: some 4 µs on SQLite.
const (
	perStep      = 1500  // along a relation, in a filter or a selection: planning it, which Neo4j takes 25 ms for
	perSteps     = 10000 // two steps in filters: planners look at them together, and Neo4j's takes 5 s for 20
	bothEnds     = 2.0   // that each relation has
	perServed    = 1.0   // row of those that a page has, as far as there are as many
	perRow       = 0.1   // that is gone through
	perFollowed  = 0.3   // relation
	perEvidence  = 2.0   // pieces that a node or relation has, mostly
	mostEvidence = 8.0   // pieces that most have at most; what those few that have more take, the bytes of an answer bound
	perSorted    = 1.0   // row that is put into a group, or into its place
	perCompared  = 0.05  // value
	perFolded    = 0.6   // 100 bytes of text, to be compared
	perListed    = 0.01  // value of a list that is compared with
	perLooked    = 0.05  // node whose text is looked up by a word
	perFew       = 4.0   // nodes that have one name or key
	perSelected  = 0.05  // field that is written, whatever it is called there
	perWritten   = 1.0   // 100 bytes of text
	certain      = 10.0  // all of that, beside what could be served, most of which never is there
	skew         = 3.0   // by how much steps within steps meet hubs more than others

	worthLevels = 2000000 // of one query: from here on, one query a level is thought of
)

// Work estimates how much a store has to go through to answer a plan, beside what it serves (Plan.Cost), on the same scale.
func (p *Plan) Work(sizes *Sizes) int {
	whole, levels := p.work(sizes)
	if p.byLevel(whole, levels) {
		return levels
	}
	return whole
}

// ByLevel says whether a plan's query is better answered by one query a level (store.ByLevel): where it may come upon the same nodes again and again.
func (p *Plan) ByLevel(sizes *Sizes) bool {
	return p.Walk == nil && p.byLevel(p.work(sizes))
}

func (p *Plan) byLevel(whole, levels int) bool { return whole > worthLevels && levels < whole/2 }

// work is that of one query, and that of one a level.
func (p *Plan) work(sizes *Sizes) (whole, levels int) {
	whole = (&worker{Sizes: sizes}).plan(p)
	if levels = whole; p.Walk == nil && whole > worthLevels {
		levels = (&worker{Sizes: sizes, byLevel: true}).plan(p)
	}
	return whole, levels
}

func (w *worker) plan(p *Plan) int {
	total := 0.0
	switch q := p.Query.(type) {
	case *Get:
		for _, t := range []*Tuple{q.Node, q.Relation} {
			total += w.tuple(t, drawn(max(len(q.IDs), 1)))
		}
	case *Page:
		total = w.page(q, drawn(1))
	case *Census:
		total = perRow * float64(all(w.Nodes)+all(w.Relations))
	}
	total += w.walk(p.Walk)
	pairs := float64(w.filtering * (w.filtering - 1))
	return int(min(certain*total+perStep*float64(w.steps+w.filtering)+perSteps*pairs, maxCost))
}

// walk is the work of a walk, and of what is fetched of the nodes and relations that it comes by, as many of them as it can come by.
func (w *worker) walk(q Walk) float64 {
	switch q := q.(type) {
	case *Neighborhood:
		nodes, followed := q.reach()
		return float64(q.Depth)*w.expand(&q.Expand) + w.tuple(q.Nodes, rows{w.atMost(nodes), true}) + w.tuple(q.Between.Tuple, rows{float64(followed), true})
	case *Paths:
		return float64(q.MaxLength)*w.expand(&q.Expand) + w.tuple(q.Nodes, drawn(q.First*(q.MaxLength+1))) + w.tuple(q.Between.Tuple, drawn(q.First*q.MaxLength))
	case *Results:
		words := perLooked * float64(max(len(q.Text), 1)*all(w.Nodes))
		return words + float64(w.nodes(q.Query.Types))*w.condition(q.Query.Where, 1) + w.tuple(q.Nodes, drawn(q.Size))
	case *Timeline:
		return w.page(q.Events, drawn(1)) + w.page(q.Relations, drawn(1))
	case *Series:
		return w.page(q.Page, drawn(1))
	case *Comparison:
		return w.tuple(q.Report, drawn(2)) + w.tuple(q.Relation.Tuple, drawn(MaxCompared))
	}
	return 0
}

type worker struct {
	*Sizes
	byLevel          bool // whether a node is asked once, however often it is come upon
	steps, filtering int  // along relations, in selections and in filters, so far
}

func (w *worker) nodes(types []*ontology.Type) (n int) {
	for _, t := range types {
		n += w.Nodes[t.Name]
	}
	return n
}

// all is how many there are of any type.
func all(held map[string]int) (n int) {
	for _, some := range held {
		n += some
	}
	return n
}

// atMost is n, or all the nodes there are where that is known.
func (w *worker) atMost(n int) float64 {
	if len(w.Nodes) == 0 {
		return float64(n)
	}
	return float64(min(n, all(w.Nodes)))
}

func (w *worker) relations(types []*ontology.Relation) (n int) {
	for _, t := range types {
		n += w.Relations[t.Name]
	}
	return n
}

// mean is how many relations a field follows from a node of those that have such relations, mostly.
func (w *worker) mean(f *ontology.Field) float64 {
	near := f.Relation.To
	switch {
	case f.Direction == ontology.Out:
		near = f.Relation.From
	case f.Relation.Symmetric:
		near = append(slices.Clone(near), f.Relation.From...)
	}
	return float64(w.Relations[f.Relation.Name]) / float64(max(w.nodes(near), 1))
}

// rows are how many nodes or relations something is done for. Where each is another, all their relations of a type together are no more than there are.
type rows struct {
	n        float64
	distinct bool
}

// once are the rows of nodes with one of the labels that are asked: each node once, by level.
func (w *worker) once(of rows, types []*ontology.Type) rows {
	if !w.byLevel {
		return of
	}
	return rows{min(of.n, float64(w.nodes(types))), true}
}

// drawn are rows of which one may be there many times.
func drawn(n int) rows { return rows{float64(n), n == 1} }

// tuple is the work for tuples: that of the label which takes most.
func (w *worker) tuple(t *Tuple, of rows) (most float64) {
	if t == nil {
		return 0
	}
	types := t.Types
	if t.Of != OfNode {
		types = []*ontology.Type{nil}
	}
	below := make([]float64, len(t.Slots)) // once for each slot: it may be on many labels
	for i, s := range t.Slots {
		switch s := s.(type) {
		case *Link:
			below[i] = w.tuple(s.To, w.once(rows{n: of.n}, s.To.Types))
		case *EvidenceList:
			below[i] = w.tuple(s.Evidence, rows{n: of.n * min(float64(s.First), mostEvidence)})
		case *Page:
			below[i] = w.page(s, of)
		}
	}
	for _, label := range types {
		total := 0.0
		for column, times := range t.written[label] {
			total += of.n * float64(times) * (perSelected + perWritten*float64(w.Lengths[column])/100)
		}
		for i, s := range t.Slots {
			if label == nil || slices.Contains(s.Labels(), label) {
				total += below[i]
			}
		}
		most = max(most, total)
	}
	return most
}

// page is the work of the pages of nodes.
func (w *worker) page(p *Page, of rows) float64 {
	w.steps++
	if p.Over == OverRelationsHere {
		of = w.once(of, p.On.Types)
	}
	n := of.n
	through, served := 0.0, n*float64(p.Size) // rows, of all the pages together
	switch p.Over {
	case OverNodes:
		through = n * min(float64(w.nodes(p.Types)), w.started(p.Where))
	case OverRelations:
		through = n * float64(w.relations(p.Relations))
	case OverRelationsHere:
		if through = n * w.here(p); of.distinct {
			through = min(through, bothEnds*float64(w.relations(p.Relations)))
		}
	}
	if served = min(served, through); !p.Rows {
		served = 0
	}
	each := 0.0
	if p.Where != nil {
		each += perRow + w.condition(p.Where, 1)
	}
	if p.Rows {
		each += w.order(p)
	}
	if p.Total {
		each += perRow
	}
	if p.Far {
		each += perSorted
	}
	groups := 0.0
	for _, g := range p.Groups {
		if each += perSorted; g.Kind == ontology.String {
			each += perFolded
		}
		if g.Stats != nil {
			each += perRow
		}
		groups += w.tuple(g.Node, rows{n: min(n*float64(g.First), through)})
	}
	each += perRow * float64(len(p.Sums))
	if p.AsOf != "" {
		each += perCompared
	}
	if each > 0 && p.Over == OverRelationsHere {
		each += perFollowed
	}
	distinct := n == 1
	return through*each + served*perServed + groups + w.tuple(p.Relation, rows{served, distinct}) + w.tuple(p.Node, rows{served, distinct && p.Over == OverNodes})
}

// started is how many nodes a filter can hold of, where stores start from the few that it leads to (Start).
func (w *worker) started(c Condition) float64 {
	around := func(f *ontology.Field, far Condition) float64 {
		most := 0
		for _, label := range f.Far {
			most = max(most, w.degree(label, f.Relation, f.Direction.Reverse()))
		}
		return float64(most) * w.started(far)
	}
	start, _, ok := Start(c)
	if !ok {
		return math.Inf(1)
	}
	switch c := start.(type) {
	case OnNode:
		return w.started(c.Where)
	case Compare:
		if values, several := c.Value.([]Value); several {
			return float64(len(values))
		}
		return perFew
	case Related:
		if far, _, there := StartFar(c.Where); there {
			return around(c.Field, far)
		}
	case Linked:
		if c.Via == ViaField {
			return around(c.Field, c.Where)
		}
	}
	return math.Inf(1)
}

// here is how many relations a page at a node goes through: all that a hub among the nodes of a label has.
func (w *worker) here(p *Page) (most float64) {
	for _, label := range p.On.Types {
		total := 0
		for _, r := range p.Relations {
			total += w.degree(label, r, p.Direction)
		}
		most = max(most, float64(total))
	}
	return most
}

// degree is the most relations of a type that a node of a label has; where no field follows them, a quarter of all.
func (w *worker) degree(label *ontology.Type, r *ontology.Relation, direction ontology.Direction) (n int) {
	for _, end := range []struct {
		direction ontology.Direction
		types     []*ontology.Type
	}{{ontology.Out, r.From}, {ontology.In, r.To}} {
		if direction != end.direction && direction != ontology.Both && !r.Symmetric || !slices.Contains(end.types, label) {
			continue
		}
		i := slices.IndexFunc(label.Fields, func(f *ontology.Field) bool {
			return f.Relation == r && (f.Direction == end.direction || f.Direction == ontology.Both)
		})
		if i < 0 {
			n += w.Relations[r.Name] / 4
		} else {
			n += w.Degrees[label.Fields[i]]
		}
	}
	return n
}

// order is what it takes to bring a row into its place; little, where an index has the order.
func (w *worker) order(p *Page) (each float64) {
	for i, o := range p.Order {
		switch {
		case o.Count != nil:
			each += perSorted + perFollowed*w.mean(o.Count)
		case len(o.Via) > 0:
			each += perSorted + perFollowed*float64(len(o.Via))
		case p.Over == OverRelationsHere && i == 0 && o.Of == OfNode && o.Column == "name" && p.Where == nil && p.AsOf == "":
			return each + perFollowed // stores look at the names first, and at all else of few
		case p.Over == OverRelationsHere && (o.Of == OfNode || o.Column != "id"):
			each += perFollowed + perSorted
		case o.Folded && o.Column != "name":
			each += perSorted + perFolded
		case o.Column != "id" && o.Column != "name":
			each += perSorted
		}
	}
	return each
}

// expand is the work of one step of a walk: it may follow all relations, from both ends.
func (w *worker) expand(e *Expand) float64 {
	rows := 2 * float64(w.relations(e.Relations))
	each := perFollowed
	if e.Where != nil {
		each += w.condition(e.Where, 1)
	}
	return rows * each
}

// condition is what it takes to see whether a condition holds of a row; of one that is come to along relations, more is seen by the factor.
func (w *worker) condition(c Condition, more float64) (each float64) {
	switch c := c.(type) {
	case Every:
		for _, one := range c {
			each += w.condition(one, more)
		}
	case Some:
		for _, one := range c {
			each += w.condition(one, more)
		}
	case Not:
		return w.condition(c.Of, more)
	case OnNode:
		return perRow + w.condition(c.Where, more)
	case OnRelation:
		return w.condition(c.Where, more)
	case Linked:
		w.filtering++
		return perFollowed + w.condition(c.Where, skew)
	case Cited:
		w.filtering++
		return perFollowed + perEvidence*w.condition(c.Where, more)
	case Related:
		w.filtering++
		return perFollowed + more*w.mean(c.Field)*(perFollowed+w.condition(c.Where, skew))
	case Compare:
		return w.compared(c)
	}
	return each
}

func (w *worker) compared(c Compare) float64 {
	each := perCompared
	if c.Folded && (c.Plain || c.Column != "name") { // names are kept folded
		each = perFolded * max(1, float64(w.Lengths[c.Column])/100)
	}
	if values, ok := c.Value.([]Value); ok {
		each += perListed * float64(len(values))
	}
	return each
}
