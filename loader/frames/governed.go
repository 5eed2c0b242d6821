package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// around says that what a clause hangs on leaves it a fact, its own verb apart, of which affirmed tells. How it hangs there is its kind;
// each has a function below.
func (r *run) around(c int) bool {
	clause := &r.s.Clauses[c]
	switch clause.Kind {
	case text.Main:
		return !r.inverted(clause)
	case text.Coordinate:
		return r.holdsCoordinate(clause)
	case text.RelativeClause:
		return r.holdsRelative(clause)
	case text.Complement:
		return r.holdsComplement(c)
	case text.Adverbial:
		return r.holdsAdverbial(c)
	case text.GerundClause:
		return r.holdsGerund(c)
	case text.InfinitiveClause:
		return r.holdsInfinitive(clause)
	}
	return true
}

// outer is the clause that a clause hangs on: that of the verb that governs it, else the one that it stands in; -1 for none.
func (r *run) outer(clause *text.Clause) int {
	if clause.Governor >= 0 && r.s.Groups[clause.Governor].Kind == text.VerbGroup {
		return r.s.In[clause.Governor]
	}
	return clause.Parent
}

// outerHolds says that what the clause tells that another hangs on is so, if there is one.
func (r *run) outerHolds(clause *text.Clause) bool {
	outer := r.outer(clause)
	return outer < 0 || r.holds(outer)
}

// governor is the word that a clause hangs on, in lower case: a verb also where an adverb stands behind it, "ruled out arresting"; "" for
// none.
func (r *run) governor(clause *text.Clause) string {
	g := clause.Governor
	if g < 0 {
		return ""
	}
	if g > 0 && r.s.Groups[g].Kind == text.Adverb && r.s.Groups[g-1].Kind == text.VerbGroup {
		g--
	}
	return r.s.Groups[g].Low
}

// holdsCoordinate says that a further verb is as sure as the one before: not "allegedly shot and killed".
func (r *run) holdsCoordinate(clause *text.Clause) bool {
	outer := r.outer(clause)
	return outer < 0 || r.around(outer) && !(clause.Verb == clause.Governor+2 && r.unsure(clause.Governor))
}

// holdsRelative says that what is told of a noun, or by a participle, is so.
func (r *run) holdsRelative(clause *text.Clause) bool {
	outer := r.outer(clause)
	switch {
	case outer >= 0 && (r.ofAuxiliary(clause, outer) || r.ofCondition(clause, outer)):
		return false
	case r.caused(clause):
		return !text.IsAny(r.s.Groups[r.s.Clauses[clause.Parent].Verb].Low, wanted) && r.outerHolds(clause)
	case r.rumour(clause), r.anyone(clause), r.wishedFor(clause), r.undone(clause), r.onlyThought(clause), r.deniedCleft(clause), r.openCleft(clause), r.opined(clause), r.goesOnCharged(clause), r.yetToHave(clause, outer):
		return false
	case clause.Marker == "according to which":
		return r.judged(clause)
	case clause.Marker == "that":
		return !r.beliedAround(outer) && !(len(clause.Groups) > 0 && r.unborneOut(r.s.In[clause.Groups[0]]))
	case clause.Governor >= 0 && clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Form == text.Gerund: // "that rebels had bombed Klina, killing nine"
		said := &r.s.Clauses[r.s.In[clause.Governor]]
		return said.Marker != "that" || !r.beliedAround(said.Parent) && !r.unborneOut(r.s.In[clause.Governor])
	}
	return true
}

// ofAuxiliary says that a participle goes with an auxiliary in front of its subject, by which nothing is told as so: "nor was he charged".
func (r *run) ofAuxiliary(clause *text.Clause, outer int) bool {
	return clause.Marker == "" && r.s.Clauses[outer].Kind == text.Adverbial && r.s.Clauses[outer].Verb < 0 && !r.around(outer)
}

// ofCondition says that a participle, or a relative clause, stands in a condition that begins with its verb: "had X been arrested", "were X
// arrested".
func (r *run) ofCondition(clause *text.Clause, outer int) bool {
	condition := &r.s.Clauses[outer]
	if clause.Verb < 0 || condition.Verb < 0 || !r.inverted(condition) {
		return false
	}
	v := r.s.Groups[clause.Verb].Verb
	return r.s.Groups[condition.Verb].Verb.Copula || v.Form == text.Participle && v.Perfect
}

// holdsComplement says that what is said, thought or reported is told as so.
func (r *run) holdsComplement(c int) bool {
	clause := &r.s.Clauses[c]
	outer := r.outer(clause)
	if clause.Marker == "that" && outer >= 0 && r.ofRumours(outer) || r.denied(c) || r.deniedBefore(clause) || r.calledOpen(clause) || r.opined(clause) || clause.Verb >= 0 && r.inFact(clause) ||
		r.beliedAround(outer) || r.takenBack() || r.unborneOut(c) {
		return false
	}
	if clause.Cleft || clause.Governor < 0 {
		return r.outerHolds(clause) || clause.Cleft && r.notUntil(clause.Parent)
	}
	governor := r.governor(clause)
	switch r.s.Groups[clause.Governor].Kind {
	case text.NounGroup:
		if outer >= 0 && r.undoubted(clause, outer) {
			return r.around(outer)
		}
		return certainties[governor] && r.outerHolds(clause)
	case text.Adjective:
		return !uncertain[governor] && r.outerHolds(clause)
	}
	return !text.IsAny(governor, nonFactive) && r.outerHolds(clause)
}

// undoubted says that a complement stands behind a denial of any doubt: "there is no doubt that".
func (r *run) undoubted(clause *text.Clause, outer int) bool {
	doubt := &r.s.Groups[clause.Governor]
	return doubts[doubt.Low] && text.Denying(doubt) && clause.Groups[0] == clause.Governor+1 && r.exists(outer)
}

// holdsAdverbial says that what a clause tells of the time, the reason or the manner is so.
func (r *run) holdsAdverbial(c int) bool {
	clause := &r.s.Clauses[c]
	switch {
	case conditional[clause.Marker], r.deniedBefore(clause), r.dismissed(clause), r.liesAhead(clause):
		return false
	case clause.Marker == "before":
		return !text.IsAny(r.governor(clause), eludes)
	case clause.Marker == "after":
		return !r.lastsUntil(c)
	}
	return true
}

// holdsGerund says that what a gerund tells is so, by the preposition before it.
func (r *run) holdsGerund(c int) bool {
	clause := &r.s.Clauses[c]
	if r.liesAhead(clause) {
		return false
	}
	if outer := r.outer(clause); (clause.Marker == "" || clause.Marker == "of" || clause.Marker == "from") && outer >= 0 && (r.phrased(&r.s.Clauses[outer], desists) || r.undeterred(outer)) {
		return r.undeterred(outer) // "put off sentencing X", "shied away from arresting X"
	}
	switch governor := r.governor(clause); clause.Marker {
	case "after", "upon":
		return !r.lastsUntil(c)
	case "by": // what is done by it is told together with it
		outer := r.outer(clause)
		return r.outerHolds(clause) || r.s.Clauses[outer].Kind == text.GerundClause
	case "in": // "an interest in returning"
		return !r.wished(clause)
	case "on":
		return !r.goingOn(clause) || r.outerHolds(clause)
	case "before":
		return !text.IsAny(governor, eludes) // "fled before being arrested"
	case "to", "besides": // "in addition to arresting X"
		return (clause.Marker == "besides" || r.addition(clause)) && r.outerHolds(clause)
	case "while", "since", "with", "following": // what stands behind "for" is a charge, a wish or a reason
		return !r.chargedWith(clause)
	case "":
		return !text.IsAny(governor, nonFactive) && !text.IsAny(governor, wanted) && !text.IsAny(governor, eludes) && r.outerHolds(clause)
	}
	return false
}

// chargedWith says that a gerund behind "with" tells what somebody is charged with: "charged with attacking X".
func (r *run) chargedWith(clause *text.Clause) bool {
	return clause.Kind == text.GerundClause && clause.Marker == "with" && text.Is(r.governor(clause), "charge")
}

// goesOnCharged says that a participle goes on with such a charge: "charged with attacking a bus, killing two".
func (r *run) goesOnCharged(clause *text.Clause) bool {
	return clause.Marker == "" && clause.Comma && clause.Parent >= 0 && clause.Verb >= 0 && !r.s.Groups[clause.Verb].Verb.Passive &&
		r.chargedWith(&r.s.Clauses[clause.Parent])
}

// addition says that "in addition to" stands before a gerund.
func (r *run) addition(clause *text.Clause) bool {
	v := clause.Verb
	return v > 2 && r.s.Groups[v-1].Low == "to" && r.s.Groups[v-2].Low == "addition" && r.s.Groups[v-3].Low == "in"
}

// holdsInfinitive says that what an infinitive tells has been done: "managed to arrest X".
func (r *run) holdsInfinitive(clause *text.Clause) bool {
	outer := r.outer(clause)
	if outer >= 0 && (r.took(&r.s.Clauses[outer]) || r.purpose(clause) || r.firstTo(clause) || r.couldAndDid(clause)) {
		return r.outerHolds(clause)
	}
	verb := clause.Governor
	if r.afterNamed(clause, outer) {
		verb = r.s.Clauses[outer].Verb
	}
	if verb < 0 || r.s.Groups[verb].Kind != text.VerbGroup {
		return false
	}
	low := r.s.Groups[verb].Low
	wentOn := text.Is(low, "go") && r.onBehind(clause.Governor) // "went on to arrest X", and not "went to arrest X"
	return (text.IsAny(low, implicative) || wentOn || r.granted(clause, verb)) && r.outerHolds(clause) || verb == clause.Governor && r.undeterred(outer)
}

// granted says that an infinitive tells what has been done of somebody of whom a passive says that it is owned to be so: "is acknowledged
// to have worked".
func (r *run) granted(clause *text.Clause, verb int) bool {
	return r.s.Groups[verb].Verb.Passive && clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Perfect && text.IsAny(r.s.Groups[verb].Low, concedes)
}

// couldAndDid says that an infinitive tells, behind an adjective and in the past, of what somebody could do that it was done: "was able to
// arrest X", "has been able to".
func (r *run) couldAndDid(clause *text.Clause) bool {
	adjective, outer := clause.Governor, r.outer(clause)
	if outer < 0 || adjective < 1 || r.s.Groups[adjective].Kind != text.Adjective || !text.IsAny(r.s.Groups[adjective].Low, implicative) {
		return false
	}
	be, before := r.s.Clauses[outer].Verb, &r.s.Groups[adjective-1]
	if be < 0 || !r.onlyBetween(be, adjective, text.Adverb) || before.Kind == text.Adverb && (unsure[before.Low] || text.Denying(before)) {
		return false
	}
	v := r.s.Groups[be].Verb
	return v.Copula && (v.Perfect || r.s.Tokens[r.s.Groups[be].From].Tag == "VBD")
}

// firstTo says that an infinitive tells what somebody did of whom the clause around says to have been the first, or the last: "became the
// first head of State to visit Klina".
func (r *run) firstTo(clause *text.Clause) bool {
	outer := &r.s.Clauses[clause.Parent]
	if outer.Verb < 0 || clause.Groups[0] == 0 {
		return false
	}
	verb, before := &r.s.Groups[outer.Verb], &r.s.Groups[clause.Groups[0]-1]
	was := r.s.Tokens[verb.Head].Tag == "VBD" && (verb.Verb.Copula || text.Is(verb.Low, "become"))
	return was && before.Kind == text.NounGroup && slices.ContainsFunc(r.s.Tokens[before.From:before.To], func(t text.Token) bool {
		which, _, _ := strings.Cut(t.Low, " ") // an office is one token: "first Minister"
		return which == "first" || which == "last"
	})
}

// afterNamed says that an infinitive stands behind the name of whom the verb around it chose: "named X to follow Y".
func (r *run) afterNamed(clause *text.Clause, outer int) bool {
	return clause.Governor >= 0 && r.head(clause.Governor).Kind == text.Name && outer >= 0 && r.s.Clauses[outer].Verb >= 0 && r.s.Clauses[outer].Verb < clause.Governor
}

// onBehind says that "on" stands right behind a group.
func (r *run) onBehind(g int) bool {
	to := r.s.Groups[g].To
	return to < len(r.s.Tokens) && r.s.Tokens[to].Low == "on"
}

// inverted says that a main clause begins with its verb: "had the court convicted X".
func (r *run) inverted(clause *text.Clause) bool {
	for _, g := range clause.Groups {
		switch group := &r.s.Groups[g]; group.Kind {
		case text.VerbGroup:
			return inverting[r.s.Tokens[group.From].Low] &&
				(g == 0 || r.s.Groups[g-1].Kind == text.Break || r.s.Groups[g-1].Kind == text.Comma)
		case text.NounGroup, text.Preposition:
			return false
		}
	}
	return false
}

// deniedBefore says that "not" stands right before a clause: "not because he had been convicted, but", "not that".
func (r *run) deniedBefore(clause *text.Clause) bool {
	return r.notBefore(clause.Groups[0])
}

// deniedCleft says that a relative clause tells what is denied of somebody put first: "it was not X who resigned".
func (r *run) deniedCleft(clause *text.Clause) bool {
	if clause.Parent < 0 {
		return false
	}
	outer := &r.s.Clauses[clause.Parent]
	return outer.Verb >= 0 && r.s.Groups[outer.Verb].Verb.Copula && r.s.Groups[outer.Verb].Verb.Negated &&
		r.s.Expletive(outer) && stands(outer.Predicate, clause.Governor)
}

// openCleft says that it is left open whether it is of whom it puts first that a relative clause tells: "it may have been X who resigned".
func (r *run) openCleft(clause *text.Clause) bool {
	if !clause.Cleft {
		return false
	}
	at := r.s.Clauses[clause.Parent].Verb
	v := r.s.Groups[at].Verb
	return v.Modal != "" || leftOpen(v) || leavesOpen(&r.s.Groups[at+1]) || !r.around(clause.Parent)
}

// onlyThought says that a participle stands right behind a verb of what is only believed: "were feared killed", "X, presumed dead".
func (r *run) onlyThought(clause *text.Clause) bool {
	at := clause.Verb - 1
	for at >= 0 && r.s.Groups[at].Kind == text.Adverb {
		at--
	}
	return clause.Marker == "" && at >= 0 && r.s.Groups[at].Kind == text.VerbGroup && text.IsAny(r.s.Groups[at].Low, nonFactive)
}

// rumour says that what stands behind "that" is what a saying says, though it looks like a relative clause: "invented the story that X was
// arrested", "rumour has it that".
func (r *run) rumour(clause *text.Clause) bool {
	if clause.Marker != "that" || !clause.ObjectRole || clause.Verb < 0 || clause.Parent < 0 {
		return false
	}
	governor := r.governor(clause)
	full := r.s.Groups[clause.Verb].Verb.Passive || clause.Verb+1 < len(r.s.Groups) && r.s.Groups[clause.Verb+1].Kind == text.NounGroup
	if outer := r.s.Clauses[clause.Parent].Verb; governor == "it" && outer >= 0 && full {
		return text.Is(r.s.Groups[outer].Low, "have")
	}
	return full && sayings[text.Singular(governor)] && !certainties[governor]
}

// judged says that the nearest noun before a clause names what a court has decided, which makes what it tells so; what stands in a report,
// or an agreement, is not told as so.
func (r *run) judged(clause *text.Clause) bool {
	g := r.nounBefore(clause)
	return g >= 0 && judgements[text.Singular(r.head(g).Low)]
}

// nounBefore is the nearest group of a noun that is no name before a clause; -1 for none.
func (r *run) nounBefore(clause *text.Clause) int {
	g := clause.Groups[0] - 1
	for g >= 0 && !(r.s.Groups[g].Kind == text.NounGroup && r.head(g).Kind == text.Word) {
		g--
	}
	return g
}

// exists says that a clause tells only that there is something: "there is no doubt".
func (r *run) exists(c int) bool {
	list := r.s.Clauses[c].Subject
	return len(list) == 1 && r.head(list[0].Group).Low == "there"
}

// dismissed says that a clause stands behind a verb whose "as" tells what is not so: "rejected as untrue media reports that X had been
// arrested".
func (r *run) dismissed(clause *text.Clause) bool {
	first := clause.Groups[0]
	return clause.Marker == "as" && first > 0 && r.s.Groups[first-1].Kind == text.VerbGroup && text.IsAny(r.s.Groups[first-1].Low, dismissive)
}

// wished says that a clause without a finite verb hangs on a noun of what has not happened: "their interest in returning".
func (r *run) wished(clause *text.Clause) bool {
	at := clause.Groups[0]
	for at > 0 && r.s.Groups[at].Kind != text.NounGroup {
		at--
	}
	noun := text.Singular(r.s.Groups[at].Low)
	return at < clause.Groups[0] && (unreal[noun] || interests[noun])
}

// goingOn says that a clause tells what somebody goes on doing.
func (r *run) goingOn(clause *text.Clause) bool {
	on := clause.Verb - 1
	return on > 0 && r.s.Groups[on-1].Kind == text.VerbGroup && text.IsAny(r.s.Groups[on-1].Low, goesOn)
}

// lastsUntil says that a clause behind "after" only says from when on something is to last: "barred for two years after being released".
func (r *run) lastsUntil(c int) bool {
	at := r.s.Clauses[c].Groups[0] - 1
	for at >= 0 && r.s.Groups[at].Kind == text.Preposition {
		at--
	}
	return at > 0 && r.s.Groups[at].Kind == text.NounGroup && r.s.Groups[at].Count != nil && r.s.Groups[at-1].Low == "for"
}
