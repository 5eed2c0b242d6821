package plan

import (
	"context"
	"sync/atomic"

	"councilgraph/graph/ontology"
)

// Query is what a store answers with one statement: *Get, *Page, *Several, *Expand, *Shortest, *Search, *Vocabulary, *Statements or
// *Census.
type Query interface{ query() }

func (*Get) query()        {}
func (*Page) query()       {}
func (*Several) query()    {}
func (*Expand) query()     {}
func (*Shortest) query()   {}
func (*Search) query()     {}
func (*Vocabulary) query() {}
func (*Statements) query() {}
func (*Census) query()     {}

// Fetch answers queries, each with one statement: see store.Store.
type Fetch = func(context.Context, Query) (Value, error)

// Repeated is a query that is asked as it is by request after request, also by several at once. It is answered as the query is; what the
// one store that answers it has made of it, but nothing of an answer, it may keep with it.
type Repeated struct {
	Query
	Kept atomic.Value
}

// Bare is a query without what is kept with it.
func Bare(q Query) Query {
	if again, ok := q.(*Repeated); ok {
		return again.Query
	}
	return q
}

// Several are queries, each a *Get or a *Page, that are answered together. The value is the list of their values.
type Several struct{ Of []Query }

// Get finds nodes, and relations by id. Its value is a list of rows [rank, id, name, tuple]. Exactly one of IDs, Folded and Keys is set.
//
//	IDs    rows for those that exist, in any order, each once; rank is 0. A node's row has Node's tuple, a relation's has Relation's.
//	Folded rows of nodes of which a name key (store.NameKeys) is one of these, by rank, then id, at most 1+MaxCandidates. The rank is the
//	       index of the first that is; what only the last one finds comes one rank later, unless the node's name is Name to the letter.
//	Keys   rows of nodes for which every pair of one alternative holds, by rank (the alternative's index, the least that holds), then id; at most 1.
type Get struct {
	IDs    []string
	Name   string
	Folded []string
	Keys   [][]KeyValue

	Node     *Tuple // nil: no nodes are looked for
	Relation *Tuple // nil: no relations are looked for

	Among *Among // with IDs, instead of relations by id
	AsOf  string // see Tuple
}

// Among makes a Get find the relations whose ends are both among its IDs, by id, at most Limit. Nodes are found as without it.
type Among struct {
	Relations []*ontology.Relation
	Where     Condition // of the relation; nil: none
	Limit     int
}

// Expand finds the relations around nodes, to walk on. Its value is [rows, counts].
//
//	rows    [here, far, type, id] for each relation at a node of Nodes, by here, type, id; of each node the first PerNode. Of a relation
//	        between two of Nodes there is a row for each, of one from a node to itself one. With Pairs: the distinct [here, far] of these
//	        rows, in any order. At most Limit rows.
//	counts  with Counts: [here, type, count] by here, type: how many such relations of a type each node has, whatever PerNode and Limit,
//	        where there are any; else nil
type Expand struct {
	Nodes     []string
	Relations []*ontology.Relation
	Direction ontology.Direction
	Where     Condition // of the relation; nil: none
	PerNode   int       // 0: all
	Limit     int
	Pairs     bool
	Counts    bool
	AsOf      string // see Tuple
}

// Shortest finds the paths of fewest hops between two nodes that are not the same, of at most MaxHops, along relations in either direction.
// Its value is a list of them, by the ids of their nodes, at most First: [tried, nodes], nodes a list of [id, tuple] from From to To, tried
// how many paths of that many hops were looked at, which a path is along each of several relations that join the same nodes; or, where the
// store comes by them in order, how many it gives. At most MaxTried are looked at: where tried is that, others may have come first. Stores
// whose engine finds no paths, or cannot now, answer errors.ErrUnsupported.
//
// Where Hops says how many that are, not 0, the first paths are found whatever their number, and tried is 0 where the store looks for
// nothing else.
type Shortest struct {
	From, To  string
	MaxHops   int
	Hops      int
	Relations []*ontology.Relation
	First     int
	MaxTried  int
	Node      *Tuple
}

// Search finds nodes by words. Its value is [version, names, texts]:
//
//	version  a text: that of the vocabulary, see Vocabulary
//	names    [id, mentions, searched] of nodes whose searched names meet all of Names: searched is fold.Searched of the name and the
//	         aliases as they are served, mentions how many relations of the type Mentions lead to the node (as of AsOf); none where Names is
//	         empty
//	texts    [id, key, phrase] of nodes whose searched text (fold.Searched of ontology.Type.Searched) meets all of Texts: key is the
//	         greatest store.Header.Key of the reports that tell of the node, phrase whether the words Phrase stand in it side by side (false
//	         where there are none); none where Texts is empty
//
// Names and texts each come in any order, at most Limit rows of them. A row may have one value more: Node's of the node, where they are so
// few that the store gives it at once.
type Search struct {
	Types        []*ontology.Type   // the labels that are searched
	Where        Condition          // of the node; nil: none
	Names, Texts []Clause           // at least one of a list is not Not
	Phrase       []string           // folded
	Mentions     *ontology.Relation // nil: mentions are 0
	Node         *Tuple             // nil: not wanted
	Limit        int
	AsOf         string // see Tuple
}

// Clause holds of a searched text in which one of Any stands; where Not, in which none does.
type Clause struct {
	Any []Phrase // never empty
	Not bool
}

// Phrase is words, folded (fold.Words), that stand side by side in this order. With Prefix there is one word, and any word that begins with
// it will do.
type Phrase struct {
	Words  []string // never empty
	Prefix bool
}

// Vocabulary asks for the words of all names. Its value is [version, words]: the version is another one after each write that changes
// names, whoever wrote; words are all that occur in the searched names of nodes (fold.Searched), each once, in any order.
type Vocabulary struct{}

// Statements asks for what each of some reports states of relations of some types, before it is added up with what others state. Its value
// is a list of rows, in any order, [relation id, type, report id, properties, position, start, end, rule]: properties are a text
// (store.EncodeProperties), the last four those of the evidence, nil where there is none. At most Limit rows.
type Statements struct {
	Reports   []string // ids
	Relations []*ontology.Relation
	Limit     int
}

// Census asks how much there is. Its value is a tuple of the type "Graph": newest (the last day from which a report counts; nil without
// one), reports, nodes, relations, evidence (as store.Counts; each nil unless Counts), and then, by report id, the report and the hash of
// each document.
type Census struct{ Counts bool }

// Slots of a Census.
const (
	CensusNewest = iota
	CensusReports
	CensusNodes
	CensusRelations
	CensusEvidence
	CensusDocuments
)

// KeyValue is a property and the value that it must have.
type KeyValue struct {
	Property *ontology.Property
	Value    Value
}

// MaxCandidates is how many candidates an ambiguous name is answered with.
const MaxCandidates = 20

// Page is a window on an ordered list, of nodes or of relations. Its value is [rows, total, preceding, following, far, groups, sums], each
// nil where it is not wanted, and left out where nothing behind it is wanted either, as a store likes:
//
//	rows       the first Limit rows strictly between After and Before in the order, or the last Limit in reverse order where Backward
//	total      how many the list holds, whatever After and Before are
//	preceding  whether a row stands at or before After
//	following  whether a row stands at or after Before
//	far        how many distinct nodes the rows of the list have
//	groups     for each of Groups [groups, count]: see Group; nil where there are no Groups
//	sums       for each of Sums the values: see Sum; nil where there are no Sums
//
// A row is [keys, relation tuple or nil, node tuple or nil], keys a list of the values of Order; nil unless Keys.
type Page struct {
	On
	// Over says what is listed: all nodes with a label of Types; all relations of the types Relations; or the relations of these types at
	// the node that has the slot, in Direction, where the row's node is the far end. A relation from a node to itself is listed once. A
	// symmetric relation is listed in every direction.
	Over      Over
	Types     []*ontology.Type
	Relations []*ontology.Relation // may be empty: then the list is
	Direction ontology.Direction

	Where Condition // of the row; nil: none
	AsOf  string    // see Tuple: for what is listed, Where, Order and Groups

	Order         []Order
	Backward      bool
	Limit         int
	After, Before []Value // values of Order, or nil

	Rows, Total, Preceding, Following, Far bool // what is wanted
	Keys                                   bool // with Rows: cursors are made of them
	Groups                                 []Group
	Sums                                   []Sum

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

func (o Over) String() string {
	return [...]string{"OverNodes", "OverRelations", "OverRelationsHere"}[o]
}

// Order is one key of an order. The last one is always an id, of the row's relation or, OverNodes, of its node, so that the order is total.
// Text is compared by code point, an enum's value too, false before true; nil stands last in either direction.
type Order struct {
	Of     Subject           // OfNode (the row's node) or OfRelation
	Via    []*ontology.Field // of nodes: fields with One, followed as by Link from the row's node to the one that has the value; nil where one leads nowhere
	Column string            // as Column.Name; of relations also ordinal, the place in the text
	Folded bool              // the text's folded form (fold.Name)
	Count  *ontology.Field   // instead of Column: how many relations the field follows
	Else   *Order            // stands in where there is no value; it has neither Else nor Desc of its own
	Kind   ontology.Kind
	Desc   bool
}

// Group counts the rows of a page by a value. Its value is [groups, count]:
//
//	groups  the first First of [key, count, values, node], by count (greatest first) or, ByKey, by key; ties by key, the nil key last of them.
//	        A key is text: an enum's or a text's value as written, true or false, or a bucket. Text keys compare folded, then as written;
//	        all others as written. nil where not Rows
//	        values are those of Stats in the group; node is that with the key as its id, as Node says. Each is nil where it is not wanted
//	count   how many groups there are, that of the nil key included; nil where not Count
type Group struct {
	Of       Subject // OfNode (the row's node) or OfRelation
	From, To string  // the columns: of a date that has an interval dateFrom and dateTo, else the same twice
	Kind     ontology.Kind
	Bucket   Bucket
	ByKey    bool
	First    int
	Rows     bool
	Count    bool
	Stats    *Sum   // nil: not wanted
	Node     *Tuple // where the key is a node's id; nil: not wanted
}
