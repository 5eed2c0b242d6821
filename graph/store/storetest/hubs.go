package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Hubs are documents that make a large graph with hubs, for benchmarks: 100 relations a document, in the proportions of real reports but
// for the hubs. Its shape:
//
//	documents    of 20 series, quarter after quarter from 2000; 10 paragraphs, 10 events and 3 figures each
//	hubs         each event occurred at the first Place of known and involves its first Organization, and each paragraph mentions both:
//	             1,000 documents give either of them 10,000 relations of two types each. Each figure is of that Organization
//	the rest     13 facts, 15 mentions and 5 participants a document are drawn by Zipf's law (s = 1.1) from known, in its order, then 2,000
//	             persons, 300 organizations, 300 places and 30 courts that are made up; real graphs are more clustered than that, and have
//	             fewer ties between any two parts
//
// All pass Document.Check. Equal arguments give equal documents.
func Hubs(o *ontology.Ontology, known []store.Node, documents int) []store.Document {
	r := rand.New(rand.NewPCG(1, 2))
	pools := map[string][]store.Node{}
	for _, n := range known {
		pools[n.Type] = append(pools[n.Type], n)
	}
	for _, made := range []struct {
		label, name string
		count       int
		properties  map[string]any
	}{
		{"Person", "%s %s", 2000, nil}, {"Organization", "%s Association of %s", 300, map[string]any{"organizationKind": "OTHER"}},
		{"Place", "%s %s Valley", 300, map[string]any{"placeKind": "AREA"}}, {"Court", "Court of %s %s", 30, nil},
	} {
		for i := range made.count {
			name := fmt.Sprintf(made.name, syllables(r), syllables(r))
			pools[made.label] = append(pools[made.label], store.Node{ID: ontology.NodeID(made.label, "made up", fmt.Sprint(i)),
				Type: made.label, Names: []store.Name{{Text: name}}, Properties: made.properties})
		}
	}
	draws := map[string]*rand.Zipf{}
	for label, pool := range pools {
		draws[label] = rand.NewZipf(r, 1.1, 1, uint64(len(pool)-1))
	}
	var made []store.Document
	for i := range documents {
		made = append(made, hubDocument(o, r, pools, draws, i))
	}
	return made
}

// hubDocument is the i-th of Hubs, with what is drawn from pools.
func hubDocument(o *ontology.Ontology, r *rand.Rand, pools map[string][]store.Node, draws map[string]*rand.Zipf, i int) store.Document {
	quarter := time.Date(2000, time.Month(1+3*(i/20)), 1, 0, 0, 0, 0, time.UTC)
	end := quarter.AddDate(0, 3, -1)
	on := func() string { return quarter.AddDate(0, 0, r.IntN(90)).Format(time.DateOnly) }
	b := document(o, fmt.Sprintf("MADE-%02d", i%20), quarter.Format(time.DateOnly), end.Format(time.DateOnly), "", "", sentence(r))
	held := func(n store.Node) string {
		if !slices.ContainsFunc(b.doc.Nodes, func(m store.Node) bool { return m.ID == n.ID }) {
			b.doc.Nodes = append(b.doc.Nodes, n)
		}
		return n.ID
	}
	place, organization := held(pools["Place"][0]), held(pools["Organization"][0])
	drawn := func(label string) string { return held(pools[label][draws[label].Uint64()]) }
	anyone := func() string { return drawn(one(r, "Person", "Person", "Organization", "Place", "Court")) }
	for j := range 10 {
		if j > 0 {
			b.paragraph(sentence(r))
		}
		paragraph := b.evidence(0).Paragraph
		event := ontology.NodeID("Event", b.doc.Report, fmt.Sprint(j))
		properties := day(on())
		properties["eventKind"], properties["description"] = one(r, o.Type("Event").Property("eventKind").Values...), "it happened"
		b.node(event, "Event", "it happened", properties)
		b.doc.Nodes[len(b.doc.Nodes)-1].Evidence = []store.Evidence{*b.evidence(0)}
		b.say("RECOUNTS", b.doc.Report, event, nil)
		b.say("OCCURRED_AT", event, place, nil)
		b.say("INVOLVED_IN", organization, event, map[string]any{"role": "AGENT"})
		b.say("MENTIONS", paragraph, place, nil)
		b.say("MENTIONS", paragraph, organization, nil)
		b.say("MENTIONS", paragraph, anyone(), nil)
		if j%2 == 0 {
			b.say("MENTIONS", paragraph, anyone(), nil)
			b.say("INVOLVED_IN", drawn("Person"), event, map[string]any{"role": "SUBJECT"})
		}
	}
	for j := range 3 {
		figure := ontology.NodeID("Observation", b.doc.Report, fmt.Sprint(j))
		b.node(figure, "Observation", "a figure", map[string]any{"metric": one(r, o.Type("Observation").Property("metric").Values...),
			"value": float64(r.IntN(50000)), "unit": "persons", "approximate": r.IntN(2) == 0, "date": on()})
		b.doc.Nodes[len(b.doc.Nodes)-1].Evidence = []store.Evidence{*b.evidence(0)}
		b.say("OBSERVES", b.doc.Report, figure, nil)
		b.say("OF", figure, organization, nil)
	}
	for range 13 {
		switch r.IntN(6) {
		case 0:
			b.say("INDICTED_BY", drawn("Person"), drawn("Court"), day(on()))
		case 1:
			b.say("ARRESTED_BY", drawn("Person"), drawn("Organization"), day(on()))
		case 2:
			b.say("MEMBER_OF", drawn("Person"), drawn("Organization"), nil)
		case 3:
			b.say("OPERATES_IN", drawn("Organization"), drawn("Place"), nil)
		default:
			b.say("HELD_POSITION", drawn("Person"), drawn(one(r, "Organization", "Place", "Court")),
				map[string]any{"title": one(r, "President", "Minister", "Head", "Judge")})
		}
	}
	return b.doc
}

// syllables make a word that is no real one, most often.
func syllables(r *rand.Rand) string {
	word := one(r, "Ka", "Dra", "Lu", "Shpe", "Vo", "Be", "Gjo", "Mi", "Ne", "Pra", "Ri", "Sta")
	for range 1 + r.IntN(3) {
		word += one(r, "ri", "lo", "nda", "ve", "shi", "ko", "mu", "ta", "ge", "dhe")
	}
	return word
}

// sentence is some forty words, of which a few are rare.
func sentence(r *rand.Rand) string {
	text := "During the reporting period"
	for range 12 {
		text += " " + one(r, "the force patrolled", "the police arrested", "in the northern part of", "and the court heard",
			"with the support of", "a meeting of", "near") + " " + syllables(r)
	}
	return text + "."
}
