// Package plan turns one root field of a GraphQL request into data: what to fetch, and how the fetched values become JSON. A plan is small,
// closed and printable; every store answers it with the same values, and nothing after it knows GraphQL's syntax.
//
//	request time   New: fields, fragments, arguments → Plan
//	fetch time     Store.Fetch: Plan → Value          (this file says the shape)
//	               answer.Write: Plan, Value → JSON
package plan

import "councilgraph/graph/ontology"

// Value is what a store answers: nil, bool, int64, float64, string or []Value. Everything is positional, nothing is named.
type Value = any

// Plan is what one root field asks for: exactly one of Get and Page is set.
//
// The Value of a Get is a list of rows [rank, id, name, tuple]. The Value of a Page is a page value.
type Plan struct {
	Get  *Get
	Page *Page
	Out  Out // how the root field's value is written; see out.go
	Cost int // the most nodes, relations and pieces of evidence that the answer could hold
	// Costliest is the response path of the list that most of the cost is below.
	Costliest string
}

// Get finds nodes, and relations by id. Exactly one of IDs, Name and Keys is set.
//
//	IDs    rows for those that exist, in any order, each once; rank is 0. A node's row has Node's tuple, a relation's has Relation's.
//	Name   rows of nodes with a matching name, by rank, then id, at most 1+MaxCandidates. The rank is 0 where the node's name is Name
//	       to the letter, 1 where an alias is, 2 where one of its name keys (store.NameKeys) equals Folded; the least that holds.
//	Keys   rows of nodes for which every pair of one alternative holds, by rank (the alternative's index, the least that holds), then id; at most 1.
type Get struct {
	IDs          []string
	Name, Folded string
	Keys         [][]KeyValue

	Node     *Tuple // nil: no nodes are looked for
	Relation *Tuple // nil: no relations are looked for
}

// KeyValue is a property and the value that it must have.
type KeyValue struct {
	Property *ontology.Property
	Value    Value
}

// MaxCandidates is how many candidates an ambiguous name is answered with.
const MaxCandidates = 20

// Subject is what a tuple is of.
type Subject int

const (
	OfNode Subject = iota
	OfRelation
	OfEvidence
)

// Tuple says which values of a node, a relation or a piece of evidence are fetched. Its value is a list: first the GraphQL type
// (the node's label, "Relation", "Evidence"), then one value for each slot, in order; nil for a slot that is not On the node's label.
type Tuple struct {
	Of    Subject
	Types []*ontology.Type // of nodes: the labels that may occur, in the ontology's order
	Slots []Slot
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
//	of relations  id, type, evidenceCount, reportCount, or a property of Relation
//	of evidence   id, quote, start, end, rule
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

// EvidenceList is a list of evidence tuples: of a relation, or of a node whose label carries evidence. It comes by report (newest
// first), position, start; First of those after the one with the id After ("": from the start; an id that is not in the list: none).
type EvidenceList struct {
	On
	First    int
	After    string
	Evidence *Tuple
}

// Page is a window on an ordered list, of nodes or of relations. Its value is [rows, total, preceding, following], each nil where it is not wanted:
//
//	rows       the first Limit rows strictly between After and Before in the order, or the last Limit in reverse order where Backward
//	total      how many the list holds, whatever After and Before are
//	preceding  whether a row stands at or before After
//	following  whether a row stands at or after Before
//
// A row is [keys, relation tuple or nil, node tuple or nil], keys a list of the values of Order.
type Page struct {
	On
	// Over says what is listed: all nodes with a label of Types; all relations of the types Relations; or the relations of these types at the node that has the
	// slot, in Direction, where the row's node is the far end. A relation from a node to itself is listed once. A symmetric relation is listed in every direction.
	Over      Over
	Types     []*ontology.Type
	Relations []*ontology.Relation // may be empty: then the list is
	Direction ontology.Direction

	Order         []Order
	Backward      bool
	Limit         int
	After, Before []Value // values of Order, or nil

	Rows, Total, Preceding, Following bool // what is wanted

	Relation, Node *Tuple // nil where not wanted

	Size    int    // how many rows are served: Limit, or Limit-1 where one more is fetched to know whether there is one
	binding string // what its cursors are bound to
	path    string // its response path, without indexes
}

// Over is what a page lists.
type Over int

const (
	OverNodes Over = iota
	OverRelations
	OverRelationsHere
)

// Order is one key of an order. The last one is always an id, of the row's relation or, OverNodes, of its node, so that the order is total. Text is compared
// by code point; nil stands last in either direction.
type Order struct {
	Of     Subject // OfNode (the row's node) or OfRelation
	Column string  // id, ordinal (of a relation: its place in the text), or a property
	Kind   ontology.Kind
	Desc   bool
}
