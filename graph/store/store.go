// Package store says what a graph store is: what is written to it, what is asked of it, and what it promises. The two stores, sqlite
// and neo4j, hold the same graph and answer the same values; storetest holds them to it. No method names a type of the schema.
package store

import (
	"context"
	"errors"
	"time"

	"councilgraph/graph/plan"
)

// Store is a graph store. All methods are safe for concurrent use. They end soon after their context does, with an error that wraps its
// cause.
type Store interface {
	// Fetch answers a query with one statement (see package plan for the shape of the answer), which reads one consistent state of the
	// graph. Neo4j answers by level (ByLevel) while it has yet to plan the statement. Errors: ErrUnavailable where the store cannot be
	// reached (asking again later may succeed).
	Fetch(ctx context.Context, q plan.Query) (plan.Value, error)

	// View lets several queries read one state of the graph, as far as the store can: while with runs, its Fetch is that of the store, but
	// what is written meanwhile is not seen on SQLite, and may be seen on Neo4j, whose transactions read what is committed. With calls it
	// for one query at a time.
	View(ctx context.Context, with func(plan.Fetch) error) error

	// Moving says whether a query may see what is written while it is answered. Where it may, a node, a relation or a piece of evidence
	// that is taken away meanwhile may be answered without some or all of its values.
	Moving() bool

	// Gathers says whether quick queries are answered sooner as one (plan.Several) than side by side.
	Gathers() bool

	// Planning is what it takes the store to plan a statement that it has not seen, by which the work of requests is estimated.
	Planning() plan.Planning

	// Write brings documents into the graph in one transaction: after an error, or a crash at any moment, the graph holds none of them. Each
	// is decided by Admit against what is held; the outcomes stand in the order of the documents. A refused document is no error of Write: its
	// outcome says why, and the others are written. Two documents of one report in one call are an error.
	Write(ctx context.Context, documents []Document, options WriteOptions) ([]Outcome, error)

	// Retract takes back all that the documents of these reports say, in one transaction: facts that others tell too stay, with the
	// evidence of those. It says how much the graph holds then. As a preview it says so and changes nothing. A report that is not held is
	// an error.
	Retract(ctx context.Context, reports []string, preview bool) (Counts, error)

	// Held lists the headers of the documents that the graph holds, by report id.
	Held(ctx context.Context) ([]Header, error)

	// Count says how much the graph holds, or, where the context ends before it is counted anew, how much it held when it was last.
	Count(ctx context.Context) (Counts, error)

	// Close waits for what is under way and releases the store.
	Close() error
}

// ErrUnavailable marks errors of a store that cannot be reached, or not now.
var ErrUnavailable = errors.New("the store is not available")

// Counts says how much a graph holds, sentences that nodes keep left out; Newest is when something was last written, zero for an empty
// graph.
type Counts struct {
	Reports, Nodes, Relations, Evidence int
	Newest                              time.Time
}

// WriteOptions: Replace lets a document take the place of one of the same report but another symbol.
type WriteOptions struct{ Replace bool }

// Header is what a store keeps of each document beside its facts.
type Header struct {
	Report     string // the id of the Report node
	Hash       string // over text and rules: equal hashes mean nothing to do
	Symbol     string // "" where unknown
	Restates   string // the symbol that it retells; "" for a document itself
	SourceName string
	Told       string // the day from which its facts count: the period's end, else the date (YYYY-MM-DD)
	Date       string // the report's date; "" where unknown
}

// Key orders reports by newness: compare as bytes, greater is newer. It is kept with each piece of evidence.
func (h Header) Key() string { return h.Told + "|" + h.Date + "|" + h.Report }

// Document is all that one report tells.
type Document struct {
	Header
	Nodes     []Node      // each node that the document speaks of, once; the Report itself among them
	Relations []Statement // in text order
}

// Node is what one document says of one node.
type Node struct {
	ID, Type string
	Names    []Name
	// Properties by name: string (also dates and enums), int64, float64, bool. A missing one is absent, never nil.
	Properties map[string]any
	// Evidence is for types that carry evidence themselves, and for those that keep sentences (ontology.Type.Sentenced), which no rule read;
	// else nil.
	Evidence []Evidence
}

// Name is a spelling of an entity's name in one document.
type Name struct {
	Text  string // as written
	Short bool   // an acronym, or a surname alone: never the name where a fuller form is held
	// Given marks a name that the document does not write: the gazetteer's, which is served only where no fuller form than a Short one is
	// written.
	Given bool
}

// Statement is one clause's word on a relation: two ends, properties as stated, one piece of evidence.
type Statement struct {
	Type, From, To string // To is "" where ToSymbol is set
	// ToSymbol names the far report by its symbol (its own, or the one that it restates; BySymbol says which): the relation is there while
	// both reports are held.
	ToSymbol   string
	Properties map[string]any // as Node.Properties; a day has date, dateFrom and dateTo, another interval the last two
	Ordinal    int            // the place among the participants of an event, else 0
	Evidence   *Evidence      // nil only for structure (relation types without evidence)
}

// Evidence is a span of a paragraph of the same document. Start and End count Unicode code points of the paragraph's text; Quote is that
// slice.
type Evidence struct {
	Paragraph   string // id
	Position    int    // the paragraph's place in the document
	Start, End  int
	Quote, Rule string // Rule is "" for a sentence that a node keeps
}
