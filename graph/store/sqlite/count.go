package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// known is how much there is, as of one number of changes of the file: to count it is to go through all of it, which nobody may have done
// over and over.
type known struct {
	store.Counts
	number int64
}

// Count is part of store.Store. Of a file that anybody has found damaged, or that is no longer in its place, there is nothing to count.
func (s *Store) Count(ctx context.Context) (n store.Counts, err error) {
	if damaged := s.damaged.Load(); damaged != nil {
		return store.Counts{}, *damaged
	}
	if err := s.there(); err != nil {
		return store.Counts{}, err
	}
	err = s.lend(ctx, s.kept, func(c conn) error {
		n, err = s.counts(ctx, c)
		return err
	})
	if err != nil {
		return store.Counts{}, fmt.Errorf("count the graph: %w", err)
	}
	return n, nil
}

// counts are those that are known of the file as it is, or else counted now.
func (s *Store) counts(ctx context.Context, c conn) (store.Counts, error) {
	c.ran = nil
	number, err := changed(ctx, c)
	if err != nil {
		return store.Counts{}, err
	}
	if k := s.known.Load(); k != nil && k.number == number {
		return k.Counts, nil
	}
	k, err := count(ctx, c)
	if err != nil {
		return store.Counts{}, err
	}
	s.known.Store(k)
	return k.Counts, nil
}

// count counts.
func count(ctx context.Context, c conn) (*known, error) {
	k := &known{}
	return k, c.run(ctx, k.row, countText)
}

// counted are the numbers of store.Counts.
var counted = []string{"(SELECT count(*) FROM document)", "(SELECT count(*) FROM node)", "(SELECT count(*) FROM relation)",
	"(SELECT count(*) FROM statement WHERE paragraph IS NOT NULL AND rule != '')"}

var countText = "SELECT " + strings.Join(counted, ", ") + ", (SELECT max(written) FROM document), (SELECT number FROM change)"

// row reads a row of countText.
func (k *known) row(r row) error {
	k.Counts = store.Counts{Reports: r.ColumnInt(0), Nodes: r.ColumnInt(1), Relations: r.ColumnInt(2), Evidence: r.ColumnInt(3)}
	if at := r.ColumnInt64(4); at > 0 {
		k.Newest = time.Unix(at, 0).UTC()
	}
	k.number = r.ColumnInt64(5)
	return nil
}

// census is the value of a plan.Census. What is known of another number of changes than the statement sees is counted.
func (w *statement) census(q *plan.Census) string {
	counts := slices.Repeat([]string{"NULL"}, len(counted))
	if k := w.known; q.Counts && k != nil {
		same := "(SELECT number FROM change) = " + w.value(k.number)
		for i, n := range []int{k.Reports, k.Nodes, k.Relations, k.Evidence} {
			counts[i] = fmt.Sprintf("iif(%s, %s, %s)", same, w.value(n), counted[i])
		}
	} else if q.Counts {
		counts = counted
	}
	held := "(SELECT json_group_array(v) FROM (SELECT report v, report, 0 FROM document UNION ALL SELECT hash, report, 1 FROM document ORDER BY 2, 3))"
	parts := append(values("'Graph'", "(SELECT nullif(max(told), '') FROM document)"), values(counts...)...)
	return array(append(parts, sub(held))...)
}
