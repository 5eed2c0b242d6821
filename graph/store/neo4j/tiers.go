package neo4j

import (
	"context"
	"sync"
	"time"

	"councilgraph/graph/cache"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// The server plans a statement that it has not seen for as long as it takes to answer hundreds: the more sub-queries, the longer. So
// a query whose statement is new is answered by statements of one step each (store.ByLevel), whose texts say nothing of the
// properties that are asked for and are soon known. Where it comes again, its one statement is planned behind the answers, and
// serves from then on.

// tier is how far a statement has come.
type tier int

const (
	unknown tier = iota
	asked        // it was asked for
	warming      // it is being planned
	planned
)

// steps is how a query is answered whose statement is new; nil where all its statements have one text.
func (s *Store) steps(q plan.Query) func(context.Context) (plan.Value, error) {
	switch q := q.(type) {
	case *plan.Get, *plan.Page, *plan.Several:
		return func(ctx context.Context) (plan.Value, error) { return store.ByLevel(ctx, q, stepsAtOnce, s.oneStep) }
	case *plan.Search:
		if q.Node != nil { // the nodes can be asked for by themselves
			alone := *q
			alone.Node = nil
			return func(ctx context.Context) (plan.Value, error) { return s.Fetch(ctx, &alone) }
		}
	}
	return nil
}

// stepsAtOnce is how many statements of one query are under way.
const stepsAtOnce = 4

const (
	mostPlanned = 500 // of the thousand statements that a server keeps plans of
	planTime    = time.Minute
)

// tiers know which statements the server has planned. They are safe for concurrent use. On nil all are.
type tiers struct {
	known   *cache.Cache[tier]
	turn    chan struct{} // held by what is being planned: one at a time, since each takes a processor of the server
	warming sync.WaitGroup
}

func newTiers() *tiers {
	return &tiers{known: cache.New(mostPlanned, func(string, tier) int { return 1 }, nil), turn: make(chan struct{}, 1)}
}

// planned says whether a statement has been planned. One that comes again is planned by warm, behind the caller's back.
func (t *tiers) planned(text string, warm func() error) bool {
	if t == nil {
		return true
	}
	at, _ := t.known.Get(text)
	switch at {
	case unknown:
		t.known.Put(text, asked)
	case asked:
		select {
		case t.turn <- struct{}{}:
			t.known.Put(text, warming)
			t.warming.Go(func() {
				defer func() { <-t.turn }()
				reached := planned
				if warm() != nil {
					reached = asked
				}
				t.known.Put(text, reached)
			})
		default:
		}
	}
	return at == planned
}

// warm has the server plan a statement, alone and for several questions at once.
func (s *Store) warm(text string, params map[string]any) error {
	ctx, cancel := context.WithTimeout(s.open, planTime)
	defer cancel()
	if _, err := s.askAlone(ctx, text, params); err != nil {
		return err
	}
	rows, of := addRow(nil, nil, &question{params: params})
	return s.askRows(ctx, text, rows, of)
}

// oneStep answers a query of store.ByLevel. Nodes and relations come with all their properties, of which the wanted ones are taken here.
func (s *Store) oneStep(ctx context.Context, q plan.Query) (plan.Value, error) {
	w := newStatement(s.o)
	w.entire = true
	text := w.query(q)
	value, err := s.ask(ctx, shape{text, string(w.limits)}, w.params)
	if err != nil {
		return nil, err
	}
	value = pickQuery(q, value)
	return value, store.AllowanceIn(ctx).Take(bytes(value))
}
