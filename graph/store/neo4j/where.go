package neo4j

import (
	"fmt"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// subject is what a condition is of: the variables of a node, of a relation (both: a row of a page), or of the owner and the index of a
// piece of evidence, as of a day.
type subject struct{ node, relation, owner, index, day string }

// condition is a condition as Cypher: true, or false, or null for false; never null below Not.
func (w *statement) condition(c plan.Condition, s subject) string {
	switch c := c.(type) {
	case nil:
		return "true"
	case plan.Every:
		return w.conditions(c, s, " AND ", "true")
	case plan.Some:
		return w.conditions(c, s, " OR ", "false")
	case plan.Not:
		return "NOT coalesce(" + w.condition(c.Of, s) + ", false)"
	case plan.Compare:
		return w.compare(c, s)
	case plan.Labelled:
		return labelled(s.node, c.Types)
	case plan.OnNode:
		return w.condition(c.Where, subject{node: s.node, day: s.day})
	case plan.OnRelation:
		return w.condition(c.Where, subject{relation: s.relation, day: s.day})
	case plan.Linked:
		return w.linked(c, s)
	case plan.Cited:
		owner, i, then := s.node+s.relation, w.variable("i"), "" // one of the two
		if s.day != "" {
			then = fmt.Sprintf(" AND %s <= %s", dayOf(owner, i), w.value(s.day))
		}
		return fmt.Sprintf("EXISTS { UNWIND range(0, size(coalesce(%s.quotes, [])) - 1) AS %s WITH %[2]s WHERE %[3]s%[4]s RETURN %[2]s }",
			owner, i, w.condition(c.Where, subject{owner: owner, index: i, day: s.day}), then)
	case plan.Related:
		r, n := w.variable("r"), w.variable("n")
		around := w.around([]*ontology.Relation{c.Field.Relation}, c.Field.Direction, s.node, r, n, s.day)
		if c.Op == plan.Gte && c.Count == 1 {
			return fmt.Sprintf("EXISTS { %s AND %s }", around, w.condition(c.Where, subject{node: n, relation: r, day: s.day}))
		}
		return fmt.Sprintf("COUNT { %s AND %s } %s %s", around, w.condition(c.Where, subject{node: n, relation: r, day: s.day}),
			operators[c.Op], w.value(c.Count))
	}
	panic(fmt.Sprintf("no Cypher for a condition %T", c))
}

func (w *statement) conditions(all []plan.Condition, s subject, join, none string) string {
	if len(all) == 0 {
		return none
	}
	parts := make([]string, len(all))
	for i, c := range all {
		parts[i] = w.condition(c, s)
	}
	return "(" + strings.Join(parts, join) + ")"
}

func (w *statement) linked(c plan.Linked, s subject) string {
	n := w.variable("n")
	where := w.condition(c.Where, subject{node: n, day: s.day})
	switch c.Via {
	case plan.ViaFrom:
		return fmt.Sprintf("EXISTS { UNWIND [startNode(%s)] AS %s WITH %[2]s WHERE %[3]s RETURN %[2]s }", s.relation, n, where)
	case plan.ViaTo:
		return fmt.Sprintf("EXISTS { UNWIND [endNode(%s)] AS %s WITH %[2]s WHERE %[3]s RETURN %[2]s }", s.relation, n, where)
	case plan.ViaReport, plan.ViaParagraph:
		return fmt.Sprintf("EXISTS { MATCH (%s:Entity {id: %s}) WHERE %s }", n, evidenceEnd(s.owner, s.index, c.Via), where)
	}
	r := w.variable("r")
	return fmt.Sprintf("EXISTS { %s AND %s }", w.around([]*ontology.Relation{c.Field.Relation}, c.Field.Direction, s.node, r, n, s.day), where)
}

var operators = map[plan.Op]string{plan.Eq: "=", plan.In: "IN", plan.Lt: "<", plan.Lte: "<=", plan.Gt: ">", plan.Gte: ">=",
	plan.Contains: "CONTAINS", plan.StartsWith: "STARTS WITH", plan.EndsWith: "ENDS WITH"}

// compare compares a value. Whatever is compared with, the text is the same.
func (w *statement) compare(c plan.Compare, s subject) string {
	name := c.Column
	if c.Plain {
		name = "_plain_" + name
	} else if c.Folded {
		name = "_folded_" + name
	}
	value := ""
	switch {
	case s.owner != "" && c.Folded:
		value = evidenceText(s.owner, s.index, c.Column, c.Plain)
	case s.owner != "":
		value = evidenceColumn(s.owner, s.index, c.Column)
	case s.relation != "":
		value = w.column(plan.OfRelation, name, s.relation, s.day)
	case c.Column == "aliases" && c.Op == plan.IsNull:
		return "false"
	case c.Column == "aliases":
		a := w.variable("a")
		return fmt.Sprintf("any(%s IN %s.%s WHERE %[1]s %[4]s %[5]s)", a, s.node, quote(name), operators[c.Op], w.value(c.Value))
	default:
		value = w.column(plan.OfNode, name, s.node, s.day)
	}
	if c.Op == plan.IsNull {
		return value + " IS NULL"
	}
	return fmt.Sprintf("%s %s %s", value, operators[c.Op], w.value(c.Value))
}
