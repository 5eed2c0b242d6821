package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// tuple is the JSON text of a tuple over the row alias.
func (w *statement) tuple(t *plan.Tuple, alias string) string {
	parts := values(alias + ".type")
	switch {
	case t.Of == plan.OfRelation:
		parts[0] = name("Relation")
	case t.Of == plan.OfEvidence:
		parts[0] = name("Evidence")
	case len(t.Types) == 1:
		parts[0] = name(t.Types[0].Name)
	}
	w.depth++
	defer func() { w.depth-- }()
	for _, s := range t.Slots {
		p := w.slot(t, s, alias)
		if t.Of == plan.OfNode && len(s.Labels()) < len(t.Types) {
			p.expression, p.constant = fmt.Sprintf("CASE WHEN %s THEN %s END", w.labelled(alias, s.Labels()), p.expression), ""
		}
		parts = append(parts, p)
	}
	return array(parts...)
}

func (w *statement) slot(t *plan.Tuple, s plan.Slot, alias string) part {
	switch s := s.(type) {
	case *plan.Column:
		return w.column(t, s, alias)
	case *plan.Link:
		return sub(w.link(s, alias, t.AsOf))
	case *plan.EvidenceList:
		e := w.alias("e")
		after := ""
		if s.After != "" {
			after = fmt.Sprintf(" AND %s.rank > (SELECT rank FROM statement WHERE owner = %s AND id = %s%s)", e, owner(t.Of, alias),
				w.value(s.After), w.toldThen("statement", t.AsOf))
		}
		list := w.list(fmt.Sprintf("SELECT %s v FROM statement %[2]s WHERE %[2]s.owner = %[3]s AND %[2]s.paragraph IS NOT NULL%[4]s%[5]s "+
			"ORDER BY %[2]s.rank LIMIT %[6]s",
			w.tuple(s.Evidence, e), e, owner(t.Of, alias), after, w.toldThen(e, t.AsOf), w.value(s.First)))
		if s.After != "" {
			list = fmt.Sprintf("CASE WHEN EXISTS (SELECT 1 FROM statement WHERE owner = %s AND id = %s AND paragraph IS NOT NULL%s) "+
				"THEN %s END", owner(t.Of, alias), w.value(s.After), w.toldThen("statement", t.AsOf), list)
		}
		return sub(list)
	case *plan.Page:
		return sub(w.page(s, alias))
	}
	panic(fmt.Sprintf("no SQL for a slot %T", s))
}

// column is a column as a part of a JSON array.
func (w *statement) column(t *plan.Tuple, c *plan.Column, alias string) part {
	if c.Name == "aliases" && t.Of == plan.OfNode {
		return sub(alias + ".aliases")
	}
	return asJSON(w.plain(t.Of, c.Name, alias, t.AsOf), c.Kind)
}

// plain is a column as it is stored. Its names are those of plan.Column, and more: folded (of nodes), type, ordinal.
func (w *statement) plain(of plan.Subject, name, alias, day string) string {
	own := map[plan.Subject][]string{plan.OfNode: {"id", "name", "type"}, plan.OfRelation: {"id", "type", "ordinal"},
		plan.OfEvidence: {"id", "quote", "start", "end", "rule"}}[of]
	switch {
	case of == plan.OfRelation && (name == "from" || name == "to"):
		return alias + "." + name + "_id"
	case name == "stated" && of == plan.OfEvidence:
		return alias + ".properties"
	case slices.Contains(own, name):
		return alias + "." + quote(name)
	case name == "evidenceCount":
		return "(SELECT count(*) FROM statement WHERE owner = " + owner(of, alias) + " AND paragraph IS NOT NULL" +
			w.toldThen("statement", day) + ")"
	case name == "reportCount" && of == plan.OfRelation && day == "":
		return alias + ".reports"
	case name == "reportCount" && of == plan.OfRelation:
		return "(SELECT count(DISTINCT report) FROM statement WHERE owner = " + owner(of, alias) + w.toldThen("statement", day) + ")"
	case of == plan.OfRelation && day != "":
		return fmt.Sprintf("iif(%[1]s.varies, (SELECT %[2]s FROM relation_then WHERE relation = %[1]s.id AND told <= %[3]s "+
			"ORDER BY told DESC LIMIT 1), %[1]s.%[2]s)", alias, column(name), w.value(day))
	}
	return alias + "." + column(name)
}

// owner is the owner of the statements of a node or of a relation.
func owner(of plan.Subject, alias string) string {
	if of == plan.OfNode {
		return "-" + alias + ".no"
	}
	return alias + ".no"
}

func (w *statement) link(l *plan.Link, alias, day string) string {
	n := w.alias("n")
	tuple := w.tuple(l.To, n)
	if end := linkColumns[l.Via]; end != "" {
		return fmt.Sprintf("(SELECT %s FROM node %[2]s WHERE %[2]s.id = %[3]s.%[4]s)", tuple, n, alias, end)
	}
	r := w.alias("r")
	return fmt.Sprintf("(SELECT %s FROM (%s) %s CROSS JOIN node %[4]s ON %[4]s.id = %[3]s.far ORDER BY %[3]s.id LIMIT 1)",
		tuple, w.around([]*ontology.Relation{l.Field.Relation}, l.Field.Direction, alias+".id", day), r, n)
}

// around selects the relations of the types at a node with this id, each once, with the far end as far.
func (w *statement) around(types []*ontology.Relation, direction ontology.Direction, id, day string) string {
	return w.ends(types, direction, func(end, far, condition string) string {
		return fmt.Sprintf("SELECT *, %s far FROM relation WHERE %s = %s AND %s%s", far, end, id, condition, w.relationThen("relation", day))
	}, "SELECT *, to_id far FROM relation WHERE 0")
}

// ends joins a part for the relations that leave a node (end is from_id) with one for those that come to it, so that each stands once.
func (w *statement) ends(types []*ontology.Relation, direction ontology.Direction, part func(end, far, condition string) string, none string) string {
	var out, in []*ontology.Relation
	for _, t := range types {
		if direction != ontology.In || t.Symmetric {
			out = append(out, t)
		}
		if direction != ontology.Out || t.Symmetric {
			in = append(in, t)
		}
	}
	var parts []string
	if len(out) > 0 {
		parts = append(parts, part("from_id", "to_id", w.typed("relation", out)))
	}
	if len(in) > 0 {
		condition := w.typed("relation", in)
		if len(out) > 0 {
			condition += " AND NOT (from_id = to_id AND " + w.typed("relation", out) + ")"
		}
		parts = append(parts, part("to_id", "from_id", condition))
	}
	if len(parts) == 0 {
		return none
	}
	return strings.Join(parts, " UNION ALL ")
}

// What was there on a day: nodes and relations that a report tells of which counts by then, and pieces of evidence from such reports. Each
// is " AND ...", or "" for all time.

func (w *statement) nodeThen(alias, day string) string {
	if day == "" {
		return ""
	}
	return fmt.Sprintf(" AND %s.told <= %s", alias, w.value(day))
}

func (w *statement) relationThen(alias, day string) string {
	if day == "" {
		return ""
	}
	// Its ends too: a report that is referred to may count from a later day than the one that refers to it.
	return fmt.Sprintf(" AND %[1]s.told <= %[2]s AND (NOT %[3]s OR (SELECT told FROM node WHERE id = %[1]s.from_id) <= %[2]s "+
		"AND (SELECT told FROM node WHERE id = %[1]s.to_id) <= %[2]s)", alias, w.value(day), w.typed(alias, w.o.Alike()))
}

func (w *statement) toldThen(alias, day string) string {
	if day == "" {
		return ""
	}
	return fmt.Sprintf(" AND substr(%[1]s.key, 1, instr(%[1]s.key, '|') - 1) <= %[2]s", alias, w.value(day)) // see store.Header.Key
}
