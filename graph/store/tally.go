package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"councilgraph/graph/ontology"
)

// Tally is what documents say of a node, added up as far as it can be added to: one more document needs no look at the others. It leaves
// the node's own evidence out.
type Tally struct {
	ID, Type   string              `json:"-"`
	Documents  int                 // how many tell of the node
	FirstTold  string              // the earliest day that one of them counts from
	Spellings  map[string]Spelling // by what is written
	Given      Newest              // the gazetteer's name; no text where there is none
	Properties map[string]Newest   // by name
}

// Spelling is how a name is written.
type Spelling struct {
	Full    bool // some document writes it as no Short form
	Reports int
	Newest  string // the greatest Header.Key of those
}

// Newest is the value in the newest document that states one, by Header.Key.
type Newest struct {
	Key   string
	Value any `json:",omitempty"`
}

// newTally adds up what documents say of a node.
func newTally(told []TellsNode) *Tally {
	t := &Tally{ID: told[0].Node.ID, Type: told[0].Node.Type, Spellings: map[string]Spelling{}, Properties: map[string]Newest{}}
	for _, one := range told {
		t.add(one)
	}
	return t
}

// add adds what one more document says. Documents may come in any order.
func (t *Tally) add(told TellsNode) {
	day := Told{ReportKey: told.ReportKey}.Day()
	if t.Documents == 0 || day < t.FirstTold {
		t.FirstTold = day
	}
	t.Documents++
	for name, v := range told.Node.Properties {
		if was, ok := t.Properties[name]; !ok || was.Key < told.ReportKey {
			t.Properties[name] = Newest{told.ReportKey, v}
		}
	}
	seen := map[string]bool{}
	for _, name := range told.Node.Names {
		if name.Given {
			if t.Given.Key < told.ReportKey {
				t.Given = Newest{told.ReportKey, name.Text}
			}
			continue
		}
		s := t.Spellings[name.Text]
		s.Full = s.Full || !name.Short
		s.Newest = max(s.Newest, told.ReportKey)
		if !seen[name.Text] {
			s.Reports++
		}
		seen[name.Text] = true
		t.Spellings[name.Text] = s
	}
}

// Sum is what the documents add up to. The name is the fullest form that most reports write, then the one of the newest, then the first
// by code point; each property is the newest document's that states it.
func (t *Tally) Sum() NodeSum {
	n := NodeSum{ID: t.ID, Type: t.Type, FirstTold: t.FirstTold, Properties: make(map[string]any, len(t.Properties)), Aliases: []string{}}
	for name, p := range t.Properties {
		n.Properties[name] = p.Value
	}
	best := ""
	for text, s := range t.Spellings {
		if b := t.Spellings[best]; best == "" || s.above(b) > 0 || s.above(b) == 0 && text < best {
			best = text
		}
	}
	n.Name = best
	if given, _ := t.Given.Value.(string); given != "" && !t.Spellings[best].Full {
		n.Name = given
	}
	for _, text := range slices.Sorted(maps.Keys(t.Spellings)) {
		if text != n.Name {
			n.Aliases = append(n.Aliases, text)
		}
	}
	return n
}

// above compares which spelling is rather the name.
func (s Spelling) above(b Spelling) int {
	if s.Full != b.Full {
		if s.Full {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(s.Reports, b.Reports), cmp.Compare(s.Newest, b.Newest))
}

// Encode writes a tally for keeping, in one way only; none is "".
func (t *Tally) Encode() string {
	if t == nil {
		return ""
	}
	b, err := json.Marshal(t)
	if err != nil {
		panic(fmt.Sprintf("a tally is texts and scalars: %v", err))
	}
	return string(b)
}

// DecodeTally reads what Encode wrote of a node of a label.
func DecodeTally(id string, label *ontology.Type, text string) (*Tally, error) {
	if text == "" {
		return nil, nil
	}
	t := &Tally{ID: id, Type: label.Name}
	if err := json.Unmarshal([]byte(text), t); err != nil {
		return nil, fmt.Errorf("decode the stored tally of %s: %w", id, err)
	}
	if t.Spellings == nil || t.Properties == nil {
		return nil, fmt.Errorf("decode the stored tally of %s: it is not whole", id)
	}
	for name, p := range t.Properties {
		switch declared := label.Property(name); {
		case declared == nil: // the ontology no longer has it
			delete(t.Properties, name)
		case declared.Kind == ontology.Int:
			n, _ := p.Value.(float64) // 32 bits: a double holds them all
			t.Properties[name] = Newest{p.Key, int64(n)}
		}
	}
	return t, nil
}
