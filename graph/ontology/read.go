package ontology

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// inherited are the fields that every label has from Entity; a label does not repeat them.
var inherited = []string{"id", "name", "aliases", "asOf", "relations"}

// interval are the properties that a date brings with it.
var interval = []string{"dateFrom", "dateTo"}

// ReadFile reads and checks the ontology in a file.
func ReadFile(path string) (*Ontology, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read ontology: %w", err)
	}
	return Read(path, string(text))
}

// Read reads and checks an ontology; name is what errors call it. The error names the type and field at fault and what to write instead.
func Read(name, text string) (*Ontology, error) {
	doc, err := parser.ParseSchema(&ast.Source{Name: name, Input: text})
	if err != nil {
		return nil, fmt.Errorf("read ontology: %w", err)
	}
	r := reader{o: &Ontology{types: map[string]*Type{}, relations: map[string]*Relation{}, byIDPrefix: map[string]*Relation{}}, doc: doc}
	for _, step := range []func() error{r.relationTypes, r.labels, r.fields, r.keys, r.ends} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("read ontology %s: %w", name, err)
		}
	}
	return r.o, nil
}

type reader struct {
	o   *Ontology
	doc *ast.SchemaDocument
}

func (r *reader) definition(name string, kind ast.DefinitionKind) (*ast.Definition, error) {
	d := r.doc.Definitions.ForName(name)
	if d == nil || d.Kind != kind {
		return nil, fmt.Errorf("%s: there must be such a definition, of kind %s", name, kind)
	}
	return d, nil
}

func (r *reader) relationTypes() error {
	relation, err := r.definition("Relation", ast.Object)
	if err != nil {
		return err
	}
	for _, f := range relation.Fields {
		switch f.Name {
		case "id", "asOf", "type", "from", "to", "evidence", "evidenceCount", "reportCount":
			continue
		}
		p, err := r.property(f)
		if err != nil {
			return fmt.Errorf("field %s of Relation: %w", f.Name, err)
		}
		r.o.RelationProperties = append(r.o.RelationProperties, p)
	}
	enum, err := r.definition("RelationType", ast.Enum)
	if err != nil {
		return err
	}
	for _, v := range enum.EnumValues {
		d := v.Directives.ForName("relationType")
		rel := &Relation{Name: v.Name, Description: v.Description, Evidenced: flag(d, "evidence", true),
			Documentary: flag(d, "documentary", false), Symmetric: flag(d, "symmetric", false), prefix: digest(4, v.Name)}
		for _, name := range append(list(d, "key"), list(d, "properties")...) {
			p := find(r.o.RelationProperties, name)
			if p == nil {
				return fmt.Errorf("relation type %s: %q is no stored field of Relation", v.Name, name)
			}
			rel.Properties = append(rel.Properties, p)
			inKey := slices.Contains(list(d, "key"), name)
			if name == "date" {
				rel.KeyInterval = inKey
				for _, end := range interval {
					p := find(r.o.RelationProperties, end)
					if p == nil {
						return fmt.Errorf("field %s of Relation: must be there, as a Date, beside date", end)
					}
					rel.Properties = append(rel.Properties, p)
				}
			} else if inKey {
				if p.Kind != String && p.Kind != Enum {
					return fmt.Errorf("RelationType.%s: key %q must be text or date", v.Name, name)
				}
				rel.Key = append(rel.Key, p)
			}
		}
		if other := r.o.byIDPrefix[rel.prefix]; other != nil {
			return fmt.Errorf("RelationType.%s: its ids would look like those of %s; choose another name", v.Name, other.Name)
		}
		r.o.byIDPrefix[rel.prefix] = rel
		r.o.relations[rel.Name] = rel
		r.o.Relations = append(r.o.Relations, rel)
	}
	return nil
}

func (r *reader) labels() error {
	for _, d := range r.doc.Definitions {
		node := d.Directives.ForName("node")
		if node == nil {
			continue
		}
		if d.Kind != ast.Object || !slices.Contains(d.Interfaces, "Entity") || !slices.Contains(d.Interfaces, "Node") {
			return fmt.Errorf("%s: a @node must be a type that implements Node & Entity", d.Name)
		}
		t := &Type{Name: d.Name, Description: d.Description, List: text(node, "list"), Lookup: strings.ToLower(d.Name[:1]) + d.Name[1:]}
		if t.List == "" || t.List == t.Lookup {
			return fmt.Errorf("%s: @node(list:) must name the root field that lists it, in the plural", d.Name)
		}
		r.o.types[t.Name] = t
		r.o.Types = append(r.o.Types, t)
	}
	if len(r.o.Types) == 0 {
		return fmt.Errorf("no type has @node")
	}
	return nil
}

func (r *reader) fields() error {
	for _, t := range r.o.Types {
		for _, f := range r.doc.Definitions.ForName(t.Name).Fields {
			at := t.Name + "." + f.Name
			switch {
			case slices.Contains(inherited, f.Name):
				return fmt.Errorf("%s: every label has this field already", at)
			case f.Name == "evidence":
				t.Evidenced = true
			case f.Name == "evidenceCount":
			case f.Directives.ForName("relation") != nil:
				field, err := r.relationField(f)
				if err != nil {
					return fmt.Errorf("%s: %w", at, err)
				}
				t.Fields = append(t.Fields, field)
			case r.isGroup(f):
				if err := r.group(t, f); err != nil {
					return fmt.Errorf("%s: %w", at, err)
				}
			default:
				p, err := r.nodeProperty(t, f)
				if err != nil {
					return fmt.Errorf("%s: %w", at, err)
				}
				if f.Directives.ForName("searched") == nil {
					continue
				}
				if p.Kind != String || t.Searched != nil {
					return fmt.Errorf("%s: @searched needs a String, and a label has one such field at most", at)
				}
				t.Searched = p
			}
		}
		if err := r.named(t); err != nil {
			return err
		}
	}
	return nil
}

// named reads whether rule files may give names of a label, and the field that says of what kind a node of it is.
func (r *reader) named(t *Type) error {
	named := r.doc.Definitions.ForName(t.Name).Directives.ForName("named")
	if t.Named = named != nil; !t.Named {
		return nil
	}
	kind := text(named, "kind")
	if kind == "" {
		return nil
	}
	if t.Kind = find(t.Properties, kind); t.Kind == nil || t.Kind.Kind != Enum {
		return fmt.Errorf("%s: @named(kind: %q) must name a field of it that is an enum", t.Name, kind)
	}
	return nil
}

// isGroup says whether a field of a label is an object that is no label: a group of further properties.
func (r *reader) isGroup(f *ast.FieldDefinition) bool {
	d := r.doc.Definitions.ForName(f.Type.NamedType)
	return f.Type.NonNull && d != nil && d.Kind == ast.Object && d.Directives.ForName("node") == nil
}

func (r *reader) group(t *Type, f *ast.FieldDefinition) error {
	g := &Group{Name: f.Name, TypeName: f.Type.NamedType}
	for _, in := range r.doc.Definitions.ForName(g.TypeName).Fields {
		if in.Type.Elem != nil {
			if d := r.doc.Definitions.ForName(in.Type.Name()); d == nil || d.Name != "Sentence" {
				return fmt.Errorf("%s.%s is a list: those of a group are of Sentence", g.TypeName, in.Name)
			}
			t.Sentenced = true
			g.Sentences = append(g.Sentences, in.Name)
			continue
		}
		p, err := r.nodeProperty(t, in)
		if err != nil {
			return fmt.Errorf("%s.%s: %w", g.TypeName, in.Name, err)
		}
		g.Properties = append(g.Properties, p)
	}
	if len(g.Sentences) > 1 || t.Evidenced && t.Sentenced {
		return fmt.Errorf("a label has one list of sentences, or evidence, not both")
	}
	t.Groups = append(t.Groups, g)
	return nil
}

// nodeProperty reads a stored field of a label.
func (r *reader) nodeProperty(t *Type, f *ast.FieldDefinition) (*Property, error) {
	p, err := r.property(f)
	if err != nil {
		return nil, err
	}
	if same := find(r.o.NodeProperties, p.Name); same == nil {
		r.o.NodeProperties = append(r.o.NodeProperties, p)
	} else if same.Kind != p.Kind || same.EnumName != p.EnumName {
		return nil, fmt.Errorf("another label has a field of this name with another type; choose another name")
	}
	t.Properties = append(t.Properties, p)
	return p, nil
}

func (r *reader) property(f *ast.FieldDefinition) (*Property, error) {
	p := &Property{Name: f.Name, Description: f.Description, Required: f.Type.NonNull, Furthest: f.Directives.ForName("furthest") != nil}
	kinds := map[string]Kind{"String": String, "Int": Int, "Float": Float, "Boolean": Boolean, "Date": Date}
	if f.Type.Elem != nil {
		return nil, fmt.Errorf("type %s: a stored field is one scalar or enum; a list of nodes needs @relation", f.Type)
	}
	if k, ok := kinds[f.Type.NamedType]; ok {
		p.Kind = k
	} else if d := r.doc.Definitions.ForName(f.Type.NamedType); d != nil && d.Kind == ast.Enum {
		p.Kind, p.EnumName = Enum, d.Name
		for _, v := range d.EnumValues {
			p.Values = append(p.Values, v.Name)
			if metric := v.Directives.ForName("metric"); metric != nil {
				if p.Metrics == nil {
					p.Metrics = map[string]Metric{}
				}
				p.Metrics[v.Name] = Metric{Unit: text(metric, "unit"), EachIncident: flag(metric, "eachIncident", false)}
			}
		}
	} else {
		return nil, fmt.Errorf("type %s: a stored field is String, Int, Float, Boolean, Date or an enum; a node needs @relation", f.Type)
	}
	if p.Furthest && p.Kind != Enum {
		return nil, fmt.Errorf("@furthest needs an enum")
	}
	return p, nil
}

func (r *reader) relationField(f *ast.FieldDefinition) (*Field, error) {
	d := f.Directives.ForName("relation")
	rel := r.o.Relation(text(d, "type"))
	if rel == nil {
		return nil, fmt.Errorf("@relation(type: %q) is no value of RelationType", text(d, "type"))
	}
	field := &Field{Name: f.Name, Description: f.Description, Relation: rel, One: f.Type.Elem == nil, Required: f.Type.NonNull}
	field.FarName = f.Type.Name()
	switch text(d, "direction") {
	case "OUT":
		field.Direction = Out
	case "IN":
		field.Direction = In
	case "BOTH":
		field.Direction = Both
	default:
		return nil, fmt.Errorf("@relation(direction:) must be OUT, IN or BOTH")
	}
	if rel.Symmetric != (field.Direction == Both) {
		return nil, fmt.Errorf("a symmetric relation is followed in direction BOTH, and no other is")
	}
	if field.FarName != "Entity" && r.o.Type(field.FarName) == nil {
		return nil, fmt.Errorf("leads to %s, which is neither a label nor Entity", field.FarName)
	}
	return field, nil
}

func (r *reader) keys() error {
	for _, t := range r.o.Types {
		d := r.doc.Definitions.ForName(t.Name)
		for _, lookup := range d.Directives.ForNames("lookup") {
			key := Key{LastWord: flag(lookup, "lastWord", false)}
			by := list(lookup, "by")
			if len(by) == 1 && by[0] == "name" {
				key.ByName = true
			} else {
				for _, name := range by {
					p := t.Property(name)
					if p == nil {
						return fmt.Errorf("%s: @lookup names %q, which is no stored field of it", t.Name, name)
					}
					key.By = append(key.By, p)
				}
				if or := text(lookup, "orBy"); or != "" {
					if key.OrBy = t.Property(or); key.OrBy == nil || len(key.By) != 1 {
						return fmt.Errorf("%s: @lookup(orBy:) needs one field in by and names another stored field", t.Name)
					}
				}
			}
			t.Keys = append(t.Keys, key)
		}
	}
	return nil
}

// ends works out what stands at each end of each relation type, and what each field therefore leads to.
func (r *reader) ends() error {
	for _, t := range r.o.Types {
		for _, f := range t.Fields {
			if f.Direction != In && !slices.Contains(f.Relation.From, t) {
				f.Relation.From = append(f.Relation.From, t)
			}
			if f.Direction != Out && !slices.Contains(f.Relation.To, t) {
				f.Relation.To = append(f.Relation.To, t)
			}
		}
	}
	for _, rel := range r.o.Relations {
		// A relation whose other end has no field for it leads to what the one field's type says.
		for _, t := range r.o.Types {
			for _, f := range t.Fields {
				far := r.o.Type(f.FarName)
				if f.Relation == rel && far != nil {
					if f.Direction == Out && !slices.Contains(rel.To, far) {
						rel.To = append(rel.To, far)
					}
					if f.Direction == In && !slices.Contains(rel.From, far) {
						rel.From = append(rel.From, far)
					}
				}
			}
		}
		if len(rel.From) == 0 || len(rel.To) == 0 {
			return fmt.Errorf("RelationType.%s: no field leads along it in both directions; add one with @relation(type: %q)", rel.Name, rel.Name)
		}
	}
	for _, t := range r.o.Types {
		for _, f := range t.Fields {
			// A field whose own type narrows the ends (Organization.partOf) leads to that type alone.
			f.Far = f.Relation.To
			if f.Direction == In {
				f.Far = f.Relation.From
			}
			if only := r.o.Type(f.FarName); only != nil {
				f.Far = []*Type{only}
			}
			if err := r.orderBy(t, f); err != nil {
				return fmt.Errorf("%s.%s: %w", t.Name, f.Name, err)
			}
		}
	}
	return nil
}

func (r *reader) orderBy(t *Type, f *Field) error {
	d := r.doc.Definitions.ForName(t.Name).Fields.ForName(f.Name)
	switch by := text(d.Directives.ForName("relation"), "orderBy"); by {
	case "":
	case "relation.ordinal":
		f.OrderBy = &Order{Ordinal: true}
	default:
		f.OrderBy = &Order{Property: find(r.o.NodeProperties, by)}
		for _, far := range f.Far {
			if p := far.Property(by); p == nil || !p.Required {
				return fmt.Errorf("@relation(orderBy: %q) must be a field that %s has and that is never null", by, far.Name)
			}
		}
	}
	return nil
}

func text(d *ast.Directive, arg string) string {
	if d != nil {
		if a := d.Arguments.ForName(arg); a != nil {
			return a.Value.Raw
		}
	}
	return ""
}

func flag(d *ast.Directive, arg string, otherwise bool) bool {
	if s := text(d, arg); s != "" {
		return s == "true"
	}
	return otherwise
}

func list(d *ast.Directive, arg string) (items []string) {
	if d != nil {
		if a := d.Arguments.ForName(arg); a != nil {
			for _, c := range a.Value.Children {
				items = append(items, c.Value.Raw)
			}
		}
	}
	return items
}
