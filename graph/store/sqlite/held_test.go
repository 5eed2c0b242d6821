package sqlite

import (
	"fmt"
	"os"
	"testing"

	"councilgraph/graph/plan"
)

// Clients write ever new queries, and each makes a statement of its own.
func TestStatementsAreNotKeptForEver(t *testing.T) {
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
