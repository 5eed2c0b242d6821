package walk

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// compare holds what two reports say side by side: relations by what each of the two states of them, figures by metric, whose and
// breakdown.
func compare(ctx context.Context, fetch plan.Fetch, w *plan.Comparison) (plan.Value, error) {
	const limit = 20 * plan.MaxCompared // statements; a relation has a few
	pair := slices.Compact([]string{w.Base, w.Head})
	value, err := fetch(ctx, &plan.Statements{Reports: pair, Relations: w.Relations, Limit: limit + 1})
	if err != nil {
		return nil, err
	}
	statements := list(value)
	types, told, err := statedBy(w, statements)
	if err != nil {
		return nil, err
	}
	if len(statements) > limit || len(told) > plan.MaxCompared {
		return nil, tooCostly("the two reports state more than %d relations, which is the most that compareReports compares", plan.MaxCompared)
	}
	ids := slices.AppendSeq(pair, maps.Keys(told))
	value, err = fetch(ctx, &plan.Get{IDs: ids, Node: w.Report, Relation: w.Relation.Tuple})
	if err != nil {
		return nil, err
	}
	reports, relations := map[string][]plan.Value{}, []relation{}
	for _, row := range list(value) {
		row := list(row)
		if tuple := list(row[3]); text(tuple[0]) == "Relation" {
			relations = append(relations, relation{id: text(row[1]), tuple: tuple})
		} else {
			reports[text(row[1])] = tuple
		}
	}
	for i, id := range []string{w.Base, w.Head} {
		if reports[id] == nil {
			return nil, &plan.Error{Code: plan.BadUserInput, Message: fmt.Sprintf("%s: no report has the id %s", []string{"base", "head"}[i], id)}
		}
	}
	slices.SortFunc(relations, func(a, b relation) int { return cmp.Compare(a.id, b.id) })
	diff := relationChanges(w, relations, types, told)
	if diff[plan.DiffFigures], err = figureChanges(w, reports[w.Base], reports[w.Head]); err != nil {
		return nil, err
	}
	answer := []plan.Value{"ReportDiff", reports[w.Base], reports[w.Head]}
	for _, part := range diff[plan.DiffAdded:] {
		answer = append(answer, part)
	}
	return answer, nil
}

// statedBy reads statements: the types of relations by their ids, and what is told of each by the ids of reports.
func statedBy(w *plan.Comparison, statements []plan.Value) (types map[string]*ontology.Relation,
	told map[string]map[string][]store.Told, err error) {
	types, told = map[string]*ontology.Relation{}, map[string]map[string][]store.Told{}
	for _, row := range statements {
		row := list(row)
		id, typ, report := text(row[0]), text(row[1]), text(row[2])
		if told[id] == nil {
			told[id] = map[string][]store.Told{}
			types[id] = w.Relations[slices.IndexFunc(w.Relations, func(r *ontology.Relation) bool { return r.Name == typ })]
		}
		properties, err := store.DecodeProperties(types[id].Properties, text(row[3]))
		if err != nil {
			return nil, nil, err
		}
		position, _ := row[4].(int64)
		start, _ := row[5].(int64)
		end, _ := row[6].(int64)
		evidence := &store.Evidence{Position: int(position), Start: int(start), End: int(end), Rule: text(row[7])}
		told[id][report] = append(told[id][report], store.Told{ReportKey: report, Properties: properties, Evidence: evidence})
	}
	return types, told, nil
}

// relationChanges sorts relations, by the parts of a ReportDiff, by which of the two reports tell of them, and whether both tell the same.
func relationChanges(w *plan.Comparison, relations []relation, types map[string]*ontology.Relation,
	told map[string]map[string][]store.Told) [][]plan.Value {
	diff := make([][]plan.Value, plan.DiffFigures+1)
	for i := range diff {
		diff[i] = []plan.Value{}
	}
	for _, r := range relations {
		base, head := told[r.id][w.Base], told[r.id][w.Head]
		switch {
		case len(base) == 0:
			diff[plan.DiffAdded] = append(diff[plan.DiffAdded], r.tuple)
		case len(head) == 0:
			diff[plan.DiffDropped] = append(diff[plan.DiffDropped], r.tuple)
		default:
			changes := propertyChanges(types[r.id], base, head)
			if len(changes) == 0 {
				diff[plan.DiffRepeated] = append(diff[plan.DiffRepeated], r.tuple)
			} else {
				diff[plan.DiffChanged] = append(diff[plan.DiffChanged], []plan.Value{"RelationChange", r.tuple, changes})
			}
		}
	}
	return diff
}

// propertyChanges are the properties that two reports state differently, in the order of the ontology.
func propertyChanges(t *ontology.Relation, base, head []store.Told) (changes []plan.Value) {
	before, after := store.Properties(t, base), store.Properties(t, head)
	for _, p := range t.Properties {
		if before[p.Name] != after[p.Name] {
			changes = append(changes, []plan.Value{"PropertyChange", p.Name, written(before[p.Name]), written(after[p.Name])})
		}
	}
	return changes
}

// written is a property's value as text; nil where there is none.
func written(v any) plan.Value {
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

// figure is what an observation is compared by.
type figure struct{ metric, of, breakdown string }

// figureChanges puts the observations of two reports side by side. Where a report has several of one kind, the first of one stands beside
// the first of the other, and so on.
func figureChanges(w *plan.Comparison, base, head []plan.Value) ([]plan.Value, error) {
	sides := [2]map[figure][][]plan.Value{{}, {}}
	all := map[figure]int{}
	for i, report := range [][]plan.Value{base, head} {
		rows := list(list(report[1+w.Observations])[0])
		if len(rows) > plan.MaxCompared {
			return nil, tooCostly("a report has more than %d figures, which is the most that compareReports compares", plan.MaxCompared)
		}
		for _, row := range rows {
			observation := list(list(row)[2])
			f := figure{metric: text(observation[1+w.Metric]), breakdown: text(observation[1+w.Breakdown])}
			if of := list(observation[1+w.Of]); of != nil {
				f.of = text(of[1]) // the id is its first slot
			}
			sides[i][f] = append(sides[i][f], observation)
			all[f] = max(all[f], len(sides[i][f]))
		}
	}
	figures := make([]figure, 0, len(all))
	for f := range all {
		figures = append(figures, f)
	}
	slices.SortFunc(figures, func(a, b figure) int {
		return cmp.Or(cmp.Compare(a.metric, b.metric), cmp.Compare(a.of, b.of), cmp.Compare(a.breakdown, b.breakdown))
	})
	changes := []plan.Value{}
	for _, f := range figures {
		for i := range all[f] {
			change := []plan.Value{"FigureChange", f.metric, nil, nil, nil, nil}
			if f.breakdown != "" {
				change[1+plan.FigureBreakdown] = f.breakdown
			}
			for side, slot := range []int{plan.FigureBase, plan.FigureHead} {
				if i < len(sides[side][f]) {
					observation := sides[side][f][i]
					change[1+slot], change[1+plan.FigureOf] = observation, observation[1+w.Of]
				}
			}
			changes = append(changes, change)
		}
	}
	return changes, nil
}
