package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// What keeps a prepositional phrase from filling a role.

// byOnlooker says that a "by" stands behind a passive of what is done to, or said of, what a noun before it tells, and which who is behind
// it did not do: "a protest dispersed by X", "an attack was reported by X".
func (r *run) byOnlooker(noun int, a *text.Attachment) bool {
	c := r.s.In[a.At]
	verb := r.s.Clauses[c].Verb
	if a.Prep != "by" || verb < noun || verb > a.At || !r.passive(c) {
		return false
	}
	low := r.s.Groups[verb].Low
	return text.IsAny(low, sees) || text.IsAny(low, quells) || text.IsAny(low, speaks)
}

// byOfCause says that a "by" tells who did what was only the reason for what a verb tells: "the road was closed due to protests by X".
func (r *run) byOfCause(a *text.Attachment) bool {
	if a.Prep != "by" || a.At < 3 || r.s.Groups[a.At-1].Kind != text.NounGroup || !r.happens(a.At-1) {
		return false
	}
	prep := r.prepositionOf(a.At - 1)
	first, _, _ := strings.Cut(prep, " ")
	return elsewhen[prep] || reasons[first] || (prep == "to" || prep == "of") && reasons[r.s.Groups[a.At-3].Low]
}

// behindThat says that a group stands behind the beginning of what a verb says: "demanded that access be given to UNHCR".
func (r *run) behindThat(verb, g int) bool {
	return slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		return c.Kind == text.Complement && c.Governor == verb && len(c.Groups) > 0 && c.Groups[0] < g
	})
}

// relative says that a prepositional phrase is the one that a relative clause begins with: "X, against whom the court confirmed an
// indictment", or the one that a cleft puts first: "it was to X that".
func relative(clause *text.Clause, a *text.Attachment) bool {
	if clause.Cleft && len(a.Phrases) > 0 && a.Phrases[0].Group < clause.Groups[0] {
		return true
	}
	prep, _, found := strings.Cut(clause.Marker, " ")
	return found && clause.Kind == text.RelativeClause && a.Prep == prep && len(a.Phrases) > 0 && a.Phrases[0].Group < clause.Groups[0]
}

// alleged says that a prepositional phrase is only said to be so: "was shot, allegedly by X".
func (r *run) alleged(a *text.Attachment) bool {
	if a.At <= 0 || r.s.Groups[a.At-1].Kind != text.Adverb {
		return false
	}
	low := r.s.Groups[a.At-1].Low
	return unsure[low] || low == "reportedly"
}

// shortOf says that a prepositional phrase tells what somebody has come near to, and not reached: "came close to an agreement".
func (r *run) shortOf(a *text.Attachment) bool {
	return a.Prep == "to" && a.At > 0 && nearing[r.s.Groups[a.At-1].Low] && len(a.Phrases) > 0 && r.head(a.Phrases[0].Group).Kind == text.Word
}

// ofSubject says that a "by" tells whose the noun of a subject is, not who does what its verb tells: "the conviction of X by one court was
// upheld".
func (r *run) ofSubject(clause *text.Clause, a *text.Attachment) bool {
	return a.Prep == "by" && len(clause.Subject) > 0 && clause.Subject[0].Group < a.At && a.At < clause.Verb && r.s.In[a.At] == r.s.In[clause.Verb]
}

// deniedPhrase says that "not" stands before a prepositional phrase, right there or before an aside: "arrested not by X but by Y", "and
// not, as first reported, by X".
func (r *run) deniedPhrase(at int) bool {
	if at > 1 && r.s.Groups[at-1].Kind == text.Comma {
		for at--; at > 1 && r.s.Groups[at-1].Kind != text.Comma; at-- {
		}
		at--
	}
	return r.notBefore(at)
}

// absolute says that behind "with" somebody does something meanwhile ("worked on, with UNHCR taking the lead"), or that somebody was not
// there ("in the absence of UNHCR").
func (r *run) absolute(a *text.Attachment) bool {
	if a.Prep == "of" && a.At > 0 && r.s.Groups[a.At-1].Low == "absence" {
		return true
	}
	if a.Prep != "with" || a.At <= 0 || r.s.Groups[a.At-1].Kind != text.Comma {
		return false
	}
	last := a.Phrases[len(a.Phrases)-1].Group
	return slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		return c.Verb == last+1 && stands(c.Subject, last) && r.s.Tokens[r.s.Groups[c.Verb].Head].Tag == "VBG"
	})
}

// ofHappening says that a preposition stands right behind a noun of what was done before: "following interventions by X, Y was agreed".
func (r *run) ofHappening(a *text.Attachment) bool {
	g := a.At - 1
	if g < 0 || r.s.Groups[g].Kind != text.NounGroup {
		return false
	}
	for a.Prep == "by" && g > 1 && r.s.Groups[g-1].Low == "of" && r.s.Groups[g-2].Kind == text.NounGroup { // "after the acquittal of X by the court"
		g -= 2
	}
	return elsewhen[r.prepositionOf(g)] && (a.Prep == "by" || r.happens(g))
}
