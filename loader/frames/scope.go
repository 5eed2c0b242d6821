package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// stretch is a part of a clause, in groups: what stands there may say when and where something happened.
type stretch struct {
	clause   *text.Clause
	from, to int // groups, to excluded
}

// whole is all of a clause.
func whole(clause *text.Clause) stretch { return stretch{clause, -1, 1 << 30} }

// definite says that a noun is of something told before, or known: "the attack", "these protests", "its meeting".
func (r *run) definite(g int) bool {
	group := &r.s.Groups[g]
	return group.Possessor >= 0 || definites[group.Det]
}

// oneOfTheirs says that a noun is of somebody told of: "her visit".
func (r *run) oneOfTheirs(g int) bool {
	return possessives[r.s.Groups[g].Det]
}

// prepositionOf is the preposition that a noun group, or a list that it is of, stands behind, with nothing but commas and adverbs between;
// "" for none.
func (r *run) prepositionOf(g int) string {
	for i := g - 1; i >= 0; i-- {
		switch group := &r.s.Groups[i]; group.Kind {
		case text.Preposition:
			return r.wholePreposition(i)
		case text.Comma, text.Adverb:
		default:
			if group.Low != "alia" && group.Low != "inter" {
				return r.prepositionOfList(g)
			}
		}
	}
	return ""
}

// wholePreposition is the preposition that ends with a group: "in connection with".
func (r *run) wholePreposition(i int) string {
	if low := r.s.Groups[i].Low; i < 2 || r.s.Groups[i-2].Kind != text.Preposition || !about[r.s.Groups[i-2].Low+" "+r.s.Groups[i-1].Low+" "+low] {
		return low
	}
	return r.s.Groups[i-2].Low + " " + r.s.Groups[i-1].Low + " " + r.s.Groups[i].Low
}

// prepositionOfList is the preposition before a list of happenings that a noun group is of: "after the arrests and the march"; "" for none.
func (r *run) prepositionOfList(g int) string {
	for _, a := range r.s.Clauses[r.s.In[g]].Attached {
		if stands(a.Phrases, g) && (r.happens(a.Phrases[0].Group) || r.s.Groups[g-1].Low == "/") {
			return a.Prep
		}
	}
	return ""
}

// apart says that the preposition before a noun keeps it out of what its clause tells: "indicted for a shooting", "after the attack", "in
// the attack".
func (r *run) apart(g int) bool {
	prep := r.prepositionOf(g)
	if prep == "" {
		return false
	}
	clause := &r.s.Clauses[r.s.In[g]]
	if prep == "to" && clause.Verb >= 0 && text.Is(r.s.Groups[clause.Verb].Low, "lead") { // "which led to attacks in Klina"
		return false
	}
	return !amid[prep] || r.definite(g) || clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, prosecutes)
}

// topic says that a noun is what another noun is about: "adopted the law on local elections on 15 March". A day or a place behind it is
// that of the clause.
func (r *run) topic(g int) bool {
	return g > 1 && r.s.Groups[g-1].Kind == text.Preposition && ofTopic[r.s.Groups[g-1].Low] && r.s.Groups[g-2].Kind == text.NounGroup &&
		r.head(g-2).Kind == text.Word && !r.definite(g) && r.s.Groups[g].Det != "a"
}

// named is the noun that an occurrence names what happens by; -1 for a verb alone.
func (o occurrence) named() int {
	switch {
	case o.noun:
		return o.group
	case o.object >= 0:
		return o.object
	}
	return -1
}

// setsScene says that a clause within that of a verb tells when and where the verb's own was done: "was arrested in an operation run by
// KFOR in Klina", "meeting in Klina on 4 May, the Assembly adopted", "was elected at a session held in Klina on 4 May".
func (r *run) setsScene(o occurrence, inner *text.Clause) bool {
	if inner.Kind == text.Adverbial && inner.Verb < 0 { // "was hurt while on duty in Klina"
		return inner.Parent == o.clause && duringIt[inner.Marker]
	}
	if inner.Kind != text.RelativeClause || inner.Parent != o.clause || inner.Verb < 0 {
		return false
	}
	verb := r.s.Groups[inner.Verb].Low
	if r.opens(inner) {
		return text.IsAny(verb, convenes)
	}
	if r.heldThere(o, inner) {
		return true
	}
	g := inner.Governor
	if g < 0 {
		return false
	}
	if at := text.Singular(r.head(g).Low); amid[r.prepositionOf(g)] && (sittings[at] || solemnities[at]) && r.holding(inner) {
		return true
	}
	in := g > o.group || amid[r.prepositionOf(g)] || g > 1 && r.prepositionOf(g) == "of" && r.head(g-2).Low == "course"
	return inner.Marker == "" && in && operations[text.Singular(r.head(g).Low)] && text.IsAny(verb, runs)
}

// followsOn says that a noun names what something is told to have been followed by: "talks were held, followed on 4 May by elections".
func (r *run) followsOn(clause *text.Clause, g int) bool {
	if clause.Verb < 0 || g < clause.Verb || !r.s.Groups[clause.Verb].Verb.Passive || !text.Is(r.s.Groups[clause.Verb].Low, "follow") || r.prepositionOf(g) != "by" {
		return false
	}
	for clause.Kind == text.RelativeClause && clause.Parent >= 0 && r.s.Clauses[clause.Parent].Verb >= 0 { // "talks will be held, followed by elections"
		clause = &r.s.Clauses[clause.Parent]
	}
	verb := r.s.Groups[clause.Verb].Verb
	return verb.Modal == "" && !verb.Negated
}

// opens says that a clause without a subject of its own begins the sentence: "Sitting in Klina, the court".
func (r *run) opens(inner *text.Clause) bool {
	outer := &r.s.Clauses[inner.Parent]
	return inner.Verb == 0 && r.s.Groups[0].Verb.Form == text.Gerund && len(outer.Subject) > 0 && outer.Subject[0].Group > 0
}

// settings are where the day and the place of an occurrence may stand, the nearest first.
func (r *run) settings(o occurrence) (all []stretch) {
	clause := &r.s.Clauses[o.clause]
	if g := o.named(); g >= 0 && (o.noun || r.s.In[g] == o.clause) { // not "held talks with X on 4 May and with Y on 6 May"
		if o.noun && r.topic(g) {
			return nil
		}
		all = r.phrase(g)
		switch {
		case o.noun && stands(clause.Subject, g) && (r.onlyTopic(clause) || o.frame.ofLaw() && r.metWith(o.clause)):
			return all
		case o.noun && r.closing(g): // behind the verb, or first in its clause
			return append(all, stretch{clause, clause.Verb, 1 << 30}, stretch{clause, -1, clause.Subject[0].Group})
		case o.noun && stands(clause.Subject, g) && !r.happening(o) && r.passive(o.clause) && !r.definite(g):
			return append(all, stretch{clause, -1, g})
		case o.noun && stands(clause.Subject, g) && !r.happening(o) && !r.definite(g): // "On 4 May, a march blocked a road"
		case o.noun && r.definite(g) && r.behindDay(g): // "on 4 May, during the ninth session in Klina, X spoke of water"
			return append(all, stretch{clause, -1, g})
		case o.noun && (r.withHolding(g) || len(o.frame.Behind) > 0 && len(o.frame.Figures) > 0): // "capsized near Klina with the loss of nine lives"
			return append(all, whole(clause))
		case o.noun && r.followsOn(clause, g):
			return append(all, stretch{clause, clause.Verb, g})
		case o.noun && r.prepositionOf(g) == "during" && r.oneOfTheirs(g): // "on 4 May, X spoke of water during her visit to Klina"
			return append(all, whole(clause))
		case o.noun && !(clause.Verb < 0 && !r.apart(g) || r.happening(o) || amid[r.prepositionOf(g)] && !r.apart(g)):
			return all
		}
	}
	all = append(all, whole(clause))
	if first := r.since(o.clause); first != nil {
		all = append(all, whole(first))
	}
	if doing := r.doing(clause); !o.noun && doing >= 0 {
		all = append(all, whole(&r.s.Clauses[doing]))
	}
	if c := r.cause(o); c >= 0 {
		all = append(all, whole(&r.s.Clauses[c]))
	}
	for c := range r.s.Clauses {
		if inner := &r.s.Clauses[c]; !o.noun && r.setsScene(o, inner) {
			all = append(all, whole(inner))
		}
	}
	if next := r.sharing(o); next != nil { // "was detained and searched in Klina"
		all = append(all, stretch{next, next.Verb, 1 << 30})
	}
	if outer := r.actsItself(o); outer != nil {
		limit := outer.Verb
		if tellsToHappen(&r.s.Groups[outer.Verb]) {
			limit = 1 << 30
		}
		all = append(all, stretch{outer, -1, limit})
	}
	if day := r.dayInFront(clause); day != nil {
		all = append(all, *day)
	}
	all = append(all, r.settingsAround(o.clause)...)
	for c := range r.s.Clauses { // "met to discuss wages on 4 May", "was appointed to succeed him on 4 May"
		if aim := &r.s.Clauses[c]; aim.Kind == text.InfinitiveClause && aim.Parent == o.clause && aim.Governor == o.group && (text.IsAny(r.s.Groups[o.group].Low, meets) ||
			o.frame != nil && o.frame.kind() == "APPOINTMENT" && aim.Verb >= 0 && text.IsAny(r.s.Groups[aim.Verb].Low, comesAfter)) {
			all = append(all, whole(aim))
		}
	}
	return all
}

// actsItself is the clause in which what a participle tells to be held does something, or is said to happen, and in front of which its day
// may stand, or both behind its verb where it happens: "on 4 May, a conference organized by X in Klina discussed wages", "an exercise
// organized by X took place in Klina on 4 May"; nil for none.
func (r *run) actsItself(o occurrence) *text.Clause {
	clause := &r.s.Clauses[o.clause]
	g := clause.Governor
	if o.noun || o.frame == nil || !r.set.joined[o.frame.kind()] || clause.Kind != text.RelativeClause || g < 0 || clause.Parent < 0 || !r.happens(g) || r.definite(g) {
		return nil
	}
	outer := &r.s.Clauses[clause.Parent]
	if told := outer.Verb >= 0 && tellsToHappen(&r.s.Groups[outer.Verb]); clause.Marker != "" && !(told && (clause.Marker == "which" || clause.Marker == "that")) {
		return nil
	}
	called := g > 1 && r.s.Groups[g-1].Kind == text.Comma && stands(outer.Subject, g-2) // "“Red Elm”, an exercise"
	if outer.Verb < 0 || !stands(outer.Subject, g) && !called || r.passive(clause.Parent) && !tellsToHappen(&r.s.Groups[outer.Verb]) {
		return nil
	}
	return outer
}

// closing says that a noun is what a clause tells something to end with: "the trial ended on 2 July with the conviction of X".
func (r *run) closing(g int) bool {
	clause := &r.s.Clauses[r.s.In[g]]
	if clause.Verb < 0 || clause.Verb > g || len(clause.Subject) == 0 || !text.IsAny(r.s.Groups[clause.Verb].Low, closes) {
		return false
	}
	p := r.prepositionOf(g)
	return p == "with" || p == "in"
}

// caseOf says that a noun tells for what, or at what, courts or police did something: "detained in a separate incident". Of what somebody
// is a suspect in, a month or a day of a year is its own: "arrested a suspect in the bombing in May".
func (r *run) caseOf(g int) bool {
	clause := &r.s.Clauses[r.s.In[g]]
	if r.ofSuspect(g) && r.datesOnly(g) || r.twiceDated(g, clause) {
		return false
	}
	return amid[r.prepositionOf(g)] && clause.Verb >= 0 && clause.Verb < g && text.IsAny(r.s.Groups[clause.Verb].Low, prosecutes)
}

// twiceDated says that a clause tells its own day in front, so that another in the phrase of a noun behind its verb is that of what it
// names: "on 26 October, the court sentenced X in the beating of a woman in Klina on 15 May".
func (r *run) twiceDated(g int, clause *text.Clause) bool {
	own := r.phrase(g)[0]
	front, behind := false, false
	for _, i := range clause.Groups {
		if d := r.whenGroup(i); d != nil && exact(d) {
			front = front || i < clause.Verb && r.leads(clause, i)
			behind = behind || i > g && i >= own.from && i < own.to
		}
	}
	return front && behind
}

// ofSuspect says that a noun names what happened, right behind the noun of who is a suspect in it.
func (r *run) ofSuspect(g int) bool {
	return g > 1 && r.s.Groups[g-1].Kind == text.Preposition && accusedNouns[text.Singular(r.head(g-2).Low)] && r.happens(g)
}

// datesOnly says that the date in the phrase of a noun can be no other thing's, since it is none of a day, or tells its year.
func (r *run) datesOnly(g int) bool {
	own := r.phrase(g)[0]
	for i := own.from; i < own.to; i++ {
		if d := r.whenGroup(i); d != nil {
			return r.ofYear(i) || r.interval(d).Day() == ""
		}
	}
	return false
}

// bareCharge says that a noun only names what somebody is charged with: "sentenced for robbery", "on charges of murder".
func (r *run) bareCharge(g int) bool {
	group := &r.s.Groups[g]
	return group.Det == "" && group.Possessor < 0 && group.Count == nil && text.Singular(group.Low) == group.Low &&
		slices.Contains([]string{"for", "of", "with", "on", "against"}, r.prepositionOf(g)) && r.carrier(g) == g
}
