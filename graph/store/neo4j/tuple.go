package neo4j

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// tuple is the value of a tuple over a variable; of evidence the variable is its owner's, and at the index of the piece.
func (w *statement) tuple(t *plan.Tuple, of string) string {
	if w.entire && isEntire(t) {
		return w.entireTuple(t, of)
	}
	if t.Of == plan.OfRelation {
		return w.slots("'Relation'", t, nil, of)
	}
	kinds := kinds(t)
	if kinds == nil {
		return w.slots(typeOf(of, t.Types), t, nil, of)
	}
	last := len(kinds) - 1
	text := "CASE"
	for _, k := range kinds[:last] {
		text += fmt.Sprintf(" WHEN %s THEN %s", labelled(of, k), w.slots(typeOf(of, k), t, k[0], of))
	}
	return text + " ELSE " + w.slots(of+"._type", t, kinds[last][0], of) + " END"
}

// typeOf is what the tuple of a node with one of the labels begins with.
func typeOf(n string, types []*ontology.Type) string {
	if len(types) == 1 {
		return "'" + types[0].Name + "'"
	}
	return n + "._type"
}

// slots is a tuple with the slots that a label has, or with all where none is given.
func (w *statement) slots(name string, t *plan.Tuple, label *ontology.Type, of string) string {
	parts := []string{name}
	for _, s := range t.Slots {
		part := "null"
		if label == nil || slices.Contains(s.Labels(), label) {
			part = w.slot(t, s, of)
		}
		if label == nil && t.Of == plan.OfNode && len(s.Labels()) < len(t.Types) {
			part = fmt.Sprintf("CASE WHEN %s THEN %s END", labelled(of, s.Labels()), part)
		}
		parts = append(parts, part)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// kinds are the labels of a tuple, those with the same slots together, the most of them last. It is nil where there is one kind, and where
// what lies along relations would have to be written for several.
func kinds(t *plan.Tuple) (kinds [][]*ontology.Type) {
	has := func(s plan.Slot, label *ontology.Type) bool { return slices.Contains(s.Labels(), label) }
	alike := func(a, b *ontology.Type) bool {
		return !slices.ContainsFunc(t.Slots, func(s plan.Slot) bool { return has(s, a) != has(s, b) })
	}
	for _, label := range t.Types {
		i := slices.IndexFunc(kinds, func(k []*ontology.Type) bool { return alike(k[0], label) })
		if i < 0 {
			i, kinds = len(kinds), append(kinds, nil)
		}
		kinds[i] = append(kinds[i], label)
	}
	for _, s := range t.Slots {
		if _, ok := s.(*plan.Column); !ok && len(s.Labels()) > len(kinds[slices.IndexFunc(kinds, func(k []*ontology.Type) bool { return has(s, k[0]) })]) {
			return nil
		}
	}
	if len(kinds) < 2 {
		return nil
	}
	slices.SortStableFunc(kinds, func(a, b []*ontology.Type) int { return cmp.Compare(len(a), len(b)) })
	return kinds
}

func (w *statement) slot(t *plan.Tuple, s plan.Slot, of string) string {
	switch s := s.(type) {
	case *plan.Column:
		return w.column(t.Of, s.Name, of, t.AsOf)
	case *plan.Link:
		return w.link(s, of, t.AsOf)
	case *plan.EvidenceList:
		return w.evidence(s, of, t.AsOf)
	case *plan.Page:
		return w.page(s, of)
	}
	panic(fmt.Sprintf("no Cypher for a slot %T", s))
}

// column is a column of a node or a relation. Its names are those of plan.Column, and more: type, ordinal.
func (w *statement) column(of plan.Subject, name, variable, day string) string {
	switch {
	case name == "evidenceCount" && day == "":
		return "size(coalesce(" + variable + ".quotes, []))"
	case name == "evidenceCount":
		return fmt.Sprintf("size([x IN range(0, size(coalesce(%s.quotes, [])) - 1) WHERE %s <= %s])", variable, dayOf(variable, "x"), w.value(day))
	case name == "reportCount" && of == plan.OfRelation && day == "":
		return "coalesce(" + variable + "._reports, 1)"
	case name == "reportCount" && of == plan.OfRelation:
		k := w.variable("k")
		return fmt.Sprintf(`COUNT { UNWIND %s._statements AS %s WITH split(%[2]s, '\t')[%[4]d] AS %[2]s WHERE split(%[2]s, '|')[0] <= %[3]s `+
			`RETURN DISTINCT %[2]s }`, variable, k, w.value(day), keyPart)
	case of == plan.OfRelation && name == "from":
		return "startNode(" + variable + ").id"
	case of == plan.OfRelation && name == "to":
		return "endNode(" + variable + ").id"
	case name == "type" && of == plan.OfRelation:
		return "type(" + variable + ")"
	case name == "type":
		return variable + "._type"
	case name == "ordinal" && of == plan.OfRelation:
		return "coalesce(" + variable + "._ordinal, 0)"
	case of == plan.OfRelation && day != "" && name != "id":
		return w.then(name, variable, day)
	}
	return variable + "." + quote(name)
}

// then is what a property of a relation was on a day.
func (w *statement) then(name, variable, day string) string {
	was := fmt.Sprintf("%s.%s[x]", variable, quote("_was_"+name))
	isDate := func(p *ontology.Property) bool { return p.Name == name && p.Kind == ontology.Date }
	if slices.ContainsFunc(w.o.RelationProperties, isDate) {
		was = fmt.Sprintf("CASE %s WHEN '' THEN null ELSE %[1]s END", was)
	}
	return fmt.Sprintf("CASE WHEN %[1]s.%[2]s IS NULL THEN %[1]s.%[3]s ELSE [x IN range(size(%[1]s.%[2]s) - 1, 0, -1) "+
		"WHERE %[1]s.%[2]s[x] <= %[4]s | %[5]s][0] END",
		variable, quote("_since_"+name), quote(name), w.value(day), was)
}

// evidence lists evidence of the owner, which keeps it in lists (see part).
func (w *statement) evidence(l *plan.EvidenceList, owner, day string) string {
	i := w.variable("i")
	if l.After == "" && day == "" && !slices.ContainsFunc(l.Evidence.Slots, func(s plan.Slot) bool { return !isQuote(s) }) {
		return fmt.Sprintf("[%s IN coalesce(%s.quotes, [])[..%s] | ['Evidence'%s]]", i, owner, w.limit(l.First), strings.Repeat(", "+i, len(l.Evidence.Slots)))
	}
	from, before := "0", ""
	if l.After != "" {
		if day != "" {
			before = fmt.Sprintf(" AND %s <= %s", dayOf(owner, "x"), w.value(day))
		}
		from = fmt.Sprintf("coalesce([x IN range(0, size(%[1]s.quotes) - 1) WHERE %[4]s = %[2]s%[3]s][0] + 1, size(%[1]s.quotes))",
			owner, w.value(l.After), before, partOf(owner, "x", idPart))
	}
	places := fmt.Sprintf("range(%s, size(coalesce(%s.quotes, [])) - 1)", from, owner)
	if day != "" {
		places = fmt.Sprintf("[x IN %s WHERE %s <= %s]", places, dayOf(owner, "x"), w.value(day))
	}
	places += "[.." + w.limit(l.First) + "]"
	linked := false
	parts := []string{"'Evidence'"}
	for _, s := range l.Evidence.Slots {
		switch s := s.(type) {
		case *plan.Column:
			parts = append(parts, evidenceColumn(owner, i, s.Name))
		case *plan.Link:
			linked = true
			n := w.variable("n")
			parts = append(parts, fmt.Sprintf("COLLECT { MATCH (%[1]s:Entity {id: %[2]s}) RETURN %[3]s }[0]",
				n, evidenceEnd(owner, i, s.Via), w.tuple(s.To, n)))
		default:
			panic(fmt.Sprintf("no Cypher for a slot %T of evidence", s))
		}
	}
	list := fmt.Sprintf("[%s IN %s | [%s]]", i, places, strings.Join(parts, ", "))
	if linked { // which only a sub-query may be
		list = fmt.Sprintf("COLLECT { UNWIND %s AS %s RETURN [%s] }", places, i, strings.Join(parts, ", "))
	}
	if l.After != "" {
		return fmt.Sprintf("CASE WHEN any(x IN range(0, size(%[1]s.quotes) - 1) WHERE %[5]s = %[2]s%[3]s) THEN %[4]s END",
			owner, w.value(l.After), before, list, partOf(owner, "x", idPart))
	}
	return list
}

func isQuote(s plan.Slot) bool {
	c, ok := s.(*plan.Column)
	return ok && c.Name == "quote"
}

func (w *statement) link(l *plan.Link, of, day string) string {
	n := w.variable("n")
	tuple := w.tuple(l.To, n)
	switch l.Via {
	case plan.ViaFrom:
		return fmt.Sprintf("COLLECT { UNWIND [startNode(%s)] AS %s RETURN %s }[0]", of, n, tuple)
	case plan.ViaTo:
		return fmt.Sprintf("COLLECT { UNWIND [endNode(%s)] AS %s RETURN %s }[0]", of, n, tuple)
	}
	return w.first(l.Field, of, n, day, tuple)
}

// first is a value of the far end n of the relation with the least id that a field follows; null where there is none.
func (w *statement) first(f *ontology.Field, here, n, day, value string) string {
	r := w.variable("r")
	return fmt.Sprintf("COLLECT { %s WITH %s, %s ORDER BY %[2]s.id LIMIT 1 RETURN %[4]s }[0]",
		w.around([]*ontology.Relation{f.Relation}, f.Direction, here, r, n, day), r, n, value)
}

// ties matches what around does, to be counted: where nothing is asked of them, without names or a condition, for then the server need not
// look at each.
func (w *statement) ties(types []*ontology.Relation, direction ontology.Direction, here, day string) string {
	r := ""
	if day != "" || len(types) > 1 {
		r = w.variable("r")
	}
	return strings.TrimSuffix(w.around(types, direction, here, r, "", day), " WHERE true")
}

// around matches the relations r of the types at a node, each once, with the far end n. It ends in a condition.
func (w *statement) around(types []*ontology.Relation, direction ontology.Direction, here, r, n, day string) string {
	if len(types) == 0 {
		return fmt.Sprintf("MATCH (%s)-[%s]-(%s) WHERE false", here, r, n)
	}
	var symmetric []*ontology.Relation
	for _, t := range types {
		if t.Symmetric {
			symmetric = append(symmetric, t)
		}
	}
	if len(symmetric) == len(types) {
		direction = ontology.Both
	}
	before, after, condition := "-", "-", "true"
	switch {
	case direction == ontology.Both:
	case len(symmetric) > 0:
		end := "startNode"
		if direction == ontology.In {
			end = "endNode"
		}
		condition = fmt.Sprintf("(%s:%s OR %s(%[1]s) = %[4]s)", r, relationTypes(symmetric), end, here)
	case direction == ontology.In:
		before = "<-"
	default:
		after = "->"
	}
	return "MATCH (" + here + ")" + before + "[" + r + ":" + relationTypes(types) + "]" + after + "(" + n + ") WHERE " + condition + w.relationThen(r, day)
}

// What was there on a day: nodes and relations that a report tells of which counts by then. Each is " AND ...", or "" for all time.

func (w *statement) nodeThen(n, day string) string {
	if day == "" {
		return ""
	}
	return fmt.Sprintf(" AND %s._told <= %s", n, w.value(day))
}

func (w *statement) relationThen(r, day string) string {
	if day == "" {
		return ""
	}
	// Its ends too: a report that is referred to may count from a later day than the one that refers to it.
	return fmt.Sprintf(" AND %[1]s._told <= %[2]s AND (NOT %[3]s OR startNode(%[1]s)._told <= %[2]s AND endNode(%[1]s)._told <= %[2]s)",
		r, w.value(day), typed(r, w.o.Alike()))
}
