package sqlite

import (
	"context"
	"errors"
	"strings"
	"testing"

	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// What goes wrong ahead ends the transaction, and the store goes on: an error, a panic here or there, an end of the context.
func TestWrongAhead(t *testing.T) {
	file, _ := filled(t)
	defer file.Close()
	before, err := file.Count(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ends, end := context.WithCancelCause(t.Context())
	tired := errors.New("tired")
	for name, wrong := range map[string]struct {
		ctx  context.Context
		with func(*ledger) error
		says string
	}{
		"statement": {t.Context(), func(l *ledger) error { l.exec("DELETE FROM nowhere"); return nil }, "no such table"},
		"before a read": {t.Context(), func(l *ledger) error {
			l.exec("INSERT INTO document (report, hash) VALUES ('x', NULL)")
			return l.read(func(row) error { t.Error("it is read"); return nil }, "SELECT 1")
		}, "NOT NULL"},
		"parameter":    {t.Context(), func(l *ledger) error { l.exec("DELETE FROM node WHERE id = ?", []string{}); return nil }, "no parameter"},
		"caller":       {t.Context(), func(*ledger) error { panic("a bug") }, "a bug"},
		"caller's end": {ends, func(*ledger) error { end(tired); return nil }, "tired"},
	} {
		t.Run(name, func(t *testing.T) {
			err := func() (err error) {
				defer func() {
					if p := recover(); p != nil {
						err = errors.New(p.(string))
					}
				}()
				return file.change(wrong.ctx, func(l *ledger) error {
					l.exec("DELETE FROM node")
					err := wrong.with(l)
					for range 2 * mostAhead {
						l.exec("DELETE FROM relation")
					}
					return err
				})
			}()
			if err == nil || !strings.Contains(err.Error(), wrong.says) {
				t.Errorf("it gives %v", err)
			}
			if after, err := file.Count(t.Context()); err != nil || after != before {
				t.Errorf("there are %v, %v", after, err)
			}
			if _, err := file.Write(t.Context(), storetest.Corpus(file.o), store.WriteOptions{}); err != nil {
				t.Error(err)
			}
		})
	}
}
