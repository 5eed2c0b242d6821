package neo4j

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"testing"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// Many ask the same at once, about different things: each gets the answer that it would get alone, in fewer statements than there are
// questions.
func TestReadsGoTogether(t *testing.T) {
	s := open(t)
	defer s.Close()
	o := storetest.Ontology(t)
	if _, err := s.Write(t.Context(), storetest.Corpus(o), store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	a := storetest.NewAsker(t)
	names := []string{"EULEX", "Kosovo", "nobody", "Agim Đorđević", "Priština", "KFOR"}
	for _, shape := range []string{
		`{ entities(where: {name: {eq: %q}}) { totalCount nodes { id name relations(first: 3) { totalCount nodes { type evidence(first: 1) { quote } } } } groups(by: TYPE) { key count } } }`,
		`{ person(name: %q) { name indictedBy { edges { node { name } } } } }`,
		`{ report(symbol: %q) { name paragraphs(first: 2, orderBy: [{name: ASC}]) { nodes { number } } } }`,
		`{ relations(first: 5, where: {from: {name: {eq: %q}}}, orderBy: [{date: DESC}]) { totalCount nodes { id } } }`,
		`{ search(text: %q) { edges { match snippet node { name } } } }`,
		`{ neighborhood(of: [%q], perNode: 2) { nodes { name } relations { id } hidden { count } } }`,
	} {
		const each = 8
		var wait sync.WaitGroup
		got, want := make([]string, each*len(names)), make([]string, len(names))
		for i, name := range names {
			want[i] = a.Ask(t, s, fmt.Sprintf(shape, name))
		}
		before := s.Statements()
		a.Ask(t, s, fmt.Sprintf(shape, names[0]))
		alone := s.Statements() - before
		for i := range got {
			wait.Go(func() { got[i] = a.Ask(t, s, fmt.Sprintf(shape, names[i%len(names)])) })
		}
		wait.Wait()
		if ran := s.Statements() - before - alone; ran >= alone*uint64(len(got)) {
			t.Errorf("%s: %d questions took %d statements", shape, len(got), ran)
		}
		for i := range got {
			if got[i] != want[i%len(names)] {
				t.Errorf("%s: %s: among others\n got %s\nwant %s", shape, names[i%len(names)], got[i], want[i%len(names)])
			}
		}
	}
}

// Of many that ask just the same at once, those that wait are answered by one statement.
func TestEqualReadsAreOne(t *testing.T) {
	s := open(t)
	defer s.Close()
	q := &plan.Page{Over: plan.OverNodes, Types: s.o.Types, Order: []plan.Order{{Column: "id"}}, Total: true}
	if _, err := s.Fetch(t.Context(), q); err != nil {
		t.Fatal(err)
	}
	w := newStatement(s.o)
	text := w.query(q)
	equal := make([]*question, 40)
	for i := range equal {
		equal[i] = &question{ctx: t.Context(), params: w.params, done: make(chan struct{})}
	}
	before := s.Statements()
	s.askTogether(text, equal)
	if ran := s.Statements() - before; ran != 1 {
		t.Errorf("%d equal questions took %d statements", len(equal), ran)
	}
	for i, q := range equal {
		if page, _ := q.value.([]plan.Value); q.err != nil || len(page) != 2 || page[1] != int64(0) {
			t.Errorf("%d: %v, %v", i, q.value, q.err)
		}
	}
}

// One whose caller goes does the others no harm, nor does one that cannot be answered.
func TestReadsThatFailTogether(t *testing.T) {
	s := open(t)
	defer s.Close()
	page := func(limit int, after any) *plan.Page {
		return &plan.Page{Over: plan.OverNodes, Types: s.o.Types, Order: []plan.Order{{Column: "id"}}, Limit: limit, After: []plan.Value{after}, Rows: true}
	}
	var wait sync.WaitGroup
	for i := range 40 {
		wait.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if i%4 == 1 {
				cancel()
			}
			after := any("n")
			if i%4 == 2 {
				after = struct{}{} // no value that the server knows
			}
			_, err := s.Fetch(ctx, page(10+i%2, after))
			switch {
			case i%4 == 1 && !errors.Is(err, context.Canceled), i%4 == 2 && err == nil, i%4 != 1 && i%4 != 2 && err != nil:
				t.Errorf("%d: %v", i, err)
			}
		})
	}
	wait.Wait()
}

// A slow question does not hold up others of its text until it has its answer.
func TestReadsPassASlowOne(t *testing.T) {
	s := open(t)
	defer s.Close()
	count := shape{text: "COLLECT { UNWIND range(1, $given.p0) AS x WITH x WHERE x % 7 = 0 RETURN count(*) }[0]"}
	slow := make(chan error)
	go func() {
		_, err := s.ask(t.Context(), count, map[string]any{"p0": 50_000_000})
		slow <- err
	}()
	for !s.busy(count) {
		runtime.Gosched()
	}
	value, err := s.ask(t.Context(), count, map[string]any{"p0": 70})
	if err != nil || value != int64(10) {
		t.Errorf("%v, %v", value, err)
	}
	select {
	case err := <-slow:
		t.Errorf("the slow one came first: %v", err)
	default:
		if err := <-slow; err != nil {
			t.Error(err)
		}
	}
}

// busy says whether a statement of a text is under way.
func (s *Store) busy(of shape) bool {
	s.together.mu.Lock()
	defer s.together.mu.Unlock()
	return s.together.shapes[of] != nil
}
