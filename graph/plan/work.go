package plan

import (
	"math"
	"slices"

	"councilgraph/graph/ontology"
)

// What one thing takes, where 1 is what it takes to serve a small node: some 3 µs on SQLite.
const (
	perServed    = 1.0    // row of those that a page has, as far as there are as many
	perCounted   = 0.03   // row or relation that an index has
	perScanned   = 0.05   // relation that is read where all are, one after the other
	perRead      = 0.4    // node or relation that is read where an index leads to it
	perFetched   = 1.0    // node that a relation leads to and that is read
	perBegun     = 0.8    // list around a node, or look into one
	perFollowed  = 0.3    // relation
	perStepped   = 0.2    // relation that a walk may come to, and counts
	perPaired    = 0.6    // the same of a search for paths, which takes it along
	perLinked    = 0.3    // the same where nothing is asked of it, so that the links in memory do
	perCited     = 1.0    // look into the evidence of a node or relation
	mostCited    = 1.5    // pieces that are looked at then, mostly
	mostEvidence = 8.0    // pieces that most have at most; what those few that have more take, the bytes of an answer bound
	perSorted    = 0.2    // row that is put into a group, or into its place
	perGroup     = 0.8    // group
	perReckoned  = 1.5    // week that a day lies in
	perCompared  = 0.05   // value
	perDated     = 0.4    // relation that is to have been there on a day, and its ends
	perFolded    = 0.3    // 100 bytes of text, to be compared
	shortText    = 50.0   // bytes of a text of which it is not known how long it is
	perListed    = 0.01   // value of a list that is compared with
	perLooked    = 0.02   // node whose text is looked up by a word
	perFound     = 1.8    // node that is found by its text
	mostFound    = 50_000 // of those
	perFew       = 4.0    // nodes that have one name or key
	perSelected  = 0.05   // field that is written, whatever it is called there
	perWritten   = 1.0    // 100 bytes of text
	certain      = 10.0   // all of that, beside what could be served, most of which never is there
	skew         = 3.0    // by how much steps within steps meet hubs more than others

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

// ByLevel says whether a plan's query is better answered by one query a level (store.ByLevel): where it may come upon the same nodes again
// and again.
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
		total = w.get(q)
	case *Page:
		total = w.page(q, drawn(1))
	case *Census:
		each := perCounted
		if q.Counts {
			each += perSorted // evidence has no index by which to count it on Neo4j
		}
		total = each * float64(all(w.Nodes)+all(w.Relations))
	}
	total += w.walk(p.Walk)
	planning := float64(w.Planning.Step)*float64(w.steps+w.filtering) + float64(w.Planning.Pairs)*float64(w.filtering*(w.filtering-1))
	return int(min(certain*total+planning, maxCost))
}

// get is the work for nodes and relations that are named.
func (w *worker) get(g *Get) float64 {
	nodes := rows{n: 1, distinct: true, known: g.Folded}
	relations := rows{distinct: true}
	if g.IDs != nil {
		nodes.n, nodes.known = 0, []string{}
		for _, id := range g.IDs {
			if ontology.IsNodeID(id) {
				nodes.n, nodes.known = nodes.n+1, append(nodes.known, id)
			} else {
				relations.n++
			}
		}
	}
	return w.tuple(g.Node, nodes) + w.tuple(g.Relation, relations)
}

// walk is the work of a walk, and of what is fetched of the nodes and relations that it comes by, as many of them as it can come by.
func (w *worker) walk(q Walk) float64 {
	switch q := q.(type) {
	case *Neighborhood:
		nodes, followed := q.reach()
		from := rows{n: w.atMost(nodes), distinct: true}
		between := w.expand(&q.Expand, from, perStepped)
		if q.Depth == 1 {
			from = rows{float64(len(q.Of)), true, identified(q.Of)}
		}
		return w.expand(&q.Expand, from, perStepped) + between + w.tuple(q.Nodes, rows{n: w.atMost(nodes), distinct: true}) +
			w.tuple(q.Between.Tuple, rows{n: float64(followed), distinct: true})
	case *Paths:
		from, each := rows{n: w.atMost(math.MaxInt32), distinct: true}, perPaired
		switch {
		case q.MaxLength == 1:
			from = rows{1, true, identified([]string{q.From})}
		case q.MaxLength == 2:
			from = rows{2, true, identified([]string{q.From, q.To})}
		}
		if q.Expand.Where == nil && q.Expand.AsOf == "" && len(q.Avoid) == 0 {
			each = perLinked
		}
		return w.expand(&q.Expand, from, each) + w.tuple(q.Nodes, drawn(q.First*(q.MaxLength+1))) + w.tuple(q.Between.Tuple, drawn(q.First*q.MaxLength))
	case *Results:
		return w.search(q)
	case *Timeline:
		return w.page(q.Events, drawn(1)) + w.page(q.Relations, drawn(1))
	case *Series:
		return w.page(q.Page, drawn(1))
	case *Comparison:
		return w.tuple(q.Report, drawn(2)) + w.tuple(q.Relation.Tuple, drawn(MaxCompared))
	}
	return 0
}

// search is the work of a search: any word may stand in every text.
func (w *worker) search(r *Results) float64 {
	texts := 0
	for _, t := range r.Query.Types {
		if t.Searched != nil {
			texts += w.Nodes[t.Name]
		}
	}
	found := perFound * min(float64(texts), mostFound)
	if r.Query.Where != nil {
		found += w.condition(r.Query.Where, 1, seen{}) * min(float64(w.nodes(r.Query.Types)), w.started(r.Query.Where), mostFound)
	}
	return perLooked*float64(len(r.Text)*w.nodes(r.Query.Types)) + found + w.tuple(r.Nodes, drawn(r.Size))
}

// expand is the work of a walk that goes on from nodes, each once.
func (w *worker) expand(e *Expand, from rows, each float64) (total float64) {
	if e.Where != nil {
		each += perRead + w.condition(e.Where, 1, seen{})
	}
	if e.AsOf != "" {
		each += perDated
	}
	for _, r := range e.Relations {
		most := 0.0
		for _, label := range slices.Concat(r.From, r.To) {
			most = max(most, w.ties(label, r, e.Direction, from))
		}
		total += most * each
	}
	return total
}

type worker struct {
	*Sizes
	byLevel          bool // whether a node is asked once, however often it is come upon
	steps, filtering int  // along relations, in selections and in filters, so far
}

// once are the rows of nodes with one of the labels that are asked: each node once, by level.
func (w *worker) once(of rows, types []*ontology.Type) rows {
	if !w.byLevel {
		return of
	}
	return rows{min(of.n, float64(w.nodes(types))), true, of.known}
}

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
			below[i] = of.n*perFetched + w.tuple(s.To, w.once(rows{n: of.n}, s.To.Types))
		case *EvidenceList:
			below[i] = of.n*perBegun + w.tuple(s.Evidence, rows{n: of.n * min(float64(s.First), mostEvidence)})
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
