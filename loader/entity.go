package loader

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
)

// Entity is somebody or something that a text can name. Those of the gazetteer are shared; a document adds its own.
type Entity struct {
	Label, Kind  string // Kind: the organizationKind or placeKind
	Name         string // canonical
	Home         string // of a person of the gazetteer: the country whose offices are meant where the text names none
	Number, Year int    // of a resolution
	Acronym      string // "" where it has none
	known        bool   // the gazetteer's
}

// ID is the id of the entity's node.
func (e *Entity) ID() string {
	if e.Label == "Resolution" {
		return ontology.NodeID(e.Label, fmt.Sprint(e.Number))
	}
	return ontology.NodeID(e.Label, fold.Name(e.Name))
}

// labelNothing is the gazetteer's label of words that look like names and are none: "Kosovo Serb" does not name Kosovo.
const labelNothing = "Nothing"

// readGazetteer reads a file that maps a label to its kinds (of persons: their home) and those to names, each with its other spellings. A spelling that
// two entities share is refused.
func (r *Rules) readGazetteer(path string, text []byte) error {
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return err
	}
	for _, doc := range file.Docs {
		err := eachEntry(doc.Body, func(label string, value ast.Node, line int) error {
			if label != labelNothing && len(r.classes.byName[label]) == 0 {
				return fmt.Errorf("line %d: %q is no label that a name can have", line, label)
			}
			return eachEntry(value, func(kind string, value ast.Node, line int) error {
				if property := r.kinds(label); property != nil && !slices.Contains(property.Values, kind) {
					return fmt.Errorf("line %d: %q is no kind of %s; kinds are %s", line, kind, label, strings.Join(property.Values, ", "))
				}
				return eachEntry(value, func(name string, value ast.Node, line int) error {
					e := &Entity{Label: label, Name: name, known: true}
					if label == "Person" {
						e.Home = kind
					} else if r.classes.kinds[label] != "" {
						e.Kind = kind
					}
					return r.addEntity(e, value, line)
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
func (r *Rules) kinds(label string) *ontology.Property {
	if t := r.o.Type(label); t != nil {
		return t.Property(r.classes.kinds[label])
	}
	return nil
}

func (r *Rules) addEntity(e *Entity, forms ast.Node, line int) error {
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
		if other := r.names.add(s, e); other != nil && other != e {
			return fmt.Errorf("line %d: %q is the name of both %s and %s; a spelling belongs to one", line, s, other.Name, e.Name)
		}
	}
	if i := slices.IndexFunc(spellings, isAcronym); i >= 0 {
		e.Acronym = spellings[i]
	}
	if e.Label == "Place" {
		r.bilingual(e, spellings)
	}
	if e.Label == "Place" && (e.Kind == "COUNTRY" || e.Kind == "TERRITORY") {
		r.homes[e.Name] = e
	}
	if e.Label == "Person" {
		surname := spellings[0][strings.LastIndexByte(spellings[0], ' ')+1:]
		key := fold.Name(surname)
		if other, taken := r.surnames[key]; taken && other != e {
			e = nil // two persons have it: it says nothing
		}
		r.surnames[key] = e
	}
	return nil
}

// bilingual enters the pairs in which places of two languages are written: Peja/Pec, Pec/Peja.
func (r *Rules) bilingual(e *Entity, spellings []string) {
	for _, a := range spellings {
		for _, b := range spellings {
			if a != b && !strings.Contains(a+b, "/") {
				r.names.add(a+"/"+b, e)
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

// isAcronym says that a name is letters in capitals, as in KFOR or PDK: it is never the name where a fuller form is held.
func isAcronym(s string) bool {
	upper := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			upper++
		case c == ' ' || unicode.IsLower(c) && upper < 2:
			return false
		}
	}
	return upper >= 2 && utf8.RuneCountInString(s) <= 12
}
