package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/graph"
	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store/sqlite"
)

// TestTextFilters: random parts of paragraphs — letters, signs, articles, beginnings and ends, in any case — find what plain Go finds in the texts.
func TestTextFilters(t *testing.T) {
	file := filepath.Join(t.TempDir(), "graph.db")
	if err := run(t.Context(), []string{"--store", "sqlite:" + file, "load", "reports"}, nil, io.Discard, io.Discard, func(string) string { return "" }); err != nil {
		t.Fatal(err)
	}
	o, err := ontology.Read("schema.graphqls", schema)
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), file, o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ask := graph.Exporter(o, s)
	find := func(query string, variables map[string]any) (ids []string, texts map[string]string) {
		answer, err := ask(t.Context(), query, variables)
		if err != nil {
			t.Fatalf("%v: %v", variables, err)
		}
		var read struct {
			Nodes []struct{ ID, Text string }
		}
		if err := json.Unmarshal(answer, &read); err != nil {
			t.Fatal(err)
		}
		texts = map[string]string{}
		for _, n := range read.Nodes {
			ids = append(ids, n.ID)
			texts[n.ID] = n.Text
		}
		return ids, texts
	}
	all, texts := find("{ paragraphs(first: 1000) { nodes { id text } } }", nil)
	if len(all) < 200 || len(all) == 1000 {
		t.Fatalf("%d paragraphs", len(all))
	}
	holds := map[string]func(text, part string) bool{"contains": strings.Contains, "startsWith": strings.HasPrefix, "endsWith": strings.HasSuffix, "eq": func(text, part string) bool { return text == part }}
	r, found := rand.New(rand.NewPCG(16, 0)), 0
	for range 250 {
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
			got, _ := find(fmt.Sprintf("query($part: String) { paragraphs(first: 1000, where: {text: {%s: $part}}) { nodes { id } } }", op), map[string]any{"part": part})
			var want []string
			for _, id := range all {
				if p := fold.Plain(part); p != "" && holds[op](fold.Plain(texts[id]), p) {
					want = append(want, id)
				}
			}
			if found += len(want); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s %q finds %d paragraphs, plain Go %d", op, part, len(got), len(want))
			}
		}
	}
	if found < 1000 {
		t.Errorf("only %d paragraphs were found in all", found)
	}
}
