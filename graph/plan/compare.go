package plan

import (
	"councilgraph/graph/ontology"
)

// Comparison is what one report says and another does not. Its value is a ReportDiff.
type Comparison struct {
	Base, Head string // ids of reports
	Relations  []*ontology.Relation
	// Report is of the two reports; its slot Observations holds a page of their figures, whose slots Metric, Breakdown and Of are what figures
	// are compared by.
	Report                *Tuple
	Observations          int
	Metric, Breakdown, Of int
	Relation              *RelationTuple
}

func (*Comparison) walk() {}

// Slots of a ReportDiff, a RelationChange, a PropertyChange and a FigureChange.
const (
	DiffBase = iota
	DiffHead
	DiffAdded
	DiffDropped
	DiffRepeated
	DiffChanged
	DiffFigures
)
const (
	ChangeRelation = iota
	ChangeProperties
)
const (
	PropertyName = iota
	PropertyBase
	PropertyHead
)
const (
	FigureMetric = iota
	FigureOf
	FigureBreakdown
	FigureBase
	FigureHead
)

// MaxCompared is how many relations, and how many figures, two reports that are compared may have.
const MaxCompared = 2000

func (r *request) compareReports(s selected, args map[string]any, at place) (*Plan, *Error) {
	report := r.o.Type("Report")
	w := &Comparison{Base: asString(args["base"]), Head: asString(args["head"]), Relations: []*ontology.Relation{},
		Report: r.tuple(OfNode, report), Relation: r.relationTuple()}
	for _, rel := range r.o.Relations {
		if !rel.Documentary && !r.ties(rel) {
			w.Relations = append(w.Relations, rel)
		}
	}
	figures, whom := r.compared(w)

	object := newObject()
	err := r.record(object, "ReportDiff", s.children, at, func(name string) recordField {
		switch name {
		case "base":
			return r.oneNode(DiffBase, w.Report)
		case "head":
			return r.oneNode(DiffHead, w.Report)
		case "added":
			return r.relationsAt(DiffAdded, w.Relation, w.Relations)
		case "dropped":
			return r.relationsAt(DiffDropped, w.Relation, w.Relations)
		case "repeated":
			return r.relationsAt(DiffRepeated, w.Relation, w.Relations)
		case "changed":
			return r.recordList(DiffChanged, "RelationChange", func(name string) recordField {
				if name == "relation" {
					return func(s selected, at place) (Out, bool, *Error) {
						object := newObject()
						return Nested{ChangeRelation, object}, true, r.relation(w.Relation.Tuple, object, s.children, w.Relations, at)
					}
				}
				return r.recordList(ChangeProperties, "PropertyChange", func(name string) recordField {
					slot := map[string]int{"property": PropertyName, "base": PropertyBase, "head": PropertyHead}[name]
					return scalarField(slot, ontology.String, slot == PropertyName)
				})
			})
		}
		return r.recordList(DiffFigures, "FigureChange", func(name string) recordField {
			switch name {
			case "metric":
				return scalarField(FigureMetric, ontology.Enum, true)
			case "breakdown":
				return scalarField(FigureBreakdown, ontology.Enum, false)
			case "of":
				return r.oneNode(FigureOf, whom)
			}
			return func(s selected, at place) (Out, bool, *Error) {
				object := newObject()
				slot := map[string]int{"base": FigureBase, "head": FigureHead}[name]
				return Nested{slot, object}, false, r.nodes(figures, object, s.children, at)
			}
		})
	})
	if err != nil {
		return nil, err
	}
	reports, _ := w.Report.cost()
	relation, _ := w.Relation.cost()
	return &Plan{Walk: w, Out: Whole{object}, Cost: plus(times(2, reports), times(MaxCompared, relation-2)), Costliest: at.String()}, nil
}

// compared makes a comparison ask for the figures of its reports: the tuple of each, and that of whom it is about.
func (r *request) compared(w *Comparison) (figures, whom *Tuple) {
	report, observation := r.o.Type("Report"), r.o.Type("Observation")
	field := report.Field("observations")
	figures = r.tuple(OfNode, observation)
	w.Metric, w.Breakdown = figures.column("metric", ontology.Enum, observation).Slot, figures.column("breakdown", ontology.Enum, observation).Slot
	figures.column("id", ontology.String, observation)
	whose := observation.Field("of")
	of := &Link{On: On{[]*ontology.Type{observation}}, Via: ViaField, Field: whose, To: r.tuple(OfNode, whose.Far...)}
	for _, t := range whose.Far {
		of.To.column("id", ontology.String, t)
	}
	w.Of = figures.add(of)
	w.Observations = w.Report.add(&Page{
		On: On{[]*ontology.Type{report}}, Over: OverRelationsHere, Relations: []*ontology.Relation{field.Relation}, Direction: field.Direction,
		Order: []Order{{Of: OfNode, Column: "date", Kind: ontology.Date}, {Of: OfRelation, Column: "id"}},
		Limit: MaxCompared + 1, Size: MaxCompared, Rows: true, Node: figures})
	return figures, of.To
}
