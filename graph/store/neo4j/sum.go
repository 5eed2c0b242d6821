package neo4j

import (
	"maps"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// What is stored of sums: properties of nodes and relations.

func nodeProperties(label *ontology.Type, n store.NodeWrite) map[string]any {
	aliases, plain := make([]string, len(n.Aliases)), make([]string, len(n.Aliases))
	for i, a := range n.Aliases {
		aliases[i], plain[i] = fold.Name(a), fold.Plain(a)
	}
	properties := map[string]any{"id": n.ID, "name": n.Name, "aliases": n.Aliases, "_type": n.Type, "_told": n.FirstTold,
		"_folded_name": fold.Name(n.Name), "_folded_aliases": aliases, "_plain_name": fold.Plain(n.Name), "_plain_aliases": plain,
		"_names": fold.Searched(store.SearchedNames(label, n.NodeSum)...)}
	if n.Tally != nil {
		properties["_tally"] = n.Tally.Encode()
	}
	maps.Copy(properties, n.Properties)
	maps.Copy(properties, folded(label.Properties, n.Properties))
	if p := label.Searched; p != nil {
		text, _ := n.Properties[p.Name].(string)
		properties["_text"] = fold.Searched(text)
	}
	if len(n.Evidence) > 0 {
		l := lists{}
		for _, e := range n.Evidence {
			l.told(store.Told{ReportKey: e.ReportKey, Evidence: &e.Evidence}, e.ID)
		}
		maps.Copy(properties, l)
	}
	return properties
}

func relationProperties(r store.Relation) map[string]any {
	l := lists{}
	for at, s := range r.Told {
		id := ""
		if s.Evidence != nil {
			id = r.EvidenceID(at)
		}
		l.told(s, id)
	}
	properties := map[string]any{"id": r.ID, "_told": r.FirstTold}
	if r.Ordinal != 0 {
		properties["_ordinal"] = r.Ordinal
	}
	if r.ReportCount != 1 {
		properties["_reports"] = r.ReportCount
	}
	maps.Copy(properties, r.Properties)
	maps.Copy(properties, folded(r.Type.Properties, r.Properties))
	maps.Copy(properties, l)
	maps.Copy(properties, varied(r.Type, r.History()))
	return properties
}

// lists are the parallel list properties that hold statements and their evidence.
type lists map[string]any

func add[T any](l lists, name string, v T) {
	items, _ := l[name].([]T)
	l[name] = append(items, v)
}

// told adds a statement; id is that of its evidence.
func (l lists) told(s store.Told, id string) {
	add(l, "_statements", encodeTold(s, id))
	if e := s.Evidence; e != nil {
		add(l, "paragraphs", e.Paragraph)
		add(l, "quotes", e.Quote)
	}
}

// folded are the folded forms of texts, which filters and orders compare.
func folded(declared []*ontology.Property, properties map[string]any) map[string]any {
	forms := map[string]any{}
	for _, p := range declared {
		if text, ok := properties[p.Name].(string); ok && p.Kind == ontology.String {
			forms["_folded_"+p.Name], forms["_plain_"+p.Name] = fold.Name(text), fold.Plain(text)
		}
	}
	return forms
}

// varied are what the properties of a relation, and their folded forms, were from which day on, where that is not what they are.
func varied(rel *ontology.Relation, versions []store.Version) lists {
	l := lists{}
	if len(versions) == 1 {
		return l
	}
	forms := make([]map[string]any, len(versions))
	for i, v := range versions {
		forms[i] = folded(rel.Properties, v.Properties)
		maps.Copy(forms[i], v.Properties)
	}
	for name, last := range latest(forms) {
		var was any
		for i, v := range versions {
			value, ok := forms[i][name]
			if !ok && was != nil {
				value = "" // of a date
			}
			if value == nil || value == was {
				continue
			}
			was = value
			add(l, "_since_"+name, v.From)
			add(l, "_was_"+name, value)
		}
		if since := l["_since_"+name].([]string); len(since) == 1 && since[0] == versions[0].From && was == last {
			delete(l, "_since_"+name)
			delete(l, "_was_"+name)
		}
	}
	return l
}

// latest has the last value of each property that there ever was.
func latest(forms []map[string]any) map[string]any {
	all := map[string]any{}
	for _, f := range forms {
		maps.Copy(all, f)
	}
	return all
}
