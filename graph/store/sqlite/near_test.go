package sqlite

import (
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// The first and the last by name at a hub are the same from links in memory and without them, and also after the file has changed under the
// links.
func TestNearestByName(t *testing.T) {
	s := open(t).(*Store)
	defer s.Close()
	a := storetest.NewAsker(t)
	documents := storetest.Hubs(s.o, nil, 60)
	write := func(part []store.Document) {
		if _, err := s.Write(t.Context(), part, store.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	var queries []string
	for _, page := range []string{
		"first: 3, orderBy: [{name: ASC}]", "first: 3, orderBy: [{name: DESC}]", "first: 1000, orderBy: [{name: ASC}]",
		"last: 3, orderBy: [{name: ASC}]", "last: 2, orderBy: [{name: DESC}]",
	} {
		rows := "(" + page + ") { totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor relation { id } node { id name } } }"
		queries = append(queries,
			"{ courts(first: 40) { nodes { name indicted"+rows+" } } }",
			"{ organizations(first: 40) { nodes { name positionHolders"+rows+" cooperatesWith"+rows+" mentionedIn"+rows+" } } }",
			"{ places(first: 40) { nodes { name transferredHere"+rows+" mentionedIn"+rows+" } } }")
	}
	without := func() {
		s.links.wait()
		s.links.held, s.links.next = nil, time.Now().Add(time.Hour)
	}
	write(documents[:40])
	without()
	var want []string
	for _, q := range queries {
		want = append(want, a.Ask(t, s, q))
	}
	s.links.next = time.Time{}
	a.Ask(t, s, queries[0])
	s.links.wait()
	if s.links.latest() == nil {
		t.Fatal("no links were made")
	}
	for i, q := range queries {
		if got := a.Ask(t, s, q); got != want[i] {
			t.Errorf("%s:\n%s\nnot\n%s", q, got, want[i])
		}
	}
	s.links.next = time.Now().Add(time.Hour)
	held := s.links.latest()
	write(documents[40:])
	got := a.Ask(t, s, queries[0])
	if s.links.latest() == held {
		t.Error("links of an earlier state of the file are kept")
	}
	if without(); got != a.Ask(t, s, queries[0]) || got == want[0] {
		t.Errorf("after the file has changed: %s", got)
	}
}

// All whose names are the same as the last one's are among the nearest: what else orders them stands in the file.
func TestNearestWithEqualNames(t *testing.T) {
	l := &links{numbers: map[string]int32{"here": 0}, types: map[string]uint8{"A": 0, "B": 1, "C": 2}}
	from, to := []end{}, []end{}
	for row, far := range []int32{4, 2, 1, 3, 5, 2} {
		from, to = append(from, end{0, int32(row), 1}), append(to, end{far, int32(row), 1})
	}
	from, to = append(from, end{0, 6, 0}, end{0, 7, 2}), append(to, end{1, 6, 0}, end{1, 7, 2})
	l.out, l.in = gathered(from, to, 6), gathered(to, from, 6)
	l.rank([]string{"", "a", "b", "b", "c", "d"})
	for _, c := range []struct {
		typ, rows string
		limit     int
		last      bool
	}{{"B", "2", 1, false}, {"B", "2 1 3 5", 2, false}, {"B", "2 1 3 5", 4, false}, {"B", "0 2 1 3 5", 5, false}, {"B", "4", 1, true},
		{"B", "1 3 5 0 4", 3, true}, {"A", "6", 3, false}, {"C", "7", 1, true}} {
		got := strings.Trim(string(l.nearest(&l.out, "here", c.typ, c.limit, c.last)), "[]")
		if !slices.Equal(slices.Sorted(slices.Values(strings.Split(got, ","))), slices.Sorted(slices.Values(strings.Fields(c.rows)))) {
			t.Errorf("%d of type %s, the last: %v: %s, not %s", c.limit, c.typ, c.last, got, c.rows)
		}
	}
	if got := string(l.nearest(&l.out, "nobody", "B", 2, false)); got != "[]" {
		t.Errorf("around nobody: %s", got)
	}
}
