package sqlite

import (
	"fmt"
	"hash/fnv"
	"io"
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

// numberOf is a number made of a triple (ends in the layout). Hardly ever do two have the same.
func numberOf(t store.Triple) int64 {
	h := fnv.New64a()
	for _, text := range [...]string{t.From, "\x00", t.Relation, "\x00", t.To} {
		_, _ = io.WriteString(h, text)
	}
	return int64(h.Sum64())
}

// triples is a parameter by which ofTriples finds references.
func triples(of []store.Triple) string {
	all := make([][3]string, len(of))
	for i, t := range of {
		all[i] = [3]string{t.From, t.Relation, t.To}
	}
	return among(all)
}

const ofTriples = " FROM json_each(?) AS j CROSS JOIN reference AS s " +
	"ON s.from_id = j.value ->> 0 AND s.type = j.value ->> 1 AND s.to_id = j.value ->> 2"

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
		err = l.read(each, columns+ofTriples, triples(along))
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
	wanted := make(map[store.Triple]bool, len(of))
	numbers, ids := make([]int64, len(of)), make([]string, 0, len(of))
	for i, t := range of {
		wanted[t] = true
		numbers[i] = numberOf(t)
		rel, err := l.relation(t.Relation)
		if err != nil {
			return nil, err
		}
		ids = append(ids, rel.ID(t.From, t.To)) // where it has no key, or had none
	}
	taken, owners := map[store.Triple][]store.Told{}, []int64{}
	err := l.read(func(r row) error {
		t := store.Triple{From: r.text(0), Relation: r.text(1), To: r.text(2)}
		if !wanted[t] { // its number is the same
			return nil
		}
		rel, err := l.relation(t.Relation)
		if err != nil {
			return err
		}
		s, err := told(rel, r, 5)
		s.Linked = r.ColumnBool(4)
		taken[t] = append(taken[t], s)
		owners = append(owners, r.ColumnInt64(3))
		return err
	}, "SELECT r.from_id, r.type, r.to_id, r.no, s.linked, "+toldColumns+
		" FROM (SELECT r.no FROM json_each(?) AS j CROSS JOIN relation AS r ON r.ends = j.value "+
		"UNION SELECT r.no FROM json_each(?) AS j CROSS JOIN relation AS r ON r.id = j.value) AS x "+
		"CROSS JOIN relation AS r ON r.no = x.no CROSS JOIN statement AS s ON s.owner = r.no", among(numbers), among(ids))
	if err != nil || len(owners) == 0 {
		return taken, err
	}
	slices.Sort(owners)
	gone := among(slices.Compact(owners))
	const these = "(SELECT value FROM json_each(?))"
	l.exec("DELETE FROM relation WHERE no IN "+these, gone)
	l.exec("DELETE FROM statement WHERE owner IN "+these, gone)
	return taken, nil
}

// PutRelations is part of store.Ledger.
func (l *ledger) PutRelations(relations []store.Relation) error {
	no, err := l.number("relation")
	if err != nil {
		return err
	}
	// The engine numbers relations as they come. Were it told the numbers it would keep each page as it was, lest one be no number.
	rows := l.rows()
	for i, r := range relations {
		no++
		l.putRelation(rows, no, r)
		if i == len(relations)-1 || relations[i+1].Type != r.Type {
			rows.write(l.tables.relation(r.Type).relation)
			l.then(isLast(no))
		}
	}
	rows.flush()
	return nil
}

// isLast holds the number of the relation that was inserted last against what its statements say.
func isLast(no int64) func(conn) error {
	return func(c conn) error {
		if is := c.LastInsertRowID(); is != no {
			return fmt.Errorf("the relation number %d has the number %d", no, is)
		}
		return nil
	}
}

func (l *ledger) putRelation(rows *rows, no int64, r store.Relation) {
	var ends any
	if len(r.Type.Key) > 0 || r.Type.KeyInterval {
		ends = numberOf(store.Triple{From: r.From, Relation: r.Type.Name, To: r.To})
	}
	history := r.History()
	into := l.tables.relation(r.Type)
	rows.insert(into.relation, with([]any{r.ID, r.Type.Name, r.From, r.To, r.Ordinal, r.FirstTold, r.ReportCount, len(history) > 1, ends},
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
		rows.insert(intoStatement, append([]any{no, rank, id, s.Report(), s.ReportKey, s.Ordinal,
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
