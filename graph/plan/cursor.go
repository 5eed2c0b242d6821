package plan

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strings"

	"councilgraph/graph/ontology"
)

// A cursor is the values of its page's order at one row, behind a checksum of the field and the order that it is bound to, in URL-safe base
// 64. It holds no offset, so it stays good while rows come and go; the row itself may be gone.

// Cursor writes the cursor of a row with these order values.
func (p *Page) Cursor(keys []Value) (string, error) {
	text, err := json.Marshal(keys)
	if err != nil {
		return "", fmt.Errorf("write a cursor: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(append(p.checksum(), text...)), nil
}

// readCursor reads a cursor of this page's field and order; ok is false for anything else.
func (p *Page) readCursor(cursor string) (keys []Value, ok bool) {
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	sum := p.checksum()
	if err != nil || !bytes.HasPrefix(raw, sum) {
		return nil, false
	}
	d := json.NewDecoder(bytes.NewReader(raw[len(sum):]))
	d.UseNumber()
	if err := d.Decode(&keys); err != nil || d.More() || len(keys) != len(p.Order) {
		return nil, false
	}
	for i, k := range keys {
		if keys[i], ok = p.Order[i].value(k); !ok {
			return nil, false
		}
	}
	return keys, keys[len(keys)-1] != nil
}

// value turns a decoded JSON value into the Go type of the order's column.
func (o Order) value(v any) (Value, bool) {
	switch v := v.(type) {
	case nil:
		return nil, true
	case json.Number:
		if o.Kind == ontology.Float {
			f, err := v.Float64()
			return f, err == nil
		}
		n, err := v.Int64()
		return n, err == nil && o.Kind == ontology.Int
	case bool:
		return v, o.Kind == ontology.Boolean
	case string:
		return v, o.Kind == ontology.String || o.Kind == ontology.Date || o.Kind == ontology.Enum
	}
	return nil, false
}

func (p *Page) checksum() []byte {
	h := fnv.New32a()
	h.Write([]byte(p.binding))
	for _, o := range p.Order {
		h.Write([]byte(o.String()))
	}
	return binary.BigEndian.AppendUint32(nil, h.Sum32())
}

func (o Order) String() string {
	var b strings.Builder
	if o.Of == OfRelation {
		b.WriteString("relation.")
	}
	for _, f := range o.Via {
		b.WriteString(f.Name + ".")
	}
	b.WriteString(o.Column)
	if o.Count != nil {
		b.WriteString(o.Count.Name + "Count")
	}
	if o.Folded {
		b.WriteString(" folded")
	}
	if o.Else != nil {
		b.WriteString(" else " + o.Else.String())
	}
	if o.Desc {
		b.WriteString(" desc")
	}
	return b.String()
}
