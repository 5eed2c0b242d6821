// Package neo4jtest gives tests a real Neo4j: a throw-away server from Maven artifacts, or a running one that NEO4J_TEST_URI names.
package neo4jtest

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

var (
	once    sync.Once
	address string
	failure string
	server  *exec.Cmd
)

// Main runs a package's tests and ends the server that they started. Call it from TestMain.
func Main(m *testing.M) {
	code := m.Run()
	if server != nil {
		_ = server.Process.Signal(syscall.SIGTERM) // the script ends the server by its process id
		_ = server.Wait()
	}
	os.Exit(code)
}

// Start gives the URL of an empty database. One server serves all tests of a process, one after the other. Without Java and Maven the test is skipped, loudly; with
// REQUIRE_NEO4J=1 it fails.
func Start(t testing.TB) string {
	t.Helper()
	once.Do(start)
	if failure != "" {
		if os.Getenv("REQUIRE_NEO4J") == "1" {
			t.Fatal(failure)
		}
		t.Skip("NOT RUN ON NEO4J: " + failure)
	}
	wipe(t)
	return address
}

func start() {
	if address = os.Getenv("NEO4J_TEST_URI"); address != "" {
		return
	}
	for _, tool := range []string{"java", "mvn", "bash"} {
		if _, err := exec.LookPath(tool); err != nil {
			failure = "no " + tool + " on this machine: install Java and Maven, or name a running server in NEO4J_TEST_URI"
			return
		}
	}
	_, here, _, _ := runtime.Caller(0)
	server = exec.Command("bash", filepath.Join(filepath.Dir(here), "neo4j-run"))
	server.Stderr = os.Stderr
	out, err := server.StdoutPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		failure = "start Neo4j: " + err.Error()
		return
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if address = strings.TrimSpace(line); err != nil {
		failure = "Neo4j did not start: see its output above"
	}
}

// wipe empties the database, constraints and indexes included.
func wipe(t testing.TB) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	d, err := driver.NewDriverWithContext(address, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close(ctx) }()
	run := func(text string) []*driver.Record {
		result, err := driver.ExecuteQuery(ctx, d, text, nil, driver.EagerResultTransformer)
		if err != nil {
			t.Fatalf("empty the test database: %v", err)
		}
		return result.Records
	}
	run("MATCH (n) DETACH DELETE n")
	for _, r := range run("SHOW CONSTRAINTS YIELD name") {
		run("DROP CONSTRAINT `" + r.Values[0].(string) + "` IF EXISTS")
	}
	for _, r := range run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name") {
		run("DROP INDEX `" + r.Values[0].(string) + "` IF EXISTS")
	}
}
