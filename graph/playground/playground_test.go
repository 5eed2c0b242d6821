package playground

import (
	"context"
	"errors"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestBuildIsFresh: what is embedded is what the sources and the pinned packages make. It wants npm ci in web first: .ci/run does it.
func TestBuildIsFresh(t *testing.T) {
	folder := t.TempDir()
	command := exec.Command("node", "build.mjs", folder)
	command.Dir = "web"
	if out, err := command.CombinedOutput(); err != nil {
		if os.Getenv("REQUIRE_NODE") != "1" && (errors.Is(err, exec.ErrNotFound) || strings.Contains(string(out), "ERR_MODULE_NOT_FOUND")) {
			t.Skipf("NOT RUN: %v: %s", err, out)
		}
		t.Fatalf("%v\n%s", err, out)
	}
	built, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if embedded, err := dist.ReadDir("dist"); err != nil || len(embedded) != len(built) {
		t.Errorf("%d files are embedded, %d were built: make playground (%v)", len(embedded), len(built), err)
	}
	for _, file := range built {
		fresh, err := os.ReadFile(filepath.Join(folder, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if held, err := dist.ReadFile("dist/" + file.Name()); err != nil || string(unpacked(held)) != string(unpacked(fresh)) {
			t.Errorf("%s is not what is embedded: make playground (%v)", file.Name(), err)
		}
	}
}

func TestFile(t *testing.T) {
	get := func(name, tag string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "/playground/"+name, nil)
		r.SetPathValue("file", name)
		r.Header.Set("If-None-Match", tag)
		w := httptest.NewRecorder()
		File(w, r)
		return w
	}
	w := get("main.js", "")
	if media := w.Header().Get("Content-Type"); w.Code != 200 || w.Body.Len() < 1<<20 || !strings.HasPrefix(media, "text/javascript") {
		t.Errorf("%d, %d bytes of %s", w.Code, w.Body.Len(), media)
	}
	if w = get("main.js", w.Header().Get("ETag")); w.Code != 304 {
		t.Errorf("what is unchanged answers %d", w.Code)
	}
	if w = get("NOTICES.txt", ""); !strings.Contains(w.Body.String(), "graphiql 5.") || !strings.Contains(w.Body.String(), "Permission is hereby granted") {
		t.Errorf("%d: no licences", w.Code)
	}
	for _, name := range []string{"nothing.js", "../playground.go", ""} {
		if w := get(name, ""); w.Code != 404 {
			t.Errorf("%s answers %d", name, w.Code)
		}
	}
}

// TestQuestionsOffered: none is where there is nothing to find, nor one with two names where they would be the same.
func TestQuestionsOffered(t *testing.T) {
	single := 0
	for block := range strings.SplitSeq(questions, "\n\n") {
		if strings.Count(block, "# $") < 2 {
			single++
		}
	}
	for answer, want := range map[string]int{`{"nodes":[]}`: 0, `null`: 0, `{"nodes":[{"symbol":null,"restates":"the \"one\"","name":"two"}]}`: single} {
		offered, err := Questions(t.Context(), func(context.Context, string, map[string]any) ([]byte, error) { return []byte(answer), nil })
		if err != nil || len(offered) != want {
			t.Errorf("%s: %d offered, not %d: %v", answer, len(offered), want, err)
		}
		for _, q := range offered {
			for name, value := range q.Variables {
				if value != `the "one"` {
					t.Errorf("%s: $%s is %q", q.Title, name, value)
				}
			}
		}
	}
	if _, err := Questions(t.Context(), func(context.Context, string, map[string]any) ([]byte, error) { return nil, errors.New("no store") }); err == nil {
		t.Error("a store that does not answer offers questions")
	}
}
