package storetest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// RandomDocuments are documents that make a small, dense graph: values of few kinds that meet, relations side by side and from a node to
// itself, missing values, reports of several days. Equal seeds give equal documents; all pass Document.Check. From the ontology alone: no
// type is named.
func RandomDocuments(o *ontology.Ontology, seed uint64) []store.Document {
	d := drawer{Rand: rand.New(rand.NewPCG(seed, 1)), world: world{o: o}}
	d.report, d.paragraph = structure(o)
	for i := range 2 + d.IntN(3) {
		d.reports = append(d.reports, ontology.NodeID(d.report.Name, fmt.Sprint(i)))
	}
	for _, l := range o.Types {
		for i := range 1 + d.IntN(4) {
			if l != d.report && l != d.paragraph {
				d.shared = append(d.shared, store.Node{ID: ontology.NodeID(l.Name, fmt.Sprint(i)), Type: l.Name})
			}
		}
	}
	var documents []store.Document
	for i := range d.reports {
		doc := d.document(i)
		if err := doc.Check(o); err != nil {
			panic(fmt.Sprintf("storetest made a document that is none: %v", err))
		}
		documents = append(documents, doc)
	}
	return documents
}

type drawer struct {
	*rand.Rand
	world
}

// one draws one of a list.
func one[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// often is true so many times out of a hundred.
func (d drawer) often(percent int) bool { return d.IntN(100) < percent }

// reportDays are those from which reports count.
var reportDays = []string{"2020-03-31", "2020-06-30", "2020-06-30", "2020-12-31", ""}

// calendar are days around those on which weeks, months, quarters and years begin.
var calendar = []string{"2019-12-29", "2019-12-30", "2020-01-01", "2020-02-29", "2020-03-31", "2020-04-01", "2020-06-15", "2020-12-31",
	"2021-01-03", "2021-01-04", "0001-01-01", "9999-12-31"}

func (d drawer) document(i int) store.Document {
	doc := store.Document{Header: store.Header{Report: d.reports[i], Symbol: symbols(i)[0], SourceName: "a.md",
		Told: one(d.Rand, reportDays...), Date: one(d.Rand, "", "2021-01-15"), Hash: fmt.Sprint(i, d.Uint64())}}
	for range 2 + d.IntN(3) {
		at := len(doc.Nodes)
		n := d.node(d.paragraph, ontology.NodeID(d.paragraph.Name, doc.Report, fmt.Sprint(at)))
		n.Properties["text"] = one(d.Rand, texts[1:]...) + one(d.Rand, spellings...) + " " + one(d.Rand, texts...)
		if p := d.place(); p != "" {
			n.Properties[p] = int64(at + 1)
		}
		doc.Nodes = append(doc.Nodes, n)
	}
	paragraphs := slices.Clone(doc.Nodes)
	report := d.node(d.report, doc.Report)
	for _, k := range d.report.Keys {
		if k.OrBy != nil {
			report.Properties[k.By[0].Name] = doc.Symbol
			delete(report.Properties, k.OrBy.Name)
		}
	}
	doc.Nodes = append(doc.Nodes, report)
	for _, n := range d.shared {
		if d.often(60) {
			doc.Nodes = append(doc.Nodes, d.node(d.o.Type(n.Type), n.ID))
		}
	}
	for i, n := range doc.Nodes {
		switch t := d.o.Type(n.Type); {
		case t.Evidenced:
			for range 1 + d.IntN(3) {
				doc.Nodes[i].Evidence = append(doc.Nodes[i].Evidence, d.evidence(paragraphs))
			}
		case t.Sentenced:
			for range d.IntN(4) {
				doc.Nodes[i].Evidence = append(doc.Nodes[i].Evidence, d.evidence(paragraphs))
				doc.Nodes[i].Evidence[len(doc.Nodes[i].Evidence)-1].Rule = ""
			}
		}
	}
	d.statements(&doc, paragraphs)
	return doc
}

func (d drawer) node(l *ontology.Type, id string) store.Node {
	n := store.Node{ID: id, Type: l.Name, Properties: d.properties(l.Properties, 75)}
	for range 1 + d.IntN(3) {
		n.Names = append(n.Names, store.Name{Text: one(d.Rand, append(texts[1:], spellings...)...), Short: d.often(25)})
	}
	return n
}

func (d drawer) properties(declared []*ontology.Property, percent int) map[string]any {
	properties := map[string]any{}
	for _, p := range declared {
		if p.Required || d.often(percent) {
			properties[p.Name] = d.value(p)
		}
	}
	if ontology.HasInterval(declared) {
		from, to := one(d.Rand, calendar[:10]...), one(d.Rand, calendar[:10]...)
		delete(properties, "date")
		properties["dateFrom"], properties["dateTo"] = min(from, to), max(from, to)
		switch d.IntN(3) {
		case 0:
			properties["date"], properties["dateTo"] = properties["dateFrom"], properties["dateFrom"]
		case 1:
			delete(properties, "dateFrom")
			delete(properties, "dateTo")
		}
	}
	return properties
}

func (d drawer) value(p *ontology.Property) any {
	switch p.Kind {
	case ontology.Int:
		return one[int64](d.Rand, 0, 1, 2, 3, -1, math.MaxInt32, math.MinInt32)
	case ontology.Float:
		return one(d.Rand, 0, 1, -1, 3500, 0.1, 1.0/3, 1e15, 1e21, 1e-7, 9007199254740993, math.MaxFloat64, math.SmallestNonzeroFloat64)
	case ontology.Boolean:
		return d.often(50)
	case ontology.Date:
		return one(d.Rand, calendar...)
	case ontology.Enum:
		return one(d.Rand, p.Values...)
	}
	return one(d.Rand, append(keyTexts, texts...)...)
}

func (d drawer) evidence(paragraphs []store.Node) store.Evidence {
	i := d.IntN(len(paragraphs))
	text := []rune(paragraphs[i].Properties["text"].(string))
	start := d.IntN(min(4, len(text)))
	end := start + 1 + d.IntN(len(text)-start)
	return store.Evidence{Paragraph: paragraphs[i].ID, Position: i + 1, Start: start, End: end, Quote: string(text[start:end]),
		Rule: one(d.Rand, "rule-a", "rule-b")}
}

// statements states what a field needs to have a value, and then anything.
func (d drawer) statements(doc *store.Document, paragraphs []store.Node) {
	say := func(r *ontology.Relation, from, to, toSymbol string) {
		s := store.Statement{Type: r.Name, From: from, To: to, ToSymbol: toSymbol, Ordinal: d.IntN(4), Properties: d.properties(r.Properties, 60)}
		for _, p := range r.Key {
			if _, ok := s.Properties[p.Name]; ok && p.Kind == ontology.String {
				s.Properties[p.Name] = one(d.Rand, keyTexts[:3]...)
			}
		}
		if r.Evidenced {
			e := d.evidence(paragraphs)
			s.Evidence = &e
		}
		doc.Relations = append(doc.Relations, s)
	}
	var possible []store.Statement
	for _, r := range d.o.Relations {
		for _, from := range doc.Nodes {
			for _, to := range doc.Nodes {
				if r.Joins(d.o.Type(from.Type), d.o.Type(to.Type)) {
					possible = append(possible, store.Statement{Type: r.Name, From: from.ID, To: to.ID})
				}
			}
		}
		if r.Joins(d.report, d.report) {
			say(r, doc.Report, "", symbols(d.IntN(len(d.reports)))[d.IntN(2)])
		}
	}
	for _, n := range doc.Nodes {
		for _, f := range d.o.Type(n.Type).Fields {
			if !f.One || !f.Required && d.often(50) {
				continue
			}
			for _, far := range doc.Nodes {
				if !slices.Contains(f.Far, d.o.Type(far.Type)) || far.Type == d.report.Name && far.ID != doc.Report {
					continue
				}
				if f.Direction == ontology.Out {
					say(f.Relation, n.ID, far.ID, "")
				} else {
					say(f.Relation, far.ID, n.ID, "")
				}
				break
			}
		}
	}
	d.Shuffle(len(possible), func(i, j int) { possible[i], possible[j] = possible[j], possible[i] })
	possible = possible[:min(len(possible), 40)]
	for range 60 {
		s := one(d.Rand, possible...)
		say(d.o.Relation(s.Type), s.From, s.To, "")
	}
}

// Values are what filters and arguments of random queries compare with: of each column, what it holds; and the ids of each type, Entity and
// Relation.
func (g *Graph) Values() map[string][]any {
	values := map[string][]any{}
	seen := map[string]bool{}
	add := func(name string, v any) {
		if key := fmt.Sprint(name, "\x00", v); v != nil && !seen[key] {
			seen[key] = true
			values[name] = append(values[name], v)
		}
	}
	evidence := func(all []*Evidence) {
		for _, e := range all {
			add("evidence", e.ID)
			add("quote", e.Quote)
			add("rule", e.Rule)
		}
	}
	columns := func(properties map[string]any, declared []*ontology.Property) {
		for _, p := range declared {
			add(p.Name, properties[p.Name])
		}
	}
	for _, n := range g.NodesOf(g.Ontology.Types) {
		add("id", n.ID)
		add("Entity", n.ID)
		add(n.Type, n.ID)
		add("name", n.Name)
		add("name", fold.LastWord(fold.Name(n.Name)))
		for _, w := range fold.Words(n.Name) {
			add("text", w.Folded)
		}
		for _, a := range n.Aliases {
			add("aliases", a)
			add("name", a)
		}
		columns(n.Properties, g.Ontology.NodeProperties)
		evidence(g.NodeEvidence(n))
		for _, r := range g.RelationsAt(n.ID, g.Ontology.Relations, ontology.Out) {
			add("id", r.ID)
			add("Relation", r.ID)
			columns(r.Properties, g.Ontology.RelationProperties)
			evidence(g.RelationEvidence(r))
		}
	}
	return values
}
