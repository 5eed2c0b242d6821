package neo4j

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// ledger is the store as one transaction sees it. Its statements name the index by which they find each node, since a plan that was made
// while the database was empty would go through all; a node that was found once is found by its element id from then on.
type ledger struct {
	ctx      context.Context
	tx       driver.ManagedTransaction
	o        *ontology.Ontology
	elements map[string]string // of nodes, by their ids
}

var _ store.Ledger = (*ledger)(nil)

type fields = map[string]any

// batch is how many rows one statement carries.
const batch = 2000

// each runs a statement over rows, as $rows, and hands out every record.
func each[T any](l *ledger, rows []T, text string, with func(*driver.Record) error) error {
	return eachOf(l, batch, rows, text, with)
}

func eachOf[T any](l *ledger, batch int, rows []T, text string, with func(*driver.Record) error) error {
	for part := range slices.Chunk(rows, batch) {
		list := make([]any, len(part)) // as the driver knows it
		for i, row := range part {
			list[i] = row
		}
		result, err := l.tx.Run(l.ctx, text, fields{"rows": list})
		if err != nil {
			return err
		}
		for result.Next(l.ctx) {
			if with != nil {
				if err := with(result.Record()); err != nil {
					return err
				}
			}
		}
		if err := result.Err(); err != nil {
			return err
		}
	}
	return nil
}

// once stands for the rows of a statement that runs once.
var once = []string{""}

// Documents is part of store.Ledger.
func (l *ledger) Documents(reports, bases []string) (headers []store.Header, err error) {
	seen := map[string]bool{}
	with := func(r *driver.Record) error {
		if h := header(r); !seen[h.Report] {
			seen[h.Report] = true
			headers = append(headers, h)
		}
		return nil
	}
	by := func(property string, values []string) error {
		return each(l, values, fmt.Sprintf("UNWIND $rows AS value MATCH (d:_Document {%s: value}) USING INDEX d:_Document(%[1]s) "+
			"RETURN "+headerColumns, property), with)
	}
	return headers, errors.Join(by("report", reports), by("base", bases), by("restated", bases))
}

// TakeBack is part of store.Ledger.
func (l *ledger) TakeBack(reports []string) (nodes []string, triples []store.Triple, err error) {
	const (
		documents  = "UNWIND $rows AS report MATCH (d:_Document {report: report}) USING INDEX d:_Document(report) "
		references = "UNWIND $rows AS report MATCH (f:_Reference {report: report}) USING INDEX f:_Reference(report) "
	)
	err = errors.Join(
		each(l, reports, documents+"UNWIND d.ends AS e RETURN e", func(r *driver.Record) error {
			e := strings.Split(str(r.Values[0]), " ")
			triples = append(triples, store.Triple{From: e[1], Relation: e[0], To: e[2]})
			return nil
		}),
		each(l, reports, documents+"MATCH (d)-[:_TELLS]->(n) RETURN n.id",
			func(r *driver.Record) error { nodes = append(nodes, str(r.Values[0])); return nil }),
		// They lead to ends that the documents' lists do not name.
		each(l, reports, references+"WITH f, f.type AS type, f.from AS from, f.to AS to DETACH DELETE f RETURN type, from, to", func(r *driver.Record) error {
			rel, err := l.relation(str(r.Values[0]))
			if err != nil || str(r.Values[2]) == "" {
				return err
			}
			from, to := store.Ends(rel, str(r.Values[1]), str(r.Values[2]))
			triples = append(triples, store.Triple{From: from, Relation: rel.Name, To: to})
			return nil
		}),
		each(l, reports, documents+"DETACH DELETE d", nil))
	return nodes, triples, err
}

// Keep is part of store.Ledger.
func (l *ledger) Keep(documents []store.Document) error {
	var rows, references []fields
	for _, d := range documents {
		key, spoken := d.Key(), map[string]bool{}
		for _, s := range d.Relations {
			if s.ToSymbol != "" {
				base, _ := store.BaseSymbol(s.ToSymbol)
				e := s.Evidence
				references = append(references, fields{
					"report": d.Report, "key": key, "type": s.Type, "from": s.From, "symbol": s.ToSymbol, "base": base, "at": s.Ordinal,
					"said": store.EncodeProperties(s.Properties), "paragraph": e.Paragraph, "position": e.Position,
					"start": e.Start, "end": e.End, "quote": e.Quote, "rule": e.Rule})
				continue
			}
			from, to := store.Ends(l.o.Relation(s.Type), s.From, s.To)
			spoken[s.Type+" "+from+" "+to] = true
		}
		tells := make([]any, len(d.Nodes))
		for i, n := range d.Nodes {
			tells[i] = []any{l.elements[n.ID], encodeNode(n)}
		}
		base, _ := store.BaseSymbol(d.Symbol)
		restated, _ := store.BaseSymbol(d.Restates)
		rows = append(rows, fields{"tells": tells, "document": fields{
			"report": d.Report, "key": key, "hash": d.Hash, "symbol": d.Symbol, "restates": d.Restates, "source": d.SourceName,
			"told": d.Told, "date": d.Date,
			"written": time.Now().Unix(), "base": base, "restated": restated, "ends": slices.Sorted(maps.Keys(spoken))}})
	}
	const some = 50 // each has many tellings
	return errors.Join(
		eachOf(l, some, rows, `UNWIND $rows AS row CREATE (d:_Document) SET d = row.document WITH d, row UNWIND row.tells AS t `+
			`MATCH (n) WHERE elementId(n) = t[0]
CREATE (d)-[:_TELLS {said: t[1]}]->(n)`, nil),
		each(l, references, "UNWIND $rows AS row CREATE (f:_Reference) SET f = row", nil))
}

const (
	byID    = "UNWIND $rows AS id MATCH (n:Entity {id: id}) USING INDEX n:Entity(id) "
	element = "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row[0] "
)

// find looks up the element ids of nodes that the transaction has not met yet.
func (l *ledger) find(nodes []string) error {
	unknown := map[string]bool{}
	for _, id := range nodes {
		if _, ok := l.elements[id]; !ok {
			unknown[id] = true
		}
	}
	return each(l, slices.Sorted(maps.Keys(unknown)), byID+"RETURN id, elementId(n)", l.met)
}

// met keeps the element id of a node: a record has the id of the node, and then that.
func (l *ledger) met(r *driver.Record) error {
	l.elements[str(r.Values[0])] = str(r.Values[1])
	return nil
}

// Tallies is part of store.Ledger.
func (l *ledger) Tallies(nodes []string) (map[string]*store.Tally, error) {
	held := map[string]*store.Tally{}
	err := each(l, nodes, byID+"RETURN id, elementId(n), n._type, n._tally", func(r *driver.Record) error {
		id := str(r.Values[0])
		label, err := l.label(str(r.Values[2]))
		if err == nil {
			held[id], err = store.DecodeTally(id, label, str(r.Values[3]))
		}
		return errors.Join(err, l.met(r))
	})
	return held, err
}

func (l *ledger) label(name string) (*ontology.Type, error) {
	if label := l.o.Type(name); label != nil {
		return label, nil
	}
	return nil, fmt.Errorf("the database holds nodes of the label %s, which the ontology no longer has", name)
}

// Tellings is part of store.Ledger.
func (l *ledger) Tellings(nodes []string) (map[string][]store.TellsNode, error) {
	told := map[string][]store.TellsNode{}
	err := each(l, nodes, byID+"MATCH (n)<-[t:_TELLS]-(d) RETURN id, n._type, d.key, t.said", func(r *driver.Record) error {
		v := r.Values
		label, err := l.label(str(v[1]))
		if err != nil {
			return err
		}
		n, err := decodeNode(label, str(v[3]))
		n.ID = str(v[0])
		told[n.ID] = append(told[n.ID], store.TellsNode{ReportKey: str(v[2]), Node: n})
		return err
	})
	return told, err
}

// PutNodes is part of store.Ledger.
func (l *ledger) PutNodes(nodes []store.NodeWrite) error {
	created := map[string][]fields{}
	for _, n := range nodes {
		if n.New {
			created[n.Type] = append(created[n.Type], nodeProperties(l.o.Type(n.Type), n))
		}
	}
	for _, label := range slices.Sorted(maps.Keys(created)) {
		create := fmt.Sprintf("UNWIND $rows AS row CREATE (n:Entity:%s) SET n = row RETURN n.id, elementId(n)", quote(label))
		if err := each(l, created[label], create, l.met); err != nil {
			return err
		}
	}
	var changed, counted, names [][]any
	for _, n := range nodes {
		label, at := l.o.Type(n.Type), l.elements[n.ID]
		if n.Same {
			counted = append(counted, []any{at, n.Tally.Encode()})
			continue
		}
		if !n.New {
			changed = append(changed, []any{at, nodeProperties(label, n)})
		}
		if keys := store.NameKeys(label, n.NodeSum); len(keys) > 0 {
			pairs := make([]any, len(keys))
			for i, k := range keys {
				pairs[i] = []any{k.Folded, k.Written}
			}
			names = append(names, []any{at, pairs})
		}
	}
	return errors.Join(
		each(l, changed, element+"SET n = row[1] WITH n MATCH (n)<-[:_NAMES]-(k) DETACH DELETE k", nil),
		each(l, counted, element+"SET n._tally = row[1]", nil),
		each(l, names, element+"UNWIND row[1] AS k CREATE (:_Name {folded: k[0], written: k[1]})-[:_NAMES]->(n)", nil))
}

// DropNodes is part of store.Ledger.
func (l *ledger) DropNodes(nodes []string) error {
	for _, id := range nodes {
		delete(l.elements, id)
	}
	return each(l, nodes, byID+"OPTIONAL MATCH (n)<-[:_NAMES]-(k) DETACH DELETE k, n", nil)
}

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
		each(l, bases, "UNWIND $rows AS base MATCH (f:_Reference {base: base}) USING INDEX f:_Reference(base) "+values, with),
		each(l, triples, "UNWIND $rows AS row MATCH (f:_Reference {from: row.from}) USING INDEX f:_Reference(from) WHERE f.type = row.type "+
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
	return each(l, rows, "UNWIND $rows AS row MATCH (f:_Reference {report: row.report}) USING INDEX f:_Reference(report) "+
		"WHERE f.from = row.from AND f.type = row.type AND f.symbol = row.symbol SET f.to = row.to", nil)
}

const bothEnds = "UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row[0] MATCH (b) WHERE elementId(b) = row[1] "

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
WITH row, r, r._statements AS statements, r._paragraph AS paragraph, r._quote AS quote
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
