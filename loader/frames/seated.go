package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// toldOfWhom says that a place is told of somebody, who need not have been there when it happened.
func (r *run) toldOfWhom(clause *text.Clause, a *text.Attachment, where *lexicon.Entity) bool {
	return r.seated(clause, a.At, where) || r.employed(clause, a.At) || r.ofApposition(a.At) || r.ofMember(clause, a) || r.toldAhead(clause, a.At)
}

// seated says that a preposition of place stands right behind who only sits there, and has something done to him or her or is told as the
// doer in passing: "the head of an organization in Klina was detained", "denied by the authorities in Klina"; or behind a name that says
// what a body, or a country's conference, is for: "the Working Group for Returns in Klina met", "hosted the Conference on Rivers in
// Norway".
func (r *run) seated(clause *text.Clause, at int, where *lexicon.Entity) bool {
	if at < 1 || r.s.Groups[at-1].Kind != text.NounGroup {
		return false
	}
	subject := slices.ContainsFunc(clause.Subject, func(p text.Phrase) bool { return p.Group == at-1 || slices.Contains(p.Of, at-1) })
	t := r.head(at - 1)
	if t.Kind == text.Name {
		return !t.Note.Person && (strings.Contains(t.Low, " for ") || strings.Contains(t.Low, " on ")) && (subject || country(where) && stands(clause.Object, at-1))
	}
	return seats[text.Singular(t.Low)] && (subject && clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Passive || r.prepositionOf(at-1) == "by")
}

// employed says that a preposition of place stands right behind where the subject works to whom something is done, by its own noun or by
// the name of a body, or behind his or her office: "an employee of the embassy in Klina was arrested", "the head of the UNHCR office in
// Klina was".
func (r *run) employed(clause *text.Clause, at int) bool {
	if at < 1 || len(clause.Subject) != 1 || clause.Verb < at || !r.s.Groups[clause.Verb].Verb.Passive {
		return false
	}
	who, t := &clause.Subject[0], r.head(at-1)
	if who.Group == at-1 {
		return t.Kind == text.Office
	}
	if !slices.Contains(who.Of, at-1) || !text.Animate(r.head(who.Group).Low) {
		return false
	}
	return t.Kind == text.Name || workplaces[text.Singular(t.Low)]
}

// ofApposition says that a preposition of place stands within what is said of somebody who is named: "arrested X, a fugitive from justice
// in Klina".
func (r *run) ofApposition(at int) bool {
	g := at - 1
	for g > 1 && (r.s.Groups[g].Kind == text.NounGroup || r.s.Groups[g].Kind == text.Preposition) {
		g--
	}
	if g < 1 || g == at-1 || r.s.Groups[g].Low != "," || r.s.Groups[g+1].Kind != text.NounGroup || r.s.Groups[g-1].Kind != text.NounGroup {
		return false
	}
	name, as := r.head(g-1), r.head(g+1)
	return name.Kind == text.Name && name.Note != nil && name.Note.Person && (as.Kind == text.Office || as.Kind == text.Word && text.Animate(as.Low))
}

// ofMember says of what is told of the accused that a prepositional phrase only tells at what somebody among them works, or where that
// lies: "charged nine men, including a doctor at a hospital in Klina".
func (r *run) ofMember(clause *text.Clause, a *text.Attachment) bool {
	if !r.accuses || a.At < 2 || r.s.Groups[a.At-1].Kind != text.NounGroup {
		return false
	}
	direct := r.s.Groups[a.At-2].Kind != text.Preposition || r.s.Groups[a.At-2].Low == "including"
	if direct && r.head(a.Phrases[0].Group).Kind == text.Name { // "including a doctor in Klina": he may have been taken there
		return false
	}
	return slices.ContainsFunc(clause.Attached, func(b text.Attachment) bool { return b.Prep == "including" && b.At < a.At })
}
