package graph

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"councilgraph/graph/access"
	"councilgraph/graph/ontology"
)

// asked is a request to a server over an empty store: its status and body.
func asked(t *testing.T, change func(*Serving), method, target, body string, header ...string) (int, string, http.Header) {
	t.Helper()
	o, err := ontology.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	c := Serving{Ontology: o, Store: fake{fetch: none}, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Limits: Limits{Body: 1 << 20, Tokens: 10000, Depth: 12, Aliases: 100, Cost: 500000, Answer: 32 << 20, Time: 30 * time.Second}}
	if change != nil {
		change(&c)
	}
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
			continue
		}
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	NewHandler(c).ServeHTTP(w, r)
	return w.Code, w.Body.String(), w.Header()
}

const local = "http://localhost:8080"

func TestWhoMayAsk(t *testing.T) {
	secret, line, _ := access.NewKey("ann", []string{access.Read}, 0)
	loads, loader, _ := access.NewKey("loader", []string{access.Load}, 0)
	file := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(file, []byte(line+"\n"+loader), 0o600); err != nil {
		t.Fatal(err)
	}
	keys, err := access.ReadKeys(file)
	if err != nil {
		t.Fatal(err)
	}
	guard := func(c *Serving) { c.Guard = &access.Guard{Keys: keys} }
	for _, c := range []struct {
		path, authorization string
		status              int
		holds               string
	}{
		{"/graphql", "Bearer " + secret, 200, `"data"`},
		{"/graphql", "", 401, codeUnauthenticated},
		{"/graphql", "Bearer cg_WRONG", 401, codeUnauthenticated},
		{"/graphql", "Bearer " + loads, 403, codeForbidden},
		{"/metrics", "", 401, codeUnauthenticated},
		{"/metrics", "Bearer " + secret, 200, "councilgraph_requests"},
		{"/healthz", "", 200, "alive"},
		{"/readyz", "", 200, "ready"},
	} {
		method, body := http.MethodGet, ""
		if c.path == "/graphql" {
			method, body = http.MethodPost, query(quickQuery)
		}
		status, answer, header := asked(t, guard, method, local+c.path, body, "Authorization", c.authorization)
		if status != c.status || !strings.Contains(answer, c.holds) {
			t.Errorf("%s %q: %d %s", c.path, c.authorization, status, answer)
		}
		if (status == 401) != (header.Get("WWW-Authenticate") != "") || strings.Contains(answer, secret) {
			t.Errorf("%s %q: %v", c.path, c.authorization, header)
		}
	}
}

func TestHosts(t *testing.T) {
	named := func(c *Serving) { c.Hosts = []string{"graph.example.org"} }
	for host, want := range map[string]int{
		"localhost": 200, "localhost:8080": 200, "127.0.0.1:1": 200, "[::1]:8080": 200, "app.localhost": 200,
		"graph.example.org": 200, "GRAPH.example.org.:443": 200,
		"example.org": 421, "localhost.example.org": 421, "127.0.0.1.example.org": 421, "xlocalhost": 421,
	} {
		status, answer, _ := asked(t, named, http.MethodPost, local+"/graphql", query(quickQuery), "Host", host)
		if status != want || status == 421 && !strings.Contains(answer, codeForbidden) {
			t.Errorf("%s: %d %s", host, status, answer)
		}
	}
}

func TestOtherSites(t *testing.T) {
	get := local + "/graphql?query=%7Bperson(name:%22x%22)%7Bname%7D%7D"
	for _, c := range []struct {
		header []string
		want   int
	}{
		{nil, 200},
		{[]string{"Sec-Fetch-Site", "same-origin"}, 200},
		{[]string{"Sec-Fetch-Site", "none"}, 200},
		{[]string{"Origin", local}, 200},
		{[]string{"Sec-Fetch-Site", "cross-site"}, 403},
		{[]string{"Sec-Fetch-Site", "same-site"}, 403},
		{[]string{"Origin", "https://example.org"}, 403},
		{[]string{"Origin", "null"}, 403},
		{[]string{"Sec-Fetch-Site", "cross-site", "GraphQL-Require-Preflight", "1"}, 200},
	} {
		if status, answer, _ := asked(t, nil, http.MethodGet, get, "", c.header...); status != c.want {
			t.Errorf("GET with %v: %d %s", c.header, status, answer)
		}
	}
	if status, _, _ := asked(t, nil, http.MethodPost, local+"/graphql", query(quickQuery), "Origin", "https://example.org"); status != 403 {
		t.Errorf("POST from another site: %d", status)
	}
}

func TestDocuments(t *testing.T) {
	folder := fstest.MapFS{"a/who.graphql": {Data: []byte("\n" + quickQuery + "\n")}, "notes.txt": {Data: []byte("{")}}
	documents, err := ReadDocuments(folder)
	if err != nil {
		t.Fatal(err)
	}
	only := func(c *Serving) { c.Documents = documents }
	for body, want := range map[string]string{
		query(quickQuery):        `"data"`,
		query(quickQuery + "\n"): `"data"`,
		`{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "` + documentHash(quickQuery) + `"}}}`:     `"data"`,
		`{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "` + documentHash("{__typename}") + `"}}}`: codeForbidden,
		query("{ __typename }"):                                           codeForbidden,
		query("{ __schema { queryType { name } } }"):                      codeForbidden,
		query(strings.ReplaceAll(quickQuery, "name }", "name aliases }")): codeForbidden,
	} {
		if _, answer, _ := asked(t, only, http.MethodPost, local+"/graphql", body); !strings.Contains(answer, want) {
			t.Errorf("%s: %s", body, answer)
		}
	}
	if _, err := ReadDocuments(fstest.MapFS{"x.graphql": {Data: []byte("{")}}); err == nil || !strings.Contains(err.Error(), "x.graphql") {
		t.Errorf("a file that is no document: %v", err)
	}
	if _, err := ReadDocuments(fstest.MapFS{}); err == nil {
		t.Error("a folder without documents would let nothing be asked")
	}
}

func TestNoIntrospection(t *testing.T) {
	for _, without := range []bool{true, false} {
		_, answer, _ := asked(t, func(c *Serving) { c.NoIntrospection = without }, http.MethodPost, local+"/graphql", query("{ __schema { queryType { name } } }"))
		if told := strings.Contains(answer, `"Query"`); told == without || without && !strings.Contains(answer, codeForbidden) {
			t.Errorf("without introspection %v: %s", without, answer)
		}
	}
}
