package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// coercing holds each variable to its type, as the GraphQL specification says (sections 3.5 to 3.13 and 6.1.2). gqlparser takes a number
// for a string, a string for a number and an enum's value in any case, and gives a list of one value its own Go type. It is a gqlgen
// extension, to be used before those that read variables.
type coercing struct{ schema *ast.Schema }

var _ interface {
	graphql.HandlerExtension
	graphql.OperationContextMutator
} = coercing{}

func (coercing) ExtensionName() string { return "coercing" }

func (coercing) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext makes the operation's variables such as their types say, or refuses the request.
func (c coercing) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	variables, err := c.coerced(op.Operation, op.Variables)
	if err != nil {
		return err
	}
	op.Variables = variables
	return (&usage{variables: variables, seen: map[string]bool{}}).of(op.Operation.SelectionSet)
}

// coerced are the given values of an operation's variables, each of its type.
func (c coercing) coerced(op *ast.OperationDefinition, given map[string]any) (map[string]any, *gqlerror.Error) {
	variables := map[string]any{}
	for _, d := range op.VariableDefinitions {
		value, ok := given[d.Variable]
		switch {
		case !ok && d.DefaultValue != nil: // the planner's to fill in
		case !ok && d.Type.NonNull:
			return nil, wrongVariable("$"+d.Variable, "must be given: it is of type "+d.Type.String())
		case ok:
			v, err := c.value(d.Type, value, "$"+d.Variable)
			if err != nil {
				return nil, err
			}
			variables[d.Variable] = v
		}
	}
	return variables, nil
}

// value is a value of a type: nil, int64, float64, string, bool, []any or map[string]any.
func (c coercing) value(t *ast.Type, v any, at string) (any, *gqlerror.Error) {
	if v == nil {
		if t.NonNull {
			return nil, wrongVariable(at, "must not be null: it is of type "+t.String())
		}
		return nil, nil
	}
	if t.Elem != nil {
		return c.list(t, reflect.ValueOf(v), at)
	}
	d := c.schema.Types[t.NamedType]
	if d.Kind == ast.InputObject {
		return c.object(d, v, at)
	}
	if value, fits := scalar(d, v); fits {
		return value, nil
	}
	shown, _ := json.Marshal(v)
	return nil, wrongVariable(at, fmt.Sprintf("is %s, which is no %s", shown, d.Name))
}

// list takes what is no list for a list of one.
func (c coercing) list(t *ast.Type, v reflect.Value, at string) (any, *gqlerror.Error) {
	if v.Kind() != reflect.Slice {
		one, err := c.value(t.Elem, v.Interface(), at)
		return []any{one}, err
	}
	all := make([]any, v.Len())
	for i := range all {
		var err *gqlerror.Error
		if all[i], err = c.value(t.Elem, v.Index(i).Interface(), fmt.Sprintf("%s[%d]", at, i)); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (c coercing) object(d *ast.Definition, v any, at string) (any, *gqlerror.Error) {
	given, ok := v.(map[string]any)
	if !ok {
		return nil, wrongVariable(at, "must be an object of type "+d.Name)
	}
	for name := range given {
		if d.Fields.ForName(name) == nil {
			return nil, wrongVariable(at, fmt.Sprintf("has the key %q, which %s has not", name, d.Name))
		}
	}
	object := map[string]any{}
	for _, f := range d.Fields {
		value, ok := given[f.Name]
		if !ok && f.DefaultValue != nil {
			value, _ = f.DefaultValue.Value(nil) // the schema was validated
		} else if !ok && !f.Type.NonNull {
			continue
		}
		var err *gqlerror.Error
		if object[f.Name], err = c.value(f.Type, value, at+"."+f.Name); err != nil {
			return nil, err
		}
	}
	return object, nil
}

// scalar is a value of a scalar or an enum; fits is false where it is of another type. Custom scalars are strings here.
func scalar(d *ast.Definition, v any) (value any, fits bool) {
	text, isText := v.(string)
	if d.Kind == ast.Enum {
		return v, isText && d.EnumValues.ForName(text) != nil
	}
	switch d.Name {
	case "Boolean":
		_, fits = v.(bool)
		return v, fits
	case "Int":
		n, err := strconv.ParseInt(fmt.Sprint(v), 10, 32)
		return n, !isText && err == nil
	case "Float":
		n, err := strconv.ParseFloat(fmt.Sprint(v), 64)
		return n, !isText && err == nil && !math.IsNaN(n) && !math.IsInf(n, 0)
	case "ID":
		if n, err := strconv.ParseInt(fmt.Sprint(v), 10, 64); !isText && err == nil {
			return strconv.FormatInt(n, 10), true
		}
	}
	return text, isText
}

// usage looks for variables that are null where a value is needed: with a default, of its own or of the argument, such a variable passes
// validation.
type usage struct {
	variables map[string]any
	seen      map[string]bool // fragments
}

func (u *usage) of(set ast.SelectionSet) (err *gqlerror.Error) {
	for _, s := range set {
		var directives ast.DirectiveList
		var below ast.SelectionSet
		switch s := s.(type) {
		case *ast.Field:
			directives, below = s.Directives, s.SelectionSet
			err = u.arguments(s.Arguments)
		case *ast.InlineFragment:
			directives, below = s.Directives, s.SelectionSet
		case *ast.FragmentSpread:
			directives = s.Directives
			if !u.seen[s.Name] {
				u.seen[s.Name] = true
				below = s.Definition.SelectionSet
			}
		}
		for _, d := range directives {
			if err == nil {
				err = u.arguments(d.Arguments)
			}
		}
		if err == nil {
			err = u.of(below)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (u *usage) arguments(list ast.ArgumentList) *gqlerror.Error {
	for _, a := range list {
		if err := u.value(a.Value); err != nil {
			return err
		}
	}
	return nil
}

func (u *usage) value(v *ast.Value) *gqlerror.Error {
	if given, ok := u.variables[v.Raw]; v.Kind == ast.Variable && ok && given == nil && v.ExpectedType != nil && v.ExpectedType.NonNull {
		err := wrongVariable("$"+v.Raw, "must not be null where a "+v.ExpectedType.String()+" is needed")
		err.Locations = []gqlerror.Location{{Line: v.Position.Line, Column: v.Position.Column}}
		return err
	}
	for _, c := range v.Children {
		if err := u.value(c.Value); err != nil {
			return err
		}
	}
	return nil
}

func wrongVariable(at, what string) *gqlerror.Error {
	return &gqlerror.Error{Message: "the variable " + at + " " + what, Extensions: code(errcode.ValidationFailed)}
}
