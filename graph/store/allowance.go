package store

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync/atomic"
)

// ErrTooLarge marks errors of a Fetch whose value has more bytes than the context's allowance has left.
var ErrTooLarge = errors.New("the answer is larger than is allowed")

// ErrOutOfMemory marks errors of a Fetch that takes more memory than the database lets one transaction take: it is an ErrTooLarge of the
// database's own, however small the answer.
var ErrOutOfMemory = fmt.Errorf("the database has not the memory: %w", ErrTooLarge)

// Allowance is how many bytes may still be taken for one request, by all that is done for it together. On nil, any number may. It is safe
// for concurrent use.
type Allowance struct{ left atomic.Int64 }

// NewAllowance allows so many bytes.
func NewAllowance(bytes int64) *Allowance {
	a := &Allowance{}
	a.left.Store(bytes)
	return a
}

// Left is how many bytes may still be taken.
func (a *Allowance) Left() int64 {
	if a == nil {
		return math.MaxInt64
	}
	return max(a.left.Load(), 0)
}

// Take takes so many bytes, or says ErrTooLarge where there are not as many: then nothing is left.
func (a *Allowance) Take(bytes int64) error {
	if a != nil && a.left.Add(-bytes) < 0 {
		return ErrTooLarge
	}
	return nil
}

type allowanceKey struct{}

// WithAllowance makes what is fetched in a context take from an allowance.
func WithAllowance(ctx context.Context, a *Allowance) context.Context {
	return context.WithValue(ctx, allowanceKey{}, a)
}

// AllowanceIn is the allowance of a context; nil where there is none.
func AllowanceIn(ctx context.Context) *Allowance {
	a, _ := ctx.Value(allowanceKey{}).(*Allowance)
	return a
}
