package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What operators do: check, back up, serve the backup to read, ask how it is.
func TestOperating(t *testing.T) {
	folder := t.TempDir()
	file, backup := "sqlite:"+filepath.Join(folder, "graph.db"), filepath.Join(folder, "backup.db")
	do := func(args ...string) (string, error) {
		var out strings.Builder
		err := run(context.Background(), args, nil, &out, io.Discard, os.Getenv)
		return out.String(), err
	}
	for _, missing := range [][]string{{"check"}, {"backup", backup}, {"serve", "--read-only"}} {
		if _, err := do(append([]string{"--store", file}, missing...)...); err == nil {
			t.Errorf("%v: a store that is not there", missing)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "graph.db")); err == nil {
		t.Error("a store that was looked for was made")
	}
	if out, err := do("load", "--store", file, "reports/kfor-2020-q4.md"); err != nil {
		t.Fatal(out, err)
	}
	if out, err := do("check", "--store", file); err != nil || !strings.Contains(out, "whole") {
		t.Error(out, err)
	}
	if out, err := do("backup", "--store", file, backup); err != nil {
		t.Error(out, err)
	}
	address := start(t, nil, "--store", "sqlite:"+backup, "--read-only")
	if out, err := do("health", address); err != nil || !strings.Contains(out, `"reports":1`) {
		t.Error(out, err)
	}
	if _, err := do("health", "http://127.0.0.1:1"); err == nil {
		t.Error("nobody is healthy")
	}
	if _, err := do("serve", "--store", "sqlite:"+backup, "--read-only", "--load", "reports"); err == nil {
		t.Error("--read-only goes with --load")
	}
}
