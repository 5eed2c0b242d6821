package storetest

import (
	"context"
	"errors"
	"testing"

	"councilgraph/graph/store"
)

// allowed holds a store to what a context allows: a value takes about its bytes, and one that is larger than what is left is refused.
func allowed(t *testing.T, a *Asker, s store.Store) {
	query := a.Plans(t, `{ reports { nodes { paragraphs(first: 100) { nodes { text } } } } }`)[0].Plan.Query
	fetch := func(allowance *store.Allowance) error {
		_, err := s.Fetch(store.WithAllowance(context.Background(), allowance), query)
		return err
	}
	const plenty = 1 << 20
	allowance := store.NewAllowance(plenty)
	if err := fetch(allowance); err != nil {
		t.Fatal(err)
	}
	took := plenty - allowance.Left()
	if took < 100 {
		t.Errorf("paragraphs took %d bytes of the allowance", took)
	}
	for _, few := range []int64{0, took / 2, took - 1} {
		if err := fetch(store.NewAllowance(few)); !errors.Is(err, store.ErrTooLarge) {
			t.Errorf("of %d bytes %d were allowed: %v", took, few, err)
		}
	}
	twice := store.NewAllowance(took + took/2)
	if err := fetch(twice); err != nil {
		t.Error(err)
	}
	if err := fetch(twice); !errors.Is(err, store.ErrTooLarge) {
		t.Errorf("what was taken before does not count: %v", err)
	}
}
