// Package export writes a graph, or a part of it, for other programs: GraphML, GEXF, JSON-LD, CSV and Cypher. Each fact comes with its
// receipts. What is written follows from the graph alone, not from the store that holds it, and is streamed: a page at a time is in memory.
package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
)

// Format is one of Formats.
type Format struct {
	Name, MediaType, Ending string
	open                    func(io.Writer, *ontology.Ontology) sink
}

// Formats are those that can be written.
var Formats = []Format{
	{"graphml", "application/graphml+xml", "graphml", newGraphML},
	{"gexf", "application/gexf+xml", "gexf", newGEXF},
	{"jsonld", "application/ld+json", "jsonld", newJSONLD},
	{"csv", "application/zip", "zip", newCSV},
	{"cypher", "text/x-cypher; charset=utf-8", "cypher", newCypher},
}

// FormatNamed finds a format by name.
func FormatNamed(name string) (Format, error) {
	if i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name }); i >= 0 {
		return Formats[i], nil
	}
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return Format{}, fmt.Errorf("the format %q is not one of %s", name, strings.Join(names, ", "))
}

// sink takes what is found, nodes before relations, each by id.
type sink interface {
	node(*Node) error
	relation(*Relation) error
	close() error
}

// Node is a node with its own evidence.
type Node struct {
	ID, Label, Name string
	Aliases         []string
	Values          []Value
	Receipts        []Receipt
}

// Relation is a relation with its evidence.
type Relation struct {
	ID, Type, From, To string
	Values             []Value
	Receipts           []Receipt
}

// Value is a property that has a value: string, bool, int64 or float64.
type Value struct {
	Property *ontology.Property
	Value    any
}

// Receipt is a piece of evidence, in words that a person can follow up.
type Receipt struct {
	ID        string `json:"id"`
	Symbol    string `json:"symbol"`    // of the report, or of the one that it restates; "" where it is not known
	Paragraph string `json:"paragraph"` // its name
	Quote     string `json:"quote"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Rule      string `json:"rule"`

	paragraphID string
}

// ErrChanged says that the graph was written while it was exported, so that what came out is not of one state.
var ErrChanged = errors.New("the graph changed while it was exported: export it again")

// Write writes what is asked for in a format.
func Write(ctx context.Context, w io.Writer, f Format, o *ontology.Ontology, ask Asker, r Request) error {
	s := source{o: o, ask: ask, sink: f.open(w, o)}
	before, err := s.version(ctx)
	if err != nil {
		return err
	}
	if r.Variables["of"] != nil {
		err = s.near(ctx, r)
	} else {
		err = s.everything(ctx, r)
	}
	if err != nil {
		return err
	}
	after, err := s.version(ctx)
	if err == nil && before != after {
		err = ErrChanged
	}
	if err != nil {
		return err
	}
	return s.sink.close()
}
