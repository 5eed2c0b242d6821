package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// fake is a store that answers every fetch with what its function does, several at once by as many, and nothing else.
type fake struct {
	store.Store
	fetch   func(ctx context.Context) (plan.Value, error)
	gathers bool
}

func (f fake) Fetch(ctx context.Context, q plan.Query) (plan.Value, error) {
	q = plan.Bare(q)
	if several, ok := q.(*plan.Several); ok {
		values := []plan.Value{}
		for _, one := range several.Of {
			value, err := f.Fetch(ctx, one)
			if err != nil {
				return nil, err
			}
			values = append(values, value)
		}
		return values, nil
	}
	value, err := f.fetch(ctx)
	if _, ok := q.(*plan.Census); ok && err == nil {
		return []plan.Value{"Graph", nil, nil, nil, nil, nil, []plan.Value{}}, nil
	}
	return value, err
}

func (f fake) Moving() bool { return true }

func (f fake) Gathers() bool { return f.gathers }

func (f fake) Planning() plan.Planning { return plan.Planning{} }

func (f fake) Count(ctx context.Context) (store.Counts, error) {
	_, err := f.fetch(ctx)
	return store.Counts{Reports: 1, Newest: time.Now()}, err
}

// serveFake gives the address of a server over the store, and what it logs.
func serveFake(t *testing.T, limit func(*Limits), fetch func(context.Context) (plan.Value, error)) (string, *bytes.Buffer) {
	t.Helper()
	return serveStore(t, limit, fake{fetch: fetch})
}

func serveStore(t *testing.T, limit func(*Limits), s store.Store) (string, *bytes.Buffer) {
	t.Helper()
	o, err := ontology.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	limits := Limits{Body: 1 << 20, Tokens: 10000, Depth: 12, Aliases: 100, Cost: 500000, Answer: 32 << 20, Time: 30 * time.Second}
	if limit != nil {
		limit(&limits)
	}
	log := &bytes.Buffer{}
	server := httptest.NewServer(NewHandler(Serving{Ontology: o, Store: s, Limits: limits, Log: slog.New(slog.NewTextHandler(log, nil))}))
	t.Cleanup(server.Close)
	return server.URL, log
}

func none(context.Context) (plan.Value, error) { return []plan.Value{}, nil }

// send sends a body and gives status, body and the code of the first error.
func send(t *testing.T, url, body string, header ...string) (int, string, string) {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, url+"/graphql", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/graphql-response+json")
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	began := time.Now()
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %s", took)
	}
	var read struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(answer, &read); err != nil {
		t.Errorf("no JSON: %.300s", answer)
	}
	code := ""
	if len(read.Errors) > 0 {
		code = read.Errors[0].Extensions.Code
	}
	return response.StatusCode, string(answer), code
}

func query(q string) string {
	b, _ := json.Marshal(map[string]any{"query": q})
	return string(b)
}

func many(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// chain is n fragments, each of which holds body, where %[2]d is the number of the next, and a last one.
func chain(n int, on, body string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "fragment f%[1]d on "+on+"{"+body+"} ", i, i+1)
	}
	fmt.Fprintf(&b, "fragment f%d on %s{id}", n, on)
	return b.String()
}

func TestRefusedRequests(t *testing.T) {
	url, _ := serveFake(t, func(l *Limits) { l.Body = 200_000 }, none)
	deep := strings.Repeat("relations{nodes{from{", 5) + "id" + strings.Repeat("}}}", 5)
	for _, c := range []struct {
		name, body string
		status     int
		code       string
	}{
		{"no JSON", `{`, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"nothing", ``, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"null", `null`, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"a batch", `[` + query("{__typename}") + `]`, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"two values", query("{__typename}") + "{}", 400, "GRAPHQL_VALIDATION_FAILED"},
		{"a key twice", `{"query":"{a}","query":"{__typename}"}`, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"a key twice, once with an escape", `{"query":"{__typename}","\u0071uery":"{__typename}"}`, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"a key twice, below", `{"query":"{__typename}","variables":{"a":[{"b":1,"c":"b","b":2}]}}`, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"keys that only look equal", `{"query":"{__typename}","variables":{"a":"b","b":["a","a"],"c":{"a":1},"d":{"a":1}}}`, 200, ""},
		{"not UTF-8", "{\"query\":\"{__typename} #\xff\"}", 400, "GRAPHQL_VALIDATION_FAILED"},
		{"NUL", "{\"query\":\"{__typename}\x00\"}", 400, "GRAPHQL_VALIDATION_FAILED"},
		{"an escaped NUL", `{"query":"{__typename}\u0000"}`, 400, "GRAPHQL_PARSE_FAILED"},
		{"too large", query(strings.Repeat(" ", 200_001)), 413, "GRAPHQL_VALIDATION_FAILED"},
		{"deep JSON", `{"query":"{__typename}","variables":` + strings.Repeat(`{"a":`, 20000) + "1" + strings.Repeat("}", 20001), 400, "GRAPHQL_VALIDATION_FAILED"},
		{"tokens", query("{" + strings.Repeat("id ", 10001) + "}"), 400, "GRAPHQL_PARSE_FAILED"},
		{"nested too deep to parse", query(strings.Repeat("{a", 3000)), 400, "GRAPHQL_PARSE_FAILED"},
		{"two operations", query("query A{__typename} query B{__typename}"), 400, "GRAPHQL_VALIDATION_FAILED"},
		{"no such operation", `{"query":"query A{__typename}","operationName":"B"}`, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"a variable missing", query("query($id:ID!){node(id:$id){id}}"), 400, "GRAPHQL_VALIDATION_FAILED"},
		{"deep", query("{entities{nodes{" + deep + "}}}"), 400, "QUERY_TOO_DEEP"},
		{"deep by fragments", query("{entities{nodes{...f0}}} " + chain(5, "Entity", "relations{nodes{from{...f%[2]d}}} ")), 400, "QUERY_TOO_DEEP"},
		{"aliases", query("{" + many(101, "a%d:__typename ") + "}"), 400, "QUERY_TOO_COSTLY"},
		{"aliases of introspection", query("{__schema{types{" + many(11, "a%d:fields{name}") + "}}}"), 400, "QUERY_TOO_COSTLY"},
		{"equal keys", query("{persons{nodes{" + strings.Repeat("id ", 9900) + "}}}"), 400, "QUERY_TOO_COSTLY"},
		{"a fragment cycle", query("{persons{nodes{...f}}} fragment f on Person{id ...f}"), 400, "GRAPHQL_VALIDATION_FAILED"},
		{"a fragment bomb", query(`{node(id:"x"){...f0}} ` + chain(800, "Node", "...f%[2]d ...f%[2]d ")), 200, ""},
		{"cost", query("{entities(first:1000){nodes{relations(first:1000){nodes{id}}}}}"), 400, "QUERY_TOO_COSTLY"},
		{"a persisted query nobody sent", `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}`, 400, "PERSISTED_QUERY_NOT_FOUND"},
		{"a page size", query("{persons(first:-1){totalCount}}"), 200, "BAD_USER_INPUT"},
	} {
		status, answer, code := send(t, url, c.body)
		if status != c.status || code != c.code {
			t.Errorf("%s: %d %s, want %d %s: %.300s", c.name, status, code, c.status, c.code, answer)
		}
		if c.status == 400 && strings.Contains(answer, `"data"`) {
			t.Errorf("%s: data in an answer to what did not begin: %.300s", c.name, answer)
		}
	}
	if status, answer, _ := send(t, url, query("{"+many(9000, "x%d ")+"}")); status != 400 || strings.Count(answer, `"message"`) != maxErrors {
		t.Errorf("many errors: %d, %d bytes", status, len(answer))
	}
	if status, answer, _ := send(t, url, query("{"+strings.Repeat("x", 100_000)+"}")); status != 400 || len(answer) > 2000 {
		t.Errorf("a long name: %d, %d bytes", status, len(answer))
	}
}

// TestVariables: a variable that is not of its type is refused before anything runs, in words that say which it is.
func TestVariables(t *testing.T) {
	url, _ := serveFake(t, nil, none)
	for _, c := range []struct{ query, variables, says string }{
		{"query($n: Int) { persons(first: $n) { __typename } }", `{"n": 3}`, ""},
		{"query($n: Int) { persons(first: $n) { __typename } }", `{"n": null}`, ""},
		{"query($n: Int) { persons(first: $n) { __typename } }", `{"n": "3"}`, `the variable $n is \"3\", which is no Int`},
		{"query($n: Int) { persons(first: $n) { __typename } }", `{"n": 2.5}`, "the variable $n is 2.5, which is no Int"},
		{"query($n: Int) { persons(first: $n) { __typename } }", `{"n": 2147483648}`, "the variable $n is 2147483648, which is no Int"},
		{"query($n: Int) { persons(first: $n) { __typename } }", `{"n": true}`, "the variable $n is true, which is no Int"},
		{"query($n: Int!) { persons(first: $n) { __typename } }", `{}`, "the variable $n must be given: it is of type Int!"},
		{"query($n: Int!) { persons(first: $n) { __typename } }", `{"n": null}`, "the variable $n must not be null: it is of type Int!"},
		{"query($f: Float) { observations(where: {value: {gt: $f}}) { __typename } }", `{"f": 3}`, ""},
		{"query($f: Float) { observations(where: {value: {gt: $f}}) { __typename } }", `{"f": "3"}`, "which is no Float"},
		{"query($i: [ID!]!) { nodes(ids: $i) { id } }", `{"i": [1, "a"]}`, ""},
		{"query($i: [ID!]!) { nodes(ids: $i) { id } }", `{"i": ["a", 1.5]}`, "the variable $i[1] is 1.5, which is no ID"},
		{"query($i: [ID!]!) { nodes(ids: $i) { id } }", `{"i": ["a", null]}`, "the variable $i[1] must not be null"},
		{"query($k: EventKind) { events(where: {eventKind: {eq: $k}}) { __typename } }", `{"k": "arrest"}`, `the variable $k is \"arrest\", which is no EventKind`},
		{"query($d: Date) { persons(asOf: $d) { __typename } }", `{"d": 20201104}`, "the variable $d is 20201104, which is no Date"},
		{"query($w: PersonWhere) { persons(where: $w) { __typename } }", `{"w": {"name": {"eq": 5}}}`, "the variable $w.name.eq is 5, which is no String"},
		{"query($w: PersonWhere) { persons(where: $w) { __typename } }", `{"w": {"name": {"is": "a"}}}`, `the variable $w.name has the key \"is\", which StringFilter has not`},
		{"query($w: PersonWhere) { persons(where: $w) { __typename } }", `{"w": [{}]}`, "the variable $w must be an object of type PersonWhere"},
		{"query($s: Boolean = true) { persons @skip(if: $s) { __typename } }", `{"s": null}`, "the variable $s must not be null where a Boolean! is needed"},
		{"query($d: Direction) { entity(id: 1) { ...f } } fragment f on Entity { relations(direction: $d) { __typename } }", `{"d": null}`,
			"the variable $d must not be null where a Direction! is needed"},
		{"query($d: Direction) { entity(id: 1) { relations(direction: $d) { __typename } } }", `{}`, ""},
	} {
		body, _ := json.Marshal(map[string]any{"query": c.query, "variables": json.RawMessage(c.variables)})
		status, answer, code := send(t, url, string(body))
		refused := status == 400 && code == "GRAPHQL_VALIDATION_FAILED" && strings.Contains(answer, c.says)
		if c.says == "" && status != 200 || c.says != "" && !refused {
			t.Errorf("%s %s: %d %s", c.query, c.variables, status, answer)
		}
	}
	schema := NewExecutableSchema(Config{}).Schema()
	for _, given := range []any{"ARREST", []string{"ARREST"}, []any{"ARREST"}} { // one value for a list, as it comes and as gqlparser leaves it
		if got, err := (coercing{schema}).value(ast.ListType(ast.NonNullNamedType("EventKind", nil), nil), given, "$k"); err != nil || !reflect.DeepEqual(got, []any{"ARREST"}) {
			t.Errorf("%#v becomes %#v, %v", given, got, err)
		}
	}
	for _, name := range []string{`"A"`, `""`, "null"} { // the document is known from the second on
		status, answer, _ := send(t, url, `{"query":"query A{__typename} query B{__typename}","operationName":`+name+`}`)
		if name != `"A"` && (status != 400 || !strings.Contains(answer, "2 operations")) {
			t.Errorf("no operation named: %d %s", status, answer)
		}
	}
}

func TestMediaTypes(t *testing.T) {
	url, _ := serveFake(t, nil, none)
	for _, c := range []struct {
		header []string
		body   string
		status int
		code   string
	}{
		{[]string{"Accept", "application/json"}, query("{nothing}"), 200, "GRAPHQL_VALIDATION_FAILED"},
		{[]string{"Accept", "application/json"}, "{", 400, "GRAPHQL_VALIDATION_FAILED"},
		{[]string{"Accept", "text/html"}, query("{__typename}"), 406, "GRAPHQL_VALIDATION_FAILED"},
		{[]string{"Accept", "text/html, */*;q=0.1"}, query("{__typename}"), 200, ""},
		{[]string{"Accept", "application/json;q=0.2, application/graphql-response+json;q=0.9"}, query("{nothing}"), 400, "GRAPHQL_VALIDATION_FAILED"},
		{[]string{"Accept", "application/graphql-response+json;q=0.0, */*;q=0.5"}, query("{nothing}"), 200, "GRAPHQL_VALIDATION_FAILED"},
		{[]string{"Accept", "application/json;q=0.000"}, query("{__typename}"), 406, "GRAPHQL_VALIDATION_FAILED"},
		{[]string{"Content-Type", "text/plain"}, query("{__typename}"), 415, "GRAPHQL_VALIDATION_FAILED"},
		{[]string{"Content-Type", "application/json; charset=utf-16"}, query("{__typename}"), 415, "GRAPHQL_VALIDATION_FAILED"},
		{[]string{"Sec-Fetch-Site", "cross-site"}, query("{__typename}"), 403, "FORBIDDEN"},
	} {
		if status, answer, code := send(t, url, c.body, c.header...); status != c.status || code != c.code {
			t.Errorf("%v %s: %d %s", c.header, c.body, status, answer)
		}
	}
	r, err := http.Get(url + "/graphql?query=%7B__typename%7D")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != 200 || r.Header.Get("X-Request-Id") == "" || r.Header.Get("Content-Type") != "application/json; charset=utf-8" {
		t.Errorf("GET: %d %v", r.StatusCode, r.Header)
	}
}

// TestErrors holds what clients see of a failing store: a code, the path, and nothing of what failed.
func TestErrors(t *testing.T) {
	const secret = "MATCH (n) at /var/lib"
	ask := query("{a: persons{nodes{id}} b: persons{nodes{id}}}")
	for _, c := range []struct {
		name, code string
		fetch      func(context.Context) (plan.Value, error)
	}{
		{"unavailable", "UNAVAILABLE", func(context.Context) (plan.Value, error) {
			return nil, fmt.Errorf("%s: %w", secret, store.ErrUnavailable)
		}},
		{"unavailable by a driver's own deadline", "UNAVAILABLE", func(context.Context) (plan.Value, error) {
			return nil, fmt.Errorf("%w: %w", store.ErrUnavailable, context.DeadlineExceeded)
		}},
		{"late", "TIMEOUT", func(ctx context.Context) (plan.Value, error) {
			<-ctx.Done()
			return nil, fmt.Errorf("%s: %w", secret, ctx.Err())
		}},
		{"late, and called unavailable", "TIMEOUT", func(ctx context.Context) (plan.Value, error) {
			<-ctx.Done()
			return nil, fmt.Errorf("%w: %w", store.ErrUnavailable, ctx.Err())
		}},
		{"broken", "INTERNAL", func(context.Context) (plan.Value, error) { return nil, errors.New(secret) }},
		{"panicking", "INTERNAL", func(context.Context) (plan.Value, error) { panic(secret) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			url, log := serveFake(t, func(l *Limits) { l.Time = 100 * time.Millisecond }, c.fetch)
			status, answer, code := send(t, url, ask, "X-Request-Id", "mine-1")
			if status != 200 || code != c.code || strings.Contains(answer, "MATCH") || strings.Contains(answer, "/var") {
				t.Errorf("%d %s", status, answer)
			}
			if !strings.HasPrefix(answer, `{"errors":[`) || !strings.Contains(answer, `"path":["a"]`) || strings.Index(answer, `"path":["a"]`) > strings.Index(answer, `"path":["b"]`) ||
				!strings.Contains(answer, `"data":{"a":null,"b":null}`) {
				t.Errorf("paths in order, and null where it failed: %s", answer)
			}
			if c.code == "INTERNAL" && !(strings.Contains(log.String(), "MATCH") && strings.Contains(log.String(), "mine-1")) {
				t.Errorf("the log lacks the cause or the request: %s", log)
			}
		})
	}
}

func TestForMachines(t *testing.T) {
	down := false
	url, _ := serveFake(t, nil, func(context.Context) (plan.Value, error) {
		if down {
			return nil, store.ErrUnavailable
		}
		return []plan.Value{}, nil
	})
	get := func(path string) (int, string) {
		r, err := http.Get(url + path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		b, _ := io.ReadAll(r.Body)
		return r.StatusCode, string(b)
	}
	for _, now := range []bool{false, true, false} {
		down = now
		ready, up := 200, "councilgraph_store_up 1"
		if down {
			ready, up = 503, "councilgraph_store_up 0"
		}
		if status, body := get("/readyz"); status != ready {
			t.Errorf("down %v: /readyz %d %s", down, status, body)
		}
		if status, body := get("/metrics"); status != 200 || !strings.Contains(body, up) {
			t.Errorf("down %v: /metrics %d %s", down, status, body)
		}
		if status, _ := get("/healthz"); status != 200 {
			t.Errorf("down %v: /healthz %d", down, status)
		}
	}
	if status, _ := get("/elsewhere"); status != 404 {
		t.Errorf("an unknown path: %d", status)
	}
}

// TestCost: whoever asks what an answer cost is told, and nobody else.
func TestCost(t *testing.T) {
	url, _ := serveFake(t, nil, func(context.Context) (plan.Value, error) {
		return []plan.Value{[]plan.Value{int64(0), "n111111111111111111111111", "KFOR", []plan.Value{"Organization", "KFOR", []plan.Value{"KFOR", "Court"}}}}, nil
	})
	const query = `{"query": "{ a: organization(id: \"n111111111111111111111111\") { name aliases } b: organization(id: \"n111111111111111111111111\") { name aliases } }"}`
	_, answer, _ := send(t, url, query, "GraphQL-Cost", "1")
	if !strings.Contains(answer, `"statements":2`) || !strings.Contains(answer, `"rows":2`) || !strings.Contains(answer, `"elapsedMs":`) {
		t.Errorf("asked for: %s", answer)
	}
	if _, answer, _ := send(t, url, query); strings.Contains(answer, "extensions") {
		t.Errorf("not asked for: %s", answer)
	}
}

// A store that reads what is committed may give a node without its values, where a write took it away meanwhile: it is asked once more, and
// then it is gone.
func TestWhatIsTakenAwayMeanwhile(t *testing.T) {
	gone := 0
	url, _ := serveFake(t, nil, func(context.Context) (plan.Value, error) {
		person := []plan.Value{"Person", "Ann"}
		if gone--; gone >= 0 {
			person = []plan.Value{nil, nil}
		}
		return []plan.Value{[]plan.Value{int64(0), "n111111111111111111111111", nil, person}}, nil
	})
	for times, want := range map[int]string{0: `{"name":"Ann"}`, 1: `{"name":"Ann"}`, 2: "null"} {
		gone = times
		if _, answer, code := send(t, url, query(`{ person(id: "n111111111111111111111111") { name } }`)); code != "" || !strings.Contains(answer, `"person":`+want) {
			t.Errorf("taken away %d times: %s", times, answer)
		}
	}
}
