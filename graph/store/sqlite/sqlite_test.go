package sqlite

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

func open(t *testing.T) store.Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"), storetest.Ontology(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) { storetest.Run(t, open) }

func TestLoading(t *testing.T) { storetest.Loading(t, open, 1, 100/storetest.Fewer) }

func TestRandomQueries(t *testing.T) { storetest.Compare(t, open, 1, 100/storetest.Fewer, 100) }

func TestPages(t *testing.T) { storetest.Pages(t, open, 1, 20/storetest.Fewer, 60) }

func TestStatementsCounted(t *testing.T) {
	s := open(t).(*Store)
	defer s.Close()
	storetest.Budget(t, s, s.Statements, 2)
}

func TestRefusedFilesAreLeftAsTheyWere(t *testing.T) {
	o := storetest.Ontology(t)
	dir := t.TempDir()
	newer := make([]byte, 8192)
	copy(newer, "SQLite format 3\x00")
	copy(newer[60:], []byte{0, 0, 0, 99, 0, 0, 0, 0, 0x43, 0x47, 0x72, 0x66})
	foreign := bytes.Clone(newer)
	foreign[68] = 0
	text := []byte("not a database, but a text of more than a hundred bytes, so that a header could be read from it, were it one.")
	for name, content := range map[string][]byte{"text": text, "newer": newer, "foreign": foreign} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
		if s, err := Open(context.Background(), file, o); err == nil {
			s.Close()
			t.Errorf("%s: was opened", name)
		} else {
			t.Log(err)
		}
		if now, _ := os.ReadFile(file); !bytes.Equal(now, content) {
			t.Errorf("%s: was changed", name)
		}
	}
	if _, err := Open(context.Background(), filepath.Join(dir, "no", "folder.db"), o); err == nil {
		t.Error("a folder that is not there: was opened")
	}
}

// TestOneFile: a store that is closed is one file, which can be copied, though the last write's context is over.
func TestOneFile(t *testing.T) {
	dir := t.TempDir()
	o := storetest.Ontology(t)
	s, err := Open(context.Background(), filepath.Join(dir, "graph.db"), o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := s.Retract(ctx, nil, false); err != nil {
		t.Fatal(err)
	}
	cancel()
	time.Sleep(10 * time.Millisecond) // the driver interrupts in the background
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Errorf("it left %v, %v", files, err)
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{`[]`, `[1,-2.5e3,"a\u00e9\n\ud834\udd1e\ud834x",null,true,[false,[]]]`, `"`, `[1,`, `"\u12"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := decode(s)
		var want any
		if json.Unmarshal([]byte(s), &want) != nil || err != nil {
			return // what SQLite answers is JSON without blanks; of anything else only that it does not panic
		}
		if again, err := json.Marshal(got); err == nil {
			var same any
			if json.Unmarshal(again, &same) != nil || !cmp.Equal(same, want) {
				t.Errorf("%s: %s", s, fmt.Sprint(got))
			}
		}
	})
}

// text is the statement that answers a query.
func text(o *ontology.Ontology) func(plan.Query) string {
	return func(q plan.Query) string { return "SELECT " + (&statement{o: o}).query(q) }
}

func FuzzValues(f *testing.F) { storetest.FuzzValues(f, text(storetest.Ontology(f))) }

func TestGolden(t *testing.T) {
	s := open(t)
	defer s.Close()
	storetest.Golden(t, "sqlite", func(r plan.Root) string { return text(storetest.Ontology(t))(r.Plan.Query) })
	storetest.Golden(t, "answer", storetest.GoldenAnswer(t, s))
}

// A view is of one state of the graph: what is written while it lasts is not seen in it, and does not wait for it.
func TestViews(t *testing.T) {
	s := open(t).(*Store)
	defer s.Close()
	documents := storetest.Hubs(s.o, nil, 2)
	count := func(fetch plan.Fetch) int64 {
		value, err := fetch(t.Context(), &plan.Census{Counts: true})
		if err != nil {
			t.Fatal(err)
		}
		return value.([]plan.Value)[2].(int64)
	}
	if _, err := s.Write(t.Context(), documents[:1], store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	err := s.View(t.Context(), func(fetch plan.Fetch) error {
		before := count(fetch)
		if _, err := s.Write(t.Context(), documents[1:], store.WriteOptions{}); err != nil {
			return err
		}
		if now := count(fetch); now != before {
			t.Errorf("%d documents, then %d in one view", before, now)
		}
		if now := count(s.Fetch); now != before+1 {
			t.Errorf("%d documents beside the view, which began with %d", now, before)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.View(t.Context(), func(fetch plan.Fetch) error { count(fetch); return nil }); err != nil {
		t.Error(err)
	}
}
