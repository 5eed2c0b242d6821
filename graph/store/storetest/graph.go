package storetest

import (
	"maps"
	"slices"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Graph is what a set of documents adds up to, in plain maps.
type Graph struct {
	Ontology  *ontology.Ontology
	Nodes     map[string]store.NodeSum  // by id
	Relations map[string]store.Relation // by id

	nodeIDs, relationIDs []string // in order
}

// Evidence is one piece of evidence, of a node or of a relation.
type Evidence struct {
	ID, Report string
	store.Evidence
}

// NewGraph adds documents of different reports up. It depends on their set alone.
func NewGraph(o *ontology.Ontology, documents []store.Document) *Graph {
	g := &Graph{Ontology: o, Nodes: map[string]store.NodeSum{}, Relations: map[string]store.Relation{}}

	nodes := map[string][]store.TellsNode{}
	for _, d := range documents {
		for _, n := range d.Nodes {
			nodes[n.ID] = append(nodes[n.ID], store.TellsNode{ReportKey: d.Key(), Node: n})
		}
	}
	for id, told := range nodes {
		g.Nodes[id] = store.SumNode(told)
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
			g.Relations[r.ID] = r
		}
	}
	g.nodeIDs, g.relationIDs = slices.Sorted(maps.Keys(g.Nodes)), slices.Sorted(maps.Keys(g.Relations))
	return g
}

// NodesOf lists the nodes with one of these labels, by id.
func (g *Graph) NodesOf(types []*ontology.Type) (nodes []store.NodeSum) {
	for _, id := range g.nodeIDs {
		if n := g.Nodes[id]; slices.Contains(types, g.Ontology.Type(n.Type)) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// RelationsOf lists the relations of these types, by id.
func (g *Graph) RelationsOf(types []*ontology.Relation) (relations []store.Relation) {
	for _, id := range g.relationIDs {
		if r := g.Relations[id]; slices.Contains(types, r.Type) {
			relations = append(relations, r)
		}
	}
	return relations
}

// RelationsAt lists the relations of these types at a node in a direction, by id, each once.
func (g *Graph) RelationsAt(node string, types []*ontology.Relation, d ontology.Direction) (relations []store.Relation) {
	for _, r := range g.RelationsOf(types) {
		either := d == ontology.Both || r.Type.Symmetric
		if r.From == node && (d == ontology.Out || either) || r.To == node && (d == ontology.In || either) {
			relations = append(relations, r)
		}
	}
	return relations
}

// Far is the node at the other end of a relation.
func (g *Graph) Far(r store.Relation, here string) store.NodeSum {
	if r.From == here {
		return g.Nodes[r.To]
	}
	return g.Nodes[r.From]
}

// NodeEvidence lists the evidence that a node carries itself, as served.
func (g *Graph) NodeEvidence(n store.NodeSum) (evidence []Evidence) {
	for _, e := range n.Evidence {
		evidence = append(evidence, Evidence{e.ID, store.Told{ReportKey: e.ReportKey}.Report(), e.Evidence})
	}
	return evidence
}

// RelationEvidence lists the evidence of a relation, as served.
func (g *Graph) RelationEvidence(r store.Relation) (evidence []Evidence) {
	for i, t := range r.Told {
		if t.Evidence != nil {
			evidence = append(evidence, Evidence{r.EvidenceID(i), t.Report(), *t.Evidence})
		}
	}
	return evidence
}
