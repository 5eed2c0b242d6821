package walk

import (
	"context"
	"errors"
	"slices"

	"councilgraph/graph/plan"
)

// paths searches from both ends, always from the one with fewer nodes to go on from, until the two searches have together taken as many
// steps as a path may have hops. After each step all paths of that many hops are known: their first nodes have been walked from on one
// side, their last ones on the other.
func paths(ctx context.Context, fetch plan.Fetch, w *plan.Paths) (plan.Value, error) {
	m := &meeting{Paths: w, avoid: map[string]bool{}, walked: map[string]bool{}, links: map[string][]string{}}
	for _, id := range w.Avoid {
		m.avoid[id] = true
	}
	if value, ok, err := shortest(ctx, fetch, w); ok || err != nil {
		return value, err
	}
	found := [][]string{}
	if w.From == w.To {
		found = append(found, []string{w.From})
	} else {
		sides := [2]*side{{frontier: []string{w.From}, seen: map[string]bool{w.From: true}}, {frontier: []string{w.To}, seen: map[string]bool{w.To: true}}}
		for length := 1; length <= w.MaxLength && len(found) < w.First; length++ {
			if err := m.step(ctx, fetch, sides); err != nil {
				return nil, err
			}
			more, err := m.ofLength(length, w.First-len(found))
			if err != nil {
				return nil, err
			}
			found = append(found, more...)
		}
	}
	return served(ctx, fetch, w, found)
}

// maxShortest is how many shortest paths a store may look at to find the first, before it goes to them one hop after the other.
const maxShortest = 500

// shortest answers by the store's own search, where that gives as many paths as are wanted and there is nothing to ask of the way but its
// types.
func shortest(ctx context.Context, fetch plan.Fetch, w *plan.Paths) (value plan.Value, ok bool, err error) {
	if w.From == w.To || len(w.Avoid) > 0 || w.Expand.Where != nil || w.Expand.AsOf != "" {
		return nil, false, nil
	}
	q := plan.Shortest{From: w.From, To: w.To, MaxHops: w.MaxLength, Relations: w.Expand.Relations, First: w.First, MaxTried: maxShortest, Node: w.Nodes}
	value, err = fetch(ctx, &q)
	if errors.Is(err, errors.ErrUnsupported) {
		return nil, false, nil
	}
	rows := list(value)
	if len(rows) > 0 && list(rows[0])[0] == int64(maxShortest) {
		known := q
		known.Hops = len(list(list(rows[0])[1])) - 1
		value, err = fetch(ctx, &known)
		rows = list(value)
	}
	switch {
	case err != nil:
		return nil, false, err
	case len(rows) == 0: // no longer one either
		value, err = served(ctx, fetch, w, nil)
		return value, true, err
	case len(rows) < w.First:
		return nil, false, nil
	}
	found, paths := make([][]string, len(rows)), make([]plan.Value, len(rows))
	for i, row := range rows {
		nodes := list(list(row)[1])
		stops := make([]plan.Value, len(nodes))
		for j, node := range nodes {
			found[i], stops[j] = append(found[i], text(list(node)[0])), list(node)[1]
		}
		paths[i] = []plan.Value{"Path", int64(len(stops) - 1), stops, nil}
	}
	if w.Hops {
		value, err = served(ctx, fetch, w, found)
		return value, true, err
	}
	return paths, true, nil
}

// side is the search from one end.
type side struct {
	frontier []string // the nodes to walk from next, by id
	seen     map[string]bool
}

// meeting is what both sides have found.
type meeting struct {
	*plan.Paths
	avoid  map[string]bool
	walked map[string]bool
	links  map[string][]string // the neighbours of each node, as far as they are known, by id, each once: of a walked node all
	pairs  int
}

// step walks on from the smaller frontier. Where a side has nowhere to go, all that it can reach is known, and no step is needed.
func (m *meeting) step(ctx context.Context, fetch plan.Fetch, sides [2]*side) error {
	from := sides[0]
	if len(sides[0].frontier) == 0 || len(sides[1].frontier) == 0 {
		return nil
	}
	if len(sides[1].frontier) < len(from.frontier) {
		from = sides[1]
	}
	expand := m.Expand
	expand.Limit = maxFollowed - m.pairs + 1
	for _, id := range from.frontier {
		if !m.walked[id] {
			m.walked[id] = true
			expand.Nodes = append(expand.Nodes, id)
		}
	}
	if len(expand.Nodes) > 0 {
		value, err := fetch(ctx, &expand)
		if err != nil {
			return err
		}
		rows := list(list(value)[0])
		if m.pairs += len(rows); m.pairs > maxFollowed {
			return tooCostly("paths would follow more than %d links: avoid hubs, name fewer types, or ask for a smaller maxLength", maxFollowed)
		}
		touched := map[string]bool{}
		for _, row := range rows {
			here, far := text(list(row)[0]), text(list(row)[1])
			if here == far || m.avoid[far] && far != m.From && far != m.To {
				continue
			}
			m.links[here], m.links[far] = append(m.links[here], far), append(m.links[far], here)
			touched[here], touched[far] = true, true
		}
		for id := range touched {
			slices.Sort(m.links[id])
			m.links[id] = slices.Compact(m.links[id])
		}
	}
	frontier := []string{}
	for _, id := range from.frontier {
		for _, far := range m.links[id] {
			if !from.seen[far] {
				from.seen[far] = true
				frontier = append(frontier, far)
			}
		}
	}
	slices.Sort(frontier)
	from.frontier = frontier
	return nil
}

// ofLength lists the first paths of a length, by the ids of their nodes.
func (m *meeting) ofLength(length, first int) (found [][]string, err error) {
	left := m.hopsLeft(length)
	if _, ok := left[m.From]; !ok {
		return nil, nil
	}
	path, on, tried := []string{m.From}, map[string]bool{m.From: true}, 0
	var extend func() bool // whether to go on
	extend = func() bool {
		if len(path) == length+1 {
			found = append(found, slices.Clone(path))
			return len(found) < first
		}
		after := length - len(path) // hops that are left after the next one
		for _, far := range m.links[path[len(path)-1]] {
			if tried++; tried > maxTried {
				err = tooCostly("paths would try more than %d ways: avoid hubs, name fewer types, or ask for a smaller maxLength", maxTried)
				return false
			}
			if hops, ok := left[far]; !ok || hops > after || on[far] || far == m.To && after > 0 {
				continue
			}
			path, on[far] = append(path, far), true
			more := extend()
			path, on[far] = path[:len(path)-1], false
			if !more {
				return false
			}
		}
		return true
	}
	extend()
	return found, err
}

// hopsLeft is how many hops each node is from the end, over the links that are known: no more than length.
func (m *meeting) hopsLeft(length int) map[string]int {
	left, queue := map[string]int{m.To: 0}, []string{m.To}
	for len(queue) > 0 && left[queue[0]] < length {
		here := queue[0]
		queue = queue[1:]
		for _, far := range m.links[here] {
			if _, ok := left[far]; !ok {
				left[far] = left[here] + 1
				queue = append(queue, far)
			}
		}
	}
	return left
}

// served fetches what the paths consist of. A path of which something is gone meanwhile is left out.
func served(ctx context.Context, fetch plan.Fetch, w *plan.Paths, found [][]string) (plan.Value, error) {
	ids, ends := []string{}, []string{w.From, w.To}
	for _, path := range append(found, ends) {
		ids = append(ids, path...)
	}
	slices.Sort(ids)
	nodes, relations, err := subgraph(ctx, fetch, slices.Compact(ids), w.Nodes, w.Between, w.Expand)
	if err != nil {
		return nil, err
	}
	for i, argument := range []string{"from", "to"} {
		if err := known(ctx, fetch, argument, ends[i:i+1], nodes, w.Nodes, w.Expand.AsOf); err != nil {
			return nil, err
		}
	}
	between := map[[2]string][]plan.Value{}
	for _, r := range relations {
		pair := [2]string{min(r.from, r.to), max(r.from, r.to)}
		between[pair] = append(between[pair], r.tuple)
	}
	paths := []plan.Value{}
	for _, path := range found {
		stops, hops, whole := []plan.Value{}, []plan.Value{}, true
		for i, id := range path {
			stops = append(stops, nodes[id])
			whole = whole && nodes[id] != nil
			if i > 0 {
				links := between[[2]string{min(path[i-1], id), max(path[i-1], id)}]
				hops = append(hops, []plan.Value{"Hop", links})
				whole = whole && len(links) > 0
			}
		}
		if whole {
			paths = append(paths, []plan.Value{"Path", int64(len(hops)), stops, hops})
		}
	}
	return paths, nil
}
