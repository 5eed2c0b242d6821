package store

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
)

// Told is a statement on a relation with the report that made it: what a store keeps, and what relations are computed from.
type Told struct {
	ReportKey  string // Header.Key of the report
	Properties map[string]any
	Ordinal    int
	Evidence   *Evidence
	Linked     bool // it is a Reference's
}

// Report is the id of the report that made the statement.
func (t Told) Report() string { return t.ReportKey[strings.LastIndexByte(t.ReportKey, '|')+1:] }

// Day is the day from which the statement counts.
func (t Told) Day() string { return t.ReportKey[:strings.IndexByte(t.ReportKey, '|')] }

// Relation is what the statements on one relation add up to.
type Relation struct {
	ID, From, To string
	Type         *ontology.Relation
	Properties   map[string]any
	Ordinal      int // the least of the statements'
	// FirstTold is the day of the earliest statement.
	FirstTold   string
	ReportCount int
	// Told are the statements, in the order in which evidence is served: newest report first, then by place in the text. Equal ones stand
	// once.
	Told []Told
}

// EvidenceID is the id of the i-th piece of evidence.
func (r Relation) EvidenceID(i int) string {
	return evidenceID(r.ID, r.Told[i].Evidence, strconv.Itoa(r.Told[i].Ordinal), EncodeProperties(r.Told[i].Properties))
}

func evidenceID(owner string, e *Evidence, more ...string) string {
	return ontology.EvidenceID(append([]string{owner, e.Paragraph, strconv.Itoa(e.Start), strconv.Itoa(e.End), e.Rule}, more...)...)
}

// Ends puts the ends of a relation in the order in which it is stored: a symmetric one goes from the smaller id to the larger.
func Ends(t *ontology.Relation, from, to string) (string, string) {
	if t.Symmetric && to < from {
		return to, from
	}
	return from, to
}

// Relations computes what the statements on one (type, from, to) add up to; from and to are as stored. It depends on the set of statements
// alone, so the order of loading makes no difference. A statement that says less than another joins the one relation that says more, if
// there is exactly one (design: One fact, one relation). The relations come by id.
func Relations(t *ontology.Relation, from, to string, told []Told) []Relation {
	if len(told) == 1 {
		return []Relation{sum(t, t.ID(from, to, keyOf(t, told[0].Properties)...), from, to, told, told)}
	}
	groups := map[string][]Told{}
	keys := map[string]key{}
	for _, s := range told {
		k := keyOf(t, s.Properties)
		id := t.ID(from, to, k...)
		groups[id] = append(groups[id], s)
		keys[id] = k
	}
	ids := slices.Sorted(maps.Keys(groups))
	above := func(id string) (more []string) { // those that say more
		for _, other := range ids {
			if keys[id].saysLess(keys[other], t.KeyInterval) {
				more = append(more, other)
			}
		}
		return more
	}
	maximal := map[string]bool{}
	for _, id := range ids {
		maximal[id] = len(above(id)) == 0
	}
	var relations []Relation
	joined := map[string][]Told{}
	for _, id := range ids {
		into := id
		if !maximal[id] {
			if most := slices.DeleteFunc(above(id), func(o string) bool { return !maximal[o] }); len(most) == 1 {
				into = most[0]
			}
		}
		joined[into] = append(joined[into], groups[id]...)
	}
	for _, id := range slices.Sorted(maps.Keys(joined)) {
		// The key as stated by those that state it whole; what joined them may only add other properties.
		relations = append(relations, sum(t, id, from, to, groups[id], joined[id]))
	}
	return relations
}

// key holds the folded values of the key properties, "" where absent; with KeyInterval the last two are dateFrom and dateTo.
type key []string

func keyOf(t *ontology.Relation, properties map[string]any) key {
	k := make(key, 0, len(t.Key)+2)
	for _, p := range t.Key {
		s, _ := properties[p.Name].(string)
		if p.Kind == ontology.String {
			s = fold.Name(s)
		}
		k = append(k, s)
	}
	if t.KeyInterval {
		from, _ := properties["dateFrom"].(string)
		to, _ := properties["dateTo"].(string)
		k = append(k, from, to)
	}
	return k
}

func (a key) saysLess(b key, interval bool) bool {
	texts := len(a)
	if interval {
		texts -= 2
		from, to := a[texts], a[texts+1]
		bFrom, bTo := b[texts], b[texts+1]
		absent := from == "" && to == ""
		contains := bFrom != "" && from <= bFrom && bTo <= to
		if !absent && !contains {
			return false
		}
	}
	for i := range texts {
		if a[i] != "" && a[i] != b[i] {
			return false
		}
	}
	return !slices.Equal(a, b)
}

// newestFirst is the order in which evidence is served; equal statements stand side by side.
func newestFirst(a, b Told) int {
	c := cmp.Compare(b.ReportKey, a.ReportKey)
	if c == 0 && a.Evidence != nil && b.Evidence != nil {
		c = compareEvidence(*a.Evidence, *b.Evidence)
	}
	if c = cmp.Or(c, cmp.Compare(a.Ordinal, b.Ordinal)); c == 0 {
		c = cmp.Or(cmp.Compare(EncodeProperties(a.Properties), EncodeProperties(b.Properties)), boolean(a.Linked)-boolean(b.Linked))
	}
	return c
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

func compareEvidence(a, b Evidence) int {
	return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Rule, b.Rule))
}

// sum adds statements up to one relation: whole are those that state its key, all those and the ones that joined.
func sum(t *ontology.Relation, id, from, to string, whole, all []Told) Relation {
	slices.SortFunc(all, newestFirst)
	all = slices.CompactFunc(all, func(a, b Told) bool {
		return a.ReportKey == b.ReportKey && a.Ordinal == b.Ordinal && maps.Equal(a.Properties, b.Properties) &&
			(a.Evidence == b.Evidence || a.Evidence != nil && b.Evidence != nil && *a.Evidence == *b.Evidence)
	})
	r := Relation{ID: id, Type: t, From: from, To: to, Properties: properties(t, whole, all), Told: all, Ordinal: all[0].Ordinal, FirstTold: all[0].Day()}
	if r.ReportCount = 1; len(all) == 1 {
		return r
	}
	reports := map[string]bool{}
	for _, s := range all {
		r.Ordinal = min(r.Ordinal, s.Ordinal)
		r.FirstTold = min(r.FirstTold, s.Day())
		reports[s.ReportKey] = true
	}
	r.ReportCount = len(reports)
	return r
}

// Properties are those that these statements of one relation add up to.
func Properties(t *ontology.Relation, told []Told) map[string]any { return properties(t, told, told) }

func properties(t *ontology.Relation, whole, all []Told) map[string]any {
	made := map[string]any{}
	if len(whole) == 1 && len(all) == 1 {
		for _, p := range t.Properties {
			if v, ok := all[0].Properties[p.Name]; ok {
				made[p.Name] = v
			}
		}
		return made
	}
	for _, p := range t.Properties {
		from := all
		if slices.Contains(t.Key, p) || t.KeyInterval && p.Kind == ontology.Date && (p.Name == "date" || p.Name == "dateFrom" || p.Name == "dateTo") {
			from = whole
		}
		if v, ok := newest(p, from); ok {
			made[p.Name] = v
		}
	}
	if !t.KeyInterval {
		interval(made, t, all)
	}
	return made
}

// interval takes date, dateFrom and dateTo from one statement, the newest that states a date: parts of two would make an interval that
// nobody stated.
func interval(properties map[string]any, t *ontology.Relation, told []Told) {
	if t.Property("dateFrom") == nil {
		return
	}
	var stated []Told
	for _, s := range told {
		if _, ok := s.Properties["dateFrom"]; ok {
			stated = append(stated, s)
		}
	}
	if len(stated) == 0 {
		return
	}
	last := latest(stated)
	for _, name := range []string{"date", "dateFrom", "dateTo"} {
		delete(properties, name)
		if v, ok := last.Properties[name]; ok {
			properties[name] = v
		}
	}
}

// latest is the newest report's last word.
func latest(told []Told) Told {
	return slices.MaxFunc(told, func(a, b Told) int {
		c := cmp.Compare(a.ReportKey, b.ReportKey)
		if c == 0 && a.Evidence != nil && b.Evidence != nil {
			c = compareEvidence(*a.Evidence, *b.Evidence)
		}
		if c == 0 {
			c = cmp.Compare(EncodeProperties(a.Properties), EncodeProperties(b.Properties))
		}
		return c
	})
}

// newest is the value of a property in the newest statement that states it; of a @furthest one, the furthest in the newest report that
// states one.
func newest(p *ontology.Property, told []Told) (any, bool) {
	var stated []Told
	for _, s := range told {
		if _, ok := s.Properties[p.Name]; ok {
			stated = append(stated, s)
		}
	}
	if len(stated) == 0 {
		return nil, false
	}
	last := latest(stated)
	if !p.Furthest {
		return last.Properties[p.Name], true
	}
	furthest := -1
	for _, s := range stated {
		if s.ReportKey == last.ReportKey {
			furthest = max(furthest, slices.Index(p.Values, s.Properties[p.Name].(string)))
		}
	}
	return p.Values[furthest], true
}
