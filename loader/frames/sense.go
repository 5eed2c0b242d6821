package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// bodily are the kinds of events that befall somebody or something that has a body: not a text, a process, a sum or a view.
var bodily = map[string]bool{"ARREST": true, "RELEASE": true, "ATTACK": true, "INCIDENT": true, "VERDICT": true, "PROTEST": true, "MEETING": true,
	"RESIGNATION": true, "APPOINTMENT": true, "EXERCISE": true}

// deeds are those of them that no such thing does either.
var deeds = map[string]bool{"ARREST": true, "RELEASE": true, "ATTACK": true, "INCIDENT": true, "PROTEST": true}

// otherSense says that a word of a frame is used of what is no such event as the frame tells: "attacked the budget", "the decline was
// arrested", "an explosion of prices", "his conviction that".
func (r *run) otherSense(o occurrence) bool {
	kind := o.frame.kind()
	switch {
	case !o.noun && o.frame.accuses() && (r.chargedWithTask(o) || r.paysCharge(o)),
		kind == "SEIZURE" && !o.noun && !r.passive(o.clause) && r.allBodiless(r.s.Clauses[o.clause].Subject), // "panic seized the crowd"
		kind == "DONATION" && !o.noun && r.ungiven(o),
		kind == "VERDICT" && !o.noun && o.frame.accuses() && r.judgedByLaymen(o),
		kind == "INDICTMENT" && o.noun && r.predicative(o.group),
		len(o.frame.Offices) > 0 && !o.noun && r.guided(o),
		r.criticized(o):
		return true
	case !bodily[kind]:
		return false
	case o.noun:
		return r.ofNothingBodily(o.group, kind) && !o.frame.names("of") || r.believed(o.group) || r.shown(o) || r.lodged(o) || r.manyOf(o.group) ||
			kind == "APPOINTMENT" && r.timeToMeet(o)
	}
	if o.object >= 0 {
		return r.ofNothingBodily(o.object, kind) || r.believed(o.object) || kind == "PROTEST" && r.noProtest(o)
	}
	switch {
	case (kind == "ARREST" || kind == "RELEASE") && r.allCalled(r.doers(o), noJailers),
		kind == "ATTACK" && (r.attackedInWords(o) || r.allCalled(r.patients(o.clause), disposed)),
		kind == "PROTEST" && r.noProtest(o):
		return true
	}
	return r.doneToNothingBodily(o) || r.doneToThing(o, kind) || r.doneToItself(o, kind) || kind == "MEETING" && r.metAsGoal(o)
}

// kind is the kind of event that a frame tells of; "" where it tells of none, or of several.
func (f *Frame) kind() string {
	if len(f.Events) == 0 || slices.ContainsFunc(f.Events, func(e EventWrite) bool { return e.Kind != f.Events[0].Kind }) {
		return ""
	}
	return f.Events[0].Kind
}

// bodiless says that a noun group is of what nobody can lay hands on: a text, a process, a sum, a view; of what is counted by a noun that
// only says how much of it there is, "a number of proposals", it goes by that.
func (r *run) bodiless(g int) bool {
	if r.s.Groups[g].Kind != text.NounGroup || r.head(g).Kind != text.Word {
		return false
	}
	noun := text.Singular(r.head(g).Low)
	if carriers[noun] && g+2 < len(r.s.Groups) && r.s.Groups[g+1].Low == "of" {
		return r.bodiless(g + 2)
	}
	return texts[noun] || processes[noun] || sums[noun] || notions[noun]
}

// sum says that a noun group is an amount of money: "$2 million", and nobody who has to do with it: "a tax inspector".
func (r *run) sum(g int) bool {
	group := &r.s.Groups[g]
	return !text.Animate(r.head(g).Low) && slices.ContainsFunc(r.s.Tokens[group.From:group.To], func(t text.Token) bool { return sums[text.Singular(t.Low)] || strings.ContainsAny(t.Text, "$€£") })
}

// allBodiless says that each phrase of a list, which has some, is of what nobody can lay hands on.
func (r *run) allBodiless(list []text.Phrase) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(p text.Phrase) bool { return len(p.Named) > 0 || !r.bodiless(p.Group) })
}

// doneToNothingBodily says that what a verb tells is done to, or by, what nobody can lay hands on, where its frame does not name such
// things itself.
func (r *run) doneToNothingBodily(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if r.passive(o.clause) {
		return r.allBodiless(clause.Subject) && !o.frame.names("object")
	}
	if deeds[o.frame.kind()] && r.allBodiless(clause.Subject) && !o.frame.names("subject") {
		return true
	}
	return r.allBodiless(clause.Object) && !o.frame.names("object")
}

// names says that a frame has a role of words in a place of its verb, or behind a preposition, which says what may stand there.
func (f *Frame) names(as string) bool {
	return slices.ContainsFunc(f.Roles, func(role *Role) bool {
		return (role.As == as || slices.Contains(role.Or, as)) && role.is("words") && role.Mandatory
	})
}

// ofNothingBodily says that a noun is one of what nobody can lay hands on, by the "of" behind it, or of an attack the "on": "a clash of
// views", "an attack on the law".
func (r *run) ofNothingBodily(g int, kind string) bool {
	if g+2 >= len(r.s.Groups) || r.s.Groups[g+1].Kind != text.Preposition || carriers[text.Singular(r.s.Groups[g].Low)] {
		return false
	}
	switch prep := r.s.Groups[g+1].Low; {
	case kind == "MEETING", kind == "PROTEST", kind == "APPOINTMENT":
		return false
	case prep == "of", prep == "in" && kind == "EXERCISE", kind == "ATTACK" && (prep == "on" || prep == "against"):
		return r.bodiless(g + 2)
	}
	return false
}

// doneToThing says that what police and courts do to people, or people do to offices, is told to be done to things: "the bus was detained",
// "quit the talks".
func (r *run) doneToThing(o occurrence, kind string) bool {
	if kind != "ARREST" && kind != "RELEASE" && kind != "RESIGNATION" || o.frame.names("object") {
		return false
	}
	list := r.patients(o.clause)
	return len(list) > 0 && !slices.ContainsFunc(list, func(p text.Phrase) bool {
		return len(p.Named) > 0 || !r.bodiless(p.Group) && !things[text.Singular(r.head(p.Group).Low)]
	})
}

// metAsGoal says that what is met is something reached, or that comes upon somebody: "met its target", "met with an accident".
func (r *run) metAsGoal(o occurrence) bool {
	list := r.patients(o.clause)
	if len(list) == 0 && o.group+2 < len(r.s.Groups) && r.s.Groups[o.group+1].Low == "with" {
		list = []text.Phrase{{Group: o.group + 2}}
	}
	return len(list) > 0 && goals[text.Singular(r.head(list[0].Group).Low)]
}

// doneToItself says that somebody does to himself what is only done by others, and so something else: "acquitted himself well", "resigned
// himself to a delay".
func (r *run) doneToItself(o occurrence, kind string) bool {
	list := r.s.Clauses[o.clause].Object
	if kind != "ARREST" && kind != "RELEASE" && kind != "VERDICT" && kind != "RESIGNATION" || len(list) == 0 {
		return false
	}
	t := r.head(list[0].Group)
	return strings.HasSuffix(t.Low, "self") || strings.HasSuffix(t.Low, "selves")
}

// believed says that a conviction is what somebody believes: it is voiced, has a "that" of its own, or stands without an article behind
// "with".
func (r *run) believed(g int) bool {
	if !beliefs[text.Singular(r.s.Groups[g].Low)] {
		return false
	}
	clause, bare := &r.s.Clauses[r.s.In[g]], r.s.Groups[g].Det == "" && r.s.Groups[g].Possessor < 0
	voiced := clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, avows) && (stands(clause.Object, g) || r.passive(r.s.In[g]) && stands(clause.Subject, g))
	voiced = voiced || clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Copula && stands(clause.Predicate, g) // "it is the conviction of X that"
	end := r.endOf(g)
	named := end > g && slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool { return c.Marker == "that" && c.Governor == end })
	return voiced || named || r.thatBehind(end) || bare && (r.prepositionOf(g) == "with" || r.prepositionOf(g) == "out of")
}

// endOf is the last group of a noun and what stands behind its "of": "the conviction of X".
func (r *run) endOf(g int) int {
	for g+2 < len(r.s.Groups) && r.s.Groups[g+1].Low == "of" && r.s.Groups[g+2].Kind == text.NounGroup {
		g += 2
	}
	return g
}

// shown says that a demonstration is of something that is shown: "a demonstration of ploughs", "gave a demonstration".
func (r *run) shown(o occurrence) bool {
	g := o.group
	if !showings[text.Singular(r.s.Groups[g].Low)] {
		return false
	}
	clause := &r.s.Clauses[o.clause]
	if clause.Verb >= 0 && text.Is(r.s.Groups[clause.Verb].Low, "give") && stands(clause.Object, g) || r.thatBehind(g) {
		return true
	}
	if g+2 >= len(r.s.Groups) || r.s.Groups[g+1].Kind != text.Preposition || r.s.Groups[g+2].Kind != text.NounGroup {
		return false
	}
	noun := text.Singular(r.head(g + 2).Low)
	switch r.s.Groups[g+1].Low {
	case "of":
		return r.thing(g+2) && !crowds[noun] && !seats[noun] && !collectives[noun]
	case "in", "on":
		return lessons[noun] || skills[noun]
	}
	return false
}
