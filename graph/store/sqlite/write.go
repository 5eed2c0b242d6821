package sqlite

import (
	"context"
	"errors"
	"fmt"

	"councilgraph/graph/store"
)

// Write is part of store.Store.
func (s *Store) Write(ctx context.Context, documents []store.Document, options store.WriteOptions) (outcomes []store.Outcome, err error) {
	if err := store.Check(s.o, documents); err != nil {
		return nil, err
	}
	err = s.change(ctx, func(l *ledger) error {
		outcomes, err = store.Apply(l, s.o, documents, options)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("write %d documents: %w", len(documents), err)
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
		if err := l.wait(); err != nil {
			return err
		}
		k, err := count(ctx, l.conn)
		if left = k.Counts; err == nil && preview {
			err = errPreview
		}
		return err
	})
	if err != nil && !errors.Is(err, errPreview) {
		return store.Counts{}, fmt.Errorf("retract %d reports: %w", len(reports), err)
	}
	return left, nil
}

// mergedPages is how many pages of a full-text index a write merges at most. Left to itself the engine merges segments when there are 16,
// and each word of a question is looked for in each of them (https://www.sqlite.org/fts5.html#the_merge_command).
const mergedPages = "500"

// change runs with in a transaction, and counts it as a write.
func (s *Store) change(ctx context.Context, with func(*ledger) error) error {
	return s.write(ctx, func(c conn) error {
		return c.transaction(ctx, func() error {
			l := newLedger(ctx, c, s.o, s.tables)
			defer l.close()
			if err := with(l); err != nil {
				return err
			}
			l.exec("UPDATE change SET number = number + 1")
			l.exec("PRAGMA optimize")
			for _, index := range []string{"name_text", "paragraph_text"} {
				l.exec("INSERT INTO " + index + " (" + index + ", rank) VALUES ('merge', " + mergedPages + ")")
			}
			return l.wait()
		})
	})
}
