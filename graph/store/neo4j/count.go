package neo4j

import (
	"context"
	"errors"
	"fmt"
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

// Count is part of store.Store.
func (s *Store) Count(ctx context.Context) (n store.Counts, err error) {
	k := &known{}
	if k.writes, err = s.writes(ctx); err == nil {
		if was := s.known.Load(); was != nil && was.writes == k.writes {
			return was.Counts, nil
		}
		err = s.read(ctx, countText, nil, func(r *driver.Record) error { k.Counts = counts(r); return nil })
	}
	if err != nil {
		return store.Counts{}, fmt.Errorf("count the graph: %w", err)
	}
	s.known.Store(k)
	return k.Counts, nil
}

// writes is how often the database was written; errEmptied where it is not ours.
func (s *Store) writes(ctx context.Context) (n int64, err error) {
	ours := false
	err = s.read(ctx, "MATCH (l:_Layout {version: $version}) RETURN coalesce(l.writes, 0)", map[string]any{"version": layoutVersion}, func(r *driver.Record) error {
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
	COLLECT { MATCH (:Entity)-[r]->(:Entity) RETURN sum(size(r._quote)) } [0] + COLLECT { MATCH (n:Entity) WHERE n._statements IS NOT NULL RETURN sum(size([s IN n._statements WHERE split(s, '\t')[%d] <> ''])) } [0]`, rulePart)

// census is the value of a plan.Census.
func census(q *plan.Census) string {
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
