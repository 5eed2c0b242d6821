package storetest

import (
	"slices"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

func (g *Graph) nodeTuple(t *plan.Tuple, id string) []plan.Value {
	g = g.AsOf(t.AsOf)
	n := g.Nodes[id]
	tuple := []plan.Value{n.Type}
	label := g.Ontology.Type(n.Type)
	for _, s := range t.Slots {
		var v plan.Value
		if slices.Contains(s.Labels(), label) {
			switch s := s.(type) {
			case *plan.Column:
				v = g.column(subject{node: n}, s.Name)
			case *plan.Link:
				if far := g.link(n, s.Field); far != nil {
					v = g.nodeTuple(s.To, far.ID)
				}
			case *plan.Page:
				v = g.page(s, id)
			case *plan.EvidenceList:
				v = g.evidenceList(s, g.NodeEvidence(n))
			}
		}
		tuple = append(tuple, v)
	}
	return tuple
}

// link is the far node of the relation with the least id that a field follows from a node; nil where there is none.
func (g *Graph) link(n *store.NodeSum, f *ontology.Field) *store.NodeSum {
	if at := g.Following(n.ID, f); len(at) > 0 {
		return g.Far(at[0], n.ID)
	}
	return nil
}

func (g *Graph) relationTuple(t *plan.Tuple, id string) []plan.Value {
	g = g.AsOf(t.AsOf)
	r := g.Relations[id]
	tuple := []plan.Value{"Relation"}
	for _, s := range t.Slots {
		var v plan.Value
		switch s := s.(type) {
		case *plan.Column:
			v = g.column(subject{relation: r}, s.Name)
		case *plan.Link:
			end := r.From
			if s.Via == plan.ViaTo {
				end = r.To
			}
			v = g.nodeTuple(s.To, end)
		case *plan.EvidenceList:
			v = g.evidenceList(s, g.RelationEvidence(r))
		}
		tuple = append(tuple, v)
	}
	return tuple
}

// evidenceList lists the first pieces after one of them.
func (g *Graph) evidenceList(l *plan.EvidenceList, all []*Evidence) plan.Value {
	if l.After != "" {
		i := slices.IndexFunc(all, func(e *Evidence) bool { return e.ID == l.After })
		if i < 0 {
			return nil
		}
		all = all[i+1:]
	}
	tuples := []plan.Value{}
	for _, e := range all[:min(len(all), l.First)] {
		tuples = append(tuples, g.evidenceTuple(l.Evidence, e))
	}
	return tuples
}

func (g *Graph) evidenceTuple(t *plan.Tuple, e *Evidence) []plan.Value {
	tuple := []plan.Value{"Evidence"}
	for _, s := range t.Slots {
		var v plan.Value
		switch s := s.(type) {
		case *plan.Column:
			v = g.column(subject{evidence: e}, s.Name)
		case *plan.Link:
			end := e.Report
			if s.Via == plan.ViaParagraph {
				end = e.Paragraph
			}
			v = g.nodeTuple(s.To, end)
		}
		tuple = append(tuple, v)
	}
	return tuple
}

// column is the value of a column; nil where it is missing.
func (g *Graph) column(s subject, name string) plan.Value {
	switch {
	case s.node != nil:
		return g.nodeColumn(s.node, name)
	case s.relation != nil:
		return g.relationColumn(s.relation, name)
	}
	e := s.evidence
	return map[string]plan.Value{"id": e.ID, "quote": e.Quote, "start": int64(e.Start), "end": int64(e.End), "rule": e.Rule,
		"stated": store.EncodeProperties(e.Stated)}[name]
}

func (g *Graph) nodeColumn(n *store.NodeSum, name string) plan.Value {
	switch name {
	case "id":
		return n.ID
	case "type":
		return n.Type
	case "name":
		return n.Name
	case "aliases":
		aliases := []plan.Value{}
		for _, a := range n.Aliases {
			aliases = append(aliases, a)
		}
		return aliases
	case "evidenceCount":
		return int64(len(n.Evidence))
	}
	return n.Properties[name]
}

func (g *Graph) relationColumn(r *store.Relation, name string) plan.Value {
	switch name {
	case "id":
		return r.ID
	case "type":
		return r.Type.Name
	case "from":
		return r.From
	case "to":
		return r.To
	case "ordinal":
		return int64(r.Ordinal)
	case "evidenceCount":
		return int64(len(g.RelationEvidence(r)))
	case "reportCount":
		reports := map[string]bool{}
		for _, t := range r.Told {
			reports[t.ReportKey] = true
		}
		return int64(len(reports))
	}
	return r.Properties[name]
}
