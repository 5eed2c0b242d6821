package store

import (
	"fmt"
	"maps"
	"slices"

	"councilgraph/graph/ontology"
)

// Check holds documents that are written together against the ontology and against each other. See Document.Check.
func Check(o *ontology.Ontology, documents []Document) error {
	seen := map[string]bool{}
	for _, d := range documents {
		if err := d.Check(o); err != nil {
			return fmt.Errorf("write %s: %w", d.SourceName, err)
		}
		if seen[d.Report] {
			return fmt.Errorf("write %s: another document of the same report is in the same call", d.SourceName)
		}
		seen[d.Report] = true
	}
	return nil
}

// Apply is what Store.Write does within its transaction, to documents that Check has passed.
func Apply(l Ledger, o *ontology.Ontology, documents []Document, options WriteOptions) ([]Outcome, error) {
	reports := make([]string, len(documents))
	for i, d := range documents {
		reports[i] = d.Report
	}
	have, err := headers(l, reports)
	if err != nil {
		return nil, err
	}
	outcomes := make([]Outcome, len(documents))
	var admitted []Document
	var replaced []Header
	for i, d := range documents {
		var was *Header
		if h, ok := have[d.Report]; ok {
			was = &h
		}
		outcomes[i] = Admit(was, d.Header, options.Replace)
		if result := outcomes[i].Result; result != New && result != Changed {
			continue
		}
		if was != nil {
			replaced = append(replaced, *was)
		}
		admitted = append(admitted, d.complete(o))
	}
	a := newAddition(l, o)
	if err := a.takeBack(replaced); err != nil {
		return nil, err
	}
	a.take(admitted)
	return outcomes, a.settle()
}

// complete adds to the nodes what stands where a document says nothing (ontology.Property.Default). It leaves the nodes of d as they are.
func (d Document) complete(o *ontology.Ontology) Document {
	nodes := slices.Clone(d.Nodes)
	for i := range nodes {
		for _, p := range o.Type(nodes[i].Type).Properties {
			if _, ok := nodes[i].Properties[p.Name]; ok || p.Default == "" {
				continue
			}
			properties := map[string]any{p.Name: p.Default}
			maps.Copy(properties, nodes[i].Properties)
			nodes[i].Properties = properties
		}
	}
	d.Nodes = nodes
	return d
}

// Withdraw is what Store.Retract does within its transaction.
func Withdraw(l Ledger, o *ontology.Ontology, reports []string) error {
	have, err := headers(l, reports)
	if err != nil {
		return err
	}
	for _, r := range reports {
		if _, ok := have[r]; !ok {
			return fmt.Errorf("the report %s is not held", r)
		}
	}
	a := newAddition(l, o)
	if err := a.takeBack(slices.Collect(maps.Values(have))); err != nil {
		return err
	}
	return a.settle()
}

// AddUp computes nodes and the relations of triples again from what the held documents say.
func AddUp(l Ledger, o *ontology.Ontology, nodes []string, triples []Triple) error {
	a := newAddition(l, o)
	for _, id := range nodes {
		a.nodes[id], a.again[id] = nil, true
	}
	for _, t := range triples {
		a.triples[t] = nil
	}
	return a.settle()
}

func headers(l Ledger, reports []string) (map[string]Header, error) {
	held, err := l.Documents(reports, nil)
	have := make(map[string]Header, len(held))
	for _, h := range held {
		have[h.Report] = h
	}
	return have, err
}

// addition is what one transaction adds and takes back, and what of the graph that touches.
type addition struct {
	l         Ledger
	o         *ontology.Ontology
	documents []Document
	gone      map[string]bool // reports whose earlier statements no longer hold
	bases     map[string]bool // symbols of which another document may bear the name now
	nodes     map[string][]TellsNode
	again     map[string]bool // the nodes among them that need what all documents say
	triples   map[Triple][]Told
	relations []Relation // those that are computed
}

func newAddition(l Ledger, o *ontology.Ontology) *addition {
	return &addition{l: l, o: o, gone: map[string]bool{}, bases: map[string]bool{}, nodes: map[string][]TellsNode{},
		again: map[string]bool{}, triples: map[Triple][]Told{}}
}

// takeBack takes back all that documents say.
func (a *addition) takeBack(documents []Header) error {
	if len(documents) == 0 {
		return nil
	}
	var reports []string
	for _, h := range documents {
		a.gone[h.Report] = true
		a.rename(h)
		reports = append(reports, h.Report)
	}
	nodes, triples, err := a.l.TakeBack(reports)
	for _, id := range nodes {
		a.nodes[id], a.again[id] = nil, true
	}
	for _, t := range triples {
		a.triples[t] = nil
	}
	return err
}

// rename notes that the symbols of a document may be another one's now.
func (a *addition) rename(h Header) {
	for _, symbol := range []string{h.Symbol, h.Restates} {
		if base, _ := BaseSymbol(symbol); base != "" {
			a.bases[base] = true
		}
	}
}

// take takes up what documents say.
func (a *addition) take(documents []Document) {
	a.documents = documents
	for _, d := range documents {
		a.rename(d.Header)
		key := d.Key()
		for _, n := range d.Nodes {
			a.nodes[n.ID] = append(a.nodes[n.ID], TellsNode{key, n})
		}
		for _, s := range d.Relations {
			if s.ToSymbol != "" {
				base, _ := BaseSymbol(s.ToSymbol)
				a.bases[base] = true
				continue
			}
			from, to := Ends(a.o.Relation(s.Type), s.From, s.To)
			t := Triple{from, s.Type, to}
			a.triples[t] = append(a.triples[t], Told{ReportKey: key, Properties: s.Properties, Ordinal: s.Ordinal, Evidence: s.Evidence})
		}
	}
}

// settle computes again what is touched, and keeps what was taken up.
func (a *addition) settle() error {
	held, err := a.l.Tallies(slices.Sorted(maps.Keys(a.nodes)))
	if err != nil {
		return err
	}
	writes, gone, err := a.sumNodes(held)
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return a.l.PutNodes(writes) },
		func() error { return a.l.Keep(a.documents) },
		func() error { a.sumNew(held); return nil },
		a.link,
		func() error { return a.sumRelations(held) },
		func() error { return a.l.DropNodes(gone) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// sumNodes computes the touched nodes again. A node of which no document says anything is gone.
func (a *addition) sumNodes(held map[string]*Tally) (writes []NodeWrite, gone []string, err error) {
	var again []string
	for id, added := range a.nodes {
		tally, isHeld := held[id]
		evidenced := len(added) > 0 && (a.o.Type(added[0].Node.Type).Evidenced || a.o.Type(added[0].Node.Type).Sentenced)
		if a.again[id] = a.again[id] || isHeld && (tally == nil || evidenced); a.again[id] {
			again = append(again, id)
		}
	}
	slices.Sort(again)
	told, err := a.l.Tellings(again)
	if err != nil {
		return nil, nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(a.nodes)) {
		tally, isHeld := held[id]
		switch {
		case !a.again[id] && isHeld:
			was := tally.Sum()
			for _, one := range a.nodes[id] {
				tally.add(one)
			}
			is := tally.Sum()
			writes = append(writes, NodeWrite{NodeSum: is, Tally: tally, Same: is.equals(was)})
		case len(told[id])+len(a.nodes[id]) == 0:
			if isHeld {
				gone = append(gone, id)
			}
		default:
			all := append(told[id], a.nodes[id]...)
			w := NodeWrite{NodeSum: SumNode(all), New: !isHeld && !a.again[id]}
			if len(all) > 1 {
				w.Tally = newTally(all)
			}
			writes = append(writes, w)
		}
	}
	return writes, gone, nil
}

// equals compares what documents without evidence of the node add up to.
func (n NodeSum) equals(m NodeSum) bool {
	return n.Name == m.Name && n.FirstTold == m.FirstTold && slices.Equal(n.Aliases, m.Aliases) && maps.Equal(n.Properties, m.Properties)
}
