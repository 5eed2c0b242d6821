package main

import (
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"councilgraph/graph/store/neo4j/neo4jtest"
)

// host is where a URL leads to.
func host(url string) string {
	_, host, _ := strings.Cut(url, "://")
	return strings.TrimSuffix(host, "/")
}

// Neo4j is killed, at any moment, while reports are loaded into it and a server asks it: each report is then there whole, or not at all,
// the server answers as soon as Neo4j is back, and the rest loads.
func TestKilledNeo4j(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes of the program, for minutes")
	}
	t.Parallel() // with the others that have stores of their own
	database, program := neo4jtest.Own(t), built(t)
	p := newProxy(t, host(database.Start()))
	store := "bolt://" + p.listener.Addr().String()
	whole, took := wholeReports(t, program, store)
	server := start(t, nil, "--store", store)
	do := func(args ...string) {
		t.Helper()
		if out, err := exec.Command(program, append(args, "--store", store)...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	partial := 0
	for range crashes() {
		do("retract", "--yes", "kfor-2020-q4.md", "unmik-2012-q3.md", "unmik-2012-q4.md", "unmik-2015-q3.md")
		c := exec.Command(program, "load", "--store", store, "reports")
		done, log := begin(t, c)
		for n := rand.N(4); n >= 0 && done.Scan(); n-- { // a line for each report
		}
		time.Sleep(rand.N(took / 20))
		database.Kill()
		for done.Scan() {
		}
		loaded := c.Wait()
		if answer := ask(t, server, "{ reports { totalCount } }"); !strings.Contains(answer, "UNAVAILABLE") {
			t.Errorf("without a database the server answers %s", answer)
		}
		p.move(host(database.Start()))
		for deadline := time.Now().Add(time.Minute); strings.Contains(ask(t, server, "{ reports { totalCount } }"), "errors"); time.Sleep(100 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatal("the server does not come to the database that is back")
			}
		}
		some := allWhole(t, store, whole)
		if some {
			partial++
		}
		if some && loaded == nil || strings.Contains(log.String(), "goroutine ") {
			t.Errorf("the load whose database was killed ended with %v\n%s", loaded, log)
		}
		do("load", "reports")
		if n := len(heldReports(t, store)); n != len(whole) {
			t.Errorf("loaded again it holds %d reports, not %d", n, len(whole))
		}
	}
	t.Logf("%d kills, %d of them between the first report and the last", crashes(), partial)
}

// Neo4j is emptied under a server, its indexes too: readiness says so, and so does whoever asks, until reports are loaded anew.
func TestNeo4jIsEmptied(t *testing.T) {
	store := neo4jStart(t)
	server := start(t, nil, "--store", store, "--load", "reports/kfor-2020-q4.md")
	const lookup, search = `{ person(name: "jakup krasniqi") { name } }`, `{ search(text: "krasniqi") { totalCount } }`
	neo4jtest.Bare(t) // empties it
	if status, body := get(t, server+"/readyz"); status != 503 {
		t.Errorf("the database was emptied, and the server is ready: %s", body)
	}
	for _, query := range []string{lookup, search} {
		if answer := ask(t, server, query); strings.Contains(answer, "INTERNAL") || strings.Contains(answer, "TIMEOUT") {
			t.Errorf("the database was emptied, and %s is answered %s", query, answer)
		}
	}
	if err := run(t.Context(), []string{"load", "--store", store, "reports/kfor-2020-q4.md"}, nil, io.Discard, io.Discard, os.Getenv); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{lookup, search} {
		if answer := ask(t, server, query); strings.Contains(answer, "errors") || strings.Contains(answer, "null") {
			t.Errorf("loaded anew, and %s is answered %s", query, answer)
		}
	}
	if status, body := get(t, server+"/readyz"); status != 200 {
		t.Errorf("loaded anew, and the server is not ready: %s", body)
	}
}
