// Package storetest holds every graph store to one suite. It reads what a store holds through the served schema, as a client would.
package storetest

import (
	"fmt"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// builder makes a document by hand: each statement cites the paragraph's words between bars.
type builder struct {
	o   *ontology.Ontology
	doc store.Document
	pos int
}

func document(o *ontology.Ontology, series, start, end, symbol, restates, text string) *builder {
	report := ontology.NodeID("Report", series, start+"/"+end)
	b := &builder{o: o, doc: store.Document{Header: store.Header{Report: report, Hash: text + symbol + restates, Symbol: symbol,
		Restates: restates, SourceName: series + end + ".md", Told: end, Date: end}}}
	properties := map[string]any{"series": series, "title": "Report of " + series, "date": end, "sourceName": series + end + ".md",
		"contentHash": fmt.Sprintf("%x", text), "sentences": int64(0), "sentencesWithFact": int64(0)}
	if symbol != "" {
		properties["symbol"] = symbol
	}
	if restates != "" {
		properties["restates"] = restates
	}
	b.node(report, "Report", "Report of "+series+", "+start+" to "+end, properties)
	b.paragraph(text)
	period := ontology.NodeID("Period", start+"/"+end)
	b.node(period, "Period", start+"/"+end, map[string]any{"start": start, "end": end})
	b.say("COVERS", report, period, nil)
	return b
}

func (b *builder) node(id, label, name string, properties map[string]any, more ...store.Name) string {
	for i := range b.doc.Nodes {
		if n := &b.doc.Nodes[i]; n.ID == id {
			n.Names = append(append(n.Names, store.Name{Text: name}), more...)
			return id
		}
	}
	b.doc.Nodes = append(b.doc.Nodes, store.Node{ID: id, Type: label, Names: append([]store.Name{{Text: name}}, more...), Properties: properties})
	return id
}

// paragraph adds a paragraph of one sentence, which counts as one that told nothing.
func (b *builder) paragraph(text string) {
	b.pos++
	id := ontology.NodeID("Paragraph", b.doc.Report, fmt.Sprint(b.pos))
	b.node(id, "Paragraph", fmt.Sprintf("paragraph %d of %s", b.pos, b.doc.SourceName), map[string]any{
		"part": "BODY", "paragraphKind": "PARAGRAPH", "number": int64(b.pos), "occurrence": int64(1), "position": int64(b.pos), "text": text})
	b.doc.Relations = append(b.doc.Relations, store.Statement{Type: "CONTAINS", From: b.doc.Report, To: id})
	report, sentence := &b.doc.Nodes[0], *b.evidence(0)
	sentence.Rule = ""
	report.Evidence = append(report.Evidence, sentence)
	report.Properties["sentences"] = int64(b.pos)
}

// evidence cites the whole of the last paragraph but for its first off code points.
func (b *builder) evidence(off int) *store.Evidence {
	for i := len(b.doc.Nodes) - 1; ; i-- {
		if n := b.doc.Nodes[i]; n.Type == "Paragraph" {
			text := []rune(n.Properties["text"].(string))
			return &store.Evidence{Paragraph: n.ID, Position: b.pos, Start: off, End: len(text), Quote: string(text[off:]), Rule: "by-hand"}
		}
	}
}

func (b *builder) say(relation, from, to string, properties map[string]any) {
	b.doc.Relations = append(b.doc.Relations, store.Statement{Type: relation, From: from, To: to, Properties: properties,
		Evidence: b.evidence(len(b.doc.Relations) % 5)})
}

func (b *builder) entity(label, name string, properties map[string]any, more ...store.Name) string {
	return b.node(ontology.NodeID(label, fold.Name(name)), label, name, properties, more...)
}

func day(d string) map[string]any { return map[string]any{"date": d, "dateFrom": d, "dateTo": d} }

// Corpus is a small graph with one of everything that stores might disagree on: parallel relations, intervals within intervals, a symmetric
// relation, names of several spellings, control characters, missing values, references in either direction, and figures of every kind.
func Corpus(o *ontology.Ontology) []store.Document {
	first := document(o, "UNMIK", "2012-01-16", "2012-04-15", "S/2012/275", "",
		"On 4 April the court indicted Ágim “the \"Owl\"” Đorđević \\ and others.\u0001\u2028 <b>Ω</b> 𝄞")
	court := first.entity("Court", "Basic Court of Pristina", nil)
	agim := first.entity("Person", "Agim Đorđević", nil, store.Name{Text: "Đorđević", Short: true})
	other := first.entity("Person", "Zoran Đorđević", nil)
	unmik := first.entity("Organization", "United Nations Interim Administration Mission in Kosovo",
		map[string]any{"organizationKind": "MISSION"}, store.Name{Text: "UNMIK", Short: true})
	eulex := first.entity("Organization", "EULEX", map[string]any{"organizationKind": "MISSION"})
	first.say("INDICTED_BY", agim, court, map[string]any{"date": "2012-04-04", "dateFrom": "2012-04-04", "dateTo": "2012-04-04",
		"status": "FILED", "charge": "war crimes"})
	first.say("INDICTED_BY", agim, court, map[string]any{"dateFrom": "2012-04-01", "dateTo": "2012-04-30", "status": "CONFIRMED"})
	first.say("INDICTED_BY", other, court, nil)
	first.say("COOPERATES_WITH", unmik, eulex, nil)
	first.say("MENTIONS", first.doc.Relations[0].To, agim, nil)
	event := ontology.NodeID("Event", first.doc.Report, "1")
	first.node(event, "Event", "Indictment", map[string]any{"eventKind": "INDICTMENT", "description": "the court indicted",
		"date": "2012-04-04", "dateFrom": "2012-04-04", "dateTo": "2012-04-04"})
	first.doc.Nodes[len(first.doc.Nodes)-1].Evidence = []store.Evidence{*first.evidence(0), *first.evidence(3)}
	first.say("RECOUNTS", first.doc.Report, event, nil)
	for i, p := range []string{other, court, agim} {
		first.say("INVOLVED_IN", p, event, map[string]any{"role": "SUBJECT"})
		first.doc.Relations[len(first.doc.Relations)-1].Ordinal = i
	}
	for i, v := range []float64{3500, 0, 0.1 + 0.2, -1e-7, 1e21} {
		id := ontology.NodeID("Observation", first.doc.Report, fmt.Sprint(i))
		first.node(id, "Observation", fmt.Sprint("figure ", i), map[string]any{"metric": "CASUALTIES", "value": v, "unit": "persons", "approximate": i%2 == 0})
		first.doc.Nodes[len(first.doc.Nodes)-1].Evidence = []store.Evidence{*first.evidence(i)}
		first.say("OBSERVES", first.doc.Report, id, nil)
		first.say("OF", id, unmik, nil)
	}

	second := document(o, "UNMIK", "2012-04-16", "2012-07-15", "S/2012/603", "",
		"Since my last report (S/2012/275), the court indicted AGIM DORDEVIC on 4 April and on 9 May.")
	court = second.entity("Court", "Basic Court of Pristina", nil)
	agim = second.entity("Person", "AGIM DORDEVIC", nil)
	eulex = second.entity("Organization", "EULEX", map[string]any{"organizationKind": "OTHER"})
	kfor := second.entity("Organization", "KFOR", map[string]any{"organizationKind": "MILITARY_FORCE"})
	second.say("INDICTED_BY", agim, court, day("2012-04-04"))
	second.say("INDICTED_BY", agim, court, day("2012-05-09"))
	second.say("INDICTED_BY", agim, court, nil)
	second.say("COOPERATES_WITH", kfor, eulex, nil)
	second.doc.Relations = append(second.doc.Relations, store.Statement{Type: "FOLLOWS", From: second.doc.Report, ToSymbol: "S/2012/275",
		Evidence: second.evidence(2)})

	third := document(o, "KFOR", "2020-10-01", "2020-12-31", "", "S/2021/228", "The restatement of a report.")
	third.paragraph("Its second paragraph.")
	for i := range 25 {
		p := third.entity("Place", fmt.Sprintf("Town %02d", i), map[string]any{"placeKind": "CITY"})
		third.say("MENTIONS", third.doc.Relations[0].To, p, nil)
	}
	return []store.Document{first.doc, second.doc, third.doc}
}

// corrected is another text of the second document: it no longer speaks of KFOR.
func corrected(o *ontology.Ontology) store.Document {
	b := document(o, "UNMIK", "2012-04-16", "2012-07-15", "S/2012/603", "", "A corrected text, in which the court indicted Agim Dordevic.")
	b.say("INDICTED_BY", b.entity("Person", "Agim Dordevic", nil), b.entity("Court", "Basic Court of Pristina", nil), map[string]any{"status": "DISMISSED"})
	return b.doc
}
