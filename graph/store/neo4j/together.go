package neo4j

import (
	"context"
	"maps"
	"reflect"
	"regexp"
	"runtime"
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/cache"
	"councilgraph/graph/plan"
)

// together lets reads of one text wait for one another where the server is busy with that text, and then go out in one statement, equal
// ones once: what the server does once a statement is most of what it does. A read that comes while no statement of its text is under way
// goes at once. Behind one, those that wait go when it ends, or beside it where they have become many or waited long. It is safe for
// concurrent use.
type together struct {
	mu     sync.Mutex
	shapes map[shape]*queue     // those with statements under way
	texts  *cache.Cache[string] // of statements for several questions, by that for one
}

func newTogether() together {
	return together{shapes: map[shape]*queue{}, texts: cache.New(mostPlanned, func(string, string) int { return 1 }, nil)}
}

// shape is what must be equal for questions to go out together: the text, and the limits, which may not differ from row to row.
type shape struct{ text, limits string }

// queue is what waits while statements of a text are under way.
type queue struct {
	underWay int
	waiting  []*question
}

// question is one read that waits.
type question struct {
	ctx    context.Context
	params map[string]any
	value  plan.Value
	err    error
	done   chan struct{} // closed when value and err are there
}

// atOnce is how many statements of one text are under way at most: the server answers each with one processor.
var atOnce = max(2, runtime.GOMAXPROCS(0))

const (
	mostTogether = 64                    // questions in one statement
	enough       = 8                     // questions that are worth a statement of their own: with more in one, each costs hardly less
	patient      = 50 * time.Millisecond // what a question waits for a slow one of its text
)

// ask answers a statement's one value.
func (s *Store) ask(ctx context.Context, of shape, params map[string]any) (plan.Value, error) {
	if err := ctx.Err(); err != nil {
		return nil, context.Cause(ctx)
	}
	s.together.mu.Lock()
	q := s.together.shapes[of]
	if q == nil {
		q = &queue{}
		s.together.shapes[of] = q
	}
	if q.underWay == 0 {
		q.underWay = 1
		s.together.mu.Unlock()
		defer s.next(of, q)
		return s.askAlone(ctx, of.text, params)
	}
	mine := &question{ctx: ctx, params: params, done: make(chan struct{})}
	q.waiting = append(q.waiting, mine)
	if len(q.waiting) >= enough {
		s.beside(of, q)
	}
	s.together.mu.Unlock()
	late := time.NewTimer(patient)
	defer late.Stop()
	for {
		select {
		case <-mine.done:
			return mine.value, mine.err
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case <-late.C:
			s.together.mu.Lock()
			s.beside(of, q)
			s.together.mu.Unlock()
		}
	}
}

// beside sends what waits, if anything does, beside the statements under way, where these are fewer than may be. The caller holds the
// mutex.
func (s *Store) beside(of shape, q *queue) {
	if q.underWay < atOnce && len(q.waiting) > 0 {
		q.underWay++
		s.send(of, q)
	}
}

// next sends what has come to wait meanwhile, in the place of the statement that has ended.
func (s *Store) next(of shape, q *queue) {
	s.together.mu.Lock()
	defer s.together.mu.Unlock()
	if len(q.waiting) > 0 {
		s.send(of, q)
		return
	}
	if q.underWay--; q.underWay == 0 {
		delete(s.together.shapes, of)
	}
}

// send sends what waits, as one of the statements under way. The caller holds the mutex.
func (s *Store) send(of shape, q *queue) {
	questions := q.waiting[:min(len(q.waiting), mostTogether)]
	q.waiting = q.waiting[len(questions):]
	go func() {
		defer s.next(of, q)
		s.askTogether(of.text, questions)
	}()
}

func (s *Store) askAlone(ctx context.Context, text string, params map[string]any) (value plan.Value, err error) {
	err = s.read(ctx, "RETURN "+text+" AS value", params, func(r *driver.Record) error {
		value = r.Values[0]
		return nil
	})
	return value, err
}

// askTogether answers questions by one statement, or each alone where that fails. Those whose callers have gone are left out.
func (s *Store) askTogether(text string, questions []*question) {
	defer func() {
		for _, q := range questions {
			close(q.done)
		}
	}()
	rows, of := []any{}, [][]*question{}
	for _, q := range questions {
		if q.ctx.Err() == nil {
			rows, of = addRow(rows, of, q)
		}
	}
	if len(rows) == 0 {
		return
	}
	if len(questions) > 1 {
		ctx, end := patience(questions)
		defer end()
		if s.askOnce(ctx, text, rows, of) == nil {
			return
		}
	}
	for _, same := range of {
		for _, q := range same {
			q.value, q.err = s.askAlone(q.ctx, text, q.params)
		}
	}
}

// askOnce answers the questions of rows by one statement: that of one of them where all are equal.
func (s *Store) askOnce(ctx context.Context, text string, rows []any, of [][]*question) error {
	if len(rows) > 1 {
		return s.askRows(ctx, text, rows, of)
	}
	value, err := s.askAlone(ctx, text, of[0][0].params)
	if err == nil {
		for _, q := range of[0] {
			q.value = value
		}
	}
	return err
}

// askRows answers the questions of rows by one statement.
func (s *Store) askRows(ctx context.Context, text string, rows []any, of [][]*question) error {
	params := map[string]any{"rows": rows}
	maps.Copy(params, limits(of[0][0].params))
	together, ok := s.together.texts.Get(text)
	if !ok {
		together = ofRows(text)
		s.together.texts.Put(text, together)
	}
	return s.read(ctx, together, params, func(r *driver.Record) error {
		for _, q := range of[r.Values[0].(int64)] {
			q.value = r.Values[1]
		}
		return nil
	})
}

// What differs from question to question: parameters, which sub-queries with a scope of their own must be given.
var (
	parameter = regexp.MustCompile(`\$given\.p(\d+)`)
	scope     = regexp.MustCompile(`CALL \((\w*)\) {( WITH )?`)
)

// ofRows is a statement that answers the questions of rows. Each row is given out by its sub-query, and handed on by what stands first in
// one within, since Cypher asks that of what stands beside an aggregation.
func ofRows(text string) string {
	text = scope.ReplaceAllStringFunc(parameter.ReplaceAllString(text, "row.p$1"), func(call string) string {
		m := scope.FindStringSubmatch(call)
		call = "CALL (row) {"
		if m[1] != "" {
			call = "CALL (row, " + m[1] + ") {"
		}
		if m[2] != "" {
			call += m[2] + "row, "
		}
		return call
	})
	return "UNWIND $given.rows AS row CALL (row) { RETURN row AS asked, " + text + " AS value } RETURN asked.question, value"
}

// addRow adds a question to the rows of a statement, where an equal one is not among them.
func addRow(rows []any, of [][]*question, q *question) ([]any, [][]*question) {
	for i, same := range of {
		if maps.EqualFunc(same[0].params, q.params, equal) {
			of[i] = append(of[i], q)
			return rows, of
		}
	}
	row := map[string]any{"question": int64(len(rows))}
	for name, v := range q.params {
		if name[0] == 'p' {
			row[name] = v
		}
	}
	return append(rows, row), append(of, []*question{q})
}

// equal says whether two values of a parameter are: mostly texts.
func equal(a, b any) bool {
	if a, ok := a.(string); ok {
		return a == b
	}
	return reflect.DeepEqual(a, b)
}

// limits are the parameters that are limits.
func limits(params map[string]any) map[string]any {
	equal := map[string]any{}
	for name, v := range params {
		if name[0] == 'l' {
			equal[name] = v
		}
	}
	return equal
}

// patience is a context that ends when all questions' have, or the last of their deadlines has passed.
func patience(questions []*question) (context.Context, context.CancelFunc) {
	ctx, end := context.WithCancel(context.Background())
	var last time.Time
	endless, left, mu := false, len(questions), sync.Mutex{}
	stops := make([]func() bool, len(questions))
	release := func() {
		for _, stop := range stops {
			stop()
		}
		end()
	}
	for i, q := range questions {
		deadline, ok := q.ctx.Deadline()
		endless = endless || !ok
		if deadline.After(last) {
			last = deadline
		}
		stops[i] = context.AfterFunc(q.ctx, func() {
			mu.Lock()
			defer mu.Unlock()
			if left--; left == 0 {
				end()
			}
		})
	}
	if !endless {
		within, cancel := context.WithDeadline(ctx, last)
		return within, func() { cancel(); release() }
	}
	return ctx, release
}
