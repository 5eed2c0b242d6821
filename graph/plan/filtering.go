package plan

import (
	"math"
	"slices"

	"councilgraph/graph/ontology"
)

// started is how many nodes a filter can hold of, where stores start from the few that it leads to (Start).
func (w *worker) started(c Condition) float64 {
	around := func(f *ontology.Field, far Condition) (most float64) {
		from := rows{min(w.started(far), w.atMost(math.MaxInt32)), false, named(far)}
		for _, label := range f.Far {
			most = max(most, w.ties(label, f.Relation, f.Direction.Reverse(), from))
		}
		return most
	}
	start, _, ok := Start(c)
	if !ok {
		return w.labelled(c)
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

// named are the ids or names that a condition says, of nodes that it can hold of alone; nil where it says none.
func named(c Condition) (known []string) {
	switch c := c.(type) {
	case OnNode:
		return named(c.Where)
	case Every:
		for _, one := range c {
			if known := named(one); known != nil {
				return known
			}
		}
	case Compare:
		if !c.Few || c.Column != "id" && (c.Column != "name" || c.Plain) {
			return nil
		}
		all, several := c.Value.([]Value)
		if !several {
			all = []Value{c.Value}
		}
		for _, v := range all {
			text, _ := v.(string)
			known = append(known, text)
		}
		if c.Column == "id" {
			return identified(known)
		}
	}
	return known
}

// labelled is how many nodes a condition can hold of by its labels.
func (w *worker) labelled(c Condition) float64 {
	least := math.Inf(1)
	switch c := c.(type) {
	case OnNode:
		return w.labelled(c.Where)
	case Labelled:
		return float64(w.nodes(c.Types))
	case Every:
		for _, one := range c {
			least = min(least, w.labelled(one))
		}
	}
	return least
}

// bare says whether a condition looks at nothing of a node or relation but its id and type, and where it leads.
func bare(c Condition) bool {
	switch c := c.(type) {
	case Every:
		return !slices.ContainsFunc(c, func(c Condition) bool { return !bare(c) })
	case Some:
		return !slices.ContainsFunc(c, func(c Condition) bool { return !bare(c) })
	case Not:
		return bare(c.Of)
	case Compare:
		return c.Column == "id" || c.Column == "type"
	}
	return true
}

// condition is what it takes to see whether a condition holds of a row; of one that is come to along relations, more is seen by the factor.
func (w *worker) condition(c Condition, more float64, row seen) (each float64) {
	switch c := c.(type) {
	case Every:
		for _, one := range c {
			each += w.condition(one, more, row)
		}
	case Some:
		for _, one := range c {
			each += w.condition(one, more, row)
		}
	case Not:
		return w.condition(c.Of, more, row)
	case OnNode:
		return w.within(c.Where, more, row.node)
	case OnRelation:
		return w.within(c.Where, more, row.relation)
	case Linked:
		w.filtering++
		if c.Via == ViaField {
			each = perBegun
		}
		return each + w.within(c.Where, skew, perFetched) + perFollowed
	case Cited:
		w.filtering++
		return perCited + mostCited*w.condition(c.Where, more, seen{})
	case Related:
		w.filtering++
		return perBegun + more*w.mean(c.Field)*(perFollowed+w.condition(c.Where, skew, around))
	case Compare:
		return w.compared(c)
	}
	return each
}

// within is what it takes to see whether a condition holds of a node or relation that is read for it.
func (w *worker) within(c Condition, more, read float64) float64 {
	if bare(c) {
		read = 0
	}
	return read + w.condition(c, more, seen{})
}

func (w *worker) compared(c Compare) float64 {
	each := perCompared
	if c.Folded && (c.Plain || c.Column != "name") { // names are kept folded
		each = w.folded(c.Column)
	}
	if values, ok := c.Value.([]Value); ok {
		each += perListed * float64(len(values))
	}
	return each
}

// folded is what it takes to fold a text, mostly.
func (w *worker) folded(column string) float64 {
	return perFolded * max(shortText, float64(w.Lengths[column])) / 100
}
