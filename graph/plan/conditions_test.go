package plan_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"councilgraph/graph/plan"
	"councilgraph/graph/store/storetest"
)

const people = `query Q($where: PersonWhere, $more: PersonWhere) { persons(where: $where) { totalCount } more: persons(where: $more) { totalCount } }`

func repeated(n int, v any) []any {
	list := make([]any, n)
	for i := range list {
		list[i] = v
	}
	return list
}

type object = map[string]any

// What says nothing makes no statement.
func TestFiltersAreSimplified(t *testing.T) {
	a := storetest.NewAsker(t)
	named := func(name string) object { return object{"name": object{"eq": name}} }
	for _, c := range []struct{ says, means object }{
		{object{"or": repeated(200, object{})}, nil},
		{object{"or": []any{named("x"), object{}}}, nil},
		{object{"and": []any{}}, nil},
		{object{"and": []any{object{}, named("x"), object{"and": []any{}}}}, named("x")},
		{object{"or": []any{named("x"), object{"or": []any{}}}}, named("x")},
		{object{"not": object{"not": object{}}}, nil},
		{object{"not": object{}}, object{"or": []any{}}},
		{object{"and": []any{named("x"), object{"or": []any{}}}}, object{"or": []any{}}},
		{object{"mentionedIn": object{"some": object{"node": object{"and": []any{}}}}}, object{"mentionedIn": object{"some": object{}}}},
	} {
		roots, ok := a.TryWith(people, object{"where": c.says, "more": c.means})
		if !ok {
			t.Fatalf("%v is refused", c.says)
		}
		says, means := roots[0].Plan.Query.(*plan.Page).Where, roots[1].Plan.Query.(*plan.Page).Where
		if !reflect.DeepEqual(says, means) {
			t.Errorf("%v is planned as %#v, but means %#v", c.says, says, means)
		}
	}
}

// 500 conditions are the limit of a request, however they are spread and wherever they come from.
func TestConditionsAreCounted(t *testing.T) {
	a := storetest.NewAsker(t)
	step := object{"mentionedIn": object{"some": object{}}}
	cube := func(inner any) any {
		return object{"mentionedIn": object{"some": object{"node": object{"and": repeated(9, inner)}}}}
	}
	for name, where := range map[string]object{
		"comparisons":      {"and": repeated(260, object{"name": object{"eq": "x"}})},
		"steps":            {"and": repeated(251, step)},
		"empty objects":    {"or": repeated(501, object{})},
		"values":           {"name": object{"in": repeated(501, "x")}},
		"negations":        {"or": repeated(260, object{"not": object{}})},
		"cubed":            {"and": repeated(9, cube(object{"mentions": object{"some": object{"node": object{"person": object{"and": repeated(9, step)}}}}}))},
		"interval bounds":  {"or": repeated(126, object{"aliases": object{"ne": "x", "contains": "y", "notIn": []any{"z"}}})},
		"of paragraphs":    {"mentionedIn": object{"some": object{"node": object{"or": repeated(251, object{"text": object{"contains": "x"}})}}}},
		"of relations":     {"indictedBy": object{"some": object{"relation": object{"or": repeated(251, object{"from": object{}})}}}},
		"their evidence":   {"indictedBy": object{"some": object{"evidence": object{"or": repeated(251, object{"quote": object{"eq": "x"}})}}}},
		"below a relation": {"mentionedIn": object{"none": object{"node": object{"and": repeated(251, object{"isNull": nil, "text": object{"isNull": true}})}}}},
	} {
		delete(where, "")
		if _, ok := a.TryWith(people, object{"where": where}); ok {
			t.Errorf("%s: more than 500 conditions are planned", name)
		}
	}
	half := object{"name": object{"in": repeated(250, "x")}}
	if _, ok := a.TryWith(people, object{"where": half, "more": half}); !ok {
		t.Error("500 conditions are refused")
	}
	if _, ok := a.TryWith(people, object{"where": half, "more": object{"name": object{"in": repeated(251, "x")}}}); ok {
		t.Error("two root fields have more than 500 conditions together")
	}
	literal := fmt.Sprintf(`{ persons(where: {or: [%s]}) { totalCount } }`, strings.Repeat(`{name: {eq: "x"}},`, 251))
	if _, ok := a.Try(literal); ok {
		t.Error("literals are not counted")
	}
}
