package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"councilgraph/graph/answer"
	"councilgraph/graph/export"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/walk"
)

// Exporter asks a store for what exports want, as the server would answer it.
func Exporter(o *ontology.Ontology, s store.Store) export.Asker {
	return func(ctx context.Context, query string, variables map[string]any) ([]byte, error) {
		doc, errs := gqlparser.LoadQueryWithRules(parsedSchema, query, rules.NewDefaultRules())
		if len(errs) > 0 {
			return nil, fmt.Errorf("the query of an export is not valid: %w", errs)
		}
		roots, refused := plan.New(o, doc.Operations[0], variables)
		if refused != nil {
			return nil, refused
		}
		root := roots[0]
		if root.Err != nil {
			return nil, root.Err
		}
		root, err := walk.Find(ctx, s.Fetch, root)
		if err != nil {
			return nil, err
		}
		var value plan.Value
		if root.Plan.Walk != nil {
			value, err = (&walk.Walker{Store: s}).Answer(ctx, root.Plan.Walk)
		} else {
			value, err = s.Fetch(ctx, root.Plan.Query)
		}
		if err != nil {
			return nil, err
		}
		a, missing, err := answer.Write(root.Plan, root.Key, value, false, nil)
		switch {
		case err != nil:
			return nil, err
		case len(missing) > 0:
			return nil, missing[0]
		case a == nil:
			return []byte("null"), nil
		}
		return a.JSON, nil
	}
}

// ReadExport reads the format and the arguments of an export as a query string has them: lists by repetition, where as JSON.
func ReadExport(given url.Values) (export.Format, export.Request, error) {
	request := export.Request{Variables: map[string]any{}}
	format, err := export.FormatNamed(given.Get("format"))
	if err != nil {
		return format, request, err
	}
	for name, values := range given {
		if name == "format" {
			continue
		}
		i := slices.IndexFunc(export.Arguments, func(a struct{ Name, Type string }) bool { return a.Name == name })
		if i < 0 {
			return format, request, fmt.Errorf("an export has no argument %q", name)
		}
		if name != "of" && name != "asOf" && given["of"] == nil {
			return format, request, fmt.Errorf("%s goes with of, which names the nodes whose neighbourhood is exported", name)
		}
		if request.Variables[name], err = readArgument(export.Arguments[i].Type, values); err != nil {
			return format, request, fmt.Errorf("%s: %w", name, err)
		}
	}
	return format, request, nil
}

// readArgument reads an argument of a GraphQL type, by the rules of variables.
func readArgument(typ string, values []string) (any, error) {
	doc, err := gqlparser.LoadQueryWithRules(parsedSchema, "query($v: "+typ+") { __typename @skip(if: false) nodes(ids: []) { id } }", rules.NewRules())
	if err != nil {
		return nil, err
	}
	t := doc.Operations[0].VariableDefinitions[0].Type
	read := func(text string) any {
		if d := parsedSchema.Types[t.Name()]; d.Kind == ast.InputObject || d.Name == "Int" {
			var v any
			if json.Unmarshal([]byte(text), &v) == nil {
				return v
			}
		}
		return text
	}
	var v any = read(values[0])
	if t.Elem != nil {
		all := make([]any, len(values))
		for i, text := range values {
			all[i] = read(text)
		}
		v = all
	} else if len(values) > 1 {
		return nil, errors.New("it is given twice")
	}
	coerced, wrong := coercing{parsedSchema}.value(t, v, "argument")
	if wrong != nil {
		return nil, errors.New(wrong.Message)
	}
	return coerced, nil
}

// exports serves GET /export. What fails once bytes were sent breaks the connection off, so that half an export is not taken for a whole
// one.
func (e *endpoint) exports(o *ontology.Ontology) http.Handler {
	ask := Exporter(o, e.store)
	return e.inTurn(func(w http.ResponseWriter, r *http.Request) {
		format, request, err := ReadExport(r.URL.Query())
		if err != nil {
			writeErrors(w, plainJSON, http.StatusBadRequest, &gqlerror.Error{Message: err.Error(), Extensions: code(errcode.ValidationFailed)})
			return
		}
		body := &exported{ResponseWriter: w, format: format, each: e.limits.Time}
		err = export.Write(r.Context(), body, format, o, ask, request)
		var input *plan.Error
		switch {
		case err == nil:
		case body.begun:
			panic(http.ErrAbortHandler)
		case errors.As(err, &input):
			writeErrors(w, plainJSON, http.StatusBadRequest, asGraphQL(input))
		case errors.Is(err, store.ErrUnavailable):
			writeErrors(w, plainJSON, http.StatusServiceUnavailable, &gqlerror.Error{
				Message: "the graph cannot be read now: ask again later", Extensions: code(codeUnavailable)})
		case errors.Is(err, export.ErrChanged):
			writeErrors(w, plainJSON, http.StatusServiceUnavailable, &gqlerror.Error{Message: err.Error(), Extensions: code(codeUnavailable)})
		default:
			panic(err)
		}
	})
}

// exported begins the answer with the first byte, and gives each further write its time.
type exported struct {
	http.ResponseWriter
	format export.Format
	each   time.Duration
	begun  bool
}

func (x *exported) Write(b []byte) (int, error) {
	if !x.begun {
		x.begun = true
		x.Header().Set("Content-Type", x.format.MediaType)
		x.Header().Set("Content-Disposition", `attachment; filename="councilgraph.`+x.format.Ending+`"`)
		x.Header().Set("X-Content-Type-Options", "nosniff")
	}
	_ = http.NewResponseController(x.ResponseWriter).SetWriteDeadline(time.Now().Add(x.each)) // a server without deadlines needs none
	return x.ResponseWriter.Write(b)
}
