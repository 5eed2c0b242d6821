package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"councilgraph/graph/playground"
	"councilgraph/graph/store/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// start runs the program as its user does, and gives the address that it prints. The program has ended, without an error, when the test
// has.
func start(t *testing.T, env map[string]string, args ...string) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	out, in := io.Pipe()
	ended := make(chan error, 1)
	var log bytes.Buffer
	go func() {
		err := run(ctx, append(args, "--listen", "127.0.0.1:0"), strings.NewReader(""), in, &log, func(k string) string { return env[k] })
		in.CloseWithError(io.EOF)
		ended <- err
		close(ended)
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("ended with %v\n%s", err, &log)
		}
	})
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if address, ok := strings.CutPrefix(lines.Text(), "listening on "); ok {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return address
		}
		t.Log(lines.Text())
	}
	t.Fatalf("it never listened: %v\n%s", <-ended, &log)
	return ""
}

func ask(t *testing.T, address, query string) string {
	t.Helper()
	return askWith(t, address, query, nil)
}

func askWith(t *testing.T, address, query string, variables map[string]string) string {
	t.Helper()
	body, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
	r, err := http.Post(address+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	answer, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, _ := io.ReadAll(r.Body)
	return r.StatusCode, string(b)
}

// TestServe runs the program end to end: a fresh SQLite store with the bundled reports, and a Neo4j that loads them, answer alike over
// HTTP.
func TestServe(t *testing.T) {
	const question = `{ reports(orderBy: [{date: ASC}]) { totalCount nodes { restates date } } }`
	embedded := start(t, nil, "--store", "sqlite:"+filepath.Join(t.TempDir(), "graph.db"), "--load", "reports")
	if _, body := get(t, embedded+"/readyz"); !strings.Contains(body, `"reports":6`) {
		t.Errorf("the bundled reports are not all there: %s", body)
	}
	if status, body := get(t, embedded+"/metrics"); status != 200 || !strings.Contains(body, "councilgraph_requests_in_flight") {
		t.Errorf("metrics: %d %s", status, body)
	}
	if status, body := get(t, embedded+"/"); status != 200 || !strings.Contains(body, "<title>") {
		t.Errorf("page: %d %s", status, body)
	}
	want := ask(t, embedded, question)
	if !strings.Contains(want, `"totalCount":6`) {
		t.Errorf("%s", want)
	}
	t.Run("Neo4j", func(t *testing.T) {
		server := start(t, nil, "--store", neo4jtest.Start(t), "--load", "reports")
		if got := ask(t, server, question); got != want {
			t.Errorf("neo4j %s\nsqlite %s", got, want)
		}
	})
}

func TestBadRequests(t *testing.T) {
	address := start(t, nil, "--store", "sqlite:"+filepath.Join(t.TempDir(), "graph.db"), "--load", "reports", "--limit-body", "20000")
	deep := "{entities{nodes{" + strings.Repeat("relations{nodes{from{", 8) + "id" + strings.Repeat("}}}", 8) + "}}}"
	for _, c := range []struct {
		name, method, media, body string
		status                    int
		want                      string
	}{
		{"no JSON", "POST", "application/json", "{", 400, "GRAPHQL_VALIDATION_FAILED"},
		{"a list", "POST", "application/json", `[{"query":"{__typename}"}]`, 400, "no JSON object"},
		{"no query", "POST", "application/json", `{}`, 400, "no query"},
		{"query of another type", "POST", "application/json", `{"query":1}`, 400, "must be a string"},
		{"another media type", "POST", "text/plain", `{"query":"{__typename}"}`, 415, "application/json"},
		{"too large", "POST", "application/json", `{"query":"` + strings.Repeat(" ", 20001) + `"}`, 413, "20000"},
		{"another method", "PUT", "application/json", `{}`, 405, "POST"},
		{"syntax", "POST", "application/json", `{"query":"{"}`, 400, "GRAPHQL_PARSE_FAILED"},
		{"unknown field", "POST", "application/json", `{"query":"{nothing}"}`, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"too deep", "POST", "application/json", `{"query":"` + deep + `"}`, 400, "QUERY_TOO_DEEP"},
		{"too costly", "POST", "application/json", `{"query":"{entities(first:1000){nodes{relations(first:1000){nodes{evidence(first:1000){paragraph{text}}}}}}}"}`, 400, "QUERY_TOO_COSTLY"},
		{"aliases", "POST", "application/json", `{"query":"{` + strings.Repeat("a:__typename ", 101) + `}"}`, 400, "aliases"},
		{"page size", "POST", "application/json", `{"query":"{persons(first:100000){totalCount}}"}`, 200, "BAD_USER_INPUT"},
		{"cursor", "POST", "application/json", `{"query":"{persons(after:\"x\"){totalCount}}"}`, 200, "BAD_USER_INPUT"},
		{"control characters", "POST", "application/json", `{"query":"{person(name:\"\\u0000\\u0001\"){id}}"}`, 200, `"person":null`},
	} {
		r, err := http.NewRequest(c.method, address+"/graphql", strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", c.media)
		r.Header.Set("Accept", "application/graphql-response+json")
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != c.status || !strings.Contains(string(body), c.want) {
			t.Errorf("%s: %d %s, want %d and %q", c.name, response.StatusCode, body, c.status, c.want)
		}
	}
	hurried := start(t, nil, "--store", "sqlite:"+filepath.Join(t.TempDir(), "graph.db"), "--load", "reports", "--limit-time", "1ns")
	if answer := ask(t, hurried, "{ persons { totalCount } }"); !strings.Contains(answer, "TIMEOUT") {
		t.Errorf("no time: %s", answer)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, args := range [][]string{{"--store", "sqlit:x"}, {"--store", "neo4j://user:secret@host"}, {"serve", "--nonsense"}, {"load"}} {
		if err := run(ctx, args, nil, io.Discard, io.Discard, os.Getenv); err == nil {
			t.Errorf("%v: no error", args)
		} else if strings.Contains(err.Error(), "secret") {
			t.Errorf("%v: the error shows the password: %v", args, err)
		}
	}
}

// TestHelp: the help of each command tells the environment variable of each flag, and the variable works.
func TestHelp(t *testing.T) {
	t.Setenv("COUNCILGRAPH_LIMIT_DEPTH", "many")
	for _, command := range []string{"serve", "load", "retract"} {
		var help strings.Builder
		if err := run(context.Background(), []string{command, "--help"}, nil, &help, &help, os.Getenv); err != nil {
			t.Error(command, err)
		}
		for _, flag := range regexp.MustCompile(`(?m)^ +--([a-z-]+)`).FindAllStringSubmatch(help.String(), -1) {
			if name := "$COUNCILGRAPH_" + strings.ToUpper(strings.ReplaceAll(flag[1], "-", "_")); !strings.Contains(help.String(), name) {
				t.Errorf("%s --%s has no %s:\n%s", command, flag[1], name, &help)
			}
		}
	}
	if err := run(context.Background(), nil, nil, io.Discard, io.Discard, os.Getenv); err == nil || !strings.Contains(err.Error(), "--limit-depth") {
		t.Errorf("COUNCILGRAPH_LIMIT_DEPTH=many: %v", err)
	}
}

func contains(text string, all []string) bool {
	return !slices.ContainsFunc(all, func(s string) bool { return !strings.Contains(text, s) })
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"empty.md": "", "binary.md": "\x00\x01\x02", "utf8.md": "\xff\xfe report", "none.md": "Dear Sir, the weather is fine.\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	good, err := os.ReadFile("reports/kfor-2020-q4.md")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "good.md"), good, 0o600); err != nil {
		t.Fatal(err)
	}
	file := "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
	load := func(paths ...string) (string, error) {
		var out strings.Builder
		err := run(context.Background(), append([]string{"load", "--store", file}, paths...), bytes.NewReader(good), &out, &out, func(string) string { return "" })
		return out.String(), err
	}
	out, err := load(dir, filepath.Join(dir, "missing.md"))
	if err == nil || !strings.Contains(out, "documents: 6 (1 new, 0 changed, 0 unchanged, 5 failed)") {
		t.Errorf("%v\n%s", err, out)
	}
	held := ""
	for _, line := range strings.Split(out, "\n") { // what the summary says of the only report is what the graph then holds
		for _, what := range []string{"nodes", "relations", "evidence"} {
			if n, ok := strings.CutPrefix(line, what+": "); ok {
				held += fmt.Sprintf("%q:%s,", what, n)
			}
		}
	}
	if _, ready := get(t, start(t, nil, "--store", file)+"/readyz"); held == "" || !contains(ready, strings.Split(held, ",")) {
		t.Errorf("the summary says %s the graph holds %s", held, ready)
	}
	if out, err = load("-"); err != nil || !strings.Contains(out, "(0 new, 0 changed, 1 unchanged, 0 failed)") {
		t.Errorf("%v\n%s", err, out)
	}
	if out, err = load("--symbol", "228", filepath.Join(dir, "good.md")); err == nil || !strings.Contains(out, `"228" is no document symbol`) {
		t.Errorf("%v\n%s", err, out)
	}
	if out, err = load("--dry-run", filepath.Join(dir, "good.md")); err != nil || !strings.Contains(out, "INDICTED_BY") {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestQuestions asks the playground's questions as a person would: each finds something; docs/questions.md shows the answers, and the
// README the first. README_UPDATE=1 writes them there.
func TestQuestions(t *testing.T) {
	address := start(t, nil, "--store", "sqlite:"+filepath.Join(t.TempDir(), "graph.db"), "--load", "reports")
	var shown []string
	for _, q := range ready(t, address) {
		query := "```graphql\n" + q.Query + "\n```\n"
		if len(q.Variables) > 0 {
			variables, err := json.Marshal(q.Variables)
			if err != nil {
				t.Fatal(err)
			}
			query += "with\n```json\n" + string(variables) + "\n```\n"
		}
		shown = append(shown, fmt.Sprintf("\n**%s**\n\n%s```json\n%s\n```\n", q.Title, query, finds(t, address, q)))
	}
	if len(shown) != 11 {
		t.Errorf("the bundled reports answer %d ready questions", len(shown))
	}
	shows(t, "README.md", "question", shown[0])
	shows(t, filepath.Join("docs", "questions.md"), "questions", strings.Join(shown, ""))
}

// TestQuestionsOfOtherMissions: a single report of another mission answers most of the ready questions, each of which finds something.
func TestQuestionsOfOtherMissions(t *testing.T) {
	documents, err := filepath.Glob(filepath.Join("..", "shared", "reports", "other", "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if len(documents) == 0 {
		t.Skip("NOT RUN: ../shared has no reports of other missions")
	}
	address := start(t, nil, "--store", "sqlite:"+filepath.Join(t.TempDir(), "graph.db"), "--load", documents[0])
	questions := ready(t, address)
	for _, q := range questions {
		finds(t, address, q)
	}
	if len(questions) < 6 {
		t.Errorf("%s answers %d of the ready questions: %v", documents[0], len(questions), questions)
	}
}

// ready are the ready questions that a server offers.
func ready(t *testing.T, address string) (questions []playground.Question) {
	t.Helper()
	_, offered := get(t, address+"/questions")
	if err := json.Unmarshal([]byte(offered), &questions); err != nil {
		t.Fatalf("%v: %s", err, offered)
	}
	return questions
}

// finds is the answer to a ready question, which has to find something.
func finds(t *testing.T, address string, q playground.Question) string {
	t.Helper()
	answer := strings.TrimSpace(askWith(t, address, q.Query, q.Variables))
	if strings.Contains(answer, `"errors"`) || len(answer) < 100 {
		t.Errorf("%s %v %s", q.Title, q.Variables, answer)
	}
	return answer
}

// shows holds what a file says between two comments to a text.
func shows(t *testing.T, file, of, text string) {
	t.Helper()
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	begin, end := "<!-- "+of+": README_UPDATE=1 go test -run TestQuestions . -->\n", "<!-- end of "+of+" -->\n"
	before, rest, ok := strings.Cut(string(whole), begin)
	held, after, ok2 := strings.Cut(rest, end)
	switch {
	case !ok || !ok2:
		t.Fatalf("%s has no place for the %s", file, of)
	case os.Getenv("README_UPDATE") != "":
		if err := os.WriteFile(file, []byte(before+begin+text+"\n"+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	case held != text+"\n":
		t.Errorf("%s shows other answers: README_UPDATE=1 go test -run TestQuestions . writes them anew", file)
	}
}

// TestReadme: it is short, and what it links to is there.
func TestReadme(t *testing.T) {
	files, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, "README.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(text), "\n"); file == "README.md" && n > 120 {
			t.Errorf("README.md has %d lines", n)
		}
		for _, link := range regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(file), link[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", file, link[1])
			}
		}
	}
}

// TestVersionAndCompletion: both are said without a store.
func TestVersionAndCompletion(t *testing.T) {
	t.Chdir(t.TempDir())
	for says, args := range map[string][]string{"councilgraph ": {"--version"}, "complete": {"completion", "-c", "bash"}} {
		var out strings.Builder
		if err := run(t.Context(), args, nil, &out, &out, os.Getenv); err != nil || !strings.Contains(out.String(), says) {
			t.Errorf("%v: %v %s", args, err, &out)
		}
	}
}

// TestRetract: what would go is shown before it goes, and is gone when it is said twice.
func TestRetract(t *testing.T) {
	file := "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
	do := func(args ...string) (string, error) {
		var out strings.Builder
		err := run(context.Background(), append(args, "--store", file), strings.NewReader(""), &out, &out, func(string) string { return "" })
		return out.String(), err
	}
	if out, err := do("load", "reports"); err != nil {
		t.Fatal(err, out)
	}
	for _, c := range []struct{ args, says string }{
		{"retract S/2021/228", "INDICTED_BY: Kadri Veseli → Kosovo Specialist Chambers"},
		{"retract S/2021/228", "Event: Arrest: Jakup Krasniqi"},
		{"retract S/2021/228", "Observation: Troop strength of Kosovo Force: approximately 3,500 (2020-12-31)"},
		{"retract S/2021/228", "nothing was changed"},
		{"retract --yes S/2021/228", "reports: 1 of 6 are gone"},
		{"retract --yes unmik-2012-q1.md unmik-2012-q2.md", "reports: 2 of 5 are gone"},
	} {
		if out, err := do(strings.Fields(c.args)...); err != nil || !strings.Contains(out, c.says) {
			t.Errorf("%s: %v\n%s", c.args, err, out)
		}
	}
	if out, err := do("retract", "S/2021/228"); err == nil || !strings.Contains(err.Error(), "holds no report S/2021/228") {
		t.Errorf("a report that is gone: %v\n%s", err, out)
	}
	if out, err := do("load", "reports"); err != nil || !strings.Contains(out, "(3 new, 0 changed, 3 unchanged, 0 failed)") {
		t.Errorf("loaded again: %v\n%s", err, out)
	}
}

// proxy passes connections on to an address, until it is told to be down: then it cuts them and takes no more.
type proxy struct {
	listener net.Listener
	to       string
	mu       sync.Mutex
	down     bool
	open     []net.Conn
}

func newProxy(t *testing.T, to string) *proxy {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{listener: l, to: to}
	t.Cleanup(func() { _ = l.Close(); p.set(true) })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			p.pass(c)
		}
	}()
	return p
}

func (p *proxy) pass(c net.Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	far, err := net.Dial("tcp", p.to)
	if err != nil || p.down {
		_ = c.Close()
		return
	}
	p.open = append(p.open, c, far)
	for _, pair := range [][2]net.Conn{{c, far}, {far, c}} {
		go func() { _, _ = io.Copy(pair[0], pair[1]); _ = pair[0].Close() }()
	}
}

// move passes new connections on to another address.
func (p *proxy) move(to string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.to = to
}

func (p *proxy) set(down bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.down = down
	if down {
		for _, c := range p.open {
			_ = c.Close()
		}
		p.open = nil
	}
}

// TestNeo4jGoesDown: while the engine is away, queries say UNAVAILABLE and /readyz 503; when it is back, all is well without a restart. One
// that is away from the start is an error that says what to do.
func TestNeo4jGoesDown(t *testing.T) {
	uri := neo4jtest.Start(t)
	_, host, _ := strings.Cut(uri, "://")
	p := newProxy(t, strings.TrimSuffix(host, "/"))
	address := start(t, nil, "--store", "bolt://"+p.listener.Addr().String(), "--load", "reports/kfor-2020-q4.md")
	const query = `{ person(name: "jakup krasniqi") { name } }`
	ready := func() int {
		r, err := http.Get(address + "/readyz")
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		return r.StatusCode
	}
	for _, down := range []bool{false, true, false, true, false} {
		p.set(down)
		answer, status := ask(t, address, query), ready()
		if down && (!strings.Contains(answer, "UNAVAILABLE") || status != 503) || !down && (!strings.Contains(answer, "Jakup Krasniqi") || status != 200) {
			t.Errorf("down %v: %d %s", down, status, answer)
		}
		if strings.Contains(answer, p.listener.Addr().String()) {
			t.Errorf("the answer tells an address: %s", answer)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	p.set(true)
	if err := run(ctx, []string{"--store", "bolt://" + p.listener.Addr().String(), "--listen", "127.0.0.1:0"}, nil, io.Discard, io.Discard, os.Getenv); err == nil || !strings.Contains(err.Error(), "check that it runs") {
		t.Errorf("away from the start: %v", err)
	}
}
