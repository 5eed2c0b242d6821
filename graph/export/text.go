package export

import (
	"archive/zip"
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"councilgraph/graph/ontology"
)

// ordered are the properties of nodes, then those of relations.
func ordered(o *ontology.Ontology) iter.Seq2[string, []*ontology.Property] {
	return func(yield func(string, []*ontology.Property) bool) {
		_ = yield("node", o.NodeProperties) && yield("edge", o.RelationProperties)
	}
}

// jsonLD is JSON-LD 1.1: relations are things of their own that were derived from receipts (PROV-O), beside the plain triple from one end
// to the other.
type jsonLD struct {
	*bufio.Writer
	between string
}

const base = "urn:councilgraph:"

func newJSONLD(w io.Writer, _ *ontology.Ontology) sink {
	s := &jsonLD{Writer: bufio.NewWriter(w)}
	fmt.Fprintf(s, `{"@context":{"@version":1.1,"@vocab":"%[1]sterm:","id":"@id","type":"@type","prov":"http://www.w3.org/ns/prov#",`+
		`"name":"http://www.w3.org/2000/01/rdf-schema#label","aliases":"http://www.w3.org/2004/02/skos/core#altLabel",`+
		`"from":{"@type":"@id"},"to":{"@type":"@id"},"quote":"prov:value","receipts":"prov:wasDerivedFrom",`+
		`"paragraph":{"@id":"prov:wasQuotedFrom","@type":"@id"}},"@graph":[`, base)
	return s
}

func (s *jsonLD) write(v map[string]any) error {
	_, err := s.WriteString(s.between + "\n" + encoded(v))
	s.between = ","
	return err
}

func valued(m map[string]any, values []Value, receipts []Receipt) map[string]any {
	for _, v := range values {
		if m[v.Property.Name] == nil {
			m[v.Property.Name] = v.Value
		}
	}
	all := []any{}
	for _, r := range receipts {
		all = append(all, map[string]any{"id": base + r.ID, "type": "prov:Entity", "symbol": r.Symbol, "paragraph": base + r.paragraphID,
			"paragraphName": r.Paragraph, "quote": r.Quote, "start": r.Start, "end": r.End, "rule": r.Rule})
	}
	if len(all) > 0 {
		m["receipts"] = all
	}
	return m
}

func (s *jsonLD) node(n *Node) error {
	m := map[string]any{"id": base + n.ID, "type": n.Label, "name": n.Name}
	if len(n.Aliases) > 0 {
		m["aliases"] = n.Aliases
	}
	return s.write(valued(m, n.Values, n.Receipts))
}

func (s *jsonLD) relation(r *Relation) error {
	return errors.Join(s.write(map[string]any{"id": base + r.From, r.Type: map[string]any{"id": base + r.To}}),
		s.write(valued(map[string]any{"id": base + r.ID, "type": "Relation", "relationType": r.Type, "from": base + r.From,
			"to": base + r.To}, r.Values, r.Receipts)))
}

func (s *jsonLD) close() error {
	s.WriteString("\n]}\n")
	return s.Flush()
}

// table is nodes.csv and relations.csv in one zip. Aliases and receipts are JSON.
type table struct {
	*zip.Writer
	o       *ontology.Ontology
	rows    *csv.Writer
	edges   bool
	columns []column
	failed  error
}

func newCSV(w io.Writer, o *ontology.Ontology) sink {
	t := &table{Writer: zip.NewWriter(w), o: o}
	t.begin("nodes.csv", append([]column{{"node_id", "id", ontology.String}}, columns("node", o.NodeProperties)...))
	return t
}

// begin begins a file of the archive. Files have no time, so that equal graphs are equal archives.
func (t *table) begin(name string, columns []column) {
	if t.rows != nil {
		t.rows.Flush()
		t.failed = errors.Join(t.failed, t.rows.Error())
	}
	file, err := t.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		t.failed = errors.Join(t.failed, err)
		file = io.Discard
	}
	t.rows, t.columns = csv.NewWriter(file), columns
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = c.name
	}
	t.failed = errors.Join(t.failed, t.rows.Write(header))
}

func (t *table) row(values []given) error {
	byID := map[string]string{}
	for _, v := range values {
		byID[v.id] = v.text
	}
	row := make([]string, len(t.columns))
	for i, c := range t.columns {
		row[i] = byID[c.id]
	}
	return errors.Join(t.failed, t.rows.Write(row))
}

func (t *table) node(n *Node) error { return t.row(append(nodeValues(n), given{"node_id", n.ID})) }

func (t *table) relations() {
	if !t.edges {
		t.edges = true
		t.begin("relations.csv", append([]column{
			{"edge_id", "id", ontology.String}, {"edge_from", "from", ontology.String}, {"edge_to", "to", ontology.String}},
			columns("edge", t.o.RelationProperties)...))
	}
}

func (t *table) relation(r *Relation) error {
	t.relations()
	return t.row(append(relationValues(r), given{"edge_id", r.ID}, given{"edge_from", r.From}, given{"edge_to", r.To}))
}

func (t *table) close() error {
	t.relations()
	t.rows.Flush()
	return errors.Join(t.failed, t.rows.Error(), t.Close())
}

// script is Cypher that can be run again: what is there is set anew. Receipts are three lists side by side.
type script struct{ *bufio.Writer }

func newCypher(w io.Writer, _ *ontology.Ontology) sink {
	s := script{bufio.NewWriter(w)}
	s.WriteString("CREATE CONSTRAINT councilgraph_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n" +
		"CREATE FULLTEXT INDEX councilgraph_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases] " +
		"OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};\n" +
		"CREATE FULLTEXT INDEX councilgraph_texts IF NOT EXISTS FOR (n:Paragraph) ON EACH [n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};\n")
	return s
}

// literal is a value in Cypher.
func literal(v any) string {
	switch v := v.(type) {
	case string:
		b, _ := json.Marshal(v) // its escapes are Cypher's, too
		return string(b)
	case []string:
		all := make([]string, len(v))
		for i, s := range v {
			all[i] = literal(s)
		}
		return "[" + strings.Join(all, ", ") + "]"
	}
	if f, ok := v.(float64); ok {
		text := strconv.FormatFloat(f, 'f', -1, 64)
		if !strings.Contains(text, ".") {
			text += ".0"
		}
		return text
	}
	return fmt.Sprint(v)
}

func properties(first string, values []Value, receipts []Receipt) string {
	parts := []string{}
	if first != "" {
		parts = append(parts, first)
	}
	for _, v := range values {
		if v.Property.Name == "name" {
			continue
		}
		text := literal(v.Value)
		if v.Property.Kind == ontology.Date {
			text = "date(" + text + ")"
		}
		parts = append(parts, "`"+v.Property.Name+"`: "+text)
	}
	if len(receipts) > 0 {
		var symbols, paragraphs, quotes []string
		for _, r := range receipts {
			symbols, paragraphs, quotes = append(symbols, r.Symbol), append(paragraphs, r.Paragraph), append(quotes, r.Quote)
		}
		parts = append(parts, "symbols: "+literal(symbols), "paragraphs: "+literal(paragraphs), "quotes: "+literal(quotes))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (s script) node(n *Node) error {
	first := "name: " + literal(n.Name) + ", aliases: " + literal(n.Aliases)
	_, err := fmt.Fprintf(s, "MERGE (n:Entity {id: %s}) SET n:`%s`, n += %s;\n", literal(n.ID), n.Label, properties(first, n.Values, n.Receipts))
	return err
}

func (s script) relation(r *Relation) error {
	_, err := fmt.Fprintf(s, "MATCH (a:Entity {id: %s}), (b:Entity {id: %s}) MERGE (a)-[r:`%s` {id: %s}]->(b) SET r += %s;\n",
		literal(r.From), literal(r.To), r.Type, literal(r.ID), properties("", r.Values, r.Receipts))
	return err
}

func (s script) close() error { return s.Flush() }
