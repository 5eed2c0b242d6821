package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// holds says that a clause tells what is so: not a denial, a plan, a condition, a question or a rumour.
func (r *run) holds(c int) bool {
	clause := &r.s.Clauses[c]
	if r.s.Asked || supposing[r.s.Tokens[0].Low] && r.s.Tokens[0].Tag == "VB" || r.hearsay(clause) || r.unreliable(clause) || r.misreported() {
		return false
	}
	if clause.Verb < 0 {
		return r.around(c)
	}
	v := r.s.Groups[clause.Verb].Verb
	if v.Negated || v.Modal != "" || leftOpen(v) {
		return false
	}
	if r.denying(clause) || r.s.Tokens[r.s.Groups[clause.Groups[0]].From].Low == "whoever" {
		return false
	}
	if r.ofNobody(clause.Subject) || r.ofNobody(clause.Object) || r.deniedWithin(c) {
		return false
	}
	if own := r.s.In[clause.Verb]; own != c && !r.holds(own) { // a verb said once for both: "is to send 20 soldiers and Georgia 10"
		return false
	}
	return r.around(c)
}

// ofNobody says that one of a list is nobody or nothing: "no soldier", "not one of the guards".
func (r *run) ofNobody(list []text.Phrase) bool {
	return slices.ContainsFunc(list, func(p text.Phrase) bool { return text.Denying(&r.s.Groups[p.Group]) || r.noneOf(p.Group) })
}

// deniedWithin says that a conjunction of a clause denies what it tells, an adverb before its verb, or what stands right before its verb, though
// it is of the clause around it: "was questioned but not arrested", "was arrested but neither charged nor convicted".
func (r *run) deniedWithin(c int) bool {
	clause := &r.s.Clauses[c]
	for _, g := range clause.Groups {
		switch group := &r.s.Groups[g]; {
		case group.Kind == text.Conjunction && text.Denying(group), group.Kind == text.Adverb && g < clause.Verb && r.takesBack(g, clause.Verb):
			return true
		}
	}
	for g := clause.Verb - 1; g >= 0 && r.s.In[g] != c; g-- {
		group := &r.s.Groups[g]
		if group.Kind != text.Adverb && group.Kind != text.Conjunction {
			return false
		}
		if text.Denying(group) {
			return true
		}
	}
	return false
}

// noneOf says that "not" stands at the beginning of a group of a number or of all, or right before it: "not one of the guards", "not all"; but
// not "not one but two".
func (r *run) noneOf(g int) bool {
	group := &r.s.Groups[g]
	number := r.head(g).Kind == text.Number || group.Count != nil || group.Low == "all" || group.Low == "one" || group.Det == "all" || group.Det == "every" || group.Det == "a"
	return number && !r.but(g, min(g+2, len(r.s.Groups))) && (r.s.Tokens[group.From].Low == "not" || r.notBefore(g))
}

// notBefore says that "not" stands right before a group.
func (r *run) notBefore(g int) bool {
	return g > 0 && r.s.Groups[g-1].Kind == text.Adverb && r.s.Groups[g-1].Low == "not"
}

// denying says that a prepositional phrase denies what its clause tells: "by no means", "at no time", "under no circumstances".
func (r *run) denying(clause *text.Clause) bool {
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return slices.ContainsFunc(a.Phrases, func(p text.Phrase) bool {
			g := &r.s.Groups[p.Group]
			return text.Denying(g) && denying[text.Singular(g.Low)]
		})
	})
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

// takesBack says that an adverb before a verb denies what its clause tells, or leaves it unsure: a "not" with which something is told apart
// from what is so does neither.
func (r *run) takesBack(g, verb int) bool {
	group := &r.s.Groups[g]
	if group.Low == "not" {
		return !r.but(g, verb) && !r.contrastive(g)
	}
	return text.Denying(group) || unsure[group.Low]
}

// hearsay says that a clause tells what rumours say, or one side: "according to unconfirmed reports", "according to his lawyer".
func (r *run) hearsay(clause *text.Clause) bool {
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return a.Prep == "according to" && slices.ContainsFunc(a.Phrases, func(p text.Phrase) bool {
			g := &r.s.Groups[p.Group]
			return partisans[text.Singular(g.Low)] || slices.ContainsFunc(r.s.Tokens[g.From:g.To], func(t text.Token) bool { return hearsay[text.Singular(t.Low)] })
		})
	})
}

// over says of what lasts that it has ended, "cooperation came to an end", "ceased to cooperate", or is only called for or hardly there:
// "cooperation is essential", "cooperation remained limited", "the importance of cooperation".
func (r *run) over(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if !o.noun {
		return clause.Governor >= 0 && r.s.Groups[clause.Governor].Kind == text.VerbGroup && text.IsAny(r.s.Groups[clause.Governor].Low, ended)
	}
	if o.group > 1 && r.prepositionOf(o.group) == "of" && weight[text.Singular(r.head(o.group-2).Low)] {
		return true
	}
	state := clause.Verb + 1
	for clause.Verb >= 0 && state < len(r.s.Groups) && r.s.Groups[state].Kind == text.Adverb {
		state++
	}
	wanted := clause.Verb >= 0 && state < len(r.s.Groups) && (r.s.Groups[clause.Verb].Verb.Copula || text.Is(r.s.Groups[clause.Verb].Low, "remain")) &&
		(uncertain[r.s.Groups[state].Low] || wanting[r.s.Groups[state].Low])
	return clause.Verb >= 0 && (wanted || text.IsAny(r.s.Groups[clause.Verb].Low, ended) || r.literal(clause, []string{"to", "an", "end"})) &&
		(stands(clause.Subject, o.group) || stands(clause.Object, o.group))
}

// but says that "but" stands between two groups: not the one, but the other.
func (r *run) but(from, to int) bool {
	return slices.ContainsFunc(r.s.Groups[from:to], func(g text.Group) bool { return g.Kind == text.Conjunction && g.Low == "but" })
}

// contrastive says that "not" at g only denies, between commas or in brackets, what is said of somebody else: "EULEX, and not the police, arrested X".
func (r *run) contrastive(g int) bool {
	groups := r.s.Groups
	return g > 0 && groups[g-1].Low == "(" ||
		g > 1 && g+2 < len(groups) && groups[g-1].Kind == text.Conjunction && groups[g-2].Kind == text.Comma &&
			groups[g+1].Kind == text.NounGroup && groups[g+2].Kind == text.Comma
}

// around says that what a clause hangs on leaves it a fact.
func (r *run) around(c int) bool {
	clause := &r.s.Clauses[c]
	governor := ""
	if g := clause.Governor; g >= 0 {
		if g > 0 && r.s.Groups[g].Kind == text.Adverb && r.s.Groups[g-1].Kind == text.VerbGroup { // "ruled out arresting"
			g--
		}
		governor = r.s.Groups[g].Low
	}
	parent := clause.Parent
	if clause.Governor >= 0 && r.s.Groups[clause.Governor].Kind == text.VerbGroup {
		parent = r.s.In[clause.Governor]
	}
	outer := func() bool { return parent < 0 || r.holds(parent) }
	switch clause.Kind {
	case text.Main:
		return !r.inverted(clause)
	case text.Coordinate:
		return parent < 0 || r.around(parent) && !(clause.Verb == clause.Governor+2 && r.unsure(clause.Governor)) // "allegedly shot and killed"
	case text.RelativeClause:
		if parent >= 0 && clause.Marker == "" && r.s.Clauses[parent].Kind == text.Adverbial && r.s.Clauses[parent].Verb < 0 && !r.around(parent) {
			return false // "nor was he charged"
		}
		if parent >= 0 && r.inverted(&r.s.Clauses[parent]) &&
			(r.s.Tokens[0].Low == "were" || r.s.Tokens[r.s.Groups[max(0, clause.Verb)].From].Low == "been") { // "had X been arrested"
			return false
		}
		if r.caused(clause) {
			return !text.IsAny(r.s.Groups[r.s.Clauses[clause.Parent].Verb].Low, wanted) && outer()
		}
		if r.rumour(clause, governor) {
			return false
		}
		return !r.anyone(clause) && !r.wishedFor(clause) && !r.undone(clause) && !r.onlyThought(clause) && !r.deniedCleft(clause) && !r.opined(clause) && (clause.Marker != "according to which" || r.judged(clause)) && !(clause.Marker == "that" && parent >= 0 && r.belied(parent))
	case text.Complement:
		switch {
		case r.denied(c) || r.deniedBefore(clause) || r.calledOpen(clause) || r.opined(clause) || clause.Verb >= 0 && r.inFact(clause) || parent >= 0 && r.belied(parent) || r.takenBack():
			return false
		case clause.Cleft:
			return outer()
		case clause.Governor < 0:
			return outer()
		case r.s.Groups[clause.Governor].Kind == text.NounGroup:
			if governor == "doubt" && r.s.Groups[clause.Governor].Det == "no" && clause.Groups[0] == clause.Governor+1 && parent >= 0 && r.exists(parent) {
				return r.around(parent)
			}
			return certainties[governor] && outer()
		case r.s.Groups[clause.Governor].Kind == text.Adjective:
			return !uncertain[governor] && outer()
		}
		return !text.IsAny(governor, nonFactive) && outer()
	case text.Adverbial:
		return !conditional[clause.Marker] && !(clause.Marker == "before" && text.IsAny(governor, eludes)) && !r.deniedBefore(clause) && !(clause.Marker == "after" && r.lastsUntil(c)) && !r.dismissed(clause) && !r.liesAhead(clause)
	case text.GerundClause:
		if r.liesAhead(clause) {
			return false
		}
		switch clause.Marker {
		case "after", "upon":
			return !r.lastsUntil(c)
		case "by": // what is done by it is told together with it
			return outer() || parent >= 0 && r.s.Clauses[parent].Kind == text.GerundClause
		case "in": // "an interest in returning"
			return !r.wished(clause)
		case "on":
			return !r.goingOn(clause) || outer()
		case "before":
			return !text.IsAny(governor, eludes) // "fled before being arrested"
		case "while", "since", "with", "following": // what stands behind "for" is a charge, a wish or a reason
			return true
		case "":
			return !text.IsAny(governor, nonFactive) && !text.IsAny(governor, wanted) && !text.IsAny(governor, eludes) && outer()
		}
		return false
	case text.InfinitiveClause:
		if parent >= 0 && (r.took(&r.s.Clauses[parent]) || r.purpose(clause)) {
			return outer()
		} else if clause.Governor >= 0 && r.head(clause.Governor).Kind == text.Name && parent >= 0 && r.s.Clauses[parent].Verb >= 0 &&
			r.s.Clauses[parent].Verb < clause.Governor { // "named X to follow Y"
			governor = r.s.Groups[r.s.Clauses[parent].Verb].Low
		} else if clause.Governor < 0 || r.s.Groups[clause.Governor].Kind != text.VerbGroup {
			return false
		}
		// "went on to arrest X", and not "went to arrest X"
		wentOn := text.Is(governor, "go") && clause.Governor+1 < len(r.s.Groups) && r.s.Tokens[r.s.Groups[clause.Governor].To].Low == "on"
		return (text.IsAny(governor, implicative) || text.IsAny(governor, gathers) || wentOn) && outer()
	}
	return true
}

// goingOn says that a clause tells what somebody goes on doing.
func (r *run) goingOn(clause *text.Clause) bool {
	on := clause.Verb - 1
	return on > 0 && r.s.Groups[on-1].Kind == text.VerbGroup && text.IsAny(r.s.Groups[on-1].Low, goesOn)
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
func (r *run) rumour(clause *text.Clause, governor string) bool {
	if clause.Marker != "that" || !clause.ObjectRole || clause.Verb < 0 || clause.Parent < 0 {
		return false
	}
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

// dismissed says that a clause stands behind a verb whose "as" tells what is not so: "rejected as untrue media reports that X had been arrested".
func (r *run) dismissed(clause *text.Clause) bool {
	first := clause.Groups[0]
	return clause.Marker == "as" && first > 0 && r.s.Groups[first-1].Kind == text.VerbGroup && text.IsAny(r.s.Groups[first-1].Low, dismissive)
}

// leftOpen says that an adverb within a verb group, or an aside, leaves open whether what the verb tells is so: "was allegedly arrested", "was, it
// was alleged, arrested".
func leftOpen(v *text.Verb) bool {
	return v.Aside != "" && text.IsAny(v.Aside, nonFactive) || slices.ContainsFunc(v.Adverbs, func(a string) bool { return unsure[a] })
}

// unsure says that what is said of a verb, within its group or right before it, leaves open whether what it tells is so.
func (r *run) unsure(verb int) bool {
	return verb >= 0 && r.s.Groups[verb].Kind == text.VerbGroup && leftOpen(r.s.Groups[verb].Verb) ||
		verb > 0 && r.s.Groups[verb-1].Kind == text.Adverb && unsure[r.s.Groups[verb-1].Low]
}

// wished says that a clause without a finite verb hangs on a noun of what has not happened: "their interest in returning".
func (r *run) wished(clause *text.Clause) bool {
	at := clause.Groups[0]
	for at > 0 && r.s.Groups[at].Kind != text.NounGroup {
		at--
	}
	noun := text.Singular(r.s.Groups[at].Low)
	return at < clause.Groups[0] && (unreal[noun] || noun == "interest")
}

// lastsUntil says that a clause behind "after" only says from when on something is to last: "barred for two years after being released".
func (r *run) lastsUntil(c int) bool {
	at := r.s.Clauses[c].Groups[0] - 1
	for at >= 0 && r.s.Groups[at].Kind == text.Preposition {
		at--
	}
	return at > 0 && r.s.Groups[at].Kind == text.NounGroup && r.s.Groups[at].Count != nil && r.s.Groups[at-1].Low == "for"
}

// inverted says that a main clause begins with its verb: "had the court convicted X".
func (r *run) inverted(clause *text.Clause) bool {
	for _, g := range clause.Groups {
		switch group := &r.s.Groups[g]; group.Kind {
		case text.VerbGroup:
			return slices.Contains([]string{"had", "were"}, r.s.Tokens[group.From].Low) &&
				(g == 0 || r.s.Groups[g-1].Kind == text.Break || r.s.Groups[g-1].Kind == text.Comma)
		case text.NounGroup, text.Preposition:
			return false
		}
	}
	return false
}
