package neo4j

import (
	"context"
	"fmt"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// Fetch is part of store.Store: one statement, which answers one row of one value. Its text follows from the shape of the plan alone, so that the server's plan is found again.
func (s *Store) Fetch(ctx context.Context, q plan.Query) (value plan.Value, err error) {
	w := &statement{o: s.o, params: map[string]any{}}
	text := "RETURN " + w.query(q) + " AS value"
	s.statements.Add(1)
	err = s.read(ctx, text, w.params, func(r *driver.Record) error {
		value = r.Values[0]
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the graph: %w", err)
	}
	return value, nil
}

// statement is one Cypher statement in the making. Variables are a letter for what they are of, and a number.
type statement struct {
	o         *ontology.Ontology
	params    map[string]any
	variables int
}

func (w *statement) value(v any) string {
	name := fmt.Sprintf("p%d", len(w.params))
	w.params[name] = v
	return "$" + name
}

func (w *statement) variable(of string) string {
	w.variables++
	return fmt.Sprintf("%s%d", of, w.variables)
}

func (w *statement) query(q plan.Query) string {
	switch q := q.(type) {
	case *plan.Get:
		return w.get(q)
	case *plan.Page:
		return w.page(q, "")
	}
	panic(fmt.Sprintf("no statement for a %T", q))
}

func (w *statement) get(g *plan.Get) string {
	n := w.variable("n")
	switch {
	case g.IDs != nil:
		var parts []string
		if g.Node != nil {
			parts = append(parts, fmt.Sprintf("COLLECT { MATCH (%[1]s:Entity) WHERE %[1]s.id IN %[2]s AND %[3]s RETURN [0, %[1]s.id, %[1]s.name, %[4]s] }", n, w.value(g.IDs), labelled(n, g.Node.Types), w.tuple(g.Node, n)))
		}
		if g.Relation != nil {
			byType := map[*ontology.Relation][]string{}
			for _, id := range g.IDs {
				if t := w.o.RelationOfID(id); t != nil {
					byType[t] = append(byType[t], id)
				}
			}
			for _, t := range w.o.Relations {
				if ids := byType[t]; ids != nil {
					r := w.variable("r")
					parts = append(parts, fmt.Sprintf("COLLECT { MATCH ()-[%[1]s:%[2]s]->() WHERE %[1]s.id IN %[3]s RETURN [0, %[1]s.id, null, %[4]s] }", r, quote(t.Name), w.value(ids), w.tuple(g.Relation, r)))
				}
			}
		}
		if parts == nil {
			return "[]"
		}
		return strings.Join(parts, " + ")
	case g.Name != "":
		name := w.value(g.Name)
		return fmt.Sprintf(`COLLECT {
	MATCH (k:_Name {folded: %s})-[:_NAMES]->(%[2]s) WHERE %[3]s
	WITH %[2]s, min(CASE WHEN %[2]s.name = %[4]s THEN 0 WHEN k.written = %[4]s THEN 1 ELSE 2 END) AS rank
	ORDER BY rank, %[2]s.id LIMIT %[5]s
	RETURN [rank, %[2]s.id, %[2]s.name, %[6]s] }`, w.value(g.Folded), n, labelled(n, g.Node.Types), name, w.value(1+plan.MaxCandidates), w.tuple(g.Node, n))
	default:
		var alternatives []string
		for rank, all := range g.Keys {
			var conditions []string
			for _, kv := range all {
				conditions = append(conditions, fmt.Sprintf("%s.%s = %s", n, quote(kv.Property.Name), w.value(kv.Value)))
			}
			for _, t := range g.Node.Types {
				alternatives = append(alternatives, fmt.Sprintf("MATCH (%s:%s) WHERE %s RETURN %[1]s, %[4]d AS way", n, quote(t.Name), strings.Join(conditions, " AND "), rank))
			}
		}
		return fmt.Sprintf(`COLLECT {
	CALL { %s }
	WITH %[2]s, min(way) AS rank ORDER BY rank, %[2]s.id LIMIT 1
	RETURN [rank, %[2]s.id, %[2]s.name, %[3]s] }`, strings.Join(alternatives, " UNION ALL "), n, w.tuple(g.Node, n))
	}
}

// labelled says that a node has one of the labels.
func labelled(n string, types []*ontology.Type) string {
	return n + ":" + names(types, func(t *ontology.Type) string { return t.Name })
}

func relationTypes(types []*ontology.Relation) string {
	return names(types, func(t *ontology.Relation) string { return t.Name })
}

func names[T any](of []T, name func(T) string) string {
	quoted := make([]string, len(of))
	for i, t := range of {
		quoted[i] = quote(name(t))
	}
	return strings.Join(quoted, "|")
}

// tuple is the value of a tuple over a variable; of evidence the variable is its owner's, and at the index of the piece.
func (w *statement) tuple(t *plan.Tuple, of string) string {
	parts := []string{of + "._type"}
	if t.Of == plan.OfRelation {
		parts[0] = "'Relation'"
	}
	for _, s := range t.Slots {
		part := w.slot(t, s, of)
		if t.Of == plan.OfNode && len(s.Labels()) < len(t.Types) {
			part = fmt.Sprintf("CASE WHEN %s THEN %s END", labelled(of, s.Labels()), part)
		}
		parts = append(parts, part)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func (w *statement) slot(t *plan.Tuple, s plan.Slot, of string) string {
	switch s := s.(type) {
	case *plan.Column:
		return column(t.Of, s.Name, of)
	case *plan.Link:
		return w.link(s, of)
	case *plan.EvidenceList:
		return w.evidence(s, of)
	case *plan.Page:
		return w.page(s, of)
	}
	panic(fmt.Sprintf("no Cypher for a slot %T", s))
}

func column(of plan.Subject, name, variable string) string {
	switch {
	case name == "evidenceCount":
		return "size(coalesce(" + variable + "._id, []))"
	case name == "reportCount" && of == plan.OfRelation:
		return variable + "._reports"
	case name == "type" && of == plan.OfRelation:
		return "type(" + variable + ")"
	}
	return variable + "." + quote(name)
}

// evidence lists evidence of the owner, which keeps it in parallel lists.
func (w *statement) evidence(l *plan.EvidenceList, owner string) string {
	i := w.variable("i")
	from := "0"
	if l.After != "" {
		// An id that is not in the list makes the bound null, and the range empty.
		from = fmt.Sprintf("coalesce([x IN range(0, size(%[1]s._id) - 1) WHERE %[1]s._id[x] = %[2]s][0] + 1, size(%[1]s._id))", owner, w.value(l.After))
	}
	parts := []string{"'Evidence'"}
	for _, s := range l.Evidence.Slots {
		switch s := s.(type) {
		case *plan.Column:
			parts = append(parts, fmt.Sprintf("%s.%s[%s]", owner, quote("_"+s.Name), i))
		case *plan.Link:
			n := w.variable("n")
			end := map[plan.Via]string{plan.ViaReport: "_report", plan.ViaParagraph: "_paragraph"}[s.Via]
			parts = append(parts, fmt.Sprintf("COLLECT { MATCH (%[1]s:Entity {id: %[2]s.%[3]s[%[4]s]}) RETURN %[5]s }[0]", n, owner, end, i, w.tuple(s.To, n)))
		default:
			panic(fmt.Sprintf("no Cypher for a slot %T of evidence", s))
		}
	}
	return fmt.Sprintf("COLLECT { UNWIND range(%s, size(coalesce(%s._id, [])) - 1) AS %s WITH %[3]s ORDER BY %[3]s LIMIT %[4]s RETURN [%[5]s] }", from, owner, i, w.value(l.First), strings.Join(parts, ", "))
}

func (w *statement) link(l *plan.Link, of string) string {
	n := w.variable("n")
	tuple := w.tuple(l.To, n)
	switch l.Via {
	case plan.ViaFrom:
		return fmt.Sprintf("COLLECT { UNWIND [startNode(%s)] AS %s RETURN %s }[0]", of, n, tuple)
	case plan.ViaTo:
		return fmt.Sprintf("COLLECT { UNWIND [endNode(%s)] AS %s RETURN %s }[0]", of, n, tuple)
	}
	r := w.variable("r")
	return fmt.Sprintf("COLLECT { %s WITH %s, %s ORDER BY %[2]s.id LIMIT 1 RETURN %[4]s }[0]", around([]*ontology.Relation{l.Field.Relation}, l.Field.Direction, of, r, n), r, n, tuple)
}

// around matches the relations r of the types at a node, each once, with the far end n.
func around(types []*ontology.Relation, direction ontology.Direction, here, r, n string) string {
	var symmetric []*ontology.Relation
	for _, t := range types {
		if t.Symmetric {
			symmetric = append(symmetric, t)
		}
	}
	if len(symmetric) == len(types) {
		direction = ontology.Both
	}
	pattern := fmt.Sprintf("MATCH (%s)-[%s:%s]-(%s)", here, r, relationTypes(types), n)
	switch {
	case direction == ontology.Both:
		return pattern
	case len(symmetric) > 0:
		end := "startNode"
		if direction == ontology.In {
			end = "endNode"
		}
		return fmt.Sprintf("%s WHERE (%s:%s OR %s(%[2]s) = %[5]s)", pattern, r, relationTypes(symmetric), end, here)
	case direction == ontology.In:
		return strings.Replace(pattern, ")-[", ")<-[", 1)
	}
	return strings.Replace(pattern, "]-(", "]->(", 1)
}
