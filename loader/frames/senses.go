package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// lodged says that a protest is handed in, or said, and nobody stands in the street.
func (r *run) lodged(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if !objections[text.Singular(r.s.Groups[o.group].Low)] || clause.Verb < 0 || !text.IsAny(r.s.Groups[clause.Verb].Low, lodges) {
		return false
	}
	return stands(clause.Object, o.group) || r.passive(o.clause) && stands(clause.Subject, o.group)
}

// manyOf says that what nature does only tells how many people there are, "a flood of refugees".
func (r *run) manyOf(g int) bool {
	return floods[text.Singular(r.s.Groups[g].Low)] && g+2 < len(r.s.Groups) && r.s.Groups[g+1].Low == "of" && r.head(g+2).Kind == text.Word &&
		text.Animate(r.head(g+2).Low)
}

// timeToMeet says that an appointment is a time at which somebody meets somebody: "kept his appointment with the mayor".
func (r *run) timeToMeet(o occurrence) bool {
	verb := r.s.Clauses[o.clause].Verb
	return o.group+1 < len(r.s.Groups) && r.s.Groups[o.group+1].Low == "with" && verb >= 0 && text.IsAny(r.s.Groups[verb].Low, keeps)
}

// chargedWithTask says that somebody is charged with what he has to do: "charged with the protection of witnesses".
func (r *run) chargedWithTask(o occurrence) bool {
	for g := o.group + 1; g+1 < len(r.s.Groups) && r.s.In[g] == o.clause; g++ {
		if r.s.Groups[g].Kind != text.Preposition || r.s.Groups[g].Low == "of" {
			continue
		} else if r.s.Groups[g].Low != "with" {
			return false
		}
		switch next := &r.s.Groups[g+1]; next.Kind {
		case text.NounGroup:
			return duties[text.Singular(next.Low)]
		case text.VerbGroup:
			return text.IsAny(next.Low, tasks)
		}
	}
	return false
}

// ungiven says that what is handed over is no gift: it has been seized or lent, is of records, is given back or under force, or is taken
// along by those whose own it is.
func (r *run) ungiven(o occurrence) bool {
	if r.forcedTo(o.clause) || r.givenBack(o.clause) || r.goesOnUngiven(&r.s.Clauses[o.clause]) {
		return true
	}
	list := r.patients(o.clause)
	if len(list) == 0 {
		return false
	}
	g := list[0].Group
	ofRecords := func(of int) bool { return shows[text.Singular(r.head(of).Low)] }
	comeBy := func(c text.Clause) bool { // "vehicles seized by the police"
		return c.Kind == text.RelativeClause && c.Marker == "" && c.Governor == g && c.Verb == g+1 && ungiven[r.head(c.Verb).Low]
	}
	return r.modified(g, ungiven) || slices.ContainsFunc(r.s.Clauses, comeBy) || slices.ContainsFunc(list[0].Of, ofRecords) || r.oneOfTheirs(g) && !r.passive(o.clause) && text.IsAny(r.s.Groups[o.group].Low, carries)
}

// goesOnUngiven says that a clause goes on with one that tells of the same thing how it was come by, or what kind of paper it is: "were
// seized and handed over", "had been certified and handed over".
func (r *run) goesOnUngiven(clause *text.Clause) bool {
	if clause.Kind != text.Coordinate || clause.Governor < 0 || r.s.Groups[clause.Governor].Kind != text.VerbGroup {
		return false
	}
	return ungiven[r.head(clause.Governor).Low] && r.s.Groups[clause.Governor].Verb.Passive
}

// forcedTo says that a clause tells what somebody was made to do: "was forced to give", "gave at gunpoint", "under threat, X gave".
func (r *run) forcedTo(c int) bool {
	clause := &r.s.Clauses[c]
	if clause.Kind == text.InfinitiveClause && (text.IsAny(r.governor(clause), forces) ||
		r.afterNamed(clause, clause.Parent) && text.IsAny(r.s.Groups[r.s.Clauses[clause.Parent].Verb].Low, forces)) {
		return true
	}
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return (a.Prep == "under" || a.Prep == "at") && duress[text.Singular(r.head(a.Phrases[0].Group).Low)]
	})
}

// givenBack says that "back" stands in a clause: what is given had been that of who gets it.
func (r *run) givenBack(c int) bool {
	return slices.ContainsFunc(r.s.Clauses[c].Groups, func(g int) bool {
		return r.s.Groups[g].Kind == text.Adverb && r.s.Groups[g].Low == "back"
	})
}

// criticized says that somebody only comes under fire, or attack, for what he says or does: "came under fire for its report".
func (r *run) criticized(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	under := func(a text.Attachment) bool { return a.Prep == "under" }
	if clause.Verb < 0 || !text.Is(r.s.Groups[clause.Verb].Low, "come") || o.noun && r.prepositionOf(o.group) != "under" ||
		!slices.ContainsFunc(clause.Attached, under) {
		return false
	}
	return slices.ContainsFunc(clause.Attached, r.forItsDeeds)
}

// forItsDeeds says that a prepositional phrase tells what somebody is blamed for: "for its report", "over the delay".
func (r *run) forItsDeeds(a text.Attachment) bool {
	return blamedFor[a.Prep] && len(a.Phrases) > 0 && (r.bodiless(a.Phrases[0].Group) || r.oneOfTheirs(a.Phrases[0].Group))
}

// judgedByLaymen says that those who find somebody guilty are neither court nor judge: "found guilty by his players".
func (r *run) judgedByLaymen(o occurrence) bool {
	if !slices.ContainsFunc(o.frame.Roles, func(role *Role) bool { return role.is("Court") && role.As == "subject" }) ||
		slices.ContainsFunc(o.frame.Roles, func(role *Role) bool { return role.person() && role.As == "subject" }) {
		return false
	}
	judges := r.doers(o)
	return r.allCalled(judges, noJudges) || r.passive(o.clause) && r.allBodiless(judges) || len(judges) > 0 && !slices.ContainsFunc(judges, func(p text.Phrase) bool {
		t := r.head(p.Group)
		lay := t.Kind == text.Word && t.Tag != "PRP" && len(p.Named) == 0 && !bench[text.Singular(t.Low)] && text.Animate(t.Low)
		return !lay || slices.ContainsFunc(p.Of, func(of int) bool { return bench[text.Singular(r.s.Groups[of].Low)] || r.head(of).Kind == text.Name })
	})
}

// sportsCourt says that a noun group is of a court on which one plays, and so of no body: "a basketball court".
func (r *run) sportsCourt(g int) bool {
	group := &r.s.Groups[g]
	return group.Head > group.From && sportsCourts[r.s.Tokens[group.Head-1].Low+" "+text.Singular(r.head(g).Low)]
}

// doers are the phrases of who does what a verb tells: its subject, or behind "by".
func (r *run) doers(o occurrence) (list []text.Phrase) {
	clause := &r.s.Clauses[o.clause]
	if !r.passive(o.clause) {
		return clause.Subject
	}
	for _, a := range clause.Attached {
		if a.Prep == "by" && a.At > o.group {
			list = a.Phrases
		}
	}
	return list
}

// allCalled says that all of a list, which has some, are called by nouns of a class, and named by none.
func (r *run) allCalled(list []text.Phrase, class map[string]bool) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(p text.Phrase) bool {
		return len(p.Named) > 0 || r.head(p.Group).Kind != text.Word || !class[text.Singular(r.head(p.Group).Low)]
	})
}

// predicative says that a noun is what a clause only calls something: "the report was an indictment of the Government".
func (r *run) predicative(g int) bool {
	clause := &r.s.Clauses[r.s.In[g]]
	return clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Copula && stands(clause.Predicate, g)
}

// guided says that a body is led somewhere, and so need not have its leader in who goes before: "led the force to the well".
func (r *run) guided(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if !text.IsAny(r.s.Groups[o.group].Low, guides) || r.passive(o.clause) || len(clause.Object) == 0 {
		return false
	}
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool { return whereto[a.Prep] && a.At == clause.Object[0].Group+1 })
}

// paysCharge says that somebody has to pay what is charged: "charged the baker 20 euros".
func (r *run) paysCharge(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	return slices.ContainsFunc(slices.Concat(clause.Object, clause.Predicate), func(p text.Phrase) bool { return r.sum(p.Group) })
}

// attackedInWords says that somebody is only attacked by what is said: "verbally attacked", "attacked the Government over its silence".
func (r *run) attackedInWords(o occurrence) bool {
	clause, verb := &r.s.Clauses[o.clause], &r.s.Groups[o.group]
	if r.allCalled(r.doers(o), critics) {
		return true
	}
	if !text.IsAny(verb.Low, attacks) {
		return false
	}
	around := r.s.Tokens[max(verb.From-1, 0):verb.To]
	for _, g := range clause.Groups {
		if r.s.Groups[g].Kind == text.Adverb {
			around = append(slices.Clone(around), r.s.Tokens[r.s.Groups[g].From:r.s.Groups[g].To]...)
		}
	}
	if slices.ContainsFunc(around, func(t text.Token) bool { return inWords[t.Low] }) {
		return true
	}
	body := func(p text.Phrase) bool { return len(r.named(p.Group, &Role{Is: []string{"Body", "Country"}})) > 0 }
	return slices.ContainsFunc(clause.Object, body) &&
		slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool { return a.At > o.group && r.forItsDeeds(a) })
}

// noProtest says that a way is blocked by forces in their work, that somebody marches a distance, or others, or that a body is told that
// somebody is against something: "protested to the Council about the shelling".
func (r *run) noProtest(o occurrence) bool {
	body := &Role{Is: []string{"Body"}}
	if !o.noun && text.Is(r.s.Groups[o.group].Low, "protest") && slices.ContainsFunc(r.s.Clauses[o.clause].Attached, func(a text.Attachment) bool {
		return a.Prep == "to" && a.At > o.group && len(r.named(a.Phrases[0].Group, body)) > 0
	}) {
		return true
	}
	if text.IsAny(r.s.Groups[o.group].Low, marches) && len(r.s.Clauses[o.clause].Object) > 0 {
		return true
	}
	return text.IsAny(r.s.Groups[o.group].Low, blocks) && r.byForces(o)
}

// guards are the kinds of bodies that keep order.
var guards = []string{"POLICE", "MILITARY_FORCE", "MISSION"}

// byForces says that forces alone do what a verb tells.
func (r *run) byForces(o occurrence) bool {
	list := r.doers(o)
	return len(list) > 0 && !slices.ContainsFunc(list, func(p text.Phrase) bool {
		if r.head(p.Group).Kind == text.Name {
			return len(r.named(p.Group, &Role{Is: guards})) == 0
		}
		return !guardians[text.Singular(r.head(p.Group).Low)]
	})
}
