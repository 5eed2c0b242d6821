package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"councilgraph/graph"
	"councilgraph/graph/export"
	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/neo4j"
	"councilgraph/graph/store/neo4j/neo4jtest"
	"councilgraph/graph/store/sqlite"
	"councilgraph/graph/store/storetest"
	"councilgraph/loader"
)

// TestTextFilters: random parts of paragraphs — letters, signs, articles, beginnings and ends, in any case — find in each store what plain
// Go finds in the texts. TEXT_FILTERS says how many parts there are, each of which is tried four ways, a fifth of them on Neo4j; where it
// is set, over the reports of ../shared too, as far as they are at hand.
func TestTextFilters(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	parts, paths := 250, []string{"reports"}
	if asked := os.Getenv("TEXT_FILTERS"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil {
			t.Fatalf("TEXT_FILTERS is %q, which is no number", asked)
		}
		parts = n
		for _, name := range real {
			if atHand(name) {
				paths = append(paths, issued(name))
			}
		}
	}
	o, err := ontology.Read("schema.graphqls", schema)
	if err != nil {
		t.Fatal(err)
	}
	rules, err := loader.BuiltinRules(o)
	if err != nil {
		t.Fatal(err)
	}
	try := func(name string, parts int, open func(t *testing.T) (store.Store, error)) {
		t.Run(name, func(t *testing.T) {
			s, err := open(t)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if read, err := loader.Load(t.Context(), s, rules, paths, loader.Options{Out: io.Discard}); err != nil || read.Failed() > 0 || read.New == 0 {
				t.Fatalf("%+v, %v", read, err)
			}
			filterTexts(t, graph.Exporter(o, s), parts)
		})
	}
	try("oracle", parts, func(*testing.T) (store.Store, error) { return storetest.NewOracle(o), nil })
	try("SQLite", parts, func(t *testing.T) (store.Store, error) {
		return sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"), o)
	})
	try("Neo4j", parts/5, func(t *testing.T) (store.Store, error) {
		return neo4j.Open(context.Background(), neo4jtest.Start(t), "", "", o)
	})
}

// filterTexts asks for paragraphs by parts of their texts.
func filterTexts(t *testing.T, ask export.Asker, parts int) {
	// find goes through all pages.
	find := func(where, value string, variables map[string]any) (ids []string, texts map[string]string) {
		texts = map[string]string{}
		for variables["after"] = nil; ; {
			answer, err := ask(t.Context(), fmt.Sprintf("query($part: String, $after: String) { paragraphs(first: 1000, after: $after, "+
				"where: {text: {%s: $part}}) { nodes { id %s } pageInfo { endCursor hasNextPage } } }", where, value), variables)
			if err != nil {
				t.Fatalf("%v: %v", variables, err)
			}
			var read struct {
				Nodes    []struct{ ID, Text string }
				PageInfo struct {
					EndCursor   string
					HasNextPage bool
				}
			}
			if err := json.Unmarshal(answer, &read); err != nil {
				t.Fatal(err)
			}
			for _, n := range read.Nodes {
				ids = append(ids, n.ID)
				texts[n.ID] = n.Text
			}
			if !read.PageInfo.HasNextPage {
				return ids, texts
			}
			variables["after"] = read.PageInfo.EndCursor
		}
	}
	all, texts := find("ne", "text", map[string]any{"part": "no text at all"})
	if len(all) < 200 {
		t.Fatalf("%d paragraphs", len(all))
	}
	plain := map[string]string{}
	for id, text := range texts {
		plain[id] = fold.Plain(text)
	}
	holds := map[string]func(text, part string) bool{"contains": strings.Contains, "startsWith": strings.HasPrefix,
		"endsWith": strings.HasSuffix, "eq": func(text, part string) bool { return text == part }}
	r, found := rand.New(rand.NewPCG(16, 0)), 0
	for range parts {
		points := []rune(texts[all[r.IntN(len(all))]])
		from := r.IntN(len(points))
		to := min(len(points), from+1+r.IntN(12))
		switch r.IntN(4) {
		case 0:
			from = 0
		case 1:
			from, to = max(0, len(points)-1-r.IntN(12)), len(points)
		}
		part := string(points[from:to])
		switch r.IntN(4) {
		case 0:
			part = strings.ToUpper(part)
		case 1:
			part = fold.Plain(part)
		case 2:
			part = []string{"the police", "€", "itrovica", "The ", "/", ", and", "“", "20-22", "%", "_", "é", " "}[r.IntN(12)]
		}
		for _, op := range []string{"contains", "startsWith", "endsWith", "eq"} {
			got, _ := find(op, "", map[string]any{"part": part})
			var want []string
			folded := fold.Plain(part)
			for _, id := range all {
				if folded != "" && holds[op](plain[id], folded) {
					want = append(want, id)
				}
			}
			if found += len(want); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s %q finds %d paragraphs, plain Go %d", op, part, len(got), len(want))
			}
		}
	}
	t.Logf("%d filters over %d paragraphs", 4*parts, len(all))
	if found < 4*parts {
		t.Errorf("only %d paragraphs were found in all", found)
	}
}
