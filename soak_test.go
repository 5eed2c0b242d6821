package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// soaked is how long a soak lasts: SOAK says, by hand ten minutes.
func soaked(t *testing.T) time.Duration {
	t.Helper()
	if os.Getenv("SOAK") == "" {
		return 5 * time.Second
	}
	d, err := time.ParseDuration(os.Getenv("SOAK"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const (
	soakClients = 64
	rudeClients = 8 // of them
	maxMemory   = 512 << 20
)

// refusals are the codes of what the hostile are told.
var refusals = regexp.MustCompile(`^(GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT|QUERY_TOO_DEEP|QUERY_TOO_COSTLY|ANSWER_TOO_LARGE|TIMEOUT|OVERLOADED)$`)

// asked is a question of a soak, with what it is answered in each state of the graph.
type asked struct {
	body  []byte
	known map[string]map[string]bool // by part of the answer
}

// reply is an answer taken apart: its root fields, and the codes of its errors, by name.
type reply struct {
	parts      map[string]string
	codes      []string
	statements int
	took       time.Duration
}

// newClient is a client with an address of its own, since a server gives each address a share.
func newClient(t testing.TB, nth int) *http.Client {
	transport := &http.Transport{DialContext: (&net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 1, byte(nth))}}).DialContext}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}
}

// send asks a server.
func send(client *http.Client, address string, body []byte) (r reply, err error) {
	began := time.Now()
	request, err := http.NewRequest(http.MethodPost, address+"/graphql", bytes.NewReader(body))
	if err != nil {
		return r, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("GraphQL-Cost", "1")
	response, err := client.Do(request)
	if err != nil {
		return r, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return r, err
	}
	var answer struct {
		Data   map[string]json.RawMessage
		Errors []struct {
			Extensions struct{ Code string }
		}
		Extensions struct{ Cost struct{ Statements int } }
	}
	err = json.Unmarshal(text, &answer)
	r = reply{parts: map[string]string{}, statements: answer.Extensions.Cost.Statements, took: time.Since(began)}
	for name, part := range answer.Data {
		r.parts[name] = string(part)
	}
	for _, e := range answer.Errors {
		r.codes = append(r.codes, e.Extensions.Code)
	}
	r.parts["errors"] = strings.Join(r.codes, " ")
	return r, err
}

// modest are the ready questions, those of questions_test.go, and those of ../shared/contract where they are at hand.
func modest(t *testing.T, address string) (all []*asked) {
	t.Helper()
	add := func(query string, variables map[string]string) {
		body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, &asked{body, map[string]map[string]bool{}})
	}
	for _, q := range ready(t, address) {
		add(q.Query, q.Variables)
	}
	for _, q := range questions {
		add(q.query, nil)
	}
	files, err := filepath.Glob(filepath.Join("..", "shared", "contract", "questions", "*.graphql"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Log("asked without ../shared/contract/questions, which are not at hand")
	}
	named := regexp.MustCompile(`(?m)^# id (\w+) (.*)$`)
	firstID := regexp.MustCompile(`"id":"([^"]*)"`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		variables := map[string]string{}
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			field, listed := strings.CutSuffix(m[2], ".nodes")
			selection := " { id }"
			if listed {
				selection = " { nodes { id } }"
			}
			id := firstID.FindStringSubmatch(ask(t, address, "{ x: "+field+selection+" }"))
			if id == nil {
				t.Fatalf("%s: no node for %s", file, m[2])
			}
			variables[m[1]] = id[1]
		}
		add(string(text), variables)
	}
	return all
}

// hostile are the requests that a search for the worst found.
func hostile(t testing.TB) [][]byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("graph", "testdata", "hostile.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Split(bytes.TrimSpace(text), []byte("\n"))
}

// changes lead from the bundled reports through other states of the graph back to them.
var changes = [][]string{{"retract", "--yes", "kfor-2020-q4.md"}, {"retract", "--yes", "unmik-2012-q2.md"}, {"load", "reports/kfor-2020-q4.md"}, {"load", "reports/unmik-2012-q2.md"}}

// Many clients ask while reports are loaded and retracted, some of them for as much as they can: on SQLite each answer of a modest one is
// that of one state of the graph, none is refused, and the memory of the server stays bounded and flat. SOAK=10m go test -run TestSoak
// -timeout 40m . soaks both stores for ten minutes each.
func TestSoak(t *testing.T) {
	program := built(t)
	large(t, 100, func(t *testing.T, at string, _ []store.Document) {
		server, client := startProcess(t, program, "--store", at, "--load", "reports", "--limit-time", "10m"), newClient(t, 255) // so that a slow machine refuses nobody
		server.memory(t)                                                                                                         // or it is skipped
		change := func(i int) {
			args := append([]string{"--store", at}, changes[i%len(changes)]...)
			if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
				t.Errorf("%v: %v\n%s", args, err, out)
			}
		}
		all := modest(t, server.address)
		for i := range changes {
			var learning errgroup.Group
			learning.SetLimit(soakClients / 2) // as many as one client may let wait
			for _, q := range all {
				learning.Go(func() error { return q.learn(client, server.address) })
			}
			if err := learning.Wait(); err != nil {
				t.Fatal(err)
			}
			change(i)
		}
		end := time.Now().Add(soaked(t))
		s := soak{t: t, embedded: strings.HasPrefix(at, "sqlite:")}
		var running sync.WaitGroup
		running.Go(func() {
			for i := 0; time.Now().Before(end) || i%len(changes) != 0; i++ {
				change(i)
				s.changed.Add(1)
			}
		})
		rude := hostile(t)
		for c := range soakClients {
			client := newClient(t, c)
			running.Go(func() {
				for i := c; time.Now().Before(end); i++ {
					if c < rudeClients {
						s.rude(client, server.address, rude[i%len(rude)])
					} else {
						s.modest(client, server.address, all[rand.N(len(all))], true)
					}
				}
			})
		}
		held := server.watch(t, end)
		running.Wait()
		for _, q := range all {
			s.modest(client, server.address, q, false)
		}
		t.Logf("%d changes; %d modest answers, p50 %v, p99 %v; %d hostile, %d of them refused", s.changed.Load(), len(s.took), percentile(s.took, 50), percentile(s.took, 99), s.hostile, s.refused)
		bounded(t, held)
		if len(s.took) == 0 || s.hostile == 0 || s.changed.Load() == 0 {
			t.Error("not all of them had a turn")
		}
	})
}

// learn adds what a question is answered in the state that the graph is in.
func (q *asked) learn(client *http.Client, address string) error {
	r, err := send(client, address, q.body)
	for name, part := range r.parts {
		if q.known[name] == nil {
			q.known[name] = map[string]bool{}
		}
		q.known[name][part] = true
	}
	if strings.Contains(r.parts["errors"], "OVERLOADED") {
		return fmt.Errorf("%s: refused by a server that has nothing else to do", q.body)
	}
	return err
}

// soak is what came of the requests of a soak.
type soak struct {
	t        *testing.T
	embedded bool
	changed  atomic.Int64

	mu               sync.Mutex
	took             []time.Duration // of modest requests
	hostile, refused int
}

// modest asks a question, whose answer has to be one of those that it has in some state. While the graph changes, Neo4j, which reads what
// is committed, also in the middle of a statement, may answer of two states, or not find a name that is written anew; it must not fail.
func (s *soak) modest(client *http.Client, address string, q *asked, changing bool) {
	r, err := send(client, address, q.body)
	if err != nil {
		s.t.Errorf("%.300s: %v", q.body, err)
		return
	}
	for name, part := range r.parts {
		mixed := changing && !s.embedded && (name != "errors" || strings.TrimSpace(strings.ReplaceAll(part, "BAD_USER_INPUT", "")) == "")
		if !q.known[name][part] && !mixed {
			s.t.Errorf("%.300s: %s is of no state of the graph: %.1000s", q.body, name, part)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.took = append(s.took, r.took)
}

// rude sends a hostile request, which may be refused, but not fail.
func (s *soak) rude(client *http.Client, address string, body []byte) {
	r, err := send(client, address, body)
	if err != nil {
		s.t.Errorf("%.300s: %v", body, err)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hostile++
	if len(r.codes) > 0 {
		s.refused++
	}
	for _, code := range r.codes {
		if !refusals.MatchString(code) {
			s.t.Errorf("%.300s: %s", body, code)
		}
	}
}

// watch looks at the memory that a server holds until a time comes.
func (p process) watch(t *testing.T, end time.Time) (held []int) {
	t.Helper()
	for {
		now, _ := p.memory(t)
		if held = append(held, now); !time.Now().Before(end) {
			return held
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// bounded fails where a server held too much memory, or, in a soak of a minute or more, where what it holds grew in the second half.
func bounded(t *testing.T, held []int) {
	t.Helper()
	most := func(from, to int) (most int) {
		for _, n := range held[from*len(held)/4 : to*len(held)/4] {
			most = max(most, n)
		}
		return most
	}
	t.Logf("memory: %d MB at the start, at most %d MB in the second quarter and %d MB in the last, %d MB at the end", held[0]>>20, most(1, 2)>>20, most(3, 4)>>20, held[len(held)-1]>>20)
	if n := most(0, 4); n > maxMemory {
		t.Errorf("the server held %d MB", n>>20)
	}
	if before, after := most(1, 2), most(3, 4); soaked(t) >= time.Minute && after > before+before/5 {
		t.Errorf("the server's memory grew from %d to %d MB", before>>20, after>>20)
	}
}

// Clients write ever new queries: neither the memory nor the time of an answer grows. SOAK=10m go test -run TestEverNewShapes -timeout 40m
// . tries it for ten minutes on each store.
func TestEverNewShapes(t *testing.T) {
	program := built(t)
	large(t, 20, func(t *testing.T, at string, documents []store.Document) {
		server, client := startProcess(t, program, "--store", at), newClient(t, 255)
		server.memory(t)
		a := storetest.NewAsker(t)
		values := storetest.NewGraph(a.Ontology, documents).Values()
		end := time.Now().Add(soaked(t))
		var mu sync.Mutex
		var took []time.Duration
		var seed atomic.Uint64
		var running sync.WaitGroup
		for range 2 {
			running.Go(func() {
				for time.Now().Before(end) {
					q := a.NewRandomQuery(rand.New(rand.NewPCG(13, seed.Add(1))), values)
					body, _ := json.Marshal(map[string]any{"query": q.Text, "variables": q.Variables})
					r, err := send(client, server.address, body)
					if err != nil || strings.Contains(r.parts["errors"], "INTERNAL") {
						t.Errorf("%s: %v %v", body, r.codes, err)
					}
					mu.Lock()
					took = append(took, r.took)
					mu.Unlock()
				}
			})
		}
		held := server.watch(t, end)
		running.Wait()
		n := len(took)
		before, after := percentile(took[n/4:n/2], 50), percentile(took[3*n/4:], 50)
		t.Logf("%d queries; half of them within %v in the second quarter, within %v in the last", n, before, after)
		bounded(t, held)
		if soaked(t) >= time.Minute && after > 2*before {
			t.Errorf("answers take %v where they took %v", after, before)
		}
	})
}
