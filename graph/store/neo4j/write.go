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

// Write is part of store.Store. Writers wait for one another at the _Layout node.
func (s *Store) Write(ctx context.Context, documents []store.Document, options store.WriteOptions) ([]store.Outcome, error) {
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
	session := s.session(ctx, driver.AccessModeWrite)
	defer s.recent.written()
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	outcomes, err := driver.ExecuteWrite(ctx, session, func(tx driver.ManagedTransaction) ([]store.Outcome, error) {
		return s.writing(ctx, tx).all(documents, options)
	})
	if err != nil {
		return nil, fmt.Errorf("write %d documents: %w", len(documents), because(ctx, err))
	}
	return outcomes, nil
}

// ends are two nodes and the type of relation between them: what statements add up for.
type ends struct{ from, to, relation string }

func (e ends) String() string { return e.relation + " " + e.from + " " + e.to }

// writing is the state of one transaction: what it touches is computed again at its end.
type writing struct {
	ctx   context.Context
	tx    driver.ManagedTransaction
	o     *ontology.Ontology
	nodes map[string]string     // touched, with the label where the transaction tells it
	ends  map[ends][]store.Told // touched, with what the transaction adds
	// takenBack are the reports whose earlier statements no longer hold.
	takenBack map[string]bool
}

func (s *Store) writing(ctx context.Context, tx driver.ManagedTransaction) *writing {
	return &writing{ctx: ctx, tx: tx, o: s.o, nodes: map[string]string{}, ends: map[ends][]store.Told{}, takenBack: map[string]bool{}}
}

type rows = []map[string]any

// batch is how many rows one statement carries.
const batch = 2000

// each runs a statement over rows, as $rows, and hands out every record.
func (t *writing) each(all rows, text string, with func(*driver.Record) error) error {
	for part := range slices.Chunk(all, batch) {
		result, err := t.tx.Run(t.ctx, text, map[string]any{"rows": part})
		if err != nil {
			return err
		}
		for result.Next(t.ctx) {
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
var once = rows{{}}

// begin waits for other writers, and lists what is held.
func (t *writing) begin() (have map[string]store.Header, err error) {
	have = map[string]store.Header{}
	return have, errors.Join(
		t.each(once, "MATCH (l:_Layout) SET l.writes = coalesce(l.writes, 0) + 1", nil),
		t.each(once, heldText, func(r *driver.Record) error { h := header(r); have[h.Report] = h; return nil }))
}

func (t *writing) all(documents []store.Document, options store.WriteOptions) ([]store.Outcome, error) {
	have, err := t.begin()
	if err != nil {
		return nil, err
	}
	var outcomes []store.Outcome
	var admitted []store.Document
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
		admitted = append(admitted, d)
		have[d.Report] = d.Header
	}
	return outcomes, t.settle(admitted, have)
}

// settle keeps what documents say, and computes again what is touched.
func (t *writing) settle(admitted []store.Document, have map[string]store.Header) error {
	gone := rows{}
	for _, step := range []func() error{
		func() error { return t.put(admitted) },
		func() error { return t.link(slices.Collect(maps.Values(have))) },
		func() (err error) { gone, err = t.sumNodes(); return err },
		t.sumRelations,
		func() error {
			return t.each(gone, "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) DETACH DELETE n", nil)
		},
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
func (s *Store) Retract(ctx context.Context, reports []string, preview bool) (store.Counts, error) {
	session := s.session(ctx, driver.AccessModeWrite)
	defer s.recent.written()
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	left := store.Counts{}
	_, err := driver.ExecuteWrite(ctx, session, func(tx driver.ManagedTransaction) (store.Counts, error) {
		t := s.writing(ctx, tx)
		have, err := t.begin()
		if err != nil {
			return left, err
		}
		for _, report := range reports {
			if _, ok := have[report]; !ok {
				return left, fmt.Errorf("the report %s is not held", report)
			}
			delete(have, report)
			if err := t.takeBack(report); err != nil {
				return left, err
			}
		}
		if err := t.settle(nil, have); err != nil {
			return left, err
		}
		if err := t.each(once, countText, func(r *driver.Record) error { left = counts(r); return nil }); err != nil {
			return left, err
		}
		if preview {
			return left, errPreview
		}
		return left, nil
	})
	if err != nil && !errors.Is(err, errPreview) {
		return store.Counts{}, fmt.Errorf("retract %d reports: %w", len(reports), because(ctx, err))
	}
	return left, nil
}

func (t *writing) touch(e ends) {
	if _, ok := t.ends[e]; !ok {
		t.ends[e] = nil
	}
}

// takeBack takes back all that a report says; the statements on its relations go when those are computed again.
func (t *writing) takeBack(report string) error {
	t.takenBack[report] = true
	one := rows{{"report": report}}
	for _, text := range []string{
		"UNWIND $rows AS row MATCH (d:_Document {report: row.report}) UNWIND d.ends AS e RETURN 'ends', e",
		"UNWIND $rows AS row MATCH (d:_Document {report: row.report})-[:_TELLS]->(n) RETURN 'node', n.id",
	} {
		if err := t.each(one, text, func(r *driver.Record) error {
			what := str(r.Values[1])
			if r.Values[0] == "node" {
				t.nodes[what] = ""
				return nil
			}
			f := strings.Split(what, " ")
			t.touch(ends{f[1], f[2], f[0]})
			return nil
		}); err != nil {
			return err
		}
	}
	// References of the report lead to ends that other documents' lists do not name.
	if err := t.each(one, "UNWIND $rows AS row MATCH (f:_Reference {report: row.report}) WITH f, f.type AS type, f.from AS from, f.to AS to DETACH DELETE f RETURN type, from, to", func(r *driver.Record) error {
		if to := str(r.Values[2]); to != "" {
			t.touch(ends{str(r.Values[1]), to, str(r.Values[0])})
		}
		return nil
	}); err != nil {
		return err
	}
	return t.each(one, "UNWIND $rows AS row MATCH (d:_Document {report: row.report}) DETACH DELETE d", nil)
}

// put keeps what documents say; what it adds up to is computed later.
func (t *writing) put(documents []store.Document) error {
	var headers, references rows
	nodes, tells := map[string]rows{}, rows{}
	for _, d := range documents {
		key := d.Key()
		spoken := map[ends]bool{}
		for _, s := range d.Relations {
			said := store.EncodeProperties(s.Properties)
			if s.ToSymbol != "" {
				e := s.Evidence
				references = append(references, map[string]any{"report": d.Report, "key": key, "type": s.Type, "from": s.From, "symbol": s.ToSymbol, "at": s.Ordinal, "said": said,
					"paragraph": e.Paragraph, "position": e.Position, "start": e.Start, "end": e.End, "quote": e.Quote, "rule": e.Rule})
				continue
			}
			from, to := store.Ends(t.o.Relation(s.Type), s.From, s.To)
			e := ends{from, to, s.Type}
			spoken[e] = true
			t.ends[e] = append(t.ends[e], store.Told{ReportKey: key, Properties: s.Properties, Ordinal: s.Ordinal, Evidence: s.Evidence})
		}
		var of []string
		for e := range spoken {
			of = append(of, e.String())
		}
		headers = append(headers, map[string]any{"report": d.Report, "hash": d.Hash, "symbol": d.Symbol, "restates": d.Restates, "source": d.SourceName, "told": d.Told, "date": d.Date, "written": time.Now().Unix(), "ends": of})
		for _, n := range d.Nodes {
			t.nodes[n.ID] = n.Type
			nodes[n.Type] = append(nodes[n.Type], map[string]any{"id": n.ID})
			names, evidence, err := encode(n)
			if err != nil {
				return err
			}
			tells = append(tells, map[string]any{"report": d.Report, "id": n.ID, "said": map[string]any{"key": key, "type": n.Type, "names": names, "properties": store.EncodeProperties(n.Properties), "evidence": evidence}})
		}
	}
	for _, label := range slices.Sorted(maps.Keys(nodes)) {
		if err := t.each(nodes[label], fmt.Sprintf("UNWIND $rows AS row MERGE (n:Entity {id: row.id}) ON CREATE SET n:%s, n._type = '%s'", quote(label), label), nil); err != nil {
			return err
		}
	}
	if err := t.each(headers, "UNWIND $rows AS row CREATE (d:_Document) SET d = row", nil); err != nil {
		return err
	}
	if err := t.each(tells, "UNWIND $rows AS row MATCH (d:_Document {report: row.report}) MATCH (n:Entity {id: row.id}) CREATE (d)-[t:_TELLS]->(n) SET t = row.said", nil); err != nil {
		return err
	}
	return t.each(references, "UNWIND $rows AS row CREATE (f:_Reference) SET f = row", nil)
}

// link leads references to the reports that their symbols name now, of those that are held.
func (t *writing) link(headers []store.Header) error {
	var changes rows
	if err := t.each(once, "MATCH (f:_Reference) RETURN DISTINCT f.from, f.type, f.symbol, f.to", func(r *driver.Record) error {
		from, relation, symbol, was := str(r.Values[0]), str(r.Values[1]), str(r.Values[2]), str(r.Values[3])
		to := store.BySymbol(symbol, headers)
		if to == was {
			return nil
		}
		for _, end := range []string{was, to} {
			if end != "" {
				t.touch(ends{from, end, relation})
			}
		}
		change := map[string]any{"from": from, "type": relation, "symbol": symbol, "to": nil}
		if to != "" {
			change["to"] = to
		}
		changes = append(changes, change)
		return nil
	}); err != nil {
		return err
	}
	return t.each(changes, "UNWIND $rows AS row MATCH (f:_Reference {from: row.from}) WHERE f.type = row.type AND f.symbol = row.symbol SET f.to = row.to", nil)
}
