package graph

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"councilgraph/graph/plan"
)

const (
	dearQuery  = `{ persons(first: 1000) { nodes { mentionedIn(first: 300) { nodes { id } } } } }`
	quickQuery = `{ person(name: "x") { name } }`
)

// gate is a store whose fetches wait for the gate to open, and that says how many do at most.
type gate struct {
	open          chan struct{}
	holds         atomic.Bool
	running, most atomic.Int64
}

func (g *gate) fetch(ctx context.Context) (plan.Value, error) {
	if !g.holds.Load() {
		return []plan.Value{}, nil
	}
	for n := g.running.Add(1); ; {
		most := g.most.Load()
		if n <= most || g.most.CompareAndSwap(most, n) {
			break
		}
	}
	defer g.running.Add(-1)
	select {
	case <-g.open:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return []plan.Value{[]plan.Value{}, nil, nil, nil, nil, nil, nil, nil}, nil // an empty page
}

func closedGate() *gate {
	g := &gate{open: make(chan struct{})}
	g.holds.Store(true)
	return g
}

// Many dear requests of one client are answered a few at a time, wait in a bounded queue, and leave the others alone.
func TestDearRequestsWaitForEachOther(t *testing.T) {
	g := closedGate()
	url, _ := serveFake(t, nil, g.fetch)
	var all sync.WaitGroup
	var answered, refused atomic.Int64
	for range 100 {
		all.Go(func() {
			status, answer, code := send(t, url, query(dearQuery))
			switch {
			case status == http.StatusServiceUnavailable && code == codeOverloaded:
				refused.Add(1)
			case status == http.StatusOK && code == "":
				answered.Add(1)
			default:
				t.Errorf("%d: %s", status, answer)
			}
		})
	}
	deadline := time.Now().Add(3 * time.Second)
	for refused.Load() < 100-8-maxOfClient && time.Now().Before(deadline) {
		time.Sleep(10 * time.Millisecond)
	}
	g.holds.Store(false)
	began := time.Now()
	if status, answer, code := send(t, url, query(quickQuery)); status != http.StatusOK || code != "" || time.Since(began) > time.Second {
		t.Errorf("a quick request after %s: %d %s", time.Since(began), status, answer)
	}
	g.holds.Store(true)
	close(g.open)
	all.Wait()
	if n := answered.Load(); n != 8+maxOfClient || g.most.Load() != 8 {
		t.Errorf("%d were answered, %d at once, and %d refused", n, g.most.Load(), refused.Load())
	}
}

// Waiting counts into the time of a request, and who is refused is told when to come again.
func TestOverloaded(t *testing.T) {
	s := newShares(fake{fetch: none}, Limits{Answer: 1 << 20})
	var turns []func()
	for range 8 {
		done, refused := s.turn(t.Context(), client{name: "a"}, dearCost+1)
		if refused != nil {
			t.Fatal(refused)
		}
		turns = append(turns, done)
	}
	short, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, refused := s.turn(short, client{name: "b"}, dearCost+1)
	if refused == nil || s.dear.length() != 0 {
		t.Fatalf("a ninth is let in, and %d wait", s.dear.length())
	}
	w := httptest.NewRecorder()
	refused.write(w, plainJSON)
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "5" || !strings.Contains(w.Body.String(), codeOverloaded) {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	turns[0]()
	turns[0]() // done twice is done once
	if _, refused := s.turn(t.Context(), client{name: "b"}, dearCost+1); refused != nil {
		t.Error(refused)
	}
	if s.dear.free != 0 {
		t.Error("a turn was given back twice")
	}
}

// Of those that wait the cheapest is next, but none waits forever: what came long before goes first.
func TestTheCheapestIsNext(t *testing.T) {
	q := newQueue(1)
	if q.enter(t.Context(), "a", dearCost) != nil {
		t.Fatal("nobody was before it")
	}
	var order []string
	var all sync.WaitGroup
	wait := func(name string, cost int) {
		was := q.length()
		all.Go(func() {
			if refused := q.enter(t.Context(), name, cost); refused != nil {
				t.Error(refused)
			}
			order = append(order, name) // one at a time
			q.leave()
		})
		for q.length() == was {
			time.Sleep(time.Millisecond)
		}
	}
	wait("long before", 3*dearCost)
	time.Sleep(2 * dearCost * perCost)
	wait("dear", 20*dearCost)
	wait("cheap", 2*dearCost)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if q.enter(gone, "gone", dearCost) != tooLong {
		t.Error("who has gone got a turn")
	}
	q.leave()
	all.Wait()
	if got := strings.Join(order, ", "); got != "long before, cheap, dear" {
		t.Error(got)
	}
	if q.free != 1 || len(q.of) != 0 {
		t.Errorf("%d may run, %v wait", q.free, q.of)
	}
}

// One request does not take all readers, however many root fields it has.
func TestOneRequestTakesHalfOfTheReaders(t *testing.T) {
	g := closedGate()
	url, _ := serveFake(t, nil, g.fetch)
	time.AfterFunc(300*time.Millisecond, func() { close(g.open) })
	if _, answer, code := send(t, url, query("{"+many(50, "p%d: persons { nodes { id } } ")+"}")); code != "" {
		t.Error(answer)
	}
	if g.most.Load() != 8 {
		t.Errorf("a request fetched %d things at once", g.most.Load())
	}
}

// A client that has spent its share is refused until it has earned more.
func TestRates(t *testing.T) {
	url, _ := serveFake(t, func(l *Limits) { l.Rate, l.Cost = 1000, 50_000 }, none)
	costly := query(`{ persons(first: 1000) { nodes { mentionedIn(first: 30) { nodes { id } } } } }`)
	if status, answer, _ := send(t, url, costly); status != http.StatusOK {
		t.Fatal(answer)
	}
	if status, answer, code := send(t, url, costly); status != http.StatusServiceUnavailable || code != codeOverloaded {
		t.Errorf("31,000 and 31,000 of 50,000: %d %s", status, answer)
	}
	if status, answer, _ := send(t, url, query(quickQuery)); status != http.StatusOK {
		t.Errorf("what is left cannot be spent: %s", answer)
	}
}
