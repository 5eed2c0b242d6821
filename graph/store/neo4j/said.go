package neo4j

import (
	"encoding/json"
	"fmt"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// said is what a document says of a node, as it is kept: one text, since each property of a relation costs as much as the relation.
type said struct {
	Names      []store.Name     `json:",omitempty"`
	Properties json.RawMessage  `json:",omitempty"`
	Evidence   []store.Evidence `json:",omitempty"`
}

// encodeNode writes what a document says of a node, but for its id and its label.
func encodeNode(n store.Node) string {
	s := said{Names: n.Names, Evidence: n.Evidence}
	if len(n.Properties) > 0 {
		s.Properties = json.RawMessage(store.EncodeProperties(n.Properties))
	}
	b, err := json.Marshal(s)
	if err != nil {
		panic(fmt.Sprintf("what is said of a node is texts and scalars: %v", err))
	}
	return string(b)
}

// decodeNode reads what encodeNode wrote of a node of a label.
func decodeNode(label *ontology.Type, text string) (n store.Node, err error) {
	s := said{Properties: json.RawMessage("{}")}
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return n, fmt.Errorf("decode what a document says of a node: %w", err)
	}
	n = store.Node{Type: label.Name, Names: s.Names, Evidence: s.Evidence}
	n.Properties, err = store.DecodeProperties(label.Properties, string(s.Properties))
	return n, err
}
