package storetest

import (
	"slices"
	"testing"
	"unicode/utf8"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// valued holds values of every kind, in every place where a request may put one but in the words of a search.
const valued = `query Q($s: String!, $id: ID!, $n: Int!, $x: Float!, $yes: Boolean!, $d: Date!, $kind: EventKind!, $type: RelationType!, $cursor: String) {
	persons(where: {name: {eq: $s, ne: $s, in: [$s], notIn: [$s, $s], lt: $s, lte: $s, gt: $s, gte: $s, contains: $s,
		startsWith: $s, endsWith: $s}, aliases: {contains: $s, ne: $s}, id: {eq: $id, notIn: [$id]},
		or: [{positions: {some: {relation: {title: {contains: $s}, former: {eq: $yes}, since: {gte: $d}, type: {eq: $type}},
			evidence: {quote: {startsWith: $s}, report: {symbol: {eq: $s}}}}, count: {gt: $n}}},
			{not: {indictedBy: {all: {node: {name: {eq: $s}}}}}}]}) {
		totalCount groups(by: NAME) { key } nodes { indictedBy(relation: {date: {lte: $d}}, evidence: {rule: {eq: $s}}) { totalCount
			nodeCount } mentionedIn(where: {number: {lt: $n}, text: {contains: $s}}) { totalCount } } }
	observations(where: {value: {lt: $x, in: [$x]}, approximate: {ne: $yes}}, orderBy: [{value: DESC}], after: $cursor, asOf: $d) {
		nodes { name evidence(first: 3, after: $id) { quote } } pageInfo { hasPreviousPage } }
	events(where: {date: {lt: $d, eq: $d}, eventKind: {in: [$kind]}}, last: 3) { nodes { name } groups(by: DATE_WEEK) { key count } }
	person(name: $s) { name } report(symbol: $s) { name } resolution(number: $n) { name } period(start: $d, end: $d) { name }
		court(id: $id, asOf: $d) { name } }`

// FuzzValues puts any values into a request: the statement that answers it, which text writes, has the same text as with others. So no
// value is ever read as a part of it.
func FuzzValues(f *testing.F, text func(plan.Query) string) {
	a := NewAsker(f)
	kinds := a.Schema.Types["EventKind"].EnumValues
	types := a.Ontology.Relations
	statements := func(t testing.TB, s string, n int32, x float64, yes bool, day string) (all []string) {
		variables := map[string]any{"s": s, "id": s, "n": int64(n), "x": x, "yes": yes, "d": day,
			"kind": kinds[int(uint32(n))%len(kinds)].Name, "type": types[int(uint32(n))%len(types)].Name}
		operation := a.Parse(valued)
		if operation == nil {
			t.Fatal("the query is invalid")
		}
		roots, _ := a.plan(operation, variables)
		cursor, err := roots[1].Plan.Query.(*plan.Page).Cursor([]plan.Value{x, s})
		if err != nil {
			t.Fatal(err)
		}
		variables["cursor"] = cursor
		roots, _ = a.plan(operation, variables)
		for _, r := range roots {
			if r.Err != nil {
				t.Fatalf("%s: %v", r.Key, r.Err)
			}
			all = append(all, text(r.Plan.Query))
		}
		return all
	}
	// what folds to nothing, as a name or as text, matches nothing, so there are as many shapes as ways to fold
	folds := func(s string) [2]bool { return [2]bool{fold.Name(s) == "", fold.Plain(s) == ""} }
	wanted := map[[2]bool][]string{folds("Ann"): statements(f, "Ann", 1, 1.5, true, "2020-01-01")}
	attacks := []string{"' OR 1=1 --", `"}) DETACH DELETE n //`, "$p0", "?1", "null", "';DROP TABLE node;"}
	for i, s := range slices.Concat(texts, spellings, attacks) {
		f.Add(s, int32(i), float64(i)-0.5, i%2 == 0, calendar[i%len(calendar)])
	}
	f.Fuzz(func(t *testing.T, s string, n int32, x float64, yes bool, day string) {
		if s == "" || !utf8.ValidString(s) || x-x != 0 || !ontology.IsDay(day) {
			return // refused before it comes to a statement, or no value of a variable
		}
		all := statements(t, s, n, x, yes, day)
		want, met := wanted[folds(s)]
		if !met {
			want, wanted[folds(s)] = all, all
		}
		for i, got := range all {
			if got != want[i] {
				t.Errorf("with %q, %d, %v, %v, %s the statement is\n%s\nand with others\n%s", s, n, x, yes, day, got, want[i])
			}
		}
	})
}
