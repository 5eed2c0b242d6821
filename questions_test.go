package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"councilgraph/graph"
	"councilgraph/graph/ontology"
	"councilgraph/graph/playground"
	"councilgraph/graph/store"
	"councilgraph/graph/store/neo4j"
	"councilgraph/graph/store/neo4j/neo4jtest"
	"councilgraph/graph/store/sqlite"
	"councilgraph/loader"
	"councilgraph/reports"
)

// questions are asked of both stores, which must answer the same bytes in so many statements: one for each root field that asks for
// something (two of a search, if it finds many).
var questions = []struct {
	query      string
	statements uint64
	gathered   uint64 // the same on a store that answers several root fields as one
}{
	{`{ reports(first: 10) { totalCount nodes { series symbol restates title date distributed covers { name }
		submittedUnder { nodes { name number year } } concerns { nodes { __typename name } } follows { nodes { restates } } } } }`, 1, 1},
	{`{ person(name: "thaci") { name aliases indictedBy { edges { node { name } relation { status charge date from { name }
		evidence { quote start end rule paragraph { name part number } } } } } } }`, 1, 1},
	{`{ court(name: "kosovo specialist chambers") { indicted { totalCount nodes { name } } two: indicted(first: 2) { edges { cursor } pageInfo { hasNextPage hasPreviousPage } } } }`, 1, 1},
	{`{ relations(first: 1000) { totalCount nodes { id type date dateFrom dateTo title former status charge item personnel role
		reportCount evidenceCount evidence(first: 2) { quote paragraph { text number } report { name } } }
		pageInfo { endCursor hasNextPage } } }`, 1, 1},
	{`{ relations(last: 500) { nodes { id from { id name } to { id name } } pageInfo { startCursor hasPreviousPage } } }`, 1, 1},
	{`{ observations(first: 100) { nodes { name metric value unit approximate date breakdown of { __typename name }
		evidence { quote } } } events(first: 100) { nodes { name eventKind date dateFrom dateTo
		description participants { nodes { name } edges { relation { role } } } occurredAt { nodes { name } } } } }`, 2, 1},
	{`{ paragraphs(first: 200) { nodes { name part paragraphKind number occurrence position heading text mentions(first: 3) { totalCount edges { cursor node { name } } } } } }`, 1, 1},
	{`{ person(name: "nobody at all") { name } report(symbol: "S/1900/1") { title } persons(first: 2000) { totalCount } }`, 2, 1},
	{`{ report(symbol: "S/2012/603") { name follows { nodes { name } edges { relation { evidence { quote } } } } followedBy { nodes { name } } } }`, 1, 1},
	{`{ report(symbol: "S/2013/72") { covers { start end coveredBy { nodes { name } } } addressedTo { nodes { name } } transmittedBy { nodes { name } } submittedBy { nodes { name } } } }`, 1, 1},
	{`{ period(start: "2020-10-01", end: "2020-12-31") { name coveredBy { totalCount nodes { name } } } }`, 1, 1},
	{`{ resolution(number: 1244) { name year basisOf { totalCount nodes { name } } mentionedIn(first: 5) { totalCount nodes { name } pageInfo { hasNextPage } } } }`, 1, 1},
	{`{ place(name: "Kosovo") { name aliases placeKind subjectOf { totalCount } operators { nodes { name } } observations(first: 3) { totalCount nodes { name } } } }`, 1, 1},
	{`{ place(name: "the hague") { transferredHere { nodes { name positions { nodes { name } edges { relation { title former } } } } } } }`, 1, 1},
	{`{ organization(name: "eulex") { organizationKind aliases cooperatesWith { nodes { name } edges { relation { evidenceCount } } } operatesIn { nodes { name } } members { totalCount } } }`, 1, 1},
	{`{ organization(name: "KFOR") { observations { nodes { metric value breakdown date } } contributors(first: 10) { totalCount edges { node { name } relation { personnel } } } } }`, 1, 1},
	{`{ persons(last: 3) { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }`, 1, 1},
	{`{ courts { totalCount nodes { name indicted { totalCount } convicted { totalCount } acquitted { totalCount } } } }`, 1, 1},
	{`{ places(first: 40) { nodes { name placeKind aliases occurrences(first: 2) { nodes { name } } } } }`, 1, 1},
	{`{ events(last: 10) { edges { cursor node { description participants(last: 1) { nodes { name } } } } } }`, 1, 1},
	{`{ entities(first: 20) { edges { cursor relation { id } node { __typename ... on Person { indictedBy { totalCount } }
		... on Court { indicted { totalCount } } ... on Paragraph { number } } } } }`, 1, 1},
	{`{ a: persons(first: 2) { nodes { name } } b: persons(first: 2) { nodes { id name: aliases } } ... on Query { a: persons(first: 2) { totalCount } } }`, 2, 1},
	{`query Q($yes: Boolean = true, $n: Int = 3) { persons(first: $n) { nodes { name @include(if: $yes) id @skip(if: $yes) } } }`, 1, 1},
	{`{ entities(first: 10) { nodes { ...F ... on Node { __typename } } } } fragment F
		on Entity { name relations(types: [MENTIONS, HELD_POSITION], direction: IN, first: 2) { totalCount nodes { type title } } }`, 1, 1},
	{`{ node(id: "x") { id } nodes(ids: ["x", "y"]) { id } entity(id: "x") { name } relation(id: "x") { type } }`, 6, 4},
	{`{ period(start: "2020-13-01", end: "2020-12-31") { id } person { id } both: person(id: "x", name: "y") { id } }`, 0, 0},
	{`{ person(name: "selimi") { name positions { edges { node { __typename name } relation { title former since until } } }
		involvedIn { nodes { name } edges { relation { role } } } mentionedIn(first: 3) { nodes { name } } } }`, 1, 1},
	{`{ observations(last: 5) { nodes { name } pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } }`, 1, 1},
	{`{ reports { nodes { sourceName contentHash language relations(first: 100, direction: OUT) { totalCount nodes { type to { __typename name } evidenceCount } } } } }`, 1, 1},
	{`{ reports(orderBy: [{sentences: DESC}]) { nodes { coverage { sentences sentencesWithFact silent(first: 3) { id quote start end paragraph { name } } } } } }`, 1, 1},
	{`{ reports(first: 2) { nodes { paragraphs(last: 2) { nodes { number heading } edges { cursor } pageInfo { hasNextPage hasPreviousPage } } } } }`, 1, 1},
	{`{ __typename persons(first: 0) { totalCount nodes { id } pageInfo { hasNextPage startCursor } } }`, 1, 1},
	{`{ persons(where: {indictedBy: {some: {node: {name: {contains: "court"}}}}}, orderBy: [{indictedByCount: DESC}, {name: ASC}]) {
		totalCount nodes { name indictedBy { totalCount nodeCount } } } }`, 1, 1},
	{`{ persons(where: {or: [{name: {startsWith: "h"}}, {aliases: {contains: "i"}}], not: {positions: {none: {}}}},
		orderBy: [{name: DESC}], first: 5) { nodes { name aliases } pageInfo { hasNextPage endCursor } } }`, 1, 1},
	{`{ organizations(where: {positionHolders: {count: {gte: 1}}}, orderBy: [{positionHoldersCount: DESC}, {name: ASC}]) {
		nodes { name positionHolders(orderBy: [{relation: {title: ASC}}]) { edges { node { name } relation { title former } } } } } }`, 1, 1},
	{`{ relations(where: {type: {in: [INDICTED_BY, ARRESTED_BY, CONVICTED_BY]}, date: {gte: "2012-01-01", lte: "2020-12-31"}},
		orderBy: [{date: DESC}]) { totalCount nodes { type date dateFrom from { name } to { name } } } }`, 1, 1},
	{`{ relations { totalCount groups(by: TYPE) { key count } groupCount(by: TYPE) months: groups(by: DATE_MONTH, orderBy: KEY_ASC)
		{ key count } weeks: groups(by: DATE_WEEK, first: 5) { key count } } }`, 1, 1},
	{`{ events(orderBy: [{date: ASC}, {name: ASC}]) { groups(by: EVENT_KIND) { key count } quarters: groups(by: DATE_QUARTER, orderBy: KEY_ASC) { key count } nodes { name date } } }`, 1, 1},
	{`{ entities(where: {type: {in: [Organization, Place]}}, orderBy: [{name: ASC}], last: 7) { groups(by: TYPE) { key count } nodes { __typename name } } }`, 1, 1},
	{`{ paragraphs(where: {text: {contains: "kfor"}, mentions: {some: {node: {place: {name: {eq: "kosovo"}}}}}},
		orderBy: [{report: {date: DESC}}, {position: ASC}], first: 8) { totalCount nodes { number report { date } } } }`, 1, 1},
	{`{ reports(asOf: "2012-07-15", orderBy: [{date: DESC}]) { totalCount nodes { date restates observations { totalCount }
		events { totalCount } } } persons(asOf: "2012-07-15") { totalCount nodes { name mentionedIn { totalCount } } }
		today: persons { totalCount } }`, 3, 1},
	{`{ observations(where: {metric: {eq: TROOP_STRENGTH}, value: {gt: 100}}, orderBy: [{value: DESC}, {date: ASC}]) { nodes { value date approximate of { name } report { date } } } }`, 1, 1},
	{`{ place(name: "kosovo") { mentionedIn(where: {report: {series: {eq: "KFOR"}}}, evidence: {quote: {contains: "kosovo"}}) {
		totalCount nodes { number } } subjectOf(asOf: "2012-12-31") { totalCount } } }`, 1, 1},
	{`{ relations(where: {evidence: {quote: {contains: "indict"}}, from: {person: {}}}, orderBy: [{type: ASC}, {date: DESC}]) {
		totalCount nodes { type evidence(first: 3) { quote report { name } } } } }`, 1, 1},
	{`{ search(text: "kosovo force", first: 5) { totalCount edges { match node { __typename name } snippet highlights { start end } } } }`, 2, 2},
	{`{ timeline(from: "2012-01-01", to: "2020-12-31", first: 10) { totalCount nodes { __typename ... on Event { name } ... on Relation { type date from { name } to { name } } } } }`, 1, 1},
	{`{ organization(name: "UNMIK") { contributors(first: 0) { stats(of: RELATION_PERSONNEL) { count sum min max mean }
		groups(by: NODE, stats: RELATION_PERSONNEL, first: 30) { count node { id name } stats { count sum mean } } } } }`, 1, 1},
	{`{ relations(where: {type: {in: [ARRESTED_BY, CONVICTED_BY]}}, first: 0) { from: groups(by: FROM, first: 10) { count
		node { name } } to: groups(by: TO, first: 10) { count node { name } } years: groups(by: DATE_YEAR, orderBy: KEY_ASC,
		fill: true, first: 100) { key count } } }`, 1, 1},
	{`{ series(metric: CASUALTIES, of: "Kosovo", first: 20) { totalCount nodes { value date breakdown evidence(first: 1) { quote stated { date } } } } }`, 2, 2},
	{`{ graph { version reports nodes relations evidence } person(name: "thaci", asOf: "2013-01-31") { asOf mentionedInCount
		positions { edges { node { name } relation { asOf title former evidence { stated { title former } } } } } } }`, 2, 2},
	{`{ paragraphs(where: {text: {contains: "€"}}, first: 3) { totalCount nodes { name } }
		articles: paragraphs(where: {text: {contains: "The police"}}, first: 3) { totalCount nodes { name } } }`, 2, 1},
}

// real are reports as they were issued. Where they are at hand the first is asked over, and with REAL_REPORTS=1 all.
var real = []string{"kfor-2020-q4", "kfor-2006-05", "kfor-2016-q2", "unmik/unmik_S_2000_538", "unmik/unmik_S_2004_613", "unmik/unmik_S_2006_45", "unmik/unmik_S_2008_354", "unmik/unmik_S_2009_149",
	"unmik/unmik_S_2009_497", "unmik/unmik_S_2010_169", "unmik/unmik_S_2010_562", "unmik/unmik_S_2011_514", "unmik/unmik_S_2012_275", "unmik/unmik_S_2012_603", "unmik/unmik_S_2013_72",
	"unmik/unmik_S_2014_305", "unmik/unmik_S_2015_579", "unmik/unmik_S_2016_407", "unmik/unmik_S_2017_640", "unmik/unmik_S_2018_407", "unmik/unmik_S_2018_981"}

// issued is where one of them would be.
func issued(name string) string {
	return filepath.Join("..", "shared", "reports", filepath.FromSlash(name)+".md")
}

func atHand(name string) bool {
	_, err := os.Stat(issued(name))
	return err == nil
}

// TestBothStoresAnswerTheSameBytes asks the questions, and the playground's, over the bundled reports and some as they were issued.
func TestBothStoresAnswerTheSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	o, err := ontology.Read("schema.graphqls", schema)
	if err != nil {
		t.Fatal(err)
	}
	embedded, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"), o)
	if err != nil {
		t.Fatal(err)
	}
	want := answers(t, o, embedded, embedded.Statements, 1)
	t.Run("Neo4j", func(t *testing.T) {
		server, err := neo4j.Open(context.Background(), neo4jtest.Start(t), "", "", o)
		if err != nil {
			t.Fatal(err)
		}
		got := answers(t, o, server, server.Statements, 400)
		if len(got) != len(want) {
			t.Fatalf("%d answers, not %d", len(got), len(want))
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%d\n neo4j %.2000s\nsqlite %.2000s", i, got[i], want[i])
			}
		}
	})
}

// asker asks a store through the server's handler.
func asker(o *ontology.Ontology, s store.Store) func(query string, variables map[string]string) *httptest.ResponseRecorder {
	limits := graph.Limits{Body: 1 << 20, Tokens: 10000, Depth: 12, Aliases: 100, Cost: 500000, Answer: 32 << 20, Time: time.Minute}
	h := graph.NewHandler(graph.Serving{Ontology: o, Store: s, Limits: limits, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	return func(query string, variables map[string]string) *httptest.ResponseRecorder {
		body, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
		r := httptest.NewRequest("POST", "http://localhost/graphql", bytes.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
}

// answers loads a store, asks it the questions through the server's handler, and closes it. statements counts at the driver. A store that
// plans a question behind its first answers is asked again, as often as tries says, until it takes as many statements as it should, and has
// to answer the same each time.
func answers(t *testing.T, o *ontology.Ontology, s store.Store, statements func() uint64, tries int) (all []string) {
	t.Helper()
	defer s.Close()
	rules, err := loader.BuiltinRules(o)
	if err != nil {
		t.Fatal(err)
	}
	load := func(path string, options loader.Options) {
		if summary, err := loader.Load(context.Background(), s, rules, []string{path}, options); err != nil || summary.Failed() > 0 {
			t.Fatal(summary, err)
		}
	}
	load(".", loader.Options{Files: reports.Bundled})
	issuedToo := real[:1]
	if os.Getenv("REAL_REPORTS") == "1" {
		issuedToo = real
	}
	for _, name := range issuedToo {
		if atHand(name) {
			load(issued(name), loader.Options{})
		} else {
			t.Logf("asked without %s, which is not at hand", issued(name))
		}
	}
	ask := asker(o, s)
	ask(`{ search(text: "kosovo") { totalCount } }`, nil) // reads the vocabulary, which is not counted
	for _, q := range questions {
		before := statements()
		first := answered(t, q.query, ask(q.query, nil))
		n := statements() - before
		want := q.statements
		if s.Gathers() {
			want = q.gathered
		}
		right := func() bool { // a store that is asked again gives the few nodes that a search finds with the search itself
			return n == want || tries > 1 && n < want && strings.HasPrefix(q.query, "{ search(")
		}
		for tried := 1; !right() && tried < tries; tried++ {
			time.Sleep(50 * time.Millisecond)
			before = statements()
			if again := answered(t, q.query, ask(q.query, nil)); again != first {
				t.Errorf("asked again, %s\nanswers %.2000s\nnot     %.2000s", q.query, again, first)
			}
			n = statements() - before
		}
		if !right() {
			t.Errorf("%d statements, want %d: %s", n, want, q.query)
		}
		all = append(all, first)
	}
	ready, err := playground.Questions(t.Context(), graph.Exporter(o, s))
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range ready {
		all = append(all, answered(t, q.Query, ask(q.Query, q.Variables)))
	}
	if len(all) < 60 {
		t.Errorf("%d questions were asked", len(all))
	}
	return all
}

// answered is the body of an answer, which is none of what should not happen.
func answered(t *testing.T, query string, w *httptest.ResponseRecorder) string {
	t.Helper()
	answer := w.Body.String()
	if w.Code != 200 || strings.Contains(answer, `"INTERNAL"`) {
		t.Errorf("%s: %d %s", query, w.Code, answer)
	}
	return answer
}
