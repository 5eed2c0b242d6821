package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

var place = &Role{Name: "place", Is: []string{"Place"}}

// where are the places of an occurrence: those of the nearest of its settings that names any; the narrowest, behind its predicate before in
// front of it.
func (r *run) where(o occurrence) []*lexicon.Entity {
	if o.noun && r.dayTold(o.group) { // what its clause tells was done elsewhere
		return r.placesIn(r.phrase(o.group)[0], o.group)
	}
	if at := r.aimedAt(o); len(at) > 0 {
		return at
	}
	if at := r.beforeObject(o); len(at) > 0 {
		return at
	}
	for _, setting := range r.settings(o) {
		if at := r.placesIn(setting, o.group); len(at) > 0 {
			if nearer := r.pointedTo(&r.s.Clauses[o.clause]); len(nearer) == 1 && slices.Contains(r.nested, nesting{nearer[0], at[0]}) {
				return nearer // "but for Batusha in Klina, where a shop was robbed"
			}
			return at
		}
	}
	for _, setting := range r.meanwhile(o) {
		if at := r.placesIn(setting, o.group); len(at) > 0 {
			return at
		}
	}
	// "the storm that struck Klina"
	if clause := &r.s.Clauses[o.clause]; o.group == clause.Verb {
		if at := r.comesOver(clause); len(at) > 0 {
			return at
		}
	}
	if at := r.pointedAt(o); len(at) > 0 {
		return at
	}
	if at := r.placesOfTime(&r.s.Clauses[o.clause]); len(at) > 0 {
		return at
	}
	if at := r.besetAt(o); len(at) > 0 {
		return at
	}
	if at := r.siteHit(o); len(at) > 0 {
		return at
	}
	if at := r.calledAfter(o); len(at) > 0 {
		return at
	}
	if at := r.sceneOf(o); len(at) > 0 {
		return at
	}
	if at := r.entered(o); len(at) > 0 {
		return at
	}
	if at := r.visitedThen(o); len(at) > 0 {
		return at
	}
	if r.answers(o) && r.dayBefore() != "" || r.inTheSame(o) {
		return r.memory.setting.places
	}
	return nil
}

// inTheSame says that what an occurrence tells was done where the sentence before told of something: "in the same village", and "in the
// same municipality" where that place is one.
func (r *run) inTheSame(o occurrence) bool {
	if r.memory.setting.sentence != r.memory.sentence-1 {
		return false
	}
	return slices.ContainsFunc(r.settings(o), func(at stretch) bool {
		return slices.ContainsFunc(at.clause.Attached, func(a text.Attachment) bool {
			if !whereat[a.Prep] || a.At < at.from || a.At >= at.to || len(a.Phrases) != 1 {
				return false
			}
			g := a.Phrases[0].Group
			of := text.Singular(r.head(g).Low)
			return r.modified(g, sameness) && (settled[of] || of == "municipality" && slices.ContainsFunc(r.memory.setting.places, func(e *lexicon.Entity) bool { return e.Kind == "MUNICIPALITY" }))
		})
	})
}

// locality says that a noun group is of what has the place that it names for its own: "the town of Klina", "the Klina courthouse".
func (r *run) locality(g int) bool { return localities[text.Singular(r.head(g).Low)] || r.site(g) }

// site says that a noun group is of what stands at the place that it names.
func (r *run) site(g int) bool {
	group, noun := &r.s.Groups[g], text.Singular(r.head(g).Low)
	return sites[noun] || group.Head > group.From && sites[r.s.Tokens[group.Head-1].Low+" "+noun]
}

// calledAfter is the one place, no country, that a happening is called after: "the Klina meeting", not "the Klina-based conference", nor
// "the Peja and Klina meetings".
func (r *run) calledAfter(o occurrence) (at []*lexicon.Entity) {
	g := o.named()
	if g < 0 || !r.happens(g) {
		return nil
	}
	group := &r.s.Groups[g]
	for _, n := range group.Names {
		all := slices.DeleteFunc(slices.Clone(span(&r.s.Tokens[n]).Entities), func(e *lexicon.Entity) bool { return !place.accepts(e) })
		joined := strings.HasPrefix(r.s.Tokens[n+1].Low, "-") || n > 0 && r.s.Tokens[n-1].Low == "and"
		if len(all) > 0 && (joined || country(all[0])) {
			return nil
		}
		at = append(at, all...)
	}
	if len(at) > 1 {
		return nil
	}
	return at
}

func (r *run) placesIn(at stretch, predicate int) (best []*lexicon.Entity) {
	const least, passing = -10, -5 // ranks: of none, and of one that is told in passing
	rank, behind := least, false
	for i := range at.clause.Attached {
		a := &at.clause.Attached[i]
		if !r.tellsWhere(at.clause, a) || r.likened(a.At) || a.At < at.from || a.At >= at.to || r.inMarks(r.s.Groups[a.At].From) && !(predicate >= 0 && r.inMarks(r.s.Groups[predicate].From)) {
			continue // "a forum called “Bread in Klina”"
		}
		phrases := a.Phrases
		if n := slices.IndexFunc(phrases, func(p text.Phrase) bool { return stands(at.clause.Subject, p.Group) }); n > 0 && a.Prep != "of" {
			phrases = phrases[:n] // "in Klina, Belgrade and Tirana agreed"
		}
		f := r.resolve(phrases, place, false)
		if !f.found() && len(phrases) > 0 {
			f = r.locatedIn(phrases)
		}
		if f == nil || len(f.entities) == 0 || r.bearing(a) && wide(f.entities[0]) || r.ofCharge(a, at.clause, predicate) || r.ofSubjectMatter(at.clause, a.At) || r.destined(a.At) ||
			r.toldOfWhom(at.clause, a, f.entities[0]) || r.describing(at.clause, a.At) || r.betweenTwo(a) {
			continue
		}
		other, passed := r.behindAnother(at, a.At)
		if other || r.ofFellow(predicate, at, a.At) || r.comeFrom(a) {
			continue
		}
		own := 0
		if passed {
			own = passing
		}
		if !country(f.entities[0]) {
			own += 2
		} else if a.Prep == "on" { // "talks on Kosovo"
			continue
		}
		if a.At > predicate && !r.ofGrievance(at, a.At) {
			own++
		}
		if stream(f.entities[0]) || r.bearing(a) {
			own--
		}
		if own > rank {
			rank, best, behind = own, slices.Concat(r.siteWithin(a.At, f.entities), f.entities, r.alsoAt(at.clause, i)), a.At > predicate
		}
	}
	if behind && predicate == at.clause.Verb && at.from < 0 {
		for _, e := range r.placesInFront(at.clause) {
			if !slices.Contains(best, e) {
				best = append(best, e)
			}
		}
	}
	return best
}

// beforeObject are the places between a verb and its object, which are of what the verb tells, whatever the object is about: "signed in
// Peja an agreement on the school in Klina".
func (r *run) beforeObject(o occurrence) []*lexicon.Entity {
	clause := &r.s.Clauses[o.clause]
	if o.noun || o.group != clause.Verb || len(clause.Object) == 0 || r.passive(o.clause) {
		return nil
	}
	return r.placesIn(stretch{clause, clause.Verb, clause.Object[0].Group}, clause.Verb)
}

// comeFrom says that a preposition of place stands behind "from" and tells where those come from who are named before it: "traders from
// across Kosovo".
func (r *run) comeFrom(a *text.Attachment) bool {
	return a.At > 1 && widely[a.Prep] && r.s.Groups[a.At-1].Low == "from" && r.s.Groups[a.At-2].Kind == text.NounGroup
}

// ofGrievance says that a place belongs to what people are only against, which may have come about elsewhere: "in Peja, a protest against
// the removal of trees in Klina".
func (r *run) ofGrievance(at stretch, i int) bool {
	return slices.ContainsFunc(at.clause.Attached, func(a text.Attachment) bool {
		return a.Prep == "against" && a.At > at.from && a.At < i && r.onlyBetween(a.At, i, text.Preposition, text.NounGroup)
	})
}

// locatedIn are the places in which lies what a prepositional phrase names, as a participle behind it says: "in a cemetery located in
// Klina"; nil for none.
func (r *run) locatedIn(list []text.Phrase) *filler {
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Kind == text.RelativeClause && inner.Governor == list[len(list)-1].Group && inner.Verb >= 0 && text.IsAny(r.s.Groups[inner.Verb].Low, located) {
			if at := r.placesIn(whole(inner), inner.Verb); len(at) > 0 {
				return &filler{entities: at, at: list[0].Group}
			}
		}
	}
	return nil
}

// tellsWhere says that a preposition stands before the place where something happens: by itself, behind a verb of motion ("passed through
// Klina"), behind a word of what is near ("close to Klina"), or between what kind of place something is done to and which that is ("raided
// the village of Luofu", "the village of Luofu was raided", "set fire to the village of Luofu", "took to the streets of Klina").
func (r *run) tellsWhere(clause *text.Clause, a *text.Attachment) bool {
	if r.nearTo(a) || r.bearing(a) {
		return true
	}
	switch {
	case a.Prep == "through" || a.Prep == "along":
		return clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, moves) || a.Prep == "along" && r.surface(a) || r.makesWay(clause)
	case a.Prep == "to":
		return a.At > 0 && entrances[text.Singular(r.s.Groups[a.At-1].Low)] && whereat[r.prepositionOf(a.At-1)]
	case a.Prep == "of":
		return a.At > 0 && (r.s.Groups[a.At-1].Low == "streets" || settled[text.Singular(r.s.Groups[a.At-1].Low)] && (r.doneTo(clause, a.At-1) || r.prepositionOf(a.At-1) == "upon" || r.setsFire(clause, a.At-1)))
	}
	return whereat[a.Prep]
}

// doneTo says that what the verb of a clause tells is done to what a noun group is of: "raided the village", "the village was raided".
func (r *run) doneTo(clause *text.Clause, g int) bool {
	return stands(clause.Object, g) || clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Passive && stands(clause.Subject, g)
}

// setsFire says that a noun group is of what a clause tells to be set on fire: "set fire to the village".
func (r *run) setsFire(clause *text.Clause, g int) bool {
	return r.prepositionOf(g) == "to" && len(clause.Object) == 1 && clause.Object[0].Group < g && r.head(clause.Object[0].Group).Low == "fire"
}

// makesWay says that a clause tells of who moves on its own way: "was making its way through Klina".
func (r *run) makesWay(clause *text.Clause) bool {
	return len(clause.Object) == 1 && ways[r.head(clause.Object[0].Group).Low] && r.s.Groups[clause.Object[0].Group].Possessor < 0 &&
		possessives[r.s.Groups[clause.Object[0].Group].Det]
}

// behindAnother says that a place belongs to a noun before it, in its phrase, that names another happening: "detained in connection with
// the attack in Klina", "following talks in Klina"; or, in passing, what it came right after, which was there too where no other place is
// told: "injured in a scuffle after a match in Klina".
func (r *run) behindAnother(at stretch, i int) (another, inPassing bool) {
	for k := range at.clause.Attached {
		a := &at.clause.Attached[k]
		if a.At <= at.from || a.At >= i || len(a.Phrases) == 0 {
			continue
		}
		p := a.Phrases[len(a.Phrases)-1]
		if before := &r.s.Groups[max(a.At-1, 0)]; a.Prep == "into" && before.Kind == text.VerbGroup && text.IsAny(before.Low, moves) { // "drove into an ambush in Klina"
			continue
		}
		if !elsewhen[a.Prep] && !r.hoursOf(a) && !r.additional(a) && !((r.happens(p.Group) || r.definite(p.Group) && r.policed(p.Group)) && about[r.prepositionOf(p.Group)]) && !r.ofSuspect(p.Group) {
			continue
		}
		if r.belongsTo(p.Group, at, i) {
			another, inPassing = another || a.Prep != "after", true
		}
	}
	return another || r.ofFurtherCase(at, i), inPassing
}

// policed says that a noun names what police and courts do to somebody: "the arrests in Klina".
func (r *run) policed(g int) bool {
	t := r.head(g)
	return t.Kind == text.Word && slices.ContainsFunc(r.set.nouns[text.Singular(t.Low)], func(f *Frame) bool { return len(f.Events) > 0 && f.ofLaw() })
}

// destined says that a preposition of place stands right behind what somebody is only on the way to: "en route to the police station in
// Klina".
func (r *run) destined(at int) bool {
	return at > 2 && r.s.Groups[at-1].Kind == text.NounGroup && r.s.Groups[at-2].Low == "to" && r.s.Groups[at-3].Kind == text.NounGroup && ways[r.head(at-3).Low]
}

// ofSubjectMatter says that a preposition of place stands right behind a noun of what is talked of: "on legal issues in northern Kosovo".
func (r *run) ofSubjectMatter(clause *text.Clause, at int) bool {
	if at > 2 && r.s.Groups[at-1].Kind == text.When && r.s.Groups[at-2].Low == "of" { // "the events of 1999 in Kosovo"
		at -= 2
	}
	if at < 1 || r.s.Groups[at-1].Kind != text.NounGroup || !matters[text.Singular(r.s.Groups[at-1].Low)] {
		return false
	}
	if prep := r.prepositionOf(r.outermost(at - 1)); prep == "on" || prep == "to" || about[prep] {
		return true
	}
	return stands(clause.Object, at-1) && clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, speaks)
}

// hoursOf says that an "of" stands between a time and the happening that it is counted from: "within hours of the murder".
func (r *run) hoursOf(a *text.Attachment) bool {
	return a.Prep == "of" && a.At > 0 && durations[text.Singular(r.s.Groups[a.At-1].Low)] && r.happens(a.Phrases[0].Group)
}

func country(e *lexicon.Entity) bool { return e.Kind == "COUNTRY" || e.Kind == "TERRITORY" }

// ofCharge says that a place stands right behind what somebody is charged with, or within what the sentence begins with that says so: the
// place of the crime, not of the trial.
func (r *run) ofCharge(a *text.Attachment, clause *text.Clause, predicate int) bool {
	for i := range clause.Attached {
		b := &clause.Attached[i]
		if stands(b.Phrases, predicate) { // "led to the arrest of nine men in Klina"
			continue
		}
		if b.Prep == "for" && durations[text.Singular(r.head(b.Phrases[0].Group).Low)] { // "detained for two hours in Klina"
			continue
		}
		if b.At < a.At && b.Prep == "for" && r.accuses && a.At < clause.Verb && r.onlyBetween(b.At, a.At, text.Preposition, text.NounGroup, text.When) {
			return true // "for a part in the burning of a market in Klina, X was arrested"
		}
		if b.At < a.At && (b.Prep == "for" || b.Prep == "of" && !r.ofPeople(b) && !r.describesWhom(b.At, a.At) || b.Prep == "to") && r.accuses && b.At > clause.Verb && a.At-b.At <= 4 {
			return true
		}
		if b.Prep == "for" && b.At > clause.Verb && b.At == a.At-2 && clause.Verb == predicate && text.IsAny(r.s.Groups[clause.Verb].Low, prosecutes) {
			return true // "released for treatment in Klina"
		}
	}
	return false
}

// describesWhom says that an "of" stands behind a noun of people in what is said of somebody between commas, not of a charge: "arrested X,
// a man of foreign origin, in Klina".
func (r *run) describesWhom(of, at int) bool {
	return of > 0 && r.s.Groups[of-1].Kind == text.NounGroup && text.Animate(text.Singular(r.head(of-1).Low)) && r.s.Groups[at-1].Kind == text.Comma
}

// ofPeople says that an "of" stands between a noun of people and who they are: "a group of smugglers".
func (r *run) ofPeople(a *text.Attachment) bool {
	for _, p := range a.Phrases {
		if t := r.head(p.Group); t.Kind == text.Name || text.Animate(t.Low) {
			return true
		}
	}
	return false
}
