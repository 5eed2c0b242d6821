package plan

import (
	"slices"
	"strings"

	"councilgraph/graph/ontology"

	"github.com/vektah/gqlparser/v2/ast"
)

// nodes adds to a tuple of nodes what a selection set wants of each label that may occur, and to object how it is written.
func (r *request) nodes(t *Tuple, object *Object, set ast.SelectionSet, at place) *Error {
	// The same selection of several labels, such as a field of Entity, is one slot for all of them.
	shared := map[*ast.Field][]sharedField{}
	for _, label := range t.Types {
		selection := r.collect(set, label.Name, "Entity", "Node", "TimelineEntry")
		fields := make([]Field, 0, len(selection))
		for _, s := range selection {
			if i := slices.IndexFunc(shared[s.field], func(f sharedField) bool { return slices.Equal(f.merged, s.merged) }); i >= 0 {
				f := shared[s.field][i].Field
				t.extend(f.Out, label)
				fields = append(fields, f)
				continue
			}
			f, err := r.nodeField(t, label, s, at.below(s.key))
			if err != nil {
				return err
			}
			if label.Field(s.field.Name) == nil { // what a label's own field leads to is that label's
				shared[s.field] = append(shared[s.field], sharedField{f, s.merged})
			}
			fields = append(fields, f)
		}
		object.ByType[label.Name] = fields
		t.write(label, fields)
	}
	return nil
}

// sharedField is the field of a selection of several labels: that of the same fields of the query.
type sharedField struct {
	Field
	merged []*ast.Field
}

// extend makes the slot that out writes hold for one more label.
func (t *Tuple) extend(out Out, label *ontology.Type) {
	i := -1
	switch out := out.(type) {
	case Scalar:
		i = out.Slot
	case Nested:
		i = out.Slot
	case NestedList:
		i = out.Slot
	case Connection:
		i = out.Slot
	default:
		return
	}
	on := t.Slots[i].(interface{ on() *On }).on()
	if !slices.Contains(on.Types, label) {
		on.Types = append(on.Types, label)
	}
}

func (o *On) on() *On { return o }

// write notes which columns the fields write: one that has many aliases is fetched once, and written as often.
func (t *Tuple) write(label *ontology.Type, fields []Field) {
	if t.written == nil {
		t.written = map[*ontology.Type]map[string]int{}
	}
	if t.written[label] == nil {
		t.written[label] = map[string]int{}
	}
	for _, f := range fields {
		switch out := f.Out.(type) {
		case Scalar:
			t.written[label][t.Slots[out.Slot].(*Column).Name]++
		case Inline:
			t.write(label, out.Fields)
		}
	}
}

func (t *Tuple) add(s Slot) int {
	t.Slots = append(t.Slots, s)
	return len(t.Slots) - 1
}

// column adds a column, once however often it is selected.
func (t *Tuple) column(name string, kind ontology.Kind, label *ontology.Type) Scalar {
	i := slices.IndexFunc(t.Slots, func(s Slot) bool { c, ok := s.(*Column); return ok && c.Name == name })
	if i < 0 {
		i = t.add(&Column{Name: name, Kind: kind})
	}
	out := Scalar{Slot: i, Kind: kind, List: name == "aliases" && t.Of == OfNode}
	if label != nil {
		t.extend(out, label)
	}
	return out
}

func (r *request) nodeField(t *Tuple, label *ontology.Type, s selected, at place) (Field, *Error) {
	name := s.field.Name
	switch name {
	case "__typename":
		return Field{s.key, true, Typename{}}, nil
	case "id", "name", "aliases":
		return Field{s.key, true, t.column(name, ontology.String, label)}, nil
	case "asOf":
		return Field{s.key, false, r.day()}, nil
	case "evidenceCount":
		return Field{s.key, true, t.column(name, ontology.Int, label)}, nil
	case "evidence":
		out, err := r.evidence(t, label, s, at)
		return Field{s.key, true, out}, err
	case "relations":
		out, err := r.genericRelations(t, label, s, at)
		return Field{s.key, true, out}, err
	}
	if p := label.Property(name); p != nil {
		return Field{s.key, p.Required, t.column(name, p.Kind, label)}, nil
	}
	if g := label.Group(name); g != nil {
		out, err := r.inline(t, label, g, s, at)
		return Field{s.key, true, out}, err
	}
	f := label.Field(name)
	if f == nil { // how many there are of a field
		f = label.Field(strings.TrimSuffix(name, "Count"))
		page := &Page{On: On{[]*ontology.Type{label}}, Over: OverRelationsHere, Relations: []*ontology.Relation{f.Relation},
			Direction: f.Direction, AsOf: r.asOf,
			Order: []Order{{Of: OfRelation, Column: "id"}}, Total: true, path: at.String()}
		return Field{s.key, true, PageTotal{t.add(page)}}, nil
	}
	if f.One {
		link := &Link{On: On{[]*ontology.Type{label}}, Via: ViaField, Field: f, To: r.tuple(OfNode, f.Far...)}
		object := &Object{ByType: map[string][]Field{}}
		err := r.nodes(link.To, object, s.children, at)
		return Field{s.key, f.Required, Nested{t.add(link), object}}, err
	}
	page := &Page{On: On{[]*ontology.Type{label}}, Over: OverRelationsHere, Relations: []*ontology.Relation{f.Relation},
		Direction: f.Direction, binding: label.Name + "." + name}
	if f.OrderBy != nil && f.OrderBy.Ordinal {
		page.Order = append(page.Order, Order{Of: OfRelation, Column: "ordinal", Kind: ontology.Int})
	} else if f.OrderBy != nil {
		page.Order = append(page.Order, Order{Of: OfNode, Column: f.OrderBy.Property.Name, Kind: f.OrderBy.Property.Kind})
	}
	page.Order = append(page.Order, Order{Of: OfRelation, Column: "id"})
	out, err := r.connection(page, connectionOf{name: f.FarName, far: f.Far}, s, s.field.ArgumentMap(r.variables), at)
	if err != nil {
		return Field{}, err
	}
	out.Slot = t.add(page)
	return Field{s.key, true, out}, nil
}

// genericRelations plans Entity.relations.
func (r *request) genericRelations(t *Tuple, label *ontology.Type, s selected, at place) (Out, *Error) {
	args := s.field.ArgumentMap(r.variables)
	page := &Page{On: On{[]*ontology.Type{label}}, Over: OverRelationsHere, Relations: r.o.Relations,
		Order: []Order{{Of: OfRelation, Column: "id"}}, binding: "Entity.relations"}
	if types := args["types"]; types != nil {
		page.Relations = []*ontology.Relation{}
		named := asList(types)
		for _, rel := range r.o.Relations {
			if slices.ContainsFunc(named, func(n any) bool { return asString(n) == rel.Name }) {
				page.Relations = append(page.Relations, rel)
			}
		}
	}
	switch asString(args["direction"]) {
	case "OUT":
		page.Direction = ontology.Out
	case "IN":
		page.Direction = ontology.In
	default:
		page.Direction = ontology.Both
	}
	far := map[*ontology.Type]bool{}
	for _, rel := range page.Relations {
		for _, end := range []struct {
			types []*ontology.Type
			d     ontology.Direction
		}{{rel.To, ontology.Out}, {rel.From, ontology.In}} {
			if page.Direction == end.d || page.Direction == ontology.Both || rel.Symmetric {
				for _, e := range end.types {
					far[e] = true
				}
			}
		}
	}
	out, err := r.connection(page, connectionOf{name: "Relation", far: r.inOrder(far)}, s, args, at)
	if err != nil {
		return nil, err
	}
	out.Slot = t.add(page)
	return out, nil
}

// ends are the labels at one end of relations.
func (r *request) ends(relations []*ontology.Relation, of func(*ontology.Relation) []*ontology.Type) []*ontology.Type {
	labels := map[*ontology.Type]bool{}
	for _, rel := range relations {
		for _, t := range of(rel) {
			labels[t] = true
		}
	}
	return r.inOrder(labels)
}

// inOrder lists labels in the ontology's order.
func (r *request) inOrder(set map[*ontology.Type]bool) (types []*ontology.Type) {
	for _, t := range r.o.Types {
		if set[t] {
			types = append(types, t)
		}
	}
	return types
}

// relation adds to a tuple of relations what a selection set wants of them; types are those that may occur.
func (r *request) relation(t *Tuple, object *Object, set ast.SelectionSet, types []*ontology.Relation, at place) *Error {
	fields := []Field{}
	for _, s := range r.collect(set, "Relation", "Node", "TimelineEntry") {
		f := Field{Name: s.key, NonNull: true}
		at := at.below(s.key)
		var err *Error
		switch name := s.field.Name; name {
		case "__typename":
			f.Out = Typename{}
		case "id", "type":
			f.Out = t.column(name, ontology.String, nil)
		case "asOf":
			f.NonNull, f.Out = false, r.day()
		case "evidenceCount", "reportCount":
			f.Out = t.column(name, ontology.Int, nil)
		case "evidence":
			f.Out, err = r.evidence(t, nil, s, at)
		case "from", "to":
			link := &Link{Via: ViaFrom, To: r.tuple(OfNode, r.ends(types, func(rel *ontology.Relation) []*ontology.Type { return rel.From })...)}
			if name == "to" {
				link = &Link{Via: ViaTo, To: r.tuple(OfNode, r.ends(types, func(rel *ontology.Relation) []*ontology.Type { return rel.To })...)}
			}
			f.Out, err = r.link(t, link, s, at)
		default:
			i := slices.IndexFunc(r.o.RelationProperties, func(p *ontology.Property) bool { return p.Name == name })
			p := r.o.RelationProperties[i]
			f.NonNull, f.Out = p.Required, t.column(name, p.Kind, nil)
		}
		if err != nil {
			return err
		}
		fields = append(fields, f)
	}
	object.ByType["Relation"] = fields
	t.write(nil, fields)
	return nil
}

// link adds a slot that leads to one node.
func (r *request) link(t *Tuple, link *Link, s selected, at place) (Out, *Error) {
	object := &Object{ByType: map[string][]Field{}}
	if err := r.nodes(link.To, object, s.children, at); err != nil {
		return nil, err
	}
	return Nested{t.add(link), object}, nil
}

// inline plans a group of a label's properties: an object over the same tuple.
func (r *request) inline(t *Tuple, label *ontology.Type, g *ontology.Group, s selected, at place) (out Inline, err *Error) {
	out.Fields = []Field{}
	for _, s := range r.collect(s.children, g.TypeName) {
		f := Field{Name: s.key, NonNull: true, Out: Constant(g.TypeName)}
		if p := label.Property(s.field.Name); p != nil {
			f.NonNull, f.Out = p.Required, t.column(p.Name, p.Kind, label)
		} else if slices.Contains(g.Sentences, s.field.Name) {
			if f.Out, err = r.evidence(t, label, s, at.below(s.key)); err != nil {
				return out, err
			}
		}
		out.Fields = append(out.Fields, f)
	}
	return out, nil
}

// evidence adds a list of evidence, or of sentences.
func (r *request) evidence(t *Tuple, label *ontology.Type, s selected, at place) (Out, *Error) {
	args := s.field.ArgumentMap(r.variables)
	first, err := size(args, "first", at)
	if err != nil {
		return nil, err
	}
	list := &EvidenceList{First: first, After: asString(args["after"]), Evidence: r.tuple(OfEvidence)}
	if label != nil {
		list.Types = []*ontology.Type{label}
	}
	fields := []Field{}
	of := s.field.Definition.Type.Name()
	for _, s := range r.collect(s.children, of) {
		f := Field{Name: s.key, NonNull: true}
		switch name := s.field.Name; name {
		case "__typename":
			f.Out = Constant(of)
		case "report", "paragraph":
			// Which labels these are is what the served type of the field says.
			link := &Link{Via: ViaReport, To: r.tuple(OfNode, r.o.Type(s.field.Definition.Type.Name()))}
			if name == "paragraph" {
				link.Via = ViaParagraph
			}
			if f.Out, err = r.link(list.Evidence, link, s, at.below(s.key)); err != nil {
				return nil, err
			}
		case "stated":
			f.Out = r.stated(list.Evidence, s)
		case "start", "end":
			f.Out = list.Evidence.column(name, ontology.Int, nil)
		default:
			f.Out = list.Evidence.column(name, ontology.String, nil)
		}
		fields = append(fields, f)
	}
	list.Evidence.write(nil, fields)
	return NestedList{t.add(list), &Object{ByType: map[string][]Field{"Evidence": fields}}, list.After}, nil
}

// stated plans what a piece of evidence states.
func (r *request) stated(t *Tuple, s selected) Out {
	out := Stated{Slot: t.column("stated", ontology.String, nil).Slot, Properties: r.o.RelationProperties, Fields: []Field{}}
	of := s.field.Definition.Type.Name()
	for _, s := range r.collect(s.children, of) {
		f := Field{Name: s.key, Out: StatedField(s.field.Name)}
		if s.field.Name == "__typename" {
			f.NonNull, f.Out = true, Constant(of)
		}
		out.Fields = append(out.Fields, f)
	}
	return out
}

// day writes the day that holds where the planner is.
func (r *request) day() Out {
	if r.asOf == "" {
		return Null{}
	}
	return Constant(r.asOf)
}
