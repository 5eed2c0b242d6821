package plan

import "councilgraph/graph/ontology"

// Out says how a value is written as JSON. Which ones may stand where follows from the value: see each.
type Out interface{ out() }

// Field is one field of a response object. A field that is NonNull and has no value makes its object null, as the GraphQL specification
// says (section 6.4.4).
type Field struct {
	Name    string // the response key
	NonNull bool
	Out     Out
}

type (
	// Typename writes a tuple's type.
	Typename struct{}
	// Constant writes a text that the plan knows.
	Constant string
	// Scalar writes the value of a slot of a tuple.
	Scalar struct {
		Slot int
		Kind ontology.Kind
		List bool // of non-null strings
	}
	// Digest writes a short text that is another one whenever the list of texts in a slot is.
	Digest struct{ Slot int }
	// Inline writes an object over the same tuple: a group of its node's properties.
	Inline struct{ Fields []Field }
	// Stated writes an object of a slot that holds properties as one text (store.EncodeProperties). Its fields are Constant and StatedField.
	Stated struct {
		Slot       int
		Properties []*ontology.Property // all that may be stated
		Fields     []Field
	}
	// StatedField is the name of a property.
	StatedField string
	// Nested writes a slot that holds a tuple.
	Nested struct {
		Slot   int
		Object *Object
	}
	// NestedList writes a slot that holds a list of tuples.
	NestedList struct {
		Slot   int
		Object *Object
		After  string // of an EvidenceList; where the value is nil, it is a mistake
	}
	// Connection writes a slot that holds a page value, or the root's. Its fields are Constant, Total, Far, Groups, GroupCount, Stats,
	// PageInfo, Edges and Nodes.
	Connection struct {
		Slot   int
		Page   *Page
		Fields []Field
	}
	// Total writes a page's total.
	Total struct{}
	// PageTotal writes the total of a slot that holds a page.
	PageTotal struct{ Slot int }
	// Far writes how many distinct nodes a page's rows have.
	Far struct{}
	// Groups writes an object for each group of a page's Groups[Index]. Its fields are Constant, Null, GroupField, GroupNode and
	// GroupStats. With Fill also for each bucket between two of them that has none, First in all: in its place by key or, not ByKey, behind
	// those that have some.
	Groups struct {
		Index  int
		Fields []Field
		Fill   Bucket // NoBucket: not
		ByKey  bool
		First  int
	}
	// GroupField is key or count.
	GroupField string
	// GroupNode writes the node that a group is of.
	GroupNode struct{ Object *Object }
	// GroupStats writes an object over a group's numbers. Its fields are those of Stats.
	GroupStats struct{ Fields []Field }
	// Stats writes an object over the numbers of a page's Sums[Index]. Its fields are Constant and StatsField.
	Stats struct {
		Index  int
		Fields []Field
	}
	// StatsField is count, sum, min, max or mean.
	StatsField string
	// GroupCount writes how many groups a page's Groups[Index] has.
	GroupCount struct{ Index int }
	// PageInfo writes an object over a page. Its fields are Constant and PageInfoField.
	PageInfo struct{ Fields []Field }
	// PageInfoField is one of Relay's fields.
	PageInfoField string
	// Edges writes an object for each row. Its fields are Constant, Cursor, RowRelation, RowNode and Null.
	Edges struct{ Fields []Field }
	// Nodes writes the relation or the node of each row.
	Nodes struct{ Of Out }
	// Cursor writes a row's cursor.
	Cursor struct{}
	// RowRelation writes a row's relation tuple.
	RowRelation struct{ Object *Object }
	// RowNode writes a row's node tuple.
	RowNode struct{ Object *Object }
	// Null writes null.
	Null struct{}
	// One writes the row that a Get found.
	One struct{ Object *Object }
	// Whole writes a root value that is a tuple.
	Whole struct{ Object *Object }
	// WholeList writes a root value that is a list of tuples.
	WholeList struct{ Object *Object }
	// Many writes the rows that a Get found in the order of IDs, null for those that it did not find.
	Many struct {
		IDs    []string
		Object *Object
	}
)

func (Typename) out()      {}
func (Constant) out()      {}
func (Scalar) out()        {}
func (Digest) out()        {}
func (Inline) out()        {}
func (Stated) out()        {}
func (StatedField) out()   {}
func (Nested) out()        {}
func (NestedList) out()    {}
func (Connection) out()    {}
func (Total) out()         {}
func (PageTotal) out()     {}
func (Far) out()           {}
func (Groups) out()        {}
func (GroupField) out()    {}
func (GroupNode) out()     {}
func (GroupStats) out()    {}
func (Stats) out()         {}
func (StatsField) out()    {}
func (GroupCount) out()    {}
func (PageInfo) out()      {}
func (PageInfoField) out() {}
func (Edges) out()         {}
func (Nodes) out()         {}
func (Cursor) out()        {}
func (RowRelation) out()   {}
func (RowNode) out()       {}
func (Null) out()          {}
func (One) out()           {}
func (Whole) out()         {}
func (WholeList) out()     {}
func (Many) out()          {}

// Object says how a tuple is written: by its type, the fields in response order.
type Object struct {
	ByType map[string][]Field
}
