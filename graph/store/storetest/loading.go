package storetest

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"councilgraph/graph/store"
)

// Loading writes random documents, some of them versions of one report, into stores: each holds what the oracle holds, with the same
// outcomes, and in whatever order documents come that are not refused, and in however many transactions, they make the same graph. What is
// taken back leaves what the others tell; a preview changes nothing.
func Loading(t *testing.T, open func(t *testing.T) store.Store, seed, draws int) {
	a := NewAsker(t)
	load := func(s store.Store, documents []store.Document, most int) (results []store.Result) {
		for _, batch := range Batches(documents, most) {
			outcomes, err := s.Write(context.Background(), batch, store.WriteOptions{})
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range outcomes {
				results = append(results, o.Result)
			}
		}
		return results
	}
	met := 0 // draws in which a report comes twice
	for draw := range draws {
		seed := seed + draw
		r := rand.New(rand.NewPCG(uint64(seed), 0))
		documents := Documents(a.Ontology).Example(seed)
		oracle, s := NewOracle(a.Ontology), open(t)
		if want, got := load(oracle, documents, 1), load(s, documents, 1+r.IntN(3)); !slices.Equal(got, want) {
			t.Errorf("seed %d: the documents are %v, to the oracle %v", seed, got, want)
		}
		if want, got := a.Ask(t, oracle, dump), a.Ask(t, s, dump); got != want {
			t.Errorf("seed %d:\n got %s\nwant %s", seed, got, want)
		}
		s.Close()
		settled := Settled(documents)
		if len(settled) < 2 {
			continue
		}
		met++
		oracle, s = NewOracle(a.Ontology), open(t)
		load(oracle, settled, 1)
		r.Shuffle(len(settled), func(i, j int) { settled[i], settled[j] = settled[j], settled[i] })
		load(s, settled, 1+r.IntN(3))
		if want, got := a.Ask(t, oracle, dump), a.Ask(t, s, dump); got != want {
			t.Errorf("seed %d, in another order:\n got %s\nwant %s", seed, got, want)
		}
		retract(t, a, oracle, s, seed)
		s.Close()
	}
	if met < draws/3 {
		t.Errorf("of %d draws %d have documents to put in another order", draws, met)
	}
}

// retract takes the first report back from two stores that hold the same.
func retract(t *testing.T, a *Asker, oracle, s store.Store, seed int) {
	ctx := context.Background()
	held, err := s.Held(ctx)
	if err != nil {
		t.Fatal(err)
	}
	whole := a.Ask(t, s, dump)
	for _, preview := range []bool{true, false} {
		want, _ := oracle.Retract(ctx, []string{held[0].Report}, preview)
		got, err := s.Retract(ctx, []string{held[0].Report}, preview)
		want.Newest, got.Newest = time.Time{}, time.Time{}
		if err != nil || got != want {
			t.Errorf("seed %d, retracted (as a preview: %v): %+v %v, want %+v", seed, preview, got, err, want)
		}
		if now := a.Ask(t, s, dump); preview && now != whole {
			t.Errorf("seed %d: a preview changed the graph", seed)
		} else if want := a.Ask(t, oracle, dump); now != want {
			t.Errorf("seed %d, retracted:\n got %s\nwant %s", seed, now, want)
		}
	}
	if _, err := s.Retract(ctx, []string{held[0].Report}, false); err == nil {
		t.Errorf("seed %d: a report that is not held was retracted", seed)
	}
}
