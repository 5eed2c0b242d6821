package loader

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// Retract takes reports back, each named by its symbol, by the symbol that it restates, by the name of its file or by its id. First it prints what goes: the facts that no other
// report tells, and how much the graph then holds. Where sure is false, it ends there.
func Retract(ctx context.Context, s store.Store, o *ontology.Ontology, names []string, sure bool, out io.Writer) error {
	held, err := s.Held(ctx)
	if err != nil {
		return err
	}
	var reports []string
	for _, name := range names {
		found := slices.DeleteFunc(slices.Clone(held), func(h store.Header) bool {
			return h.Symbol != name && h.Restates != name && h.SourceName != name && h.Report != name
		})
		switch len(found) {
		case 0:
			return fmt.Errorf("the graph holds no report %s: name it by its symbol, the name of its file, or its id", name)
		case 1:
			reports = append(reports, found[0].Report)
		default:
			return fmt.Errorf("%d reports that the graph holds are called %s: name the one by its id, such as %s", len(found), name, found[0].Report)
		}
	}
	slices.Sort(reports)
	reports = slices.Compact(reports)
	before, err := s.Count(ctx)
	if err != nil {
		return err
	}
	if err := printTold(ctx, s, o, reports, out); err != nil {
		return err
	}
	after, err := s.Retract(ctx, reports, !sure)
	if err != nil {
		return err
	}
	goes := "go"
	if sure {
		goes = "are gone"
	}
	fmt.Fprintf(out, "reports: %d of %d %s\nnodes: %d of %d\nrelations: %d of %d\nevidence: %d of %d\n", before.Reports-after.Reports, before.Reports, goes,
		before.Nodes-after.Nodes, before.Nodes, before.Relations-after.Relations, before.Relations, before.Evidence-after.Evidence, before.Evidence)
	if !sure {
		fmt.Fprintln(out, "nothing was changed: say --yes to retract")
	}
	return nil
}

// printTold prints the relations that these reports alone tell, but for documentary ones.
func printTold(ctx context.Context, s store.Store, o *ontology.Ontology, reports []string, out io.Writer) error {
	ids := make([]plan.Value, len(reports))
	for i, r := range reports {
		ids[i] = r
	}
	from := func(is plan.Condition) plan.Condition {
		return plan.Cited{Where: plan.Linked{Via: plan.ViaReport, Where: is}}
	}
	among := plan.Compare{Column: "id", Op: plan.In, Value: ids}
	name := func(via plan.Via) *plan.Link {
		return &plan.Link{Via: via, To: &plan.Tuple{Of: plan.OfNode, Types: o.Types, Slots: []plan.Slot{&plan.Column{On: plan.On{Types: o.Types}, Name: "name"}}}}
	}
	const size = 1000
	page := &plan.Page{Over: plan.OverRelations, Order: []plan.Order{{Of: plan.OfRelation, Column: "id"}}, Limit: size, Rows: true,
		Where:    plan.OnRelation{Where: plan.Every{from(among), plan.Not{Of: from(plan.Not{Of: among})}}},
		Relation: &plan.Tuple{Of: plan.OfRelation, Slots: []plan.Slot{&plan.Column{Name: "type"}, name(plan.ViaFrom), name(plan.ViaTo)}}}
	for _, r := range o.Relations {
		if r.Evidenced && !r.Documentary {
			page.Relations = append(page.Relations, r)
		}
	}
	for {
		value, err := s.Fetch(ctx, page)
		if err != nil {
			return err
		}
		rows, _ := value.([]plan.Value)[0].([]plan.Value)
		for _, row := range rows {
			row := row.([]plan.Value)
			page.After, _ = row[0].([]plan.Value)
			tuple := row[1].([]plan.Value)
			end := func(i int) string { return strings.Join(strings.Fields(fmt.Sprint(tuple[i].([]plan.Value)[1])), " ") }
			fmt.Fprintf(out, "%s: %s → %s\n", tuple[1], end(2), end(3))
		}
		if len(rows) < size {
			return nil
		}
	}
}
