package sqlite

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// What is counted is counted once, and again when anybody has changed the file; who looks at the file as it was is told how much there was.
func TestCountsAreAsTheFileIs(t *testing.T) {
	o, file := storetest.Ontology(t), filepath.Join(t.TempDir(), "graph.db")
	var stores [2]*Store
	for i := range stores {
		s, err := Open(t.Context(), file, o)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		stores[i] = s
	}
	s, other := stores[0], stores[1]
	census := func(fetch plan.Fetch) plan.Value {
		value, err := fetch(t.Context(), &plan.Census{Counts: true})
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
	documents := storetest.Hubs(o, nil, 2)
	for i := range documents {
		if _, err := other.Write(t.Context(), documents[i:i+1], store.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
		n, err := s.Count(t.Context())
		if err != nil || n.Reports != i+1 || n.Evidence == 0 {
			t.Fatalf("%d documents were written, and counted are %+v, %v", i+1, n, err)
		}
		counted := s.known.Load()
		want := []plan.Value{int64(n.Reports), int64(n.Nodes), int64(n.Relations), int64(n.Evidence)}
		if got := census(s.Fetch).([]plan.Value)[2:6]; !reflect.DeepEqual(got, want) {
			t.Errorf("the census is %v, counted are %v", got, want)
		}
		if s.known.Load() != counted {
			t.Error("a file that has not changed was counted again")
		}
	}
	err := s.View(t.Context(), func(fetch plan.Fetch) error {
		before := census(fetch)
		if _, err := other.Retract(context.Background(), []string{documents[0].Report}, false); err != nil {
			return err
		}
		if now := census(s.Fetch); reflect.DeepEqual(now, before) {
			t.Errorf("a report was retracted, and there is still %v", now)
		}
		if still := census(fetch); !reflect.DeepEqual(still, before) {
			t.Errorf("a view of the file as it was counts %v, not %v", still, before)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
