// Command go asks a server who contributes how much to a force or a mission, and in which words: go ADDRESS NAME.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/Khan/genqlient/graphql"
)

//go:generate go tool genqlient

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "go ADDRESS NAME")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1], os.Args[2], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, address, name string, out io.Writer) error {
	answer, err := Contributors(ctx, graphql.NewClient(address+"/graphql", http.DefaultClient), name)
	if err != nil {
		return err
	}
	if answer.Organization == nil {
		return fmt.Errorf("the graph knows no organization called %s", name)
	}
	fmt.Fprintln(out, answer.Organization.Name)
	contributors := answer.Organization.Contributors
	for _, e := range contributors.Edges {
		number, component := "some", ContributionComponent("")
		if e.Relation.Personnel != nil {
			number = fmt.Sprint(*e.Relation.Personnel)
		}
		if e.Relation.Component != nil {
			component = *e.Relation.Component
		}
		fmt.Fprintf(out, "  %s: %s %s, %q\n", e.Node.GetName(), number, component, e.Relation.Evidence[0].Quote)
	}
	if sum := contributors.Stats.Sum; sum != nil {
		fmt.Fprintln(out, "  together:", *sum)
	}
	return nil
}
