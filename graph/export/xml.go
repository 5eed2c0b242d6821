package export

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"councilgraph/graph/ontology"
)

// markup writes XML. Its first error is that of close.
type markup struct {
	*bufio.Writer
	o     *ontology.Ontology
	edges bool // whether relations have begun
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // to memory: it cannot fail
	return b.String()
}

// column is a value that nodes or relations may have.
type column struct {
	id, name string
	kind     ontology.Kind
}

// columns are those of nodes, or of relations. Receipts are JSON, since neither format has lists of records.
func columns(of string, properties []*ontology.Property) (all []column) {
	fixed := []string{"label", "name", "aliases"}
	if of == "edge" {
		fixed = []string{"type"}
	}
	for _, f := range fixed {
		all = append(all, column{of + "_" + f, f, ontology.String})
	}
	for _, p := range properties {
		if p.Name != "name" && p.Name != "label" {
			all = append(all, column{of + "_" + p.Name, p.Name, p.Kind})
		}
	}
	return append(all, column{of + "_receipts", "receipts", ontology.String})
}

// given are the values of a node or a relation, by the id of their column.
type given struct{ id, text string }

func nodeValues(n *Node) []given {
	all := []given{{"node_label", n.Label}, {"node_name", n.Name}}
	if len(n.Aliases) > 0 {
		all = append(all, given{"node_aliases", encoded(n.Aliases)})
	}
	return append(rest("node", all, n.Values), receipted("node", n.Receipts)...)
}

func relationValues(r *Relation) []given {
	return append(rest("edge", []given{{"edge_type", r.Type}}, r.Values), receipted("edge", r.Receipts)...)
}

func rest(of string, all []given, values []Value) []given {
	for _, v := range values {
		all = append(all, given{of + "_" + v.Property.Name, fmt.Sprint(v.Value)})
	}
	return all
}

func receipted(of string, receipts []Receipt) []given {
	if len(receipts) == 0 {
		return nil
	}
	return []given{{of + "_receipts", encoded(receipts)}}
}

// encoded is JSON that keeps < and &.
func encoded(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // of texts and numbers: it cannot fail
	return strings.TrimSuffix(b.String(), "\n")
}

// graphML is http://graphml.graphdrawing.org.
type graphML struct{ markup }

func newGraphML(w io.Writer, o *ontology.Ontology) sink {
	g := &graphML{markup{Writer: bufio.NewWriter(w), o: o}}
	g.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	kinds := map[ontology.Kind]string{ontology.Int: "long", ontology.Float: "double", ontology.Boolean: "boolean"}
	for of, properties := range ordered(o) {
		for _, c := range columns(of, properties) {
			kind := kinds[c.kind]
			if kind == "" {
				kind = "string"
			}
			fmt.Fprintf(g, "<key id=%q for=%q attr.name=%q attr.type=%q/>\n", c.id, of, c.name, kind)
		}
	}
	g.WriteString("<graph edgedefault=\"directed\">\n")
	return g
}

func (g *graphML) data(all []given) {
	for _, v := range all {
		fmt.Fprintf(g, "<data key=%q>%s</data>", v.id, escape(v.text))
	}
}

func (g *graphML) node(n *Node) error {
	fmt.Fprintf(g, "<node id=%q>", n.ID)
	g.data(nodeValues(n))
	_, err := g.WriteString("</node>\n")
	return err
}

func (g *graphML) relation(r *Relation) error {
	fmt.Fprintf(g, "<edge id=%q source=%q target=%q>", r.ID, r.From, r.To)
	g.data(relationValues(r))
	_, err := g.WriteString("</edge>\n")
	return err
}

func (g *graphML) close() error {
	g.WriteString("</graph>\n</graphml>\n")
	return g.Flush()
}

// gexf is https://gexf.net, version 1.3.
type gexf struct{ markup }

func newGEXF(w io.Writer, o *ontology.Ontology) sink {
	g := &gexf{markup{Writer: bufio.NewWriter(w), o: o}}
	g.WriteString(xml.Header + `<gexf xmlns="http://gexf.net/1.3" version="1.3">` + "\n<graph defaultedgetype=\"directed\" mode=\"static\">\n")
	kinds := map[ontology.Kind]string{ontology.Int: "long", ontology.Float: "double", ontology.Boolean: "boolean"}
	for of, properties := range ordered(o) {
		fmt.Fprintf(g, "<attributes class=%q mode=\"static\">\n", of)
		for _, c := range columns(of, properties) {
			kind := kinds[c.kind]
			if kind == "" {
				kind = "string"
			}
			fmt.Fprintf(g, "<attribute id=%q title=%q type=%q/>\n", c.id, c.name, kind)
		}
		g.WriteString("</attributes>\n")
	}
	g.WriteString("<nodes>\n")
	return g
}

func (g *gexf) values(all []given) {
	g.WriteString("<attvalues>")
	for _, v := range all {
		fmt.Fprintf(g, "<attvalue for=%q value=\"%s\"/>", v.id, escape(v.text))
	}
	g.WriteString("</attvalues>")
}

func (g *gexf) node(n *Node) error {
	fmt.Fprintf(g, "<node id=%q label=\"%s\">", n.ID, escape(n.Name))
	g.values(nodeValues(n))
	_, err := g.WriteString("</node>\n")
	return err
}

func (g *gexf) begin() {
	if !g.edges {
		g.edges = true
		g.WriteString("</nodes>\n<edges>\n")
	}
}

func (g *gexf) relation(r *Relation) error {
	g.begin()
	fmt.Fprintf(g, "<edge id=%q source=%q target=%q label=%q>", r.ID, r.From, r.To, r.Type)
	g.values(relationValues(r))
	_, err := g.WriteString("</edge>\n")
	return err
}

func (g *gexf) close() error {
	g.begin()
	g.WriteString("</edges>\n</graph>\n</gexf>\n")
	return g.Flush()
}
