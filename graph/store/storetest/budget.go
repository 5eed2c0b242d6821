package storetest

import (
	"context"
	"testing"

	"councilgraph/graph/store"
	"councilgraph/graph/walk"
)

// Budget holds a store to the table of the contract: how many statements a request may cost, counted by count where the store sends them. A
// step of a neighborhood may cost perStep.
func Budget(t *testing.T, s store.Store, count func() uint64, perStep uint64) {
	a := NewAsker(t)
	if _, err := s.Write(context.Background(), casesCorpus(a.Ontology), store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	in, _ := casesNames(a.Ontology)
	walker := &walk.Walker{Store: s}
	ask := func(query string) (statements uint64) {
		before := count()
		for _, r := range a.Plans(t, in.Replace(query)) {
			var err error
			switch {
			case r.Err != nil:
				t.Fatalf("%s: %v", query, r.Err)
			case r.Plan.Walk != nil:
				_, err = walker.Answer(context.Background(), r.Plan.Walk)
			default:
				_, err = s.Fetch(context.Background(), r.Plan.Query)
			}
			if err != nil {
				t.Fatalf("%s: %v", query, err)
			}
		}
		return count() - before
	}
	ask(`{ search(text: "arden") { totalCount } }`) // reading the vocabulary is not counted
	for _, c := range []struct {
		query string
		most  uint64
	}{
		{`{ __typename }`, 0},
		{`{ search(text: "arden") { totalCount edges { match node { name } } } }`, 2},
		{`{ search(text: "qill -ann", where: {person: {}}) { nodes { name } } }`, 2},
		{`{ neighborhood(of: ["{elan}"], depth: 1) { nodes { name } relations { type evidence(first: 1) { quote } } hidden { count after } } }`, perStep + 1},
		{`{ neighborhood(of: ["{elan}"], depth: 3, perNode: 1, direction: OUT) { nodes { name } hidden { count after } truncated } }`, 3*perStep + 1},
		{`{ neighborhood(of: ["{elan}", "{cy}"], depth: 6) { nodes { name relations(first: 1) { totalCount } } } }`, 6*perStep + 1},
		{`{ paths(from: "{elan}", to: "{bo}") { length nodes { name } hops { relations { type } } } }`, 2*6 + 1},
		{`{ paths(from: "{elan}", to: "{cy}", maxLength: 2) { length } }`, 2*2 + 1},
		{`{ paths(from: "{elan}", to: "{elan}") { length } }`, 2*6 + 1},
		{`{ timeline { totalCount nodes { __typename } } }`, 1},
		{`{ timeline(of: ["{elan}"], types: [INDICTED_BY], from: "2020-01-01", first: 1) { nodes { __typename } } }`, 1},
		{`{ series(metric: TROOP_STRENGTH, of: "{force}") { nodes { value evidence(first: 1) { quote } } } }`, 1},
		{`{ compareReports(base: "{a}", head: "{b}") { added { type } dropped { type } changed { properties { property } } figures { metric } } }`, 2},
	} {
		if n := ask(c.query); n > c.most {
			t.Errorf("%d statements, at most %d are allowed: %s", n, c.most, c.query)
		}
	}
	// Lookups and lists, with all nesting, totals and groups: one for each root field.
	single := 0
	for _, query := range Queries {
		for _, r := range a.Plans(t, query) {
			if r.Err != nil || r.Plan.Walk != nil {
				continue
			}
			single++
			before := count()
			if _, err := s.Fetch(context.Background(), r.Plan.Query); err != nil {
				t.Fatalf("%s: %v", query, err)
			}
			if n := count() - before; n != 1 {
				t.Errorf("%d statements for %s of %s", n, r.Key, query)
			}
		}
	}
	if single < 15 {
		t.Errorf("only %d root fields were asked for: too few", single)
	}
}
