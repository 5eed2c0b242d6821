package neo4j

import (
	"maps"
	"slices"
	"strings"

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
	properties := map[string]any{"id": n.ID, "name": n.Name, "aliases": n.Aliases, "_type": n.Type, "_told": n.FirstTold, "_tally": n.Tally.Encode(),
		"_folded_name": fold.Name(n.Name), "_folded_aliases": aliases, "_plain_name": fold.Plain(n.Name), "_plain_aliases": plain,
		"_names": fold.Searched(store.SearchedNames(label, n.NodeSum)...)}
	maps.Copy(properties, n.Properties)
	maps.Copy(properties, folded(label.Properties, n.Properties))
	if p := label.Searched; p != nil {
		text, _ := n.Properties[p.Name].(string)
		properties["_text"] = fold.Searched(text)
	}
	if len(n.Evidence) > 0 {
		l := lists{}
		for _, e := range n.Evidence {
			l.evidence(e.ID, e.ReportKey, &e.Evidence)
		}
		maps.Copy(properties, l)
	}
	return properties
}

func relationProperties(r store.Relation) map[string]any {
	l := lists{}
	placed := slices.ContainsFunc(r.Told, func(s store.Told) bool { return s.Ordinal != 0 })
	linked := slices.ContainsFunc(r.Told, func(s store.Told) bool { return s.Linked })
	for at, s := range r.Told {
		add(l, "_key", s.ReportKey)
		add(l, "_said", store.EncodeProperties(s.Properties))
		if placed {
			add(l, "_at", s.Ordinal)
		}
		if linked {
			add(l, "_linked", s.Linked)
		}
		if s.Evidence != nil {
			l.evidence(r.EvidenceID(at), s.ReportKey, s.Evidence)
		}
	}
	properties := map[string]any{"id": r.ID, "_ordinal": r.Ordinal, "_told": r.FirstTold, "_reports": r.ReportCount}
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

func (l lists) evidence(id, reportKey string, e *store.Evidence) {
	add(l, "_id", id)
	add(l, "_report", reportKey[strings.LastIndexByte(reportKey, '|')+1:])
	add(l, "_paragraph", e.Paragraph)
	add(l, "_position", e.Position)
	add(l, "_start", e.Start)
	add(l, "_end", e.End)
	add(l, "_quote", e.Quote)
	add(l, "_rule", e.Rule)
	add(l, "_folded_quote", fold.Name(e.Quote))
	add(l, "_folded_rule", fold.Name(e.Rule))
	add(l, "_plain_quote", fold.Plain(e.Quote))
	add(l, "_plain_rule", fold.Plain(e.Rule))
	add(l, "_day", store.Told{ReportKey: reportKey}.Day())
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
