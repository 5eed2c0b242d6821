package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// Clients write ever new queries, and each makes a statement of its own.
func TestStatementsAreNotKeptForEver(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	s := open(t)
	defer s.Close()
	ask := func(shape int) {
		page := &plan.Page{Over: plan.OverNodes, Order: []plan.Order{{Column: "id"}}, Limit: 1, Rows: true}
		var where plan.Every
		for i := range 200 { // the shape in binary, then more of the same
			where = append(where, plan.Compare{Column: "id", Op: []plan.Op{plan.Eq, plan.Lt}[shape>>min(i, 20)&1], Value: "x"})
		}
		page.Where = plan.OnNode{Where: where}
		if _, err := s.Fetch(t.Context(), page); err != nil {
			t.Fatal(err)
		}
	}
	for shape := range 500 {
		ask(shape)
	}
	before := resident(t)
	for shape := range 4000 {
		ask(500 + shape)
	}
	if grown := resident(t) - before; grown > 64<<20 {
		t.Errorf("4,000 new shapes made the process grow by %d MB", grown>>20)
	}
}

// A list that grows for ever, and many lists beside each other that are each small enough: neither is collected.
func TestStatementsCollectNoMoreThanIsAllowed(t *testing.T) {
	c, err := openReader(filepath.Join(t.TempDir(), "graph.db"), 1<<20, nil)
	if err == nil {
		t.Fatal("a store that is not there can be read")
	}
	s := open(t).(*Store)
	defer s.Close()
	c = <-s.readers
	defer func() { s.readers <- c }()
	const rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) SELECT json_array(printf('%%.*c', 1000, 'x')) v FROM n"
	w := &statement{}
	many := make([]part, 100)
	for i := range many {
		many[i] = sub(w.list(fmt.Sprintf(rows, 900)))
	}
	for name, text := range map[string]string{"one list": w.list(fmt.Sprintf(rows, 1_000_000)), "many lists": array(many...)} {
		before := resident(t)
		err := c.within(t.Context(), store.NewAllowance(1<<20), func(ctx context.Context) error { return c.run(ctx, nil, "SELECT "+text) })
		if !errors.Is(err, store.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
		if grown := resident(t) - before; grown > 32<<20 {
			t.Errorf("%s: the process grew by %d MB for an answer of at most 1 MB", name, grown>>20)
		}
	}
	err = c.within(t.Context(), nil, func(ctx context.Context) error { return c.run(ctx, nil, "SELECT "+w.list(fmt.Sprintf(rows, 2000))) })
	if err != nil {
		t.Errorf("without an allowance: %v", err)
	}
}

// resident is how many bytes of memory the process holds.
func resident(t *testing.T) int {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("the system does not say how much memory a process holds")
	}
	var size, pages int
	if _, err := fmt.Sscan(string(statm), &size, &pages); err != nil {
		t.Fatal(err)
	}
	return pages * os.Getpagesize()
}

// Somebody copies a shorter file over the one that is served: what is no more there cannot be read, which is an error and not the end of
// the process, and readiness tells of it.
func TestAFileIsCutWhileItIsServed(t *testing.T) {
	file, o := filepath.Join(t.TempDir(), "graph.db"), storetest.Ontology(t)
	s, err := Open(t.Context(), file, o)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Write(t.Context(), storetest.Hubs(o, nil, 20), store.WriteOptions{})
	if err = errors.Join(err, s.Close()); err != nil { // all of it is in the file then, and none of it in the memory of those that open it
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), file, o); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	read := func(most int) error {
		_, err := s.Fetch(t.Context(), &plan.Page{Over: plan.OverNodes, Types: o.Types, Order: []plan.Order{{Column: "id"}}, Limit: most, Rows: true})
		return err
	}
	for range s.Readers() { // each connection has seen the whole file
		err = errors.Join(err, read(1))
	}
	if err = errors.Join(err, os.Truncate(file, 16<<10)); err != nil {
		t.Fatal(err)
	}
	for range s.Readers() {
		if read(1000) == nil {
			t.Error("nodes were read that the file no longer holds")
		}
	}
	if _, err := s.Count(t.Context()); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("of a damaged file the store says that it is well: %v", err)
	}
}

// Of a file that is emptied, replaced or taken away much may still be in memory: what is served is no longer what is there, and readiness
// tells of it.
func TestAFileIsNoLongerInItsPlace(t *testing.T) {
	o := storetest.Ontology(t)
	for what, done := range map[string]func(file string) error{
		"emptied":    func(file string) error { return os.Truncate(file, 0) },
		"taken away": os.Remove,
		"replaced": func(file string) error {
			text, err := os.ReadFile(file)
			return errors.Join(err, os.WriteFile(file+".new", text, 0o600), os.Rename(file+".new", file))
		},
	} {
		file := filepath.Join(t.TempDir(), "graph.db")
		s, err := Open(t.Context(), file, o)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if _, err := s.Count(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := done(file); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Count(t.Context()); err == nil || !strings.Contains(err.Error(), "start the server again") {
			t.Errorf("%s: %v", what, err)
		}
	}
}
