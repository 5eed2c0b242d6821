package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/plugin"
	"github.com/vektah/gqlparser/v2/ast"
)

// generateRoot runs gqlgen for the root alone.
func generateRoot() error {
	cfg, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		return fmt.Errorf("read gqlgen.yml: %w", err)
	}
	// Resolvers are written anew each time: they are one line each, and gqlgen keeps those of fields that are gone.
	if err := os.Remove("graph/served.resolvers.go"); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("remove the old resolvers: %w", err)
	}
	if err := api.Generate(cfg, func(_ *config.Config, plugins *[]plugin.Plugin) { *plugins = append(*plugins, rootOnly{}) }); err != nil {
		return fmt.Errorf("run gqlgen: %w", err)
	}
	return nil
}

// answerType is the Go type of every root field: an answer that writes its own JSON.
const answerType = "councilgraph/graph/answer.Answer"

// rootOnly makes gqlgen generate the root and nothing below it: to code generation every root field is an answer without arguments. The
// schema at run time is read from its text and stays whole, so parsing, validation, coercion and introspection see all of it; the resolver
// reads arguments and selection from the field.
type rootOnly struct{}

func (rootOnly) Name() string { return "rootonly" }

func (rootOnly) MutateConfig(cfg *config.Config) error {
	answer := &ast.Definition{Kind: ast.Scalar, Name: "Answer", Position: cfg.Schema.Query.Position}
	builtin := func(d *ast.Definition) bool { return d.BuiltIn || d == cfg.Schema.Query }
	for name, d := range cfg.Schema.Types {
		if !builtin(d) {
			delete(cfg.Schema.Types, name)
			delete(cfg.Schema.PossibleTypes, name)
			delete(cfg.Schema.Implements, name)
		}
	}
	cfg.Schema.Types[answer.Name] = answer
	cfg.Models.Add(answer.Name, answerType)
	for _, f := range cfg.Schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue // introspection is gqlgen's
		}
		f.Type = &ast.Type{NamedType: answer.Name, NonNull: f.Type.NonNull, Position: f.Position}
		f.Arguments = nil
	}
	return nil
}

// Implement writes the body of a root field's resolver.
func (rootOnly) Implement(string, *codegen.Field) string { return "return r.answer(ctx)" }
