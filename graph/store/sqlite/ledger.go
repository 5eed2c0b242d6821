package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// ledger is the store as one transaction sees it: here its documents, beside it its nodes and relations.
// What it changes goes ahead while the caller goes on: an error of that comes from the next that reads, and from wait.
type ledger struct {
	*ahead
	ctx    context.Context
	conn   conn
	o      *ontology.Ontology
	tables *wide
}

func newLedger(ctx context.Context, c conn, o *ontology.Ontology, tables *wide) *ledger {
	return &ledger{newAhead(ctx, c), ctx, c, o, tables}
}

var _ store.Ledger = (*ledger)(nil)

// read runs a statement now, when those ahead have run, and calls each for every row.
func (l *ledger) read(each func(row) error, text string, args ...any) error {
	if err := l.wait(); err != nil {
		return err
	}
	return l.conn.run(l.ctx, each, text, args...)
}

// among is a parameter that json_each makes a table of.
func among[T any](of []T) string {
	text, _ := json.Marshal(of) // texts, and arrays of texts
	return string(text)
}

// Documents is part of store.Ledger.
func (l *ledger) Documents(reports, bases []string) (headers []store.Header, err error) {
	const listed = "(SELECT value FROM json_each(?%d))"
	err = l.read(func(r row) error { headers = append(headers, header(r)); return nil },
		fmt.Sprintf("SELECT "+headerColumns+" FROM document WHERE report IN "+listed+" OR base IN "+listed+" OR restated IN "+listed, 1, 2, 2),
		among(reports), among(bases))
	return headers, err
}

// TakeBack is part of store.Ledger.
func (l *ledger) TakeBack(reports []string) (nodes []string, triples []store.Triple, err error) {
	const these = " WHERE report IN (SELECT value FROM json_each(?))"
	of := among(reports)
	if err := errors.Join(
		l.read(func(r row) error { nodes = append(nodes, r.text(0)); return nil }, "SELECT DISTINCT node FROM tells"+these, of),
		l.read(func(r row) error {
			triples = append(triples, store.Triple{From: r.text(0), Relation: r.text(1), To: r.text(2)})
			return nil
		},
			"SELECT DISTINCT r.from_id, r.type, r.to_id FROM statement CROSS JOIN relation AS r ON r.no = owner"+these, of)); err != nil {
		return nil, nil, err
	}
	l.exec("DELETE FROM tells"+these, of)
	l.exec("DELETE FROM reference"+these, of)
	l.exec("DELETE FROM document"+these, of)
	return nodes, triples, nil
}

var (
	evidenceColumns = []string{"paragraph", "position", `"start"`, `"end"`, "quote", "rule"}

	intoDocument  = newTable("document", "report", "hash", "symbol", "restates", "source", "told", "date", "written", "base", "restated")
	intoTells     = newTable("tells", "node", "report", "key", "type", "names", "properties", "evidence")
	intoReference = newTable("reference",
		append([]string{"report", "key", "type", "from_id", "symbol", "base", "ordinal", "properties"}, evidenceColumns...)...)
	intoStatement = newTable("statement", append([]string{
		"owner", "rank", "id", "report", "key", "ordinal", "properties", "linked"}, evidenceColumns...)...)
	intoNameKey       = newTable("name_key", "folded", "node", "written")
	intoNameText      = newTable("name_text", "rowid", "text")
	intoParagraphText = newTable("paragraph_text", "rowid", "text")
)

// Keep is part of store.Ledger.
func (l *ledger) Keep(documents []store.Document) error {
	rows := l.rows()
	for _, d := range documents {
		if err := l.keep(rows, d); err != nil {
			return err
		}
	}
	rows.flush()
	return nil
}

func (l *ledger) keep(rows *rows, d store.Document) error {
	key := d.Key()
	rows.insert(intoDocument, d.Report, d.Hash, d.Symbol, d.Restates, d.SourceName, d.Told, d.Date,
		time.Now().Unix(), base(d.Symbol), base(d.Restates))
	for _, n := range d.Nodes {
		evidence := []byte("null")
		if len(n.Evidence) > 0 {
			var err error
			if evidence, err = json.Marshal(n.Evidence); err != nil {
				return err
			}
		}
		rows.insert(intoTells, n.ID, d.Report, key, n.Type, store.EncodeNames(n.Names), store.EncodeProperties(n.Properties), string(evidence))
	}
	for _, s := range d.Relations {
		if s.ToSymbol == "" {
			continue
		}
		reference := []any{d.Report, key, s.Type, s.From, s.ToSymbol, base(s.ToSymbol), s.Ordinal, store.EncodeProperties(s.Properties)}
		rows.insert(intoReference, append(reference, evidenceArgs(s.Evidence)...)...)
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
