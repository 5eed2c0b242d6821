package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// whereThingIs says that a prepositional phrase tells where the thing is to which a clause tells something to be done, or that goes on
// there: "the bridge in Klina was closed", "the exhumation in Klina resumed", "the conflict between the brigades in Klina culminated", "the
// courts in Klina were opened".
func (r *run) whereThingIs(clause *text.Clause, a *text.Attachment) bool {
	if clause.Verb < 0 || len(clause.Subject) == 0 || a.At < 1 {
		return false
	}
	verb, p := &r.s.Groups[clause.Verb], &clause.Subject[len(clause.Subject)-1]
	if verb.Verb.Copula || text.IsAny(verb.Low, speaks) || text.IsAny(verb.Low, settles) {
		return false
	}
	if !verb.Verb.Passive && !text.IsAny(verb.Low, happens) && !r.byItself(clause) {
		return false
	}
	if p.Group != a.At-1 && !slices.Contains(p.Of, a.At-1) && !r.betweenBehind(clause, p.Group, a.At-1) {
		return false
	}
	thing := r.head(p.Group).Kind == text.Word || text.IsAny(verb.Low, opensUp) || len(r.named(p.Group, place)) > 0
	if !thing || matters[text.Singular(r.s.Groups[a.At-1].Low)] {
		return false
	}
	where := r.resolve(a.Phrases, place, false)
	return where.found() && len(where.entities) > 0 && !country(where.entities[0])
}

// byItself says that a clause tells without an object what a thing does or what becomes of it: "the courthouse reopened".
func (r *run) byItself(clause *text.Clause) bool {
	verb, t := &r.s.Groups[clause.Verb], r.head(clause.Subject[0].Group)
	return verb.Verb.Form == text.Finite && len(clause.Object) == 0 && t.Kind == text.Word && !text.Animate(t.Low) &&
		!seats[text.Singular(t.Low)] && !collectives[text.Singular(t.Low)] && !acting[text.Singular(t.Low)]
}

// betweenBehind says that a group ends what "between" joins right behind a noun of what happens: "the conflict between the brigades".
func (r *run) betweenBehind(clause *text.Clause, noun, end int) bool {
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return a.Prep == "between" && a.At == noun+1 && len(a.Phrases) > 0 && a.Phrases[len(a.Phrases)-1].Group == end
	})
}

// surface says that what stands behind "on" is called by a word of what one can be on: "on Lake Batusha", "on Skenderbeu Square".
func (r *run) surface(a *text.Attachment) bool {
	words := strings.Fields(r.head(a.Phrases[0].Group).Low)
	return len(words) > 1 && (surfaces[words[0]] || surfaces[words[len(words)-1]])
}

// siteWithin is the site right before a preposition of place of which the sentence states that it stands in the one place behind it, where
// something is done to it or at it: "the reconstruction of the Devic Monastery in Klina", "the camp Osterode in Klina was closed", not "a
// mile from the Devic Monastery in Klina" nor "the abbot of the Devic Monastery in Klina"; nil for none.
func (r *run) siteWithin(at int, in []*lexicon.Entity) []*lexicon.Entity {
	if at < 1 || len(in) != 1 || r.s.Groups[at-1].Kind != text.NounGroup {
		return nil
	}
	site, outer := r.named(at-1, place), r.outermost(at-1)
	if len(site) != 1 || site[0].Kind != "SITE" && site[0].Kind != "OTHER" || !slices.Contains(r.nested, nesting{site[0], in[0]}) {
		return nil
	}
	prep, t := r.prepositionOf(outer), r.head(outer)
	if prep != "" && !whereat[prep] || outer != at-1 && (t.Kind != text.Word || text.Animate(t.Low)) {
		return nil
	}
	return site
}

// comesOver are the places that something comes over which a clause tells of: "the storm that struck Klina".
func (r *run) comesOver(clause *text.Clause) []*lexicon.Entity {
	if clause.Verb < 0 || len(clause.Object) == 0 || !text.IsAny(r.s.Groups[clause.Verb].Low, strikes) {
		return nil
	}
	if f := r.resolve(clause.Object, place, false); f.found() {
		return f.entities
	}
	return nil
}

// placesOfTime are the places of what a clause with "when" and a date of its own tells the time of: "there was unrest in Klina, when on 4
// May miners blocked a road"; and of what it was in the course of: "the clashes in Klina, during which a guard was killed".
func (r *run) placesOfTime(clause *text.Clause) []*lexicon.Entity {
	if outer := r.inCourseOf(clause); outer != nil {
		return r.placesIn(whole(outer), outer.Verb)
	}
	if clause.Kind != text.Adverbial || clause.Marker != "when" || clause.Parent < 0 || r.dateIn(whole(clause)) == nil {
		return nil
	}
	outer := &r.s.Clauses[clause.Parent]
	if outer.Verb < 0 || r.dateIn(whole(outer)) != nil {
		return nil
	}
	return r.placesIn(whole(outer), outer.Verb)
}

// inCourseOf is the clause that tells what a relative clause says to have happened in the course of; of those joined to it too. Nil for
// none.
func (r *run) inCourseOf(clause *text.Clause) *text.Clause {
	for clause.Kind == text.Coordinate && clause.Parent >= 0 {
		clause = &r.s.Clauses[clause.Parent]
	}
	if clause.Kind != text.RelativeClause || clause.Parent < 0 || clause.Governor < 0 {
		return nil
	}
	inIts := clause.Marker == "of which" && r.prepositionOf(clause.Governor) == "in" && r.head(clause.Governor).Low == "course"
	if outer := &r.s.Clauses[clause.Parent]; (clause.Marker == "during which" || inIts) && outer.Verb >= 0 {
		return outer
	}
	return nil
}
