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

const (
	byID    = "UNWIND $given.rows AS id MATCH (n:Entity {id: id}) USING INDEX n:Entity(id) "
	element = "UNWIND $given.rows AS row MATCH (n) WHERE elementId(n) = row[0] "
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
	err := each(l, nodes, byID+"UNWIND n._documents AS number "+
		"MATCH (d:_Document {number: number}) USING INDEX d:_Document(number) MATCH (t:_Telling {document: number}) USING INDEX t:_Telling(document) "+
		"WITH id, n._type AS type, d.key AS key, t.nodes AS nodes, t.said AS said UNWIND [i IN range(0, size(nodes) - 1) WHERE nodes[i] = id] AS i "+
		"RETURN id, type, key, said[i]", func(r *driver.Record) error {
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
		create := fmt.Sprintf("UNWIND $given.rows AS row CREATE (n:Entity:%s) SET n = row RETURN n.id, elementId(n)", quote(label))
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
		each(l, changed, element+"WITH n, row, n._documents AS documents SET n = row[1], n._documents = documents WITH n MATCH (n)<-[:_NAMES]-(k) DETACH DELETE k", nil),
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
