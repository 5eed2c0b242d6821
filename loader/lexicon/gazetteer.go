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

// Gazetteer holds the names that are known before any document is read. It is safe for concurrent use once all of its files are read.
type Gazetteer struct {
	Names    *Trie
	Homes    map[string]*Entity  // countries and territories by name
	Surnames map[string]*Entity  // of persons, folded; nil where two have it
	nations  map[string]string   // adjectives and peoples, folded → the name of the country that they are of
	shared   map[string][]string // those of them that are of several → the names of the others
	Nations  []string            // the same as they are written
	forms    forms
	o        *ontology.Ontology
	Added    bool     // the files that are read from now on are a user's: they may add to names that are known, and take them out
	Changes  []Change // what the added files changed of what was there
}

// Change is what an entry of an added file does to what the files before it say.
type Change struct {
	What string
	Idle bool // it changes nothing
}

// NewGazetteer makes one without names; labels and kinds are those of the ontology.
func NewGazetteer(o *ontology.Ontology) *Gazetteer {
	return &Gazetteer{Names: NewTrie(), Homes: map[string]*Entity{}, Surnames: map[string]*Entity{}, nations: map[string]string{}, shared: map[string][]string{}, forms: newForms(), o: o}
}

// labelAdjective is the gazetteer's label of the adjectives and peoples that are called after a country.
const labelAdjective = "Adjective"

// keyHomes is the key of the countries in reports on which alone a file's acronyms, surnames and generic names count.
const keyHomes = "homes"

// Read adds a file. It maps a label to its kinds (of persons: their home) and those to names, each with its other spellings, or a list of
// words to these. A spelling that two entities share is refused.
func (g *Gazetteer) Read(text []byte) error {
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return err
	}
	for _, doc := range file.Docs {
		var homes []string
		err := eachEntry(doc.Body, func(label string, value ast.Node, line int) (err error) {
			switch {
			case label == keyHomes:
				homes, err = texts(value, line, keyHomes)
				return err
			case label == labelAdjective:
				return g.readAdjectives(value)
			case label == LabelNothing || g.names(label):
				return g.readLabel(label, value, homes)
			}
			return g.forms.read(g, label, value, line)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *Gazetteer) readLabel(label string, value ast.Node, homes []string) error {
	return eachEntry(value, func(kind string, value ast.Node, line int) error {
		if property := g.kinds(label); property != nil && !slices.Contains(property.Values, kind) {
			return fmt.Errorf("line %d: %q is no kind of %s; kinds are %s", line, kind, label, strings.Join(property.Values, ", "))
		}
		return eachEntry(value, func(name string, value ast.Node, line int) error {
			e := &Entity{Label: label, Name: name, Listed: true, homes: homes}
			if label == "Person" {
				e.Home = kind
			} else if g.kinds(label) != nil {
				e.Kind = kind
			}
			return g.addEntity(e, value, line)
		})
	})
}

func (g *Gazetteer) readAdjectives(value ast.Node) error {
	return eachEntry(value, func(_ string, value ast.Node, _ int) error {
		return eachEntry(value, func(country string, value ast.Node, line int) error {
			words, err := texts(value, line, country)
			for _, w := range words {
				if first := g.nations[phrase(w)]; first != "" && first != country && g.Homes[country] != nil {
					g.shared[phrase(w)] = append(g.shared[phrase(w)], country)
					continue
				}
				g.nations[phrase(w)] = country
				g.Nations = append(g.Nations, w)
			}
			return err
		})
	})
}

// Nation is the country that an adjective or a people is called after; nil for any other word.
func (g *Gazetteer) Nation(word string) *Entity { return g.Homes[g.nations[phrase(word)]] }

// kinds is the property that says of what kind an entity of the label is; nil where the label has none.
func (g *Gazetteer) kinds(label string) *ontology.Property {
	if t := g.o.Type(label); t != nil {
		return t.Kind
	}
	return nil
}

// names says that the schema lets rule files give names of a label.
func (g *Gazetteer) names(label string) bool {
	t := g.o.Type(label)
	return t != nil && t.Named
}

func (g *Gazetteer) addEntity(e *Entity, forms ast.Node, line int) error {
	spellings, err := g.details(e, forms, line)
	if err != nil {
		return err
	}
	if known := g.Names.Find(e.Name); g.Added && known != nil && known.Label == e.Label && known.Name == e.Name {
		if e, err = g.change(known, forms, spellings); e == nil {
			return err
		}
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
		for _, s := range spellings {
			g.addSurname(fold.Name(s[strings.LastIndexByte(s, ' ')+1:]), e)
		}
	}
	return nil
}

// change adds spellings to a name that is known, or takes it out where an entry says nothing of it; it gives the entity that the spellings
// are to be of, nil for none.
func (g *Gazetteer) change(known *Entity, forms ast.Node, spellings []string) (*Entity, error) {
	if _, null := forms.(*ast.NullNode); null || forms == nil {
		g.Names.Remove(known)
		delete(g.Homes, known.Name)
		for surname, e := range g.Surnames {
			if e == known {
				delete(g.Surnames, surname)
			}
		}
		g.Changes = append(g.Changes, Change{What: "takes out " + known.Label + " " + known.Name})
		return nil, nil
	}
	added := slices.DeleteFunc(slices.Clone(spellings), func(s string) bool { return g.Names.Find(s) == known })
	g.Changes = append(g.Changes, Change{What: "adds to " + known.Label + " " + known.Name + ": " + strings.Join(added, ", "), Idle: len(added) == 0})
	return known, nil
}

// addSurname enters a surname; one that two persons have says nothing.
func (g *Gazetteer) addSurname(surname string, e *Entity) {
	if other, taken := g.Surnames[surname]; taken && other != e {
		e = nil
	}
	g.Surnames[surname] = e
}

// details reads what a file says of an entity besides its name: a list of other spellings, or a mapping with those and, of a mission, where
// and when it worked, of a place, in which States.
func (g *Gazetteer) details(e *Entity, node ast.Node, line int) (spellings []string, err error) {
	spellings = []string{e.Name}
	mapping, ok := node.(*ast.MappingNode)
	if !ok {
		others, err := texts(node, line, e.Name)
		return append(spellings, others...), err
	}
	err = eachEntry(mapping, func(key string, value ast.Node, line int) error {
		switch key {
		case "also":
			others, err := texts(value, line, e.Name)
			spellings = append(spellings, others...)
			return err
		case "in":
			in, err := texts(value, line, e.Name)
			if len(in) > 0 {
				e.Home = in[0]
			}
			if e.Label == "Place" {
				e.homes = in
			}
			return err
		case "from", "to":
			year, ok := value.(*ast.IntegerNode)
			if !ok {
				return fmt.Errorf("line %d: %s: %s must be a year", line, e.Name, key)
			}
			n, _ := year.Value.(uint64)
			if key == "from" {
				e.From = int(n)
			} else {
				e.To = int(n)
			}
			return nil
		}
		return fmt.Errorf("line %d: %s: unknown key %q; known are also, in, from, to", line, e.Name, key)
	})
	return spellings, err
}

// texts are the members of a list.
func texts(node ast.Node, line int, of string) (all []string, err error) {
	switch list := node.(type) {
	case *ast.NullNode, nil:
	case *ast.SequenceNode:
		for _, v := range list.Values {
			s, ok := v.(*ast.StringNode)
			if !ok {
				return nil, fmt.Errorf("line %d: %s: a spelling must be text; put it in quotes", v.GetToken().Position.Line, of)
			}
			all = append(all, s.Value)
		}
	default:
		return nil, fmt.Errorf("line %d: %s: other spellings must be a list", line, of)
	}
	return all, nil
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

// IsHead says whether a word, written in any case, is what bodies are called by: "Agency", "Panel".
func (g *Gazetteer) IsHead(word string) bool { return g.forms.heads[fold.Name(word)] != "" }
