package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"councilgraph/graph/ontology"
)

// EncodeProperties writes properties for keeping, in one way only: JSON with sorted keys; none, nil or not, are {}.
func EncodeProperties(properties map[string]any) string {
	if len(properties) == 0 {
		return "{}"
	}
	names := make([]string, 0, 8)
	for name := range properties {
		names = append(names, name)
	}
	slices.Sort(names)
	b := make([]byte, 0, 128)
	for i, name := range names {
		b = append(b, "{,"[min(i, 1)])
		b = append(appendJSON(b, name), ':')
		b = appendJSON(b, properties[name])
	}
	return string(append(b, '}'))
}

// EncodeNames writes names for keeping, in one way only: JSON, as encoding/json reads it.
func EncodeNames(names []Name) string {
	b := append(make([]byte, 0, 128), '[')
	for i, n := range names {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendJSON(append(b, `{"Text":`...), n.Text)
		if n.Short {
			b = append(b, `,"Short":true`...)
		}
		if n.Given {
			b = append(b, `,"Given":true`...)
		}
		b = append(b, '}')
	}
	return string(append(b, ']'))
}

// appendJSON appends a scalar as encoding/json writes it. Most of what a load keeps are plain texts, which take that one longer to look at
// than to write.
func appendJSON(b []byte, scalar any) []byte {
	switch v := scalar.(type) {
	case string:
		if !strings.ContainsFunc(v, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`"\<>&`, r) }) {
			return append(append(append(b, '"'), v...), '"')
		}
	case int64:
		return strconv.AppendInt(b, v, 10)
	case bool:
		return strconv.AppendBool(b, v)
	}
	text, err := json.Marshal(scalar)
	if err != nil {
		panic(fmt.Sprintf("properties are scalars: %v", err)) // Check has refused anything else
	}
	return append(b, text...)
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
