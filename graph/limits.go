package graph

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"councilgraph/graph/plan"
)

// Limits bound one request. All but Answer and Time are checked before anything runs; introspection is exempt from Depth and Cost.
type Limits struct {
	Body    int64         `default:"1048576" help:"Bytes of a request's body."`
	Tokens  int           `default:"10000" help:"Tokens of a query."`
	Depth   int           `default:"12" help:"Levels of fields in a query."`
	Aliases int           `default:"100" help:"Root fields, and aliases, of a query."`
	Cost    int           `default:"5000000" help:"Cost of a query: what its answer could hold, and what is gone through to find it, by estimate. A small node is 1."`
	Rate    int           `default:"0" help:"Cost that one client may spend a second, by its address, ten seconds' worth at once. 0: any."`
	Answer  int64         `default:"33554432" help:"Bytes of an answer, before it is compressed."`
	Time    time.Duration `default:"30s" help:"Time for a request."`
}

// Bounds that no flag moves. Validation compares all fields with one response key pairwise, and fields below introspection cost nothing
// otherwise.
const (
	maxSameKey              = 1000 // 10,000 fields of one key kept validation busy for 4 s, 1,000 for 40 ms
	maxIntrospectionAliases = 10
)

// limiting refuses documents over the limits before they are validated, since validation itself can be made to take seconds. It is a gqlgen
// extension.
type limiting struct {
	Limits
	admitted graphql.Cache[*ast.QueryDocument] // of validated documents: these are not measured again
}

var _ graphql.OperationParameterMutator = limiting{}

// ExtensionName is part of gqlgen's HandlerExtension.
func (limiting) ExtensionName() string { return "limits" }

// Validate is part of gqlgen's HandlerExtension.
func (limiting) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters refuses a document that is too deep, or has too many aliases or fields of one key. It takes time linear in the
// document. One that does not parse is left to gqlgen.
func (l limiting) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	doc, admitted := l.admitted.Get(ctx, params.Query)
	if !admitted {
		var err error
		if doc, err = parser.ParseQueryWithTokenLimit(&ast.Source{Input: params.Query}, l.Tokens); err != nil {
			return nil
		}
	}
	if n := len(doc.Operations); n > 1 && params.OperationName == "" {
		return &gqlerror.Error{Message: fmt.Sprintf("the document has %d operations: name one in operationName", n), Extensions: code(errcode.ValidationFailed)}
	}
	if admitted {
		return nil
	}
	m := measure{depths: map[string]int{}, fragments: map[string]*ast.FragmentDefinition{}, keys: map[string]int{}}
	for _, f := range doc.Fragments {
		if m.fragments[f.Name] == nil {
			m.fragments[f.Name] = f
		}
	}
	deepest := 0
	for _, op := range doc.Operations {
		deepest = max(deepest, m.depth(op.SelectionSet, false))
	}
	for name := range m.fragments {
		m.fragment(name, false) // those that no operation spreads are validated too
	}
	tooMany := func(format string, args ...any) *gqlerror.Error {
		return asGraphQL(&plan.Error{Code: plan.QueryTooCostly, Message: fmt.Sprintf(format, args...)})
	}
	switch {
	case deepest > l.Depth:
		return asGraphQL(&plan.Error{Code: codeTooDeep, Message: fmt.Sprintf("the query has %d levels of fields; the limit is %d", deepest, l.Depth)})
	case m.aliases > l.Aliases:
		return tooMany("the query has %d aliases; the limit is %d", m.aliases, l.Aliases)
	case m.introspection > maxIntrospectionAliases:
		return tooMany("the query has %d aliases of introspection fields; the limit is %d", m.introspection, maxIntrospectionAliases)
	case m.most > maxSameKey:
		return tooMany("the query asks for %q %d times; the limit is %d", m.mostKey, m.most, maxSameKey)
	}
	return nil
}

// measure visits each fragment once, however often it is spread.
type measure struct {
	fragments     map[string]*ast.FragmentDefinition
	depths        map[string]int // of fragments; 0 while one is being measured, which validation refuses as a cycle
	aliases       int
	introspection int // aliases of __schema and __type, and below them
	keys          map[string]int
	mostKey       string
	most          int // how often mostKey stands in the document
}

func (m *measure) depth(set ast.SelectionSet, introspecting bool) (deepest int) {
	for _, s := range set {
		d := 0
		switch s := s.(type) {
		case *ast.Field:
			m.count(s, introspecting)
			below := introspecting || strings.HasPrefix(s.Name, "__")
			if d = m.depth(s.SelectionSet, below); !below {
				d++
			}
		case *ast.InlineFragment:
			d = m.depth(s.SelectionSet, introspecting)
		case *ast.FragmentSpread:
			d = m.fragment(s.Name, introspecting)
		}
		deepest = max(deepest, d)
	}
	return deepest
}

func (m *measure) fragment(name string, introspecting bool) int {
	f := m.fragments[name]
	if f == nil {
		return 0
	}
	introspecting = introspecting || strings.HasPrefix(f.TypeCondition, "__")
	d, known := m.depths[name]
	if !known {
		m.depths[name] = 0
		d = m.depth(f.SelectionSet, introspecting)
		m.depths[name] = d
	}
	return d
}

func (m *measure) count(f *ast.Field, introspecting bool) {
	if f.Alias != f.Name {
		m.aliases++
		if introspecting || f.Name == "__schema" || f.Name == "__type" {
			m.introspection++
		}
	}
	m.keys[f.Alias]++
	if n := m.keys[f.Alias]; n > m.most {
		m.most, m.mostKey = n, f.Alias
	}
}
