package store

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"councilgraph/graph/ontology"
)

// link leads references to the reports that their symbols name now, of those that are held.
func (a *addition) link() error {
	if len(a.bases) == 0 {
		return nil
	}
	bases := slices.Sorted(maps.Keys(a.bases))
	references, err := a.l.References(bases, nil)
	if err != nil || len(references) == 0 {
		return err
	}
	held, err := a.l.Documents(nil, bases)
	if err != nil {
		return err
	}
	var changed []Reference
	for _, r := range references {
		to := BySymbol(r.Symbol, held)
		if to == r.To {
			continue
		}
		for _, r.To = range []string{r.To, to} {
			if t := r.triple(a.o); r.To != "" && a.triples[t] == nil {
				a.triples[t] = nil
			}
		}
		changed = append(changed, r)
	}
	return a.l.Lead(changed)
}

// isNew says whether a node was not held.
func (a *addition) isNew(id string, held map[string]*Tally) bool {
	_, touched := a.nodes[id]
	_, was := held[id]
	return touched && !was && !a.again[id]
}

// sumNew computes relations of which there are no statements but those that were taken up: an end is new, and no reference leads along
// them. It asks the store nothing, which may still be busy with what it was given.
func (a *addition) sumNew(held map[string]*Tally) {
	alike := a.o.Alike()
	for t, added := range a.triples {
		if rel := a.o.Relation(t.Relation); len(added) > 0 && !slices.Contains(alike, rel) && (a.isNew(t.From, held) || a.isNew(t.To, held)) {
			a.relations = append(a.relations, Relations(rel, t.From, t.To, added)...)
			delete(a.triples, t)
		}
	}
}

// sumRelations computes again what the statements on the touched triples add up to, but for those of sumNew. Where an end is new, there are
// none but those that were taken up.
func (a *addition) sumRelations(held map[string]*Tally) error {
	var old, alike []Triple
	for t := range a.triples {
		if a.isNew(t.From, held) || a.isNew(t.To, held) {
			continue
		}
		old = append(old, t)
	}
	for _, r := range a.o.Alike() {
		for t := range a.triples {
			if t.Relation != r.Name {
				continue
			}
			if alike = append(alike, t); r.Symmetric {
				alike = append(alike, Triple{t.To, t.Relation, t.From}) // a reference says which end it is of
			}
		}
	}
	slices.SortFunc(old, Triple.compare)
	told, err := a.l.TakeStatements(old)
	if err != nil {
		return err
	}
	slices.SortFunc(alike, Triple.compare)
	references, err := a.l.References(nil, alike)
	if err != nil {
		return err
	}
	for _, r := range references {
		t := r.triple(a.o)
		r.Linked = true
		a.triples[t] = append(a.triples[t], r.Told)
	}
	all := a.relations
	for t, added := range a.triples {
		statements := slices.DeleteFunc(told[t], func(s Told) bool { return s.Linked || a.gone[s.Report()] })
		if statements = append(statements, added...); len(statements) == 0 {
			continue
		}
		rel := a.o.Relation(t.Relation)
		if rel == nil {
			return fmt.Errorf("the store holds relations of the type %s, which the ontology no longer has", t.Relation)
		}
		all = append(all, Relations(rel, t.From, t.To, statements)...)
	}
	slices.SortFunc(all, func(x, y Relation) int { return cmp.Compare(x.ID, y.ID) })
	return a.l.PutRelations(all)
}

// triple is what a reference that leads somewhere adds to.
func (r Reference) triple(o *ontology.Ontology) Triple {
	from, to := Ends(o.Relation(r.Relation), r.From, r.To)
	return Triple{from, r.Relation, to}
}

func (t Triple) compare(u Triple) int {
	return cmp.Or(cmp.Compare(t.Relation, u.Relation), cmp.Compare(t.From, u.From), cmp.Compare(t.To, u.To))
}
