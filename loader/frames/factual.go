package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// holds says that a clause tells what is so: not a denial, a plan, a condition, a question or a rumour.
func (r *run) holds(c int) bool {
	clause := &r.s.Clauses[c]
	if r.questioned(clause) || r.supposes() || r.hearsay(clause) || r.unreliable(clause) || r.misreported() {
		return false
	}
	return (clause.Verb < 0 || r.affirmed(c)) && r.around(c)
}

// questioned says that a clause stands in a question, or has its verb there: not "held a referendum on the question “Do you agree?”".
func (r *run) questioned(clause *text.Clause) bool {
	at := clause.Verb
	if at < 0 && len(clause.Groups) > 0 {
		at = clause.Groups[0]
	}
	return at < 0 && r.s.Asked.To > 0 || at >= 0 && r.s.Asked.Has(r.s.Groups[at].From)
}

// supposes says that the sentence asks the reader to think of what is not so: "suppose X were arrested".
func (r *run) supposes() bool {
	return supposing[r.s.Tokens[0].Low] && r.s.Tokens[0].Tag == "VB"
}

// affirmed says that nothing within a clause denies its verb, or leaves it open.
func (r *run) affirmed(c int) bool {
	clause := &r.s.Clauses[c]
	v := r.s.Groups[clause.Verb].Verb
	if v.Negated || v.Modal != "" || leftOpen(v) {
		return false
	}
	if r.denying(clause) || r.ofWhoever(clause) || r.ofNobody(clause.Subject) || r.ofNobody(clause.Object) || r.deniedWithin(c) {
		return false
	}
	own := r.s.In[clause.Verb]
	return own == c || r.holds(own) // a verb said once for both: "is to send 20 soldiers and Georgia 10"
}

// ofWhoever says that a clause begins with whoever may do what it tells: "whoever arrested X fled".
func (r *run) ofWhoever(clause *text.Clause) bool {
	return whoever[r.s.Tokens[r.s.Groups[clause.Groups[0]].From].Low]
}

// leftOpen says that an adverb within a verb group, or an aside, leaves open whether what the verb tells is so: "was allegedly arrested",
// "was, it was alleged, arrested".
func leftOpen(v *text.Verb) bool {
	return v.Aside != "" && text.IsAny(v.Aside, nonFactive) || slices.ContainsFunc(v.Adverbs, func(a string) bool { return unsure[a] })
}

// unsure says that what is said of a verb, within its group or right before it, leaves open whether what it tells is so.
func (r *run) unsure(verb int) bool {
	return verb >= 0 && r.s.Groups[verb].Kind == text.VerbGroup && leftOpen(r.s.Groups[verb].Verb) ||
		verb > 0 && r.s.Groups[verb-1].Kind == text.Adverb && unsure[r.s.Groups[verb-1].Low]
}

// undeterred says that a clause denies that somebody kept from doing what hangs on its verb: "did not hesitate to arrest X", "never shied
// away from arresting X".
func (r *run) undeterred(c int) bool {
	if c < 0 || r.s.Clauses[c].Verb < 0 {
		return false
	}
	clause := &r.s.Clauses[c]
	verb := &r.s.Groups[clause.Verb]
	shrinks := text.IsAny(verb.Low, hesitates) || r.phrased(clause, desists)
	return shrinks && verb.Verb.Negated && verb.Verb.Modal == "" && verb.Verb.Form == text.Finite && !r.unsure(clause.Verb) && !r.ofNobody(clause.Subject) && r.around(c)
}

// ofNobody says that one of a list is nobody or nothing: "no soldier", "not one of the guards".
func (r *run) ofNobody(list []text.Phrase) bool {
	return slices.ContainsFunc(list, func(p text.Phrase) bool { return text.Denying(&r.s.Groups[p.Group]) || r.noneOf(p.Group) })
}

// noneOf says that "not" stands at the beginning of a group of a number or of all, or right before it: "not one of the guards", "not all";
// but not "not one but two".
func (r *run) noneOf(g int) bool {
	group := &r.s.Groups[g]
	counts := r.head(g).Kind == text.Number || group.Count != nil || quantifiers[group.Low] || quantifiers[group.Det]
	return counts && !r.but(g, min(g+2, len(r.s.Groups))) && (r.s.Tokens[group.From].Low == "not" || r.notBefore(g))
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

// deniedWithin says that a conjunction of a clause denies what it tells, or an adverb before its verb denies it or leaves it open, or what
// stands right before its verb, though it is of the clause around it: "was questioned but not arrested", "was arrested but neither charged
// nor convicted".
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
		if text.Denying(group) || leavesOpen(group) {
			return true
		}
	}
	return false
}

// leavesOpen says that an adverb, or an aside, before a verb leaves open whether what it tells is so: "X, it was alleged, was arrested".
func leavesOpen(group *text.Group) bool {
	return group.Kind == text.Adverb && (unsure[group.Low] || text.IsAny(group.Low, nonFactive))
}

// takesBack says that an adverb before a verb denies what its clause tells, or leaves it unsure: a "not" with which something is told apart
// from what is so does neither, nor one of where or when, "not far from Klina", "not long after the vote".
func (r *run) takesBack(g, verb int) bool {
	group := &r.s.Groups[g]
	if group.Low == "not" {
		return !r.but(g, verb) && !r.contrastive(g) && !distant[r.s.Groups[g+1].Low]
	}
	return text.Denying(group) || leavesOpen(group)
}

// but says that "but" stands between two groups: not the one, but the other.
func (r *run) but(from, to int) bool {
	return slices.ContainsFunc(r.s.Groups[from:to], func(g text.Group) bool { return g.Kind == text.Conjunction && g.Low == "but" })
}

// contrastive says that "not" at g only denies, between commas or in brackets, what is said of somebody else: "EULEX, and not the police,
// arrested X".
func (r *run) contrastive(g int) bool {
	groups := r.s.Groups
	return g > 0 && groups[g-1].Low == "(" ||
		g > 1 && g+2 < len(groups) && groups[g-1].Kind == text.Conjunction && groups[g-2].Kind == text.Comma &&
			groups[g+1].Kind == text.NounGroup && (groups[g+2].Kind == text.Comma || groups[g+2].Low == "as")
}

// hearsay says that a clause tells what rumours say, or one side, "according to unconfirmed reports", "according to his lawyer", or what
// others then find no sign of.
func (r *run) hearsay(clause *text.Clause) bool {
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return a.Prep == "according to" && (r.unborneOut(r.s.In[a.At]) || slices.ContainsFunc(a.Phrases, func(p text.Phrase) bool {
			g := &r.s.Groups[p.Group]
			return r.tale(p) || partisans[text.Singular(g.Low)] || slices.ContainsFunc(r.s.Tokens[g.From:g.To], func(t text.Token) bool { return hearsay[text.Singular(t.Low)] })
		}))
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
