package neo4j

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

func (l *ledger) relation(name string) (*ontology.Relation, error) {
	if rel := l.o.Relation(name); rel != nil {
		return rel, nil
	}
	return nil, fmt.Errorf("the database holds relations of the type %s, which the ontology no longer has", name)
}

// References is part of store.Ledger.
func (l *ledger) References(bases []string, along []store.Triple) (references []store.Reference, err error) {
	with := func(r *driver.Record) error {
		v := r.Values
		rel, err := l.relation(str(v[3]))
		if err != nil {
			return err
		}
		number := func(i int) int { n, _ := v[i].(int64); return int(n) }
		e := &store.Evidence{Paragraph: str(v[8]), Position: number(9), Start: number(10), End: number(11), Quote: str(v[12]), Rule: str(v[13])}
		f := store.Reference{Report: str(v[0]), From: str(v[1]), Symbol: str(v[2]), Relation: rel.Name, To: str(v[4]),
			Told: store.Told{ReportKey: str(v[5]), Ordinal: number(6), Evidence: e}}
		f.Properties, err = store.DecodeProperties(rel.Properties, str(v[7]))
		references = append(references, f)
		return err
	}
	const values = "RETURN f.report, f.from, f.symbol, f.type, f.to, f.key, f.at, f.said, f.paragraph, f.position, f.start, f.end, f.quote, f.rule"
	var triples []fields
	for _, t := range along {
		triples = append(triples, fields{"from": t.From, "type": t.Relation, "to": t.To})
	}
	return references, errors.Join(
		each(l, bases, "UNWIND $given.rows AS base MATCH (f:_Reference {base: base}) USING INDEX f:_Reference(base) "+values, with),
		each(l, triples, "UNWIND $given.rows AS row MATCH (f:_Reference {from: row.from}) USING INDEX f:_Reference(from) WHERE f.type = row.type "+
			"AND f.to = row.to "+values, with))
}

// Lead is part of store.Ledger.
func (l *ledger) Lead(references []store.Reference) error {
	var rows []fields
	for _, r := range references {
		var to any
		if r.To != "" {
			to = r.To
		}
		rows = append(rows, fields{"report": r.Report, "from": r.From, "type": r.Relation, "symbol": r.Symbol, "to": to})
	}
	return each(l, rows, "UNWIND $given.rows AS row MATCH (f:_Reference {report: row.report}) USING INDEX f:_Reference(report) "+
		"WHERE f.from = row.from AND f.type = row.type AND f.symbol = row.symbol SET f.to = row.to", nil)
}

const bothEnds = "UNWIND $given.rows AS row MATCH (a) WHERE elementId(a) = row[0] MATCH (b) WHERE elementId(b) = row[1] "

// between are the rows of bothEnds, by type: the element ids of the two ends, and what row gives of each triple.
func (l *ledger) between(triples []store.Triple, row func(int) any) (map[string][][]any, error) {
	var ends []string
	for _, t := range triples {
		ends = append(ends, t.From, t.To)
	}
	if err := l.find(ends); err != nil {
		return nil, err
	}
	byType := map[string][][]any{}
	for i, t := range triples {
		byType[t.Relation] = append(byType[t.Relation], []any{l.elements[t.From], l.elements[t.To], row(i)})
	}
	return byType, nil
}

// TakeStatements is part of store.Ledger.
func (l *ledger) TakeStatements(triples []store.Triple) (map[store.Triple][]store.Told, error) {
	byType, err := l.between(triples, func(i int) any { return i })
	if err != nil {
		return nil, err
	}
	taken := map[store.Triple][]store.Told{}
	for _, name := range slices.Sorted(maps.Keys(byType)) {
		rel, err := l.relation(name)
		if err != nil {
			return nil, err
		}
		if err := each(l, byType[name], bothEnds+fmt.Sprintf(`MATCH (a)-[r:%s]->(b)
WITH row, r, r._statements AS statements, r.paragraphs AS paragraph, r.quotes AS quote
DELETE r RETURN row[2], statements, paragraph, quote`, quote(name)), func(r *driver.Record) error {
			i, _ := r.Values[0].(int64)
			told, err := statements(rel, r.Values[1:])
			taken[triples[i]] = append(taken[triples[i]], told...)
			return err
		}); err != nil {
			return nil, err
		}
	}
	return taken, nil
}

// statements reads what a relation keeps of its statements: the lists of their texts, and of where they stand.
func statements(rel *ontology.Relation, v []any) (told []store.Told, err error) {
	texts, paragraphs, quotes := list(v[0]), list(v[1]), list(v[2])
	if rel.Evidenced && (len(paragraphs) != len(texts) || len(quotes) != len(texts)) {
		return nil, fmt.Errorf("the %d statements of %s have %d paragraphs and %d quotes: %w", len(texts), rel.Name, len(paragraphs), len(quotes), errNotOurs)
	}
	for i, text := range texts {
		var paragraph, quote string
		if rel.Evidenced {
			paragraph, quote = str(paragraphs[i]), str(quotes[i])
		}
		s, err := decodeTold(rel, str(text), paragraph, quote)
		if err != nil {
			return nil, err
		}
		told = append(told, s)
	}
	return told, nil
}

// PutRelations is part of store.Ledger.
func (l *ledger) PutRelations(relations []store.Relation) error {
	triples := make([]store.Triple, len(relations))
	for i, r := range relations {
		triples[i] = store.Triple{From: r.From, Relation: r.Type.Name, To: r.To}
	}
	byType, err := l.between(triples, func(i int) any { return relationProperties(relations[i]) })
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(byType)) {
		if err := each(l, byType[name], bothEnds+fmt.Sprintf("CREATE (a)-[r:%s]->(b) SET r = row[2]", quote(name)), nil); err != nil {
			return err
		}
	}
	return nil
}
