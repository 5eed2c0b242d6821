package frames

import (
	"cmp"
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// goesOnFrom is the relative clause with "in which" that a clause of its own goes on from, by what else came about: "the bombing in which
// 12 were killed and 40 were injured"; -1 for none.
func (r *run) goesOnFrom(c int) int {
	clause := &r.s.Clauses[c]
	if clause.Parent >= 0 || len(clause.Groups) == 0 || len(clause.Subject) == 0 || r.s.Groups[clause.Subject[0].Group].Count == nil {
		return -1
	}
	k := clause.Groups[0]
	if kind := r.s.Groups[k].Kind; kind != text.Conjunction && kind != text.Break {
		k--
	}
	if k < 1 || r.s.Groups[k].Kind != text.Conjunction && r.s.Groups[k].Kind != text.Break {
		return -1
	}
	before := r.s.In[k-1]
	if before < 0 {
		return -1
	}
	if first, _, within := strings.Cut(r.s.Clauses[before].Marker, " "); !within || !amid[first] {
		return -1
	}
	return before
}

// tellsHappened is the clause that tells of what a clause with "in which" is of that it happened: "a blast that occurred on 4 May in a
// shop, in which nine died"; -1 for none.
func (w *writer) tellsHappened(c int) int {
	clause := &w.s.Clauses[c]
	if first, _, relative := strings.Cut(clause.Marker, " "); !relative || !amid[first] || clause.Parent < 0 {
		return -1
	}
	of := w.behindWhat(clause)
	if of < 0 {
		return -1
	}
	in := w.s.In[of]
	inner := &w.s.Clauses[in]
	if in != clause.Parent && inner.Kind == text.RelativeClause && inner.Verb >= 0 && inner.Governor >= 0 && w.happens(inner.Governor) && tellsToHappen(&w.s.Groups[inner.Verb]) {
		return in
	}
	return -1
}

// whereIn visits what says when and where that was which a clause with "where" tells: the clauses with that "where" in front of it ("to
// Klina, where on 4 May shells fell and nine died"), and the clause in which the place stands ("having overrun Klina on 4 May, where nine
// died"). It says whether one said enough.
func (w *writer) whereIn(o occurrence, visit func(o occurrence, limit int) bool) bool {
	clause := &w.s.Clauses[o.clause]
	if clause.Marker != "where" || clause.Parent < 0 || len(clause.Groups) == 0 {
		return false
	}
	at := func(c int) bool {
		return w.s.Clauses[c].Verb >= 0 && visit(occurrence{frame: o.frame, clause: c, group: w.s.Clauses[c].Verb, object: -1}, -1)
	}
	for c := o.clause - 1; c > clause.Parent; c-- {
		if w.besideWhere(clause, c) && at(c) {
			return true
		}
	}
	of := w.behindWhat(clause)
	return of >= 0 && w.s.In[of] != clause.Parent && w.inGerund(of) && at(w.s.In[of])
}

// inGerund says that a group stands in a clause with a gerund: "having overrun Klina".
func (r *run) inGerund(g int) bool {
	verb := r.s.Clauses[r.s.In[g]].Verb
	return verb >= 0 && r.s.Groups[verb].Verb.Form == text.Gerund
}

// besideWhere says that clause c begins with the "where" or "in which" of another one, which that one goes on from.
func (r *run) besideWhere(clause *text.Clause, c int) bool {
	other := &r.s.Clauses[c]
	in := clause.Kind == text.RelativeClause && strings.HasSuffix(clause.Marker, " which") && other.Governor == clause.Governor
	return (in || clause.Marker == "where") && other.Marker == clause.Marker && other.Parent == clause.Parent &&
		len(other.Groups) > 0 && other.Groups[0] < clause.Groups[0]
}

// behindWhat is the noun group that stands right before a clause, or before the first of several that begin with one "where" or "in which";
// -1 for none.
func (r *run) behindWhat(clause *text.Clause) int {
	first := clause.Groups[0]
	for c := range r.s.Clauses {
		if r.besideWhere(clause, c) {
			first = min(first, r.s.Clauses[c].Groups[0])
		}
	}
	for k := first - 1; k >= 0; k-- {
		switch r.s.Groups[k].Kind {
		case text.NounGroup:
			return k
		case text.Comma, text.Preposition, text.Subordinator, text.Relative, text.When:
		default:
			return -1
		}
	}
	return -1
}

// dateOfScene is the date of the happening in whose phrase stands what a clause with "where" or "in which" is of, or that which goes on
// from one: "the massacre of 4 May in Klina, where nine died", "accused of the attack of 4 May on the mill in Klina, in which nine died";
// nil for none.
func (w *writer) dateOfScene(c int) *text.DateExpression {
	if before := w.goesOnFrom(c); before >= 0 && w.dateIn(whole(&w.s.Clauses[c])) == nil {
		c = before
	}
	clause := &w.s.Clauses[c]
	first, _, relative := strings.Cut(clause.Marker, " ")
	if clause.Parent < 0 || len(clause.Groups) == 0 || !(relative && amid[first]) && clause.Marker != "where" || w.pluperfect(clause) || w.dateIn(whole(clause)) != nil {
		return nil
	}
	of := w.behindWhat(clause)
	if of < 0 {
		return nil
	}
	for k := range w.s.Clauses {
		if w.besideWhere(clause, k) && w.dateIn(whole(&w.s.Clauses[k])) != nil {
			return nil
		}
	}
	for _, g := range slices.Backward(w.s.Clauses[w.s.In[of]].Groups) {
		if g <= of && w.s.Groups[g].Kind == text.NounGroup && w.happens(g) && (g == of || w.phrase(g)[0].to > of) {
			if clause.Marker == "where" && !slices.ContainsFunc(w.set.nouns[text.Singular(w.head(g).Low)], (*Frame).ofUnrest) {
				return nil
			}
			return cmp.Or(w.dateOfNoun(g), w.dateWithin(g))
		}
	}
	return nil
}
