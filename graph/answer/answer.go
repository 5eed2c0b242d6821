// Package answer writes what a store fetched as JSON, following the plan: names, lists, nulls and errors at their path as the GraphQL
// specification says (section 6.4, October 2021). It is the part of execution that gqlgen's field by field walk would do.
package answer

import (
	"context"
	"errors"
	"fmt"
	"io"

	"councilgraph/graph/plan"
)

// Answer is a root field's value, as JSON.
type Answer struct{ JSON []byte }

// MarshalGQLContext writes the answer into the response.
func (a *Answer) MarshalGQLContext(_ context.Context, w io.Writer) error {
	_, err := w.Write(a.JSON)
	return err
}

// UnmarshalGQLContext is there because gqlgen wants it of every scalar; an answer is never an input.
func (a *Answer) UnmarshalGQLContext(context.Context, any) error {
	return errors.New("an answer is no input")
}

// FieldError is an error below a root field: the value at Path is null, or the nearest value above it that may be.
type FieldError struct {
	Path    []any // response keys and list indexes, from the root field on
	Message string
}

func (e *FieldError) Error() string { return e.Message }

// Write writes the value that answers p. key is the root field's response key. A nil Answer is null. fields are the errors of fields
// without a value that the schema says they have. Where the value was read while it changed (store.Store.Moving), that is no error: what
// was taken away in the middle is left out of lists, and null elsewhere. take is asked before the answer grows by so many bytes, and may be
// nil. err is what take says, and then nothing more is written, or a *plan.Error where the value shows that the request was at fault: an
// ambiguous name.
func Write(p *plan.Plan, key string, value plan.Value, moving bool, take func(bytes int64) error) (a *Answer, fields []*FieldError, err error) {
	w := &writer{path: []any{key}, moving: moving, take: take}
	ok := false
	switch out := p.Out.(type) {
	case plan.One:
		row, err := p.Query.(*plan.Get).Choose(key, list(value))
		if err != nil {
			return nil, nil, err
		}
		if row == nil {
			return nil, nil, nil
		}
		ok = w.object(out.Object, list(row[3]))
	case plan.Many:
		ok = w.many(out, list(value))
	case plan.Whole:
		ok = w.object(out.Object, list(value))
	case plan.WholeList:
		tuples := list(value)
		ok = w.items(len(tuples), true, func(i int) bool { return w.object(out.Object, list(tuples[i])) })
	case plan.Connection:
		ok = w.connection(out, list(value))
	default:
		panic(fmt.Sprintf("no root value is written by %T", p.Out))
	}
	if w.room(); w.ended != nil {
		return nil, nil, w.ended
	}
	if !ok {
		return nil, w.errors, nil
	}
	return &Answer{w.json}, w.errors, nil
}

// list is the list that a value is; nil for null.
func list(v plan.Value) []plan.Value {
	l, _ := v.([]plan.Value)
	return l
}
