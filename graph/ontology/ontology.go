// Package ontology holds what schema.graphqls says of the graph: labels, their properties, relation types and the fields that follow
// them. It is read and checked once at start; plan, stores and loader ask it instead of naming a type themselves.
package ontology

import (
	"crypto/sha256"
	"encoding/base32"
	"math"
	"slices"
	"time"
	"unicode/utf8"
)

// Ontology is the checked content of schema.graphqls. It is immutable and safe for concurrent use.
type Ontology struct {
	Types     []*Type     // labels, in the order of the file
	Relations []*Relation // relation types, in the order of the enum RelationType
	// NodeProperties are the distinct properties of all labels, by name; RelationProperties those of Relation that are stored.
	NodeProperties, RelationProperties []*Property

	types      map[string]*Type
	relations  map[string]*Relation
	byIDPrefix map[string]*Relation
}

// Type is a label: every node has exactly one.
type Type struct {
	Name, Description string
	List              string      // the root field that lists it: persons
	Lookup            string      // the root field that reads one: person
	Keys              []Key       // what its lookup takes beside the id
	Properties        []*Property // own fields, without id, name and aliases
	Fields            []*Field    // fields that follow a relation
	Searched          *Property   // the text that search looks for words in; nil: it looks in names only
	Evidenced         bool        // whether nodes of it carry evidence themselves
	Groups            []*Group    // fields that serve further properties of the node, and its sentences
	Named             bool        // @named: rule files may give names of it
	Kind              *Property   // of a named label: what says of what kind a node is; nil where nothing does
	Sentenced         bool        // whether nodes of it may keep sentences: evidence that no rule read
}

// Group is a field of a label that is served as an object of its own and stored with the node: Properties are among those of the label,
// too.
type Group struct {
	Name, TypeName string
	Properties     []*Property
	Sentences      []string // the fields that list the node's sentences
}

// Key is a way to look a node up. ByName marks the one that matches any spelling of the name; LastWord, that the last word alone matches
// too.
type Key struct {
	By       []*Property
	OrBy     *Property
	ByName   bool
	LastWord bool
}

// Kind is what a property's values are. In a store and in an answer tree they are string (String, Date, Enum), int64, float64 and bool.
type Kind int

const (
	String  Kind = iota
	Int          // 32 bits in GraphQL, int64 here
	Float        // IEEE 754 double
	Boolean      //
	Date         // YYYY-MM-DD
	Enum         // one of Values
)

func (k Kind) String() string {
	return [...]string{"String", "Int", "Float", "Boolean", "Date", "Enum"}[k]
}

// Property is a stored scalar field of a label or of Relation.
type Property struct {
	Name, Description string
	Kind              Kind
	Values            []string // of an Enum, in the schema's order
	EnumName          string
	Required          bool
	Furthest          bool              // @furthest
	Default           string            // @default; "" for none
	Metrics           map[string]Metric // of an Enum: its values with @metric
}

// Metric is what a value of an enum with @metric counts.
type Metric struct {
	Unit         string
	EachIncident bool // figures that say the same may be of several incidents
}

// Direction is which way a field follows its relation, seen from the type that has the field.
type Direction int

const (
	Out Direction = iota
	In
	Both
)

// Reverse is the way as seen from the other end.
func (d Direction) Reverse() Direction { return [...]Direction{In, Out, Both}[d] }

func (d Direction) String() string { return [...]string{"OUT", "IN", "BOTH"}[d] }

// Field is a field of a label that follows one relation type to its far ends.
type Field struct {
	Name, Description string
	Relation          *Relation
	Direction         Direction
	One               bool    // served as one node, not as a connection
	Required          bool    // One and not null
	Far               []*Type // labels that can stand at the far end: one, or several where the field's type is Entity
	FarName           string  // the GraphQL type of the far end: a label or Entity
	OrderBy           *Order  // nil: by the relation's id
}

// Order is the property that a field's list is ordered by before its relation's id.
type Order struct {
	Property *Property // of the far node
	Ordinal  bool      // instead: the relation's place in the text
}

// Relation is a relation type.
type Relation struct {
	Name, Description string
	From, To          []*Type
	// Key are the properties that tell two relations between the same nodes apart; KeyInterval says that the interval dateFrom–dateTo is one
	// more.
	Key         []*Property
	KeyInterval bool
	Properties  []*Property // all that it may carry, key included; with a date also dateFrom and dateTo
	Documentary bool
	Symmetric   bool
	Evidenced   bool // false: structure, without evidence
	prefix      string
}

// Type finds a label by name; nil if there is none.
func (o *Ontology) Type(name string) *Type { return o.types[name] }

// Relation finds a relation type by name; nil if there is none.
func (o *Ontology) Relation(name string) *Relation { return o.relations[name] }

// Property finds a property by name; nil if there is none.
func (t *Type) Property(name string) *Property { return find(t.Properties, name) }

// Property finds a property by name; nil if there is none.
func (r *Relation) Property(name string) *Property { return find(r.Properties, name) }

// Group finds a group by its field's name; nil if there is none.
func (t *Type) Group(name string) *Group {
	if i := slices.IndexFunc(t.Groups, func(g *Group) bool { return g.Name == name }); i >= 0 {
		return t.Groups[i]
	}
	return nil
}

// Field finds a relation field by name; nil if there is none.
func (t *Type) Field(name string) *Field {
	if i := slices.IndexFunc(t.Fields, func(f *Field) bool { return f.Name == name }); i >= 0 {
		return t.Fields[i]
	}
	return nil
}

// NameKey is the key by which the type is looked up by name; nil if it has none.
func (t *Type) NameKey() *Key {
	if i := slices.IndexFunc(t.Keys, func(k Key) bool { return k.ByName }); i >= 0 {
		return &t.Keys[i]
	}
	return nil
}

// Text says whether the key is one text, such as a symbol, which is found in any case as names are.
func (k Key) Text() bool { return len(k.By) == 1 && k.By[0].Kind == String }

// Folded are the forms of a node's texts by which the key finds it, where Text; folded is the folded text that is looked for. The first is
// of By, the second of OrBy.
func (k Key) Folded(folded string) (forms []string) {
	for _, p := range k.properties() {
		forms = append(forms, p.Name+" "+folded)
	}
	return forms
}

// properties are By, and OrBy where there is one.
func (k Key) properties() []*Property {
	if k.OrBy != nil {
		return append(slices.Clone(k.By), k.OrBy)
	}
	return k.By
}

// TextKeys are the properties by which nodes of the type are found as by their names.
func (t *Type) TextKeys() (properties []*Property) {
	for _, k := range t.Keys {
		if k.Text() {
			properties = append(properties, k.properties()...)
		}
	}
	return properties
}

// KeyProperties are the properties that nodes of the type are looked up by, each once.
func (t *Type) KeyProperties() (ps []*Property) {
	for _, k := range t.Keys {
		for _, p := range k.properties() {
			if !slices.Contains(ps, p) {
				ps = append(ps, p)
			}
		}
	}
	return ps
}

// HasInterval says whether properties hold a date as an interval: date, where the day is known, and dateFrom and dateTo, wherever anything
// is known.
func HasInterval(ps []*Property) bool {
	return find(ps, "date") != nil && find(ps, "dateFrom") != nil && find(ps, "dateTo") != nil
}

func find(ps []*Property, name string) *Property {
	if i := slices.IndexFunc(ps, func(p *Property) bool { return p.Name == name }); i >= 0 {
		return ps[i]
	}
	return nil
}

// Ids are "n" (node), "r" (relation) or "e" (evidence) and base-32 digits of a SHA-256 over what identifies the thing, in lower case. A
// relation's id begins with four digits that its type determines, so that a store knows from the id where to look. Clients must not read
// them.

// NodeID is the id of the node of a label with this identity. The parts are compared as they are: fold names first.
func NodeID(label string, identity ...string) string { return "n" + digest(24, label, identity...) }

// ID is the id of the relation of this type between two nodes with these key values (folded), in the order of Key.
func (r *Relation) ID(from, to string, key ...string) string {
	return "r" + r.prefix + digest(22, from+"\x00"+to, key...)
}

// EvidenceID is the id of a piece of evidence for what the parts identify.
func EvidenceID(parts ...string) string { return "e" + digest(24, "", parts...) }

// RelationOfID says which relation type an id is of; nil if it is no relation's id.
func (o *Ontology) RelationOfID(id string) *Relation {
	if len(id) != 27 || id[0] != 'r' {
		return nil
	}
	return o.byIDPrefix[id[1:5]]
}

// IsID says whether a text has the form of an id, of a node or of a relation.
func (o *Ontology) IsID(text string) bool { return IsNodeID(text) || o.RelationOfID(text) != nil }

// IsNodeID says whether id has the form of a node's id.
func IsNodeID(id string) bool { return len(id) == 25 && id[0] == 'n' }

func digest(n int, first string, rest ...string) string {
	parts := append(make([]byte, 0, 256), first...)
	for _, s := range rest {
		parts = append(append(parts, 0), s...)
	}
	sum := sha256.Sum256(parts)
	return digits.EncodeToString(sum[:])[:n]
}

var digits = base32.NewEncoding("0123456789abcdefghijklmnopqrstuv").WithPadding(base32.NoPadding)

// Joins says whether the relation may lead from a node of one label to one of the other: whether a field of either end says so.
func (r *Relation) Joins(from, to *Type) bool {
	leads := func(at, far *Type, d Direction) bool {
		return slices.ContainsFunc(at.Fields, func(f *Field) bool {
			return f.Relation == r && (f.Direction == d || f.Direction == Both) && slices.Contains(f.Far, far)
		})
	}
	return leads(from, to, Out) || leads(to, from, In)
}

// Alike are the relation types that may join two nodes of one label. Only of these one end may be told of later than the relation: a report
// that is named by its symbol.
func (o *Ontology) Alike() (alike []*Relation) {
	for _, r := range o.Relations {
		if slices.ContainsFunc(o.Types, func(t *Type) bool { return r.Joins(t, t) }) {
			alike = append(alike, r)
		}
	}
	return alike
}

// IsDay says whether a text is a Date: a day of the calendar, YYYY-MM-DD.
func IsDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// Admits says whether v is a value of the property, in the Go type of its kind.
func (p *Property) Admits(v any) bool {
	switch v := v.(type) {
	case string:
		return utf8.ValidString(v) && (p.Kind == String || p.Kind == Date && IsDay(v) || p.Kind == Enum && slices.Contains(p.Values, v))
	case int64:
		return p.Kind == Int && v == int64(int32(v))
	case float64:
		return p.Kind == Float && !math.IsInf(v, 0) && !math.IsNaN(v)
	case bool:
		return p.Kind == Boolean
	}
	return false
}

// TypeName is the GraphQL type of the property, without its nullability.
func (p *Property) TypeName() string {
	if p.Kind == Enum {
		return p.EnumName
	}
	return p.Kind.String()
}

// Arguments are the names of the lookup's arguments for the key.
func (k Key) Arguments() []string {
	if k.ByName {
		return []string{"name"}
	}
	names := make([]string, len(k.By))
	for i, p := range k.By {
		names[i] = p.Name
	}
	return names
}
