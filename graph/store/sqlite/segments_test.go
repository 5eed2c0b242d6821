package sqlite

import (
	"path/filepath"
	"testing"

	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// A question looks for each of its words in every segment of the full-text indexes: there are few, however many writes there were.
func TestFewSegments(t *testing.T) {
	o := storetest.Ontology(t)
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	documents := storetest.Hubs(o, nil, 15)
	for i := range documents {
		if _, err := s.Write(t.Context(), documents[i:i+1], store.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	for _, index := range []string{"name_text_idx", "paragraph_text_idx"} {
		err := s.read(t.Context(), func(c conn) error {
			return c.run(t.Context(), func(r row) error {
				if n := r.ColumnInt(0); n == 0 || n > 7 {
					t.Errorf("%s has %d segments after %d writes", index, n, len(documents))
				}
				return nil
			}, "SELECT count(DISTINCT segid) FROM "+index)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
