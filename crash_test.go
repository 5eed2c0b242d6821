package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"councilgraph/graph/store/neo4j/neo4jtest"
)

// crashes is how often a test of crashes makes one: CRASHES says, by hand 50 and more.
func crashes() int {
	if n, err := strconv.Atoi(os.Getenv("CRASHES")); err == nil {
		return n
	}
	return 3
}

// built is the program itself, since what crashes is a process.
func built(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "councilgraph")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// heldReports are the reports of a store, each with how much there is of it.
func heldReports(t *testing.T, store string) []string {
	t.Helper()
	const each = `{ reports(first: 100) { nodes { sourceName paragraphs(first: 300) { nodes { mentions { totalCount } } } ` +
		`events { totalCount } observations { totalCount } concerns { totalCount } } } }`
	var answer struct {
		Data struct {
			Reports struct{ Nodes []json.RawMessage }
		}
	}
	if body := ask(t, start(t, nil, "--store", store), each); json.Unmarshal([]byte(body), &answer) != nil || strings.Contains(body, "errors") {
		t.Fatal(body)
	}
	var reports []string
	for _, r := range answer.Data.Reports.Nodes {
		reports = append(reports, string(r))
	}
	return reports
}

// wholeReports loads the bundled reports, and gives what each is when it is there whole, and how long they took.
func wholeReports(t *testing.T, program, store string) (whole map[string]bool, took time.Duration) {
	t.Helper()
	began := time.Now()
	if out, err := exec.Command(program, "load", "--store", store, "reports").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	took, whole = time.Since(began), map[string]bool{}
	for _, r := range heldReports(t, store) {
		whole[r] = true
	}
	return whole, took
}

// allWhole fails where a store holds a report in part, and says whether it holds some of them but not all.
func allWhole(t *testing.T, store string, whole map[string]bool) (some bool) {
	t.Helper()
	held := heldReports(t, store)
	for _, r := range held {
		if !whole[r] {
			t.Errorf("a report is there in part: %.300s", r)
		}
	}
	return len(held) > 0 && len(held) < len(whole)
}

// The program is killed while it loads, at any moment: each report must then be there whole, or not at all.
func TestKilledLoads(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes of the program, for minutes")
	}
	program := built(t)
	check := func(t *testing.T, empty func(t *testing.T) string, command ...string) {
		whole, took := wholeReports(t, program, empty(t))
		partial := 0
		for range crashes() {
			store := empty(t)
			c := exec.Command(program, append(command, "--store", store)...)
			done, _ := begin(t, c)
			if command[0] == "load" {
				for n := rand.N(len(whole) - 1); n >= 0 && done.Scan(); n-- { // a line for each report
				}
				time.Sleep(rand.N(took / 20))
			} else {
				time.Sleep(took/3 + rand.N(took/2))
			}
			_ = c.Process.Kill()
			_ = c.Wait()
			if allWhole(t, store, whole) {
				partial++
			}
		}
		t.Logf("%d kills, %d of them between the first report and the last", crashes(), partial)
		if command[0] == "load" && partial == 0 {
			t.Error("no kill was between the first report and the last")
		}
	}
	file := func(t *testing.T) string { return "sqlite:" + filepath.Join(t.TempDir(), "graph.db") }
	t.Run("SQLite", func(t *testing.T) { check(t, file, "load", "reports") })
	t.Run("server", func(t *testing.T) { check(t, file, "serve", "--listen", "127.0.0.1:0", "--load", "reports") })
	t.Run("Neo4j", func(t *testing.T) { check(t, neo4jStart, "load", "reports") })
}

func neo4jStart(t *testing.T) string { return neo4jtest.Start(t) }

// someFirst loads two of the bundled reports, so that what is then ended while it loads the rest finds some there.
func someFirst(t *testing.T, program, store string) {
	t.Helper()
	if out, err := exec.Command(program, "load", "--store", store, "reports/unmik-2012-q1.md", "reports/unmik-2012-q2.md").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// The power is cut while a file is written: what was not yet forced to the disk is lost, in any part. Each report must be there whole, or
// not at all, and the rest loads after.
func TestPowerCuts(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes of the program, for minutes")
	}
	t.Parallel() // with the others that have stores of their own
	program := built(t)
	whole, took := wholeReports(t, program, "sqlite:"+filepath.Join(t.TempDir(), "graph.db"))
	partial := 0
	for range crashes() {
		file, after := filepath.Join(t.TempDir(), "graph.db"), filepath.Join(t.TempDir(), "graph.db")
		someFirst(t, program, "sqlite:"+file)
		c := exec.Command(program, "load", "--store", "sqlite:"+file, "reports")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(took))
		_ = c.Process.Signal(syscall.SIGSTOP)
		cutPower(t, file, after)
		_ = c.Process.Kill()
		_ = c.Wait()
		if allWhole(t, "sqlite:"+after, whole) {
			partial++
		}
		if out, err := exec.Command(program, "load", "--store", "sqlite:"+after, "reports").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if out, err := exec.Command(program, "check", "--store", "sqlite:"+after).CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		if n := len(heldReports(t, "sqlite:"+after)); n != len(whole) {
			t.Errorf("loaded again it holds %d reports, not %d", n, len(whole))
		}
	}
	t.Logf("%d cuts, %d of them between the first report and the last", crashes(), partial)
}

// cutPower copies a file of SQLite as it may be found after the power was cut: of its log (https://www.sqlite.org/walformat.html) what a
// checkpoint began with was forced to the disk; of what comes after, any sectors may be lost.
func cutPower(t *testing.T, from, to string) {
	t.Helper()
	read := func(suffix string) []byte {
		b, err := os.ReadFile(from + suffix)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return b
	}
	const header, frame, sector, attempted = 32, 24, 512, 128
	log, index := read("-wal"), read("-shm")
	if len(log) >= header && len(index) >= attempted+4 {
		size := frame + int(binary.BigEndian.Uint32(log[8:]))
		forced := header + size*int(binary.NativeEndian.Uint32(index[attempted:]))
		for at := min(forced, len(log)); at < len(log); at += sector {
			if rand.IntN(20) == 0 {
				clear(log[at:min(at+sector, len(log))])
			}
		}
		if forced < len(log) && rand.IntN(2) == 0 {
			log = log[:forced+rand.IntN(len(log)-forced)]
		}
	}
	for suffix, b := range map[string][]byte{"": read(""), "-wal": log} {
		if err := os.WriteFile(to+suffix, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// The disk is full before all is loaded: that is said, what was loaded is whole, and the rest loads when there is room.
func TestFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program for minutes")
	}
	t.Parallel() // with the others that have stores of their own
	program := built(t)
	store := "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
	whole, _ := wholeReports(t, program, store)
	room, err := os.Stat(strings.TrimPrefix(store, "sqlite:"))
	if err != nil {
		t.Fatal(err)
	}
	partial := false
	for _, part := range []int64{4, 6, 7} { // eighths of what is needed
		store := "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
		someFirst(t, program, store)
		limited := fmt.Sprintf("ulimit -f %d; exec %q load --store %q reports", room.Size()*part/8/1024, program, store)
		out, err := exec.Command("bash", "-c", limited).CombinedOutput()
		if err == nil || !strings.Contains(string(out), "disk") {
			t.Errorf("%d eighths: %v\n%s", part, err, out)
		}
		if strings.Contains(string(out), "goroutine ") {
			t.Errorf("%d eighths: panicked\n%s", part, out)
		}
		partial = allWhole(t, store, whole) || partial
		if out, err := exec.Command(program, "load", "--store", store, "reports").CombinedOutput(); err != nil {
			t.Errorf("%d eighths: loaded with room: %v\n%s", part, err, out)
		}
		if n := len(heldReports(t, store)); n != len(whole) {
			t.Errorf("%d eighths: loaded with room it holds %d reports, not %d", part, n, len(whole))
		}
	}
	if !partial {
		t.Error("no disk was full between the first report and the last")
	}
}

// Of a file that is damaged at any place, check says so or finds that nothing was hurt, and questions are answered or refused: nothing
// panics.
func TestDamagedFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program for minutes")
	}
	t.Parallel() // with the others that have stores of their own
	program := built(t)
	file := filepath.Join(t.TempDir(), "sound.db")
	wholeReports(t, program, "sqlite:"+file)
	sound, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "damaged.db") // a server still has the sound one
	found := 0
	for i := range 4 * crashes() {
		r := rand.New(rand.NewPCG(5, uint64(i)))
		damaged := append([]byte{}, sound...)
		switch at := r.IntN(len(damaged)); i % 4 {
		case 0:
			damaged = damaged[:at]
		case 1:
			damaged[r.IntN(100)] ^= 1 << r.IntN(8) // the header
		default:
			for j := range min(8192, len(damaged)-at) {
				damaged[at+j] = byte(r.Uint32())
			}
		}
		if err := os.WriteFile(file, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, command := range []string{"check", "load"} {
			c := exec.Command(program, command, "--store", "sqlite:"+file)
			if command == "load" {
				c.Args = append(c.Args, "reports")
			}
			out, err := c.CombinedOutput()
			if strings.Contains(string(out), "goroutine ") {
				t.Errorf("damage %d: %s panicked\n%s", i, command, out)
			}
			if command == "check" && err != nil {
				found++
			}
		}
	}
	if found < crashes() {
		t.Errorf("of %d damaged files check found %d", 4*crashes(), found)
	}
	t.Logf("of %d damaged files check found %d", 4*crashes(), found)
}
