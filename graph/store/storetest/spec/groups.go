package spec

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
)

// groups: "Keys: `2020-11-04`, `2020-W45` (ISO), `2020-11`, `2020-Q4`, `2020`; a bucket holds what lies wholly in it; null: all else. Ties
// by key, null last."
func (e *executor) groups(c connection, field string, args map[string]any) (any, error) {
	by := args["by"].(string)
	name, ofRelation := by, c.of == "Relation"
	if rest, ok := strings.CutPrefix(by, "RELATION_"); ok && !ofRelation {
		name, ofRelation = rest, true
	}
	if ofRelation && !c.here && c.of != "Relation" {
		return nil, errBadInput
	}
	if of := args["stats"]; of != nil {
		if _, err := e.stats(c, nil, of.(string)); err != nil {
			return nil, err
		}
	}
	var properties []*ontology.Property
	if t := e.o.Type(c.of); ofRelation {
		properties = e.o.RelationProperties
	} else if t != nil {
		properties = t.Properties
	}
	byKey := map[any][]row{}
	isText := func(p *ontology.Property) bool { return p.Kind == ontology.String && snake(p.Name) == name }
	text := name == "NAME" || slices.ContainsFunc(properties, isText)
	for _, r := range c.all {
		key := keyOf(name, r, ofRelation, properties)
		byKey[key] = append(byKey[key], r)
	}
	if field == "groupCount" {
		return int64(len(byKey)), nil
	}
	list := []any{}
	for key, rows := range byKey {
		one := group{key: key, rows: rows}
		if name == "NODE" || name == "FROM" || name == "TO" {
			one.node = node{c.g, c.g.Nodes[key.(string)]}
		}
		if of := args["stats"]; of != nil {
			added, err := e.stats(c, rows, of.(string))
			if err != nil {
				return nil, err
			}
			one.stats = added
		}
		list = append(list, one)
	}
	if args["fill"] == true {
		empty, ok := e.empty(name, byKey)
		if !ok {
			return nil, errBadInput
		}
		for _, key := range empty {
			one := group{key: key}
			if args["stats"] != nil {
				one.stats = stats{}
			}
			list = append(list, one)
		}
	}
	slices.SortFunc(list, func(a, b any) int { return compareGroups(a.(group), b.(group), args["orderBy"] == "KEY_ASC", text) })
	return list[:min(len(list), number(args["first"]))], nil
}

// keyOf is the key of the group that a row is in: name says what groups are by.
func keyOf(name string, r row, ofRelation bool, properties []*ontology.Property) (key any) {
	switch {
	case name == "NAME":
		key = r.node.Name
	case name == "NODE":
		key = r.node.ID
	case name == "FROM":
		key = r.relation.From
	case name == "TO":
		key = r.relation.To
	case name == "TYPE" && ofRelation:
		key = r.relation.Type.Name
	case name == "TYPE":
		key = r.node.Type
	}
	for _, p := range properties {
		of := r.relation != nil && ofRelation
		get := func(column string) any {
			if of {
				return r.relation.Properties[column]
			}
			return r.node.Properties[column]
		}
		bucket, ok := strings.CutPrefix(name, snake(p.Name))
		switch {
		case !ok || p.Kind == ontology.Date && !slices.Contains([]string{"_DAY", "_WEEK", "_MONTH", "_QUARTER", "_YEAR"}, bucket):
		case p.Kind == ontology.Date && p.Name == "date" && ontology.HasInterval(properties):
			if key = bucketOf(bucket, get("dateFrom")); key != bucketOf(bucket, get("dateTo")) {
				key = nil
			}
		case p.Kind == ontology.Date:
			key = bucketOf(bucket, get(p.Name))
		case bucket == "" && get(p.Name) != nil:
			key = fmt.Sprint(get(p.Name))
		}
	}
	return key
}

// compareGroups orders groups, greatest first or by key; text keys are folded.
func compareGroups(a, b group, byKey, text bool) int {
	if !byKey && len(a.rows) != len(b.rows) {
		return cmp.Compare(len(b.rows), len(a.rows))
	}
	if text && a.key != nil && b.key != nil {
		if c := strings.Compare(fold.Name(a.key.(string)), fold.Name(b.key.(string))); c != 0 {
			return c
		}
	}
	return nullsLast(a.key, b.key, false)
}

// empty: "Zero buckets on request". ok is false where groups are not by date.
func (e *executor) empty(name string, held map[any][]row) (keys []string, ok bool) {
	i := strings.LastIndexByte(name, '_')
	if i < 0 || !slices.Contains([]string{"_DAY", "_WEEK", "_MONTH", "_QUARTER", "_YEAR"}, name[i:]) {
		return nil, false
	}
	first, last := "9999", ""
	for key := range held {
		if k, ok := key.(string); ok {
			first, last = min(first, k), max(last, k)
		}
	}
	if last == "" {
		return nil, true
	}
	began, _ := time.Parse("2006", first[:4])
	for day := began.AddDate(0, 0, -7); bucketOf("_DAY", day.Format(time.DateOnly)).(string)[:4] <= last[:4]; day = day.AddDate(0, 0, 1) {
		key := bucketOf(name[i:], day.Format(time.DateOnly)).(string)
		if _, there := held[key]; !there && key > first && key < last && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys, true
}

func bucketOf(bucket string, v any) any {
	if v == nil {
		return nil
	}
	day, err := time.Parse(time.DateOnly, v.(string))
	if err != nil {
		panic(err)
	}
	year, week := day.ISOWeek()
	return map[string]string{
		"_DAY": v.(string), "_WEEK": fmt.Sprintf("%04d-W%02d", year, week), "_MONTH": v.(string)[:7], "_YEAR": v.(string)[:4],
		"_QUARTER": fmt.Sprintf("%s-Q%d", v.(string)[:4], (int(day.Month())-1)/3+1),
	}[bucket]
}

// stats: "count, sum, min, max, mean of a number over what the connection lists (null sum and mean over nothing)".
func (e *executor) stats(c connection, rows []row, of string) (any, error) {
	name, ofRelation := of, c.of == "Relation"
	if rest, ok := strings.CutPrefix(of, "RELATION_"); ok && !ofRelation {
		name, ofRelation = rest, true
	}
	if ofRelation && !c.here && c.of != "Relation" {
		return nil, errBadInput
	}
	added := stats{}
	for _, r := range rows {
		var properties map[string]any
		if ofRelation {
			properties = r.relation.Properties
		} else {
			properties = r.node.Properties
		}
		for property, v := range properties {
			switch v := v.(type) {
			case int64:
				if snake(property) == name {
					added = append(added, float64(v))
				}
			case float64:
				if snake(property) == name {
					added = append(added, v)
				}
			}
		}
	}
	slices.Sort(added)
	return added, nil
}

func (s stats) field(name string) any {
	sum := 0.0
	for _, n := range s {
		sum += n
	}
	switch {
	case name == "count":
		return int64(len(s))
	case len(s) == 0:
		return nil
	case name == "sum":
		return sum
	case name == "min":
		return slices.Min(s)
	case name == "max":
		return slices.Max(s)
	}
	return sum / float64(len(s))
}
