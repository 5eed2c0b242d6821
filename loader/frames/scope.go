package frames

import (
	"slices"
	"strings"

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

// prepositionOf is the preposition that a noun group, or a list that it is of, stands behind, with nothing but commas and adverbs between; "" for none.
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

// apart says that the preposition before a noun keeps it out of what its clause tells: "indicted for a shooting", "after the attack", "in the attack".
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

// topic says that a noun is what another noun is about: "adopted the law on local elections on 15 March". A day or a place behind it is that of the clause.
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

// setsScene says that a clause within that of a verb tells when and where the verb's own was done: "was arrested in an operation run by KFOR
// in Klina", "meeting in Klina on 4 May, the Assembly adopted", "was elected at a session held in Klina on 4 May".
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
		case o.noun && r.withHolding(g):
			return append(all, whole(clause))
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
		all = append(all, stretch{outer, -1, outer.Verb})
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
// may stand: "on 4 May, a conference organized by X in Klina discussed wages"; nil for none.
func (r *run) actsItself(o occurrence) *text.Clause {
	clause := &r.s.Clauses[o.clause]
	g := clause.Governor
	if o.noun || o.frame == nil || !r.set.joined[o.frame.kind()] || clause.Kind != text.RelativeClause || clause.Marker != "" || g < 0 || clause.Parent < 0 || !r.happens(g) || r.definite(g) {
		return nil
	}
	outer := &r.s.Clauses[clause.Parent]
	if outer.Verb < 0 || !stands(outer.Subject, g) || r.passive(clause.Parent) && !tellsToHappen(&r.s.Groups[outer.Verb]) {
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

// sharing is the clause of the verb that follows that of an occurrence at once, with which it shares what stands behind both; nil for none.
func (r *run) sharing(o occurrence) *text.Clause {
	verb := r.s.Clauses[o.clause].Verb
	if verb < 0 {
		return nil
	}
	if o.length > 0 && o.object < 0 && verb+2 < len(r.s.Groups) && r.s.Groups[verb+1].Kind == text.Preposition { // "taken into custody and questioned in Klina"
		verb += 2
	}
	if verb+1 < len(r.s.Groups) && r.s.Groups[verb+1].Kind == text.Comma { // "arrested, and later set free, two men in Klina"
		verb++
	}
	if verb+3 >= len(r.s.Groups) || r.s.Groups[verb+1].Kind != text.Conjunction {
		return nil
	}
	if next := r.hurtToo(o, verb+2); next != nil {
		return next
	}
	if r.s.Groups[verb+2].Kind == text.NounGroup && r.s.Groups[verb+3].Kind == text.VerbGroup && r.passive(o.clause) { // "were killed and two wounded in Klina"
		if next := &r.s.Clauses[r.s.In[verb+3]]; next.Verb == verb+3 && r.s.Groups[next.Verb].To == r.s.Groups[next.Verb].From+1 {
			return next
		}
	}
	at := verb + 2
	for r.s.Groups[verb].Kind == text.Comma && at+2 < len(r.s.Groups) && (r.s.Groups[at].Kind == text.Adverb || r.s.Groups[at].Kind == text.When || r.s.Groups[at+1].Kind == text.When) {
		at++ // "detained, and on 4 May set free, two men in Klina"
	}
	if r.s.Groups[at].Kind != text.VerbGroup || at > verb+2 && r.s.Groups[at+1].Kind != text.Comma {
		return nil
	}
	if next := &r.s.Clauses[r.s.In[at]]; next.Kind == text.Coordinate && next.Governor == r.s.Clauses[o.clause].Verb {
		return next
	}
	return nil
}

// hurtToo is the clause, from a group on, of whom a conjunction adds as hurt to who died: "a guard died and two of his men were hurt in Klina"; nil for none.
func (r *run) hurtToo(o occurrence, from int) *text.Clause {
	if r.passive(o.clause) || len(r.s.Clauses[o.clause].Object) > 0 {
		return nil
	}
	for g := from; g < len(r.s.Groups) && (r.s.Groups[g].Kind == text.NounGroup || r.s.Groups[g].Kind == text.VerbGroup || r.s.Groups[g].Low == "of"); g++ {
		if r.s.Groups[g].Kind != text.VerbGroup {
			continue
		}
		if next := &r.s.Clauses[r.s.In[g]]; next.Verb == g && text.IsAny(r.s.Groups[g].Low, injures) {
			return next
		}
		return nil
	}
	return nil
}

// settingsAround are the settings that a clause shares with those that it hangs on: what stands before a verb with the same subject, or
// before the subject of a main clause that it is joined to; what a clause with "when" is at the time of, and one with "where" or "in which"
// at the place of.
func (r *run) settingsAround(c int) (all []stretch) {
	for clause := &r.s.Clauses[c]; clause.Parent >= 0; {
		switch first, _, relative := strings.Cut(clause.Marker, " "); {
		case clause.Marker == "while" && clause.Comma && clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Form == text.Finite:
			return all // "in Klina, a shop was robbed, while a baker was hurt on 15 June"
		case r.dateBeforeWhen(clause) != nil, clause.Verb >= 0 && r.s.Tokens[r.s.Groups[clause.Verb].From].Low == "having":
			return all // "arrived in Klina on 4 May, having been released"
		case clause.Kind == text.Adverbial && atOnce[clause.Marker] && clause.Marker != "after" && r.dateIn(whole(clause)) == nil:
			all = append(all, whole(&r.s.Clauses[clause.Parent]))
			if before, limit := r.joinedTo(clause.Parent); before >= 0 { // "on 4 May, one was killed and two were hurt when"
				all = append(all, stretch{&r.s.Clauses[before], -1, limit})
			}
			return all
		case clause.Cleft:
			return append(all, whole(&r.s.Clauses[clause.Parent]))
		case clause.Kind == text.Adverbial && clause.Marker == "where", clause.Kind == text.RelativeClause && relative && (amid[first] || r.inCourse(clause)):
			if all = append(all, r.antecedent(clause)); r.arrives(clause.Parent) && r.s.Clauses[clause.Parent].Verb < clause.Groups[0] {
				all = append(all, whole(&r.s.Clauses[clause.Parent]))
			}
			return all
		case clause.Marker == "" && (clause.Kind == text.RelativeClause || clause.Kind == text.GerundClause) && r.passive(clause.Parent) &&
			clause.Verb == r.s.Clauses[clause.Parent].Verb+1: // "was reported killed", "were seen looting"
			return append(all, whole(&r.s.Clauses[clause.Parent]))
		case clause.Kind == text.RelativeClause && clause.Governor >= 0 && operations[text.Singular(r.head(clause.Governor).Low)] &&
			r.leadsTo(clause): // "led an operation that resulted in the arrest of X"
			return append(all, whole(&r.s.Clauses[clause.Parent]))
		case clause.Kind == text.RelativeClause && clause.Marker == "" && clause.Governor >= 0 && r.emerges(clause.Parent):
			return append(all, whole(&r.s.Clauses[clause.Parent]))
		case clause.Kind == text.InfinitiveClause && (r.purpose(clause) || r.firstTo(clause) || r.couldAndDid(clause)):
			return append(append(all, whole(&r.s.Clauses[clause.Parent])), r.settingsAround(clause.Parent)...)
		case clause.Kind != text.Coordinate && clause.Kind != text.InfinitiveClause && !r.achieved(clause) || clause.Governor < 0 || r.s.Groups[clause.Governor].Kind != text.VerbGroup:
			return all
		}
		verb, result := clause.Governor, r.s.Tokens[r.s.Groups[clause.Verb].Head].Tag == "VBG" // "searched a house in Klina, finding two rifles"
		limit := verb
		if clause.Kind != text.Coordinate && !r.passive(r.s.In[verb]) { // "managed on 4 May to arrest", not "elected in May to adopt"
			limit = clause.Groups[0]
		}
		c = r.s.In[verb]
		clause = &r.s.Clauses[c]
		if all = append(all, stretch{clause, -1, limit}); r.arrives(c) || result { // "visited Klina and met the mayor"
			all = append(all, whole(clause))
		}
	}
	for before, limit := r.joinedTo(c); before >= 0; before, limit = r.joinedTo(before) {
		if all = append(all, stretch{&r.s.Clauses[before], -1, limit}); r.s.Clauses[before].Verb < 0 {
			break
		}
	}
	return all
}

// achieved says that a gerund tells in what somebody succeeded: when and where that was, it was done.
func (r *run) achieved(clause *text.Clause) bool {
	return clause.Kind == text.GerundClause && clause.Marker == "in" && clause.Governor >= 0 && text.IsAny(r.s.Groups[clause.Governor].Low, succeeds)
}

// antecedent is the phrase that a clause with "where" or "in which" is at: that of the last happening before it, else all behind the verb before it.
func (r *run) antecedent(clause *text.Clause) stretch {
	outer, first := &r.s.Clauses[clause.Parent], clause.Groups[0]
	if g := clause.Governor; g >= 0 && r.s.Clauses[r.s.In[g]].Kind == text.InfinitiveClause { // "gathered to recall the bombing that"
		outer = &r.s.Clauses[r.s.In[g]]
	}
	for _, g := range slices.Backward(outer.Groups) {
		if g < first && r.happens(g) {
			return stretch{outer, g, first}
		}
	}
	if g := clause.Governor; g > outer.Verb && clause.Verb >= 0 && r.s.Tokens[r.s.Groups[clause.Verb].From].Low == "had" { // "sold, on 4 May, a car in which X had hidden"
		return stretch{outer, g, first}
	}
	return stretch{outer, outer.Verb, first}
}

// inCourse says that a relative clause is at something: "a raid followed on 4 May, in the course of which".
func (r *run) inCourse(clause *text.Clause) bool {
	return clause.Marker == "of which" && clause.Governor >= 0 && r.head(clause.Governor).Low == "course"
}

func (r *run) emerges(c int) bool {
	verb := r.s.Clauses[c].Verb
	return verb >= 0 && text.IsAny(r.s.Groups[verb].Low, emerging)
}

// arrives says that somebody goes to a place by a clause.
func (r *run) arrives(c int) bool {
	verb := r.s.Clauses[c].Verb
	return verb >= 0 && text.IsAny(r.s.Groups[verb].Low, goes)
}

// purpose says that an infinitive tells what those did who came together for it, who used something for it, or who left one body for another: "gathered
// in Klina to protest", "used mortars to attack the camp", "left the one party to join the other".
func (r *run) purpose(clause *text.Clause) bool {
	outer := &r.s.Clauses[clause.Parent]
	if outer.Verb < 0 {
		return false
	}
	verb := &r.s.Groups[outer.Verb]
	used := text.Is(verb.Low, "use") && r.s.Tokens[verb.Head].Tag == "VBD" && len(outer.Object) > 0 && outer.Object[0].Group < clause.Groups[0]
	left := text.IsAny(verb.Low, departs) && verb.Verb.Form == text.Finite && len(outer.Object) > 0 && clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, enters)
	return r.comesTogether(outer) || used || left
}

// comesTogether says that those of whom a clause tells come together, and not that somebody brings something together, or turns it down.
func (r *run) comesTogether(clause *text.Clause) bool {
	verb := &r.s.Groups[clause.Verb]
	transitive := len(clause.Object) > 0 && (clause.Object[0].Group < clause.Verb || r.onlyBetween(clause.Verb, clause.Object[0].Group, text.Adverb))
	return text.IsAny(verb.Low, gathers) && !verb.Verb.Passive && !transitive
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

// twiceDated says that a clause tells its own day in front, so that another in the phrase of a noun behind its verb is that of what it names:
// "on 26 October, the court sentenced X in the beating of a woman in Klina on 15 May".
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
