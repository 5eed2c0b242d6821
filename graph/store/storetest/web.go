package storetest

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Web draws a document that ties few entities by many relations, parallel ones and loops among them: for what walks a graph, where
// Documents draws hardly a path.
func Web(o *ontology.Ontology) *rapid.Generator[store.Document] {
	return rapid.Custom(func(t *rapid.T) store.Document {
		b := document(o, "WEB", "2020-10-01", "2020-12-31", "S/2021/1", "", "They are all tied to each other.")
		entities := []*ontology.Type{}
		for _, label := range o.Types {
			if label.NameKey() != nil {
				entities = append(entities, label)
			}
		}
		nodes := map[*ontology.Type][]string{}
		for i := range rapid.IntRange(3, 10).Draw(t, "entities") {
			label := rapid.SampledFrom(entities).Draw(t, "label")
			nodes[label] = append(nodes[label], b.entity(label.Name, fmt.Sprintf("Entity %c", 'A'+i), required(label)))
		}
		among := func(labels []*ontology.Type) (ids []string) {
			for _, label := range labels {
				ids = append(ids, nodes[label]...)
			}
			return ids
		}
		type link struct {
			relation string
			from, to []string
		}
		links := []link{}
		for _, r := range o.Relations {
			for _, from := range r.From {
				to := slices.DeleteFunc(slices.Clone(r.To), func(to *ontology.Type) bool { return !r.Joins(from, to) })
				if l := (link{r.Name, nodes[from], among(to)}); r.Evidenced && len(l.from) > 0 && len(l.to) > 0 {
					links = append(links, l)
				}
			}
		}
		for range rapid.IntRange(5, 40).Draw(t, "relations") {
			if len(links) > 0 {
				l := rapid.SampledFrom(links).Draw(t, "link")
				b.say(l.relation, rapid.SampledFrom(l.from).Draw(t, "from"), rapid.SampledFrom(l.to).Draw(t, "to"), nil)
			}
		}
		if err := b.doc.Check(o); err != nil {
			panic(fmt.Sprintf("storetest drew a document that is none: %v", err))
		}
		return b.doc
	})
}

// required are the properties that a label cannot do without, each with its first or least value.
func required(label *ontology.Type) map[string]any {
	properties := map[string]any{}
	for _, p := range label.Properties {
		if !p.Required {
			continue
		}
		switch p.Kind {
		case ontology.Enum:
			properties[p.Name] = p.Values[0]
		case ontology.Int:
			properties[p.Name] = int64(0)
		case ontology.Float:
			properties[p.Name] = 0.0
		case ontology.Boolean:
			properties[p.Name] = false
		case ontology.Date:
			properties[p.Name] = "2020-12-31"
		default:
			properties[p.Name] = "text"
		}
	}
	return properties
}
