// Package neo4jtest gives tests a real Neo4j: a throw-away server from Maven artifacts, or a running one that NEO4J_TEST_URI names.
package neo4jtest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
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
	strange = true // the constraints and indexes there may not be a store's
)

// compiled has Java compile to the end what runs often: a server plans nearly each statement anew, and loads whole reports.
const compiled = "-XX:TieredStopAtLevel=4"

// frugal is half of the memory that docker-compose.yml lets a transaction take.
const frugal = "db.memory.transaction.max=128m"

// Main runs a package's tests and ends the server that they started. Call it from TestMain.
func Main(m *testing.M) {
	code := m.Run()
	if server != nil {
		_ = server.Process.Signal(syscall.SIGTERM) // the script ends the server by its process id
		_ = server.Wait()
	}
	os.Exit(code)
}

// Start gives the URL of a database without a node. The constraints and indexes that a store made there before are left, since the server
// plans every statement anew once one goes: what depends on them asks for Bare. One server serves all tests of a process, one after the
// other. Without Java and Maven the test is skipped, loudly; with REQUIRE_NEO4J=1 it fails.
func Start(t testing.TB) string {
	t.Helper()
	return empty(t, strange)
}

// Bare is Start for a database that holds nothing at all.
func Bare(t testing.TB) string {
	t.Helper()
	at := empty(t, true)
	strange = true
	return at
}

func empty(t testing.TB, bare bool) string {
	t.Helper()
	once.Do(start)
	require(t, failure)
	wipe(t, bare)
	strange = false
	return address
}

func start() {
	if address = os.Getenv("NEO4J_TEST_URI"); address != "" {
		return
	}
	if failure = missing(); failure != "" {
		return
	}
	var err error
	if server, address, _, err = run("--jvm", compiled, "--conf", frugal); err != nil {
		failure = err.Error()
	}
}

// missing says what a server of ours wants that is not on this machine.
func missing() string {
	for _, tool := range []string{"java", "mvn", "bash"} {
		if _, err := exec.LookPath(tool); err != nil {
			return "no " + tool + " on this machine: install Java and Maven, or name a running server in NEO4J_TEST_URI"
		}
	}
	return ""
}

// run starts a server, and gives its URL and process id when it answers.
func run(options ...string) (script *exec.Cmd, address string, pid int, err error) {
	_, here, _, _ := runtime.Caller(0)
	script = exec.Command("bash", append([]string{filepath.Join(filepath.Dir(here), "neo4j-run")}, options...)...)
	out, err := script.StdoutPipe()
	log, wrong := script.StderrPipe()
	if err = errors.Join(err, wrong); err == nil {
		err = script.Start()
	}
	if err != nil {
		return nil, "", 0, fmt.Errorf("start Neo4j: %w", err)
	}
	said := make(chan int, 1)
	go func() {
		defer close(said)
		for lines := bufio.NewScanner(log); lines.Scan(); {
			fmt.Fprintln(os.Stderr, lines.Text())
			if m := processID.FindStringSubmatch(lines.Text()); m != nil {
				pid, _ := strconv.Atoi(m[1])
				said <- pid
			}
		}
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return script, "", 0, errors.New("Neo4j did not start: see its output above")
	}
	return script, strings.TrimSpace(line), <-said, nil
}

var processID = regexp.MustCompile(`pid (\d+), home`)

// Server is a Neo4j of a test's own, which can be killed and started again over what it has left.
type Server struct {
	t      testing.TB
	home   string
	script *exec.Cmd
	pid    int
}

// Own gives a Neo4j of the test's own that does not run yet. Without Java and Maven the test is skipped or fails, as by Start.
func Own(t testing.TB) *Server {
	t.Helper()
	require(t, missing())
	s := &Server{t: t, home: t.TempDir()}
	t.Cleanup(s.Kill)
	return s
}

// Start starts the server, and gives the URL that it has this time.
func (s *Server) Start() (address string) {
	s.t.Helper()
	var err error
	if s.script, address, s.pid, err = run("--home", s.home, "--jvm", compiled, "--conf", frugal); err != nil {
		s.t.Fatal(err)
	}
	return address
}

// Kill ends the server as a crash does, if it runs.
func (s *Server) Kill() {
	if s.pid != 0 {
		_ = syscall.Kill(s.pid, syscall.SIGKILL)
		_ = s.script.Wait()
		s.pid = 0
	}
}

// require skips the test where there is a reason that it cannot be run on Neo4j, or fails it where it has to be.
func require(t testing.TB, failure string) {
	t.Helper()
	if failure == "" {
		return
	}
	if os.Getenv("REQUIRE_NEO4J") == "1" {
		t.Fatal(failure)
	}
	t.Skip("NOT RUN ON NEO4J: " + failure)
}

// wipe empties the database, constraints and indexes included.
func wipe(t testing.TB, bare bool) {
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
	if !bare {
		return
	}
	for _, r := range run("SHOW CONSTRAINTS YIELD name") {
		run("DROP CONSTRAINT `" + r.Values[0].(string) + "` IF EXISTS")
	}
	for _, r := range run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name") {
		run("DROP INDEX `" + r.Values[0].(string) + "` IF EXISTS")
	}
}
