package store

import (
	"encoding/json"
	"fmt"

	"councilgraph/graph/ontology"
)

// EncodeProperties writes properties for keeping, in one way only: JSON with sorted keys; none, nil or not, are {}.
func EncodeProperties(properties map[string]any) string {
	if len(properties) == 0 {
		return "{}"
	}
	b, err := json.Marshal(properties)
	if err != nil {
		panic(fmt.Sprintf("properties are scalars: %v", err)) // Check has refused anything else
	}
	return string(b)
}

// DecodeProperties reads what EncodeProperties wrote, each value in the Go type of its property.
func DecodeProperties(declared []*ontology.Property, text string) (map[string]any, error) {
	raw := map[string]json.RawMessage{}
	if err := json.Unmarshal([]byte(text), &raw); err != nil {
		return nil, fmt.Errorf("decode stored properties: %w", err)
	}
	properties := make(map[string]any, len(raw))
	for _, p := range declared {
		r, ok := raw[p.Name]
		if !ok {
			continue
		}
		v, err := decode(p.Kind, r)
		if err != nil {
			return nil, fmt.Errorf("decode stored property %s: %w", p.Name, err)
		}
		properties[p.Name] = v
	}
	return properties, nil
}

func decode(kind ontology.Kind, raw json.RawMessage) (any, error) {
	switch kind {
	case ontology.Int:
		return into[int64](raw)
	case ontology.Float:
		return into[float64](raw)
	case ontology.Boolean:
		return into[bool](raw)
	default:
		return into[string](raw)
	}
}

func into[T any](raw json.RawMessage) (any, error) {
	var v T
	err := json.Unmarshal(raw, &v)
	return v, err
}
