package neo4j

import (
	"context"
	"errors"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/store"
)

// Write is part of store.Store. Writers wait for one another at the _Layout node.
func (s *Store) Write(ctx context.Context, documents []store.Document, options store.WriteOptions) (outcomes []store.Outcome, err error) {
	if err := store.Check(s.o, documents); err != nil {
		return nil, err
	}
	err = s.change(ctx, func(l *ledger) error {
		outcomes, err = store.Apply(l, s.o, documents, options)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("write %d documents: %w", len(documents), because(ctx, err))
	}
	return outcomes, nil
}

// errPreview ends a transaction that was for looking only.
var errPreview = errors.New("nothing is to be changed")

// Retract is part of store.Store.
func (s *Store) Retract(ctx context.Context, reports []string, preview bool) (left store.Counts, err error) {
	err = s.change(ctx, func(l *ledger) error {
		if err := store.Withdraw(l, s.o, reports); err != nil {
			return err
		}
		if err := each(l, once, countText, func(r *driver.Record) error { left = counts(r); return nil }); err != nil {
			return err
		}
		if preview {
			return errPreview
		}
		return nil
	})
	if err != nil && !errors.Is(err, errPreview) {
		return store.Counts{}, fmt.Errorf("retract %d reports: %w", len(reports), because(ctx, err))
	}
	return left, nil
}

// change runs with in a transaction, once more where the server says that it may succeed then, after other writers, and counts it as a
// write.
func (s *Store) change(ctx context.Context, with func(*ledger) error) error {
	session := s.session(ctx, driver.AccessModeWrite)
	defer s.recent.written()
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	_, err := driver.ExecuteWrite(ctx, session, func(tx driver.ManagedTransaction) (struct{}, error) {
		l := &ledger{ctx: ctx, tx: tx, o: s.o, elements: map[string]string{}}
		ours := false
		err := each(l, once, "MATCH (l:_Layout) SET l.writes = coalesce(l.writes, 0) + 1 RETURN l.writes",
			func(*driver.Record) error { ours = true; return nil })
		if err == nil && !ours {
			err = errEmptied
		}
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, with(l)
	})
	return err
}
