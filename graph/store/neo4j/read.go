package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// Fetch is part of store.Store: one statement, which answers one value, or one a step while the server plans it (tiers) and where it has
// not the memory for the one: it counts with each row that it sorts all that has been collected for the answer so far. A text follows from
// the shape of the plan alone, so that the server's plan is found again.
func (s *Store) Fetch(ctx context.Context, q plan.Query) (value plan.Value, err error) {
	p := s.statementOf(q)
	steps := s.steps(p.of)
	stepwise := steps != nil && !s.tiers.planned(p.text, func() error { return s.warm(p.text, p.params) })
	if !stepwise {
		value, err = s.ask(ctx, p.shape, p.params)
		stepwise = steps != nil && errors.Is(err, store.ErrOutOfMemory)
	}
	if stepwise {
		value, err = steps(ctx)
	} else if _, ok := p.of.(*plan.Vocabulary); err == nil && !ok { // which is the server's, not the request's
		err = store.AllowanceIn(ctx).Take(bytes(value))
	}
	if err != nil {
		return nil, fmt.Errorf("read the graph: %w", err)
	}
	return value, nil
}

// prepared is the statement of a query. Nobody changes it.
type prepared struct {
	shape
	params map[string]any
	of     plan.Query
}

// statementOf writes the statement of a query, once where that is asked again and again.
func (s *Store) statementOf(q plan.Query) *prepared {
	again, ok := q.(*plan.Repeated)
	if !ok {
		w := newStatement(s.o)
		return &prepared{shape{w.query(q), string(w.limits)}, w.params, q}
	}
	p, ok := again.Kept.Load().(*prepared)
	if !ok {
		p = s.statementOf(again.Query)
		again.Kept.Store(p)
	}
	return p
}

// Moving is part of store.Store: Neo4j reads what is committed, also in the middle of a statement.
func (s *Store) Moving() bool { return true }

// Gathers is part of store.Store.
func (s *Store) Gathers() bool { return true }

// Planning is part of store.Store: Neo4j takes 25 ms for a step, and 5 s for 20 in filters, which it looks at together.
func (s *Store) Planning() plan.Planning { return plan.Planning{Step: 1500, Pairs: 10_000} }

// View is part of store.Store.
func (s *Store) View(_ context.Context, with func(plan.Fetch) error) error { return with(s.Fetch) }

// bytes is about how many a value would have as JSON.
func bytes(v plan.Value) (n int64) {
	switch v := v.(type) {
	case []plan.Value:
		for _, e := range v {
			n += 1 + bytes(e)
		}
		return n + 1
	case string:
		return int64(len(v)) + 2
	}
	return 5
}

// statement is one Cypher statement in the making. Variables are a letter for what they are of, and a number.
type statement struct {
	o         *ontology.Ontology
	params    map[string]any
	limits    []byte // those among params, in order
	variables int
	entire    bool // tuples have all properties: see pick
}

func newStatement(o *ontology.Ontology) *statement {
	return &statement{o: o, params: map[string]any{}}
}

func (w *statement) value(v any) string {
	name := "p" + strconv.Itoa(len(w.params))
	w.params[name] = v
	return parameters + name
}

// limit is a parameter that says how many there may be.
func (w *statement) limit(n int) string {
	name := "l" + strconv.Itoa(len(w.params))
	w.params[name] = n
	w.limits = append(strconv.AppendInt(w.limits, int64(n), 10), ' ')
	return parameters + name
}

func (w *statement) variable(of string) string {
	w.variables++
	return of + strconv.Itoa(w.variables)
}

func (w *statement) query(q plan.Query) string {
	switch q := q.(type) {
	case *plan.Get:
		return w.get(q)
	case *plan.Page:
		return w.page(q, "")
	case *plan.Several:
		parts := make([]string, len(q.Of))
		for i, one := range q.Of {
			parts[i] = w.query(one)
		}
		return w.apart(parts)
	case *plan.Expand:
		return w.expand(q)
	case *plan.Shortest:
		return w.shortest(q)
	case *plan.Search:
		return w.search(q)
	case *plan.Vocabulary:
		return vocabulary
	case *plan.Statements:
		return w.statements(q)
	case *plan.Census:
		return censusText(q)
	}
	panic(fmt.Sprintf("no statement for a %T", q))
}

// apart is the list of values of which none is in the scope of another: with each row that the server sorts or groups, it counts all that
// is in scope, a list that has been collected before whole.
func (w *statement) apart(values []string) string {
	calls, list := "", slices.Clone(values)
	for i, v := range values {
		if v != "null" {
			list[i] = w.variable("v")
			calls += "CALL () { WITH " + v + " AS " + list[i] + " RETURN " + list[i] + " } "
		}
	}
	return "COLLECT { " + calls + "RETURN [" + strings.Join(list, ", ") + "] }[0]"
}

func (w *statement) get(g *plan.Get) string {
	n := w.variable("n")
	switch {
	case g.IDs != nil:
		var parts []string // the sorted first, so that the others are not carried along by each of their rows
		if g.Relation != nil && g.Among != nil && len(g.Among.Relations) > 0 {
			r, m := w.variable("r"), w.variable("n")
			ids := w.value(g.IDs)
			parts = append(parts, fmt.Sprintf("COLLECT { MATCH (%[1]s:Entity)-[%[2]s:%[3]s]->(%[4]s:Entity) WHERE %[1]s.id IN %[5]s "+
				"AND %[4]s.id IN %[5]s AND %[6]s%[7]s WITH %[2]s ORDER BY %[2]s.id LIMIT %[8]s RETURN [0, %[2]s.id, null, %[9]s] }",
				n, r, relationTypes(g.Among.Relations), m, ids, w.condition(g.Among.Where, subject{relation: r, day: g.AsOf}),
				w.relationThen(r, g.AsOf), w.limit(g.Among.Limit), w.tuple(g.Relation, r)))
		}
		if g.Relation != nil && g.Among == nil {
			byType := map[*ontology.Relation][]string{}
			for _, id := range g.IDs {
				if t := w.o.RelationOfID(id); t != nil {
					byType[t] = append(byType[t], id)
				}
			}
			for _, t := range w.o.Relations {
				if ids := byType[t]; ids != nil {
					r := w.variable("r")
					parts = append(parts, fmt.Sprintf("COLLECT { MATCH ()-[%[1]s:%[2]s]->() WHERE %[1]s.id IN %[3]s%[5]s "+
						"RETURN [0, %[1]s.id, null, %[4]s] }", r, quote(t.Name), w.value(ids), w.tuple(g.Relation, r), w.relationThen(r, g.AsOf)))
				}
			}
		}
		if g.Node != nil {
			parts = append(parts, fmt.Sprintf("COLLECT { MATCH (%[1]s:Entity) WHERE %[1]s.id IN %[2]s AND %[3]s%[5]s RETURN [0, %[1]s.id, %[1]s.name, %[4]s] }",
				n, w.value(g.IDs), labelled(n, g.Node.Types), w.tuple(g.Node, n), w.nodeThen(n, g.AsOf)))
		}
		if parts == nil {
			return "[]"
		}
		return strings.Join(parts, " + ")
	case g.Folded != nil:
		last := len(g.Folded) - 1
		rank, keys := "CASE", make([]string, len(g.Folded))
		for i, folded := range g.Folded {
			if keys[i] = w.value(folded); i < last {
				rank += fmt.Sprintf(" WHEN k.folded = %s THEN %d", keys[i], i)
			}
		}
		rank += fmt.Sprintf(" WHEN %s.name = %s THEN %d ELSE %d END", n, w.value(g.Name), last, last+1)
		return fmt.Sprintf(`COLLECT {
	MATCH (k:_Name)-[:_NAMES]->(%[2]s) WHERE k.folded IN [%[1]s] AND %[3]s%[7]s
	WITH %[2]s, min(%[4]s) AS rank
	ORDER BY rank, %[2]s.id LIMIT %[5]s
	RETURN [rank, %[2]s.id, %[2]s.name, %[6]s] }`, strings.Join(keys, ", "), n, labelled(n, g.Node.Types), rank,
			w.limit(1+plan.MaxCandidates), w.tuple(g.Node, n), w.nodeThen(n, g.AsOf))
	default:
		var alternatives []string
		for rank, all := range g.Keys {
			var conditions []string
			for _, kv := range all {
				conditions = append(conditions, fmt.Sprintf("%s.%s = %s", n, quote(kv.Property.Name), w.value(kv.Value)))
			}
			for _, t := range g.Node.Types {
				alternatives = append(alternatives, fmt.Sprintf("MATCH (%s:%s) WHERE %s RETURN %[1]s, %[4]d AS way", n, quote(t.Name),
					strings.Join(conditions, " AND ")+w.nodeThen(n, g.AsOf), rank))
			}
		}
		return fmt.Sprintf(`COLLECT {
	CALL () { %s }
	WITH %[2]s, min(way) AS rank ORDER BY rank, %[2]s.id LIMIT 1
	RETURN [rank, %[2]s.id, %[2]s.name, %[3]s] }`, strings.Join(alternatives, " UNION ALL "), n, w.tuple(g.Node, n))
	}
}

// labelled says that a node has one of the labels.
func labelled(n string, types []*ontology.Type) string {
	if len(types) == 0 {
		return "false"
	}
	return n + ":" + names(types, func(t *ontology.Type) string { return t.Name })
}

// typed says that a relation has one of the types.
func typed(r string, types []*ontology.Relation) string {
	if len(types) == 0 {
		return "false"
	}
	return r + ":" + relationTypes(types)
}

func relationTypes(types []*ontology.Relation) string {
	return names(types, func(t *ontology.Relation) string { return t.Name })
}

func names[T any](of []T, name func(T) string) string {
	if len(of) == 1 {
		return quote(name(of[0]))
	}
	quoted := make([]string, len(of))
	for i, t := range of {
		quoted[i] = quote(name(t))
	}
	return strings.Join(quoted, "|")
}
