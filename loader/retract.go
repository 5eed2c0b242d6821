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

// Retract takes reports back, each named by its symbol, by the symbol that it restates, by the name of its file or by its id. First it
// prints what goes: the facts that no other report tells, and how much the graph then holds. Where sure is false, it ends there.
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

// printTold prints what these reports alone tell: events and figures, and relations but for documentary ones.
func printTold(ctx context.Context, s store.Store, o *ontology.Ontology, reports []string, out io.Writer) error {
	ids := make([]plan.Value, len(reports))
	for i, r := range reports {
		ids[i] = r
	}
	from := func(is plan.Condition) plan.Condition {
		return plan.Cited{Where: plan.Linked{Via: plan.ViaReport, Where: is}}
	}
	among := plan.Compare{Column: "id", Op: plan.In, Value: ids}
	alone := plan.Every{from(among), plan.Not{Of: from(plan.Not{Of: among})}}
	named := func(types []*ontology.Type) *plan.Tuple {
		return &plan.Tuple{Of: plan.OfNode, Types: types, Slots: []plan.Slot{&plan.Column{On: plan.On{Types: types}, Name: "name"}}}
	}
	name := func(node plan.Value) string {
		return strings.Join(strings.Fields(fmt.Sprint(node.([]plan.Value)[1])), " ")
	}

	nodes := &plan.Page{
		Over:  plan.OverNodes,
		Where: plan.OnNode{Where: alone},
		Order: []plan.Order{{Of: plan.OfNode, Column: "name"}, {Of: plan.OfNode, Column: "id"}},
	}
	for _, t := range o.Types {
		if t.Evidenced {
			nodes.Types = append(nodes.Types, t)
		}
	}
	nodes.Node = named(nodes.Types)
	if err := eachRow(ctx, s, nodes, func(row []plan.Value) {
		fmt.Fprintf(out, "%s: %s\n", row[2].([]plan.Value)[0], name(row[2]))
	}); err != nil {
		return err
	}

	relations := &plan.Page{
		Over:  plan.OverRelations,
		Where: plan.OnRelation{Where: alone},
		Order: []plan.Order{{Of: plan.OfRelation, Column: "type", Kind: ontology.Enum}, {Of: plan.OfRelation, Column: "id"}},
		Relation: &plan.Tuple{Of: plan.OfRelation, Slots: []plan.Slot{
			&plan.Column{Name: "type"}, &plan.Link{Via: plan.ViaFrom, To: named(o.Types)}, &plan.Link{Via: plan.ViaTo, To: named(o.Types)},
		}},
	}
	for _, r := range o.Relations {
		if r.Evidenced && !r.Documentary {
			relations.Relations = append(relations.Relations, r)
		}
	}
	return eachRow(ctx, s, relations, func(row []plan.Value) {
		tuple := row[1].([]plan.Value)
		fmt.Fprintf(out, "%s: %s → %s\n", tuple[1], name(tuple[2]), name(tuple[3]))
	})
}

// eachRow visits all rows of a list, page by page.
func eachRow(ctx context.Context, s store.Store, page *plan.Page, visit func(row []plan.Value)) error {
	page.Rows, page.Limit = true, 1000
	for {
		value, err := s.Fetch(ctx, page)
		if err != nil {
			return err
		}
		rows, _ := value.([]plan.Value)[0].([]plan.Value)
		for _, row := range rows {
			row := row.([]plan.Value)
			page.After, _ = row[0].([]plan.Value)
			visit(row)
		}
		if len(rows) < page.Limit {
			return nil
		}
	}
}
