package graph

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/plan"
)

// Limits bound one request. All but Time are checked before anything runs; introspection is exempt from Depth and Cost.
type Limits struct {
	Body    int64         `default:"1048576" help:"Bytes of a request's body."`
	Tokens  int           `default:"10000" help:"Tokens of a query."`
	Depth   int           `default:"12" help:"Levels of fields in a query."`
	Aliases int           `default:"100" help:"Root fields, and aliases, of a query."`
	Cost    int           `default:"500000" help:"Nodes, relations and pieces of evidence that an answer could hold."`
	Time    time.Duration `default:"30s" help:"Time for a request."`
}

// MutateOperationContext refuses an operation that is too deep or has too many aliases. It takes time linear in the document.
func (l Limits) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := measure{depths: map[*ast.FragmentDefinition]int{}}
	if d := m.depth(op.Operation.SelectionSet); d > l.Depth {
		return asGraphQL(&plan.Error{Code: codeTooDeep, Message: fmt.Sprintf("the query has %d levels of fields; the limit is %d", d, l.Depth)})
	}
	if m.aliases > l.Aliases {
		return asGraphQL(&plan.Error{Code: plan.QueryTooCostly, Message: fmt.Sprintf("the query has %d aliases; the limit is %d", m.aliases, l.Aliases)})
	}
	return nil
}

// ExtensionName is part of gqlgen's HandlerExtension.
func (Limits) ExtensionName() string { return "limits" }

// Validate is part of gqlgen's HandlerExtension.
func (Limits) Validate(graphql.ExecutableSchema) error { return nil }

// measure visits each fragment once, however often it is spread.
type measure struct {
	depths  map[*ast.FragmentDefinition]int
	aliases int
}

func (m *measure) depth(set ast.SelectionSet) (deepest int) {
	for _, s := range set {
		d := 0
		switch s := s.(type) {
		case *ast.Field:
			if s.Alias != s.Name {
				m.aliases++
			}
			if strings.HasPrefix(s.Name, "__") {
				continue
			}
			d = 1 + m.depth(s.SelectionSet)
		case *ast.InlineFragment:
			d = m.depth(s.SelectionSet)
		case *ast.FragmentSpread:
			known := false
			if d, known = m.depths[s.Definition]; !known {
				d = m.depth(s.Definition.SelectionSet)
				m.depths[s.Definition] = d
			}
		}
		deepest = max(deepest, d)
	}
	return deepest
}
