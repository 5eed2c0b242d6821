package plan

import (
	"slices"
	"strings"
	"unicode"

	"councilgraph/graph/ontology"
)

// GroupKey is a value of a GroupBy enum: what a connection's rows are counted by.
type GroupKey struct {
	Name, Description string
	Group             Group // Of, From, To, Kind and Bucket
}

var buckets = []struct {
	Bucket
	name, example string
}{{Day, "DAY", "2020-11-04"}, {Week, "WEEK", "2020-W45"}, {Month, "MONTH", "2020-11"}, {Quarter, "QUARTER", "2020-Q4"}, {Year, "YEAR", "2020"}}

// GroupKeys are the values of <Type>GroupBy; t is nil for Entity. Those of the relation that leads to a row begin with RELATION_.
func GroupKeys(o *ontology.Ontology, t *ontology.Type) (keys []GroupKey) {
	keys = append(keys, GroupKey{"NODE", "The node itself: the key is its id.", Group{Of: OfNode, From: "id", To: "id", Kind: ontology.Enum}})
	if t == nil {
		keys = append(keys, GroupKey{"TYPE", "The label. Example: `Person`.", Group{Of: OfNode, From: "type", To: "type", Kind: ontology.Enum}})
	}
	keys = append(keys, GroupKey{"NAME", "The name, as served.", Group{Of: OfNode, From: "name", To: "name", Kind: ontology.String}})
	if t != nil {
		keys = append(keys, propertyKeys(OfNode, t.Properties)...)
	}
	for _, k := range relationKeys(o) {
		k.Name = "RELATION_" + k.Name
		keys = append(keys, k)
	}
	return keys
}

// RelationGroupKeys are the values of RelationGroupBy.
func RelationGroupKeys(o *ontology.Ontology) []GroupKey {
	keys := []GroupKey{
		{"FROM", "The node that it starts from, as stored: the key is its id.", Group{Of: OfRelation, From: "from", To: "from", Kind: ontology.Enum}},
		{"TO", "The node that it leads to, as stored: the key is its id.", Group{Of: OfRelation, From: "to", To: "to", Kind: ontology.Enum}}}
	return append(keys, relationKeys(o)...)
}

// relationKeys are those of a relation's type and properties.
func relationKeys(o *ontology.Ontology) []GroupKey {
	keys := []GroupKey{{"TYPE", "The relation's type. Example: `INDICTED_BY`.", Group{Of: OfRelation, From: "type", To: "type", Kind: ontology.Enum}}}
	return append(keys, propertyKeys(OfRelation, o.RelationProperties)...)
}

// propertyKeys are those of enums, flags, texts and dates. An interval is grouped as date alone.
func propertyKeys(of Subject, properties []*ontology.Property) (keys []GroupKey) {
	interval := ontology.HasInterval(properties)
	for _, p := range properties {
		g := Group{Of: of, From: p.Name, To: p.Name, Kind: p.Kind}
		name := upper(p.Name)
		switch {
		case p.Kind == ontology.Enum, p.Kind == ontology.Boolean, p.Kind == ontology.String:
			keys = append(keys, GroupKey{name, "By `" + p.Name + "`.", g})
		case p.Kind != ontology.Date, interval && (p.Name == "dateFrom" || p.Name == "dateTo"):
		default:
			if interval && p.Name == "date" {
				g.From, g.To = "dateFrom", "dateTo"
			}
			for _, b := range buckets {
				g.Bucket = b.Bucket
				keys = append(keys, GroupKey{name + "_" + b.name, "By the " + strings.ToLower(b.name) + " of `" + p.Name +
					"`. Example of a key: `" + b.example + "`.", g})
			}
		}
	}
	return keys
}

// upper writes a field's name as an enum's value: eventKind is EVENT_KIND.
func upper(name string) string {
	var b strings.Builder
	for _, c := range name {
		if unicode.IsUpper(c) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToUpper(c))
	}
	return b.String()
}

// group reads groups(by:, orderBy:, first:, stats:) and groupCount(by:).
func (r *request) group(page *Page, of connectionOf, s selected, at place) (Group, *Error) {
	args := s.field.ArgumentMap(r.variables)
	var keys []GroupKey
	if of.name == "Relation" {
		keys = RelationGroupKeys(r.o)
	} else {
		keys = GroupKeys(r.o, r.o.Type(of.name))
	}
	by := asString(args["by"])
	g := keys[slices.IndexFunc(keys, func(k GroupKey) bool { return k.Name == by })].Group
	if g.Of == OfRelation && page.Over == OverNodes {
		return g, badInput(nil, "%s(by: %s) has no relation to group by: it is there on relation fields only", at, by)
	}
	if s.field.Name == "groupCount" {
		g.Count = true
		return g, nil
	}
	g.Rows, g.ByKey = true, asString(args["orderBy"]) == "KEY_ASC"
	var err *Error
	if stats := args["stats"]; stats != nil {
		if g.Stats, err = r.number(page, of, asString(stats), at); err != nil {
			return g, err
		}
	}
	g.First, err = size(args, "first", at)
	return g, err
}
