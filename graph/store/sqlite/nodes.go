package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Tallies is part of store.Ledger.
func (l *ledger) Tallies(nodes []string) (map[string]*store.Tally, error) {
	held := map[string]*store.Tally{}
	err := l.read(func(r row) error {
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
	err := l.read(func(r row) error {
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
	no, err := l.number("node")
	if err != nil {
		return err
	}
	rows := l.rows()
	for _, n := range nodes {
		if n.Same {
			l.exec("UPDATE node SET tally = ? WHERE id = ?", n.Tally.Encode(), n.ID)
			continue
		}
		no++
		if err := l.putNode(rows, no, n); err != nil {
			return err
		}
	}
	rows.flush()
	return nil
}

// number is the greatest no of a table.
func (l *ledger) number(table string) (no int64, err error) {
	err = l.read(func(r row) error { no = r.ColumnInt64(0); return nil }, "SELECT max(no) FROM "+table)
	return no, err
}

func (l *ledger) putNode(rows *rows, no int64, n store.NodeWrite) error {
	aliases, err := json.Marshal(n.Aliases)
	if err != nil {
		return err
	}
	label := l.o.Type(n.Type)
	values := []any{no, n.ID, n.Type, n.Name, fold.Name(n.Name), string(aliases), n.FirstTold, n.Tally.Encode()}
	for _, p := range label.KeyProperties() {
		if p.Kind == ontology.String {
			var plain any
			if text, ok := n.Properties[p.Name].(string); ok {
				plain = fold.Plain(text)
			}
			values = append(values, plain)
		}
	}
	rows.insert(l.tables.node(label), with(values, label.Properties, n.Properties)...)
	rows.insert(intoNameText, no, fold.Searched(store.SearchedNames(label, n.NodeSum)...))
	if p := label.Searched; p != nil {
		text, _ := n.Properties[p.Name].(string)
		rows.insert(intoParagraphText, no, fold.Searched(text))
	}
	for _, k := range store.NameKeys(label, n.NodeSum) {
		rows.insert(intoNameKey, k.Folded, n.ID, k.Written)
	}
	for rank, e := range n.Evidence {
		report := store.Told{ReportKey: e.ReportKey}.Report()
		statement := []any{-no, rank, e.ID, report, e.ReportKey, 0, "{}", false}
		rows.insert(intoStatement, append(statement, evidenceArgs(&e.Evidence)...)...)
	}
	return nil
}

// DropNodes is part of store.Ledger.
func (l *ledger) DropNodes(nodes []string) error {
	if len(nodes) == 0 {
		return nil
	}
	const ids, rows = "(SELECT value FROM json_each(?))", "(SELECT %sn.no FROM json_each(?) AS j CROSS JOIN node AS n ON n.id = j.value)"
	of := among(nodes)
	l.exec("DELETE FROM name_text WHERE rowid IN "+fmt.Sprintf(rows, ""), of)
	l.exec("DELETE FROM paragraph_text WHERE rowid IN "+fmt.Sprintf(rows, ""), of)
	l.exec("DELETE FROM statement WHERE owner IN "+fmt.Sprintf(rows, "-"), of)
	l.exec("DELETE FROM node WHERE id IN "+ids, of)
	l.exec("DELETE FROM name_key WHERE node IN "+ids, of)
	return nil
}
