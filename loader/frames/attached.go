package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// attached fills a role from the prepositional phrases of a clause, the nearest behind the predicate first, then those before it.
func (r *run) attached(o occurrence, role *Role, preps []string) *filler {
	all := r.below(o, role)
	var unnamed *filler // somebody, whom the text does not name
	for _, behind := range []bool{true, false} {
		if !behind && o.noun {
			break
		}
		for i, a := range all {
			if r.standsBehind(o, a) != behind ||
				!behind && (!role.fronted() && !(a.At == 2 && r.partitive()) && !r.apposedWith(o, a) || r.ofElse(o, role, a)) ||
				!r.mayFill(o, role, preps, a) {
				continue
			}
			f := r.take(r.alsoBehind(o, all[i:], role), role, false)
			if !f.found() {
				continue
			}
			f.at = a.At
			if !f.unknown || len(f.entities) > 0 || !role.body() { // of persons, the first or nobody
				return f
			}
			if unnamed == nil {
				unnamed = f
			}
		}
	}
	if unnamed != nil {
		return unnamed
	}
	if role.is("words") && len(role.Heads) == 0 {
		return r.gerundWords(o, preps)
	}
	if !role.is("words") {
		return r.besideOf(o, role, preps)
	}
	return nil
}

// apposedWith says that a prepositional phrase stands in an apposition of the subject that begins with a noun and a preposition of a role:
// "two buses, a gift of X to Y, were handed over".
func (r *run) apposedWith(o occurrence, a *text.Attachment) bool {
	for g := a.At; g > 1 && r.s.Groups[g].Kind == text.Preposition && r.s.Groups[g-1].Kind == text.NounGroup; g -= 2 {
		if r.s.Groups[g-2].Kind != text.Comma {
			continue
		}
		noun := r.s.Groups[g-1].Low + " " + r.s.Groups[g].Low
		return slices.ContainsFunc(o.frame.Roles, func(role *Role) bool { return slices.Contains(role.Or, noun) })
	}
	return false
}

// standsBehind says that a prepositional phrase stands behind the predicate of an occurrence, or begins the clause that tells it of who
// stands before.
func (r *run) standsBehind(o occurrence, a *text.Attachment) bool {
	from := o.group
	if o.object >= 0 {
		from = min(o.object, o.group)
	}
	return a.At > from || !o.noun && relative(&r.s.Clauses[o.clause], a)
}

// ofElse says that a prepositional phrase before a predicate tells of something else: "upon the election of X as Mayor, Y succeeded him".
func (r *run) ofElse(o occurrence, role *Role, a *text.Attachment) bool {
	switch a.Prep {
	case "of":
		if role.person() {
			return true
		}
	case "as":
		if a.At > r.s.Clauses[o.clause].Groups[0] {
			return true
		}
	}
	return r.ofHappening(a)
}

// mayFill says that a prepositional phrase has one of the prepositions of a role, and goes with the predicate of an occurrence.
func (r *run) mayFill(o occurrence, role *Role, preps []string, a *text.Attachment) bool {
	clause := &r.s.Clauses[o.clause]
	own := slices.Contains(preps, a.Prep)
	switch {
	case !own && !slices.Contains(preps, r.nounWith(a)),
		own && r.ofAnother(o, a.At),
		o.noun && clause.Verb > o.group && a.At > clause.Verb && !r.happening(o), // of the verb
		o.noun && r.byOnlooker(o.group, a),
		!o.noun && r.ofWhatIsWanted(clause, a),
		role.is("words") && inPhrases(clause.Object, a.At),
		!o.noun && role.Plain && r.behindThat(o.group, a.At),
		r.deniedPhrase(a.At),
		!o.noun && r.ofSubject(clause, a),
		r.absolute(a), r.asOfAnother(a),
		!o.noun && r.byOfCause(a),
		r.alleged(a), r.shortOf(a):
		return false
	}
	return true
}

// asOfAnother says that an "as" tells what somebody is whose name stands between it and a "with" behind a comma: "led by X, with Y as its
// deputy".
func (r *run) asOfAnother(a *text.Attachment) bool {
	return a.Prep == "as" && a.At > 2 && r.somebody(a.At-1) && r.s.Groups[a.At-2].Low == "with" && r.s.Groups[a.At-3].Kind == text.Comma
}

// nounWith is the preposition of a phrase with the noun that it stands right behind, where that is in apposition or has a preposition and
// no article but "the": "five vehicles, a gift of X", "in succession to X", "in the case of X"; "" behind anything else.
func (r *run) nounWith(a *text.Attachment) string {
	if a.At < 2 || r.s.Groups[a.At-1].Kind != text.NounGroup {
		return ""
	}
	if before, det := r.s.Groups[a.At-2].Kind, r.s.Groups[a.At-1].Det; before != text.Comma && (before != text.Preposition || det != "" && det != "the") {
		return ""
	}
	return r.s.Groups[a.At-1].Low + " " + a.Prep
}

// besideOf fills a role from behind a participle with its preposition that tells of the subject, the object or the noun: "X, accompanied by
// Y, visited", "a meeting chaired by Y", "received a bus donated by Y".
func (r *run) besideOf(o occurrence, role *Role, preps []string) *filler {
	if f := r.byClause(o, role, preps); f.found() {
		return f
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Kind != text.RelativeClause || inner.Verb < 0 || inner.Governor < 0 || !r.tellsOf(inner.Governor, o) {
			continue
		}
		if slices.Contains(preps, r.head(inner.Verb).Low) { // "an indictment charging X"
			if f := r.take(inner.Object, role, false); f.found() {
				return f
			}
		}
		for i := range inner.Attached {
			if a := &inner.Attached[i]; slices.Contains(preps, r.head(inner.Verb).Low+" "+a.Prep) {
				if f := r.take(a.Phrases, role, false); f.found() {
					return f
				}
			}
		}
	}
	return nil
}

// byClause fills a role of a noun that stands behind a participle with "by" from a clause whose own verb tells the same of the noun: "the
// elections were organized by X", "X organized elections".
func (r *run) byClause(o occurrence, role *Role, preps []string) *filler {
	clause := &r.s.Clauses[o.clause]
	if !o.noun || clause.Verb < 0 || !slices.Contains(preps, r.head(clause.Verb).Low+" by") {
		return nil
	}
	if !r.passive(o.clause) {
		if stands(clause.Object, o.group) {
			return r.take(clause.Subject, role, true)
		}
		return nil
	}
	for i := range clause.Attached {
		if a := &clause.Attached[i]; a.Prep == "by" && a.At > clause.Verb && stands(clause.Subject, o.group) {
			return r.take(a.Phrases, role, false)
		}
	}
	return nil
}

// tellsOf says that a noun group is of the subject or the object of an occurrence, or of the noun that names it or is of what its frame
// means.
func (r *run) tellsOf(g int, o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	of := func(p text.Phrase) bool { return p.Group == g || slices.Contains(p.Of, g) }
	if o.noun && r.apart(o.group) { // "a rally organized by X in the lead-up to the elections"
		return r.saidOfNoun(g, o.group)
	}
	if slices.ContainsFunc(clause.Subject, of) || slices.ContainsFunc(clause.Object, of) {
		return true
	}
	if o.named() >= 0 {
		return r.saidOfNoun(g, o.named())
	}
	return slices.ContainsFunc(o.frame.Roles, func(role *Role) bool { // "took part in a session organized by X"
		return role.is("words") && len(role.Heads) > 0 && called(r.head(r.outermost(g)), role.Heads)
	})
}

// below are the prepositional phrases of a clause; of a role that bodies fill, also those that a clause without a finite verb behind it
// has: "acquitted of abusing his office by the Basic Court".
func (r *run) below(o occurrence, role *Role) (all []*text.Attachment) {
	for i := range r.s.Clauses[o.clause].Attached {
		all = append(all, &r.s.Clauses[o.clause].Attached[i])
	}
	if o.frame != nil && len(o.frame.Events) == 0 && role.body() && !role.person() {
		all = append(all, r.chained(o.clause)...)
	}
	if g := o.named(); g >= 0 { // "the march in Klina, organized by"
		for _, at := range r.phrase(g)[1:] {
			for i := range at.clause.Attached {
				all = append(all, &at.clause.Attached[i])
			}
		}
	}
	all = append(all, r.ofObject(o.object)...)
	if !role.body() || role.person() {
		return all
	}
	for k := range r.s.Clauses {
		inner := &r.s.Clauses[k]
		if inner.Parent == o.clause && inner.Kind == text.GerundClause {
			all = append(all, r.below(occurrence{clause: k, group: inner.Verb, object: -1}, role)...)
		}
	}
	return all
}

// ofObject are the prepositional phrases of what is said of the noun that goes with a verb: "confirmed the indictment that the prosecutor
// had filed against him".
func (r *run) ofObject(object int) (all []*text.Attachment) {
	if object < 0 {
		return nil
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Kind != text.RelativeClause || inner.Governor < object || inner.Governor > object+2 || inner.Verb >= 0 && text.IsAny(r.s.Groups[inner.Verb].Low, ranks) {
			continue
		}
		apart := inner.Verb >= 0 && text.IsAny(r.s.Groups[inner.Verb].Low, answers)
		for i := range inner.Attached {
			if a := &inner.Attached[i]; a.Prep != "by" || !apart {
				all = append(all, a)
			}
		}
	}
	return all
}

// byOf fills the role of the agent of a passive, by its own phrase or by that of a verb that shares its auxiliary: "was detained and
// searched by the police".
func (r *run) byOf(o occurrence, role *Role) *filler {
	if f := r.attached(o, role, []string{"by"}); f.found() {
		return f
	}
	if r.doneBySome(&r.s.Clauses[o.clause]) {
		return nil
	}
	for c := range r.s.Clauses {
		next := &r.s.Clauses[c]
		further := occurrence{frame: o.frame, clause: c, group: next.Verb, object: -1}
		switch next.Kind {
		case text.GerundClause, text.InfinitiveClause: // "was kept from leaving by the police"
			ofObject := next.Kind == text.InfinitiveClause && len(next.Object) > 0 // "was asked to prevent attempts by rebels"
			if next.Parent != o.clause || next.Verb <= o.group || ofObject || r.passive(c) {
				continue
			}
			if f := r.attached(further, role, []string{"by"}); f.found() {
				return f
			}
		case text.Coordinate:
			if next.Governor == o.group && next.Verb > o.group && r.passive(c) && !r.auxiliary(next.Verb) {
				return r.byOf(further, role)
			}
		}
	}
	return nil
}

// doneBySome says that a clause tells itself who does what its passive tells, whoever that is: "was paid for by donors and built by the
// police".
func (r *run) doneBySome(clause *text.Clause) bool {
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return a.Prep == "by" && a.At > clause.Verb && slices.ContainsFunc(a.Phrases, func(p text.Phrase) bool {
			return r.head(p.Group).Kind == text.Name || text.Animate(r.s.Groups[p.Group].Low)
		})
	})
}

// auxiliary says that a verb group has a passive's auxiliary of its own: "was appointed and was succeeded by X".
func (r *run) auxiliary(v int) bool {
	g := &r.s.Groups[v]
	return slices.ContainsFunc(r.s.Tokens[g.From:g.Head], func(t text.Token) bool { return text.Base(t.Low) == "be" })
}

// inPhrases says that a group stands within a list of phrases.
func inPhrases(list []text.Phrase, g int) bool {
	return len(list) > 1 && g > list[0].Group && g < list[len(list)-1].Group
}

// fronted says that a role may stand before the predicate behind its preposition: whom it is with, where, in what address, not what it is
// for.
func (r *Role) fronted() bool {
	goal := func(prep string) bool { return prep == "to" || prep == "into" || prep == "against" || prep == "for" }
	if r.is("words") {
		return slices.Equal(r.Or, []string{"in"}) && slices.ContainsFunc(r.Heads, func(noun string) bool { return addresses[noun] })
	}
	return !slices.ContainsFunc(r.Or, goal)
}

// gerundWords are the words of a clause behind a preposition: "for stabbing X".
func (r *run) gerundWords(o occurrence, preps []string) *filler {
	for c := range r.s.Clauses {
		clause := &r.s.Clauses[c]
		if clause.Kind != text.GerundClause || clause.Parent != o.clause || clause.Verb < o.group || len(clause.Groups) == 0 {
			continue
		}
		if !slices.Contains(preps, clause.Marker) {
			continue
		}
		to := r.s.Groups[clause.Groups[len(clause.Groups)-1]].To
		return &filler{words: r.words(r.s.Groups[clause.Verb].From, to), at: clause.Verb}
	}
	return nil
}
