package plan_test

import (
	"context"
	"encoding/base64"
	"slices"
	"testing"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// FuzzQuery plans any document that is valid: no panic, and the same plan's cost each time.
func FuzzQuery(f *testing.F) {
	a := storetest.NewAsker(f)
	for _, q := range storetest.Queries {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		first, ok := a.Try(q)
		if !ok {
			return
		}
		again, _ := a.Try(q)
		for i, r := range first {
			if r.Plan != nil && r.Plan.Cost != again[i].Plan.Cost {
				t.Errorf("%s costs %d, then %d", q, r.Plan.Cost, again[i].Plan.Cost)
			}
		}
	})
}

// FuzzCursor gives lists anything as a cursor, with the checksum of the list or without: it is read, and then the list can be compared with
// it, or refused as the caller's mistake.
func FuzzCursor(f *testing.F) {
	a := storetest.NewAsker(f)
	oracle := storetest.NewOracle(a.Ontology)
	if _, err := oracle.Write(context.Background(), storetest.Corpus(a.Ontology), store.WriteOptions{}); err != nil {
		f.Fatal(err)
	}
	const query = `query Q($after: String) {
		observations(first: 1, after: $after) { totalCount nodes { id } }
		ordered: observations(first: 1, after: $after,
			orderBy: [{name: ASC}, {value: DESC}, {approximate: ASC}, {metric: DESC}, {date: ASC}]) { totalCount nodes { id } }
		counted: organizations(last: 1, before: $after, orderBy: [{cooperatesWithCount: DESC}]) { nodes { id } } }`
	plans := func(t testing.TB, after any) []plan.Root {
		roots, ok := a.TryWith(query, map[string]any{"after": after})
		if !ok || len(roots) != 3 {
			t.Fatal("the query was refused")
		}
		return roots
	}
	var checksums []string
	for _, r := range plans(f, nil) {
		cursor, err := r.Plan.Query.(*plan.Page).Cursor(nil)
		if err != nil {
			f.Fatal(err)
		}
		raw, _ := base64.RawURLEncoding.DecodeString(cursor)
		checksums = append(checksums, string(raw[:4]))
	}
	for _, text := range []string{"", "[", "[1]", "null", `["x"]`, `["a", "A", 1.5, true, "CASUALTIES", null, "x"]`, `["a", "A", 1e999, true, "CASUALTIES", null, "x"]`, `["a", "A", 1, 1, 1, 1, 1]`,
		`[1, "x"]`, `[1.5, "x"]`, `[null, "x"]`, `[1, null]`, `[1, "x"][]`, `[9223372036854775808, "x"]`, `[{}, "x"]`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, cursor := range []string{text, checksums[0] + text, checksums[1] + text, checksums[2] + text} {
			for _, after := range []string{cursor, base64.RawURLEncoding.EncodeToString([]byte(cursor))} {
				for _, r := range plans(t, after) {
					if r.Err != nil && r.Err.Code != plan.BadUserInput {
						t.Error(r.Err)
					}
					if r.Err == nil {
						if _, err := oracle.Fetch(context.Background(), r.Plan.Query); err != nil {
							t.Error(err)
						}
					}
				}
			}
		}
	})
}

// A search fetches what snippets are made of where a snippet, or what is marked in one, is asked for: the texts of paragraphs are long.
func TestSnippetsAreFetchedWhereTheyAreAskedFor(t *testing.T) {
	a := storetest.NewAsker(t)
	for asked, want := range map[string]bool{"score node { id }": false, "snippet": true, "node { id } highlights { start }": true} {
		results := a.Plans(t, `{ search(text: "x") { totalCount edges { `+asked+` } } }`)[0].Plan.Walk.(*plan.Results)
		texts := slices.ContainsFunc(results.Nodes.Slots, func(s plan.Slot) bool { c, ok := s.(*plan.Column); return ok && c.Name == "text" })
		if texts != want || results.Snippets != want {
			t.Errorf("%s: texts are fetched: %v, snippets are made: %v; want %v", asked, texts, results.Snippets, want)
		}
	}
}
