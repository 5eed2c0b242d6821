package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	"councilgraph/graph/store/storetest"
	"councilgraph/loader"
	"councilgraph/reports"
)

// ofHubs are questions about what a small graph has little of: nodes with 10,000 relations, long lists, many paths.
var ofHubs = []string{
	`{ place(name: "Kosovo") { mentionedIn(first: 20, orderBy: [{report: {date: DESC}}, {position: ASC}]) { totalCount nodes { number report { name } } } } }`,
	`{ place(name: "Kosovo") { occurrences(first: 20, orderBy: [{date: DESC}]) { totalCount nodes { eventKind date } groups(by: DATE_YEAR) { key count } } } }`,
	`{ place(name: "Kosovo") { occurrences(where: {eventKind: {eq: ARREST}, participants: {some: {node: {name: {contains: "ka"}}}}}, ` +
		`first: 10) { totalCount nodes { date participants { nodes { name } } } } } }`,
	`{ events(where: {occurredAt: {some: {node: {name: {eq: "Kosovo"}}}}}, orderBy: [{date: DESC}], first: 20) { nodes { date eventKind } } }`,
	`{ events(where: {occurredAt: {some: {node: {name: {eq: "Kosovo"}}}}}) { totalCount } }`,
	`{ events(where: {participants: {some: {node: {name: {eq: "Hashim Thaçi"}}}}}, orderBy: [{date: DESC}], first: 20) { totalCount nodes { date eventKind } } }`,
	`{ persons(where: {involvedIn: {some: {node: {occurredAt: {some: {node: {name: {eq: "Kosovo"}}}}}}}}, first: 20) { totalCount nodes { name } } }`,
	`{ persons(orderBy: [{mentionedInCount: DESC}, {name: ASC}], first: 20) { nodes { name mentionedIn { totalCount } } } }`,
	`{ events(first: 0) { totalCount groups(by: EVENT_KIND) { key count } months: groups(by: DATE_MONTH, orderBy: KEY_ASC, first: 100) { key count } } }`,
	`{ relations(first: 0) { totalCount groups(by: TYPE) { key count } } }`,
	`{ relations(where: {evidence: {quote: {contains: "patrolled"}}}, first: 20) { nodes { type evidence(first: 1) { quote } } } }`,
	`{ relations(asOf: "2004-06-30", first: 20, orderBy: [{date: DESC}]) { totalCount nodes { type date } } }`,
	`{ paragraphs(where: {text: {contains: "shpe"}}, first: 20) { totalCount nodes { number } } }`,
	`{ neighborhood(of: ["PLACE"], perNode: 20, depth: 1) { nodes { name } relations { type } hidden { type count } } }`,
	`{ neighborhood(of: ["PLACE"], perNode: 20, depth: 2) { nodes { name } relations { type } hidden { type count } } }`,
	`{ neighborhood(of: ["PLACE"], perNode: 20, depth: 3) { nodes { name } relations { type } hidden { type count } } }`,
	`{ neighborhood(of: ["PERSON"], perNode: 50, depth: 2) { nodes { name } relations { type evidenceCount } hidden { type count } } }`,
	`{ paths(from: "PERSON", to: "PLACE", first: 10, maxLength: 3) { length nodes { name } hops { relations { type evidence(first: 1) { quote } } } } }`,
	`{ paths(from: "PERSON", to: "OTHER", first: 20, maxLength: 4) { length nodes { name } } }`,
	`{ paths(from: "PERSON", to: "OTHER", avoid: ["PLACE", "ORGANIZATION"], first: 20, maxLength: 4) { length nodes { name } } }`,
	`{ paths(from: "PERSON", to: "OTHER", avoid: ["PLACE", "ORGANIZATION"], first: 20, maxLength: 6) { length nodes { name } } }`,
	`{ search(text: "force patrolled", first: 20) { totalCount edges { match snippet node { id } } } }`,
	`{ search(text: "\"arrested kari\"", first: 20) { totalCount edges { match snippet } } }`,
	`{ search(text: "hasim thaci", types: [Person]) { edges { match node { name } } } }`,
	`{ timeline(from: "2004-01-01", to: "2008-12-31", first: 50) { totalCount nodes { __typename ... on Event { date } ... on Relation { type date } } } }`,
	`{ timeline(of: ["PLACE"], from: "2004-01-01", first: 50) { totalCount nodes { __typename } } }`,
	`{ series(metric: TROOP_STRENGTH, of: "ORGANIZATION", first: 1000) { totalCount nodes { value date report { name } } } }`,
}

// BenchmarkQuestions asks a graph of 100,000 relations with hubs (storetest.Hubs, around what the bundled reports speak of) all questions,
// one client, no network, and prints how long the answer takes: half of them at most p50-ms, 99 of 100 at most p99-ms. So many answers,
// after three to warm up: go test -run '^$' -bench Questions -benchtime 100x .
func BenchmarkQuestions(b *testing.B) {
	eachStore(b, func(b *testing.B, o *ontology.Ontology, s store.Store) {
		known := loadBundled(b, o, s)
		for documents := range slices.Chunk(storetest.Hubs(o, known, 1000), 20) {
			if _, err := s.Write(context.Background(), documents, store.WriteOptions{}); err != nil {
				b.Fatal(err)
			}
		}
		held, err := s.Count(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		b.Logf("%d nodes, %d relations, %d pieces of evidence", held.Nodes, held.Relations, held.Evidence)
		id := func(label string, nth int) string {
			for _, n := range known {
				if n.Type == label {
					if nth--; nth < 0 {
						return n.ID
					}
				}
			}
			b.Fatalf("no %s is known", label)
			return ""
		}
		names := strings.NewReplacer("PLACE", id("Place", 0), "PERSON", id("Person", 3), "OTHER", id("Person", 30), "ORGANIZATION", id("Organization", 0))
		all, err := playground.Questions(context.Background(), graph.Exporter(o, s))
		if err != nil {
			b.Fatal(err)
		}
		for _, q := range questions {
			all = append(all, playground.Question{Query: q.query})
		}
		for _, q := range ofHubs {
			all = append(all, playground.Question{Query: names.Replace(q)})
		}
		ask := asker(o, s)
		for i, q := range all {
			b.Run(fmt.Sprintf("%02d", i), func(b *testing.B) {
				for range 3 {
					if w := ask(q.Query, q.Variables); w.Code != 200 || strings.Contains(w.Body.String(), `"INTERNAL"`) || strings.Contains(w.Body.String(), `"TIMEOUT"`) {
						b.Fatalf("%s: %.300s", q.Query, w.Body)
					}
				}
				var took []time.Duration
				for b.Loop() {
					start := time.Now()
					ask(q.Query, q.Variables)
					took = append(took, time.Since(start))
				}
				slices.Sort(took)
				ms := func(percent int) float64 { return float64(took[(len(took)-1)*percent/100].Microseconds()) / 1000 }
				b.ReportMetric(ms(50), "p50-ms")
				b.ReportMetric(ms(99), "p99-ms")
				if b.N > 1 {
					b.Logf("%s", q.Query)
				}
			})
		}
	})
}

// BenchmarkLoad loads the 49 complete reports of the missions where they are at hand, else the bundled ones: go test -run '^$' -bench Load
// -benchtime 1x .
func BenchmarkLoad(b *testing.B) {
	paths, options := []string{filepath.Join("..", "shared", "reports", "unmik")}, loader.Options{}
	if _, err := os.Stat(paths[0]); err != nil {
		b.Logf("loading the bundled reports, for %s is not at hand", paths[0])
		paths, options.Files = []string{"."}, reports.Bundled
	}
	eachStore(b, func(b *testing.B, o *ontology.Ontology, s store.Store) {
		rules, err := loader.BuiltinRules(o)
		if err != nil {
			b.Fatal(err)
		}
		options := options
		options.Replace = true
		var read loader.Summary
		start := time.Now()
		for b.Loop() {
			if read, err = loader.Load(context.Background(), s, rules, paths, options); err != nil || read.Failed() > 0 || read.New == 0 {
				b.Fatal(read, err, "(a store is loaded once: -benchtime 1x)")
			}
		}
		seconds := time.Since(start).Seconds()
		b.ReportMetric(float64(read.New)/seconds, "documents/s")
		b.ReportMetric(float64(read.Relations)/seconds, "relations/s")
	})
}

// eachStore runs a benchmark on an empty store of each kind.
func eachStore(b *testing.B, run func(*testing.B, *ontology.Ontology, store.Store)) {
	o, err := ontology.Read("schema.graphqls", schema)
	if err != nil {
		b.Fatal(err)
	}
	for _, kind := range []struct {
		name string
		open func(*testing.B) (store.Store, error)
	}{
		{"SQLite", func(b *testing.B) (store.Store, error) {
			return sqlite.Open(context.Background(), filepath.Join(b.TempDir(), "graph.db"), o)
		}},
		{"Neo4j", func(b *testing.B) (store.Store, error) {
			return neo4j.Open(context.Background(), neo4jtest.Start(b), "", "", o)
		}},
	} {
		b.Run(kind.name, func(b *testing.B) {
			s, err := kind.open(b)
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			run(b, o, s)
		})
	}
}

// loadBundled loads the bundled reports and lists the entities with names that they speak of, those first of which they say most.
func loadBundled(b *testing.B, o *ontology.Ontology, s store.Store) (known []store.Node) {
	rules, err := loader.BuiltinRules(o)
	if err != nil {
		b.Fatal(err)
	}
	if read, err := loader.Load(context.Background(), s, rules, []string{"."}, loader.Options{Files: reports.Bundled}); err != nil || read.Failed() > 0 {
		b.Fatal(read, err)
	}
	files, err := reports.Bundled.ReadDir(".")
	if err != nil {
		b.Fatal(err)
	}
	told := map[string]int{}
	for _, f := range files {
		text, err := reports.Bundled.ReadFile(f.Name())
		if err != nil {
			b.Fatal(err)
		}
		x, err := rules.Read(loader.Source{Name: f.Name(), Text: text})
		if err != nil {
			b.Fatal(err)
		}
		for _, n := range x.Document.Nodes {
			if o.Type(n.Type).NameKey() != nil && told[n.ID] == 0 {
				known = append(known, n)
			}
			told[n.ID]++
		}
		for _, r := range x.Document.Relations {
			told[r.From]++
			told[r.To]++
		}
	}
	slices.SortStableFunc(known, func(a, b store.Node) int { return cmp.Or(told[b.ID]-told[a.ID], strings.Compare(a.ID, b.ID)) })
	return known
}
