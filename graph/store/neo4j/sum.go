package neo4j

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

func encode(n store.Node) (names, evidence string, err error) {
	a, errNames := json.Marshal(n.Names)
	b, errEvidence := json.Marshal(n.Evidence)
	return string(a), string(b), errors.Join(errNames, errEvidence)
}

// sumNodes computes again what documents say of the touched nodes. It returns those of which none says anything any more.
func (t *writing) sumNodes() (gone rows, err error) {
	var touched rows
	for _, id := range slices.Sorted(maps.Keys(t.nodes)) {
		touched = append(touched, map[string]any{"id": id})
	}
	told := map[string][]store.TellsNode{}
	if err := t.each(touched, "UNWIND $rows AS row MATCH (:_Document)-[t:_TELLS]->(n:Entity {id: row.id}) RETURN n.id, t.key, t.type, t.names, t.properties, t.evidence", func(r *driver.Record) error {
		v := r.Values
		label := t.o.Type(str(v[2]))
		if label == nil {
			return fmt.Errorf("the database holds nodes of the label %s, which the ontology no longer has", str(v[2]))
		}
		n := store.Node{ID: str(v[0]), Type: label.Name}
		var err error
		if n.Properties, err = store.DecodeProperties(label.Properties, str(v[4])); err != nil {
			return err
		}
		if err := errors.Join(json.Unmarshal([]byte(str(v[3])), &n.Names), json.Unmarshal([]byte(str(v[5])), &n.Evidence)); err != nil {
			return err
		}
		told[n.ID] = append(told[n.ID], store.TellsNode{ReportKey: str(v[1]), Node: n})
		return nil
	}); err != nil {
		return nil, err
	}
	var sums, names rows
	for _, row := range touched {
		id := row["id"].(string)
		if told[id] == nil {
			gone = append(gone, row)
			continue
		}
		n := store.SumNode(told[id])
		label := t.o.Type(n.Type)
		aliases, plain := make([]string, len(n.Aliases)), make([]string, len(n.Aliases))
		for i, a := range n.Aliases {
			aliases[i], plain[i] = fold.Name(a), fold.Plain(a)
		}
		properties := map[string]any{"id": n.ID, "name": n.Name, "aliases": n.Aliases, "_type": n.Type, "_told": n.FirstTold,
			"_folded_name": fold.Name(n.Name), "_folded_aliases": aliases, "_plain_name": fold.Plain(n.Name), "_plain_aliases": plain,
			"_names": fold.Searched(append([]string{n.Name}, n.Aliases...)...)}
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
		sums = append(sums, map[string]any{"id": id, "properties": properties})
		for _, k := range store.NameKeys(t.o.Type(n.Type), n) {
			names = append(names, map[string]any{"id": id, "name": map[string]any{"folded": k.Folded, "written": k.Written}})
		}
	}
	return gone, errors.Join(
		t.each(touched, "UNWIND $rows AS row MATCH (k:_Name)-[:_NAMES]->(:Entity {id: row.id}) DETACH DELETE k", nil),
		t.each(sums, "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n = row.properties", nil),
		t.each(names, "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) CREATE (k:_Name)-[:_NAMES]->(n) SET k = row.name", nil))
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

// sumRelations computes again what the statements on the touched ends add up to.
func (t *writing) sumRelations() error {
	byType := map[string][]ends{}
	for e := range t.ends {
		byType[e.relation] = append(byType[e.relation], e)
	}
	links, err := t.references()
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(byType)) {
		rel := t.o.Relation(name)
		if rel == nil {
			return fmt.Errorf("the database holds relations of the type %s, which the ontology no longer has", name)
		}
		touched := byType[name]
		slices.SortFunc(touched, func(a, b ends) int { return strings.Compare(a.String(), b.String()) })
		if err := t.sumType(rel, touched, links); err != nil {
			return err
		}
	}
	return nil
}

func (t *writing) sumType(rel *ontology.Relation, touched []ends, links map[ends][]store.Told) error {
	var pairs rows
	for i, e := range touched {
		pairs = append(pairs, map[string]any{"i": i, "from": e.from, "to": e.to})
	}
	told := make([][]store.Told, len(touched))
	if err := t.each(pairs, fmt.Sprintf(`UNWIND $rows AS row MATCH (:Entity {id: row.from})-[r:%s]->(:Entity {id: row.to})
WITH row.i AS i, r, r._key AS key, r._at AS at, r._said AS said, r._linked AS linked, r._paragraph AS paragraph, r._position AS position, r._start AS start, r._end AS end, r._quote AS quote, r._rule AS rule
DELETE r RETURN i, key, at, said, linked, paragraph, position, start, end, quote, rule`, quote(rel.Name)), func(r *driver.Record) error {
		v := r.Values
		i := int(v[0].(int64))
		list := func(column int) []any { l, _ := v[column].([]any); return l }
		number := func(column, at int) int { n, _ := list(column)[at].(int64); return int(n) }
		for at, key := range list(1) {
			report := str(key)[strings.LastIndexByte(str(key), '|')+1:]
			if list(4)[at] == true || t.takenBack[report] {
				continue // of a reference, which is read anew, or of a report that was taken back
			}
			properties, err := store.DecodeProperties(rel.Properties, str(list(3)[at]))
			if err != nil {
				return err
			}
			s := store.Told{ReportKey: str(key), Ordinal: number(2, at), Properties: properties}
			if rel.Evidenced {
				s.Evidence = &store.Evidence{Paragraph: str(list(5)[at]), Position: number(6, at), Start: number(7, at), End: number(8, at), Quote: str(list(9)[at]), Rule: str(list(10)[at])}
			}
			told[i] = append(told[i], s)
		}
		return nil
	}); err != nil {
		return err
	}
	var sums rows
	for i, e := range touched {
		linked := map[store.Evidence]bool{}
		for _, l := range links[e] {
			linked[*l.Evidence] = true
		}
		all := append(append(told[i], t.ends[e]...), links[e]...)
		if len(all) == 0 {
			continue
		}
		for _, r := range store.Relations(rel, e.from, e.to, all) {
			l := lists{}
			for at, s := range r.Told {
				add(l, "_key", s.ReportKey)
				add(l, "_at", s.Ordinal)
				add(l, "_said", store.EncodeProperties(s.Properties))
				add(l, "_linked", s.Evidence != nil && linked[*s.Evidence])
				if s.Evidence != nil {
					l.evidence(r.EvidenceID(at), s.ReportKey, s.Evidence)
				}
			}
			properties := map[string]any{"id": r.ID, "_ordinal": r.Ordinal, "_told": r.FirstTold, "_reports": r.ReportCount}
			maps.Copy(properties, r.Properties)
			maps.Copy(properties, folded(rel.Properties, r.Properties))
			maps.Copy(properties, l)
			maps.Copy(properties, varied(rel, r.History()))
			sums = append(sums, map[string]any{"from": r.From, "to": r.To, "properties": properties})
		}
	}
	return t.each(sums, fmt.Sprintf("UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:%s]->(b) SET r = row.properties", quote(rel.Name)), nil)
}

// references are the statements of references that lead somewhere, by the ends that are touched.
func (t *writing) references() (map[ends][]store.Told, error) {
	told := map[ends][]store.Told{}
	err := t.each(once, "MATCH (f:_Reference) WHERE f.to IS NOT NULL RETURN f.from, f.to, f.type, f.key, f.at, f.said, f.paragraph, f.position, f.start, f.end, f.quote, f.rule", func(r *driver.Record) error {
		v := r.Values
		e := ends{str(v[0]), str(v[1]), str(v[2])}
		if _, touched := t.ends[e]; !touched {
			return nil
		}
		properties, err := store.DecodeProperties(t.o.Relation(e.relation).Properties, str(v[5]))
		if err != nil {
			return err
		}
		number := func(i int) int { n, _ := v[i].(int64); return int(n) }
		told[e] = append(told[e], store.Told{ReportKey: str(v[3]), Ordinal: number(4), Properties: properties,
			Evidence: &store.Evidence{Paragraph: str(v[6]), Position: number(7), Start: number(8), End: number(9), Quote: str(v[10]), Rule: str(v[11])}})
		return nil
	})
	return told, err
}
