package main

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// illustrate gives an example to the description of every field and argument that has none yet: how it is written in a query, or what it
// may hold.
func illustrate(doc *ast.SchemaDocument) {
	e := examples{doc.Definitions}
	for _, d := range doc.Definitions {
		for _, f := range d.Fields {
			if d.Kind == ast.InputObject {
				e.add(&f.Description, fmt.Sprintf("{%s: %s}", f.Name, e.literal(f.Type)))
			} else {
				e.add(&f.Description, e.selection(f))
			}
			for _, a := range f.Arguments {
				e.add(&a.Description, fmt.Sprintf("%s: %s", a.Name, e.literal(a.Type)))
			}
		}
	}
}

type examples struct{ types ast.DefinitionList }

func (e examples) add(description *string, example string) {
	if !strings.Contains(*description, "Example") {
		*description += " Example: `" + example + "`."
	}
}

// selection is a field as a query selects it, or the value of a scalar.
func (e examples) selection(f *ast.FieldDefinition) string {
	t := e.composite(f.Type)
	if t == nil {
		return e.literal(f.Type)
	}
	var given []string
	for _, a := range f.Arguments {
		if a.Name == "id" || a.Type.NonNull && a.DefaultValue == nil {
			given = append(given, fmt.Sprintf("%s: %s", a.Name, e.literal(a.Type)))
		}
	}
	if f.Arguments.ForName("last") != nil {
		given = append(given, "first: 5")
	}
	text := f.Name
	if given != nil {
		text += "(" + strings.Join(given, ", ") + ")"
	}
	return text + e.below(t)
}

// composite is the type that a field's selection is of; nil for scalars and enums.
func (e examples) composite(t *ast.Type) *ast.Definition {
	if d := e.types.ForName(t.Name()); d != nil && d.IsCompositeType() {
		return d
	}
	return nil
}

// below is a selection that shows most of a type in few words.
func (e examples) below(t *ast.Definition) string {
	shown := "__typename"
	for _, f := range t.Fields {
		if of := e.composite(f.Type); of == nil {
			shown = f.Name
			break
		}
	}
	for _, name := range []string{"nodes", "name", "type", "quote", "value", "relations", "relation", "node"} {
		if f := t.Fields.ForName(name); f != nil {
			shown = name
			if of := e.composite(f.Type); of != nil {
				shown += e.below(of)
			}
			break
		}
	}
	return " { " + shown + " }"
}

// literal is a value of a type.
func (e examples) literal(t *ast.Type) string {
	if t.Elem != nil {
		return "[" + e.literal(t.Elem) + "]"
	}
	d := e.types.ForName(t.NamedType)
	switch {
	case d == nil:
		return map[string]string{"ID": `"n5k2…"`, "String": `"kosovo"`, "Int": "5", "Float": "3500", "Boolean": "true"}[t.NamedType]
	case d.Kind == ast.Enum:
		return d.EnumValues[len(d.EnumValues)-1].Name
	case d.Kind == ast.Scalar:
		return `"2020-11-04"`
	}
	for _, name := range []string{"name", "quote", "some", "date", "node", "contains", "eq"} {
		if f := d.Fields.ForName(name); f != nil && name != "some" {
			return fmt.Sprintf("{%s: %s}", name, e.literal(f.Type))
		} else if f != nil {
			return "{some: {}}"
		}
	}
	return "{}"
}
