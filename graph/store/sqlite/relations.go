package sqlite

import (
	"fmt"
	"slices"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

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
		err = l.read(each, columns+" FROM json_each(?) AS j CROSS JOIN reference AS s ON s.base = j.value", among(bases))
	}
	if len(along) > 0 && err == nil {
		err = l.read(each, columns+fmt.Sprintf(ofTriples, "reference"), triples(along))
	}
	return references, err
}

// Lead is part of store.Ledger.
func (l *ledger) Lead(references []store.Reference) error {
	for _, r := range references {
		l.exec("UPDATE reference SET to_id = nullif(?, '') WHERE report = ? AND from_id = ? AND type = ? AND symbol = ?",
			r.To, r.Report, r.From, r.Relation, r.Symbol)
	}
	return nil
}

// TakeStatements is part of store.Ledger.
func (l *ledger) TakeStatements(of []store.Triple) (map[store.Triple][]store.Told, error) {
	if len(of) == 0 {
		return nil, nil
	}
	taken, owners := map[store.Triple][]store.Told{}, []string{}
	err := l.read(func(r row) error {
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
	l.exec("DELETE FROM relation WHERE id IN "+these, gone)
	l.exec("DELETE FROM statement WHERE owner IN "+these, gone)
	return taken, nil
}

// PutRelations is part of store.Ledger.
func (l *ledger) PutRelations(relations []store.Relation) error {
	rows := l.rows()
	for _, r := range relations {
		l.putRelation(rows, r)
	}
	rows.flush()
	return nil
}

func (l *ledger) putRelation(rows *rows, r store.Relation) {
	history := r.History()
	into := l.tables.relation(r.Type)
	rows.insert(into.relation, with([]any{r.ID, r.Type.Name, r.From, r.To, r.Ordinal, r.FirstTold, r.ReportCount, len(history) > 1},
		r.Type.Properties, r.Properties)...)
	if len(history) > 1 {
		for _, v := range history {
			rows.insert(into.then, with([]any{r.ID, v.From}, r.Type.Properties, v.Properties)...)
		}
	}
	for rank, s := range r.Told {
		var id any
		if s.Evidence != nil {
			id = r.EvidenceID(rank)
		}
		rows.insert(intoStatement, append([]any{r.ID, rank, id, r.Type.Name, r.From, r.To, s.Report(), s.ReportKey, s.Ordinal,
			store.EncodeProperties(s.Properties), s.Linked}, evidenceArgs(s.Evidence)...)...)
	}
}

// with adds the values of declared properties; NULL for one that is absent.
func with(values []any, declared []*ontology.Property, properties map[string]any) []any {
	for _, p := range declared {
		values = append(values, properties[p.Name])
	}
	return values
}
