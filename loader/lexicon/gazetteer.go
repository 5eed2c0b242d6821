package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
)

// LabelNothing is the gazetteer's label of words that look like names and are none: "Kosovo Serb" does not name Kosovo.
const LabelNothing = "Nothing"

// KindProperties are the properties that say of what kind an entity is, by its label.
var KindProperties = map[string]string{"Organization": "organizationKind", "Place": "placeKind"}

// labels are those of what a name can be the name of.
var labels = []string{"Person", "Court", "Organization", "Place", "Resolution"}

// Gazetteer holds the names that are known before any document is read. It is safe for concurrent use once all of its files are read.
type Gazetteer struct {
	Names    *Trie
	Homes    map[string]*Entity // countries and territories by name
	Surnames map[string]*Entity // of persons, folded; nil where two have it
	o        *ontology.Ontology
}

// NewGazetteer makes one without names; labels and kinds are those of the ontology.
func NewGazetteer(o *ontology.Ontology) *Gazetteer {
	return &Gazetteer{Names: NewTrie(), Homes: map[string]*Entity{}, Surnames: map[string]*Entity{}, o: o}
}

// Read adds a file that maps a label to its kinds (of persons: their home) and those to names, each with its other spellings. A spelling that
// two entities share is refused.
func (g *Gazetteer) Read(text []byte) error {
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return err
	}
	for _, doc := range file.Docs {
		err := eachEntry(doc.Body, func(label string, value ast.Node, line int) error {
			if label != LabelNothing && !slices.Contains(labels, label) {
				return fmt.Errorf("line %d: %q is no label that a name can have", line, label)
			}
			return eachEntry(value, func(kind string, value ast.Node, line int) error {
				if property := g.kinds(label); property != nil && !slices.Contains(property.Values, kind) {
					return fmt.Errorf("line %d: %q is no kind of %s; kinds are %s", line, kind, label, strings.Join(property.Values, ", "))
				}
				return eachEntry(value, func(name string, value ast.Node, line int) error {
					e := &Entity{Label: label, Name: name, Listed: true}
					if label == "Person" {
						e.Home = kind
					} else if KindProperties[label] != "" {
						e.Kind = kind
					}
					return g.addEntity(e, value, line)
				})
			})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// kinds is the property that says of what kind an entity of the label is; nil where the label has none.
func (g *Gazetteer) kinds(label string) *ontology.Property {
	if t := g.o.Type(label); t != nil {
		return t.Property(KindProperties[label])
	}
	return nil
}

func (g *Gazetteer) addEntity(e *Entity, forms ast.Node, line int) error {
	spellings := []string{e.Name}
	switch forms := forms.(type) {
	case *ast.NullNode, nil:
	case *ast.SequenceNode:
		for _, v := range forms.Values {
			s, ok := v.(*ast.StringNode)
			if !ok {
				return fmt.Errorf("line %d: %s: a spelling must be text; put it in quotes", v.GetToken().Position.Line, e.Name)
			}
			spellings = append(spellings, s.Value)
		}
	default:
		return fmt.Errorf("line %d: %s: other spellings must be a list", line, e.Name)
	}
	for _, s := range spellings {
		if other := g.Names.Add(s, e); other != nil && other != e {
			return fmt.Errorf("line %d: %q is the name of both %s and %s; a spelling belongs to one", line, s, other.Name, e.Name)
		}
	}
	if i := slices.IndexFunc(spellings, IsAcronym); i >= 0 {
		e.Acronym = spellings[i]
	}
	if e.Label == "Place" {
		g.bilingual(e, spellings)
	}
	if e.Label == "Place" && (e.Kind == "COUNTRY" || e.Kind == "TERRITORY") {
		g.Homes[e.Name] = e
	}
	if e.Label == "Person" {
		surname := spellings[0][strings.LastIndexByte(spellings[0], ' ')+1:]
		key := fold.Name(surname)
		if other, taken := g.Surnames[key]; taken && other != e {
			e = nil // two persons have it: it says nothing
		}
		g.Surnames[key] = e
	}
	return nil
}

// bilingual enters the pairs in which places of two languages are written: Peja/Pec, Pec/Peja.
func (g *Gazetteer) bilingual(e *Entity, spellings []string) {
	for _, a := range spellings {
		for _, b := range spellings {
			if a != b && !strings.Contains(a+b, "/") {
				g.Names.Add(a+"/"+b, e)
			}
		}
	}
}

func eachEntry(node ast.Node, visit func(key string, value ast.Node, line int) error) error {
	var entries []*ast.MappingValueNode
	switch n := node.(type) {
	case *ast.MappingNode:
		entries = n.Values
	case *ast.MappingValueNode:
		entries = []*ast.MappingValueNode{n}
	case *ast.NullNode, nil:
		return nil
	default:
		return fmt.Errorf("line %d: must be a mapping", node.GetToken().Position.Line)
	}
	for _, kv := range entries {
		key := kv.Key.GetToken().Value
		if err := visit(key, kv.Value, kv.Key.GetToken().Position.Line); err != nil {
			return err
		}
	}
	return nil
}
