package ontology

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

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
