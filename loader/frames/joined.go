package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// anybody is who may take part in an event.
var anybody = &Role{Name: "joined", Is: []string{"Person", "Organization", "Court", "Country"}}

// joined are those who the clause of an occurrence says took part in what others did: "with the support of KFOR", "in partnership with
// UNHCR", "EULEX, assisted by the Kosovo Police", "KFOR, together with UNHCR", "at the invitation of UNHCR", "a forum that brought together KFOR and UNHCR".
func (r *run) joined(o occurrence) (all []*lexicon.Entity) {
	clause := &r.s.Clauses[o.clause]
	if clause.Verb < 0 {
		return nil
	}
	told := !o.noun || r.happening(o) // by its clause: else only what is said of the noun itself counts
	add := func(list []text.Phrase) {
		for i := range list {
			for _, e := range r.joining(&list[i]) {
				if !slices.Contains(all, e) {
					all = append(all, e)
				}
			}
		}
	}
	for i := range clause.Attached {
		a := &clause.Attached[i]
		if !told || len(a.Phrases) == 0 || r.ofWhatIsWanted(clause, a) {
			continue
		}
		before := ""
		if a.At > 0 {
			before = text.Singular(r.s.Groups[a.At-1].Low)
		}
		head := r.head(a.Phrases[0].Group)
		switch {
		case a.Prep == "with" && unions[before] && r.prepositionOf(a.At-1) == "in" && !r.ofHappening(a),
			(a.Prep == "with" || a.Prep == "in") && head.Kind == text.Word && parts[text.Singular(head.Low)]:
			add(a.Phrases)
		case !r.accuses && (a.Prep == "at" && behests[head.Low] || a.Prep == "by" && behests[before] && r.prepositionOf(a.At-1) != ""),
			a.Prep == "from" && parts[before] && r.prepositionOf(a.At-1) == "with",
			a.Prep == "under" && above[text.Singular(head.Low)] && !r.ofThing(clause, a),
			beside[a.Prep] && r.besideDoer(clause, a):
			add(a.Phrases)
		}
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Parent == o.clause && inner.Verb >= 0 && (r.bringsTogether(o, inner) || inner.Kind == text.RelativeClause && r.joinedBy(o, c, told)) {
			if !r.passive(c) {
				add(inner.Object)
			}
			for i := range inner.Attached {
				if a := &inner.Attached[i]; a.Prep == "by" && r.passive(c) {
					add(a.Phrases)
				}
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
	next := inner.Verb + 1
	return o.named() >= 0 && inner.Verb > o.named() && text.Is(r.s.Groups[inner.Verb].Low, "bring") && next < len(r.s.Groups) && r.s.Groups[next].Low == "together"
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

// ofThing says that a prepositional phrase before the verb is of a thing right before it: "the works under the leadership of X were praised".
func (r *run) ofThing(clause *text.Clause, a *text.Attachment) bool {
	return a.At > 0 && a.At < clause.Verb && r.s.Groups[a.At-1].Kind == text.NounGroup && r.thing(a.At-1)
}

// saidOfNoun says that what is said of one noun group is said of another, since it is the same, or the place at which that was, or who did
// it: "a rally in Klina organized by X", "a visit by X, accompanied by Y".
func (r *run) saidOfNoun(g, noun int) bool {
	if g == noun {
		return true
	}
	own := r.phrase(noun)[0]
	return g > noun && g < own.to && (len(r.named(g, place)) > 0 || r.s.Groups[g-1].Low == "by" && r.head(g).Kind != text.Word)
}

// joining are those whom a phrase names: itself, or beside a noun of what they give ("the support of KFOR", "UNICEF support").
func (r *run) joining(p *text.Phrase) (all []*lexicon.Entity) {
	head := text.Singular(r.head(p.Group).Low)
	if states[head] || !parts[head] && !above[head] && !behests[head] {
		return r.joiner(p)
	}
	for _, of := range p.Of {
		all = append(all, r.joiner(&text.Phrase{Group: of})...)
	}
	if n := len(p.Of); n > 0 {
		all = append(all, r.listFrom(p.Of[n-1])...)
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
