package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

func filled(t *testing.T) (*Store, string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "graph.db")
	o := storetest.Ontology(t)
	s, err := Open(t.Context(), file, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Write(t.Context(), storetest.Corpus(o), store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	return s, file
}

// What is whole passes, and each kind of damage is found; looking changes nothing.
func TestCheck(t *testing.T) {
	for damage, finds := range map[string]string{
		"":                                   "",
		"UPDATE node SET name = name || 'x'": "is not what the documents say",
		"DELETE FROM node WHERE no = (SELECT min(no) FROM node)":         "is missing",
		"UPDATE relation SET reports = reports + 1":                      "is not what the documents say",
		"DELETE FROM relation WHERE id = (SELECT min(id) FROM relation)": "is missing",
		"INSERT INTO relation (id, type, from_id, to_id, ordinal, told, reports, varies) SELECT 'r', type, from_id, to_id, 0, told, 1, 0 FROM relation LIMIT 1": "without a statement",
		"UPDATE statement SET quote = 'else' WHERE owner < 0 AND quote != ''":                                                                                   "the evidence of",
		"DELETE FROM name_key":                     "the names of",
		"DELETE FROM name_text_data WHERE id > 10": "damaged",
	} {
		s, _ := filled(t)
		if damage != "" {
			if err := s.write(t.Context(), func(c conn) error { return c.run(t.Context(), nil, damage) }); err != nil {
				t.Fatalf("%s: %v", damage, err)
			}
		}
		before, _ := s.Count(t.Context())
		wrong, err := s.Check(t.Context())
		if err != nil {
			t.Fatalf("%s: %v", damage, err)
		}
		if text := strings.Join(wrong, "\n"); (damage == "") != (text == "") || !strings.Contains(text, finds) {
			t.Errorf("%s: found %.300s", damage, text)
		}
		if after, _ := s.Count(t.Context()); after != before {
			t.Errorf("%s: looking changed the graph", damage)
		}
		_ = s.Close()
	}
}

// What documents that come one after the other add up to, is what all of them add up to together, to the last tally that is kept.
func TestAddedUpOneByOne(t *testing.T) {
	o := storetest.Ontology(t)
	for seed := range 30 / storetest.Fewer {
		s, err := Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"), o)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range storetest.Documents(o).Example(seed) {
			if _, err := s.Write(t.Context(), []store.Document{d}, store.WriteOptions{Replace: true}); err != nil {
				t.Fatal(err)
			}
		}
		if wrong, err := s.Check(t.Context()); err != nil || len(wrong) > 0 {
			t.Errorf("seed %d: %v %v", seed, wrong, err)
		}
		_ = s.Close()
	}
}

// A backup is the same graph, and takes no other file's place.
func TestBackup(t *testing.T) {
	s, _ := filled(t)
	defer s.Close()
	file := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), file); err == nil {
		t.Error("a backup takes the place of a file")
	}
	if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "no", "copy.db")); err == nil {
		t.Error("a backup goes to a folder that is not there")
	}
	c, err := Open(t.Context(), file, s.o)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	a := storetest.NewAsker(t)
	for _, q := range storetest.Queries {
		if got, want := a.Ask(t, c, q), a.Ask(t, s, q); got != want {
			t.Errorf("%s\n got %s\nwant %s", q, got, want)
		}
	}
	if wrong, err := c.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
}

// A store is read without any right to write it.
func TestReadOnly(t *testing.T) {
	s, file := filled(t)
	o := s.o
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(file, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(file), 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Dir(file), 0o755) })
	r, err := OpenReadOnly(t.Context(), file, o)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	a := storetest.NewAsker(t)
	if text := a.Ask(t, r, `{ reports { totalCount } }`); !strings.Contains(text, `"totalCount":3`) {
		t.Error(text)
	}
	if _, err := r.Write(context.Background(), storetest.Corpus(o), store.WriteOptions{}); err == nil || !strings.Contains(err.Error(), "read only") {
		t.Errorf("it is written: %v", err)
	}
	if files, _ := os.ReadDir(filepath.Dir(file)); os.Getuid() != 0 && len(files) != 1 {
		t.Errorf("there are files beside it: %v", files)
	}
	if _, err := OpenReadOnly(t.Context(), file+"x", o); err == nil {
		t.Error("a store that is not there is read")
	}
}
