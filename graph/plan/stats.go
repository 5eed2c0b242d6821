package plan

import "councilgraph/graph/ontology"

// Sum is a number of the rows of a list that is added up. Its value is the list of all those that there are, in any order.
type Sum struct {
	Of     Subject // OfNode (the row's node) or OfRelation
	Column string
	Kind   ontology.Kind // Int or Float
}

// Number is a value of a Number enum: what stats are of.
type Number struct {
	Name, Description string
	Sum               Sum
}

// Numbers are the values of <Type>Number; t is nil for Entity. Those of the relation that leads to a row begin with RELATION_.
func Numbers(o *ontology.Ontology, t *ontology.Type) (numbers []Number) {
	if t != nil {
		numbers = numbersOf(OfNode, t.Properties)
	}
	for _, n := range RelationNumbers(o) {
		n.Name = "RELATION_" + n.Name
		numbers = append(numbers, n)
	}
	return numbers
}

// RelationNumbers are the values of RelationNumber.
func RelationNumbers(o *ontology.Ontology) []Number {
	return numbersOf(OfRelation, o.RelationProperties)
}

func numbersOf(of Subject, properties []*ontology.Property) (numbers []Number) {
	for _, p := range properties {
		if p.Kind == ontology.Int || p.Kind == ontology.Float {
			numbers = append(numbers, Number{upper(p.Name), "Of `" + p.Name + "`.", Sum{of, p.Name, p.Kind}})
		}
	}
	return numbers
}

// number finds what an argument names.
func (r *request) number(page *Page, of connectionOf, name string, at place) (*Sum, *Error) {
	numbers := RelationNumbers(r.o)
	if of.name != "Relation" {
		numbers = Numbers(r.o, r.o.Type(of.name))
	}
	for _, n := range numbers {
		if n.Name != name {
			continue
		}
		if n.Sum.Of == OfRelation && page.Over == OverNodes {
			return nil, badInput(nil, "%s of %s has no relation that has such a number: it is there on relation fields only", at, name)
		}
		return &n.Sum, nil
	}
	panic("no number " + name) // the schema has no other
}

// stats plans stats(of:).
func (r *request) stats(page *Page, of connectionOf, s selected, at place) (Out, *Error) {
	sum, err := r.number(page, of, asString(s.field.ArgumentMap(r.variables)["of"]), at)
	if err != nil {
		return nil, err
	}
	page.Sums = append(page.Sums, *sum)
	return Stats{len(page.Sums) - 1, r.statsFields(s)}, nil
}

func (r *request) statsFields(s selected) []Field {
	fields := []Field{}
	for _, s := range r.collect(s.children, "Stats") {
		f := Field{Name: s.key, NonNull: s.field.Name == "count", Out: StatsField(s.field.Name)}
		if s.field.Name == "__typename" {
			f.NonNull, f.Out = true, Constant("Stats")
		}
		fields = append(fields, f)
	}
	return fields
}
