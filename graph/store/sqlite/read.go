package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// Fetch is part of store.Store: one statement, which answers one JSON value. Its text follows from the shape of the plan alone.
func (s *Store) Fetch(ctx context.Context, q plan.Query) (value plan.Value, err error) {
	err = s.read(ctx, func(c conn) (err error) {
		value, err = s.fetch(ctx, c, q)
		return err
	})
	return value, err
}

// Moving is part of store.Store.
func (s *Store) Moving() bool { return false }

// Gathers is part of store.Store: several readers answer several queries.
func (s *Store) Gathers() bool { return false }

// Planning is part of store.Store: to prepare a step takes some 0.2 ms.
func (s *Store) Planning() plan.Planning { return plan.Planning{Step: 500} }

// View is part of store.Store. It has a connection of its own kind, so that what asks once does not wait for walks.
func (s *Store) View(ctx context.Context, with func(plan.Fetch) error) error {
	return s.lend(ctx, s.viewers, func(c conn) error {
		uncounted := c
		uncounted.ran = nil
		if err := uncounted.run(ctx, nil, "BEGIN"); err != nil {
			return fmt.Errorf("read the graph: %w", err)
		}
		defer func() { _ = uncounted.run(context.WithoutCancel(ctx), nil, "ROLLBACK") }()
		return with(func(ctx context.Context, q plan.Query) (plan.Value, error) { return s.fetch(ctx, c, q) })
	})
}

// fetch answers a query on a connection.
func (s *Store) fetch(ctx context.Context, c conn, q plan.Query) (value plan.Value, err error) {
	if q, ok := q.(*plan.Shortest); ok {
		return s.shortest(ctx, c, q)
	}
	if e, ok := q.(*plan.Expand); ok {
		if value, ok, err := s.linked(ctx, c, e); ok || err != nil {
			return value, err
		}
	}
	if q, ok := q.(*plan.Census); ok && q.Counts {
		if _, err := s.counts(ctx, c); err != nil {
			return nil, fmt.Errorf("count the graph: %w", err)
		}
	}
	l := s.links.latest()
	value, w, err := s.fetchWith(ctx, c, q, l)
	if w.sought && l == nil {
		s.links.renew(s.o)
	}
	if c.near.moved {
		if _, err := s.current(ctx, c); err != nil {
			return nil, err
		}
		value, _, err = s.fetchWith(ctx, c, q, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("read the graph: %w", err)
	}
	if e, ok := q.(*plan.Expand); ok && e.PerNode > 0 && !e.Pairs {
		value = spread(value, e.Limit)
	}
	return value, nil
}

// fetchWith answers a query by one statement, with these links in memory. Where they turn out not to be as the file is (near.moved) there is no answer.
func (s *Store) fetchWith(ctx context.Context, c conn, q plan.Query, l *links) (value plan.Value, w *statement, err error) {
	*c.near = near{links: l}
	defer func() { c.near.links = nil }() // an idle connection keeps no links alive that others have left behind
	w = &statement{o: s.o, known: s.known.Load(), links: l != nil}
	text := "SELECT " + w.query(q)
	allowed := store.AllowanceIn(ctx)
	if _, ok := q.(*plan.Vocabulary); ok {
		allowed = nil // it is the server's, not the request's
	}
	err = c.within(ctx, allowed, func(ctx context.Context) error {
		return c.run(ctx, func(r row) error {
			if c.near.moved {
				return nil
			}
			if err := allowed.Take(int64(r.ColumnLen(0))); err != nil {
				return err
			}
			value, err = decode(r.text(0))
			return err
		}, text, w.args...)
	})
	return value, w, err
}

// statement is one SQL statement in the making. Rows go by an alias: a letter for what they are of, and a number.
type statement struct {
	o       *ontology.Ontology
	args    []any
	aliases int
	depth   int // of the lists that are being written
	known   *known
	links   bool // whether there are links in memory
	sought  bool // whether they serve
}

// value is a parameter. Numbered, so that the parts of a statement can be written in any order. It stands behind a plus sign: SQLite plans
// by the value of a bare one that is a limit or is compared in a join, and so prepares the statement anew whenever one is bound.
func (w *statement) value(v any) string {
	w.args = append(w.args, v)
	return fmt.Sprintf("+?%d", len(w.args))
}

func (w *statement) alias(of string) string {
	w.aliases++
	return fmt.Sprintf("%s%d", of, w.aliases)
}

// query is the JSON text that answers a query.
func (w *statement) query(q plan.Query) string {
	switch q := q.(type) {
	case *plan.Get:
		return w.get(q)
	case *plan.Page:
		return w.page(q, "")
	case *plan.Several:
		parts := make([]part, len(q.Of))
		for i, one := range q.Of {
			parts[i] = sub(w.query(one))
		}
		return array(parts...)
	case *plan.Expand:
		return w.expand(q)
	case *plan.Search:
		return w.search(q)
	case *plan.Vocabulary:
		return vocabulary
	case *plan.Statements:
		return w.statements(q)
	case *plan.Census:
		return w.census(q)
	}
	panic(fmt.Sprintf("no statement for a %T", q))
}

func (w *statement) get(g *plan.Get) string {
	n, r := w.alias("n"), w.alias("r")
	switch {
	case g.IDs != nil:
		// The ids lead: left to itself, the engine goes through all nodes and relations and looks each up among the ids.
		ids := w.ids(g.IDs)
		var parts []string
		if g.Node != nil {
			parts = append(parts, fmt.Sprintf("SELECT %[2]s v FROM %[3]s CROSS JOIN node %[1]s ON %[1]s.id = wanted.value WHERE %[4]s%[5]s",
				n, w.found("0", n, n+".name", g.Node), ids, w.labelled(n, g.Node.Types), w.nodeThen(n, g.AsOf)))
		}
		if g.Relation != nil && g.Among != nil {
			m := w.alias("r")
			parts = append(parts, fmt.Sprintf("SELECT %[2]s v FROM (SELECT %[8]s.rowid no FROM %[3]s "+
				"CROSS JOIN relation %[8]s ON %[8]s.from_id = wanted.value WHERE %[8]s.to_id IN (SELECT value FROM %[3]s) AND %[4]s "+
				"AND %[5]s%[6]s ORDER BY %[8]s.id LIMIT %[7]s) CROSS JOIN relation %[1]s ON %[1]s.rowid = no",
				r, w.found("0", r, "NULL", g.Relation), ids, w.typed(m, g.Among.Relations),
				w.condition(g.Among.Where, subject{relation: m, day: g.AsOf}), w.relationThen(m, g.AsOf), w.value(g.Among.Limit), m))
		} else if g.Relation != nil {
			parts = append(parts, fmt.Sprintf("SELECT %[2]s v FROM %[3]s CROSS JOIN relation %[1]s ON %[1]s.id = wanted.value WHERE 1%[4]s",
				r, w.found("0", r, "NULL", g.Relation), ids, w.relationThen(r, g.AsOf)))
		}
		return w.list(strings.Join(parts, " UNION ALL "))
	case g.Folded != nil:
		c := w.alias("c")
		last := len(g.Folded) - 1
		rank, keys := "CASE k.folded", make([]string, len(g.Folded))
		for i, folded := range g.Folded {
			if keys[i] = w.value(folded); i < last {
				rank += fmt.Sprintf(" WHEN %s THEN %d", keys[i], i)
			}
		}
		rank += fmt.Sprintf(" WHEN %s THEN %d + (m.name != %s) END", keys[last], last, w.value(g.Name))
		return w.list(fmt.Sprintf(`SELECT %[3]s v FROM (
	SELECT m.id, min(%[4]s) rank
	FROM name_key k CROSS JOIN node m ON m.id = k.node WHERE k.folded IN (%[5]s) AND %[6]s%[8]s GROUP BY m.id ORDER BY rank, m.id LIMIT %[7]s
) %[2]s CROSS JOIN node %[1]s ON %[1]s.id = %[2]s.id ORDER BY %[2]s.rank, %[1]s.id`,
			n, c, w.found(c+".rank", n, n+".name", g.Node), rank, strings.Join(keys, ", "), w.labelled("m", g.Node.Types),
			w.value(1+plan.MaxCandidates), w.nodeThen("m", g.AsOf)))
	default:
		c := w.alias("c")
		var alternatives []string
		for rank, all := range g.Keys {
			conditions := []string{w.labelled("m", g.Node.Types)}
			for _, kv := range all {
				conditions = append(conditions, fmt.Sprintf("m.%s = %s", column(kv.Property.Name), w.value(kv.Value)))
			}
			alternatives = append(alternatives, fmt.Sprintf("SELECT m.id, %d rank FROM node m WHERE %s",
				rank, strings.Join(conditions, " AND ")+w.nodeThen("m", g.AsOf)))
		}
		return w.list(fmt.Sprintf(`SELECT %[3]s v FROM (
	SELECT id, min(rank) rank FROM (%[4]s) GROUP BY id ORDER BY rank, id LIMIT 1
) %[2]s CROSS JOIN node %[1]s ON %[1]s.id = %[2]s.id`, n, c, w.found(c+".rank", n, n+".name", g.Node), strings.Join(alternatives, " UNION ALL ")))
	}
}

// found is a row of a Get.
func (w *statement) found(rank, alias, name string, t *plan.Tuple) string {
	return array(append(values(rank, alias+".id", name), sub(w.tuple(t, alias)))...)
}

// ids is a table of these ids, each once, as column value.
func (w *statement) ids(ids []string) string {
	distinct := slices.Compact(slices.Sorted(slices.Values(ids)))
	text, _ := json.Marshal(distinct)
	return "json_each(" + w.value(string(text)) + ") wanted"
}

// labelled says that a node has one of the labels.
func (w *statement) labelled(alias string, types []*ontology.Type) string {
	return in(alias+".type", types, len(w.o.Types), func(t *ontology.Type) string { return t.Name })
}

func (w *statement) typed(alias string, types []*ontology.Relation) string {
	return in(alias+".type", types, len(w.o.Relations), func(t *ontology.Relation) string { return t.Name })
}

// in lists names of the ontology, which are no values: they are part of the statement's shape. Where they are all that there are it is no
// condition, lest the engine look for one after the other.
func in[T any](what string, of []T, all int, name func(T) string) string {
	names := make([]string, len(of))
	for i, t := range of {
		names[i] = "'" + name(t) + "'"
	}
	switch len(names) {
	case 0:
		return "0"
	case all:
		return "1"
	case 1:
		return what + " = " + names[0]
	}
	return what + " IN (" + strings.Join(names, ", ") + ")"
}

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
			after = fmt.Sprintf(" AND %s.rank > (SELECT rank FROM statement WHERE owner = %s.id AND id = %s%s)", e, alias, w.value(s.After),
				w.toldThen("statement", t.AsOf))
		}
		list := w.list(fmt.Sprintf("SELECT %s v FROM statement %[2]s WHERE %[2]s.owner = %[3]s.id AND %[2]s.paragraph IS NOT NULL%[4]s%[5]s "+
			"ORDER BY %[2]s.rank LIMIT %[6]s",
			w.tuple(s.Evidence, e), e, alias, after, w.toldThen(e, t.AsOf), w.value(s.First)))
		if s.After != "" {
			list = fmt.Sprintf("CASE WHEN EXISTS (SELECT 1 FROM statement WHERE owner = %s.id AND id = %s AND paragraph IS NOT NULL%s) "+
				"THEN %s END", alias, w.value(s.After), w.toldThen("statement", t.AsOf), list)
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
		return "(SELECT count(*) FROM statement WHERE owner = " + alias + ".id AND paragraph IS NOT NULL" + w.toldThen("statement", day) + ")"
	case name == "reportCount" && of == plan.OfRelation && day == "":
		return alias + ".reports"
	case name == "reportCount" && of == plan.OfRelation:
		return "(SELECT count(DISTINCT report) FROM statement WHERE owner = " + alias + ".id" + w.toldThen("statement", day) + ")"
	case of == plan.OfRelation && day != "":
		return fmt.Sprintf("iif(%[1]s.varies, (SELECT %[2]s FROM relation_then WHERE relation = %[1]s.id AND told <= %[3]s "+
			"ORDER BY told DESC LIMIT 1), %[1]s.%[2]s)", alias, column(name), w.value(day))
	}
	return alias + "." + column(name)
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
		return fmt.Sprintf("SELECT rowid no, *, %s far FROM relation WHERE %s = %s AND %s%s", far, end, id, condition, w.relationThen("relation", day))
	}, "SELECT rowid no, *, to_id far FROM relation WHERE 0")
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
