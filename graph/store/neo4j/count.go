package neo4j

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// known is how much there is, as of one number of writes: to count it is to go through all of it, which nobody may have done over and over.
type known struct {
	store.Counts
	writes int64
}

// errEmptied says that the database was ours and is no more.
var errEmptied = errors.New("the database was emptied or replaced: restore it, or load the reports again")

// census counts the graph beside what else is done, once for all who ask meanwhile: whoever cannot wait for it leaves it to the next.
type census struct {
	mu      sync.Mutex
	running *counting // nil where nothing is being counted
	ended   sync.WaitGroup
}

// counting is one count under way.
type counting struct {
	known
	err  error
	done chan struct{} // closed at its end
}

// countTime is how long counting may take: where the server is busy, longer than anybody waits.
const countTime = time.Minute

// Count is part of store.Store.
func (s *Store) Count(ctx context.Context) (store.Counts, error) {
	fail := func(err error) (store.Counts, error) { return store.Counts{}, fmt.Errorf("count the graph: %w", err) }
	writes, err := s.writes(ctx)
	if errors.Is(err, errEmptied) {
		s.known.Store(nil) // what comes may have been written as often
	}
	if err != nil {
		return fail(err)
	}
	was := s.known.Load()
	if was != nil && was.writes == writes {
		return was.Counts, nil
	}
	for {
		c := s.counting(writes)
		select {
		case <-c.done:
			if c.err != nil {
				return fail(c.err)
			}
			if c.writes >= writes { // else it was under way before what was written last
				return c.Counts, nil
			}
		case <-ctx.Done():
			if was != nil {
				return was.Counts, nil
			}
			return fail(context.Cause(ctx))
		}
	}
}

// counting is the count that is under way, or one of the graph after so many writes that begins now.
func (s *Store) counting(writes int64) *counting {
	s.census.mu.Lock()
	defer s.census.mu.Unlock()
	if s.census.running != nil {
		return s.census.running
	}
	c := &counting{known: known{writes: writes}, done: make(chan struct{})}
	s.census.running = c
	s.census.ended.Go(func() {
		ctx, cancel := context.WithTimeout(s.open, countTime)
		defer cancel()
		if c.err = s.read(ctx, countText, nil, func(r *driver.Record) error { c.Counts = counts(r); return nil }); c.err == nil {
			s.known.Store(&c.known)
		}
		s.census.mu.Lock()
		s.census.running = nil
		s.census.mu.Unlock()
		close(c.done)
	})
	return c
}

// writes is how often the database was written; errEmptied where it is not ours.
func (s *Store) writes(ctx context.Context) (n int64, err error) {
	ours := false
	err = s.read(ctx, "MATCH (l:_Layout {version: $given.version}) RETURN coalesce(l.writes, 0)", map[string]any{"version": layoutVersion},
		func(r *driver.Record) error {
			n, ours = r.Values[0].(int64)
			return nil
		})
	if err == nil && !ours {
		err = errEmptied
	}
	return n, err
}

// counted are the numbers of store.Counts.
var counted = fmt.Sprintf(`COUNT { (:_Document) }, COUNT { (:Entity) }, COUNT { (:Entity)-[]->(:Entity) },
	COLLECT { MATCH (:Entity)-[r]->(:Entity) RETURN sum(size(r.quotes)) } [0] + `+
	`COLLECT { MATCH (n:Entity) WHERE n._statements IS NOT NULL `+
	`RETURN sum(size([s IN n._statements WHERE split(s, '\t')[%d] <> ''])) } [0]`, rulePart)

// censusText is the value of a plan.Census.
func censusText(q *plan.Census) string {
	counts := "null, null, null, null"
	if q.Counts {
		counts = counted
	}
	return `['Graph', COLLECT { MATCH (d:_Document) WHERE d.told <> '' RETURN max(d.told) }[0], ` + counts + `,
	reduce(all = [], d IN COLLECT { MATCH (d:_Document) WITH d ORDER BY d.report RETURN [d.report, d.hash] } | all + d)]`
}

var countText = "RETURN " + counted + `,
	COLLECT { MATCH (d:_Document) RETURN max(d.written) } [0]`

func counts(r *driver.Record) (n store.Counts) {
	number := func(i int) int { v, _ := r.Values[i].(int64); return int(v) }
	n = store.Counts{Reports: number(0), Nodes: number(1), Relations: number(2), Evidence: number(3)}
	if at := number(4); at > 0 {
		n.Newest = time.Unix(int64(at), 0).UTC()
	}
	return n
}
