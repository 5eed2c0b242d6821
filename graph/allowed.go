package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// Documents are those that a server answers, where it answers no others: by the hex of the SHA-256 of their text, without space around it.
type Documents map[string]string

// ReadDocuments reads the files of a folder, and of those in it, whose names end in .graphql. The error names the file.
func ReadDocuments(folder fs.FS) (Documents, error) {
	documents := Documents{}
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".graphql" {
			return err
		}
		content, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		text := strings.TrimSpace(string(content))
		if _, err := parser.ParseQuery(&ast.Source{Name: name, Input: text}); err != nil {
			return err
		}
		documents[documentHash(text)] = text
		return nil
	})
	if err == nil && len(documents) == 0 {
		err = fmt.Errorf("no file of it ends in .graphql")
	}
	return documents, err
}

func documentHash(text string) string {
	hash := sha256.Sum256([]byte(text))
	return hex.EncodeToString(hash[:])
}

// allowing refuses documents that are not in the list, before they are read. It is a gqlgen extension.
type allowing struct{ documents Documents }

var _ graphql.OperationParameterMutator = allowing{}

// ExtensionName is part of gqlgen's HandlerExtension.
func (allowing) ExtensionName() string { return "allowed documents" }

// Validate is part of gqlgen's HandlerExtension.
func (allowing) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters takes a document by its text, or by its hash as in automatic persisted queries.
func (a allowing) MutateOperationParameters(_ context.Context, params *graphql.RawParams) *gqlerror.Error {
	hash := documentHash(strings.TrimSpace(params.Query))
	if params.Query == "" {
		persisted, _ := params.Extensions["persistedQuery"].(map[string]any)
		hash, _ = persisted["sha256Hash"].(string)
	}
	text, ok := a.documents[hash]
	if !ok {
		return &gqlerror.Error{Message: "the document is not one of those that this server answers", Extensions: code(codeForbidden)}
	}
	params.Query = text
	return nil
}

// keepingSchema refuses to say what the schema is. It is a gqlgen extension.
type keepingSchema struct{}

var _ graphql.OperationContextMutator = keepingSchema{}

// ExtensionName is part of gqlgen's HandlerExtension.
func (keepingSchema) ExtensionName() string { return "no introspection" }

// Validate is part of gqlgen's HandlerExtension.
func (keepingSchema) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext looks for the root fields of introspection.
func (keepingSchema) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Query"}) {
		if f.Name == "__schema" || f.Name == "__type" {
			return &gqlerror.Error{Message: f.Name + ": this server does not say what its schema is", Extensions: code(codeForbidden)}
		}
	}
	return nil
}
