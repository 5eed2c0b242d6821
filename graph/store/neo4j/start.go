package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// A sub-query that a filter makes is looked into for each row. Where the filter can hold of a few rows only (plan.Start), these are
// matched from where it leads to instead.

// from matches the nodes n with one of the labels, or the relations r, of which a condition that plan.Start gives holds, each once. It
// ends in a condition.
func (w *statement) from(start plan.Condition, s subject, types []*ontology.Type) string {
	switch c := start.(type) {
	case plan.OnNode:
		return w.from(c.Where, s, types)
	case plan.OnRelation:
		return w.from(c.Where, s, types)
	case plan.Compare:
		return w.named(c, s, types)
	case plan.Related:
		return w.fromFar(c.Field, c.Where, s, types)
	case plan.Linked:
		switch c.Via {
		case plan.ViaFrom, plan.ViaTo:
			end := w.variable("n")
			pattern := "MATCH (%s)-[%s]->() WHERE true"
			if c.Via == plan.ViaTo {
				pattern = "MATCH (%s)<-[%s]-() WHERE true"
			}
			return w.far(c.Where, subject{node: end, day: s.day}, w.o.Types) + " " + fmt.Sprintf(pattern, end, s.relation)
		case plan.ViaField:
			return w.fromFar(c.Field, plan.OnNode{Where: c.Where}, s, types)
		}
	case plan.Cited:
		return w.fromReport(c, s)
	}
	panic(fmt.Sprintf("nothing starts from a %T", start))
}

// fromFar matches the nodes with one of the labels around which a field leads to a row that meets a condition. Their labels are looked at
// before they are told apart.
func (w *statement) fromFar(f *ontology.Field, where plan.Condition, s subject, types []*ontology.Type) string {
	r, far := w.variable("r"), w.variable("n")
	start, rest, _ := plan.StartFar(where)
	row := subject{node: far, relation: r, day: s.day}
	around := w.around([]*ontology.Relation{f.Relation}, f.Direction.Reverse(), far, r, s.node, s.day)
	return fmt.Sprintf("%s %s AND %s AND %s WITH DISTINCT %s MATCH (%[5]s) WHERE true", w.whole(start, row, f.Far), around,
		w.condition(rest, row), labelled(s.node, types), s.node)
}

// fromReport matches the nodes, or the relations, that some reports tell of, where a piece of their evidence meets a condition.
func (w *statement) fromReport(c plan.Cited, s subject) string {
	report := w.variable("n")
	reports := w.far(plan.Reported(c.Where), subject{node: report, day: s.day}, w.o.Types)
	if s.relation == "" {
		return fmt.Sprintf("%s MATCH (d:_Document {report: %s.id}) MATCH (t:_Telling {document: d.number}) UNWIND t.nodes AS %[3]s WITH DISTINCT %[3]s "+
			"MATCH (%[4]s:Entity {id: %[3]s}) WHERE %[5]s", reports, report, w.variable("id"), s.node, w.condition(c, s))
	}
	id, from, typ, to := w.variable("id"), w.variable("from"), w.variable("type"), w.variable("to")
	return fmt.Sprintf(`%[1]s WITH DISTINCT %[2]s.id AS %[3]s
CALL (%[3]s) {
	MATCH (d:_Document {report: %[3]s}) UNWIND d.ends AS e WITH split(e, ' ') AS e RETURN e[0] AS %[4]s, e[1] AS %[5]s, e[2] AS %[6]s
	UNION
	MATCH (f:_Reference {report: %[3]s}) WHERE f.to IS NOT NULL RETURN f.type AS %[4]s, f.from AS %[5]s, f.to AS %[6]s
}
MATCH (:Entity {id: %[5]s})-[%[7]s]-(:Entity {id: %[6]s}) WHERE type(%[7]s) = %[4]s WITH DISTINCT %[7]s MATCH ()-[%[7]s]->() WHERE %[8]s`,
		reports, report, id, typ, from, to, s.relation, w.condition(c, s))
}

// far matches the nodes with one of the labels that meet a condition.
func (w *statement) far(c plan.Condition, s subject, types []*ontology.Type) string {
	start, rest, _ := plan.Start(c)
	return w.whole(start, s, types) + " AND " + w.condition(rest, s)
}

// whole is from, of a node, with its label.
func (w *statement) whole(start plan.Condition, s subject, types []*ontology.Type) string {
	return w.from(start, subject{node: s.node, day: s.day}, types) + " AND " + labelled(s.node, types)
}

// named matches nodes by what an index finds: one label after the other, for each has an index of its own.
func (w *statement) named(c plan.Compare, s subject, types []*ontology.Type) string {
	if c.Column == "id" {
		return fmt.Sprintf("MATCH (%s:Entity) WHERE %s", s.node, w.compare(c, s))
	}
	condition := w.compare(c, s)
	if c.Column != "name" {
		types = slices.DeleteFunc(slices.Clone(types), func(t *ontology.Type) bool { return t.Property(c.Column) == nil })
	}
	if len(types) == 1 {
		return fmt.Sprintf("MATCH (%s:%s) WHERE %s", s.node, quote(types[0].Name), condition)
	}
	parts := make([]string, len(types))
	for i, t := range types {
		parts[i] = fmt.Sprintf("MATCH (%s:%s) WHERE %s RETURN %[1]s", s.node, quote(t.Name), condition)
	}
	return fmt.Sprintf("CALL () { %s } MATCH (%s) WHERE true", strings.Join(parts, " UNION "), s.node)
}
