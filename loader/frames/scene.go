package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// sceneOf are the places, no countries, of which a clause tells that what a noun names was to be seen there: "Klina saw clashes", "Klina
// was the scene of clashes".
func (r *run) sceneOf(o occurrence) []*lexicon.Entity {
	clause := &r.s.Clauses[o.clause]
	if !o.noun || clause.Verb < 0 || r.passive(o.clause) || len(clause.Object) == 0 {
		return nil
	}
	if !r.ofScene(clause, o.group) && !(stands(clause.Object, o.group) && text.IsAny(r.s.Groups[clause.Verb].Low, beholds)) {
		return nil
	}
	f := r.resolve(clause.Subject, place, false)
	if f == nil || slices.ContainsFunc(f.entities, country) {
		return nil
	}
	return f.entities
}

// ofScene says that a clause tells of something that it was the scene of what a noun names.
func (r *run) ofScene(clause *text.Clause, g int) bool {
	if clause.Verb < 0 || !r.s.Groups[clause.Verb].Verb.Copula || len(clause.Object) == 0 || r.head(clause.Object[0].Group).Low != "scene" {
		return false
	}
	return slices.Contains(clause.Object[0].Of, g) || r.whenBetween(clause.Object[0].Group, g)
}

// whenBetween says that a noun group stands behind the "of" of another with no more than a day between them: "the scene on 4 May of
// clashes".
func (r *run) whenBetween(noun, of int) bool {
	return of > noun+2 && r.s.Groups[of-1].Low == "of" && r.onlyBetween(noun, of, text.Preposition, text.When) && slices.ContainsFunc(r.s.Groups[noun+1:of], func(g text.Group) bool { return g.Kind == text.When })
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

// visitTold visits the relative clauses that tell of the happening in which something came about, or which brought it about: "in the storm
// that struck Klina on 3 September, two died", "the storm that struck Klina on 3 September claimed", "… destroyed nine roofs and killed
// two".
func (w *writer) visitTold(o occurrence, visit func(o occurrence, limit int) bool) bool {
	clause := &w.s.Clauses[o.clause]
	if clause.Verb < 0 {
		return false
	}
	brings := w.brings(o)
	for c := range w.s.Clauses {
		inner := &w.s.Clauses[c]
		if inner.Kind != text.RelativeClause || inner.Parent != o.clause || inner.Verb < 0 || inner.Governor < 0 {
			continue
		}
		verb := &w.s.Groups[inner.Verb]
		there := tellsToHappen(verb) || len(inner.Object) == 0 && text.IsAny(verb.Low, ensues) || !verb.Verb.Passive && !inner.ObjectRole && text.IsAny(verb.Low, strikes)
		in := amid[w.prepositionOf(w.courseOf(inner.Governor))] && (w.happens(inner.Governor) && there || len(w.comesOver(inner)) > 0)
		struck := len(clause.Subject) > 0 && len(w.comesOver(inner)) > 0 && w.thingDoes(o.clause)
		if (in || (brings || struck) && inner.Governor == clause.Subject[0].Group) && visit(occurrence{frame: o.frame, clause: c, group: inner.Verb, object: -1}, -1) {
			return true
		}
	}
	return false
}

// visitInFront visits the clauses before the subject of a main clause, the group at limit, that tell at what it came about, and what the
// next one that a conjunction joins to it: "when a wall collapsed in Klina, two died and three were hurt".
func (w *writer) visitInFront(frame *Frame, main, limit int, visit func(o occurrence, limit int) bool) bool {
	for c := range w.s.Clauses {
		inner := &w.s.Clauses[c]
		if inner.Kind == text.Adverbial && inner.Parent == main && atOnce[inner.Marker] && inner.Verb >= 0 && inner.Verb < limit &&
			visit(occurrence{frame: frame, clause: c, group: inner.Verb, object: -1}, -1) {
			return true
		}
	}
	return false
}

// courseOf is the "course" in which something came about that a noun names, or which of several such that was, or the noun itself: "in the
// course of the storm", "in the second of the three crashes".
func (r *run) courseOf(g int) int {
	if g > 1 && r.s.Groups[g-1].Low == "of" && (r.head(g-2).Low == "course" || r.head(g-2).Kind == text.Number || ordinals[r.head(g-2).Low]) {
		return g - 2
	}
	return g
}

// brings says that the subject of a clause is what brought about what its verb tells: "the storm claimed two lives", "took two lives".
func (w *writer) brings(o occurrence) bool {
	clause := &w.s.Clauses[o.clause]
	if o.noun || clause.Verb < 0 || len(clause.Subject) == 0 {
		return false
	}
	return text.IsAny(w.s.Groups[clause.Verb].Low, causes) || o.object >= 0 && len(o.frame.Figures) > 0 && !w.passive(o.clause)
}

// heldThere says that a relative clause tells when and where that was held in the course of which a verb tells something to have been done:
// "at a hearing held in Klina on 4 May, the court acquitted X", "resigned at a meeting held in Klina", not "under an agreement signed in
// Klina on 4 May", nor what somebody is accused of having done there.
func (r *run) heldThere(o occurrence, inner *text.Clause) bool {
	g, verb := inner.Governor, &r.s.Groups[inner.Verb]
	if g < 0 || g > o.group && r.accuses {
		return false
	}
	if prep := r.prepositionOf(r.courseOf(g)); prep != "at" && (g > o.group || prep != "in" && prep != "during") {
		return false
	}
	return verb.Verb.Passive && text.IsAny(verb.Low, convokes) || !verb.Verb.Passive && tellsToHappen(verb)
}

// onTheWay says that a fact tells where those were going to whom, before they came there, something happened: "while driving to Klina, a
// guard".
func (r *run) onTheWay(f *Fact) bool {
	return f.Event.Kind == "OTHER" && slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		if c.Kind != text.Adverbial || c.Marker != "while" || c.Verb < 0 || !slices.ContainsFunc(c.Attached, func(a text.Attachment) bool { return a.Prep == "to" }) {
			return false
		}
		from := &r.s.Tokens[r.s.Groups[c.Verb].From]
		return from.Tag == "VBG" && from.From == f.At
	})
}
