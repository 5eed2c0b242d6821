package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// What links in memory say of pairs is what the file says, whatever the types and the direction, also after the file has changed.
func TestLinksAreAsTheFileIs(t *testing.T) {
	s := open(t).(*Store)
	defer s.Close()
	o := s.o
	documents := storetest.Hubs(o, nil, 30)
	r := rand.New(rand.NewPCG(3, 4))
	for _, part := range [][]store.Document{documents[:20], documents[20:]} {
		before := s.links.held
		if _, err := s.Write(t.Context(), part, store.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
		ids := []string{"nobody"}
		for _, d := range documents {
			for _, n := range d.Nodes {
				ids = append(ids, n.ID)
			}
		}
		s.links.next = time.Time{}
		if ask(t, s, &plan.Expand{Nodes: ids[:1], Relations: o.Relations, Pairs: true, Limit: 1}); s.links.held == before && before != nil {
			t.Fatal("links of an earlier state of the file are kept")
		}
		s.links.wait()
		if s.links.held == nil {
			t.Fatal("no links were made")
		}
		for range 200 {
			types := slices.DeleteFunc(slices.Clone(o.Relations), func(*ontology.Relation) bool { return r.IntN(3) == 0 })
			e := &plan.Expand{Relations: types, Direction: ontology.Direction(r.IntN(3)), Pairs: true, Limit: 1 << 20}
			for range 1 + r.IntN(5) {
				e.Nodes = append(e.Nodes, ids[r.IntN(len(ids))])
			}
			e.Nodes = slices.Compact(slices.Sorted(slices.Values(e.Nodes)))
			inMemory := ask(t, s, e)
			held := s.links.held
			s.links.held, s.links.next = nil, time.Now().Add(time.Hour)
			if inFile := ask(t, s, e); !slices.Equal(inMemory, inFile) {
				t.Fatalf("from %q by %d types in direction %v: %q in memory, %q in the file", e.Nodes, len(types), e.Direction, inMemory, inFile)
			}
			s.links.held = held
			if len(inMemory) > 1 {
				e.Limit = len(inMemory) - 1
				if few := ask(t, s, e); len(few) != e.Limit {
					t.Fatalf("%d pairs, at most %d were asked for", len(few), e.Limit)
				}
			}
		}
	}
}

// ask gives the pairs of an Expand in an order.
func ask(t *testing.T, s *Store, e *plan.Expand) (pairs [][2]string) {
	t.Helper()
	value, err := s.Fetch(context.Background(), e)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range value.([]plan.Value)[0].([]plan.Value) {
		pairs = append(pairs, [2]string{row.([]plan.Value)[0].(string), row.([]plan.Value)[1].(string)})
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return pairs
}

// The shortest paths that links in memory lead along are those of all paths, by the ids of their nodes, and as many as are asked for.
func TestShortestPathsAreAll(t *testing.T) {
	s := open(t).(*Store)
	defer s.Close()
	r := rand.New(rand.NewPCG(5, 6))
	web := map[string]map[string]bool{}
	l := &links{numbers: map[string]int32{}, types: map[string]uint8{}}
	for i, t := range s.o.Relations {
		l.types[t.Name] = uint8(i)
	}
	for n := range 40 {
		id := fmt.Sprintf("n%02d", (n*7)%40) // numbers are in another order than ids
		l.ids, l.numbers[id], web[id] = append(l.ids, id), int32(n), map[string]bool{}
	}
	from, to := []end{}, []end{}
	for range 60 {
		a, b := end{far: int32(r.IntN(40)), typ: uint8(r.IntN(2))}, int32(r.IntN(40))
		from, to = append(from, a), append(to, end{far: b, typ: a.typ})
		if near, far := l.ids[a.far].(string), l.ids[b].(string); a.typ == 0 {
			web[near][far], web[far][near] = true, true
		}
	}
	l.out, l.in = gathered(from, to, 40), gathered(to, from, 40)
	lengths := map[int]int{}
	for range 500 {
		q := &plan.Shortest{From: l.ids[r.IntN(40)].(string), To: l.ids[r.IntN(40)].(string), MaxHops: 1 + r.IntN(8), Relations: s.o.Relations[:1], First: 1 + r.IntN(4)}
		if q.From == q.To {
			continue
		}
		var paths []string
		for _, path := range l.shortest(q) {
			ids := ""
			for _, n := range path {
				ids += " " + l.ids[n].(string)
			}
			paths = append(paths, ids)
		}
		all := everyShortest(web, q.From, q.To, q.MaxHops)
		if want := all[:min(len(all), q.First)]; !slices.Equal(paths, want) {
			t.Fatalf("from %s to %s in %d hops: %q, not %q", q.From, q.To, q.MaxHops, paths, want)
		}
		if len(all) > 0 {
			lengths[strings.Count(all[0], " ")]++
		}
	}
	if len(lengths) < 5 {
		t.Fatalf("paths of few lengths were looked for: %v", lengths)
	}
}

// everyShortest are all shortest paths, from trying every way hop by hop.
func everyShortest(web map[string]map[string]bool, from, to string, hops int) (found []string) {
	ways, seen := []string{" " + from}, map[string]bool{from: true}
	for range hops {
		var longer []string
		come := map[string]bool{}
		for _, way := range ways {
			for next := range web[way[len(way)-3:]] {
				if !seen[next] {
					longer, come[next] = append(longer, way+" "+next), true
				}
			}
		}
		maps.Copy(seen, come)
		if ways = longer; come[to] {
			found = slices.DeleteFunc(ways, func(way string) bool { return !strings.HasSuffix(way, to) })
			slices.Sort(found)
			return found
		}
	}
	return nil
}
