package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store/storetest"
)

// Of two queries the second is more work, by so many times at least, on a graph with a hub.
func TestWork(t *testing.T) {
	a := storetest.NewAsker(t)
	sizes := &plan.Sizes{Planning: plan.Planning{Step: 1500, Pairs: 10_000}, Nodes: map[string]int{}, Relations: map[string]int{},
		Degrees: map[*ontology.Field][]int{}, Lengths: map[string]int{"text": 800, "quote": 250}}
	for _, typ := range a.Ontology.Types {
		sizes.Nodes[typ.Name] = 1000
		for _, f := range typ.Fields {
			sizes.Relations[f.Relation.Name], sizes.Degrees[f] = 30_000, []int{5_000}
		}
	}
	work := func(query string) (total int) {
		for _, r := range a.Plans(t, query) {
			total += r.Plan.Cost + r.Plan.Work(sizes)
		}
		return total
	}
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		less, more string
		times      float64
	}{
		"long text": {`{ paragraphs(first: 1000) { nodes { id } } }`, `{ paragraphs(first: 1000) { nodes { text } } }`, 3},
		"quotes": {`{ relations(first: 1000) { nodes { evidence(first: 9) { id } } } }`,
			`{ relations(first: 1000) { nodes { evidence(first: 9) { quote } } } }`, 2},
		"aliases": {`{ paragraphs(first: 1000) { nodes { text } } }`,
			`{ paragraphs(first: 1000) { nodes {` + many(90, "t%d: text ") + `} } }`, 50},
		"a filter": {`{ persons(first: 1) { nodes { id } } }`,
			`{ persons(first: 1, where: {name: {contains: "x"}}) { nodes { id } } }`, 1.1},
		"one that leads": {`{ persons(first: 1, where: {name: {eq: "x"}}) { nodes { id } } }`,
			`{ persons(first: 1, where: {name: {contains: "x"}}) { nodes { id } } }`, 1.5},
		"an order by name": {`{ place(name: "x") { mentionedIn(first: 1, orderBy: [{name: ASC}]) { nodes { id } } } }`,
			`{ place(name: "x") { mentionedIn(first: 1, orderBy: [{text: ASC}]) { nodes { id } } } }`, 3},
		"two filters": {`{ a: paragraphs(first: 1, where: {text: {contains: "x"}}) { nodes { id } } }`,
			`{ a: paragraphs(first: 1, where: {text: {contains: "x", endsWith: "y"}}) { nodes { id } } }`, 1.7},
		"a quantifier": {`{ persons(first: 1, where: {name: {contains: "x"}}) { nodes { id } } }`,
			`{ persons(first: 1, where: {mentionedIn: {some: {node: {text: {contains: "x"}}}}}) { nodes { id } } }`, 6},
		"quantifiers of": {`{ persons(first: 0, where: {mentionedIn: {some: {}}}) { totalCount } }`,
			`{ persons(first: 0, where: {mentionedIn: {some: {node: {mentions: {some: {}}}}}}) { totalCount } }`, 2},
		"a hub": {`{ place(name: "x") { mentionedIn(first: 1) { nodes { id } } } }`,
			`{ place(name: "x") { mentionedIn(first: 1, where: {text: {contains: "x"}}) { nodes { id } } } }`, 18},
		"a hub again": {`{ places(first: 1) { nodes { mentionedIn(first: 1, orderBy: [{text: ASC}]) { nodes { id } } } } }`,
			`{ places(first: 100) { nodes { mentionedIn(first: 1, orderBy: [{text: ASC}]) { nodes { id } } } } }`, 3},
		"an order of count": {`{ persons(first: 1, orderBy: [{name: ASC}]) { nodes { id } } }`,
			`{ persons(first: 1, orderBy: [{mentionedInCount: ASC}]) { nodes { id } } }`, 2},
		"groups": {`{ events(first: 0) { totalCount } }`, `{ events(first: 0) { groups(by: DATE_DAY) { key } } }`, 1.5},
		"a walk": {`{ paths(from: "a", to: "b", maxLength: 1) { length } }`,
			`{ paths(from: "a", to: "b", maxLength: 8) { length } }`, 3},
		"its filter": {`{ neighborhood(of: ["a"]) { truncated } }`,
			`{ neighborhood(of: ["a"], where: {evidence: {quote: {contains: "x"}}}) { truncated } }`, 2},
		"what is near": {`{ neighborhood(of: ["a"], depth: 2, perNode: 9) { nodes { id } } }`,
			`{ neighborhood(of: ["a"], depth: 2, perNode: 9) { nodes { relations(first: 0) { groups(by: TO) { key } } } } }`, 2},
		"near and counted": {`{ neighborhood(of: ["a"], depth: 2, perNode: 9) { nodes { id } } }`,
			`{ neighborhood(of: ["a"], depth: 2, perNode: 9) { nodes { relations(first: 0) { totalCount } } } }`, 1.5},
		"what paths are by": {`{ paths(from: "a", to: "b", maxLength: 1) { hops { relations { id } } } }`,
			`{ paths(from: "a", to: "b", maxLength: 1) { hops { relations { to { relations(first: 0) { totalCount } } } } } }`, 1.5},
		"what differs": {`{ compareReports(base: "a", head: "b") { added { id } } }`,
			`{ compareReports(base: "a", head: "b") { added { to { relations(first: 0) { groups(by: TO) { key } } } } } }`, 50},
		"figures compared": {`{ compareReports(base: "a", head: "b") { figures { of { id } } } }`,
			`{ compareReports(base: "a", head: "b") { figures { of { relations(first: 0) { groups(by: TO) { key } } } } } }`, 50},
		"how much there is": {`{ person(name: "x") { name } }`, `{ graph { version } }`, 100},
		"a filtered search": {`{ search(text: "a", first: 1) { totalCount } }`,
			`{ search(text: "a", first: 1, where: {paragraph: {text: {contains: "x"}}}) { totalCount } }`, 2},
		"a search": {`{ search(text: "a", first: 1) { totalCount } }`,
			`{ search(text: "a", first: 1, where: {paragraph: {text: {contains: "x", endsWith: "y"}}}) { totalCount } }`, 3},
		"steps to plan": {`{ person(name: "x") { mentionedIn(first: 0) { totalCount } } }`,
			`{ person(name: "x") {` + many(60, "m%d: mentionedIn(first: 0) { totalCount }") + `} }`, 30},
		"steps to filter": {`{ persons(first: 1, where: {mentionedIn: {some: {}}}) { nodes { id } } }`,
			`{ persons(first: 1, where: {and: [` + many(20, "{mentionedIn: {count: {gt: %d}}}, ") + `]}) { nodes { id } } }`, 50},
	} {
		if less, more := work(c.less), work(c.more); float64(more) < c.times*float64(less) {
			t.Errorf("%s: %d, not %v times %d", name, more, c.times, less)
		}
	}
}
