package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Write is part of store.Store.
func (s *Store) Write(ctx context.Context, documents []store.Document, options store.WriteOptions) (outcomes []store.Outcome, err error) {
	seen := map[string]bool{}
	for _, d := range documents {
		if err := d.Check(s.o); err != nil {
			return nil, fmt.Errorf("write %s: %w", d.SourceName, err)
		}
		if seen[d.Report] {
			return nil, fmt.Errorf("write %s: another document of the same report is in the same call", d.SourceName)
		}
		seen[d.Report] = true
	}
	err = s.write(ctx, func(c conn) error {
		return c.transaction(ctx, func() error {
			outcomes, err = writeAll(ctx, c, s.o, documents, options)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("write %d documents: %w", len(documents), err)
	}
	return outcomes, nil
}

// ends are two nodes and the type of relation between them: what statements add up for.
type ends struct{ from, to, relation string }

// writing is the state of one transaction: what it touches is computed again at its end.
type writing struct {
	conn
	ctx   context.Context
	o     *ontology.Ontology
	nodes map[string]bool
	ends  map[ends][]store.Told // touched, with what the transaction adds
}

func writeAll(ctx context.Context, c conn, o *ontology.Ontology, documents []store.Document, options store.WriteOptions) ([]store.Outcome, error) {
	headers, err := held(ctx, c)
	if err != nil {
		return nil, err
	}
	have := map[string]store.Header{}
	for _, h := range headers {
		have[h.Report] = h
	}
	t := &writing{conn: c, ctx: ctx, o: o, nodes: map[string]bool{}, ends: map[ends][]store.Told{}}
	var outcomes []store.Outcome
	for _, d := range documents {
		var was *store.Header
		if h, ok := have[d.Report]; ok {
			was = &h
		}
		outcome := store.Admit(was, d.Header, options.Replace)
		outcomes = append(outcomes, outcome)
		if outcome.Result != store.New && outcome.Result != store.Changed {
			continue
		}
		if was != nil {
			if err := t.takeBack(d.Report); err != nil {
				return nil, err
			}
		}
		if err := t.put(d); err != nil {
			return nil, err
		}
		have[d.Report] = d.Header
	}
	return outcomes, t.settle(have)
}

// settle computes again what is touched.
func (t *writing) settle(have map[string]store.Header) error {
	for _, step := range []func() error{
		func() error { return t.link(slices.Collect(maps.Values(have))) },
		t.sumRelations,
		t.sumNodes,
		func() error { return t.exec("UPDATE change SET number = number + 1") },
		func() error { return t.exec("PRAGMA optimize") },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// errPreview ends a transaction that was for looking only.
var errPreview = errors.New("nothing is to be changed")

// Retract is part of store.Store.
func (s *Store) Retract(ctx context.Context, reports []string, preview bool) (left store.Counts, err error) {
	err = s.write(ctx, func(c conn) error {
		return c.transaction(ctx, func() error {
			headers, err := held(ctx, c)
			if err != nil {
				return err
			}
			have := map[string]store.Header{}
			for _, h := range headers {
				have[h.Report] = h
			}
			t := &writing{conn: c, ctx: ctx, o: s.o, nodes: map[string]bool{}, ends: map[ends][]store.Told{}}
			for _, report := range reports {
				if _, ok := have[report]; !ok {
					return fmt.Errorf("the report %s is not held", report)
				}
				delete(have, report)
				if err := t.takeBack(report); err != nil {
					return err
				}
			}
			if err := t.settle(have); err != nil {
				return err
			}
			if left, err = count(ctx, c); err == nil && preview {
				err = errPreview
			}
			return err
		})
	})
	if err != nil && !errors.Is(err, errPreview) {
		return store.Counts{}, fmt.Errorf("retract %d reports: %w", len(reports), err)
	}
	return left, nil
}

func (t *writing) exec(text string, args ...any) error { return t.run(t.ctx, nil, text, args...) }

// touch marks ends whose relations are computed again.
func (t *writing) touch(e ends) {
	if _, ok := t.ends[e]; !ok {
		t.ends[e] = nil
	}
}

// takeBack takes back all that a report says.
func (t *writing) takeBack(report string) error {
	if err := t.run(t.ctx, func(r row) error { t.nodes[r.text(0)] = true; return nil }, "SELECT node FROM tells WHERE report = ?", report); err != nil {
		return err
	}
	if err := t.run(t.ctx, func(r row) error { t.touch(ends{r.text(0), r.text(1), r.text(2)}); return nil },
		"SELECT DISTINCT from_id, to_id, type FROM statement WHERE report = ? AND type IS NOT NULL", report); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM relation WHERE id IN (SELECT owner FROM statement WHERE report = ? AND type IS NOT NULL)", report); err != nil {
		return err // what others state of them is added up again
	}
	for _, table := range []string{"statement", "tells", "reference", "document"} {
		if err := t.exec("DELETE FROM "+table+" WHERE report = ?", report); err != nil {
			return err
		}
	}
	return nil
}

// put keeps what a document says; what it adds up to is computed later.
func (t *writing) put(d store.Document) error {
	if err := t.exec("INSERT INTO document (report, hash, symbol, restates, source, told, date, written) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		d.Report, d.Hash, d.Symbol, d.Restates, d.SourceName, d.Told, d.Date, time.Now().Unix()); err != nil {
		return err
	}
	key := d.Key()
	for _, n := range d.Nodes {
		t.nodes[n.ID] = true
		names, err := json.Marshal(n.Names)
		if err != nil {
			return err
		}
		evidence, err := json.Marshal(n.Evidence)
		if err != nil {
			return err
		}
		if err := t.exec("INSERT INTO tells (node, report, key, type, names, properties, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)",
			n.ID, d.Report, key, n.Type, string(names), store.EncodeProperties(n.Properties), string(evidence)); err != nil {
			return err
		}
	}
	for _, s := range d.Relations {
		if s.ToSymbol != "" {
			if err := t.exec(`INSERT INTO reference (report, key, type, from_id, symbol, ordinal, properties, paragraph, position, "start", "end", quote, rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
				append([]any{d.Report, key, s.Type, s.From, s.ToSymbol, s.Ordinal, store.EncodeProperties(s.Properties)}, evidenceArgs(s.Evidence)...)...); err != nil {
				return err
			}
			continue
		}
		from, to := store.Ends(t.o.Relation(s.Type), s.From, s.To)
		e := ends{from, to, s.Type}
		t.ends[e] = append(t.ends[e], store.Told{ReportKey: key, Properties: s.Properties, Ordinal: s.Ordinal, Evidence: s.Evidence})
	}
	return nil
}

func evidenceArgs(e *store.Evidence) []any {
	if e == nil {
		return []any{nil, nil, nil, nil, nil, nil}
	}
	return []any{e.Paragraph, e.Position, e.Start, e.End, e.Quote, e.Rule}
}

// link leads references to the reports that their symbols name now, of those that are held.
func (t *writing) link(headers []store.Header) error {
	type change struct {
		e          ends
		symbol, to string
	}
	var changes []change
	if err := t.run(t.ctx, func(r row) error {
		if to := store.BySymbol(r.text(2), headers); to != r.text(3) {
			changes = append(changes, change{ends{from: r.text(0), to: r.text(3), relation: r.text(1)}, r.text(2), to})
		}
		return nil
	}, "SELECT DISTINCT from_id, type, symbol, coalesce(to_id, '') FROM reference"); err != nil {
		return err
	}
	for _, c := range changes {
		for _, to := range []string{c.e.to, c.to} {
			if to != "" {
				t.touch(ends{c.e.from, to, c.e.relation})
			}
		}
		if err := t.exec("UPDATE reference SET to_id = nullif(?, '') WHERE from_id = ? AND type = ? AND symbol = ?", c.to, c.e.from, c.e.relation, c.symbol); err != nil {
			return err
		}
	}
	return nil
}

const toldColumns = `key, ordinal, properties, paragraph, position, "start", "end", quote, rule`

// told reads statements with the columns toldColumns.
func (t *writing) told(rel *ontology.Relation, text string, args ...any) (told []store.Told, err error) {
	err = t.run(t.ctx, func(r row) error {
		properties, err := store.DecodeProperties(rel.Properties, r.text(2))
		if err != nil {
			return err
		}
		s := store.Told{ReportKey: r.text(0), Ordinal: r.ColumnInt(1), Properties: properties}
		if r.text(3) != "" {
			s.Evidence = &store.Evidence{Paragraph: r.text(3), Position: r.ColumnInt(4), Start: r.ColumnInt(5), End: r.ColumnInt(6), Quote: r.text(7), Rule: r.text(8)}
		}
		told = append(told, s)
		return nil
	}, text, args...)
	return told, err
}

// sumRelations computes again what the statements on the touched ends add up to.
func (t *writing) sumRelations() error {
	insert := insertText("relation", []string{"id", "type", "from_id", "to_id", "ordinal", "told", "reports", "varies"}, t.o.RelationProperties)
	for e, added := range t.ends {
		rel := t.o.Relation(e.relation)
		if rel == nil {
			return fmt.Errorf("the file holds relations of the type %s, which the ontology no longer has", e.relation)
		}
		where := " WHERE from_id = ? AND to_id = ? AND type = ?"
		told, err := t.told(rel, "SELECT "+toldColumns+" FROM statement"+where+" AND linked = 0", e.from, e.to, e.relation)
		if err != nil {
			return err
		}
		links, err := t.told(rel, "SELECT "+toldColumns+" FROM reference"+where, e.from, e.to, e.relation)
		if err != nil {
			return err
		}
		if err := errors.Join(
			// By their statements, which an index finds by both ends: either end alone may have thousands.
			t.exec("DELETE FROM relation WHERE id IN (SELECT owner FROM statement"+where+")", e.from, e.to, e.relation),
			t.exec("DELETE FROM statement"+where, e.from, e.to, e.relation)); err != nil {
			return err
		}
		told = append(append(told, added...), links...)
		if len(told) == 0 {
			continue
		}
		linked := map[string]bool{}
		for _, l := range links {
			linked[l.ReportKey+" "+l.Evidence.Quote+fmt.Sprint(l.Evidence.Position, " ", l.Evidence.Start)] = true
		}
		for _, r := range store.Relations(rel, e.from, e.to, told) {
			history := r.History()
			if err := t.exec(insert, append([]any{r.ID, rel.Name, r.From, r.To, r.Ordinal, r.FirstTold, r.ReportCount, len(history) > 1}, propertyArgs(t.o.RelationProperties, r.Properties)...)...); err != nil {
				return err
			}
			if err := t.history(r.ID, history); err != nil {
				return err
			}
			for rank, s := range r.Told {
				id, isLinked := any(nil), false
				if s.Evidence != nil {
					id = r.EvidenceID(rank)
					isLinked = linked[s.ReportKey+" "+s.Evidence.Quote+fmt.Sprint(s.Evidence.Position, " ", s.Evidence.Start)]
				}
				if err := t.statement(append([]any{r.ID, rank, id, rel.Name, r.From, r.To, s.Report(), s.ReportKey, s.Ordinal, store.EncodeProperties(s.Properties), isLinked}, evidenceArgs(s.Evidence)...)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// history keeps what the properties of a relation were, if they varied.
func (t *writing) history(relation string, versions []store.Version) error {
	if len(versions) == 1 {
		return nil
	}
	insert := insertText("relation_then", []string{"relation", "told"}, t.o.RelationProperties)
	for _, v := range versions {
		if err := t.exec(insert, append([]any{relation, v.From}, propertyArgs(t.o.RelationProperties, v.Properties)...)...); err != nil {
			return err
		}
	}
	return nil
}

func (t *writing) statement(args []any) error {
	return t.exec(`INSERT INTO statement (owner, rank, id, type, from_id, to_id, report, key, ordinal, properties, linked, paragraph, position, "start", "end", quote, rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, args...)
}

// sumNodes computes again what documents say of the touched nodes. A node of which none says anything goes.
func (t *writing) sumNodes() error {
	insert := insertText("node", []string{"id", "type", "name", "folded", "aliases", "told"}, t.o.NodeProperties)
	for id := range t.nodes {
		told, err := t.tells(id)
		if err != nil {
			return err
		}
		const row = "(SELECT no FROM node WHERE id = ?)"
		if err := errors.Join(t.exec("DELETE FROM name_text WHERE rowid = "+row, id), t.exec("DELETE FROM paragraph_text WHERE rowid = "+row, id), t.exec("DELETE FROM node WHERE id = ?", id), t.exec("DELETE FROM name_key WHERE node = ?", id), t.exec("DELETE FROM statement WHERE owner = ?", id)); err != nil {
			return err
		}
		if len(told) == 0 {
			continue
		}
		n := store.SumNode(told)
		aliases, err := json.Marshal(n.Aliases)
		if err != nil {
			return err
		}
		if err := t.exec(insert, append([]any{n.ID, n.Type, n.Name, fold.Name(n.Name), string(aliases), n.FirstTold}, propertyArgs(t.o.NodeProperties, n.Properties)...)...); err != nil {
			return err
		}
		no := t.LastInsertRowID()
		if err := t.exec("INSERT INTO name_text (rowid, text) VALUES (?, ?)", no, fold.Searched(append([]string{n.Name}, n.Aliases...)...)); err != nil {
			return err
		}
		if p := t.o.Type(n.Type).Searched; p != nil {
			text, _ := n.Properties[p.Name].(string)
			if err := t.exec("INSERT INTO paragraph_text (rowid, text) VALUES (?, ?)", no, fold.Searched(text)); err != nil {
				return err
			}
		}
		for _, k := range store.NameKeys(t.o.Type(n.Type), n) {
			if err := t.exec("INSERT INTO name_key (folded, node, written) VALUES (?, ?, ?)", k.Folded, n.ID, k.Written); err != nil {
				return err
			}
		}
		for rank, e := range n.Evidence {
			report := e.ReportKey[strings.LastIndexByte(e.ReportKey, '|')+1:]
			if err := t.statement(append([]any{n.ID, rank, e.ID, nil, nil, nil, report, e.ReportKey, 0, "{}", false}, evidenceArgs(&e.Evidence)...)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *writing) tells(id string) (told []store.TellsNode, err error) {
	err = t.run(t.ctx, func(r row) error {
		label := t.o.Type(r.text(1))
		if label == nil {
			return fmt.Errorf("the file holds nodes of the label %s, which the ontology no longer has", r.text(1))
		}
		n := store.Node{ID: id, Type: label.Name}
		var err error
		if n.Properties, err = store.DecodeProperties(label.Properties, r.text(3)); err != nil {
			return err
		}
		told = append(told, store.TellsNode{ReportKey: r.text(0), Node: n})
		last := &told[len(told)-1].Node
		return errors.Join(json.Unmarshal([]byte(r.text(2)), &last.Names), json.Unmarshal([]byte(r.text(4)), &last.Evidence))
	}, "SELECT key, type, names, properties, evidence FROM tells WHERE node = ?", id)
	return told, err
}

func insertText(table string, fixed []string, properties []*ontology.Property) string {
	names := slices.Clone(fixed)
	for _, p := range properties {
		names = append(names, column(p.Name))
	}
	return "INSERT INTO " + table + " (" + strings.Join(names, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(names)-1) + ")"
}

func propertyArgs(declared []*ontology.Property, properties map[string]any) []any {
	args := make([]any, len(declared))
	for i, p := range declared {
		args[i] = properties[p.Name]
	}
	return args
}
