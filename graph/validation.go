package graph

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// Validation is gqlparser's, but for two of its rules: literals are held to their types as variables are (it takes {} for a value of any
// type, and no whole number of more than 64 bits for a Float), and what is suggested for a mistyped name is bounded, since a document can
// have a wrong name for each of its tokens.

// validationRules are the rules that a document is validated by.
func validationRules() *rules.Rules {
	r := rules.NewDefaultRules()
	r.ReplaceRule(rules.ValuesOfCorrectTypeRule.Name, literals)
	// The executor, told to suggest nothing, adds the rule of this name where there is none.
	r.AddRule(rules.FieldsOnCorrectTypeRuleWithoutSuggestions.Name, fields)
	return r
}

// served is the schema with the directives that are served and that clients of the specification of October 2021 can read.
func served(whole *ast.Schema) *ast.Schema {
	s := *whole
	s.Directives = maps.Clone(whole.Directives)
	delete(s.Directives, "defer")
	delete(s.Directives, "oneOf")
	for name, d := range s.Directives {
		known := *d
		known.Locations = slices.DeleteFunc(slices.Clone(d.Locations), func(l ast.DirectiveLocation) bool { return l == "DIRECTIVE_DEFINITION" })
		s.Directives[name] = &known
	}
	return &s
}

// Bounds on suggestions: each compares a name with all that there are.
const (
	maxSuggested = 20 // names of a document for which something is suggested
	maxTyped     = 50 // letters of such a name
)

// suggestions suggests for the first names of a document.
type suggestions struct{ made int }

func (s *suggestions) of(typed string, known []string) string {
	if s.made++; s.made > maxSuggested || len(typed) > maxTyped {
		return ""
	}
	if like := core.SuggestionList(typed, known); len(like) > 0 {
		return " Did you mean " + core.QuotedOrList(like...) + "?"
	}
	return ""
}

// fields refuses fields that a type does not have (section 5.3.1).
func fields(observers *core.Events, addError core.AddErrFunc) {
	var suggest suggestions
	observers.OnField(func(w *core.Walker, f *ast.Field) {
		if f.ObjectDefinition == nil || f.Definition != nil {
			return
		}
		message := fmt.Sprintf("Cannot query field %q on type %q.", f.Name, f.ObjectDefinition.Name)
		var on, names []string
		for _, t := range w.Schema.GetPossibleTypes(f.ObjectDefinition) {
			if t.Name != f.ObjectDefinition.Name && t.Fields.ForName(f.Name) != nil {
				on = append(on, t.Name)
			}
		}
		for _, d := range f.ObjectDefinition.Fields {
			names = append(names, d.Name)
		}
		if len(on) > 0 {
			message += " Did you mean to use an inline fragment on " + core.QuotedOrList(on...) + "?"
		} else {
			message += suggest.of(f.Name, names)
		}
		addError(core.Message("%s", message), core.At(f.Position))
	})
}

// literals holds each literal to its type (sections 5.6.1 to 5.6.4), by the rules of variables.
func literals(observers *core.Events, addError core.AddErrFunc) {
	var suggest suggestions
	observers.OnValue(func(_ *core.Walker, v *ast.Value) {
		if v.Definition == nil || v.ExpectedType == nil || v.Kind == ast.Variable {
			return
		}
		for _, wrong := range literal(v, &suggest) {
			addError(core.Message("%s", wrong), core.At(v.Position))
		}
	})
}

// literal says what is wrong with a literal, values within it left out. A whole number that is given for a Float becomes one, whatever its
// size.
func literal(v *ast.Value, suggest *suggestions) (wrong []string) {
	d, shown := v.Definition, v.String()
	if cut := []rune(shown); len(cut) > maxTyped {
		shown = string(cut[:maxTyped]) + "…"
	}
	no := fmt.Sprintf("%s is no value of the type %s.", shown, v.ExpectedType)
	switch {
	case v.Kind == ast.NullValue:
		if v.ExpectedType.NonNull {
			return []string{no}
		}
		return nil
	case v.Kind == ast.ListValue:
		if v.ExpectedType.Elem == nil {
			return []string{no}
		}
		return nil
	case d.Kind == ast.InputObject && v.Kind != ast.ObjectValue:
		return []string{no}
	case d.Kind == ast.InputObject:
		return keys(v, suggest)
	case d.Kind == ast.Enum && v.Kind == ast.EnumValue:
		var known []string
		for _, value := range d.EnumValues {
			known = append(known, value.Name)
		}
		if !slices.Contains(known, v.Raw) {
			return []string{no + suggest.of(v.Raw, known)}
		}
		return nil
	}
	if given, ok := given(v); !ok || d.Kind == ast.Enum {
		return []string{no}
	} else if _, fits := scalar(d, given); !fits {
		return []string{no}
	}
	if v.Kind == ast.IntValue && d.Name == "Float" {
		v.Kind = ast.FloatValue
	}
	return nil
}

// given is a scalar literal as a variable would give it; ok is false for what is no scalar.
func given(v *ast.Value) (value any, ok bool) {
	switch v.Kind {
	case ast.IntValue, ast.FloatValue:
		return json.Number(v.Raw), true
	case ast.StringValue, ast.BlockValue:
		return v.Raw, true
	case ast.BooleanValue:
		return strings.EqualFold(v.Raw, "true"), true
	}
	return nil, false
}

// keys says which keys of an input object are unknown, and which are missing.
func keys(v *ast.Value, suggest *suggestions) (wrong []string) {
	var known []string
	for _, f := range v.Definition.Fields {
		known = append(known, f.Name)
		if f.Type.NonNull && f.DefaultValue == nil && v.Children.ForName(f.Name) == nil {
			wrong = append(wrong, fmt.Sprintf("Field %q of %s is required: it is of the type %s.", f.Name, v.Definition.Name, f.Type))
		}
	}
	for _, c := range v.Children {
		if !slices.Contains(known, c.Name) {
			wrong = append(wrong, fmt.Sprintf("Field %q is not defined by type %q.%s", c.Name, v.Definition.Name, suggest.of(c.Name, known)))
		}
	}
	return wrong
}
