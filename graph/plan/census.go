package plan

import (
	"fmt"

	"councilgraph/graph/ontology"
)

// census plans graph.
func (r *request) census(s selected, at place) (*Plan, *Error) {
	object, q := newObject(), &Census{}
	err := r.record(object, "Graph", s.children, at, func(name string) recordField {
		switch name {
		case "version":
			return func(selected, place) (Out, bool, *Error) { return Digest{CensusDocuments}, true, nil }
		case "newest":
			return scalarField(CensusNewest, ontology.String, false)
		}
		slot, ok := map[string]int{"reports": CensusReports, "nodes": CensusNodes, "relations": CensusRelations, "evidence": CensusEvidence}[name]
		if !ok {
			panic(fmt.Sprintf("Graph has no field %s", name))
		}
		q.Counts = true
		return scalarField(slot, ontology.Int, true)
	})
	return &Plan{Query: q, Out: Whole{object}, Cost: 1, Costliest: at.String()}, err
}
