package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// givesPart says that a prepositional phrase of a clause tells who had a part in what the clause tells: "in partnership with X", "with the
// support of X", "with a X escort"; but not for whom it was done: "in support of X".
func (r *run) givesPart(a *text.Attachment) bool {
	head := r.head(a.Phrases[0].Group)
	return a.Prep == "with" && unions[r.nounAhead(a)] && r.prepositionOf(a.At-1) == "in" && !r.ofHappening(a) ||
		(a.Prep == "with" || a.Prep == "in" && !favours[text.Singular(head.Low)]) && head.Kind == text.Word && parts[text.Singular(head.Low)]
}

// nounAhead is the singular of the group right before a prepositional phrase; "" for none.
func (r *run) nounAhead(a *text.Attachment) string {
	if a.At < 1 {
		return ""
	}
	return text.Singular(r.s.Groups[a.At-1].Low)
}

// spokenTo says that a prepositional phrase tells to whom somebody speaks while saying what the clause tells: "in an address to the
// Assembly, X said", "in an interview with X".
func (r *run) spokenTo(clause *text.Clause, a *text.Attachment) bool {
	return (a.Prep == "to" || a.Prep == "with") && addresses[r.nounAhead(a)] && r.prepositionOf(a.At-1) == "in" && !r.passive(r.s.In[clause.Verb])
}

// sat are the bodies in whose meeting, as a prepositional phrase tells, something was done: "elected at a congress of the party", "met in
// an emergency Board meeting".
func (r *run) sat(o occurrence, a *text.Attachment) (all []*lexicon.Entity) {
	g, around := a.Phrases[0].Group, false
	if of := a.Phrases[0].Of; len(of) > 0 && frameworks[text.Singular(r.head(g).Low)] { // "in the framework of the X-led talks"
		g, around = of[0], true
	}
	leads := r.leads(&r.s.Clauses[o.clause], a.At)
	ofNoun := a.At > 0 && a.At-1 != o.group && r.s.Groups[a.At-1].Kind == text.NounGroup
	if a.Prep == "in" && ofNoun && !around && !leads {
		return nil // "discussed the progress in the talks"
	}
	if a.Prep == "at" && !lasting(o.frame) && leads && r.ofBenchIn(o.clause) {
		return r.named(g, &Role{Is: []string{"Court"}})
	}
	if !amid[a.Prep] || g == o.named() || !sittings[text.Singular(r.head(g).Low)] || o.frame.ofUnrest() {
		return nil
	}
	for _, of := range a.Phrases[0].Of {
		if f := r.whoseSitting(of); f != nil && sittings[text.Singular(r.head(of).Low)] { // "the second session of the UNHCR-led talks"
			all = append(all, f.entities...)
		}
		if len(r.s.Groups[of].Names) == 0 { // not "the Rivers General Assembly", which is another than the General Assembly
			all = append(all, r.named(of, anybody.ofBodies())...)
		}
	}
	if f := r.whoseSitting(g); len(all) == 0 && f != nil {
		all = f.entities
	}
	return all
}

// whoseSitting are the bodies whose meeting a noun group names, not by a pronoun: "its sixth meeting" may be that of a subject behind it.
func (r *run) whoseSitting(g int) *filler {
	if r.s.Groups[g].Det == "its" {
		return nil
	}
	return r.possessive(g, doer)
}

// ofUnrest says that a frame tells of what is done to somebody, or breaks out, while others sit.
func (f *Frame) ofUnrest() bool {
	return slices.ContainsFunc(f.Events, func(e EventWrite) bool { return unrest[e.Kind] })
}

// unrest are the kinds of events in which people are hurt.
var unrest = map[string]bool{"ATTACK": true, "INCIDENT": true, "PROTEST": true}

// takingPart are those of whom a relative clause says that they were at what an occurrence names, or had a part in it: "a conference in
// which X participated".
func (r *run) takingPart(o occurrence, c int) []text.Phrase {
	clause, inner := &r.s.Clauses[o.clause], &r.s.Clauses[c]
	prep, _, found := strings.Cut(inner.Marker, " ")
	if inner.Kind != text.RelativeClause || !(found && (prep == "in" || prep == "at")) || r.passive(c) || !r.holds(c) ||
		!text.IsAny(r.s.Groups[inner.Verb].Low, partTaking) {
		return nil
	}
	if text.Is(r.s.Groups[inner.Verb].Low, "play") && !slices.ContainsFunc(inner.Object, func(p text.Phrase) bool {
		noun := r.head(p.Group).Low
		return noun == "role" || noun == "part"
	}) {
		return nil
	}
	happens := o.named()
	if happens < 0 && len(clause.Subject) == 1 && r.passive(o.clause) { // what was begun, held or ended
		happens = clause.Subject[0].Group
	}
	if happens < 0 || inner.Governor != happens && !r.saidOfNoun(inner.Governor, happens) && !(inner.Governor < 0 && happens < inner.Verb) {
		return nil
	}
	return inner.Subject
}

// meetsOf says that a clause tells who are of the body that is the subject of a verb of coming together: "the board, which brings together
// X and Y, met".
func (r *run) meetsOf(o occurrence, inner *text.Clause) bool {
	clause := &r.s.Clauses[o.clause]
	return inner.Kind == text.RelativeClause && text.IsAny(r.s.Groups[o.group].Low, meets) && !o.noun && len(clause.Subject) == 1 &&
		inner.Governor >= clause.Subject[0].Group && inner.Verb < clause.Verb && r.together(inner)
}

// together says that the verb of a clause is that of bringing together.
func (r *run) together(inner *text.Clause) bool {
	verb := &r.s.Groups[inner.Verb]
	return text.Is(verb.Low, "bring") && r.wordsAt(verb.Head+1, []string{"together"})
}

// escorted says that a clause tells who is with those to whom something is done: "stoned while escorted by X", "threw stones at a convoy
// escorted by X".
func (r *run) escorted(o occurrence, c int) bool {
	clause, inner := &r.s.Clauses[o.clause], &r.s.Clauses[c]
	if !r.harms || !r.passive(c) || !text.IsAny(r.s.Groups[inner.Verb].Low, escorts) {
		return false
	}
	if inner.Kind == text.Adverbial {
		return inner.Marker == "while"
	}
	return inner.Kind == text.RelativeClause && slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return (a.Prep == "at" || a.Prep == "on" || a.Prep == "against" || a.Prep == "towards") && stands(a.Phrases, inner.Governor)
	})
}

// ofBenchIn says that judges do what a clause tells: "at the Basic Court, a judge ordered a search".
func (r *run) ofBenchIn(c int) bool {
	clause := &r.s.Clauses[c]
	return len(clause.Subject) > 0 && bench[lastWord(r.head(clause.Subject[0].Group).Low)]
}

// heldFor says that a prepositional phrase tells for whose people it is held what a clause tells: "held a course for nine KFOR officers".
func (r *run) heldFor(o occurrence, a *text.Attachment) bool {
	clause, head := &r.s.Clauses[o.clause], r.head(a.Phrases[0].Group)
	if a.Prep != "for" || o.object < 0 || head.Tag != "NNS" || !text.Animate(head.Low) {
		return false
	}
	return slices.ContainsFunc(clause.Object, func(p text.Phrase) bool {
		return p.Group < a.At && lectures[text.Singular(r.head(p.Group).Low)]
	})
}

// talking says that a prepositional phrase tells who speaks with whom in what a clause tells to begin, to go on or to end: "consultations
// between X and Y began".
func (r *run) talking(clause *text.Clause, a *text.Attachment) bool {
	if a.Prep != "between" || a.At > clause.Verb || len(clause.Subject) != 1 || r.passive(r.s.In[clause.Verb]) {
		return false
	}
	return text.IsAny(r.s.Groups[clause.Verb].Low, happens) && a.At == clause.Subject[0].Group+1 && exchanges[text.Singular(r.head(clause.Subject[0].Group).Low)]
}

// trailing are those of whom a phrase behind a comma tells, at the end of what somebody goes somewhere for, that they are with him:
// "visited Klina to open a school, under KFOR escort and accompanied by X".
func (r *run) trailing(o occurrence) (all []text.Phrase) {
	if o.noun || !text.IsAny(r.s.Groups[o.group].Low, goes) {
		return nil
	}
	for c := range r.s.Clauses {
		switch inner := &r.s.Clauses[c]; {
		case inner.Kind == text.InfinitiveClause && inner.Parent == o.clause:
			for i := range inner.Attached {
				if a := &inner.Attached[i]; a.Prep == "under" && above[text.Singular(r.head(a.Phrases[0].Group).Low)] && r.closesWith(o, a.At) {
					all = append(all, a.Phrases...)
				}
			}
		case inner.Kind == text.RelativeClause && inner.Parent >= 0 && inner.Verb >= 0:
			purpose := &r.s.Clauses[inner.Parent]
			if purpose.Kind != text.InfinitiveClause || purpose.Parent != o.clause ||
				!r.passive(c) || !text.IsAny(r.s.Groups[inner.Verb].Low, escorts) || !r.closesWith(o, inner.Verb) {
				continue
			}
			for i := range inner.Attached {
				if a := &inner.Attached[i]; a.Prep == "by" {
					all = append(all, a.Phrases...)
				}
			}
		}
	}
	return all
}

// closesWith says that a group behind an occurrence stands behind a comma, or is joined to what tells under whose escort that was.
func (r *run) closesWith(o occurrence, g int) bool {
	for g--; g > o.group && r.s.Groups[g].Kind == text.Conjunction; g-- {
		if above[text.Singular(r.s.Groups[g-1].Low)] {
			return true
		}
	}
	return g > o.group && r.s.Groups[g].Kind == text.Comma
}

// attending says that a relative clause tells who has a part in what people attend: "attended a rally in Klina organized by X".
func (r *run) attending(o occurrence, c int) bool {
	clause, inner := &r.s.Clauses[o.clause], &r.s.Clauses[c]
	return !o.noun && text.IsAny(r.s.Groups[o.group].Low, attends) && r.passive(c) && text.IsAny(r.s.Groups[inner.Verb].Low, joins) &&
		len(clause.Object) == 1 && !r.passive(o.clause) && r.saidOfNoun(inner.Governor, clause.Object[0].Group)
}
