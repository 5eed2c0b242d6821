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

// each runs a statement over rows, as $given.rows, and hands out every record.
func each[T any](l *ledger, rows []T, text string, with func(*driver.Record) error) error {
	for part := range slices.Chunk(rows, batch) {
		list := make([]any, len(part)) // as the driver knows it
		for i, row := range part {
			list[i] = row
		}
		result, err := l.tx.Run(l.ctx, text, given(fields{"rows": list}))
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

// telling is how many nodes one _Telling carries at most.
const telling = 50

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
		return each(l, values, fmt.Sprintf("UNWIND $given.rows AS value MATCH (d:_Document {%s: value}) USING INDEX d:_Document(%[1]s) "+
			"RETURN "+headerColumns, property), with)
	}
	return headers, errors.Join(by("report", reports), by("base", bases), by("restated", bases))
}

// TakeBack is part of store.Ledger.
func (l *ledger) TakeBack(reports []string) (nodes []string, triples []store.Triple, err error) {
	const (
		documents  = "UNWIND $given.rows AS report MATCH (d:_Document {report: report}) USING INDEX d:_Document(report) "
		references = "UNWIND $given.rows AS report MATCH (f:_Reference {report: report}) USING INDEX f:_Reference(report) "
	)
	err = errors.Join(
		each(l, reports, documents+"UNWIND d.ends AS e RETURN e", func(r *driver.Record) error {
			e := strings.Split(str(r.Values[0]), " ")
			triples = append(triples, store.Triple{From: e[1], Relation: e[0], To: e[2]})
			return nil
		}),
		each(l, reports, documents+"MATCH (t:_Telling {document: d.number}) USING INDEX t:_Telling(document) WITH t, d.number AS number, t.nodes AS nodes "+
			"DELETE t WITH number, nodes UNWIND nodes AS node MATCH (n:Entity {id: node}) USING INDEX n:Entity(id) "+
			"SET n._documents = [x IN n._documents WHERE x <> number] RETURN node",
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
	var kept, tellings, references []fields
	told := map[string][]int64{}
	first, err := l.number(len(documents))
	if err != nil {
		return err
	}
	for i, d := range documents {
		number, key, spoken := first+int64(i), d.Key(), map[string]bool{}
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
		for _, some := range slices.Collect(slices.Chunk(d.Nodes, telling)) {
			nodes, said := make([]string, len(some)), make([]string, len(some))
			for i, n := range some {
				nodes[i], said[i] = n.ID, encodeNode(n)
				told[n.ID] = append(told[n.ID], number)
			}
			tellings = append(tellings, fields{"document": number, "nodes": nodes, "said": said})
		}
		base, _ := store.BaseSymbol(d.Symbol)
		restated, _ := store.BaseSymbol(d.Restates)
		kept = append(kept, fields{
			"number": number, "report": d.Report, "key": key, "hash": d.Hash, "symbol": d.Symbol, "restates": d.Restates, "source": d.SourceName,
			"told": d.Told, "date": d.Date,
			"written": time.Now().Unix(), "base": base, "restated": restated, "ends": slices.Sorted(maps.Keys(spoken))})
	}
	return errors.Join(
		l.find(slices.Collect(maps.Keys(told))),
		each(l, kept, "UNWIND $given.rows AS row CREATE (d:_Document) SET d = row", nil),
		each(l, tellings, "UNWIND $given.rows AS row CREATE (t:_Telling) SET t = row", nil),
		each(l, l.toldBy(told), element+"SET n._documents = coalesce(n._documents, []) + row[1]", nil),
		each(l, references, "UNWIND $given.rows AS row CREATE (f:_Reference) SET f = row", nil))
}

// number gives so many documents numbers, and says the first.
func (l *ledger) number(documents int) (first int64, err error) {
	err = each(l, []int{documents}, "UNWIND $given.rows AS more MATCH (l:_Layout) SET l.documents = coalesce(l.documents, 0) + more RETURN l.documents - more",
		func(r *driver.Record) error { first, _ = r.Values[0].(int64); return nil })
	return first, err
}

// toldBy are the rows of element: each node, and the numbers of the documents that tell of it.
func (l *ledger) toldBy(documents map[string][]int64) (rows [][]any) {
	for _, id := range slices.Sorted(maps.Keys(documents)) {
		rows = append(rows, []any{l.elements[id], documents[id]})
	}
	return rows
}
