package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// sceneOf are the places, no countries, of which a clause tells that what a noun names was to be seen there: "Klina saw clashes", "Klina was the
// scene of clashes".
func (r *run) sceneOf(o occurrence) []*lexicon.Entity {
	clause := &r.s.Clauses[o.clause]
	if !o.noun || clause.Verb < 0 || r.passive(o.clause) || len(clause.Object) == 0 {
		return nil
	}
	scene := clause.Object[0]
	is := r.s.Groups[clause.Verb].Verb.Copula && r.head(scene.Group).Low == "scene" && slices.Contains(scene.Of, o.group)
	if !is && !(stands(clause.Object, o.group) && text.IsAny(r.s.Groups[clause.Verb].Low, beholds)) {
		return nil
	}
	f := r.resolve(clause.Subject, place, false)
	if f == nil || slices.ContainsFunc(f.entities, country) {
		return nil
	}
	return f.entities
}

// entered are the places that somebody went to or into by the verb before the one that tells what was done there: "entered Klina and burned
// houses".
func (r *run) entered(o occurrence) []*lexicon.Entity {
	clause := &r.s.Clauses[o.clause]
	if o.noun || !o.frame.ofUnrest() || clause.Kind != text.Coordinate || clause.Governor < 0 || r.passive(o.clause) {
		return nil
	}
	c := r.s.In[clause.Governor]
	before := &r.s.Clauses[c]
	if !r.arrives(c) || before.Verb != clause.Governor {
		return nil
	}
	to := before.Object
	for _, a := range before.Attached {
		if len(to) == 0 && a.Prep == "to" && a.At == before.Verb+1 {
			to = a.Phrases
		}
	}
	if f := r.resolve(to, place, false); f != nil {
		return f.entities
	}
	return nil
}
