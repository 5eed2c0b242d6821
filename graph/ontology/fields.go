package ontology

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// inherited are the fields that every label has from Entity; a label does not repeat them.
var inherited = []string{"id", "name", "aliases", "asOf", "relations"}

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

// receipts are the names by which Neo4j and the exports for it keep what is said, and where, beside the properties.
var receipts = []string{"quotes", "symbols", "paragraphs"}

func (r *reader) property(f *ast.FieldDefinition) (*Property, error) {
	if slices.Contains(receipts, f.Name) {
		return nil, fmt.Errorf("evidence is kept by this name; choose another name")
	}
	p := &Property{Name: f.Name, Description: f.Description, Required: f.Type.NonNull, Furthest: f.Directives.ForName("furthest") != nil,
		Default: text(f.Directives.ForName("default"), "value")}
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
	if p.Default != "" && !p.Admits(p.Default) {
		return nil, fmt.Errorf("@default: %q is no value of %s", p.Default, p.TypeName())
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
