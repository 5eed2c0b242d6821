// Package clients holds examples of clients, and runs them.
package clients

import (
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

// program runs a program in a folder. Where it is not there, or says by its exit code that something it needs is not, the test is skipped, loudly; with the variable set it fails.
func program(t *testing.T, require, dir, name string, args ...string) string {
	t.Helper()
	command := exec.Command(name, args...)
	command.Dir = dir
	out, err := command.CombinedOutput()
	missing := errors.Is(err, exec.ErrNotFound) || command.ProcessState.ExitCode() == 127 || // as a shell says it
		err != nil && (strings.Contains(string(out), "ModuleNotFoundError") || strings.Contains(string(out), "ERR_MODULE_NOT_FOUND"))
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

// TestPythonReadsTheSchema: what is served builds with graphql-core, which reads no directive location that is newer than October 2021.
func TestPythonReadsTheSchema(t *testing.T) {
	const read = `import sys
from gql import Client
from gql.transport.requests import RequestsHTTPTransport
with Client(transport=RequestsHTTPTransport(sys.argv[1] + "/graphql"), fetch_schema_from_transport=True) as session:
    print(len(session.client.schema.type_map), "types")`
	if out := program(t, "REQUIRE_PYTHON", ".", "python3", "-c", read, serve(t)); !strings.Contains(out, "types") {
		t.Error(out)
	}
}

func TestPython(t *testing.T) {
	out := program(t, "REQUIRE_PYTHON", "python", "python3", "events.py", serve(t))
	if !strings.Contains(out, "2012") || !strings.Contains(out, "Jakup Krasniqi") {
		t.Error(out)
	}
}
