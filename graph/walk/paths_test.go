package walk_test

import (
	"context"
	"testing"

	"councilgraph/graph/plan"
	"councilgraph/graph/walk"
)

// severed is a store of two nodes that nothing links, whose engine looks for paths.
type severed struct{ *testing.T }

func (s severed) View(_ context.Context, with func(plan.Fetch) error) error { return with(s.Fetch) }

func (s severed) Fetch(_ context.Context, q plan.Query) (plan.Value, error) {
	switch q := q.(type) {
	case *plan.Shortest:
		return []plan.Value{}, nil
	case *plan.Get:
		rows := []plan.Value{}
		for _, id := range q.IDs {
			rows = append(rows, []plan.Value{nil, id, nil, []plan.Value{"Person"}})
		}
		return rows, nil
	}
	s.Errorf("a %T was asked for: that there is no path was known", q)
	return []plan.Value{[]plan.Value{}}, nil
}

// Where the store's engine finds no path, however many are wanted, there is nothing to look for hop by hop.
func TestNoPathIsFoundOnce(t *testing.T) {
	w := walk.Walker{Store: severed{t}}
	for _, first := range []int{1, 5} {
		q := &plan.Paths{From: "a", To: "b", MaxLength: 6, First: first, Nodes: &plan.Tuple{}, Between: &plan.RelationTuple{}}
		if paths, err := w.Answer(t.Context(), q); err != nil || len(paths.([]plan.Value)) > 0 {
			t.Errorf("the first %d paths are %v, %v", first, paths, err)
		}
	}
}
