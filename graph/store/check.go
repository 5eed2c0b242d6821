package store

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"councilgraph/graph/ontology"
)

// Check holds a document against the ontology and against itself: known types and properties with values of their kind, required ones
// present, ends among the document's nodes and of labels that the relation may join, evidence where there must be some, each quote equal to
// its slice. Stores write only what passes. The error names the node or statement at fault.
func (d Document) Check(o *ontology.Ontology) error {
	nodes := make(map[string]*Node, len(d.Nodes))
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if nodes[n.ID] != nil {
			return fmt.Errorf("node %s (%s) stands twice in one document", n.ID, n.Type)
		}
		nodes[n.ID] = n
	}
	if nodes[d.Report] == nil {
		return fmt.Errorf("the report %s is not among the nodes of its document", d.Report)
	}
	for i := range d.Nodes {
		if err := d.Nodes[i].check(o, nodes); err != nil {
			return fmt.Errorf("%s %q: %w", d.Nodes[i].Type, d.Nodes[i].firstName(), err)
		}
	}
	for _, s := range d.Relations {
		if err := s.check(o, nodes); err != nil {
			return fmt.Errorf("%s from %q: %w", s.Type, nodes[s.From].firstName(), err)
		}
	}
	return nil
}

func (n *Node) firstName() string {
	if n == nil || len(n.Names) == 0 {
		return ""
	}
	return n.Names[0].Text
}

func (n *Node) check(o *ontology.Ontology, nodes map[string]*Node) error {
	t := o.Type(n.Type)
	if t == nil {
		return fmt.Errorf("%q is no label of the ontology", n.Type)
	}
	if !ontology.IsNodeID(n.ID) {
		return fmt.Errorf("%q has not the form of a node's id", n.ID)
	}
	if len(n.Names) == 0 || slices.ContainsFunc(n.Names, func(m Name) bool { return m.Text == "" || !utf8.ValidString(m.Text) }) {
		return fmt.Errorf("has no name, or an empty one, or one that is not UTF-8")
	}
	if err := checkProperties(t.Properties, n.Properties); err != nil {
		return err
	}
	for _, p := range t.Properties {
		if _, ok := n.Properties[p.Name]; p.Required && p.Default == "" && !ok {
			return fmt.Errorf("%s is missing", p.Name)
		}
	}
	if t.Evidenced != (len(n.Evidence) > 0) && !t.Sentenced {
		return fmt.Errorf("evidence: has %d pieces, though its label carries evidence: %v", len(n.Evidence), t.Evidenced)
	}
	for i := range n.Evidence {
		if err := n.Evidence[i].check(nodes, t.Evidenced); err != nil {
			return err
		}
	}
	return nil
}

func (s Statement) check(o *ontology.Ontology, nodes map[string]*Node) error {
	t := o.Relation(s.Type)
	if t == nil {
		return fmt.Errorf("%q is no relation type of the ontology", s.Type)
	}
	from := nodes[s.From]
	if from == nil {
		return fmt.Errorf("starts from a node that is not in the document")
	}
	if (s.To == "") == (s.ToSymbol == "") {
		return fmt.Errorf("leads to a node or to a symbol, one of the two")
	}
	if label := o.Type(from.Type); s.ToSymbol != "" && !t.Joins(label, label) {
		return fmt.Errorf("cannot lead from %s to a report by its symbol", from.Type)
	}
	if s.To != "" {
		to := nodes[s.To]
		if to == nil {
			return fmt.Errorf("leads to a node that is not in the document")
		}
		if !t.Joins(o.Type(from.Type), o.Type(to.Type)) {
			return fmt.Errorf("cannot lead from %s to %s", from.Type, to.Type)
		}
	}
	if err := checkProperties(t.Properties, s.Properties); err != nil {
		return err
	}
	if t.Evidenced != (s.Evidence != nil) {
		return fmt.Errorf("has evidence: %v, needs it: %v", s.Evidence != nil, t.Evidenced)
	}
	if s.Evidence != nil {
		return s.Evidence.check(nodes, true)
	}
	return nil
}

// check holds a piece of evidence against its paragraph; ruled says whether a rule read it, or it is a sentence that a node keeps.
func (e *Evidence) check(nodes map[string]*Node, ruled bool) error {
	p := nodes[e.Paragraph]
	if p == nil {
		return fmt.Errorf("evidence %q cites a paragraph that is not in the document", e.Quote)
	}
	if (e.Rule != "") != ruled {
		return fmt.Errorf("evidence %q names the rule %q; that a rule read it is %v", e.Quote, e.Rule, ruled)
	}
	text, _ := p.Properties["text"].(string)
	if e.Start < 0 || e.Start >= e.End || !standsAt(text, e.Start, e.End, e.Quote) {
		return fmt.Errorf("evidence %q is not what stands at %d to %d of %q", e.Quote, e.Start, e.End, p.firstName())
	}
	return nil
}

// standsAt says whether a quote is what stands in a text from one place to another, in code points.
func standsAt(text string, start, end int, quote string) bool {
	if end-start > len(quote) { // lest a long text be gone through for nothing
		return false
	}
	for at := range text {
		if start == 0 {
			return strings.HasPrefix(text[at:], quote) && utf8.ValidString(quote) && utf8.RuneCountInString(quote) == end
		}
		start, end = start-1, end-1
	}
	return false
}

func checkProperties(declared []*ontology.Property, properties map[string]any) error {
	for name, v := range properties {
		i := slices.IndexFunc(declared, func(p *ontology.Property) bool { return p.Name == name })
		if i < 0 {
			return fmt.Errorf("has no property %q", name)
		}
		if !declared[i].Admits(v) {
			return fmt.Errorf("%s: %v (%T) is no value of it", name, v, v)
		}
	}
	return nil
}
