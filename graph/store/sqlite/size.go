package sqlite

import (
	"context"
	"math"

	zs "zombiezen.com/go/sqlite"

	"councilgraph/graph/store"
)

// maxDepth is more than the lists that a statement can have within each other.
const maxDepth = 64

// sizes bound what a running statement collects: of the lists of each depth, all together.
type sizes struct {
	allowed int64
	held    [maxDepth]int64
	end     context.CancelCauseFunc // of the statement
	over    bool
}

// within runs statements that are ended with store.ErrTooLarge where they would collect more than an allowance has left, before they have.
func (c conn) within(ctx context.Context, a *store.Allowance, with func(context.Context) error) error {
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	*c.sizes = sizes{allowed: a.Left(), end: end}
	const least = 1 << 20 // for parameters, and for what is stored
	before := c.Limit(zs.LimitLength, int32(min(max(c.sizes.allowed, least), math.MaxInt32)))
	defer c.Limit(zs.LimitLength, before)
	err := with(ctx)
	if c.sizes.over || zs.ErrCode(err).ToPrimary() == zs.ResultTooBig {
		return store.ErrTooLarge
	}
	return err
}

// fits is the SQL function of a list's depth and bytes that holds while the lists of that depth are within what is allowed, and then ends
// the statement. It is no error of the function, which the driver would lose.
func (s *sizes) fits() *zs.FunctionImpl {
	return &zs.FunctionImpl{NArgs: 2, AllowIndirect: true, Scalar: func(_ zs.Context, args []zs.Value) (zs.Value, error) {
		depth := min(args[0].Int(), maxDepth-1)
		if s.held[depth] += args[1].Int64(); s.held[depth] <= s.allowed {
			return zs.IntegerValue(1), nil
		}
		s.over = true
		s.end(store.ErrTooLarge)
		return zs.IntegerValue(0), nil
	}}
}
