package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	zs "zombiezen.com/go/sqlite"

	"councilgraph/graph/fold"
	"councilgraph/graph/store"
)

// readers hold the reading connections while nobody has them.
type readers chan conn

// readerCache is how many bytes of pages the reading connections of a kind keep together, beside what the system keeps of the file.
const readerCache = 32 << 20

func openReaders(file string, n, cached int, ran *atomic.Uint64) (readers, error) {
	all := make(readers, n)
	for range n {
		c, err := openReader(file, cached/n, ran)
		if err != nil {
			for len(all) > 0 {
				err = errors.Join(err, (<-all).close())
			}
			return nil, err
		}
		all <- c
	}
	return all, nil
}

// openReader opens a connection that only reads. It reads the file and does not map it: where somebody else cuts a mapped file short, the
// process ends.
func openReader(file string, cached int, ran *atomic.Uint64) (conn, error) {
	flags := zs.OpenReadOnly
	if strings.HasPrefix(file, "file://") {
		flags |= zs.OpenURI
	}
	opened, err := zs.OpenConn(file, flags)
	if err != nil {
		return conn{}, err
	}
	c := newConn(opened, ran)
	c.SetBusyTimeout(10 * time.Second)
	err = errors.Join(c.CreateFunction("fold", asSQL(fold.Name)), c.CreateFunction("plain", asSQL(fold.Plain)), c.CreateFunction("fits", c.sizes.fits()),
		c.CreateFunction("nearest", c.near.nearest()))
	for _, pragma := range []string{"query_only = 1", fmt.Sprintf("cache_size = -%d", cached>>10), "mmap_size = 0", "temp_store = memory"} {
		err = errors.Join(err, c.run(context.Background(), nil, "PRAGMA "+pragma))
	}
	if err != nil {
		return conn{}, errors.Join(err, c.close())
	}
	return c, nil
}

// inPlace makes a look whether the file that is open is still in its place: what is read of another that was put there, or of one that was
// emptied, is only what memory still holds of it. SQLite makes a file no shorter.
func inPlace(file string) func() error {
	opened, err := os.Stat(file)
	return func() error {
		if err != nil {
			return nil
		}
		if now, err := os.Stat(file); err != nil || !os.SameFile(opened, now) || now.Size() < opened.Size() {
			return errors.New("the file was taken away, replaced or cut short since it was opened: start the server again")
		}
		return nil
	}
}

// openAll opens all connections that read.
func (s *Store) openAll(file string) (err error) {
	n := max(2, runtime.GOMAXPROCS(0))
	for _, pool := range []struct {
		of        *readers
		n, cached int
		ran       *atomic.Uint64
	}{{&s.kept, 1, scanCache, nil}, {&s.readers, n, readerCache, &s.statements}, {&s.viewers, n, readerCache, &s.statements}} {
		if *pool.of, err = openReaders(file, pool.n, pool.cached, pool.ran); err != nil {
			return errors.Join(err, s.closeAll())
		}
	}
	s.links = newLinker(func() (conn, error) { return openReader(file, scanCache, nil) })
	return nil
}

// closeAll closes those that openAll has opened, when they are given back.
func (s *Store) closeAll() (err error) {
	if s.links != nil {
		s.links.close()
	}
	for _, pool := range []*readers{&s.viewers, &s.readers, &s.kept} {
		err = errors.Join(err, pool.close())
	}
	return err
}

// Readers is how many statements may read the graph at once.
func (s *Store) Readers() int { return cap(s.readers) }

// close waits for those that are lent, and closes all.
func (r readers) close() (err error) {
	for range cap(r) {
		err = errors.Join(err, (<-r).close())
	}
	return err
}

// read lends a reading connection.
func (s *Store) read(ctx context.Context, with func(conn) error) error {
	return s.lend(ctx, s.readers, with)
}

// lend lends one of these connections.
func (s *Store) lend(ctx context.Context, of readers, with func(conn) error) error {
	if err := ctx.Err(); err != nil {
		return context.Cause(ctx)
	}
	select {
	case <-s.closed:
		return store.ErrUnavailable
	default:
	}
	select {
	case c := <-of:
		defer func() {
			c.until(nil)
			of <- c
		}()
		err := with(c)
		if code := zs.ErrCode(err).ToPrimary(); code == zs.ResultCorrupt || code == zs.ResultNotADB {
			err = fmt.Errorf("the file is damaged, put a backup in its place and start again: %w", err)
			s.damaged.CompareAndSwap(nil, &err)
		}
		return err
	case <-s.closed:
		return store.ErrUnavailable
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
