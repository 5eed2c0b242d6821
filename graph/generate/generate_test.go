package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// module is a copy of the module's sources in a folder of its own.
func module(t *testing.T) string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	copied := t.TempDir()
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		if entry.IsDir() {
			if entry.Name() == ".git" {
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(copied, name), 0o755)
		}
		if !entry.Type().IsRegular() || strings.Contains(entry.Name(), ".db") {
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(copied, name), b, info.Mode())
	})
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

func command(t *testing.T, dir string, args ...string) {
	t.Helper()
	c := exec.Command("go", args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

func TestGeneratedFilesAreFresh(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	copied := module(t)
	command(t, copied, "run", "./graph/generate")
	for _, name := range []string{"graph/served.graphqls", "graph/generated.go", "graph/served.resolvers.go", "docs/ontology.md"} {
		want, err := os.ReadFile(filepath.Join(copied, name))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(root, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go generate ./... (%v)", name, err)
		}
	}
}

// TestExamples: whoever reads the schema finds an example at every field and argument, and what stands at the fields of a root or of a node
// can be asked.
func TestExamples(t *testing.T) {
	text, err := os.ReadFile("../served.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: string(text)})
	holds := func(at, description string) {
		if !strings.Contains(description, "Example") {
			t.Errorf("%s has no example: %s", at, description)
		}
	}
	for _, d := range schema.Types {
		if d.BuiltIn {
			continue
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			holds(d.Name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				holds(d.Name+"."+f.Name+"("+a.Name+")", a.Description)
			}
			example := f.Description[strings.LastIndex(f.Description, "Example")+len("Example"):]
			example = strings.TrimSuffix(strings.TrimPrefix(example, ": `"), "`.")
			if strings.Contains(example, "$") || !strings.HasSuffix(example, "}") {
				continue
			}
			query := ""
			switch {
			case d == schema.Query:
				query = "{ " + example + " }"
			case d.Kind == ast.Object && schema.Query.Fields.ForName(strings.ToLower(d.Name)) != nil:
				query = "{ " + strings.ToLower(d.Name) + "(id: 1) { " + example + " } }"
			case d.Kind == ast.InputObject && strings.HasSuffix(d.Name, "Where"):
				query = "{ __type(name: \"Query\") { name } } query Q($x: " + d.Name + " = " + example + ") { __typename @skip(if: $x) }"
			default:
				continue
			}
			_, errs := gqlparser.LoadQueryWithRules(schema, query, rules.NewDefaultRules())
			for _, err := range errs {
				if err.Rule == "ValuesOfCorrectType" || d.Kind != ast.InputObject {
					t.Errorf("%s.%s: %s: %v", d.Name, f.Name, example, err)
				}
			}
		}
	}
}

// TestAddingAType adds a label with two relations to a copy of schema.graphqls and changes nothing else by hand: it is stored, served,
// filtered, ordered, grouped, walked and found, on both stores.
func TestAddingAType(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the module anew")
	}
	copied := module(t)
	file := filepath.Join(copied, "schema.graphqls")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	schema := string(text) + `
"A ship."
type Ship implements Node & Entity @node(list: "ships") @lookup(by: ["name"]) {
  "Its tonnage."
  tonnage: Int!
  "Its flag."
  flag: String
  "Who commands it."
  commandedBy: [Person!]! @relation(type: "COMMANDED_BY", direction: OUT)
  "Where it lies."
  liesAt: Place @relation(type: "LIES_AT", direction: OUT)
}
`
	schema = strings.Replace(schema, "enum RelationType {", "enum RelationType {\n  \"Ship → Person.\"\n  COMMANDED_BY @relationType(key: [\"date\"])\n  \"Ship → Place.\"\n  LIES_AT\n", 1)
	schema = strings.Replace(schema, "  \"Persons who were transferred there.\"", "  \"Ships that lie there.\"\n"+
		"  ships: [Ship!]! @relation(type: \"LIES_AT\", direction: IN)\n  \"Persons who were transferred there.\"", 1)
	if err := os.WriteFile(file, []byte(schema), 0o644); err != nil {
		t.Fatal(err)
	}
	command(t, copied, "run", "./graph/generate")
	test, err := os.ReadFile(filepath.Join("testdata", "ship_test.go.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(copied, "graph", "ship_test.go"), test, 0o644); err != nil {
		t.Fatal(err)
	}
	command(t, copied, "test", "-count=1", "-run", "TestShips", "./graph")
}
