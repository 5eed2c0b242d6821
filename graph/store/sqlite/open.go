// Package sqlite is the embedded graph store: one SQLite file, for a fresh machine that has Go and one command.
package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	zs "zombiezen.com/go/sqlite"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Store is a graph in a SQLite file. One process may write at a time; others wait. It is safe for concurrent use.
type Store struct {
	o          *ontology.Ontology
	writer     chan conn // holds the one writing connection while nobody has it
	tables     *wide     // belongs to it
	readers    readers   // for what is asked once
	viewers    readers   // for views, which last longer
	links      *linker
	kept       readers // for Held and Count, which say how the store is while others read all they can
	known      atomic.Pointer[known]
	damaged    atomic.Pointer[error] // the first error that says so of the file
	there      func() error          // whether the file is still in its place
	closed     chan struct{}
	readOnly   bool // then nobody has a connection that writes
	statements atomic.Uint64
}

var _ store.Store = (*Store)(nil)

// Open opens the file, or makes it. A file of a newer layout, or one that holds something else, is refused and left as it is.
// The error names the file as it was given and says what to do.
func Open(ctx context.Context, file string, o *ontology.Ontology) (*Store, error) {
	fail := func(err error) (*Store, error) { return nil, fmt.Errorf("open the store %s: %w", file, err) }
	if file == "" {
		return nil, errors.New("open the store: no file is named; write sqlite:FILE")
	}
	if dir := filepath.Dir(file); dir != "" {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return fail(fmt.Errorf("its folder %s is not there or not readable: make it first", dir))
		}
	}
	if err := inspect(file); err != nil {
		return fail(err)
	}
	c, err := zs.OpenConn(file, zs.OpenReadWrite|zs.OpenCreate)
	if err != nil {
		return fail(errNotWritable)
	}
	c.SetBusyTimeout(30 * time.Second)
	w := newConn(c, nil)
	if err := prepare(ctx, w, o); err != nil {
		_ = w.close()
		if zs.ErrCode(err).ToPrimary() == zs.ResultReadOnly || zs.ErrCode(err).ToPrimary() == zs.ResultCantOpen {
			err = errNotWritable
		}
		return fail(err)
	}
	s := &Store{o: o, writer: make(chan conn, 1), tables: newWide(), closed: make(chan struct{}), there: inPlace(file)}
	if err := s.openAll(file); err != nil {
		_ = w.close()
		return fail(err)
	}
	s.writer <- w
	return s, nil
}

var errNotWritable = errors.New("it cannot be written: the file and its folder must be writable for the program's user")

// asSQL is a fold as an SQL function of a text; NULL of NULL.
func asSQL(folded func(string) string) *zs.FunctionImpl {
	return &zs.FunctionImpl{NArgs: 1, Deterministic: true, AllowIndirect: true, Scalar: func(_ zs.Context, args []zs.Value) (zs.Value, error) {
		if args[0].Type() == zs.TypeNull {
			return zs.Value{}, nil
		}
		return zs.TextValue(folded(args[0].Text())), nil
	}}
}

// Close is part of store.Store. It leaves one file, unless another process has it open too.
func (s *Store) Close() error {
	if s.readOnly {
		close(s.closed)
		return s.closeAll()
	}
	w := <-s.writer
	close(s.closed)
	// The context of the last write may be over, and SQLite stay interrupted until a statement begins: closing alone would leave all in the
	// log beside the file.
	logged := w.run(context.Background(), nil, "PRAGMA wal_checkpoint")
	return errors.Join(logged, s.closeAll(), w.close())
}

// Statements counts the statements that have read the graph.
func (s *Store) Statements() uint64 { return s.statements.Load() }

// write lends the writing connection.
func (s *Store) write(ctx context.Context, with func(conn) error) error {
	if s.readOnly {
		return errReadOnly
	}
	select {
	case w := <-s.writer:
		defer func() { s.writer <- w }()
		return with(w)
	case <-s.closed:
		return store.ErrUnavailable
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// Held is part of store.Store.
func (s *Store) Held(ctx context.Context) (headers []store.Header, err error) {
	err = s.lend(ctx, s.kept, func(c conn) error {
		headers, err = held(ctx, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the documents held: %w", err)
	}
	return headers, nil
}

func held(ctx context.Context, c conn) (headers []store.Header, err error) {
	err = c.run(ctx, func(r row) error {
		headers = append(headers, header(r))
		return nil
	}, "SELECT "+headerColumns+" FROM document ORDER BY report")
	return headers, err
}

const headerColumns = "report, hash, symbol, restates, source, told, date"

func header(r row) store.Header {
	return store.Header{Report: r.text(0), Hash: r.text(1), Symbol: r.text(2), Restates: r.text(3), SourceName: r.text(4), Told: r.text(5), Date: r.text(6)}
}
