package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/store"
)

// times is n texts of a format with the number of each, with what stands between them.
func times(n int, format, between string) string {
	all := make([]string, n)
	for i := range all {
		all[i] = strings.ReplaceAll(format, "#", strconv.Itoa(i))
	}
	return strings.Join(all, between)
}

// rude is something hostile that is sent: one request, or many after each other.
type rude struct {
	what   string
	bodies [][]byte
}

// rudest are what once held a server up, and what the search for the worst has found since. hub is the name of a place with thousands of
// relations.
func rudest(t *testing.T, hub string) (all []rude) {
	t.Helper()
	body := func(query, where string) []byte {
		variables := map[string]json.RawMessage{}
		if where != "" {
			variables["w"] = json.RawMessage(where)
		}
		b, err := json.Marshal(map[string]any{"query": query, "variables": variables})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	add := func(what string, bodies ...[]byte) { all = append(all, rude{what, bodies}) }
	const filtered = "query Q($w: PersonWhere) { persons(where: $w) { totalCount } }"
	add("texts of hubs", body(fmt.Sprintf(`{ place(name: %q) { mentionedIn(first: 450) { nodes { mentions(first: 1) { nodes { `+
		`... on Place { mentionedIn(first: 1000) { nodes { text } } } } } } } } }`, hub), ""))
	add("aliases of texts", body("{ places(first: 100) { nodes { mentionedIn(first: 1000) { nodes { "+times(99, "t#: text", " ")+" } } } } }", ""))
	quotes := "(first: 0, where: {or: [" + times(90, `{evidence: {quote: {contains: "patrolled #"}}}`, ", ") + "]}) { totalCount }"
	add("quotes searched", body("{ a: relations"+quotes+" b: relations"+quotes+" }", ""))
	add("or of nothing", body(filtered, `{"or": [`+times(1010, "{}", ",")+"]}"))
	add("or of nothing, longer", body(filtered, `{"or": [`+times(5000, "{}", ",")+"]}"))
	add("quantifiers", body(filtered, `{"or": [`+times(400, `{"mentionedIn": {"some": {}}}`, ",")+"]}"))
	nested := `{"person": {"mentionedIn": {"some": {}}}}`
	for _, field := range []string{"mentions", "mentionedIn"} {
		nested = `{"` + field + `": {"some": {"node": {"or": [` + times(28, nested, ",") + "]}}}}"
	}
	add("quantifiers in quantifiers", body(filtered, nested))
	var shapes, free [][]byte
	for i := range 400 {
		shapes = append(shapes, body(fmt.Sprintf("{ persons(first: 1, where: {or: [%s]}) { totalCount nodes { s%d: id } } }",
			times(90, fmt.Sprintf(`{name: {contains: "n# of %d"}}`, i), ", "), i), ""))
	}
	for i := range 1050 {
		free = append(free, body(fmt.Sprintf("# %d\n{ %s }", i, times(280, "... on Query { __typename }", " ")), ""))
	}
	add("ever new shapes", shapes...)
	add("ever new documents", free...)
	for i, b := range hostile(t) {
		add(fmt.Sprintf("finding %d", i), b)
	}
	return all
}

// Whatever is sent, it is answered or refused, in a bounded memory of the whole process, while others are answered and the server is ready;
// Neo4j goes on with none of it afterwards. HOSTILE=1000 go test -run TestHostileRequests -v -timeout 60m . tries it on a graph of 100,000
// relations, and says how long each took and others waited.
func TestHostileRequests(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	program, size := built(t), 30
	if n, err := strconv.Atoi(os.Getenv("HOSTILE")); err == nil {
		size = n
	}
	large(t, size, func(t *testing.T, at string, documents []store.Document) {
		server := startProcess(t, program, "--store", at)
		server.memory(t) // or it is skipped
		hub := ""
		for _, n := range documents[0].Nodes {
			if n.Type == "Place" && hub == "" {
				hub = n.Names[0].Text
			}
		}
		lookup, err := json.Marshal(map[string]string{"query": fmt.Sprintf(`{ place(name: %q) { name } }`, hub)})
		if err != nil {
			t.Fatal(err)
		}
		sender, other := newClient(t, 1), newClient(t, 2)
		var waited []time.Duration
		for _, r := range rudest(t, hub) {
			server.forgetPeak(t)
			began, busy, ended := time.Now(), server.cpu(t), make(chan map[string]int)
			go func() {
				codes := map[string]int{}
				for _, b := range r.bodies {
					answer, err := send(sender, server.address, b)
					if err != nil {
						t.Errorf("%s: %v", r.what, err)
					}
					for _, code := range answer.codes {
						codes[code]++
					}
				}
				ended <- codes
			}()
			var codes map[string]int
			var those []time.Duration
			for codes == nil {
				those = append(those, server.quick(t, other, lookup))
				select {
				case codes = <-ended:
				case <-time.After(10 * time.Millisecond):
				}
			}
			took := time.Since(began)
			_, most := server.memory(t)
			idle := time.Duration(0)
			if !strings.HasPrefix(at, "sqlite:") {
				idle = untilIdle(t, at)
			}
			t.Logf("%-28s %6.2f s, %6.2f s of CPU, at most %3d MB, others %v of %d, idle after %v, %v", r.what, took.Seconds(),
				(server.cpu(t) - busy).Seconds(), most>>20, percentile(those, 99), len(those), idle, codes)
			for code := range codes {
				if !refusals.MatchString(code) {
					t.Errorf("%s: %s", r.what, code)
				}
			}
			if most > maxMemory {
				t.Errorf("%s: the server held %d MB", r.what, most>>20)
			}
			waited = append(waited, those...)
		}
		t.Logf("others waited: p50 %v, p99 %v of %d", percentile(waited, 50), percentile(waited, 99), len(waited))
	})
}

// quick asks what is quick, and whether the server is ready, and says how long the first took.
func (p process) quick(t *testing.T, client *http.Client, lookup []byte) time.Duration {
	t.Helper()
	answer, err := send(client, p.address, lookup)
	if err != nil || len(answer.codes) > 0 || !strings.Contains(answer.parts["place"], "name") {
		t.Errorf("a quick request meanwhile: %v %v", answer, err)
	}
	if status, state := get(t, p.address+"/readyz"); status != http.StatusOK {
		t.Errorf("readiness meanwhile: %d %s", status, state)
	}
	return answer.took
}

// untilIdle is how long Neo4j goes on with anything.
func untilIdle(t *testing.T, at string) time.Duration {
	t.Helper()
	d, err := driver.NewDriverWithContext(at, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close(t.Context()) }()
	for began := time.Now(); ; time.Sleep(100 * time.Millisecond) {
		result, err := driver.ExecuteQuery(t.Context(), d, "SHOW TRANSACTIONS", nil, driver.EagerResultTransformer)
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Records) == 1 { // this one
			return time.Since(began).Round(time.Millisecond)
		}
		if time.Since(began) > time.Minute {
			t.Errorf("Neo4j goes on with %d transactions", len(result.Records)-1)
			return time.Since(began)
		}
	}
}
