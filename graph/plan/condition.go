package plan

import "councilgraph/graph/ontology"

// Condition holds or fails of a subject: a node, a relation, a piece of evidence, or a row of a page (a relation with its far node). It is
// two-valued: what is missing makes a comparison fail, never unknown, so that Not is plain negation.
type Condition interface{ condition() }

type (
	// Every holds where all hold; of none, it holds.
	Every []Condition
	// Some holds where one holds; of none, it fails.
	Some []Condition
	// Not holds where the other fails.
	Not struct{ Of Condition }

	// Compare holds where the subject has a value in the column that compares to Value as Op says. A column that is a list (aliases) needs one
	// such item.
	Compare struct {
		Column string // as Column.Name; of a node also "type", its label
		Kind   ontology.Kind
		Op     Op
		Value  Value // a []Value for In, else one value; of the column's kind, folded where Folded
		Folded bool  // text: it is the folded forms that are compared,
		Plain  bool  // by fold.Plain, else by fold.Name
		Few    bool  // it can hold of a few nodes only, which an index finds: of an id, a name or a key (ontology.Key), one or some values are named
	}

	// Labelled holds of nodes with one of the labels; never, where there are none.
	Labelled struct{ Types []*ontology.Type }

	// OnNode holds of a row whose far node, or whose node, meets Where.
	OnNode struct{ Where Condition }
	// OnRelation holds of a row whose relation meets Where.
	OnRelation struct{ Where Condition }

	// Linked holds where the subject has a link (see Link) whose far node meets Where.
	Linked struct {
		Via   Via
		Field *ontology.Field // ViaField only; one is enough
		Where Condition
	}
	// Cited holds where one piece of evidence of the node or relation meets all of Where.
	Cited struct{ Where Condition }
	// Related holds of a node where the number of relations that the field follows from it, and whose rows meet Where, compares to Count as Op
	// says.
	Related struct {
		Field *ontology.Field
		Where Condition // of the row
		Op    Op        // not In, IsNull or a text's
		Count int64
	}
)

// Op is a comparison. Text compares by code point, dates as text, false is less than true.
type Op int

const (
	Eq Op = iota
	In
	Lt
	Lte
	Gt
	Gte
	Contains
	StartsWith
	EndsWith
	IsNull // holds where there is no value; never of a list. Value is not looked at.
)

func (o Op) String() string {
	return [...]string{"Eq", "In", "Lt", "Lte", "Gt", "Gte", "Contains", "StartsWith", "EndsWith", "IsNull"}[o]
}

func (Every) condition()      {}
func (Some) condition()       {}
func (Not) condition()        {}
func (Compare) condition()    {}
func (Labelled) condition()   {}
func (OnNode) condition()     {}
func (OnRelation) condition() {}
func (Linked) condition()     {}
func (Cited) condition()      {}
func (Related) condition()    {}
