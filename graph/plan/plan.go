// Package plan turns one root field of a GraphQL request into data: what to fetch, and how the fetched values become JSON. A plan is small,
// closed and printable; every store answers it with the same values, and nothing after it knows GraphQL's syntax.
//
//	request time   New: fields, fragments, arguments → Plan
//	fetch time     Store.Fetch: Plan → Value          (this file and query.go say the shape)
//	               answer.Write: Plan, Value → JSON
package plan

import "councilgraph/graph/ontology"

// Value is what a store answers: nil, bool, int64, float64, string or []Value. Everything is positional, nothing is named.
type Value = any

// Plan is what one root field asks for.
type Plan struct {
	Query Query // what is fetched; nil where Walk is set
	Walk  Walk  // what several queries find, one leading to the next
	Out   Out   // how the root field's value is written; see out.go
	Cost  int   // the most nodes, relations and pieces of evidence that the answer could hold
	// Costliest is the response path of the list that most of the cost is below.
	Costliest string

	repeated Repeated
}

// Repeated is Query, as the plan's holder asks it again and again.
func (p *Plan) Repeated() *Repeated { return &p.repeated }

// Subject is what a tuple is of.
type Subject int

const (
	OfNode Subject = iota
	OfRelation
	OfEvidence
)

func (s Subject) String() string { return [...]string{"OfNode", "OfRelation", "OfEvidence"}[s] }

// Tuple says which values of a node, a relation or a piece of evidence are fetched. Its value is a list: first the GraphQL type
// (the node's label, "Relation", "Evidence"), then one value for each slot, in order; nil for a slot that is not On the node's label.
//
// AsOf is a day, or "" for all time. As of a day there are only the evidence of reports that count from that day or an earlier one
// (store.Header.Told), and the nodes and relations that such a report tells of, a relation only where both its ends are there: what is
// counted, listed, linked to or compared below is limited to them. Values of relations are those that these reports state
// (store.Relation.AsOf); names and properties of nodes stay as they are today.
type Tuple struct {
	Of    Subject
	Types []*ontology.Type // of nodes: the labels that may occur, in the ontology's order
	Slots []Slot
	AsOf  string

	written map[*ontology.Type]map[string]int // how often each column is written, by label (nil: relations and evidence); see Plan.Work
}

// Slot is one value of a tuple: *Column, *Link, *Page or *EvidenceList.
type Slot interface {
	// Labels are the labels that the slot is for, where the tuple is of nodes: never empty, each once.
	Labels() []*ontology.Type
}

// On is the part that all slots share.
type On struct{ Types []*ontology.Type }

// Labels is part of Slot.
func (o *On) Labels() []*ontology.Type { return o.Types }

// Column is a stored scalar, by name:
//
//	of nodes      id, name, aliases (a list of strings), evidenceCount, or a property of the label
//	of relations  id, type, from and to (the ends' ids: of groups alone), evidenceCount, reportCount, or a property of Relation
//	of evidence   id, quote, start, end, rule, stated: what it states of its relation, as one text (store.EncodeProperties); of evidence of nodes, nothing
//
// A missing property is nil.
type Column struct {
	On
	Name string
	Kind ontology.Kind
}

// Link is the one tuple at the other end of something, nil where there is none.
type Link struct {
	On
	Via   Via
	Field *ontology.Field // ViaField only; of several relations, the one with the least id
	To    *Tuple
}

// Via is what a link follows.
type Via int

const (
	ViaField     Via = iota // of nodes: a field to one far end
	ViaFrom                 // of relations: the end that it starts from
	ViaTo                   // of relations: the end that it leads to
	ViaReport               // of evidence
	ViaParagraph            // of evidence
)

func (v Via) String() string {
	return [...]string{"ViaField", "ViaFrom", "ViaTo", "ViaReport", "ViaParagraph"}[v]
}

// EvidenceList is a list of evidence tuples: of a relation, or of a node whose label carries evidence. It comes by report (newest first),
// position, start; First of those after the one with the id After ("": from the start). It is nil where the list has none with that id.
type EvidenceList struct {
	On
	First    int
	After    string
	Evidence *Tuple
}
