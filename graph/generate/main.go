// Command generate derives from schema.graphqls what is committed beside it, in two steps: the schema that is served (connections, edges,
// page arguments, root fields), then gqlgen's executor for its root. Run it with `go generate ./...` after every change of schema.graphqls.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"councilgraph/graph/ontology"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// run works in the module's root, wherever below it `go generate` started it.
func run() error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	if err := os.Chdir(root); err != nil {
		return err
	}
	short, err := os.ReadFile("schema.graphqls")
	if err != nil {
		return fmt.Errorf("read the ontology: %w", err)
	}
	served, err := Serve(string(short))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join("graph", "served.graphqls"), []byte(served), 0o644); err != nil {
		return fmt.Errorf("write the served schema: %w", err)
	}
	o, err := ontology.Read("schema.graphqls", string(short))
	if err != nil {
		return err
	}
	if err := os.MkdirAll("docs", 0o755); err != nil {
		return fmt.Errorf("make the folder of the documentation: %w", err)
	}
	if err := os.WriteFile(filepath.Join("docs", "ontology.md"), []byte(Document(o)), 0o644); err != nil {
		return fmt.Errorf("write what the graph holds: %w", err)
	}
	return generateRoot()
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		if _, statErr := os.Stat(filepath.Join(dir, "go.mod")); statErr == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("no go.mod in this folder or above: run it inside the module")
		}
		dir = filepath.Dir(dir)
	}
	return "", err
}
