package frames

import (
	"regexp"
	"slices"

	"councilgraph/loader/text"
)

// ofAnotherTime says that a date belongs to a noun before it, in its phrase, that names another happening: that behind "after", or, unless
// it is a day, that for which somebody is tried.
func (r *run) ofAnotherTime(at stretch, i int, day bool) bool {
	for k := range at.clause.Attached {
		a := &at.clause.Attached[k]
		if a.At <= at.from || a.At >= i || len(a.Phrases) == 0 || r.sameDay(a.At) {
			continue
		}
		p := a.Phrases[len(a.Phrases)-1]
		if at.from < 0 && r.triedFor(at.clause, a) && (day && r.ofYear(i) || r.toldBehind(at.clause, i)) && r.belongsTo(p.Group, at, i) {
			return true
		}
		if a.Prep == "of" && a.At > 0 && carriers[text.Singular(r.head(a.At-1).Low)] {
			continue // "a round of talks in May"
		}
		if r.readies(a) && r.onlyBetween(a.At, i, text.Preposition, text.NounGroup, text.Adverb) {
			return true
		}
		if later := elsewhen[a.Prep] || r.hoursOf(a) || r.aheadOf(a) || r.additional(a) || r.wishedBy(a); !later && (day && !r.ofYear(i) || !r.happens(p.Group) || !r.apart(p.Group) || r.ofText(p.Group)) {
			continue
		}
		if r.belongsTo(p.Group, at, i) && !r.courtBetween(at.clause, p.Group, i) {
			return true
		}
	}
	return r.ofFurtherCase(at, i)
}

// triedFor says that a phrase in front of what police or courts did names what it was done for, whether or not that is known to be a
// happening: "in connection with the theft of a bus on 8 June 2016, X was arrested", "over the theft", "in the case of the theft".
func (r *run) triedFor(clause *text.Clause, a *text.Attachment) bool {
	if clause.Verb < a.At || a.At == 0 && a.Prep != "over" && a.Prep != "for" || !slices.ContainsFunc(r.set.verbs(r.s.Groups[clause.Verb].Low), func(v verbPhrase) bool { return v.frame.ofLaw() }) {
		return false
	}
	switch g := a.Phrases[0].Group; a.Prep {
	case "for", "over":
		return true
	case "with", "to":
		return about[r.prepositionOf(g)]
	case "of":
		before := text.Singular(r.head(a.At - 1).Low)
		return cases[before] || accusations[before]
	}
	return false
}

// toldBehind says that the day of a clause stands behind its verb, so that one in front of its subject, at i, may be that of another
// happening.
func (r *run) toldBehind(clause *text.Clause, i int) bool {
	return i < clause.Verb && r.leads(clause, i) && slices.ContainsFunc(clause.Groups, func(g int) bool {
		d := r.whenGroup(g)
		return g > clause.Verb && d != nil && exact(d)
	})
}

// sameDay says that a preposition tells of a time of the day that stands behind it: "shortly before dawn on 4 May".
func (r *run) sameDay(at int) bool {
	return at+2 < len(r.s.Groups) && partsOfTime[r.s.Groups[at+1].Low] && r.s.Groups[at+1].Det == "" && r.s.Groups[at+2].Low == "on"
}

// courtBetween says that a court that acts stands between a noun and a date behind it, whose date it is: "convicted of arson by the court
// on 7 March 2007".
func (r *run) courtBetween(clause *text.Clause, noun, i int) bool {
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return a.Prep == "by" && a.At > noun && a.At < i && len(a.Phrases) > 0 && len(r.named(a.Phrases[0].Group, &Role{Is: []string{"Court"}})) > 0
	})
}

// aheadOf says that what a phrase names is still to come: "in the lead-up to the elections", "prior to the elections", "ahead of the
// elections".
func (r *run) aheadOf(a *text.Attachment) bool {
	if a.At == 0 {
		return false
	}
	before := r.s.Tokens[r.s.Groups[a.At].From-1].Low
	return a.Prep == "to" && comes[before] || a.Prep == "of" && before == "ahead"
}

// readies says that what a phrase names is what something is done in time for, or in preparation for, by a day that is its own: "approved
// in time for publication on 4 May".
func (r *run) readies(a *text.Attachment) bool {
	return a.Prep == "for" && a.At > 1 && r.s.Groups[a.At-2].Low == "in" && aims[r.s.Groups[a.At-1].Low] && r.s.Groups[a.At-1].Det == ""
}

// wishedBy says that what a phrase names, and what happens, is only called for: "the call for elections on 4 May", not "the handover of
// requests for papers on 4 May".
func (r *run) wishedBy(a *text.Attachment) bool {
	return a.Prep == "for" && a.At > 0 && r.s.Groups[a.At-1].Kind == text.NounGroup && wishes[text.Singular(r.s.Groups[a.At-1].Low)] &&
		r.happens(a.Phrases[len(a.Phrases)-1].Group)
}

// additional says that what a phrase names is only what else there was: "in addition to the talks in Klina", "as well as the talks".
func (r *run) additional(a *text.Attachment) bool {
	return a.Prep == "besides" || a.Prep == "to" && a.At > 0 && r.s.Groups[a.At-1].Low == "addition"
}

// compared says that a date is of what something is only compared with, and of nothing that is told to have happened then: "down from 31 in
// 2012", "compared with nine killed over the same period in 2012", not "more than in the elections in 2012" nor "than nine killed in 2012",
// nor "stepped down from the post in 2012".
func (r *run) compared(i int) bool {
	same := false
	for g := i - 1; g >= 0 && r.s.Groups[g].Kind != text.Break && r.s.Groups[g].Kind != text.Comma; g-- {
		group := &r.s.Groups[g]
		for k := group.From; k < group.To && k+1 < len(r.s.Tokens); k++ {
			if comparing[r.s.Tokens[k].Low+" "+r.s.Tokens[k+1].Low] && !(g > 0 && k == group.From && text.IsAny(r.s.Groups[g-1].Low, steps)) {
				return true
			}
		}
		same = same || group.Kind == text.NounGroup && r.modified(g, sameness)
		if !same && (group.Kind == text.VerbGroup || group.Kind == text.NounGroup && r.happens(g)) {
			return false
		}
	}
	return false
}

// ofText says that a noun is of a text in or by which somebody does something on its day.
func (r *run) ofText(g int) bool { return r.decrees(g) || judgements[text.Singular(r.s.Groups[g].Low)] }

// belongsTo says that a group stands in the phrase of a noun of the clause of a stretch.
func (r *run) belongsTo(noun int, at stretch, i int) bool {
	own := r.phrase(noun)[0]
	return own.clause == at.clause && i < own.to && i > noun
}

// ofFurtherCase says that a group belongs to a happening that a conjunction joins to another one for which somebody is tried or sought,
// not to what police or courts did about both: "arrested a suspect in the robbery in May and the murder in June in Klina".
func (r *run) ofFurtherCase(at stretch, i int) bool {
	clause := at.clause
	if clause.Verb < 0 || !text.IsAny(r.s.Groups[clause.Verb].Low, prosecutes) {
		return false
	}
	return slices.ContainsFunc(clause.Groups, func(g int) bool {
		return g > max(clause.Verb+1, at.from) && g < i && r.s.Groups[g].Kind == text.NounGroup && r.s.Groups[g-1].Kind == text.Conjunction &&
			r.happens(g) && r.belongsTo(g, at, i)
	})
}

// provoked says that a date is that of what police or courts did, which only led, on whatever day, to what a noun names: "the arrest of X
// on 4 May led to protests", "X was arrested on 4 May, leading to protests".
func (r *run) provoked(o occurrence, at stretch, d *text.DateExpression) bool {
	clause := &r.s.Clauses[o.clause]
	if !o.noun || o.frame.ofLaw() || clause.Verb < 0 || o.group < clause.Verb || !text.IsAny(r.s.Groups[clause.Verb].Low, provokes) {
		return false
	}
	if at.clause != clause {
		return at.clause.Verb >= 0 && slices.ContainsFunc(r.set.verbs(r.s.Groups[at.clause.Verb].Low), func(v verbPhrase) bool { return v.frame.ofLaw() })
	}
	if len(clause.Subject) == 0 {
		return false
	}
	cause := clause.Subject[0].Group
	return slices.ContainsFunc(r.set.nouns[text.Singular(r.s.Groups[cause].Low)], (*Frame).ofLaw) &&
		d.From > r.head(cause).From && d.From < r.head(clause.Verb).From
}

// ofFurther says that a date stands between a conjunction and the further verb that it joins to that of a clause: "was detained in Klina
// and, on 6 May, moved".
func (r *run) ofFurther(clause *text.Clause, d *text.DateExpression) bool {
	return clause.Verb >= 0 && slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		if c.Kind != text.Coordinate || c.Governor != clause.Verb || c.Verb < clause.Verb || r.dateBetween(c.Verb) != d {
			return false
		}
		i := c.Verb - 1
		for i > clause.Verb && r.s.Groups[i].Kind != text.NounGroup && r.s.Groups[i].Kind != text.Conjunction {
			i--
		}
		return r.s.Groups[i].Kind == text.Conjunction
	})
}

// ofYear says that a date tells its year itself, as that of a happening before the report's does: "the killing of an officer on 26 July
// 2011".
func (r *run) ofYear(i int) bool {
	return withYear.MatchString(r.head(i).Text)
}

var withYear = regexp.MustCompile(`\d ?\w* (19|20)\d\d$`)

// aheadOfAnother says that a date in front of a clause is that of another happening, which the clause only counts from or gives as its
// reason: "following the appointment of X in August, Y opened".
func (r *run) aheadOfAnother(at stretch, g int) bool {
	return at.from < 0 && g < at.clause.Verb && r.leads(at.clause, g) && r.ofAnotherBefore(g)
}

// longAway says that a clause tells what came about some months or years before or after what was told: "who was killed one year earlier";
// not how much there was then, "down from nine one year earlier".
func (r *run) longAway(clause *text.Clause) bool {
	return slices.ContainsFunc(clause.Groups, func(g int) bool {
		if g == 0 || r.s.Groups[g].Kind != text.Adverb || r.s.Groups[g-1].Kind != text.NounGroup {
			return false
		}
		return longTimes[text.Singular(r.head(g-1).Low)] && away[r.s.Groups[g].Low] && !r.compared(g-1)
	})
}
