package walk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// drawn is a random graph, held by a store and as plain maps.
type drawn struct {
	store store.Store
	graph *storetest.Graph
	ids   []string
	names []string // of all relation types
}

func draw(t *rapid.T, o *ontology.Ontology) drawn {
	d := drawn{store: storetest.NewOracle(o)}
	document := storetest.Web(o).Draw(t, "document")
	if _, err := d.store.Write(context.Background(), []store.Document{document}, store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	d.graph = storetest.NewGraph(o, []store.Document{document})
	for _, n := range d.graph.NodesOf(o.Types) {
		d.ids = append(d.ids, n.ID)
	}
	for _, r := range o.Relations {
		d.names = append(d.names, r.Name)
	}
	return d
}

// types draws relation types, by name and as they are.
func (d drawn) types(t *rapid.T, o *ontology.Ontology) (named string, types []*ontology.Relation) {
	without := rapid.SliceOfNDistinct(rapid.SampledFrom(d.names), 0, 5, rapid.ID[string]).Draw(t, "without")
	names := slices.DeleteFunc(slices.Clone(d.names), func(n string) bool { return slices.Contains(without, n) })
	for _, n := range names {
		types = append(types, o.Relation(n))
	}
	return strings.Join(names, " "), types
}

// ask answers a query of one root field into v; its errors, which stand behind the answer, are not looked at.
func ask(t *rapid.T, tb testing.TB, a *storetest.Asker, s store.Store, query string, v any) {
	answer := strings.TrimSpace(a.Ask(tb, s, query))
	_, data, _ := strings.Cut(answer, ": ")
	if err := json.NewDecoder(strings.NewReader(data)).Decode(v); err != nil {
		t.Fatalf("%s\n%s\n%v", query, answer, err)
	}
}

func quoted(ids []string) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = fmt.Sprintf("%q", id)
	}
	return strings.Join(all, " ")
}

// TestPathsAreAllSimplePaths compares paths with all sequences of distinct nodes, listed one by one.
func TestPathsAreAllSimplePaths(t *testing.T) {
	a := storetest.NewAsker(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := draw(rt, a.Ontology)
		from, to := rapid.SampledFrom(d.ids).Draw(rt, "from"), rapid.SampledFrom(d.ids).Draw(rt, "to")
		named, types := d.types(rt, a.Ontology)
		longest, first := rapid.IntRange(1, 5).Draw(rt, "maxLength"), rapid.IntRange(1, 20).Draw(rt, "first")
		avoid := rapid.SliceOfN(rapid.SampledFrom(d.ids), 0, 3).Draw(rt, "avoid")

		links := map[string]map[string][]string{} // node, neighbour: ids of relations
		for _, id := range d.ids {
			links[id] = map[string][]string{}
			for _, r := range d.graph.RelationsAt(id, types, ontology.Both) {
				far := d.graph.Far(r, id).ID
				links[id][far] = append(links[id][far], r.ID)
			}
		}
		var want [][]string
		var extend func(path []string)
		extend = func(path []string) {
			here := path[len(path)-1]
			if here == to {
				want = append(want, slices.Clone(path))
				return
			}
			for far := range links[here] {
				if len(path) <= longest && !slices.Contains(path, far) && (far == to || !slices.Contains(avoid, far)) {
					extend(append(slices.Clone(path), far))
				}
			}
		}
		extend([]string{from})
		slices.SortFunc(want, func(a, b []string) int {
			if len(a) != len(b) {
				return len(a) - len(b)
			}
			return slices.Compare(a, b)
		})
		want = want[:min(first, len(want))]

		var paths []struct {
			Length int
			Nodes  []struct{ ID string }
			Hops   []struct{ Relations []struct{ ID string } }
		}
		ask(rt, t, a, d.store, fmt.Sprintf(`{ paths(from: %q, to: %q, maxLength: %d, first: %d, avoid: [%s], types: [%s]) { length nodes { id } hops { relations { id } } } }`,
			from, to, longest, first, quoted(avoid), named), &paths)
		if len(paths) != len(want) {
			rt.Fatalf("%d paths, want %d: %v", len(paths), len(want), want)
		}
		for i, p := range paths {
			if p.Length != len(want[i])-1 || len(p.Hops) != p.Length {
				rt.Fatalf("path %d has length %d and %d hops, want %v", i, p.Length, len(p.Hops), want[i])
			}
			for j, n := range p.Nodes {
				if n.ID != want[i][j] {
					rt.Fatalf("path %d is %v, want %v", i, p.Nodes, want[i])
				}
				if j == 0 {
					continue
				}
				held := []string{}
				for _, r := range p.Hops[j-1].Relations {
					held = append(held, r.ID)
				}
				if relations := links[want[i][j-1]][n.ID]; !slices.Equal(held, relations) {
					rt.Fatalf("hop %d of path %d holds %v, want %v", j, i, held, relations)
				}
			}
		}
	})
}

// TestNeighborhoodHidesNothing: what is near is either served or counted in hidden, and all that is served is near.
func TestNeighborhoodHidesNothing(t *testing.T) {
	a := storetest.NewAsker(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := draw(rt, a.Ontology)
		of := rapid.SliceOfNDistinct(rapid.SampledFrom(d.ids), 1, 2, rapid.ID[string]).Draw(rt, "of")
		named, types := d.types(rt, a.Ontology)
		depth, perNode := rapid.IntRange(1, 3).Draw(rt, "depth"), rapid.IntRange(1, 4).Draw(rt, "perNode")
		direction := rapid.SampledFrom([]ontology.Direction{ontology.Out, ontology.In, ontology.Both}).Draw(rt, "direction")

		distance, followed := map[string]int{}, map[string]bool{}
		for _, id := range of {
			distance[id] = 0
		}
		for step := range depth {
			for _, id := range d.ids {
				if at, ok := distance[id]; !ok || at != step {
					continue
				}
				near := d.graph.RelationsAt(id, types, direction)
				slices.SortStableFunc(near, func(a, b *store.Relation) int { return strings.Compare(a.Type.Name, b.Type.Name) })
				for _, r := range near[:min(perNode, len(near))] {
					followed[r.ID] = true
					if far := d.graph.Far(r, id).ID; distance[far] == 0 && !slices.Contains(of, far) {
						distance[far] = step + 1
					}
				}
			}
		}

		var near struct {
			Nodes     []struct{ ID string }
			Relations []struct{ ID string }
			Truncated bool
			Hidden    []struct {
				Node  struct{ ID string }
				Type  string
				Count int
				After *string
			}
		}
		ask(rt, t, a, d.store, fmt.Sprintf(`{ neighborhood(of: ["%s"], depth: %d, perNode: %d, direction: %s, types: [%s]) { `+
			`nodes { id } relations { id } truncated hidden { node { id } type count after } } }`,
			strings.Join(of, `", "`), depth, perNode, direction, named), &near)
		last, served := "", map[string]bool{}
		for _, n := range near.Nodes {
			if place := fmt.Sprint(distance[n.ID], n.ID); place <= last {
				rt.Fatalf("nodes are not by distance and id: %s after %s", place, last)
			} else {
				last = place
			}
		}
		if len(near.Nodes) != len(distance) {
			rt.Fatalf("%d nodes, want %d", len(near.Nodes), len(distance))
		}
		want := []string{}
		for id, r := range d.graph.Relations {
			_, from := distance[r.From]
			_, to := distance[r.To]
			if from && to && slices.Contains(types, r.Type) {
				want = append(want, id)
			}
		}
		slices.Sort(want)
		got := []string{}
		for _, r := range near.Relations {
			got = append(got, r.ID)
			served[r.ID] = true
		}
		if !slices.Equal(got, want) {
			rt.Fatalf("relations %v, want %v", got, want)
		}
		hidden := map[string]int{}
		for _, h := range near.Hidden {
			hidden[h.Node.ID+h.Type] = h.Count
		}
		count := 0
		for id, steps := range distance {
			if steps == depth {
				continue // not walked from
			}
			left := map[string]int{}
			for _, r := range d.graph.RelationsAt(id, types, direction) {
				if !served[r.ID] {
					left[r.Type.Name]++
				}
			}
			for typ, n := range left {
				count++
				if hidden[id+typ] != n {
					rt.Fatalf("%s hides %d of type %s, says %d", id, n, typ, hidden[id+typ])
				}
			}
		}
		if count != len(near.Hidden) || near.Truncated != (count > 0) {
			rt.Fatalf("%d are hidden, want %d; truncated %v", len(near.Hidden), count, near.Truncated)
		}
	})
}
