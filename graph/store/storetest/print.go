package storetest

import (
	"fmt"
	"reflect"
	"strings"

	"councilgraph/graph/ontology"
)

// Print writes a plan, or a part of one, for people and golden files: names for what is of the ontology, and nothing that is as it is by
// default.
func Print(v any) string {
	var b strings.Builder
	printValue(&b, reflect.ValueOf(v), "")
	return b.String()
}

func printValue(b *strings.Builder, v reflect.Value, indent string) {
	if !v.IsValid() {
		fmt.Fprint(b, "nil")
		return
	}
	if v.CanInterface() {
		switch x := v.Interface().(type) {
		case *ontology.Type:
			fmt.Fprint(b, x.Name)
			return
		case *ontology.Relation:
			fmt.Fprint(b, x.Name)
			return
		case *ontology.Property:
			fmt.Fprint(b, x.Name)
			return
		case *ontology.Field:
			fmt.Fprint(b, x.Name)
			return
		case fmt.Stringer:
			fmt.Fprint(b, x)
			return
		}
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			fmt.Fprint(b, "nil")
			return
		}
		printValue(b, v.Elem(), indent)
	case reflect.Struct:
		fmt.Fprint(b, v.Type().Name())
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !v.Field(i).IsZero() {
				fmt.Fprintf(b, "\n%s  %s: ", indent, f.Name)
				printValue(b, v.Field(i), indent+"  ")
			}
		}
	case reflect.Slice:
		if v.Type().Name() != "" {
			fmt.Fprint(b, v.Type().Name())
		}
		short := v.Len() == 0 || !strings.Contains(Print(v.Index(0).Interface()), "\n")
		fmt.Fprint(b, "[")
		for i := range v.Len() {
			switch {
			case !short:
				fmt.Fprintf(b, "\n%s  ", indent)
			case i > 0:
				fmt.Fprint(b, " ")
			}
			printValue(b, v.Index(i), indent+"  ")
		}
		fmt.Fprint(b, "]")
	case reflect.String:
		fmt.Fprintf(b, "%q", v.String())
	default:
		fmt.Fprint(b, v.Interface())
	}
}
