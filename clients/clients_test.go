// Package clients holds examples of clients, and runs them.
package clients

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"councilgraph/graph"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store/sqlite"
	"councilgraph/loader"
	"councilgraph/reports"
)

// folder is where the store of the tests is; TestMain removes it.
var folder string

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "clients"); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// loaded is what all tests serve: the bundled reports, loaded once.
var loaded = sync.OnceValues(func() (graph.Serving, error) {
	o, err := ontology.ReadFile(filepath.Join("..", "schema.graphqls"))
	if err != nil {
		return graph.Serving{}, err
	}
	s, err := sqlite.Open(context.Background(), filepath.Join(folder, "graph.db"), o)
	if err != nil {
		return graph.Serving{}, err
	}
	rules, err := loader.BuiltinRules(o)
	if err != nil {
		return graph.Serving{}, err
	}
	options := loader.Options{Files: reports.Bundled, Stdin: strings.NewReader(""), Out: io.Discard}
	if sum, err := loader.Load(context.Background(), s, rules, []string{"."}, options); err != nil || sum.Failed() > 0 {
		return graph.Serving{}, fmt.Errorf("load the bundled reports: %v, %w", sum, err)
	}
	limits := graph.Limits{Body: 1 << 20, Tokens: 10000, Depth: 12, Aliases: 100, Cost: 5_000_000, Answer: 32 << 20, Time: 30 * time.Second}
	return graph.Serving{Ontology: o, Store: s, Limits: limits, Log: slog.New(slog.DiscardHandler), Sizes: graph.NewSizes(o, s)}, nil
})

// serve gives the address of a server with the bundled reports, which pages of the origins may ask.
func serve(t *testing.T, origins ...string) string {
	t.Helper()
	serving, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	serving.Origins = origins
	server := httptest.NewServer(graph.NewHandler(serving))
	t.Cleanup(server.Close)
	return server.URL
}

// program runs a program in a folder. Where it is not there, or says by its exit code that something it needs is not, the test is skipped,
// loudly; with the variable set it fails.
func program(t *testing.T, require, dir, name string, args ...string) string {
	t.Helper()
	command := exec.Command(name, args...)
	command.Dir = dir
	out, err := command.CombinedOutput()
	missing := errors.Is(err, exec.ErrNotFound) || command.ProcessState.ExitCode() == 127 || // as a shell says it
		err != nil && (strings.Contains(string(out), "No module named") || strings.Contains(string(out), "ERR_MODULE_NOT_FOUND"))
	if missing && require != "" && os.Getenv(require) != "1" {
		t.Skipf("NOT RUN: %v: %s", err, out)
	}
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

func TestGo(t *testing.T) {
	out := program(t, "", ".", "go", "run", "./go", serve(t), "UNMIK")
	if !strings.Contains(out, "Ukraine: 2 MILITARY") || !strings.Contains(out, "together: ") {
		t.Error(out)
	}
}

// TestGoIsFresh: the client's code is what genqlient makes of the schema and the question.
func TestGoIsFresh(t *testing.T) {
	config, err := os.ReadFile(filepath.Join("go", "genqlient.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	here, err := filepath.Abs("go")
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := strings.NewReplacer("../../graph", filepath.Join(here, "../../graph"), "[question", "["+filepath.Join(here, "question")).Replace(string(config))
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "genqlient.yaml"), []byte(elsewhere), 0o600); err != nil {
		t.Fatal(err)
	}
	program(t, "", ".", "go", "tool", "genqlient", filepath.Join(dir, "genqlient.yaml"))
	fresh, err := os.ReadFile(filepath.Join(dir, "generated.go"))
	if err != nil {
		t.Fatal(err)
	}
	if committed, err := os.ReadFile(filepath.Join("go", "generated.go")); err != nil || !bytes.Equal(committed, fresh) {
		t.Errorf("go generate ./clients/... makes another generated.go than is committed: %v", err)
	}
}

// pythons are those that the tests run with, named by a variable as in PATH: those of environments with one release and another of a
// library.
func pythons(variable string) []string {
	return filepath.SplitList(cmp.Or(os.Getenv(variable), "python3"))
}

// TestPython: gql builds the schema that is served with each graphql-core, the oldest of which reads no directive location that is newer
// than October 2021.
func TestPython(t *testing.T) {
	address := serve(t)
	for _, python := range pythons("GQL_PYTHONS") {
		t.Run(python, func(t *testing.T) {
			out := program(t, "REQUIRE_PYTHON", "python", python, "events.py", address)
			if !strings.Contains(out, "2012") || !strings.Contains(out, "Jakup Krasniqi") {
				t.Error(out)
			}
		})
	}
}

func TestAriadne(t *testing.T) {
	address := serve(t)
	for _, python := range pythons("ARIADNE_PYTHONS") {
		t.Run(python, func(t *testing.T) {
			program(t, "REQUIRE_PYTHON", "python", python, "-m", "ariadne_codegen", "client")
			for day, line := range map[string]string{"2012-12-31": "Czech Republic: 1 MILITARY", "2015-12-31": "Czech Republic: 2 MILITARY"} {
				if out := program(t, "REQUIRE_PYTHON", "python", python, "contributors.py", address, "UNMIK", day); !strings.Contains(out, line) {
					t.Errorf("as of %s: %s", day, out)
				}
			}
		})
	}
}
