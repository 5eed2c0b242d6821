package frames

import (
	"maps"
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// datesItself says that a noun has its date in its own phrase, or that of a clause that tells it to happen, or that a clause states its
// date of what its own verb tells: in front, right before the verb, or behind it, where neither another verb nor a noun of another
// happening may have it.
func (r *run) datesItself(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if o.noun {
		return r.datedItself(o.group) || clause.Verb >= 0 && stands(clause.Subject, o.group) && tellsToHappen(&r.s.Groups[clause.Verb]) && r.dateIn(whole(clause)) != nil
	}
	verb := &r.s.Groups[clause.Verb]
	switch {
	case clause.Kind == text.GerundClause || clause.Kind == text.InfinitiveClause || clause.Kind == text.RelativeClause && !r.tellsApart(clause):
		return false
	case !verb.Verb.Perfect && (r.s.Tokens[verb.Head].Tag == "VBZ" || r.s.Tokens[verb.From].Low == "are"): // "the report provides an overview of what was done in May"
		return false
	case r.asks(clause):
		return false
	case clause.Kind == text.Coordinate && !r.conjoined(clause.Verb) && r.s.Tokens[verb.Head].Tag != "VBN": // "searched a house, finding on 4 May"
		return false
	}
	d := r.dateIn(whole(clause))
	if doing := r.doing(clause); d == nil && doing >= 0 { // "began painting the bridge on 4 May"
		return r.dateIn(whole(&r.s.Clauses[doing])) != nil
	}
	for _, g := range clause.Groups {
		if d == nil || r.s.Groups[g].Kind != text.When || r.whenGroup(g) != d {
			continue
		}
		if g < clause.Verb { // of a pluperfect, how things stood on that day
			return !r.pluperfect(clause) && (r.leads(clause, g) && !r.ofAnotherBefore(g) ||
				r.onlyBetween(g, clause.Verb, text.Comma, text.Adverb) &&
					!slices.ContainsFunc(clause.Subject, func(p text.Phrase) bool { return r.happens(p.Group) }))
		}
		if r.pluperfect(clause) && r.s.Groups[g-1].Low != "on" && r.s.Groups[g-1].Low != "in" { // "had been received at 10 August"
			return false
		}
		before := r.nounBehind(clause, g)
		switch {
		case before <= clause.Verb:
			return before == clause.Verb
		case r.withHappening(g):
			return false
		case r.prepositionOf(before) == "without", r.undated(clause, before):
			return true
		}
		return !text.IsAny(verb.Low, speaks) && (!r.happens(before) || text.IsAny(verb.Low, holds))
	}
	return false
}

// datedItself says that a noun has its date in its own phrase.
func (r *run) datedItself(g int) bool {
	return r.dateOfRuling(g) != nil || r.dateWithin(g) != nil || r.dateIn(r.phrase(g)[0]) != nil
}

// undated says that a noun behind a verb has no day, so that the one behind it is the verb's: that of who did it, or of where, behind a
// passive ("was published by UNMIK on 4 May"), or a name that is its object ("addressed the Court on 4 May").
func (r *run) undated(clause *text.Clause, noun int) bool {
	outer := r.outermost(noun)
	if r.s.Groups[clause.Verb].Verb.Passive {
		prep := r.prepositionOf(outer)
		return prep == "by" || (prep == "in" || prep == "at") && !r.happens(outer)
	}
	return outer == noun && stands(clause.Object, noun) && r.head(noun).Kind == text.Name
}

// asks says that a clause tells no more than that somebody wants something done: "issued an order for his transfer".
func (r *run) asks(clause *text.Clause) bool {
	list, verb := clause.Object, r.s.Groups[clause.Verb].Low
	if r.s.Groups[clause.Verb].Verb.Passive {
		list = clause.Subject
	}
	return (text.Is(verb, "issue") || text.Is(verb, "make")) &&
		slices.ContainsFunc(list, func(p text.Phrase) bool { return wishes[text.Singular(r.head(p.Group).Low)] })
}

// tellsApart says that a relative clause tells a happening of its own, within a sentence that tells something: by a finite verb, or by the
// participle of a passive, which has no object and whose noun is in no phrase of another happening, that may have the day: "the election of
// a government headed by X on 4 May".
func (r *run) tellsApart(clause *text.Clause) bool {
	for c := clause.Parent; c >= 0; c = r.s.Clauses[c].Parent {
		if outer := &r.s.Clauses[c]; outer.Kind == text.Main && outer.Verb < 0 { // "Report prepared by X, 24 January 2005"
			return false
		}
	}
	verb := &r.s.Groups[clause.Verb]
	if clause.Marker != "" || text.IsAny(verb.Low, describes) {
		return verb.Verb.Form == text.Finite && !text.IsAny(verb.Low, describes)
	}
	return verb.Verb.Passive && len(clause.Object) == 0 && clause.Governor >= 0 && (clause.Comma || !r.within(clause.Governor))
}

// ofAntecedent leaves out of the roles of a relative clause those that its antecedent fills, where it may be of another noun: "the mandate
// of KFOR, which was extended in May".
func (r *run) ofAntecedent(o occurrence, roles map[string]*filler) {
	clause := &r.s.Clauses[o.clause]
	if o.noun || clause.Kind != text.RelativeClause || clause.Governor < 0 || clause.Marker == "who" || clause.Marker == "whom" {
		return
	}
	outer := text.Singular(r.head(r.outermost(clause.Governor)).Low)
	acts := !r.passive(o.clause) && text.IsAny(r.s.Groups[clause.Verb].Low, deliberates) && !text.Animate(outer) && !collectives[outer] && !teams[outer]
	ofAnother := r.prepositionOf(clause.Governor) != "" && !acts && !(r.passive(o.clause) && (changes[outer] || terms[outer]))
	maps.DeleteFunc(roles, func(_ string, f *filler) bool {
		return len(f.phrases) > 0 && stands(clause.Subject, f.phrases[0].Group) && (len(clause.Subject) > 1 || ofAnother)
	})
}

// finished says that the verb of no relative clause tells what has been done.
func (r *run) finished(o occurrence) bool {
	return r.done(o) && r.s.Clauses[o.clause].Kind != text.RelativeClause
}

// done says that a verb is finite and tells what has been done: neither what is going on, nor what is done again and again.
func (r *run) done(o occurrence) bool {
	if o.noun {
		return false
	}
	group := &r.s.Groups[r.s.Clauses[o.clause].Verb]
	tag := r.s.Tokens[group.From].Tag
	present := !group.Verb.Perfect && (tag == "VBZ" || tag == "VBP" || tag == "VB") // "the ways they use evidence and appoint judges"
	going := group.Verb.Progressive || slices.ContainsFunc(r.s.Tokens[group.From:group.To], func(t text.Token) bool { return t.Low == "being" })
	return group.Verb.Form == text.Finite && !going && !present
}

// placesItself are the places at which a clause states that what its own verb tells was done: in front or behind it, not those that say
// whose or which somebody or something is.
func (r *run) placesItself(o occurrence) (all []*lexicon.Entity) {
	clause := &r.s.Clauses[o.clause]
	all = append(r.pointedTo(clause), r.comesOver(clause)...)
	all = append(all, r.placesOfTime(clause)...)
	if doing := r.doing(clause); doing >= 0 {
		all = append(all, r.placesItself(occurrence{clause: doing})...)
	}
	if clause.Kind == text.Coordinate && clause.Parent >= 0 { // "In Klina, they met and signed"
		if first := &r.s.Clauses[clause.Parent]; first.Verb >= 0 && first.Verb == clause.Governor {
			all = append(all, r.placesInFront(first)...)
			if r.satAnd(first, clause) { // "they met in Klina and signed"
				all = append(all, r.placesItself(occurrence{clause: clause.Parent})...)
			}
		}
	}
	all = append(all, r.visitedThen(o)...)
	var last *text.Attachment // the last that tells where
	for i := range clause.Attached {
		a := &clause.Attached[i]
		if last != nil && whereat[a.Prep] { // "in Peja and in Klina"
			if _, and := r.joinedPhrases(clause, last, a); and {
				if f := r.resolve(a.Phrases, place, false); f != nil {
					all, last = append(all, f.entities...), a
				}
				continue
			}
		}
		if upon := a.Prep == "on" || a.Prep == "along"; upon && !r.surface(a) || !upon && !whereat[a.Prep] {
			continue
		}
		if a.At < clause.Verb && !r.leads(clause, a.At) && !r.whereThingIs(clause, a) {
			continue
		}
		if a.At > 0 && a.At < clause.Verb && r.leads(clause, a.At) && r.s.Groups[a.At-1].Kind == text.NounGroup {
			// "under the Government in Klina", "following talks in Klina"
			if prep := r.prepositionOf(r.outermost(a.At - 1)); prep != "" && prep != "during" && !whereat[prep] {
				continue
			}
		}
		about := false
		if noun := r.nounBehind(clause, a.At+1); clause.Verb >= 0 && a.At > clause.Verb && noun != clause.Verb {
			prep, verb := r.prepositionOf(r.outermost(noun)), r.s.Groups[clause.Verb].Low
			if noun < 0 || text.IsAny(verb, speaks) || text.IsAny(verb, settles) || prep != "" && prep != "by" && !whereat[prep] {
				continue
			}
			if about = prep == "on"; about && r.happens(r.outermost(noun)) && r.head(r.outermost(noun)).Kind == text.Word || r.toldWhat(clause, a.At) {
				continue // "a report on the attack in Klina"
			}
		}
		if f := r.resolve(a.Phrases, place, false); f != nil && !(about && country(f.entities[0])) { // "a compact on law in Kosovo"
			all, last = append(append(all, f.entities...), r.siteWithin(a.At, f.entities)...), a
		}
	}
	if len(all) > 0 {
		all = append(all, r.placesListed(clause)...)
	}
	return all
}

// toldWhat says that a place belongs to a happening of which a clause says that somebody was told: "informed X of the burning of houses in
// Klina".
func (r *run) toldWhat(clause *text.Clause, at int) bool {
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		g := a.Phrases[0].Group
		return a.Prep == "of" && a.At > 0 && a.At < at && r.head(a.At-1).Kind == text.Name && stands(clause.Object, a.At-1) &&
			r.happens(g) && r.onlyBetween(a.At, at, text.Preposition, text.NounGroup)
	})
}

// doing is the clause of the gerund or infinitive behind a verb that tells only a part of what it does: "began painting a bridge"; -1 for
// none.
func (r *run) doing(clause *text.Clause) int {
	if clause.Verb < 0 || !text.IsAny(r.s.Groups[clause.Verb].Low, phases) {
		return -1
	}
	return slices.IndexFunc(r.s.Clauses, func(c text.Clause) bool {
		return (c.Kind == text.GerundClause && c.Marker == "" || c.Kind == text.InfinitiveClause) && c.Governor == clause.Verb && c.Verb == clause.Verb+1
	})
}

// placesOfDeed are the places at which a clause states that something was done to a thing: behind the verb, in front of all, or where the
// thing is, not where who did it sits.
func (r *run) placesOfDeed(o occurrence) (all []*lexicon.Entity) {
	clause := &r.s.Clauses[o.clause]
	for i := range clause.Attached {
		a := &clause.Attached[i]
		ofAnother := a.At > 0 && r.s.Groups[a.At-1].Kind == text.NounGroup && (r.leads(clause, a.At) || !r.passive(o.clause))
		if !whereat[a.Prep] || a.At < clause.Verb && ofAnother {
			continue
		}
		if f := r.resolve(a.Phrases, place, false); f != nil {
			all = append(all, f.entities...)
		}
	}
	return all
}

// placesInFront are the places that stand before the subject of a clause.
func (r *run) placesInFront(clause *text.Clause) (all []*lexicon.Entity) {
	for i := range clause.Attached {
		a := &clause.Attached[i]
		if a.At >= clause.Verb || !whereat[a.Prep] || a.Prep == "on" || !r.leads(clause, a.At) ||
			a.At > 0 && r.s.Groups[r.beforeDay(a.At)].Kind == text.NounGroup || r.likened(a.At) { // "following talks in Klina"
			continue
		}
		if f := r.resolve(a.Phrases, place, false); f != nil {
			all = append(all, f.entities...)
		}
	}
	return all
}

// beforeDay is the group before one, or before the day that stands there: "the talks of 4 May in Klina".
func (r *run) beforeDay(g int) int {
	if g > 2 && r.s.Groups[g-1].Kind == text.When && r.s.Groups[g-2].Kind == text.Preposition {
		return g - 3
	}
	return g - 1
}

// likened says that what stands at a group is only what something else is like, or unlike: "as in Klina in May".
func (r *run) likened(g int) bool {
	if g < 1 || !likenings[r.s.Groups[g-1].Low] {
		return false
	}
	from := r.s.Groups[g-1].From
	return from < 1 || r.s.Tokens[from-1].Low != "such"
}

// conjoined says that a conjunction stands before a verb, with nothing but adverbs and what says when and where between.
func (r *run) conjoined(verb int) bool {
	for i := verb - 1; i >= 0; i-- {
		switch r.s.Groups[i].Kind {
		case text.Conjunction:
			return true
		case text.Adverb, text.When, text.Preposition, text.Comma:
		default:
			return false
		}
	}
	return false
}

// ofAnotherBefore says that a date in front of a clause may be that of another happening, which the clause only counts from: "following the
// appointment of X in August, Y opened".
func (r *run) ofAnotherBefore(g int) bool {
	for i := g - 1; i >= 0; i-- {
		if group := &r.s.Groups[i]; group.Kind == text.Comma && group.Low != "(" && group.Low != ")" || strings.HasSuffix(r.head(i).Text, ",") {
			return false
		}
		if low := r.s.Groups[i].Low; r.s.Groups[i].Kind == text.Preposition && elsewhen[low] && !r.sameDay(i) || reasons[low] {
			return true
		}
	}
	return r.withHappening(g)
}

// withHappening says that a date is that of what right before it is told to come along with, or to be a ground of, what its clause tells:
// "with the signing on 4 May of an accord", "in line with the decision on 4 May".
func (r *run) withHappening(g int) bool {
	if g < 2 || r.s.Groups[g-1].Kind != text.Preposition || r.s.Groups[g-1].Low == "of" || r.s.Groups[g-2].Kind != text.NounGroup {
		return false
	}
	noun := r.outermost(g - 2)
	return r.happens(noun) && r.prepositionOf(noun) == "with"
}

// outermost is the noun group that another hangs on by "of", as far as that goes: "phase" for "project" in "the second phase of the
// project".
func (r *run) outermost(g int) int {
	for g > 1 && r.s.Groups[g-1].Low == "of" && r.s.Groups[g-2].Kind == text.NounGroup {
		g -= 2
	}
	return g
}

// leads says that a group stands before the subject of its clause.
func (r *run) leads(clause *text.Clause, g int) bool {
	return len(clause.Subject) == 0 || g < clause.Subject[0].Group
}

// onlyBetween says that nothing but groups of some kinds stands between two.
func (r *run) onlyBetween(from, to int, kinds ...text.GroupKind) bool {
	for _, g := range r.s.Groups[from+1 : to] {
		if !slices.Contains(kinds, g.Kind) {
			return false
		}
	}
	return true
}

// nounBehind is the noun group or verb of a clause that stands right before the preposition of a group; -1 where another verb stands
// between the clause's and it.
func (r *run) nounBehind(clause *text.Clause, g int) int {
	noun := clause.Verb
	for i := g - 1; i > clause.Verb; i-- {
		switch r.s.Groups[i].Kind {
		case text.VerbGroup, text.Relative:
			return -1
		case text.NounGroup:
			if noun == clause.Verb {
				noun = i
			}
		case text.Preposition, text.Comma, text.Adverb, text.When:
		default:
			if noun == clause.Verb {
				return -1
			}
		}
	}
	return noun
}
