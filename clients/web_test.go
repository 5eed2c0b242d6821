package clients

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The tests of this file want npm ci in clients/web first: .ci/run does it.

func TestCaches(t *testing.T) {
	address := serve(t)
	for _, client := range []string{"apollo.mjs", "urql.mjs"} {
		if out := program(t, "REQUIRE_NODE", "web", "node", client, address); !strings.Contains(out, `"then":`) {
			t.Errorf("%s: %s", client, out)
		}
	}
}

// TestRelay: each kind of thing that has an id can be fetched again by it, and a list goes on.
func TestRelay(t *testing.T) {
	program(t, "REQUIRE_NODE", "web", "npm", "run", "--silent", "relay")
	for _, query := range []string{"personRefetchQuery", "relationRefetchQuery", "entityRefetchQuery"} {
		if _, err := os.Stat(filepath.Join("web", "src", "__generated__", query+".graphql.js")); err != nil {
			t.Error(err)
		}
	}
}

// shown is what look.mjs sees of the dashboard.
type shown struct {
	Charts []struct {
		ID, Says string
		Drawn    bool
	}
	Alert  string
	Errors []string
}

// TestDashboard: the dashboard builds with the types made of the schema, and shows what a server on another port answers. UPDATE_GOLDEN=1
// renews its picture in docs.
func TestDashboard(t *testing.T) {
	chromium := browser(t)
	program(t, "REQUIRE_NODE", "web", "npm", "run", "--silent", "build")
	pages := httptest.NewServer(http.FileServer(http.Dir("web")))
	t.Cleanup(pages.Close)
	look := func(server string, picture ...string) (seen shown) {
		t.Helper()
		page := pages.URL + "/dashboard.html?server=" + url.QueryEscape(server)
		out := program(t, "REQUIRE_NODE", "web", "node", append([]string{"look.mjs", chromium, page}, picture...)...)
		if err := json.Unmarshal([]byte(out), &seen); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return seen
	}

	var picture []string
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		picture = []string{filepath.Join("..", "..", "docs", "dashboard.png")}
	}
	address := serve(t, pages.URL)
	seen := look(address, picture...)
	if seen.Alert != "" || len(seen.Errors) > 0 || len(seen.Charts) != 3 {
		t.Fatalf("%+v", seen)
	}
	says := map[string]string{"happenings": arrests(t, address, "2012"), "contributors": "personnel: Ukraine 3", "named": "Hashim Thaçi "}
	for _, c := range seen.Charts {
		if !c.Drawn || says[c.ID] == "" || !strings.Contains(c.Says, says[c.ID]) {
			t.Errorf("%s: drawn %v, says %q, not %q", c.ID, c.Drawn, c.Says, says[c.ID])
		}
	}

	if seen = look(serve(t)); seen.Alert == "" {
		t.Errorf("a page is shown what its origin may not read: %+v", seen)
	}
}

// TestPlayground: the page of the server completes, documents, remembers, has tabs and links, answers its collection, and asks no other
// host for anything. UPDATE_GOLDEN=1 renews its picture in docs.
func TestPlayground(t *testing.T) {
	args := []string{"playground.mjs", browser(t), serve(t)}
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		args = append(args, filepath.Join("..", "..", "docs", "playground.png"))
	}
	var seen struct {
		Questions, Answers, Docs, Completion, Errors, Elsewhere []string
		Tabs, History                                           int
		Link                                                    string
	}
	out := program(t, "REQUIRE_NODE", "web", "node", args...)
	if err := json.Unmarshal([]byte(out), &seen); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if len(seen.Errors) > 0 || len(seen.Elsewhere) > 0 {
		t.Errorf("errors %q, asked elsewhere %q", seen.Errors, seen.Elsewhere)
	}
	for i, answer := range seen.Answers {
		if len(answer) < 100 || strings.Contains(answer, `"errors"`) {
			t.Errorf("%s: %s", seen.Questions[i], answer)
		}
	}
	if n := len(seen.Questions); n == 0 || n != len(seen.Answers) || seen.Tabs != n || seen.History == 0 {
		t.Errorf("%d questions, %d answers, %d tabs, %d remembered", n, len(seen.Answers), seen.Tabs, seen.History)
	}
	ofPersons := func(completion string) bool { return strings.HasPrefix(completion, "persons") }
	if !strings.HasPrefix(seen.Link, "query Offices(") || !slices.Contains(seen.Docs, "Person") ||
		!slices.ContainsFunc(seen.Completion, ofPersons) {
		t.Errorf("the link opens %q, the documentation has %q, completed is %q", seen.Link, seen.Docs, seen.Completion)
	}
}

// browser is the path of a Chromium. Where there is none, the test is skipped, loudly; with REQUIRE_CHROMIUM=1 it fails.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("REQUIRE_CHROMIUM") == "1" {
		t.Fatal("there is no Chromium: install it, on Debian by apt-get install chromium")
	}
	t.Skip("NOT RUN: there is no Chromium to show the dashboard in")
	return ""
}

// arrests is what the chart of happenings says of a year.
func arrests(t *testing.T, address, year string) string {
	t.Helper()
	query := fmt.Sprintf(`{ events(where: {eventKind: {eq: ARREST}, date: {gte: "%s-01-01", lte: "%s-12-31"}}, first: 0) { totalCount } }`, year, year)
	response, err := http.Get(address + "/graphql?query=" + url.QueryEscape(query))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var a struct {
		Data struct{ Events struct{ TotalCount int } }
	}
	if err := json.NewDecoder(response.Body).Decode(&a); err != nil || a.Data.Events.TotalCount == 0 {
		t.Fatalf("%v: %+v", err, a)
	}
	return fmt.Sprintf("%s %d,", year, a.Data.Events.TotalCount)
}
