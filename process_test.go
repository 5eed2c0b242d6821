package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/neo4j"
	"councilgraph/graph/store/sqlite"
	"councilgraph/graph/store/storetest"
)

// process is a server that runs as a process of its own, so that its memory can be looked at.
type process struct {
	address string
	pid     int
}

// begin starts a command, whose lines and whose errors are to be read until it ends.
func begin(t testing.TB, c *exec.Cmd) (lines *bufio.Scanner, log *bytes.Buffer) {
	t.Helper()
	log = &bytes.Buffer{}
	c.Stderr = log
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return bufio.NewScanner(out), log
}

// startProcess starts the program. It has ended, without an error, when the test has.
func startProcess(t testing.TB, program string, args ...string) process {
	t.Helper()
	c := exec.Command(program, append(args, "--listen", "127.0.0.1:0")...)
	lines, log := begin(t, c)
	t.Cleanup(func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		for lines.Scan() {
		}
		if err := c.Wait(); err != nil {
			t.Errorf("the server ended with %v\n%.3000s", err, log)
		}
	})
	for lines.Scan() {
		if address, ok := strings.CutPrefix(lines.Text(), "listening on "); ok {
			return process{address, c.Process.Pid}
		}
	}
	t.Fatalf("it never listened\n%s", log)
	return process{}
}

var memoryLines = regexp.MustCompile(`(VmHWM|VmRSS):\s+(\d+) kB`)

// memory is how many bytes of memory the process holds, and the most it held since forgetPeak. Without /proc the test is skipped.
func (p process) memory(t testing.TB) (now, most int) {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.pid))
	if err != nil {
		t.Skip("NOT RUN: the system does not say how much memory a process holds")
	}
	for _, m := range memoryLines.FindAllSubmatch(status, -1) {
		kilobytes, _ := strconv.Atoi(string(m[2]))
		if string(m[1]) == "VmRSS" {
			now = kilobytes << 10
		} else {
			most = kilobytes << 10
		}
	}
	return now, most
}

// cpu is how long the process has kept processors busy so far.
func (p process) cpu(t testing.TB) time.Duration {
	t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.pid))
	if err != nil {
		t.Skip("NOT RUN: the system does not say how long a process has run")
	}
	_, fields, _ := strings.Cut(string(stat), ") ") // what is before it is the name
	const user, system, ticks = 11, 12, 100         // proc_pid_stat(5)
	total := 0
	for _, i := range []int{user, system} {
		n, _ := strconv.Atoi(strings.Fields(fields)[i])
		total += n
	}
	return time.Duration(total) * time.Second / ticks
}

// forgetPeak makes memory count the most from now on.
func (p process) forgetPeak(t testing.TB) {
	t.Helper()
	if err := os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", p.pid), []byte("5"), 0); err != nil {
		t.Skip("NOT RUN: the system does not forget how much memory a process held")
	}
}

// large fills a store of each kind with so many documents of 100 relations, with hubs, and gives its URL to a test.
func large(t *testing.T, documents int, test func(t *testing.T, store string, documents []store.Document)) {
	o, err := ontology.Read("schema.graphqls", schema)
	if err != nil {
		t.Fatal(err)
	}
	made := storetest.Hubs(o, nil, documents)
	fill := func(t *testing.T, s store.Store, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		for some := range slices.Chunk(made, 50) {
			if _, err := s.Write(t.Context(), some, store.WriteOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("SQLite", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "graph.db")
		s, err := sqlite.Open(context.Background(), file, o)
		fill(t, s, err)
		test(t, "sqlite:"+file, made)
	})
	t.Run("Neo4j", func(t *testing.T) {
		url := neo4jStart(t)
		s, err := neo4j.Open(context.Background(), url, "", "", o)
		fill(t, s, err)
		test(t, url, made)
	})
}

// percentile is the time that so many percent took at most.
func percentile(took []time.Duration, percent int) time.Duration {
	sorted := slices.Sorted(slices.Values(took))
	if len(sorted) == 0 {
		return 0
	}
	return sorted[(len(sorted)-1)*percent/100]
}
