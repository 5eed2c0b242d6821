// Command go asks a server who contributes how much to a force or a mission, and in which words: go ADDRESS NAME.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
)

const question = `query($of: String!) {
  organization(name: $of) {
    name
    contributors(first: 1000) {
      edges { node { name } relation { component personnel evidence(first: 1) { quote report { name } } } }
      stats(of: RELATION_PERSONNEL) { sum }
    }
  }
}`

type answer struct {
	Data struct {
		Organization *struct {
			Name         string
			Contributors struct {
				Edges []struct {
					Node     struct{ Name string }
					Relation struct {
						Component string
						Personnel *int
						Evidence  []struct {
							Quote  string
							Report struct{ Name string }
						}
					}
				}
				Stats struct{ Sum *float64 }
			}
		}
	}
	Errors []struct{ Message string }
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "go ADDRESS NAME")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(address, name string, out io.Writer) error {
	body, err := json.Marshal(map[string]any{"query": question, "variables": map[string]any{"of": name}})
	if err != nil {
		return err
	}
	response, err := http.Post(address+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var a answer
	if err := json.NewDecoder(response.Body).Decode(&a); err != nil {
		return err
	}
	if len(a.Errors) > 0 {
		return errors.New(a.Errors[0].Message)
	}
	if a.Data.Organization == nil {
		return fmt.Errorf("the graph knows no organization called %s", name)
	}
	fmt.Fprintln(out, a.Data.Organization.Name)
	for _, e := range a.Data.Organization.Contributors.Edges {
		number := "some"
		if e.Relation.Personnel != nil {
			number = fmt.Sprint(*e.Relation.Personnel)
		}
		fmt.Fprintf(out, "  %s: %s %s, %q\n", e.Node.Name, number, e.Relation.Component, e.Relation.Evidence[0].Quote)
	}
	if sum := a.Data.Organization.Contributors.Stats.Sum; sum != nil {
		fmt.Fprintln(out, "  together:", *sum)
	}
	return nil
}
