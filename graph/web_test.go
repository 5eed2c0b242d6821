package graph

import (
	"compress/gzip"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// serveWeb gives the address of a server over a store whose documents are those that version names.
func serveWeb(t *testing.T, version *string, change func(*Serving)) string {
	t.Helper()
	o, err := ontology.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	name := strings.Repeat("long ", 1000)
	c := Serving{Ontology: o, Store: answering{fake{fetch: none}, name, version}, Limits: Limits{Body: 1 << 20, Tokens: 10000, Depth: 12,
		Aliases: 100, Cost: 500000, Answer: 32 << 20, Time: 30 * time.Second}, Log: slog.New(slog.DiscardHandler)}
	if change != nil {
		change(&c)
	}
	server := httptest.NewServer(NewHandler(c))
	t.Cleanup(server.Close)
	return server.URL
}

// answering answers lookups with a long name, and holds the documents of a version.
type answering struct {
	fake
	name    string
	version *string
}

func (a answering) Fetch(ctx context.Context, q plan.Query) (plan.Value, error) {
	if get, ok := plan.Bare(q).(*plan.Get); ok {
		return []plan.Value{[]plan.Value{int64(0), get.IDs[0], a.name, []plan.Value{"Person", a.name}}}, nil
	}
	if _, ok := q.(*plan.Census); ok {
		return []plan.Value{"Graph", nil, nil, nil, nil, nil, []plan.Value{"r", *a.version}}, nil
	}
	return a.fake.Fetch(ctx, q)
}

const longName = "/graphql?query=%7Bperson(id:%22n111111111111111111111111%22)%7Bname%7D%7D"

func get(t *testing.T, method, url string, header ...string) *http.Response {
	t.Helper()
	r, err := http.NewRequest(method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	if r.Header.Get("Host") != "" {
		r.Host = r.Header.Get("Host")
	}
	answer, err := (&http.Transport{DisableCompression: true}).RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	return answer
}

// TestPagesElsewhere: pages of the origins that are named may ask, and read errors too; others may not.
func TestPagesElsewhere(t *testing.T) {
	version := "1"
	named := serveWeb(t, &version, func(c *Serving) { c.Origins = []string{"https://a.example"} })
	anybody := serveWeb(t, &version, func(c *Serving) { c.Origins = []string{"*"} })
	nobody := serveWeb(t, &version, nil)
	for _, c := range []struct {
		name, method, url, origin, allowed, credentials string
		status                                          int
	}{
		{"a preflight", "OPTIONS", named + "/graphql", "https://a.example", "https://a.example", "true", 204},
		{"a preflight of another", "OPTIONS", named + "/graphql", "https://b.example", "", "", 204},
		{"a preflight of anybody", "OPTIONS", anybody + "/graphql", "https://b.example", "*", "", 204},
		{"a preflight where nobody may", "OPTIONS", nobody + "/graphql", "https://a.example", "", "", 405},
		{"a question", "GET", named + longName, "https://a.example", "https://a.example", "true", 200},
		{"a question of another", "GET", named + longName, "https://b.example", "", "", 403},
		{"a question of anybody", "GET", anybody + longName, "https://b.example", "*", "", 200},
		{"an error", "GET", named + "/graphql?query=%7B", "https://a.example", "https://a.example", "true", 200},
		{"no question", "GET", named + "/graphql", "https://a.example", "https://a.example", "true", 400},
		{"nothing there", "GET", named + "/nothing", "https://a.example", "https://a.example", "true", 404},
	} {
		answer := get(t, c.method, c.url, "Origin", c.origin, "Sec-Fetch-Site", "cross-site", "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type,traceparent")
		h := answer.Header
		if answer.StatusCode != c.status || h.Get("Access-Control-Allow-Origin") != c.allowed || h.Get("Access-Control-Allow-Credentials") != c.credentials {
			t.Errorf("%s: %d %v", c.name, answer.StatusCode, h)
		}
		if c.method == "OPTIONS" && c.allowed != "" && (h.Get("Access-Control-Allow-Methods") != "POST" || !strings.Contains(strings.ToLower(h.Get("Access-Control-Allow-Headers")), "content-type,traceparent")) {
			t.Errorf("%s: %v", c.name, h)
		}
	}
	r, _ := http.NewRequest("POST", named+"/graphql", strings.NewReader(query("{ __typename }")))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", "https://a.example")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if answer, err := http.DefaultClient.Do(r); err != nil || answer.StatusCode != 200 {
		t.Errorf("a POST: %v %v", answer, err)
	}
	for origin, ok := range map[string]bool{
		"*": true, "https://a.example": true, "http://127.0.0.1:3000": true,
		"https://a.example/": false, "a.example": false, "ftp://a": false, "https://": false, "https://a.example/x": false,
	} {
		if err := CheckOrigin(origin); (err == nil) != ok {
			t.Errorf("%s: %v", origin, err)
		}
	}
}

// TestProxies: what a proxy says of host and scheme counts where it is trusted, and only there.
func TestProxies(t *testing.T) {
	version := "1"
	behind := func(c *Serving) { c.Hosts = []string{"graph.example"} }
	trusting := serveWeb(t, &version, func(c *Serving) { behind(c); c.TrustProxy = true })
	not := serveWeb(t, &version, behind)
	header := []string{"X-Forwarded-Host", "graph.example, inner", "X-Forwarded-Proto", "https", "Origin", "https://graph.example"}
	if answer := get(t, "GET", trusting+longName, header...); answer.StatusCode != 200 {
		t.Errorf("a trusted proxy: %d", answer.StatusCode)
	}
	if answer := get(t, "GET", not+longName, header...); answer.StatusCode != 403 {
		t.Errorf("a proxy that is not trusted: %d", answer.StatusCode)
	}
	if answer := get(t, "GET", trusting+longName, append(header, "Origin", "http://graph.example")...); answer.StatusCode != 403 {
		t.Errorf("another scheme: %d", answer.StatusCode)
	}
	if answer := get(t, "GET", trusting+longName, "X-Forwarded-Host", "elsewhere.example"); answer.StatusCode != 421 {
		t.Errorf("a host that the server does not go by: %d", answer.StatusCode)
	}
}

func TestCompression(t *testing.T) {
	version := "1"
	url := serveWeb(t, &version, nil)
	plain, _ := io.ReadAll(get(t, "GET", url+longName).Body)
	for encoding, open := range map[string]func(io.Reader) (io.Reader, error){
		"gzip": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
		"zstd": func(r io.Reader) (io.Reader, error) { return zstd.NewReader(r) },
	} {
		answer := get(t, "GET", url+longName, "Accept-Encoding", encoding)
		if answer.Header.Get("Content-Encoding") != encoding || !strings.Contains(strings.Join(answer.Header.Values("Vary"), ","), "Accept-Encoding") {
			t.Errorf("%s: %v", encoding, answer.Header)
			continue
		}
		r, err := open(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != string(plain) {
			t.Errorf("%s: %v, %d bytes of %d", encoding, err, len(got), len(plain))
		}
	}
	if answer := get(t, "GET", url+"/graphql?query=%7B__typename%7D", "Accept-Encoding", "gzip"); answer.Header.Get("Content-Encoding") != "" {
		t.Errorf("a short answer: %v", answer.Header)
	}
}

// TestTags: an unchanged graph answers 304, a changed one does not, and errors have no tag.
func TestTags(t *testing.T) {
	version := "1"
	url := serveWeb(t, &version, nil)
	first := get(t, "GET", url+longName)
	tag := first.Header.Get("ETag")
	if first.StatusCode != 200 || tag == "" || first.Header.Get("Cache-Control") != "no-cache" {
		t.Fatalf("%d %v", first.StatusCode, first.Header)
	}
	for given, status := range map[string]int{tag: 304, `"x", ` + tag: 304, strings.TrimPrefix(tag, "W/"): 304, "*": 304, `"x"`: 200} {
		if answer := get(t, "GET", url+longName, "If-None-Match", given, "Accept-Encoding", "gzip"); answer.StatusCode != status || answer.Header.Get("ETag") == "" {
			t.Errorf("%s: %d %v", given, answer.StatusCode, answer.Header)
		}
	}
	if answer := get(t, "GET", url+"/graphql?query=%7Bpersons(first:-1)%7BtotalCount%7D%7D"); answer.Header.Get("ETag") != "" {
		t.Errorf("an error: %v", answer.Header)
	}
	version = "2"
	if answer := get(t, "GET", url+longName, "If-None-Match", tag); answer.StatusCode != 200 || answer.Header.Get("ETag") == tag {
		t.Errorf("after a change: %d %v", answer.StatusCode, answer.Header)
	}
}
