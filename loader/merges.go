package loader

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"councilgraph/graph/fold"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/loader/lexicon"
)

// Merge says that a document means an entity by another spelling than its canonical name, and why it is held to be the same.
type Merge struct{ Written, Label, Name, Reason string }

func (m Merge) String() string {
	return fmt.Sprintf("%q is the %s %q: %s", m.Written, m.Label, m.Name, m.Reason)
}

// merge adds the merge that a mention makes, if it makes one.
func (x *Extract) merge(n *naming, e *lexicon.Entity, written string) {
	if written = strings.Join(strings.Fields(written), " "); written == e.Name {
		return
	}
	if m := (Merge{written, e.Label, e.Name, n.reason(e, written)}); !slices.Contains(x.Merges, m) {
		x.Merges = append(x.Merges, m)
	}
}

// reason says why a spelling means an entity. Each way in which names are resolved has one.
func (n *naming) reason(e *lexicon.Entity, written string) string {
	surname := e.Label == "Person" && !strings.Contains(written, " ")
	switch {
	case e.Label == "Resolution":
		return "the number"
	case fold.Name(written) == fold.Name(e.Name):
		return "the names fold to the same"
	case n.rules.gazetteer.Names.Find(written) == e:
		return "the names list the spelling"
	case surname && n.InFull(e):
		return "the document names one person of that surname in full"
	case surname:
		return "the names list one person of that surname"
	case lexicon.IsAcronym(written):
		return "the document introduces the acronym"
	}
	return "a rule for names makes the one of the other"
}

// printMerges shows what a document's names become one with: other spellings in it, nodes that the graph holds, and nodes of documents read
// before it in the same run, of which read says by id where they were first named.
func (x *Extract) printMerges(ctx context.Context, s store.Store, r *Rules, read map[string]string, out io.Writer) error {
	fmt.Fprintf(out, "\n%s: merges\n", x.Document.SourceName)
	for _, m := range x.Merges {
		fmt.Fprintf(out, "  %s\n", m)
	}
	get := &plan.Get{Node: &plan.Tuple{Of: plan.OfNode, Types: r.o.Types, Slots: []plan.Slot{&plan.Column{On: plan.On{Types: r.o.Types}, Name: "name"}}}}
	named := map[string]string{}
	var lines []string
	for _, n := range x.Document.Nodes {
		if len(r.classes.byName[n.Type]) == 0 { // no label of names
			continue
		}
		get.IDs = append(get.IDs, n.ID)
		named[n.ID] = n.Names[0].Text
		if before, ok := read[n.ID]; ok {
			lines = append(lines, fmt.Sprintf("  the %s %q is that of %s: the canonical names fold to the same\n", n.Type, named[n.ID], before))
		} else {
			read[n.ID] = x.Document.SourceName
		}
	}
	if len(get.IDs) == 0 {
		return nil
	}
	rows, err := s.Fetch(ctx, get)
	if err != nil {
		return err
	}
	for _, row := range rows.([]plan.Value) {
		row := row.([]plan.Value)
		tuple := row[3].([]plan.Value)
		lines = append(lines, fmt.Sprintf("  the %s %q is held as %q: the canonical names fold to the same\n", tuple[0], named[fmt.Sprint(row[1])], tuple[1]))
	}
	slices.Sort(lines)
	_, err = io.WriteString(out, strings.Join(lines, ""))
	return err
}
