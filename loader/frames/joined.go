package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// anybody is who may take part in an event.
var anybody = &Role{Name: "joined", Is: []string{"Person", "Organization", "Court", "Country"}}

// joined are those who the clause of an occurrence says took part in what others did: "with the support of KFOR", "in partnership with
// UNHCR", "EULEX, assisted by the Kosovo Police", "KFOR, together with UNHCR", "at the invitation of UNHCR", "a forum that brought together
// KFOR and UNHCR".
func (r *run) joined(o occurrence) (all []*lexicon.Entity) {
	clause := &r.s.Clauses[o.clause]
	if clause.Verb < 0 {
		return nil
	}
	told := !o.noun || r.happening(o) || r.withHolding(o.group) // by its clause: else only what is said of the noun itself counts
	also := func(more []*lexicon.Entity) {
		for _, e := range more {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	add := func(list []text.Phrase) {
		for i := range list {
			also(r.joining(&list[i]))
		}
	}
	for i := range clause.Attached {
		a := &clause.Attached[i]
		if !told || len(a.Phrases) == 0 || r.ofWhatIsWanted(clause, a) {
			continue
		}
		head, before := r.head(a.Phrases[0].Group), r.nounAhead(a)
		switch {
		case r.givesPart(a),
			!r.accuses && (atWhose[a.Prep] && behests[head.Low] || a.Prep == "by" && behests[before] && r.prepositionOf(a.At-1) != ""),
			!r.accuses && a.Prep == "from" && behests[before] && atWhose[r.prepositionOf(a.At-1)],
			o.frame.Except != nil && a.Prep == "to" && a.At > clause.Verb && states[text.Singular(head.Low)],
			a.Prep == "from" && parts[before] && r.prepositionOf(a.At-1) == "with",
			a.Prep == "under" && above[text.Singular(head.Low)] && !r.ofThing(clause, a),
			beside[a.Prep] && r.besideDoer(clause, a),
			r.heldFor(o, a),
			r.talking(clause, a),
			!r.accuses && r.spokenTo(clause, a):
			add(a.Phrases)
		default:
			also(r.sat(o, a))
		}
	}
	add(r.trailing(o))
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Parent != o.clause || inner.Verb < 0 {
			continue
		}
		add(r.takingPart(o, c))
		together := r.bringsTogether(o, inner) || r.meetsOf(o, inner)
		escorted := r.escorted(o, c)
		if !together && !escorted && !(inner.Kind == text.RelativeClause && (r.joinedBy(o, c, told) || r.attending(o, c))) {
			continue
		}
		if !r.passive(c) {
			add(inner.Object)
		}
		if n := len(inner.Object); together && n > 0 {
			also(r.including(inner.Object[n-1].Group, anybody))
		}
		for i := range inner.Attached {
			if a := &inner.Attached[i]; a.Prep == "by" && r.passive(c) || !escorted && r.givesPart(a) {
				add(a.Phrases)
			}
		}
	}
	return all
}

// ofWhatIsWanted says that a phrase with "with" stands behind what somebody wants to be done.
func (r *run) ofWhatIsWanted(clause *text.Clause, a *text.Attachment) bool {
	return a.Prep == "with" && len(clause.Object) > 0 && a.At > clause.Object[0].Group && clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, advocates)
}

// bringsTogether says that a clause tells who was at what an occurrence names: "held a forum, bringing together X and Y".
func (r *run) bringsTogether(o occurrence, inner *text.Clause) bool {
	return o.named() >= 0 && inner.Verb > o.named() && r.together(inner)
}

// joinedBy says that a relative clause tells who is with the subject of an occurrence, or at what its noun names, or of the team that its
// subject is: "X, assisted by Y, met", "a meeting was held in Klina, hosted by Y", "a team comprising Y met".
func (r *run) joinedBy(o occurrence, c int, told bool) bool {
	clause, inner := &r.s.Clauses[o.clause], &r.s.Clauses[c]
	verb := r.s.Groups[inner.Verb].Low
	if r.passive(c) && text.IsAny(verb, joins) && o.named() >= 0 && r.saidOfNoun(inner.Governor, o.named()) {
		return true
	}
	if !told {
		return false
	}
	of := slices.IndexFunc(clause.Subject, func(p text.Phrase) bool {
		return p.Group == inner.Governor || slices.Contains(p.Of, inner.Governor) ||
			inner.Governor == p.Group+2 && r.s.Groups[p.Group+1].Low == "on" // "the working group on missing persons, chaired by"
	})
	if of >= 0 && text.IsAny(verb, leads) && (r.passive(c) || text.Is(verb, "comprise")) {
		if t := r.head(clause.Subject[of].Group); t.Kind == text.Word && (teams[text.Singular(t.Low)] || inner.Comma && t.Low == "parties") {
			return true
		}
	}
	behind := inner.Comma && inner.Verb > clause.Verb && (r.passive(o.clause) || len(clause.Object) == 0)
	return r.passive(c) && text.IsAny(verb, joins) && (of >= 0 || behind && r.s.Groups[inner.Verb].Verb.Form == text.Participle)
}

// besideDoer says that a prepositional phrase tells who is with the subject of a clause that somebody does something by: not with what it
// is done to ("adopted a plan together with UNHCR's").
func (r *run) besideDoer(clause *text.Clause, a *text.Attachment) bool {
	if r.accuses || r.harms || r.s.Groups[clause.Verb].Verb.Passive {
		return false
	}
	return a.At < clause.Verb || len(clause.Object) == 0
}

// ofThing says that a prepositional phrase before the verb is of a thing right before it: "the works under the leadership of X were
// praised".
func (r *run) ofThing(clause *text.Clause, a *text.Attachment) bool {
	return a.At > 0 && a.At < clause.Verb && r.s.Groups[a.At-1].Kind == text.NounGroup && r.thing(a.At-1)
}

// saidOfNoun says that what is said of one noun group is said of another, since it is the same, or the place at which that was, or who did
// it or met: "a rally in Klina organized by X", "a visit by X, accompanied by Y", "a meeting of the board chaired by X".
func (r *run) saidOfNoun(g, noun int) bool {
	if g == noun {
		return true
	}
	own := r.phrase(noun)[0]
	return g == noun+2 && r.s.Groups[noun+1].Low == "of" && !r.accuses && !r.harms || g > noun && g < own.to && (len(r.named(g, place)) > 0 || r.s.Groups[g-1].Low == "by" && r.head(g).Kind != text.Word)
}

// joining are those whom a phrase names: itself, or beside a noun of what they give ("the support of KFOR", "UNICEF support").
func (r *run) joining(p *text.Phrase) (all []*lexicon.Entity) {
	head := text.Singular(r.head(p.Group).Low)
	if states[head] || !parts[head] && !above[head] && !behests[head] {
		return r.joiner(p)
	}
	for _, of := range p.Of {
		more := r.joiner(&text.Phrase{Group: of})
		if len(more) == 0 && r.thing(of) { // "the support of KFOR helicopters"
			more = r.ofOwner(&text.Phrase{Group: of}, anybody)
		}
		all = append(all, more...)
	}
	if n := len(p.Of); n > 0 {
		all = append(all, r.listFrom(p.Of[n-1])...)
	}
	if proxies[head] { // he for whom another comes is not there himself
		all = slices.DeleteFunc(all, func(e *lexicon.Entity) bool { return e.Label == "Person" })
	}
	group := &r.s.Groups[p.Group]
	for _, n := range append(slices.Clone(group.Names), group.Possessor) {
		if n < 0 {
			continue
		}
		if s := span(&r.s.Tokens[n]); s != nil {
			for _, e := range s.Entities {
				if anybody.accepts(e) && e != r.context.Place {
					all = append(all, e)
				}
			}
		}
	}
	return all
}

// joiner is whom a phrase means. The report's country, in which all is done, is meant only by its authorities: not by "UNDP Kosovo".
func (r *run) joiner(p *text.Phrase) []*lexicon.Entity {
	all, _ := r.one(p, anybody, false)
	if len(all) == 0 && arms[text.Singular(r.head(p.Group).Low)] { // "United Nations agencies"
		return r.namedBefore(p, anybody.ofBodies())
	}
	if states[text.Singular(r.head(p.Group).Low)] {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(e *lexicon.Entity) bool { return e == r.context.Place })
}

// listFrom are those whom a list names, from its first member to the end of its clause, with phrases behind prepositions between: "A, B,
// the Institute for C in D and E, and of F"; nobody where no conjunction comes before the last, or something else follows.
func (r *run) listFrom(g int) (all []*lexicon.Entity) {
	kind := func(i int) text.GroupKind {
		if i >= len(r.s.Groups) || r.s.In[i] != r.s.In[g] {
			return text.Break
		}
		return r.s.Groups[i].Kind
	}
	within, last := false, false // a phrase behind a preposition; the last member, behind a conjunction
	for i := g + 1; kind(i) != text.Break; i++ {
		comma, and := kind(i) == text.Comma, kind(i) == text.Conjunction
		switch {
		case kind(i) == text.Preposition && kind(i+1) == text.NounGroup:
			within = true
			i++
			continue
		case and && within && kind(i+1) == text.NounGroup: // "in D and E"
			i++
			continue
		case last || !comma && !and:
			return nil
		case comma && kind(i+1) == text.Conjunction:
			and = true
			i++
		}
		if kind(i+1) == text.Preposition && r.s.Groups[i+1].Low == r.s.Groups[g-1].Low {
			i++
		}
		if i++; kind(i) != text.NounGroup {
			return nil
		}
		within, last = false, and
		all = append(all, r.joiner(&text.Phrase{Group: i})...)
	}
	if !last {
		return nil
	}
	return all
}
