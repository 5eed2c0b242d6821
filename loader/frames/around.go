package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// settingsAround are the settings that a clause shares with those that it hangs on: what stands before a verb with the same subject, or
// before the subject of a main clause that it is joined to; what a clause with "when" is at the time of, and one with "where" or "in which"
// at the place of.
func (r *run) settingsAround(c int) (all []stretch) {
	for clause := &r.s.Clauses[c]; clause.Parent >= 0; {
		switch first, _, relative := strings.Cut(clause.Marker, " "); {
		case clause.Marker == "while" && clause.Comma && clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Form == text.Finite:
			return all // "in Klina, a shop was robbed, while a baker was hurt on 15 June"
		case r.dateBeforeWhen(clause) != nil, clause.Verb >= 0 && r.s.Tokens[r.s.Groups[clause.Verb].From].Low == "having":
			return all // "arrived in Klina on 4 May, having been released"
		case clause.Kind == text.Adverbial && atOnce[clause.Marker] && clause.Marker != "after" && r.dateIn(whole(clause)) == nil:
			all = append(all, whole(&r.s.Clauses[clause.Parent]))
			if before, limit := r.joinedTo(clause.Parent); before >= 0 { // "on 4 May, one was killed and two were hurt when"
				all = append(all, stretch{&r.s.Clauses[before], -1, limit})
			}
			return all
		case clause.Cleft:
			return append(all, whole(&r.s.Clauses[clause.Parent]))
		case clause.Kind == text.Adverbial && clause.Marker == "where", clause.Kind == text.RelativeClause && relative && (amid[first] || r.inCourse(clause)):
			if all = append(all, r.antecedent(clause)); r.arrives(clause.Parent) && r.s.Clauses[clause.Parent].Verb < clause.Groups[0] {
				all = append(all, whole(&r.s.Clauses[clause.Parent]))
			}
			return all
		case clause.Marker == "" && (clause.Kind == text.RelativeClause || clause.Kind == text.GerundClause) && r.passive(clause.Parent) &&
			clause.Verb == r.s.Clauses[clause.Parent].Verb+1: // "was reported killed", "were seen looting"
			return append(all, whole(&r.s.Clauses[clause.Parent]))
		case clause.Kind == text.RelativeClause && clause.Governor >= 0 && operations[text.Singular(r.head(clause.Governor).Low)] &&
			r.leadsTo(clause): // "led an operation that resulted in the arrest of X"
			return append(all, whole(&r.s.Clauses[clause.Parent]))
		case clause.Kind == text.RelativeClause && clause.Marker == "" && clause.Governor >= 0 && r.emerges(clause.Parent):
			return append(all, whole(&r.s.Clauses[clause.Parent]))
		case clause.Kind == text.InfinitiveClause && (r.purpose(clause) || r.firstTo(clause) || r.couldAndDid(clause)):
			return append(append(all, whole(&r.s.Clauses[clause.Parent])), r.settingsAround(clause.Parent)...)
		case clause.Kind != text.Coordinate && clause.Kind != text.InfinitiveClause && !r.achieved(clause) || clause.Governor < 0 || r.s.Groups[clause.Governor].Kind != text.VerbGroup:
			return all
		}
		verb, result := clause.Governor, r.s.Tokens[r.s.Groups[clause.Verb].Head].Tag == "VBG" // "searched a house in Klina, finding two rifles"
		limit := verb
		if clause.Kind != text.Coordinate && !r.passive(r.s.In[verb]) { // "managed on 4 May to arrest", not "elected in May to adopt"
			limit = clause.Groups[0]
		}
		own := clause
		c = r.s.In[verb]
		clause = &r.s.Clauses[c]
		if all = append(all, stretch{clause, -1, limit}); r.arrives(c) || result || r.satAnd(clause, own) || r.tookAway(clause, own) { // "visited Klina and met the mayor"
			all = append(all, whole(clause))
		}
	}
	for before, limit := r.joinedTo(c); before >= 0; before, limit = r.joinedTo(before) {
		if all = append(all, stretch{&r.s.Clauses[before], -1, limit}); r.s.Clauses[before].Verb < 0 {
			break
		}
	}
	return all
}

// achieved says that a gerund tells in what somebody succeeded: when and where that was, it was done.
func (r *run) achieved(clause *text.Clause) bool {
	return clause.Kind == text.GerundClause && clause.Marker == "in" && clause.Governor >= 0 && text.IsAny(r.s.Groups[clause.Governor].Low, succeeds)
}

// antecedent is the phrase that a clause with "where" or "in which" is at: that of the last happening before it, else all behind the verb
// before it.
func (r *run) antecedent(clause *text.Clause) stretch {
	outer, first := &r.s.Clauses[clause.Parent], clause.Groups[0]
	if g := clause.Governor; g >= 0 && r.s.Clauses[r.s.In[g]].Kind == text.InfinitiveClause { // "gathered to recall the bombing that"
		outer = &r.s.Clauses[r.s.In[g]]
	}
	for _, g := range slices.Backward(outer.Groups) {
		if g < first && r.happens(g) {
			return stretch{outer, g, first}
		}
	}
	if g := clause.Governor; g > outer.Verb && clause.Verb >= 0 && r.s.Tokens[r.s.Groups[clause.Verb].From].Low == "had" { // "sold, on 4 May, a car in which X had hidden"
		return stretch{outer, g, first}
	}
	return stretch{outer, outer.Verb, first}
}

// inCourse says that a relative clause is at something: "a raid followed on 4 May, in the course of which".
func (r *run) inCourse(clause *text.Clause) bool {
	return clause.Marker == "of which" && clause.Governor >= 0 && r.head(clause.Governor).Low == "course"
}

func (r *run) emerges(c int) bool {
	verb := r.s.Clauses[c].Verb
	return verb >= 0 && text.IsAny(r.s.Groups[verb].Low, emerging)
}

// arrives says that somebody goes to a place by a clause.
func (r *run) arrives(c int) bool {
	verb := r.s.Clauses[c].Verb
	return verb >= 0 && text.IsAny(r.s.Groups[verb].Low, goes)
}

// satAnd says that those who came together by a clause then did what the next tells: "convened in Klina on 4 May and elected X", not "and
// was dissolved".
func (r *run) satAnd(clause, next *text.Clause) bool {
	return next.Kind == text.Coordinate && r.s.Groups[next.Verb].Verb.Form == text.Finite && !r.s.Groups[next.Verb].Verb.Passive && !r.afterwards(next) &&
		(text.IsAny(r.s.Groups[clause.Verb].Low, sitting) && len(clause.Object) == 0 || r.comesTogether(clause))
}

// tookAway says that those who did something to somebody by a clause then took him somewhere by the next: "arrested X on 4 May and took him
// to Klina", not "X was arrested on 4 May and taken to Klina", which may have been later.
func (r *run) tookAway(clause, next *text.Clause) bool {
	if next.Kind != text.Coordinate || r.s.Groups[clause.Verb].Verb.Passive || len(clause.Object) == 0 || len(next.Object) != 1 || r.afterwards(next) ||
		next.Verb < 1 || r.s.Groups[next.Verb-1].Kind != text.Conjunction {
		return false
	}
	whom := r.head(next.Object[0].Group)
	return whom.Tag == "PRP" && whom.Low != "it" && text.IsAny(r.s.Groups[next.Verb].Low, takesAway)
}

// purpose says that an infinitive tells what those did who came together for it, who used something for it, or who left one body for
// another: "gathered in Klina to protest", "used mortars to attack the camp", "left the one party to join the other".
func (r *run) purpose(clause *text.Clause) bool {
	outer := &r.s.Clauses[clause.Parent]
	if outer.Verb < 0 {
		return false
	}
	verb := &r.s.Groups[outer.Verb]
	used := text.Is(verb.Low, "use") && r.s.Tokens[verb.Head].Tag == "VBD" && len(outer.Object) > 0 && outer.Object[0].Group < clause.Groups[0]
	left := text.IsAny(verb.Low, departs) && verb.Verb.Form == text.Finite && len(outer.Object) > 0 && clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, enters)
	return r.comesTogether(outer) || used || left
}

// comesTogether says that those of whom a clause tells come together, and not that somebody brings something together, or turns it down.
func (r *run) comesTogether(clause *text.Clause) bool {
	verb := &r.s.Groups[clause.Verb]
	transitive := len(clause.Object) > 0 && (clause.Object[0].Group < clause.Verb || r.onlyBetween(clause.Verb, clause.Object[0].Group, text.Adverb))
	return text.IsAny(verb.Low, gathers) && !verb.Verb.Passive && !transitive
}
