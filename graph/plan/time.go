package plan

import (
	"slices"

	"councilgraph/graph/ontology"
)

// Timeline is one page of what happened when: events, and relations with a date. Its value is a TimelineConnection, whose slots are those
// of a SearchConnection, with edges that have a cursor and a node.
type Timeline struct {
	Of                       []string // ids that must exist
	Events, Relations, Known *Page    // in the order dateFrom, dateTo, id; Known lists those of Of that exist
	Size                     int
	page                     Page
}

// Series is one figure of one entity over time. Its value is that of its page.
type Series struct {
	Of          string // an id that must exist
	Page, Known *Page
}

func (*Timeline) walk() {}
func (*Series) walk()   {}

// Cursor is the cursor of an entry: by dateFrom, dateTo and id.
func (w *Timeline) Cursor(keys []Value) (string, error) { return w.page.Cursor(keys) }

// known lists the nodes with these ids, which are the keys, whatever the day.
func (r *request) known(ids ...string) *Page {
	values := make([]Value, len(ids))
	for i, id := range ids {
		values[i] = id
	}
	return &Page{Over: OverNodes, Types: r.o.Types, Where: OnNode{Compare{Column: "id", Op: In, Value: values, Few: true}},
		Order: []Order{{Of: OfNode, Column: "id"}}, Limit: len(ids), Rows: true, Keys: true}
}

// ids reads a list of ids, each once.
func ids(v any) (all []string) {
	seen := map[string]bool{}
	for _, id := range asList(v) {
		if id := asString(id); !seen[id] {
			seen[id] = true
			all = append(all, id)
		}
	}
	return all
}

// days reads from and to.
func days(args map[string]any, at place) (from, to string, err *Error) {
	if from, err = day(args, "from", at); err != nil {
		return "", "", err
	}
	if to, err = day(args, "to", at); err == nil && from != "" && to != "" && from > to {
		err = badInput(nil, "%s(from: %q, to: %q): from must not be after to", at, from, to)
	}
	return from, to, err
}

// anyOf holds where a text is one of the values.
func anyOf(column string, kind ontology.Kind, values []any) Compare {
	list := make([]Value, len(values))
	for i, v := range values {
		list[i] = asString(v)
	}
	return Compare{Column: column, Kind: kind, Op: In, Value: list}
}

func (r *request) timeline(s selected, args map[string]any, at place) (*Plan, *Error) {
	event := r.o.Type("Event")
	w := &Timeline{Of: ids(args["of"])}
	if len(w.Of) > MaxStarts {
		return nil, badInput(nil, "%s(of:) has %d ids; the limit is %d", at, len(w.Of), MaxStarts)
	}
	var err *Error
	if w.Events, w.Relations, err = r.happenings(args, at); err != nil {
		return nil, err
	}
	if len(w.Of) > 0 {
		w.Known = r.known(w.Of...)
	}
	w.page = Page{binding: "Query.timeline", Order: inTime(OfNode)}
	if err := w.page.window(args, at); err != nil {
		return nil, err
	}
	w.Size = w.page.Size
	for _, p := range []*Page{w.Events, w.Relations} {
		p.Limit, p.After = w.Size+1, w.page.After
	}
	rows := func() {
		w.Events.Rows, w.Relations.Rows = true, true
		w.Events.Keys, w.Relations.Keys = true, true // they are put in one order by these
	}
	entry := func(list bool, slot int) recordField {
		rows()
		return func(s selected, at place) (Out, bool, *Error) {
			object := newObject()
			if w.Events.Node == nil {
				w.Events.Node, w.Relations.Relation = r.tuple(OfNode, event), r.tuple(OfRelation)
			}
			err := r.nodes(w.Events.Node, object, s.children, at)
			if err == nil {
				err = r.relation(w.Relations.Relation, object, s.children, w.Relations.Relations, at)
			}
			if list {
				return NestedList{Slot: slot, Object: object}, true, err
			}
			return Nested{slot, object}, true, err
		}
	}
	object := newObject()
	err = r.record(object, "TimelineConnection", s.children, at, func(name string) recordField {
		switch name {
		case "edges":
			rows()
			return r.recordList(ConnectionEdges, "TimelineEdge", func(name string) recordField {
				if name == "cursor" {
					return scalarField(EdgeCursor, ontology.String, true)
				}
				return entry(false, EdgeNode)
			})
		case "nodes":
			return entry(true, ConnectionNodes)
		case "totalCount":
			w.Events.Total, w.Relations.Total = true, true
			return scalarField(ConnectionTotal, ontology.Int, true)
		}
		rows()
		w.Events.Preceding, w.Relations.Preceding = w.page.After != nil, w.page.After != nil
		return r.pageInfo()
	})
	if err != nil {
		return nil, err
	}
	ofEvent, _ := w.Events.Node.cost()
	ofRelation, _ := w.Relations.Relation.cost()
	return &Plan{Walk: w, Out: Whole{object}, Cost: times(w.Size, max(1, ofEvent, ofRelation)), Costliest: at.String()}, nil
}

// inTime is the order of a timeline.
func inTime(of Subject) []Order {
	return []Order{{Of: of, Column: "dateFrom", Kind: ontology.Date}, {Of: of, Column: "dateTo", Kind: ontology.Date}, {Of: of, Column: "id"}}
}

// happenings are the events and the relations that the arguments of a timeline let in.
func (r *request) happenings(args map[string]any, at place) (events, relations *Page, err *Error) {
	event := r.o.Type("Event")
	from, to, err := days(args, at)
	if err != nil {
		return nil, nil, err
	}
	met := Every{Not{Compare{Column: "dateFrom", Kind: ontology.Date, Op: IsNull}}}
	if from != "" {
		met = append(met, Compare{Column: "dateTo", Kind: ontology.Date, Op: Gte, Value: from})
	}
	if to != "" {
		met = append(met, Compare{Column: "dateFrom", Kind: ontology.Date, Op: Lte, Value: to})
	}
	among := OnNode{anyOf("id", ontology.String, asList(args["of"]))}
	happened, stated := append(Every{}, met...), append(Every{}, met...)
	if args["of"] != nil {
		there := Some{}
		for _, f := range event.Fields {
			if !f.Relation.Documentary {
				there = append(there, Related{Field: f, Where: among, Op: Gte, Count: 1})
			}
		}
		happened = append(happened, there)
		stated = append(stated, Some{Linked{Via: ViaFrom, Where: among.Where}, Linked{Via: ViaTo, Where: among.Where}})
	}
	if args["kinds"] != nil {
		happened = append(happened, anyOf("eventKind", ontology.Enum, asList(args["kinds"])))
	}
	events = &Page{Over: OverNodes, Types: []*ontology.Type{event}, Where: OnNode{happened}, Order: inTime(OfNode), AsOf: r.asOf}
	relations = &Page{Over: OverRelations, Relations: r.dated(args["types"]), Where: OnRelation{stated}, Order: inTime(OfRelation), AsOf: r.asOf}
	return events, relations, nil
}

// dated are the relation types of a timeline that may have a date: those named, else all but documentary ones and those that events are
// tied by.
func (r *request) dated(named any) []*ontology.Relation {
	types := []*ontology.Relation{}
	for _, rel := range r.o.Relations {
		wanted := named == nil && !rel.Documentary && !r.ties(rel)
		for _, n := range asList(named) {
			wanted = wanted || asString(n) == rel.Name
		}
		if wanted && rel.Property("dateFrom") != nil {
			types = append(types, rel)
		}
	}
	return types
}

// ties says whether a relation type ties an event to something.
func (r *request) ties(rel *ontology.Relation) bool {
	return slices.ContainsFunc(r.o.Type("Event").Fields, func(f *ontology.Field) bool { return f.Relation == rel })
}

func (r *request) series(s selected, args map[string]any, at place) (*Plan, *Error) {
	observation := r.o.Type("Observation")
	w := &Series{Of: asString(args["of"])}
	w.Known = r.known(w.Of)
	from, to, err := days(args, at)
	if err != nil {
		return nil, err
	}
	report := observation.Field("report")
	covers := r.o.Type("Report").Field("covers")
	w.Page = &Page{Over: OverNodes, Types: []*ontology.Type{observation}, binding: "Query.series", Order: []Order{
		{Of: OfNode, Column: "date", Kind: ontology.Date, Else: &Order{Of: OfNode, Via: []*ontology.Field{report, covers}, Column: "end", Kind: ontology.Date}},
		{Of: OfNode, Column: "id"},
	}}
	out, err := r.connection(w.Page, connectionOf{name: "Observation", far: w.Page.Types}, s, args, at)
	if err != nil {
		return nil, err
	}
	wanted := Every{
		Compare{Column: "metric", Kind: ontology.Enum, Op: Eq, Value: asString(args["metric"])},
		Linked{Via: ViaField, Field: observation.Field("of"), Where: Compare{Column: "id", Op: Eq, Value: w.Of, Few: true}},
	}
	bound := func(op Op, day string) {
		if day == "" {
			return
		}
		end := Linked{Via: ViaField, Field: covers, Where: Compare{Column: "end", Kind: ontology.Date, Op: op, Value: day}}
		wanted = append(wanted, Some{
			Compare{Column: "date", Kind: ontology.Date, Op: op, Value: day},
			Every{Compare{Column: "date", Kind: ontology.Date, Op: IsNull}, Linked{Via: ViaField, Field: report, Where: end}},
		})
	}
	bound(Gte, from)
	bound(Lte, to)
	all := Every{OnNode{wanted}}
	if w.Page.Where != nil {
		all = append(all, w.Page.Where)
	}
	w.Page.Where = all
	p := &Plan{Walk: w, Out: out}
	p.Cost, p.Costliest = w.Page.cost()
	return p, nil
}
