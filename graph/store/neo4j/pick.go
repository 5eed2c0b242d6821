package neo4j

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

func list(v plan.Value) []plan.Value { l, _ := v.([]plan.Value); return l }

// An entire tuple is [type, properties, …] of a node, with the values of the slots that lie along relations behind, and [type,
// properties, its type, from, to] of a relation. The functions here make it the tuple that was asked for. Values are those that the
// statement of the tuple would give.

func isEntire(t *plan.Tuple) bool { return t.Of != plan.OfEvidence && t.AsOf == "" }

// entireTuple is an entire tuple over a variable.
func (w *statement) entireTuple(t *plan.Tuple, of string) string {
	if t.Of == plan.OfRelation {
		return "['Relation', properties(" + of + "), type(" + of + "), startNode(" + of + ").id, endNode(" + of + ").id]"
	}
	text, properties := "", "null"
	for _, s := range t.Slots {
		switch s.(type) {
		case *plan.Page, *plan.Link:
			text += ", " + w.slot(t, s, of)
		default:
			properties = "properties(" + of + ")"
		}
	}
	return "[" + of + "._type, " + properties + text + "]"
}

func pickQuery(q plan.Query, v plan.Value) plan.Value {
	switch q := q.(type) {
	case *plan.Get:
		return q.EachTuple(v, picked(q.Node), picked(q.Relation))
	case *plan.Page:
		return pickPage(q, v)
	case *plan.Several:
		return plan.Map(v, func(i int, one plan.Value) plan.Value { return pickQuery(q.Of[i], one) })
	}
	return v
}

func picked(t *plan.Tuple) func(plan.Value) plan.Value {
	return func(v plan.Value) plan.Value { return pick(t, v) }
}

func pickPage(p *plan.Page, v plan.Value) plan.Value {
	return p.EachTuple(v, picked(p.Relation), picked(p.Node), func(i int, v plan.Value) plan.Value { return pick(p.Groups[i].Node, v) })
}

// pick is a tuple from its entire one.
func pick(t *plan.Tuple, v plan.Value) plan.Value {
	from := list(v)
	if from == nil || !isEntire(t) {
		return v
	}
	properties, _ := from[1].(map[string]any)
	tuple, along := []plan.Value{from[0]}, from[2:]
	for _, s := range t.Slots {
		var value plan.Value
		switch s := s.(type) {
		case *plan.Column:
			if has(t, s, from[0]) {
				value = pickColumn(t.Of, s.Name, properties, from)
			}
		case *plan.EvidenceList:
			if has(t, s, from[0]) {
				value = pickEvidence(s, properties)
			}
		case *plan.Page:
			value, along = pickPage(s, along[0]), along[1:]
		case *plan.Link:
			switch s.Via {
			case plan.ViaFrom:
				value = []plan.Value{nil, from[3]}
			case plan.ViaTo:
				value = []plan.Value{nil, from[4]}
			default:
				value, along = pick(s.To, along[0]), along[1:]
			}
		}
		tuple = append(tuple, value)
	}
	return tuple
}

// has says whether a tuple of a label has a slot.
func has(t *plan.Tuple, s plan.Slot, label plan.Value) bool {
	return t.Of == plan.OfRelation || slices.ContainsFunc(s.Labels(), func(l *ontology.Type) bool { return l.Name == label })
}

func pickColumn(of plan.Subject, name string, properties map[string]any, from []plan.Value) plan.Value {
	relation := of == plan.OfRelation
	switch {
	case name == "evidenceCount":
		return int64(len(list(properties["quotes"])))
	case relation && name == "reportCount":
		return cmp.Or(properties["_reports"], plan.Value(int64(1)))
	case relation && name == "type":
		return from[2]
	case relation && name == "from":
		return from[3]
	case relation && name == "to":
		return from[4]
	case relation && name == "ordinal":
		return cmp.Or(properties["_ordinal"], plan.Value(int64(0)))
	case name == "type":
		return properties["_type"]
	}
	return properties[name]
}

// pickEvidence lists the evidence that an owner keeps in lists (see part).
func pickEvidence(l *plan.EvidenceList, properties map[string]any) plan.Value {
	first, texts := 0, list(properties["_statements"])
	if l.After != "" {
		after := slices.IndexFunc(texts, func(text plan.Value) bool { return pickPart(text, idPart) == l.After })
		if after < 0 {
			return nil
		}
		first = after + 1
	}
	pieces := []plan.Value{}
	for i := first; i < min(first+l.First, len(list(properties["quotes"]))); i++ {
		piece := []plan.Value{"Evidence"}
		for _, s := range l.Evidence.Slots {
			switch s := s.(type) {
			case *plan.Column:
				piece = append(piece, pickEvidenceColumn(properties, i, s.Name))
			case *plan.Link:
				piece = append(piece, []plan.Value{nil, pickEvidenceEnd(properties, i, s.Via)})
			}
		}
		pieces = append(pieces, piece)
	}
	return pieces
}

// pickEvidenceColumn is a column of the i-th piece of evidence.
func pickEvidenceColumn(properties map[string]any, i int, name string) plan.Value {
	if p, ok := evidenceParts[name]; ok {
		return pickPart(list(properties["_statements"])[i], p)
	}
	return list(properties["quotes"])[i]
}

// pickEvidenceEnd is the id of what the i-th piece of evidence leads to.
func pickEvidenceEnd(properties map[string]any, i int, via plan.Via) plan.Value {
	if via == plan.ViaReport {
		return store.Told{ReportKey: str(pickPart(list(properties["_statements"])[i], keyPart))}.Report()
	}
	return list(properties["paragraphs"])[i]
}

// pickPart is a part of a statement's text; nil of one that has no such part.
func pickPart(text plan.Value, p part) plan.Value {
	parts := strings.Split(str(text), divider)
	if int(p) >= len(parts) {
		return nil
	}
	if p == positionPart || p == startPart || p == endPart {
		n, _ := strconv.ParseInt(parts[p], 10, 64)
		return n
	}
	return parts[p]
}
