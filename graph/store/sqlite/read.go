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
	q = plan.Bare(q) // what its statement is depends on what the store holds too
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

// fetchWith answers a query by one statement, with these links in memory. Where they turn out not to be as the file is (near.moved) there
// is no answer.
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
			parts = append(parts, fmt.Sprintf("SELECT %[2]s v FROM (SELECT %[8]s.no row FROM %[3]s "+
				"CROSS JOIN relation %[8]s ON %[8]s.from_id = wanted.value WHERE %[8]s.to_id IN (SELECT value FROM %[3]s) AND %[4]s "+
				"AND %[5]s%[6]s ORDER BY %[8]s.id LIMIT %[7]s) CROSS JOIN relation %[1]s ON %[1]s.no = row",
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
