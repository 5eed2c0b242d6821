package answer

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// writer appends JSON. Its methods say whether there is a value: after false what they wrote is taken back by whoever may be null in their
// place.
type writer struct {
	json   []byte
	path   []any // of the value that is being written
	errors []*FieldError
	moving bool                    // see Write
	take   func(bytes int64) error // see Write
	taken  int                     // bytes that take has allowed
	ended  error                   // what take said against more; then nothing has a value
}

// grain is how many bytes are asked for at once.
const grain = 64 << 10

// room says whether there is room for more than has been written.
func (w *writer) room() bool {
	if n := len(w.json) - w.taken; w.ended == nil && n > 0 && w.take != nil {
		n += grain - n%grain
		w.taken += n
		w.ended = w.take(int64(n))
	}
	return w.ended == nil
}

// fail records that the value at the path is missing or wrong.
func (w *writer) fail(format string, args ...any) bool {
	w.errors = append(w.errors, &FieldError{Path: slices.Clone(w.path), Message: fmt.Sprintf(format, args...)})
	return false
}

// missing records that the value at the path is not there, where it is not known why already.
func (w *writer) missing(errorsBefore int) {
	if len(w.errors) == errorsBefore && !w.moving {
		w.fail("there is no value, though there always should be one")
	}
}

// fields writes an object: write writes the value of a field and says whether there is one.
func (w *writer) fields(fields []plan.Field, write func(plan.Out) bool) bool {
	w.json = append(w.json, '{')
	for i, f := range fields {
		if !w.room() {
			return false
		}
		if i > 0 {
			w.json = append(w.json, ',')
		}
		w.json = append(append(append(w.json, '"'), f.Name...), '"', ':') // a name of GraphQL: nothing in it is escaped
		w.path = append(w.path, f.Name)
		start, errs := len(w.json), len(w.errors)
		ok := write(f.Out)
		if !ok {
			w.json = w.json[:start]
			if f.NonNull {
				w.missing(errs)
				w.path = w.path[:len(w.path)-1]
				return false
			}
			w.json = append(w.json, "null"...)
		}
		w.path = w.path[:len(w.path)-1]
	}
	w.json = append(w.json, '}')
	return true
}

// items writes a list of n values. Where items are NonNull, one that is missing makes the list null, or is left out where it was taken away
// meanwhile; else it stands as null.
func (w *writer) items(n int, nonNull bool, write func(i int) bool) bool {
	w.json = append(w.json, '[')
	written := 0
	for i := range n {
		if !w.room() {
			return false
		}
		before := len(w.json)
		if written > 0 {
			w.json = append(w.json, ',')
		}
		w.path = append(w.path, written)
		start, errs := len(w.json), len(w.errors)
		there := write(i)
		if !there && nonNull {
			w.missing(errs)
		}
		w.path = w.path[:len(w.path)-1]
		switch {
		case there:
		case !nonNull:
			w.json = append(w.json[:start], "null"...)
		case w.ended != nil || len(w.errors) > errs:
			return false
		default:
			w.json = w.json[:before]
			continue
		}
		written++
	}
	w.json = append(w.json, ']')
	return true
}

// object writes a tuple.
func (w *writer) object(o *plan.Object, tuple []plan.Value) bool {
	if tuple == nil {
		return false
	}
	name, ok := tuple[0].(string)
	if !ok {
		w.missing(len(w.errors))
		return false
	}
	return w.fields(o.ByType[name], func(out plan.Out) bool { return w.slot(out, tuple) })
}

// slot writes what a tuple holds for a field.
func (w *writer) slot(out plan.Out, tuple []plan.Value) bool {
	switch out := out.(type) {
	case plan.Typename:
		w.string(tuple[0].(string))
		return true
	case plan.Scalar:
		if v := tuple[1+out.Slot]; !out.List {
			return w.scalar(out.Kind, v)
		} else if v == nil {
			return false
		} else {
			values := list(v)
			return w.items(len(values), true, func(i int) bool { return w.scalar(out.Kind, values[i]) })
		}
	case plan.Constant:
		w.string(string(out))
		return true
	case plan.Null:
		return false
	case plan.Stated:
		return w.stated(out, tuple[1+out.Slot])
	case plan.Digest:
		w.string(digest(list(tuple[1+out.Slot])))
		return true
	case plan.Inline:
		return w.fields(out.Fields, func(out plan.Out) bool { return w.slot(out, tuple) })
	case plan.Nested:
		return w.object(out.Object, list(tuple[1+out.Slot]))
	case plan.NestedList:
		if out.After != "" && tuple[1+out.Slot] == nil && w.ended == nil {
			w.ended = &plan.Error{Code: plan.BadUserInput, Path: slices.Clone(w.path), Message: fmt.Sprintf(
				"after: the list has nothing with the id %s: take one from a page of the same list, as of the same day", out.After)}
			return false
		}
		tuples := list(tuple[1+out.Slot])
		return w.items(len(tuples), true, func(i int) bool { return w.object(out.Object, list(tuples[i])) })
	case plan.Connection:
		return w.connection(out, list(tuple[1+out.Slot]))
	case plan.PageTotal:
		return w.scalar(ontology.Int, list(tuple[1+out.Slot])[1])
	}
	panic(fmt.Sprintf("no tuple is written by %T", out))
}

// stated writes the properties that a text holds.
func (w *writer) stated(out plan.Stated, v plan.Value) bool {
	text, _ := v.(string)
	properties, err := store.DecodeProperties(out.Properties, cmp.Or(text, "{}"))
	if err != nil {
		return w.fail("what the sentence states cannot be read")
	}
	return w.fields(out.Fields, func(f plan.Out) bool {
		switch f := f.(type) {
		case plan.Constant:
			w.string(string(f))
			return true
		case plan.StatedField:
			i := slices.IndexFunc(out.Properties, func(p *ontology.Property) bool { return p.Name == string(f) })
			return w.scalar(out.Properties[i].Kind, properties[string(f)])
		}
		panic(fmt.Sprintf("nothing stated is written by %T", f))
	})
}

// many writes rows in the order in which they were asked for.
func (w *writer) many(out plan.Many, rows []plan.Value) bool {
	byID := make(map[string][]plan.Value, len(rows))
	for _, r := range rows {
		row := list(r)
		byID[row[1].(string)] = list(row[3])
	}
	return w.items(len(out.IDs), false, func(i int) bool { return w.object(out.Object, byID[out.IDs[i]]) })
}

// scalar writes a leaf as result coercion demands (section 3.5): Int has 32 bits, Float is finite.
func (w *writer) scalar(kind ontology.Kind, v plan.Value) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		if kind == ontology.Boolean {
			w.bool(v)
			return true
		}
	case int64:
		if kind == ontology.Int && v != int64(int32(v)) {
			return w.fail("Int cannot represent the value: it has more than 32 bits")
		}
		if kind == ontology.Int {
			w.int(v)
			return true
		}
		if kind == ontology.Float {
			return w.float(float64(v))
		}
	case float64:
		if kind == ontology.Float {
			return w.float(v)
		}
	case string:
		if kind != ontology.Int && kind != ontology.Float && kind != ontology.Boolean {
			w.string(v)
			return true
		}
	}
	return w.fail("%s cannot represent the value that is stored", [...]string{"String", "Int", "Float", "Boolean", "Date", "The enum"}[kind])
}

func (w *writer) float(f float64) bool {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return w.fail("Float cannot represent the value: it is not finite")
	}
	w.number(f)
	return true
}
