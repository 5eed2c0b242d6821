package graph

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/expirable"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"golang.org/x/sync/semaphore"
	"golang.org/x/time/rate"

	"councilgraph/graph/access"
	"councilgraph/graph/store"
)

// Shares that requests have of the server. A quick request waits for a reader of the store alone; those that cost more than dear run a few
// at a time and wait in a queue of their own, so that nobody waits behind them, and so that their answers are few enough to be held in
// memory.
const (
	dearCost   = 200_000 // some 80 ms on SQLite
	maxRunning = 1000    // requests under way, those that wait included
	outgoing   = 4       // answers of the greatest size that are being sent
)

// overloaded says that a request was not begun, since others are before it; it may be sent again after some time.
type overloaded struct {
	after time.Duration
	why   string
}

func (o *overloaded) Error() string { return o.why }

// write refuses a request: 503 with Retry-After.
func (o *overloaded) write(w http.ResponseWriter, media string) {
	seconds := max(1, int(math.Ceil(o.after.Seconds())))
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	writeErrors(w, media, http.StatusServiceUnavailable, &gqlerror.Error{
		Message: fmt.Sprintf("%s: send the request again in %d s", o.why, seconds), Extensions: code(codeOverloaded)})
}

var (
	tooMany = &overloaded{time.Second, "the server has too many requests to answer"}
	tooLong = &overloaded{5 * time.Second, "the time of the request is over before its turn came, since too many costly ones are before it"}
)

// shares give each request its turn. They are safe for concurrent use.
type shares struct {
	readers int                 // how many statements the store answers at once
	running *semaphore.Weighted // requests
	dear    *queue              // dear requests
	sending *semaphore.Weighted // bytes of large answers that are being sent
	limits  Limits
	spent   *expirable.LRU[string, *rate.Limiter] // by client

	mu sync.Mutex // for spent
}

const (
	maxClients = 10_000 // whose spending is remembered
	someTime   = 10     // seconds of its rate that a client may spend at once
)

func newShares(s store.Store, limits Limits) *shares {
	readers := 16
	if r, ok := s.(interface{ Readers() int }); ok {
		readers = r.Readers()
	}
	return &shares{
		limits: limits, readers: readers, running: semaphore.NewWeighted(maxRunning), dear: newQueue(int(half(readers))),
		sending: semaphore.NewWeighted(outgoing * limits.Answer),
		spent:   expirable.NewLRU[string, *rate.Limiter](maxClients, nil, time.Hour)}
}

func half(n int) int64 { return int64(max(1, n/2)) }

// enter lets a request in, and gives what is to be called at its end.
func (s *shares) enter() (leave func(), refused *overloaded) {
	if !s.running.TryAcquire(1) {
		return nil, tooMany
	}
	return func() { s.running.Release(1) }, nil
}

// turn waits for the turn of a client's request, and gives what is to be called when it has been answered. It is refused where the client
// has spent too much, where too many wait, and where the time of the request is over before its turn comes.
func (s *shares) turn(ctx context.Context, c client, cost int) (done func(), refused *overloaded) {
	if refused := s.spend(c, cost); refused != nil {
		return nil, refused
	}
	if cost <= dearCost {
		return func() {}, nil
	}
	if refused := s.dear.enter(ctx, c.name, cost); refused != nil {
		return nil, refused
	}
	return sync.OnceFunc(s.dear.leave), nil
}

// spend takes the cost from what the client may spend.
func (s *shares) spend(c client, cost int) *overloaded {
	if c.rate == 0 {
		return nil
	}
	s.mu.Lock()
	purse, ok := s.spent.Get(c.name)
	if !ok {
		purse = rate.NewLimiter(rate.Limit(c.rate), max(someTime*c.rate, s.limits.Cost))
		s.spent.Add(c.name, purse)
	}
	s.mu.Unlock()
	r := purse.ReserveN(time.Now(), cost)
	if wait := r.Delay(); wait > 0 {
		r.Cancel()
		return &overloaded{wait, "this client has asked for more than its share"}
	}
	return nil
}

// send waits until an answer of so many bytes can be sent, since clients may take their time to read what is held in memory for them
// meanwhile. Small ones need not wait.
func (s *shares) send(ctx context.Context, bytes int) (sent func(), refused *overloaded) {
	n := min(int64(bytes), s.limits.Answer)
	if n < s.limits.Answer/64 {
		return func() {}, nil
	}
	if err := s.sending.Acquire(ctx, n); err != nil {
		return nil, tooLong
	}
	return func() { s.sending.Release(n) }, nil
}

type fetchesKey struct{}

// fetching bounds how many statements of one request run at once: half of those that the store answers.
func (s *shares) fetching(ctx context.Context) context.Context {
	return context.WithValue(ctx, fetchesKey{}, semaphore.NewWeighted(half(s.readers)))
}

// fetch waits until the request may fetch, and gives what is to be called when it has.
func fetch(ctx context.Context) (fetched func(), err error) {
	s, ok := ctx.Value(fetchesKey{}).(*semaphore.Weighted)
	if !ok {
		return func() {}, nil
	}
	if err := s.Acquire(ctx, 1); err != nil {
		return nil, context.Cause(ctx)
	}
	return func() { s.Release(1) }, nil
}

// client is who sends a request.
type client struct {
	name string
	rate int // cost that it may spend a second; 0: any
}

// clientOf is the bearer of a key or a token, else an address.
func (s *shares) clientOf(r *http.Request) client {
	who := access.In(r.Context())
	if who == nil {
		return client{address(r), s.limits.Rate}
	}
	return client{"bearer " + who.Name, cmp.Or(who.Rate, s.limits.Rate)}
}

func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// inTurn serves what is dear whatever it is asked: each request in its turn, for which it waits as long as a request may take.
func (e *endpoint) inTurn(serve http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		leave, full := e.shares.enter()
		if full != nil {
			full.write(w, plainJSON)
			return
		}
		defer leave()
		waiting, cancel := context.WithTimeout(r.Context(), e.limits.Time)
		defer cancel()
		done, full := e.shares.turn(waiting, e.shares.clientOf(r), dearCost+1)
		if full != nil {
			full.write(w, plainJSON)
			return
		}
		defer done()
		serve(w, r)
	})
}
