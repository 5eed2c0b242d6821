package storetest

import (
	"maps"
	"slices"
	"sync"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Graph is what a set of documents adds up to, in plain maps. It does not change; its methods are safe for concurrent use.
type Graph struct {
	Ontology  *ontology.Ontology
	Nodes     map[string]*store.NodeSum  // by id
	Relations map[string]*store.Relation // by id

	headers  []store.Header
	version  string                       // of the whole graph's vocabulary
	nodeIDs  []string                     // in order
	tellers  map[string][]string          // by node, the keys (store.Header.Key) of the reports that tell of it
	at       map[string][]*store.Relation // by the id of either end, by id, each once
	evidence map[string][]*Evidence       // by node or relation, as served
	whole    *Graph                       // of all time
	day      string                       // "" for all time
	mu       sync.Mutex
	days     map[string]*Graph // of the whole graph: as of days asked for
}

// Evidence is one piece of evidence, of a node or of a relation.
type Evidence struct {
	ID, Report string
	Stated     map[string]any // of its relation; nil of evidence of nodes
	store.Evidence
}

// withDefaults are what a document says of a node, and what stands where it says nothing.
func withDefaults(t *ontology.Type, said map[string]any) map[string]any {
	all := map[string]any{}
	for _, p := range t.Properties {
		if v, ok := said[p.Name]; ok {
			all[p.Name] = v
		} else if p.Default != "" {
			all[p.Name] = p.Default
		}
	}
	return all
}

// NewGraph adds documents of different reports up. It depends on their set alone.
func NewGraph(o *ontology.Ontology, documents []store.Document) *Graph {
	g := &Graph{Ontology: o, Nodes: map[string]*store.NodeSum{}, Relations: map[string]*store.Relation{}, tellers: map[string][]string{},
		days: map[string]*Graph{}}
	g.whole, g.headers = g, headers(documents)

	nodes := map[string][]store.TellsNode{}
	for _, d := range documents {
		for _, n := range d.Nodes {
			n.Properties = withDefaults(o.Type(n.Type), n.Properties)
			nodes[n.ID] = append(nodes[n.ID], store.TellsNode{ReportKey: d.Key(), Node: n})
			g.tellers[n.ID] = append(g.tellers[n.ID], d.Key())
		}
	}
	for id, told := range nodes {
		n := store.SumNode(told)
		g.Nodes[id] = &n
	}

	type ends struct {
		relation *ontology.Relation
		from, to string
	}
	relations := map[ends][]store.Told{}
	for _, d := range documents {
		for _, s := range d.Relations {
			to := s.To
			if s.ToSymbol != "" {
				if to = store.BySymbol(s.ToSymbol, headers(documents)); to == "" {
					continue
				}
			}
			r := o.Relation(s.Type)
			from, to := store.Ends(r, s.From, to)
			at := ends{r, from, to}
			relations[at] = append(relations[at], store.Told{ReportKey: d.Key(), Properties: s.Properties, Ordinal: s.Ordinal, Evidence: s.Evidence})
		}
	}
	for at, told := range relations {
		for _, r := range store.Relations(at.relation, at.from, at.to, told) {
			g.Relations[r.ID] = &r
		}
	}
	g.index()
	return g
}

func (g *Graph) index() {
	g.nodeIDs, g.at, g.evidence = slices.Sorted(maps.Keys(g.Nodes)), map[string][]*store.Relation{}, map[string][]*Evidence{}
	for _, id := range slices.Sorted(maps.Keys(g.Relations)) {
		r := g.Relations[id]
		g.at[r.From] = append(g.at[r.From], r)
		if r.To != r.From {
			g.at[r.To] = append(g.at[r.To], r)
		}
		for i, t := range r.Told {
			if t.Evidence != nil {
				g.evidence[id] = append(g.evidence[id], &Evidence{r.EvidenceID(i), t.Report(), t.Properties, *t.Evidence})
			}
		}
	}
	for id, n := range g.Nodes {
		for _, e := range n.Evidence {
			g.evidence[id] = append(g.evidence[id], &Evidence{e.ID, store.Told{ReportKey: e.ReportKey}.Report(), nil, e.Evidence})
		}
	}
}

// AsOf is the graph of a day, or of all time: the evidence of reports that count by then, the nodes that they tell of, and the relations
// that they tell of between two such nodes, with the values that these reports state. What nodes are called, and their properties, are
// those of all time.
func (g *Graph) AsOf(day string) *Graph {
	if day == g.day {
		return g
	}
	if day == "" {
		return g.whole
	}
	g.whole.mu.Lock()
	defer g.whole.mu.Unlock()
	if then, ok := g.whole.days[day]; ok {
		return then
	}
	then := &Graph{Ontology: g.Ontology, Nodes: map[string]*store.NodeSum{}, Relations: map[string]*store.Relation{},
		tellers: map[string][]string{}, whole: g.whole, day: day}
	for id, n := range g.whole.Nodes {
		if n.FirstTold <= day {
			n := *n
			n.Evidence = slices.DeleteFunc(slices.Clone(n.Evidence), func(e store.OwnEvidence) bool { return store.Told{ReportKey: e.ReportKey}.Day() > day })
			then.Nodes[id] = &n
			then.tellers[id] = slices.DeleteFunc(slices.Clone(g.whole.tellers[id]), func(key string) bool { return store.Told{ReportKey: key}.Day() > day })
		}
	}
	for id, r := range g.whole.Relations {
		if r.FirstTold <= day && then.Nodes[r.From] != nil && then.Nodes[r.To] != nil {
			r := *r
			r.Properties = r.AsOf(day)
			r.Told = slices.DeleteFunc(slices.Clone(r.Told), func(t store.Told) bool { return t.Day() > day })
			then.Relations[id] = &r
		}
	}
	then.index()
	g.whole.days[day] = then
	return then
}

// Day is the day that the graph is of; "" for all time.
func (g *Graph) Day() string { return g.day }

// NodesOf lists the nodes with one of these labels, by id.
func (g *Graph) NodesOf(types []*ontology.Type) (nodes []*store.NodeSum) {
	for _, id := range g.nodeIDs {
		if n := g.Nodes[id]; slices.Contains(types, g.Ontology.Type(n.Type)) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// RelationsAt lists the relations of these types at a node in a direction, by id, each once.
func (g *Graph) RelationsAt(node string, types []*ontology.Relation, d ontology.Direction) (relations []*store.Relation) {
	for _, r := range g.at[node] {
		either := d == ontology.Both || r.Type.Symmetric
		if slices.Contains(types, r.Type) && (either || r.From == node && d == ontology.Out || r.To == node && d == ontology.In) {
			relations = append(relations, r)
		}
	}
	return relations
}

// Following lists the relations that a field follows from a node, by id.
func (g *Graph) Following(node string, f *ontology.Field) []*store.Relation {
	return g.RelationsAt(node, []*ontology.Relation{f.Relation}, f.Direction)
}

// Far is the node at the other end of a relation.
func (g *Graph) Far(r *store.Relation, here string) *store.NodeSum {
	if r.From == here {
		return g.Nodes[r.To]
	}
	return g.Nodes[r.From]
}

// NodeEvidence lists the evidence that a node carries itself, as served.
func (g *Graph) NodeEvidence(n *store.NodeSum) []*Evidence { return g.evidence[n.ID] }

// RelationEvidence lists the evidence of a relation, as served.
func (g *Graph) RelationEvidence(r *store.Relation) []*Evidence { return g.evidence[r.ID] }
