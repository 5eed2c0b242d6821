package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// ledger is the store as one transaction sees it.
type ledger struct {
	conn
	ctx context.Context
	o   *ontology.Ontology
}

var _ store.Ledger = (*ledger)(nil)

func (l *ledger) exec(text string, args ...any) error { return l.run(l.ctx, nil, text, args...) }

// among is a parameter that json_each makes a table of.
func among[T any](of []T) string {
	text, _ := json.Marshal(of) // texts, and arrays of texts
	return string(text)
}

// Documents is part of store.Ledger.
func (l *ledger) Documents(reports, bases []string) (headers []store.Header, err error) {
	const listed = "(SELECT value FROM json_each(?%d))"
	err = l.run(l.ctx, func(r row) error { headers = append(headers, header(r)); return nil },
		fmt.Sprintf("SELECT "+headerColumns+" FROM document WHERE report IN "+listed+" OR base IN "+listed+" OR restated IN "+listed, 1, 2, 2),
		among(reports), among(bases))
	return headers, err
}

// TakeBack is part of store.Ledger.
func (l *ledger) TakeBack(reports []string) (nodes []string, triples []store.Triple, err error) {
	const these = " WHERE report IN (SELECT value FROM json_each(?))"
	of := among(reports)
	if err := errors.Join(
		l.run(l.ctx, func(r row) error { nodes = append(nodes, r.text(0)); return nil }, "SELECT DISTINCT node FROM tells"+these, of),
		l.run(l.ctx, func(r row) error {
			triples = append(triples, store.Triple{From: r.text(0), Relation: r.text(1), To: r.text(2)})
			return nil
		},
			"SELECT DISTINCT from_id, type, to_id FROM statement"+these+" AND type IS NOT NULL", of)); err != nil {
		return nil, nil, err
	}
	return nodes, triples, errors.Join(
		l.exec("DELETE FROM tells"+these, of),
		l.exec("DELETE FROM reference"+these, of),
		l.exec("DELETE FROM document"+these, of))
}

var (
	documentColumns  = []string{"report", "hash", "symbol", "restates", "source", "told", "date", "written", "base", "restated"}
	tellsColumns     = []string{"node", "report", "key", "type", "names", "properties", "evidence"}
	referenceColumns = append([]string{"report", "key", "type", "from_id", "symbol", "base", "ordinal", "properties"}, evidenceColumns...)
	statementColumns = append([]string{
		"owner", "rank", "id", "type", "from_id", "to_id", "report", "key", "ordinal", "properties", "linked"}, evidenceColumns...)
	evidenceColumns = []string{"paragraph", "position", `"start"`, `"end"`, "quote", "rule"}
	nameKeyColumns  = []string{"folded", "node", "written"}
	textColumns     = []string{"rowid", "text"}
	relationColumns = []string{"id", "type", "from_id", "to_id", "ordinal", "told", "reports", "varies"}
)

// Keep is part of store.Ledger.
func (l *ledger) Keep(documents []store.Document) error {
	rows := l.rows()
	for _, d := range documents {
		if err := l.keep(rows, d); err != nil {
			return err
		}
	}
	return rows.flush()
}

func (l *ledger) keep(rows *rows, d store.Document) error {
	key := d.Key()
	if err := rows.insert("document", documentColumns, d.Report, d.Hash, d.Symbol, d.Restates, d.SourceName, d.Told, d.Date,
		time.Now().Unix(), base(d.Symbol), base(d.Restates)); err != nil {
		return err
	}
	for _, n := range d.Nodes {
		names, errNames := json.Marshal(n.Names)
		evidence, errEvidence := json.Marshal(n.Evidence)
		properties := store.EncodeProperties(n.Properties)
		errInsert := rows.insert("tells", tellsColumns, n.ID, d.Report, key, n.Type, string(names), properties, string(evidence))
		if err := errors.Join(errNames, errEvidence, errInsert); err != nil {
			return err
		}
	}
	for _, s := range d.Relations {
		if s.ToSymbol == "" {
			continue
		}
		reference := []any{d.Report, key, s.Type, s.From, s.ToSymbol, base(s.ToSymbol), s.Ordinal, store.EncodeProperties(s.Properties)}
		if err := rows.insert("reference", referenceColumns, append(reference, evidenceArgs(s.Evidence)...)...); err != nil {
			return err
		}
	}
	return nil
}

// base is the base of a symbol; NULL for none.
func base(symbol string) any {
	if base, _ := store.BaseSymbol(symbol); base != "" {
		return base
	}
	return nil
}

func evidenceArgs(e *store.Evidence) []any {
	if e == nil {
		return []any{nil, nil, nil, nil, nil, nil}
	}
	return []any{e.Paragraph, e.Position, e.Start, e.End, e.Quote, e.Rule}
}

// Tallies is part of store.Ledger.
func (l *ledger) Tallies(nodes []string) (map[string]*store.Tally, error) {
	held := map[string]*store.Tally{}
	err := l.run(l.ctx, func(r row) error {
		label, err := l.label(r.text(1))
		if err == nil {
			held[r.text(0)], err = store.DecodeTally(r.text(0), label, r.text(2))
		}
		return err
	}, "SELECT n.id, n.type, n.tally FROM json_each(?) AS j CROSS JOIN node AS n ON n.id = j.value", among(nodes))
	return held, err
}

func (l *ledger) label(name string) (*ontology.Type, error) {
	if label := l.o.Type(name); label != nil {
		return label, nil
	}
	return nil, fmt.Errorf("the file holds nodes of the label %s, which the ontology no longer has", name)
}

// Tellings is part of store.Ledger.
func (l *ledger) Tellings(nodes []string) (map[string][]store.TellsNode, error) {
	told := map[string][]store.TellsNode{}
	err := l.run(l.ctx, func(r row) error {
		label, err := l.label(r.text(2))
		if err != nil {
			return err
		}
		n := store.Node{ID: r.text(0), Type: label.Name}
		if n.Properties, err = store.DecodeProperties(label.Properties, r.text(4)); err != nil {
			return err
		}
		if err := errors.Join(json.Unmarshal([]byte(r.text(3)), &n.Names), json.Unmarshal([]byte(r.text(5)), &n.Evidence)); err != nil {
			return err
		}
		told[n.ID] = append(told[n.ID], store.TellsNode{ReportKey: r.text(1), Node: n})
		return nil
	}, "SELECT t.node, t.key, t.type, t.names, t.properties, t.evidence FROM json_each(?) AS j CROSS JOIN tells AS t ON t.node = j.value", among(nodes))
	return told, err
}

// PutNodes is part of store.Ledger.
func (l *ledger) PutNodes(nodes []store.NodeWrite) error {
	var replaced []string
	for _, n := range nodes {
		if !n.New && !n.Same {
			replaced = append(replaced, n.ID)
		}
	}
	if err := l.DropNodes(replaced); err != nil {
		return err
	}
	no, err := l.number()
	if err != nil {
		return err
	}
	rows := l.rows()
	for _, n := range nodes {
		if n.Same {
			err = l.exec("UPDATE node SET tally = ? WHERE id = ?", n.Tally.Encode(), n.ID)
		} else {
			no++
			err = l.putNode(rows, no, n)
		}
		if err != nil {
			return err
		}
	}
	return rows.flush()
}

// number is the greatest of a node.
func (l *ledger) number() (no int64, err error) {
	err = l.run(l.ctx, func(r row) error { no = r.ColumnInt64(0); return nil }, "SELECT max(no) FROM node")
	return no, err
}

func (l *ledger) putNode(rows *rows, no int64, n store.NodeWrite) error {
	aliases, err := json.Marshal(n.Aliases)
	if err != nil {
		return err
	}
	label := l.o.Type(n.Type)
	columns := []string{"no", "id", "type", "name", "folded", "aliases", "told", "tally"}
	values := []any{no, n.ID, n.Type, n.Name, fold.Name(n.Name), string(aliases), n.FirstTold, n.Tally.Encode()}
	for _, p := range label.KeyProperties() {
		if p.Kind == ontology.String {
			var plain any
			if text, ok := n.Properties[p.Name].(string); ok {
				plain = fold.Plain(text)
			}
			columns, values = append(columns, quote("k_"+p.Name)), append(values, plain)
		}
	}
	columns, values = with(columns, values, label.Properties, n.Properties)
	if err := errors.Join(rows.insert("node", columns, values...),
		rows.insert("name_text", textColumns, no, fold.Searched(store.SearchedNames(label, n.NodeSum)...))); err != nil {
		return err
	}
	if p := label.Searched; p != nil {
		text, _ := n.Properties[p.Name].(string)
		if err := rows.insert("paragraph_text", textColumns, no, fold.Searched(text)); err != nil {
			return err
		}
	}
	for _, k := range store.NameKeys(label, n.NodeSum) {
		if err := rows.insert("name_key", nameKeyColumns, k.Folded, n.ID, k.Written); err != nil {
			return err
		}
	}
	for rank, e := range n.Evidence {
		report := store.Told{ReportKey: e.ReportKey}.Report()
		statement := []any{n.ID, rank, e.ID, nil, nil, nil, report, e.ReportKey, 0, "{}", false}
		if err := rows.insert("statement", statementColumns, append(statement, evidenceArgs(&e.Evidence)...)...); err != nil {
			return err
		}
	}
	return nil
}

// DropNodes is part of store.Ledger.
func (l *ledger) DropNodes(nodes []string) error {
	if len(nodes) == 0 {
		return nil
	}
	const ids, rows = "(SELECT value FROM json_each(?))", "(SELECT n.no FROM json_each(?) AS j CROSS JOIN node AS n ON n.id = j.value)"
	of := among(nodes)
	return errors.Join(
		l.exec("DELETE FROM name_text WHERE rowid IN "+rows, of),
		l.exec("DELETE FROM paragraph_text WHERE rowid IN "+rows, of),
		l.exec("DELETE FROM node WHERE id IN "+ids, of),
		l.exec("DELETE FROM name_key WHERE node IN "+ids, of),
		l.exec("DELETE FROM statement WHERE owner IN "+ids, of))
}

// told reads the columns toldColumns, from the i-th on.
func told(rel *ontology.Relation, r row, i int) (store.Told, error) {
	properties, err := store.DecodeProperties(rel.Properties, r.text(i+2))
	s := store.Told{ReportKey: r.text(i), Ordinal: r.ColumnInt(i + 1), Properties: properties}
	if r.text(i+3) != "" {
		s.Evidence = &store.Evidence{Paragraph: r.text(i + 3), Position: r.ColumnInt(i + 4), Start: r.ColumnInt(i + 5),
			End: r.ColumnInt(i + 6), Quote: r.text(i + 7), Rule: r.text(i + 8)}
	}
	return s, err
}

func (l *ledger) relation(name string) (*ontology.Relation, error) {
	if rel := l.o.Relation(name); rel != nil {
		return rel, nil
	}
	return nil, fmt.Errorf("the file holds relations of the type %s, which the ontology no longer has", name)
}

const toldColumns = `s.key, s.ordinal, s.properties, s.paragraph, s.position, s."start", s."end", s.quote, s.rule`

// triples is a parameter that these conditions find the rows of.
func triples(of []store.Triple) string {
	all := make([][3]string, len(of))
	for i, t := range of {
		all[i] = [3]string{t.From, t.Relation, t.To}
	}
	return among(all)
}

const ofTriples = " FROM json_each(?) AS j CROSS JOIN %s AS s ON s.from_id = j.value ->> 0 AND s.type = j.value ->> 1 AND s.to_id = j.value ->> 2"

// References is part of store.Ledger.
func (l *ledger) References(bases []string, along []store.Triple) (references []store.Reference, err error) {
	each := func(r row) error {
		rel, err := l.relation(r.text(3))
		if err != nil {
			return err
		}
		f := store.Reference{Report: r.text(0), From: r.text(1), Symbol: r.text(2), Relation: rel.Name, To: r.text(4)}
		f.Told, err = told(rel, r, 5)
		references = append(references, f)
		return err
	}
	const columns = "SELECT s.report, s.from_id, s.symbol, s.type, s.to_id, " + toldColumns
	if len(bases) > 0 {
		err = l.run(l.ctx, each, columns+" FROM json_each(?) AS j CROSS JOIN reference AS s ON s.base = j.value", among(bases))
	}
	if len(along) > 0 && err == nil {
		err = l.run(l.ctx, each, columns+fmt.Sprintf(ofTriples, "reference"), triples(along))
	}
	return references, err
}

// Lead is part of store.Ledger.
func (l *ledger) Lead(references []store.Reference) error {
	for _, r := range references {
		if err := l.exec("UPDATE reference SET to_id = nullif(?, '') WHERE report = ? AND from_id = ? AND type = ? AND symbol = ?",
			r.To, r.Report, r.From, r.Relation, r.Symbol); err != nil {
			return err
		}
	}
	return nil
}

// TakeStatements is part of store.Ledger.
func (l *ledger) TakeStatements(of []store.Triple) (map[store.Triple][]store.Told, error) {
	if len(of) == 0 {
		return nil, nil
	}
	taken, owners := map[store.Triple][]store.Told{}, []string{}
	err := l.run(l.ctx, func(r row) error {
		t := store.Triple{From: r.text(0), Relation: r.text(1), To: r.text(2)}
		rel, err := l.relation(t.Relation)
		if err != nil {
			return err
		}
		s, err := told(rel, r, 5)
		s.Linked = r.ColumnBool(4)
		taken[t] = append(taken[t], s)
		owners = append(owners, r.text(3))
		return err
	}, "SELECT s.from_id, s.type, s.to_id, s.owner, s.linked, "+toldColumns+fmt.Sprintf(ofTriples, "statement"), triples(of))
	if err != nil || len(owners) == 0 {
		return taken, err
	}
	slices.Sort(owners)
	gone := among(slices.Compact(owners))
	const these = "(SELECT value FROM json_each(?))"
	return taken, errors.Join(l.exec("DELETE FROM relation WHERE id IN "+these, gone), l.exec("DELETE FROM statement WHERE owner IN "+these, gone))
}

// PutRelations is part of store.Ledger.
func (l *ledger) PutRelations(relations []store.Relation) error {
	rows := l.rows()
	for _, r := range relations {
		if err := putRelation(rows, r); err != nil {
			return err
		}
	}
	return rows.flush()
}

func putRelation(rows *rows, r store.Relation) error {
	history := r.History()
	columns, values := with(relationColumns,
		[]any{r.ID, r.Type.Name, r.From, r.To, r.Ordinal, r.FirstTold, r.ReportCount, len(history) > 1}, r.Type.Properties, r.Properties)
	if err := rows.insert("relation", columns, values...); err != nil {
		return err
	}
	if len(history) > 1 {
		for _, v := range history {
			columns, values := with([]string{"relation", "told"}, []any{r.ID, v.From}, r.Type.Properties, v.Properties)
			if err := rows.insert("relation_then", columns, values...); err != nil {
				return err
			}
		}
	}
	for rank, s := range r.Told {
		var id any
		if s.Evidence != nil {
			id = r.EvidenceID(rank)
		}
		if err := rows.insert("statement", statementColumns,
			append([]any{r.ID, rank, id, r.Type.Name, r.From, r.To, s.Report(), s.ReportKey, s.Ordinal,
				store.EncodeProperties(s.Properties), s.Linked}, evidenceArgs(s.Evidence)...)...); err != nil {
			return err
		}
	}
	return nil
}

// with adds the columns of declared properties, and their values; NULL for one that is absent.
func with(columns []string, values []any, declared []*ontology.Property, properties map[string]any) ([]string, []any) {
	columns, values = slices.Clip(columns), slices.Clip(values)
	for _, p := range declared {
		columns, values = append(columns, column(p.Name)), append(values, properties[p.Name])
	}
	return columns, values
}
