package storetest

import (
	"fmt"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// casesCorpus is a graph of which each case can be worked out by hand: three reports, told at the end of March, June and December 2020.
//
//	Élan Thaçi (Elan Thaqi)  indicted by the Court of Arden on 10 March (told in March as FILED, in June as CONFIRMED) and on 5 May 2020;
//	                         Commander of Arden Force
//	Bo Quill                 indicted by the Court of Arden between 1 February and 15 March; member of the Police of Arden
//	Cy Quill                 indicted by the High Court, no date, DISMISSED
//	Ann                      commander of Arden Force, Clerk of the Court of Arden
func casesCorpus(o *ontology.Ontology) []store.Document {
	a := document(o, "ALPHA", "2020-01-01", "2020-03-31", "S/2020/100", "", "The Court of Arden indicted Élan Thaçi 𝄞 and Bo Quill.")
	elan := a.entity("Person", "Élan Thaçi", nil)
	bo := a.entity("Person", "Bo Quill", nil)
	ann := a.entity("Person", "Ann", nil)
	arden := a.entity("Court", "Court of Arden", nil)
	force := a.entity("Organization", "Arden Force", map[string]any{"organizationKind": "MILITARY_FORCE"}, store.Name{Text: "AF", Short: true})
	land := a.entity("Place", "Arden", map[string]any{"placeKind": "COUNTRY"})
	bray := a.entity("Place", "Bray", map[string]any{"placeKind": "CITY"})
	a.mention(elan, bo, arden)
	a.say("INDICTED_BY", elan, arden, interval("2020-03-10", "2020-03-10", "status", "FILED", "charge", "Theft"))
	a.say("INDICTED_BY", bo, arden, interval("2020-02-01", "2020-03-15"))
	a.happen("indictment", "INDICTMENT", interval("2020-03-10", "2020-03-10"), elan, arden, bo)
	a.observe(force, "TROOP_STRENGTH", "persons", 3500, map[string]any{"approximate": true})
	a.paragraph("Arden Force works in Arden, under its commander Ann.")
	a.mention(force, land, ann)
	a.say("OPERATES_IN", force, land, nil)
	a.say("HELD_POSITION", ann, force, map[string]any{"title": "the commander"})
	a.say("HELD_POSITION", elan, force, map[string]any{"title": "Commander", "former": true, "since": "2019-01-01"})
	a.say("HELD_POSITION", ann, arden, map[string]any{"title": "Clerk"})
	a.say("TRANSFERRED_TO", elan, bray, interval("2020-03-01", "2020-03-31"))

	b := document(o, "ALPHA", "2020-04-01", "2020-06-30", "S/2020/200/Rev.1", "",
		"Since the last report the Court of Arden confirmed one indictment of Elan Thaqi and issued another.")
	b.node(elan, "Person", "Elan Thaqi", nil)
	b.node(arden, "Court", "Court of Arden", nil)
	high := b.entity("Court", "High Court", nil)
	cy := b.entity("Person", "Cy Quill", nil)
	b.node(bo, "Person", "Bo Quill", nil)
	b.node(force, "Organization", "Arden Force", map[string]any{"organizationKind": "MILITARY_FORCE"})
	police := b.entity("Organization", "Police of Arden", map[string]any{"organizationKind": "POLICE"})
	b.say("INDICTED_BY", elan, arden, interval("2020-03-10", "2020-03-10", "status", "CONFIRMED"))
	b.say("INDICTED_BY", elan, arden, interval("2020-05-05", "2020-05-05", "status", "FILED", "charge", "arson"))
	b.say("INDICTED_BY", cy, high, map[string]any{"status": "DISMISSED"})
	b.say("MEMBER_OF", bo, police, nil)
	b.say("COOPERATES_WITH", police, force, nil)
	b.doc.Relations = append(b.doc.Relations, store.Statement{Type: "FOLLOWS", From: b.doc.Report, ToSymbol: "S/2020/100", Evidence: b.evidence(0)})
	b.happen("arrest", "ARREST", interval("2020-04-01", "2020-04-30"), cy)
	b.happen("protest", "PROTEST", map[string]any{})
	b.observe(force, "TROOP_STRENGTH", "persons", 3400.5, map[string]any{"date": "2020-05-01"})
	b.observe(force, "TROOP_STRENGTH", "persons", 200, map[string]any{"date": "2020-05-01", "breakdown": "NON_NATO"})

	c := document(o, "BETA", "2020-10-01", "2020-12-31", "", "S/2021/300", "There are villages.")
	for i := range 25 {
		c.mention(c.entity("Place", fmt.Sprintf("Village %02d", i+1), map[string]any{"placeKind": "MUNICIPALITY"}))
	}
	return []store.Document{a.doc, b.doc, c.doc}
}

// interval are the properties of what happened from one day to another, with more in pairs of name and value.
func interval(from, to string, more ...any) map[string]any {
	m := map[string]any{"dateFrom": from, "dateTo": to}
	if from == to {
		m["date"] = from
	}
	for i := 0; i < len(more); i += 2 {
		m[more[i].(string)] = more[i+1]
	}
	return m
}

// observe tells a figure of an entity.
func (b *builder) observe(of string, metric, unit string, value float64, more map[string]any) {
	id := ontology.NodeID("Observation", b.doc.Report, fmt.Sprint(metric, value))
	properties := map[string]any{"metric": metric, "value": value, "unit": unit, "approximate": false}
	for k, v := range more {
		properties[k] = v
	}
	b.node(id, "Observation", fmt.Sprint(metric, " ", value), properties)
	b.doc.Nodes[len(b.doc.Nodes)-1].Evidence = []store.Evidence{*b.evidence(0)}
	b.say("OBSERVES", b.doc.Report, id, nil)
	b.say("OF", id, of, nil)
}

// happen tells an event, the participants in turn its subject and its agent.
func (b *builder) happen(name, kind string, properties map[string]any, participants ...string) {
	id := ontology.NodeID("Event", b.doc.Report, name)
	properties["eventKind"], properties["description"] = kind, name
	b.node(id, "Event", name, properties)
	b.doc.Nodes[len(b.doc.Nodes)-1].Evidence = []store.Evidence{*b.evidence(3), *b.evidence(0)}
	b.say("RECOUNTS", b.doc.Report, id, nil)
	for i, p := range participants {
		b.say("INVOLVED_IN", p, id, map[string]any{"role": []any{"SUBJECT", "AGENT"}[i%2]})
		b.doc.Relations[len(b.doc.Relations)-1].Ordinal = i
	}
}

// mention has the last paragraph mention nodes.
func (b *builder) mention(ids ...string) {
	paragraph := b.evidence(0).Paragraph
	for _, id := range ids {
		b.say("MENTIONS", paragraph, id, nil)
	}
}

// casesIDs are the ids that stand for {words in braces} in queries and answers of the cases.
func casesIDs(o *ontology.Ontology) map[string]string {
	id := func(label, name string) string { return ontology.NodeID(label, fold.Name(name)) }
	elan, arden := id("Person", "Élan Thaçi"), id("Court", "Court of Arden")
	return map[string]string{
		"elan": elan, "bo": id("Person", "Bo Quill"), "cy": id("Person", "Cy Quill"), "ann": id("Person", "Ann"),
		"court": arden, "high": id("Court", "High Court"),
		"force": id("Organization", "Arden Force"), "police": id("Organization", "Police of Arden"),
		"arden": id("Place", "Arden"), "bray": id("Place", "Bray"),
		"a":     ontology.NodeID("Report", "ALPHA", "2020-01-01/2020-03-31"),
		"b":     ontology.NodeID("Report", "ALPHA", "2020-04-01/2020-06-30"),
		"c":     ontology.NodeID("Report", "BETA", "2020-10-01/2020-12-31"),
		"march": o.Relation("INDICTED_BY").ID(elan, arden, "2020-03-10", "2020-03-10"),
		"may":   o.Relation("INDICTED_BY").ID(elan, arden, "2020-05-05", "2020-05-05"),
	}
}
