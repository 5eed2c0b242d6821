package sqlite

import (
	"context"
	"fmt"
	"sync/atomic"

	zs "zombiezen.com/go/sqlite"

	"councilgraph/graph/cache"
)

// conn is all that this package asks of a driver: run a statement, and read its rows. Statements stay prepared while their texts fit in
// what is kept of them.
type conn struct {
	*zs.Conn
	prepared *cache.Cache[*zs.Stmt] // those that are not running
	ran      *atomic.Uint64         // counts its statements; nil where nobody asks
	sizes    *sizes
	near     *near
	done     *<-chan struct{} // what ends its statements early
}

// maxPrepared is how many bytes of statements a connection keeps prepared: each takes about ten times its text.
const maxPrepared = 1 << 20

func newConn(c *zs.Conn, ran *atomic.Uint64) conn {
	return conn{c, cache.New(maxPrepared, cache.ByText, func(st *zs.Stmt) { _ = st.Finalize() }), ran, &sizes{}, &near{}, new(<-chan struct{})}
}

// close closes the connection, and the statements that it keeps.
func (c conn) close() error {
	c.prepared.Clear()
	return c.Close()
}

// row reads the columns of a result row by position.
type row struct{ *zs.Stmt }

// run executes one statement with its parameters and calls each for every row. It ends early with ctx.
func (c conn) run(ctx context.Context, each func(row) error, text string, args ...any) error {
	if c.ran != nil {
		c.ran.Add(1)
	}
	c.until(ctx.Done())
	st, err := c.prepare(text)
	if err != nil {
		return because(ctx, err)
	}
	defer func() {
		_ = st.ClearBindings()
		_ = st.Reset()
		c.prepared.Put(text, st)
	}()
	for i, a := range args[:min(len(args), st.BindParamCount())] { // the last ones may belong to a part that nobody wanted
		switch a := a.(type) {
		case nil:
			st.BindNull(i + 1)
		case string:
			st.BindText(i+1, a)
		case int:
			st.BindInt64(i+1, int64(a))
		case int64:
			st.BindInt64(i+1, a)
		case float64:
			st.BindFloat(i+1, a)
		case bool:
			st.BindBool(i+1, a)
		default:
			panic(fmt.Sprintf("no parameter is a %T", a))
		}
	}
	for {
		more, err := st.Step()
		if err != nil {
			return because(ctx, err)
		}
		if !more {
			return nil
		}
		if each != nil {
			if err := each(row{st}); err != nil {
				return err
			}
		}
	}
}

// until lets statements run until done is closed; nil for never. It costs nothing where that is so already.
func (c conn) until(done <-chan struct{}) {
	if *c.done != done {
		*c.done = done
		c.SetInterrupt(done)
	}
}

// prepare takes a statement that is kept, or makes one.
func (c conn) prepare(text string) (*zs.Stmt, error) {
	if st, ok := c.prepared.Take(text); ok {
		return st, nil
	}
	st, _, err := c.PrepareTransient(text)
	return st, err
}

// because is the context's cause where that is what ended a statement.
func because(ctx context.Context, err error) error {
	if zs.ErrCode(err) == zs.ResultInterrupt && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// text is a column that may be NULL, as "".
func (r row) text(i int) string { return r.ColumnText(i) }
