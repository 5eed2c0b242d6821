package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// group counts rows by a value.
func (g *Graph) group(by plan.Group, rows []subject) []plan.Value {
	byKey := map[plan.Value][]subject{}
	for _, r := range rows {
		key := groupKey(by, g.value(by.Of, r, by.From), g.value(by.Of, r, by.To))
		byKey[key] = append(byKey[key], r)
	}
	var groups []plan.Value
	for key, rows := range byKey {
		group := []plan.Value{key, int64(len(rows)), nil, nil}
		if by.Stats != nil {
			group[2] = g.numbers(*by.Stats, rows)
		}
		if by.Node != nil {
			group[3] = g.nodeTuple(by.Node, key.(string))
		}
		groups = append(groups, group)
	}
	slices.SortFunc(groups, func(a, b plan.Value) int {
		x, y := a.([]plan.Value), b.([]plan.Value)
		byCount := 0
		if !by.ByKey {
			byCount = cmp.Compare(y[1].(int64), x[1].(int64))
		}
		return cmp.Or(byCount, compareGroupKeys(by.Kind, x[0], y[0]))
	})
	value := make([]plan.Value, 2)
	if by.Rows {
		value[0] = append([]plan.Value{}, groups[:min(len(groups), by.First)]...)
	}
	if by.Count {
		value[1] = int64(len(groups))
	}
	return value
}

// value is a column of a row's node or relation.
func (g *Graph) value(of plan.Subject, row subject, column string) plan.Value {
	if of == plan.OfNode {
		return g.column(subject{node: row.node}, column)
	}
	return g.column(subject{relation: row.relation}, column)
}

// numbers are those of rows that have one.
func (g *Graph) numbers(sum plan.Sum, rows []subject) []plan.Value {
	numbers := []plan.Value{}
	for _, r := range rows {
		if v := g.value(sum.Of, r, sum.Column); v != nil {
			numbers = append(numbers, v)
		}
	}
	return numbers
}

// groupKey is the key of an interval, or of a value that is given as both its ends.
func groupKey(by plan.Group, from, to plan.Value) plan.Value {
	if from == nil || to == nil {
		return nil
	}
	key := bucket(by.Bucket, from)
	if bucket(by.Bucket, to) != key {
		return nil
	}
	return key
}

// bucket is the key of a value, or of the bucket in which a day lies.
func bucket(b plan.Bucket, v plan.Value) string {
	if b == plan.NoBucket {
		return fmt.Sprint(v)
	}
	day, err := time.Parse(time.DateOnly, v.(string))
	if err != nil {
		panic(err) // no store holds such a date
	}
	switch b {
	case plan.Day:
		return day.Format(time.DateOnly)
	case plan.Week:
		year, week := day.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case plan.Month:
		return day.Format("2006-01")
	case plan.Quarter:
		return fmt.Sprintf("%04d-Q%d", day.Year(), (day.Month()+2)/3)
	case plan.Year:
		return day.Format("2006")
	}
	panic(fmt.Sprintf("the oracle knows no bucket %d", b))
}

// compareGroupKeys: text folded, then as written; all others as written; nil last.
func compareGroupKeys(kind ontology.Kind, a, b plan.Value) int {
	switch {
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	x, y := a.(string), b.(string)
	if kind == ontology.String {
		return cmp.Or(strings.Compare(fold.Name(x), fold.Name(y)), strings.Compare(x, y))
	}
	return strings.Compare(x, y)
}
