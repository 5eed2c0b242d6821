package sqlite

import "context"

// ahead runs statements one after the other, beside its caller, who makes up the next ones meanwhile. Where one goes wrong those behind it
// are left out, and wait says so.
type ahead struct {
	queue chan behind
	over  chan struct{} // closed when all is
}

// behind is a statement that waits for its turn, or something else to be done then, or somebody who waits for what is before.
type behind struct {
	text    string
	args    []any
	do      func(conn) error
	reached chan<- outcome
}

// outcome is how the statements so far have come out: they went wrong where it is not zero.
type outcome struct {
	err      error
	panicked any
}

// mostAhead is how many statements wait at most. They are of up to 64 rows each: it takes some time until there are none.
const mostAhead = 64

func newAhead(ctx context.Context, c conn) *ahead {
	a := &ahead{make(chan behind, mostAhead), make(chan struct{})}
	go func() {
		defer close(a.over)
		var so outcome
		for b := range a.queue {
			switch {
			case b.reached != nil:
				b.reached <- so
			case so.err == nil && so.panicked == nil:
				so = b.run(ctx, c)
			}
		}
	}()
	return a
}

func (b behind) run(ctx context.Context, c conn) (so outcome) {
	defer func() { so.panicked = recover() }()
	if b.do != nil {
		so.err = b.do(c)
		return so
	}
	so.err = c.run(ctx, nil, b.text, b.args...)
	return so
}

// exec runs a statement soon. Its parameters are not to be changed any more.
func (a *ahead) exec(text string, args ...any) { a.queue <- behind{text: text, args: args} }

// then does something after the statements before. It uses nothing else of its caller's.
func (a *ahead) then(do func(conn) error) { a.queue <- behind{do: do} }

// wait waits until all statements have run: then the connection is the caller's.
func (a *ahead) wait() error {
	reached := make(chan outcome, 1)
	a.queue <- behind{reached: reached}
	so := <-reached
	if so.panicked != nil {
		panic(so.panicked)
	}
	return so.err
}

// close waits too, and ends it.
func (a *ahead) close() {
	close(a.queue)
	<-a.over
}
