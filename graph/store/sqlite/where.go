package sqlite

import (
	"encoding/json"
	"fmt"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// subject is what a condition is of: the aliases of a node, of a relation (both: a row of a page) or of a piece of evidence, as of a day.
type subject struct{ node, relation, evidence, day string }

func (s subject) of() (plan.Subject, string) {
	switch {
	case s.evidence != "":
		return plan.OfEvidence, s.evidence
	case s.relation != "":
		return plan.OfRelation, s.relation
	}
	return plan.OfNode, s.node
}

// condition is a condition as SQL: 1, or 0, or NULL for 0; never NULL below Not.
func (w *statement) condition(c plan.Condition, s subject) string {
	switch c := c.(type) {
	case nil:
		return "1"
	case plan.Every:
		return w.conditions(c, s, " AND ", "1")
	case plan.Some:
		return w.conditions(c, s, " OR ", "0")
	case plan.Not:
		return "NOT ifnull(" + w.condition(c.Of, s) + ", 0)"
	case plan.Compare:
		return w.compare(c, s)
	case plan.Labelled:
		return w.labelled(s.node, c.Types)
	case plan.OnNode:
		return w.condition(c.Where, subject{node: s.node, day: s.day})
	case plan.OnRelation:
		return w.condition(c.Where, subject{relation: s.relation, day: s.day})
	case plan.Linked:
		return w.linked(c, s)
	case plan.Cited:
		of, alias := s.of()
		e := w.alias("e")
		if report := plan.Reported(c.Where); few(report) {
			// What the reports tell is listed once.
			n, sign := w.alias("n"), ""
			if of == plan.OfNode {
				sign = "-"
			}
			return fmt.Sprintf("%s.no IN (SELECT %[7]s%[2]s.owner FROM node %[3]s CROSS JOIN statement %[2]s ON %[2]s.report = %[3]s.id "+
				"WHERE %[4]s AND %[2]s.paragraph IS NOT NULL%[5]s AND %[6]s)",
				alias, e, n, w.condition(report, subject{node: n, day: s.day}), w.toldThen(e, s.day),
				w.condition(c.Where, subject{evidence: e, day: s.day}), sign)
		}
		// Not EXISTS, which the engine would look into before all that is asked of the owner itself: quotes are long.
		return fmt.Sprintf("(SELECT 1 FROM statement %[1]s WHERE %[1]s.owner = %[2]s AND %[1]s.paragraph IS NOT NULL%[3]s AND %[4]s LIMIT 1)",
			e, owner(of, alias), w.toldThen(e, s.day), w.condition(c.Where, subject{evidence: e, day: s.day}))
	case plan.Related:
		if c.Op == plan.Gte && c.Count == 1 {
			return w.tied(c.Field, c.Where, s)
		}
		// One more than is compared with settles it.
		r, n := w.alias("r"), w.alias("n")
		return fmt.Sprintf("(SELECT count(*) FROM (SELECT 1 FROM (%s) %[2]s CROSS JOIN node %[3]s ON %[3]s.id = %[2]s.far WHERE %[4]s "+
			"LIMIT %[5]s)) %[6]s %[7]s",
			w.around([]*ontology.Relation{c.Field.Relation}, c.Field.Direction, s.node+".id", s.day), r, n,
			w.condition(c.Where, subject{node: n, relation: r, day: s.day}),
			w.value(max(c.Count, 0)+1), operators[c.Op], w.value(c.Count))
	}
	panic(fmt.Sprintf("no SQL for a condition %T", c))
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
	if end := linkColumns[c.Via]; end != "" {
		_, alias := s.of()
		n := w.alias("n")
		if (c.Via == plan.ViaFrom || c.Via == plan.ViaTo) && few(c.Where) {
			return fmt.Sprintf("%s.%s IN (SELECT %s.id FROM node %[3]s WHERE %[4]s)", alias, end, n, w.condition(c.Where, subject{node: n, day: s.day}))
		}
		return fmt.Sprintf("(SELECT %[4]s FROM node %[1]s WHERE %[1]s.id = %[2]s.%[3]s)", n, alias, end, w.condition(c.Where, subject{node: n, day: s.day}))
	}
	return w.tied(c.Field, plan.OnNode{Where: c.Where}, s)
}

// tied says that a node has a relation, of those that a field follows, whose row meets a condition.
func (w *statement) tied(f *ontology.Field, where plan.Condition, s subject) string {
	n, types := w.alias("n"), []*ontology.Relation{f.Relation}
	if start, _, ok := plan.StartFar(where); ok {
		// What is tied to a few far ends is listed once. Left to itself, the engine would look for them around each subject.
		labels := "1"
		if compare, _ := start.(plan.Compare); compare.Column == "name" {
			labels = in(n+".type", f.Far, -1, func(t *ontology.Type) string { return t.Name }) // the index on names begins with the label
		}
		condition := w.condition(where, subject{node: n, relation: "relation", day: s.day})
		return s.node + ".id IN (" + w.ends(types, f.Direction.Reverse(), func(end, far, ties string) string {
			return fmt.Sprintf("SELECT %s FROM node %s CROSS JOIN relation ON %s = %[2]s.id WHERE %[4]s AND %[5]s AND %[6]s%[7]s",
				far, n, end, labels, ties, condition, w.relationThen("relation", s.day))
		}, "") + ")"
	}
	r := w.alias("r")
	return fmt.Sprintf("EXISTS (SELECT 1 FROM (%s) %[2]s CROSS JOIN node %[3]s ON %[3]s.id = %[2]s.far WHERE %[4]s)",
		w.around(types, f.Direction, s.node+".id", s.day), r, n, w.condition(where, subject{node: n, relation: r, day: s.day}))
}

// few says whether a condition can hold of a few only, as can be seen of itself.
func few(c plan.Condition) bool {
	_, _, ok := plan.Start(c)
	return ok
}

// linkColumns hold the id of the node that a link leads to.
var linkColumns = map[plan.Via]string{plan.ViaFrom: "from_id", plan.ViaTo: "to_id", plan.ViaReport: "report", plan.ViaParagraph: "paragraph"}

var operators = map[plan.Op]string{plan.Eq: "=", plan.Lt: "<", plan.Lte: "<=", plan.Gt: ">", plan.Gte: ">="}

func (w *statement) compare(c plan.Compare, s subject) string {
	of, alias := s.of()
	if of == plan.OfNode && c.Column == "aliases" {
		if c.Op == plan.IsNull {
			return "0"
		}
		j := w.alias("j")
		value := j + ".value"
		if c.Folded {
			value = folding(c) + "(" + value + ")"
		}
		return fmt.Sprintf("EXISTS (SELECT 1 FROM json_each(%s.aliases) %s WHERE %s)", alias, j, w.holds(value, c))
	}
	value := w.plain(of, c.Column, alias, s.day)
	switch {
	case c.Op == plan.IsNull || !c.Folded:
	case of == plan.OfNode && c.Column == "name" && !c.Plain:
		value = alias + ".folded"
	case c.Few && c.Plain:
		value = alias + "." + quote("k_"+c.Column)
	default:
		value = folding(c) + "(" + value + ")"
	}
	return w.holds(value, c)
}

// folding is the function that folds what is compared.
func folding(c plan.Compare) string {
	if c.Plain {
		return "plain"
	}
	return "fold"
}

// holds compares a value. Whatever is compared with, the text is the same.
func (w *statement) holds(value string, c plan.Compare) string {
	switch c.Op {
	case plan.IsNull:
		return value + " IS NULL"
	case plan.In:
		list, _ := json.Marshal(c.Value)
		return fmt.Sprintf("%s IN (SELECT value FROM json_each(%s))", value, w.value(string(list)))
	case plan.Contains:
		return fmt.Sprintf("instr(%s, %s) > 0", value, w.value(c.Value))
	case plan.StartsWith:
		v := w.value(c.Value)
		return fmt.Sprintf("substr(%s, 1, length(%s)) = %[2]s", value, v)
	case plan.EndsWith:
		v := w.value(c.Value)
		return fmt.Sprintf("(length(%[1]s) >= length(%[2]s) AND substr(%[1]s, length(%[1]s) - length(%[2]s) + 1) = %[2]s)", value, v)
	}
	return fmt.Sprintf("%s %s %s", value, operators[c.Op], w.value(c.Value))
}
