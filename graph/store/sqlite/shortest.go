package sqlite

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"councilgraph/graph/plan"
)

// shortest answers a Shortest from the links in memory, if they are as the file is.
func (s *Store) shortest(ctx context.Context, c conn, q *plan.Shortest) (plan.Value, error) {
	l, err := s.current(ctx, c)
	if err != nil {
		return nil, err
	}
	if l == nil {
		return nil, errors.ErrUnsupported
	}
	paths, ids := l.shortest(q), []string{}
	for _, path := range paths {
		for _, n := range path {
			ids = append(ids, l.ids[n].(string))
		}
	}
	tuples := map[plan.Value]plan.Value{}
	if len(ids) > 0 {
		nodes, err := s.fetch(ctx, c, &plan.Get{IDs: ids, Node: q.Node})
		if err != nil {
			return nil, err
		}
		for _, row := range nodes.([]plan.Value) {
			row := row.([]plan.Value)
			tuples[row[1]] = row[3]
		}
	}
	rows := make([]plan.Value, len(paths))
	for i, path := range paths {
		nodes := make([]plan.Value, len(path))
		for j, n := range path {
			nodes[j] = []plan.Value{l.ids[n], tuples[l.ids[n]]}
		}
		rows[i] = []plan.Value{int64(len(paths)), nodes}
	}
	return rows, nil
}

// current gives the links if they are as the file is; else they are made beside, for the next, and nil is given.
func (s *Store) current(ctx context.Context, c conn) (*links, error) {
	if s.links.latest() != nil {
		version, err := changed(ctx, c)
		if err != nil {
			return nil, fmt.Errorf("read the graph: %w", err)
		}
		if l := s.links.current(version); l != nil {
			return l, nil
		}
	}
	s.links.renew(s.o)
	return nil, nil
}

// reach is a search from one node: how many hops each node is away that it has come to, and which are the farthest.
type reach struct {
	hops     map[int32]int
	frontier []int32
	far      int
}

func from(n int32) *reach { return &reach{map[int32]int{n: 0}, []int32{n}, 0} }

// shortest are the paths of fewest hops that a Shortest asks for, by the ids of their nodes, of which it looks at no more than it gives.
// Two searches step towards each other, always the one that has come to fewer nodes: where they meet, all nodes are known that such paths
// have.
func (l *links) shortest(q *plan.Shortest) (paths [][]int32) {
	start, ok := l.numbers[q.From]
	end, there := l.numbers[q.To]
	if !ok || !there || start == end {
		return nil
	}
	var types [math.MaxUint8 + 1]bool
	for _, t := range q.Relations {
		types[l.types[t.Name]] = true
	}
	a, b := from(start), from(end)
	met := false
	for !met && a.far+b.far < q.MaxHops && len(a.frontier) > 0 && len(b.frontier) > 0 {
		if len(a.frontier) <= len(b.frontier) {
			met = l.step(a, b, &types)
		} else {
			met = l.step(b, a, &types)
		}
	}
	if !met {
		return nil
	}
	hops := a.far + b.far
	left := l.left(a, b, &types)
	path := []int32{start}
	var extend func() bool // whether to go on
	extend = func() bool {
		if len(path) > hops {
			paths = append(paths, slices.Clone(path))
			return len(paths) < q.First
		}
		for _, next := range l.nearer(path[len(path)-1], left, hops-len(path), &types) {
			path = append(path, next)
			more := extend()
			if path = path[:len(path)-1]; !more {
				return false
			}
		}
		return true
	}
	extend()
	return paths
}

// step takes a search one hop farther, and says whether it has met the other.
func (l *links) step(r, other *reach, types *[math.MaxUint8 + 1]bool) (met bool) {
	var next []int32
	r.far++
	for _, n := range r.frontier {
		for _, far := range l.around(n, types) {
			if _, ok := r.hops[far]; ok {
				continue
			}
			r.hops[far] = r.far
			next = append(next, far)
			if _, ok := other.hops[far]; ok {
				met = true
			}
		}
	}
	r.frontier = next
	return met
}

// left is how many hops the nodes of the shortest paths are from the end b, of two searches that have just met: as b has found, and on
// the side of a back from where they met.
func (l *links) left(a, b *reach, types *[math.MaxUint8 + 1]bool) map[int32]int {
	left, back := b.hops, []int32{}
	for n, hops := range a.hops {
		if away, ok := b.hops[n]; ok && hops == a.far && away == b.far {
			back = append(back, n)
		}
	}
	for hops := a.far - 1; hops >= 0; hops-- {
		var nearer []int32
		for _, n := range back {
			for _, near := range l.around(n, types) {
				if at, ok := a.hops[near]; !ok || at != hops {
					continue
				}
				if _, ok := left[near]; !ok {
					left[near] = a.far + b.far - hops
					nearer = append(nearer, near)
				}
			}
		}
		back = nearer
	}
	return left
}

// nearer are the neighbours of a node that are so many hops from the end, each once, by id.
func (l *links) nearer(n int32, left map[int32]int, hops int, types *[math.MaxUint8 + 1]bool) []int32 {
	fars := slices.DeleteFunc(l.around(n, types), func(far int32) bool { away, ok := left[far]; return !ok || away != hops })
	slices.SortFunc(fars, func(a, b int32) int { return strings.Compare(l.ids[a].(string), l.ids[b].(string)) })
	return slices.Compact(fars)
}

// around are the neighbours of a node, one that several relations lead to several times.
func (l *links) around(n int32, types *[math.MaxUint8 + 1]bool) []int32 {
	return l.in.along(l.out.along(nil, n, types), n, types)
}
