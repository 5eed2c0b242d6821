package graph

import (
	"container/heap"
	"context"
	"sync"
	"time"
)

// queue lets a few dear requests run at once, and the others wait: of those that came at one time the cheapest first, so that none waits
// behind what takes far longer than itself, and none forever, since each counts as having come later by what its cost takes. How many wait
// is bounded. It is safe for concurrent use.
type queue struct {
	mu      sync.Mutex
	free    int // how many more may run
	waiting waiters
	of      map[string]int // waiting, by client
}

const (
	maxWaiting  = 64                   // dear requests that wait
	maxOfClient = 32                   // of them, of one client
	perCost     = 2 * time.Microsecond // how much later a request counts as having come, for each of its cost
)

// waiter is a request in a queue.
type waiter struct {
	client string
	due    time.Time     // the earliest is next
	turn   chan struct{} // closed when it may run
	index  int           // in the heap; -1 when it is no longer there
}

func newQueue(running int) *queue { return &queue{free: running, of: map[string]int{}} }

// enter waits for a turn, and says whether it came, or why not. Whoever had a turn leaves.
func (q *queue) enter(ctx context.Context, client string, cost int) *overloaded {
	q.mu.Lock()
	if q.free > 0 {
		q.free--
		q.mu.Unlock()
		return nil
	}
	if len(q.waiting) >= maxWaiting || q.of[client] >= maxOfClient {
		q.mu.Unlock()
		return tooMany
	}
	w := &waiter{client: client, due: time.Now().Add(time.Duration(cost) * perCost), turn: make(chan struct{})}
	heap.Push(&q.waiting, w)
	q.of[client]++
	q.mu.Unlock()
	select {
	case <-w.turn:
		return nil
	case <-ctx.Done():
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if w.index < 0 { // its turn came at the same time
		return nil
	}
	heap.Remove(&q.waiting, w.index)
	q.forget(w)
	return tooLong
}

// leave gives a turn to the next who waits.
func (q *queue) leave() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.waiting) == 0 {
		q.free++
		return
	}
	w := heap.Pop(&q.waiting).(*waiter)
	q.forget(w)
	close(w.turn)
}

func (q *queue) forget(w *waiter) {
	if q.of[w.client]--; q.of[w.client] == 0 {
		delete(q.of, w.client)
	}
}

// length is how many wait.
func (q *queue) length() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.waiting)
}

// waiters are a heap (container/heap).
type waiters []*waiter

func (w waiters) Len() int           { return len(w) }
func (w waiters) Less(i, j int) bool { return w[i].due.Before(w[j].due) }
func (w waiters) Swap(i, j int) {
	w[i], w[j] = w[j], w[i]
	w[i].index, w[j].index = i, j
}

func (w *waiters) Push(x any) {
	one := x.(*waiter)
	one.index = len(*w)
	*w = append(*w, one)
}

func (w *waiters) Pop() any {
	last := len(*w) - 1
	one := (*w)[last]
	*w, (*w)[last] = (*w)[:last], nil
	one.index = -1
	return one
}
