package storetest

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/store"
)

// Pages walks random lists of random graphs, in any order and with any filter, page by page, either way: that gives exactly the unpaged
// list, each page knows whether anything stands before and behind it, and what stays while documents are written between two pages is
// served once, in its place.
func Pages(t *testing.T, open func(t *testing.T) store.Store, seed uint64, graphs, lists int) {
	a := NewAsker(t)
	long, refused := 0, 0
	for graph := range graphs {
		seed := seed + uint64(graph)
		documents, others := RandomDocuments(a.Ontology, seed), RandomDocuments(a.Ontology, seed+1_000_000)
		s := open(t)
		write := func(documents []store.Document) {
			if _, err := s.Write(context.Background(), documents, store.WriteOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		write(documents)
		whole := NewGraph(a.Ontology, documents)
		values := whole.Values()
		for i := range lists {
			r := rand.New(rand.NewPCG(seed, uint64(2+i)))
			l := a.newPagedList(r, whole, values)
			before, err := l.page(s, "first: 1000")
			if err != nil {
				if refused++; refused > graphs*lists/20 {
					t.Fatalf("seed %d, list %d: %v", seed, i, err)
				}
				continue // now and then an order is drawn that there is not
			}
			if len(before.Edges) > 4 {
				long++
			}
			for _, backward := range []bool{false, true} {
				if err := l.walk(s, before, 1+r.IntN(4), backward); err != nil {
					t.Errorf("seed %d, list %d, backward %v: %s: %v", seed, i, backward, l.text, err)
				}
			}
			if i%4 == 0 {
				if err := l.changing(s, before, func() { write(others) }); err != nil {
					t.Errorf("seed %d, list %d: %s: %v", seed, i, l.text, err)
				}
				write(documents)
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if long < graphs*lists/12 {
		t.Errorf("of %d lists %d have more than four rows: too few to walk", graphs*lists, long)
	}
}

// pagedList is a list with all its arguments but those of its window.
type pagedList struct {
	asker     *Asker
	text      string // with %s for the window
	variables map[string]any
}

// edge is a row of a list as it is served: its cursor, and the ids of its node and its relation.
type edge struct {
	Cursor         string
	Node, Relation struct{ ID string }
}

func (e edge) id() string { return e.Node.ID + e.Relation.ID }

type page struct {
	Edges    []edge
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
}

// newPagedList draws a list of the root or of a node.
func (a *Asker) newPagedList(r *rand.Rand, g *Graph, values map[string][]any) pagedList {
	q := &querist{Rand: r, schema: a.Schema, values: values, variables: map[string]any{}}
	of, open, shut := a.Schema.Query, "", ""
	if q.often(60) {
		n := one(r, g.NodesOf(g.Ontology.Types)...)
		of, q.atNode = a.Schema.Types[n.Type], true
		open, shut = fmt.Sprintf("node(id: %q) { ... on %s { ", n.ID, n.Type), " } }"
	}
	connections := slices.DeleteFunc(slices.Clone(of.Fields), func(f *ast.FieldDefinition) bool {
		return f.Arguments.ForName("last") == nil || !strings.HasSuffix(f.Type.Name(), "Connection")
	})
	f := one(r, connections...)
	relation := " relation { id }"
	if f.Type.Name() == "RelationConnection" {
		relation = ""
	}
	without := []string{"first", "last", "after", "before"}
	if q.often(60) {
		without = append(without, "where", "relation", "evidence", "asOf") // the whole of it, so that there is something to walk
	}
	args := strings.Join(q.arguments(f, without...), ", ")
	declared := ""
	if len(q.declared) > 0 {
		declared = "query Q(" + strings.Join(q.declared, ", ") + ") "
	}
	text := fmt.Sprintf("%s{ root: %slist: %s(%s, ", declared, open, f.Name, args)
	text = strings.ReplaceAll(strings.ReplaceAll(text, "%", "%%"), "(, ", "(")
	text += "%s) { edges { cursor node { id }" + relation + " } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }" + shut + " }"
	if open == "" {
		text = strings.Replace(text, "root: list: ", "list: ", 1)
	}
	return pagedList{a, text, q.variables}
}

// page asks for a page; of a node that is not there it is empty.
func (l pagedList) page(s store.Store, window string) (p page, err error) {
	text := fmt.Sprintf(l.text, window)
	roots, ok := l.asker.TryWith(text, l.variables)
	if !ok {
		return p, fmt.Errorf("%s is invalid", text)
	}
	line := answers(s, roots)
	_, value, _ := strings.Cut(line, ": ")
	var answer struct{ List *page }
	if err := json.NewDecoder(strings.NewReader(value)).Decode(&answer); err != nil || answer.List == nil {
		if err := json.NewDecoder(strings.NewReader(value)).Decode(&p); err != nil && !strings.HasPrefix(value, "null") {
			return p, fmt.Errorf("%s: %s", text, line)
		}
		return p, nil
	}
	return *answer.List, nil
}

// walk goes through the whole list in pages of a size.
func (l pagedList) walk(s store.Store, whole page, size int, backward bool) error {
	var walked []edge
	more := true
	for cursor := ""; more; {
		window := fmt.Sprintf("first: %d%s", size, cursor)
		if backward {
			window = fmt.Sprintf("last: %d%s", size, cursor)
		}
		p, err := l.page(s, window)
		if err != nil {
			return err
		}
		before, behind := p.PageInfo.HasPreviousPage, p.PageInfo.HasNextPage
		if backward {
			walked = append(slices.Clone(p.Edges), walked...)
			more, before, behind = before, behind, before
		} else {
			walked = append(walked, p.Edges...)
			more = behind
		}
		if before != (len(walked) > len(p.Edges)) || behind != (len(walked) < len(whole.Edges)) {
			return fmt.Errorf("%s: hasPreviousPage %v, hasNextPage %v after %d of %d rows", window, p.PageInfo.HasPreviousPage,
				p.PageInfo.HasNextPage, len(walked), len(whole.Edges))
		}
		if len(p.Edges) == 0 {
			break
		}
		if start, end := *p.PageInfo.StartCursor, *p.PageInfo.EndCursor; start != p.Edges[0].Cursor || end != p.Edges[len(p.Edges)-1].Cursor {
			return fmt.Errorf("%s: startCursor and endCursor are not those of the first and the last edge", window)
		} else if cursor = fmt.Sprintf(", after: %q", end); backward {
			cursor = fmt.Sprintf(", before: %q", start)
		}
	}
	if !slices.Equal(walked, whole.Edges) {
		return fmt.Errorf("in pages of %d: %v, the whole list is %v", size, walked, whole.Edges)
	}
	return nil
}

// changing goes through the list while the graph changes after the second row. What is there before and after, with the same cursor and so
// in the same place, is served once; nothing is served twice that did not move; all comes in order.
func (l pagedList) changing(s store.Store, before page, change func()) error {
	if len(before.Edges) < 3 {
		return nil
	}
	walked := slices.Clone(before.Edges[:2])
	change()
	after, err := l.page(s, "first: 1000")
	if err != nil {
		return err
	}
	for more := true; more; {
		p, err := l.page(s, fmt.Sprintf("first: 2, after: %q", walked[len(walked)-1].Cursor))
		if err != nil {
			return err
		}
		if more = p.PageInfo.HasNextPage; more && len(p.Edges) == 0 {
			return fmt.Errorf("a page is empty, though there is a next one")
		}
		walked = append(walked, p.Edges...)
	}
	rest := walked[2:]
	if !slices.Equal(rest, after.Edges[len(after.Edges)-len(rest):]) {
		return fmt.Errorf("what follows row 2 while the graph changes is %v, no end of %v", rest, after.Edges)
	}
	for i, e := range before.Edges {
		if slices.Contains(after.Edges, e) && slices.Contains(rest, e) != (i > 1) {
			return fmt.Errorf("row %d (%s) stays where it is, and is served: %v", i, e.id(), slices.Contains(rest, e))
		}
	}
	return nil
}
