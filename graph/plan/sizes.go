package plan

import (
	"slices"

	"councilgraph/graph/ontology"
)

// Sizes is how much a graph holds, for the estimate of how much work a plan is. What it does not know counts as nothing.
type Sizes struct {
	Planning  Planning
	Nodes     map[string]int                     // by label
	Relations map[string]int                     // by type
	Degrees   map[*ontology.Field][]int          // how many relations a field follows from those nodes that have most of them, most first
	Hubs      map[string]map[*ontology.Field]int // the same of each of these nodes, by its id and by the folded forms that it is looked up by
	Lengths   map[string]int                     // bytes that long texts have, mostly, by column
}

// Planning is what it takes a store to plan a statement that it has not seen, on the scale of Plan.Cost.
type Planning struct {
	Step  int // along a relation, in a filter or a selection
	Pairs int // any two steps in filters, where they are looked at together
}

// rows are how many nodes or relations something is done for.
type rows struct {
	n        float64
	distinct bool     // whether each is another: all their relations of a type together are no more than there are
	known    []string // what they are looked up by: ids, or folded names; nil where that is not said
}

// identified are ids; nil where one of them still has to be found.
func identified(ids []string) []string {
	if slices.ContainsFunc(ids, func(id string) bool { return !ontology.IsNodeID(id) }) {
		return nil
	}
	return ids
}

// drawn are rows of which one may be there many times.
func drawn(n int) rows { return rows{n: float64(n), distinct: n == 1} }

func (s *Sizes) nodes(types []*ontology.Type) (n int) {
	for _, t := range types {
		n += s.Nodes[t.Name]
	}
	return n
}

func (s *Sizes) relations(types []*ontology.Relation) (n int) {
	for _, t := range types {
		n += s.Relations[t.Name]
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
func (s *Sizes) atMost(n int) float64 {
	if len(s.Nodes) == 0 {
		return float64(n)
	}
	return float64(min(n, all(s.Nodes)))
}

// mean is how many relations a field follows from a node of those that have such relations, mostly.
func (s *Sizes) mean(f *ontology.Field) float64 {
	near := f.Relation.To
	switch {
	case f.Direction == ontology.Out:
		near = f.Relation.From
	case f.Relation.Symmetric:
		near = append(slices.Clone(near), f.Relation.From...)
	}
	return float64(s.Relations[f.Relation.Name]) / float64(max(s.nodes(near), 1))
}

// ties is how many relations of a type nodes of a label have at most, all together.
func (s *Sizes) ties(label *ontology.Type, r *ontology.Relation, direction ontology.Direction, of rows) (n float64) {
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
		most := of.n * float64(s.Relations[r.Name]/4) // where no field follows them
		if i >= 0 {
			most = s.followed(label.Fields[i], of)
		}
		if of.distinct {
			most = min(most, float64(s.Relations[r.Name]))
		}
		n += most
	}
	return n
}

// followed is how many relations a field follows from nodes at most, all together.
func (s *Sizes) followed(f *ontology.Field, of rows) (n float64) {
	most := s.Degrees[f]
	if len(most) == 0 {
		return 0
	}
	others := float64(most[len(most)-1]) // of each that is not among those that have most
	switch {
	case of.known != nil:
		left := of.n
		for _, key := range of.known {
			if degree, hub := s.Hubs[key][f]; hub {
				n, left = n+float64(degree), left-1
			}
		}
		return n + max(left, 0)*others
	case of.distinct:
		for _, degree := range most[:int(min(of.n, float64(len(most))))] {
			n += float64(degree)
		}
		return n + max(of.n-float64(len(most)), 0)*others
	}
	return of.n * float64(most[0])
}
