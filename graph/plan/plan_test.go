package plan_test

import (
	"encoding/base64"
	"testing"

	"councilgraph/graph/plan"
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

// FuzzCursor gives a list anything as a cursor: it is read, or refused as the caller's mistake.
func FuzzCursor(f *testing.F) {
	a := storetest.NewAsker(f)
	f.Add("not a cursor")
	f.Add(base64.RawURLEncoding.EncodeToString([]byte("\x00\x00\x00\x00[1]")))
	f.Add(base64.RawURLEncoding.EncodeToString([]byte("\x00\x00\x00\x00[")))
	f.Fuzz(func(t *testing.T, cursor string) {
		roots, ok := a.TryWith(`query Q($after: String) { persons(first: 1, after: $after) { totalCount } }`, map[string]any{"after": cursor})
		if !ok || len(roots) != 1 {
			t.Fatal("the query was refused")
		}
		if err := roots[0].Err; err != nil && err.Code != plan.BadUserInput {
			t.Error(err)
		}
	})
}
