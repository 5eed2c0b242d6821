package frames

import (
	"cmp"
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// fill finds who and what fills the roles of an occurrence; false where a mandatory role stays empty.
func (r *run) fill(o occurrence) (map[string]*filler, bool) {
	roles := map[string]*filler{}
	r.before = o.group
	if clause := &r.s.Clauses[o.clause]; !o.noun && len(clause.Groups) > 0 {
		r.before = clause.Groups[len(clause.Groups)-1] + 1
	}
	for _, role := range o.frame.Roles {
		if role.Whole {
			continue
		}
		f := r.filler(o, role)
		if f == nil || len(f.entities) == 0 {
			f = cmp.Or(r.ofItsNoun(o, role), r.accusedIn(o, role), r.there(o, role), r.hurtIn(o, role), r.represented(o, role), r.met(o, role), r.countApposed(o, role), r.succeeded(o, role), f)
		}
		if !f.found() && role.body() && !role.person() && r.saidOnce(o) {
			f = r.attached(occurrence{frame: o.frame, clause: r.s.In[o.group], group: o.group, object: -1}, role, role.Or)
		}
		if !f.found() && !o.noun && (role.Mandatory && (role.is("words") || role.body()) || role.As == "subject" && r.countedPassive(o)) {
			f = r.saidLater(o, role)
		}
		if f.found() {
			roles[role.Name] = f
		}
	}
	for _, role := range o.frame.Roles { // words end where what fills another role begins
		if !role.Whole {
			continue
		}
		if f := r.wholeWords(o, role, roles); f.found() {
			roles[role.Name] = f
		} else if f := r.accusedOf(o, role, roles); f.found() {
			roles[role.Name] = f
		}
	}
	for _, role := range o.frame.Roles {
		if f := roles[role.Name]; role.Else != "" && (!f.found() || len(f.entities) == 0 && r.sameCourt(o.clause) != nil) {
			if e := r.otherwise(o, role); e != nil {
				roles[role.Name] = &filler{entities: e, at: o.group, carried: true}
				if f != nil {
					roles[role.Name].phrases = f.phrases
				}
			}
		}
		if role.Mandatory && !roles[role.Name].found() || role.Known && (roles[role.Name] == nil || len(roles[role.Name].entities) == 0) {
			return nil, false
		}
	}
	return roles, true
}

// saidOnce says that the verb of an occurrence is that of another clause, said once for both: what "to KFOR" of "Norway sent 20 soldiers to
// KFOR and Georgia 10" holds for.
func (r *run) saidOnce(o occurrence) bool {
	return !o.noun && o.object < 0 && r.s.In[o.group] != o.clause
}

// countedPassive says that a passive tells what came of so many things: who gave them may stand behind the last of a list.
func (r *run) countedPassive(o occurrence) bool {
	subject := r.s.Clauses[o.clause].Subject
	return o.object < 0 && r.passive(o.clause) && len(subject) == 1 && r.s.Groups[subject[0].Group].Count != nil && r.head(subject[0].Group).Kind == text.Word
}

// saidLater fills a role from a further clause of the same verb, said once for both: "X received four years and Y two years of
// imprisonment", "Norway sends 12 soldiers and Georgia 20 to KFOR".
func (r *run) saidLater(o occurrence, role *Role) *filler {
	for c := o.clause + 1; c < len(r.s.Clauses); c++ {
		if r.s.Clauses[c].Verb != o.group {
			continue
		}
		if f := r.attached(occurrence{frame: o.frame, clause: c, group: o.group, object: -1}, role, role.Or); f.found() {
			return f
		}
	}
	return nil
}

// filler is what fills one role.
func (r *run) filler(o occurrence, role *Role) *filler {
	clause := &r.s.Clauses[o.clause]
	if !o.noun && o.object < 0 {
		passive := r.s.Groups[clause.Verb].Verb.Passive || r.s.Groups[clause.Verb].Verb.Shared
		var f *filler
		switch {
		case role.As == "subject" && !passive:
			if f = r.giverTold(o, role); f.found() {
				return f
			}
			f = cmp.Or(r.take(clause.Subject, role, true), r.fartherOf(clause, role))
		case role.As == "object" && passive:
			return cmp.Or(r.takeObject(o, clause.Subject, role), r.besideObject(o, role), r.fartherOf(clause, role))
		case role.As == "object" && role.is("words") && len(role.Heads) == 0 && r.thatBehind(o.group): // what is said or shown
			return &filler{words: "that", at: o.group}
		case role.As == "object" && len(clause.Object) == 0 && len(clause.Subject) > 0 && role.Plain && role.person() &&
			text.IsAny(r.s.Groups[clause.Verb].Low, happens) && persons[text.Singular(r.head(clause.Subject[0].Group).Low)]: // "the trial of X began"
			return r.take(clause.Subject[:1], role, false)
		case role.As == "object" && role.Plain && r.thatBehind(o.group): // whoever is named there is told of, and nothing done to
			return nil
		case role.As == "object" && len(clause.Object) > 0:
			return cmp.Or(r.takeObject(o, clause.Object, role), r.besideObject(o, role))
		case role.As == "complement" && passive:
			f = r.take(clause.Object, role, false)
		case role.As == "complement":
			f = r.take(firstOf(clause.Predicate, clause.Object), role, false)
		}
		if f.found() {
			return f
		}
		switch {
		case role.As == "subject" && passive:
			if f = r.byOf(o, role); f.found() {
				return f
			}
			if o.frame.Lasting {
				if f = r.doerAround(o, role); f.found() {
					return f
				}
			}
			return r.attached(o, role, slices.DeleteFunc(slices.Clone(role.Or), func(prep string) bool { return !strings.Contains(prep, " ") }))
		case role.As == "object" && !passive && !r.accuses: // "met with", "fired at"
			return r.attached(o, role, slices.DeleteFunc(slices.Clone(role.Or), func(prep string) bool { return prep == "of" }))
		case role.As == "subject" && len(clause.Subject) > 0, role.As == "object":
			return nil
		}
		return r.attached(o, role, role.Or)
	}
	if o.object >= 0 { // the noun's own roles, and the subject of the verb
		if role.As == "head" {
			if f := r.take([]text.Phrase{{Group: o.object}}, role, false); f.found() {
				return f
			}
		}
		if list := r.otherObject(o); role.As == "object" && list != nil {
			return r.take(list, role, r.passive(o.clause))
		}
		if passive := r.s.Groups[clause.Verb].Verb.Passive; role.As == "subject" && !passive {
			if f := r.take(clause.Subject, role, true); f.found() {
				return f
			}
		} else if role.As == "subject" {
			if f := r.attached(occurrence{frame: o.frame, clause: o.clause, group: clause.Verb, object: -1}, role, []string{"by"}); f.found() {
				return f
			}
			return r.attached(o, role, append([]string{"by"}, role.Or...))
		}
		if f := r.possessive(o.object, role); f.found() {
			return f
		}
		return r.attached(o, role, role.Or)
	}
	if role.As == "head" {
		if f := r.take([]text.Phrase{{Group: o.group}}, role, false); f.found() {
			return f
		}
	}
	if f := r.undergoer(o, role); f.found() {
		return f
	}
	if f := r.possessive(o.group, role); f.found() {
		return f
	}
	if role.As == "complement" && clause.Verb >= 0 && !text.Is(r.s.Groups[clause.Verb].Low, "include") && !r.passive(o.clause) && stands(clause.Subject, o.group) { // "its strength was 3,600"
		if f := r.take(firstOf(clause.Predicate, clause.Object), role, false); f.found() {
			return f
		}
		if f := r.attached(occurrence{frame: o.frame, clause: o.clause, group: clause.Verb, object: -1}, role, role.Or); f.found() {
			return f
		}
	}
	if role.As == "subject" && clause.Verb >= 0 && !r.harms && (r.standsIn(clause, o.group) || len(o.frame.Behind) > 0) { // "in cooperation with", "with the help of"
		if o.frame.accuses() { // "resulted in the arrest of X by"
			return r.attached(o, role, role.Or)
		}
		if by := r.agentBefore(clause, o.group); by != nil { // "the provision of water by OSCE in cooperation with"
			return r.take(by, role, false)
		}
		if r.passive(o.clause) {
			return r.byOf(occurrence{frame: o.frame, clause: o.clause, group: clause.Verb, object: -1}, role)
		}
		return r.takingSides(o, r.take(clause.Subject, role, true))
	}
	celebrated := clause.Verb >= 0 && lasting(o.frame) && text.IsAny(r.s.Groups[clause.Verb].Low, celebrates) // "relatives celebrated the acquittal of X by"
	if role.As == "subject" && clause.Verb >= 0 && !celebrated && !r.passive(o.clause) && text.IsAny(r.s.Groups[clause.Verb].Low, holds) &&
		(stands(clause.Object, o.group) || r.prepositionOf(o.group) == "including") {
		if f := r.take(clause.Subject, role, true); f.found() {
			return f
		}
	}
	return r.attached(o, role, role.Or)
}

// doerAround is who did, in the clause around, what a participle tells of that is done together with somebody: "in an operation
// coordinated with X, Y arrested", "Y ran a campaign coordinated with X".
func (r *run) doerAround(o occurrence, role *Role) *filler {
	clause := &r.s.Clauses[o.clause]
	if clause.Kind != text.RelativeClause || clause.Marker != "" || clause.Parent < 0 || clause.Governor < 0 || r.passive(clause.Parent) {
		return nil
	}
	outer := &r.s.Clauses[clause.Parent]
	object := len(outer.Object) > 0 && clause.Governor == outer.Object[0].Group
	behind := len(outer.Object) > 0 && clause.Comma && clause.Governor > outer.Object[0].Group && r.head(clause.Governor).Kind == text.Name
	if !object && !behind && !r.standsIn(outer, clause.Governor) {
		return nil
	}
	return r.take(outer.Subject, role, true)
}

// thatBehind says that a clause hangs on a verb that tells what it says or shows: "demonstrated that they were able".
func (r *run) thatBehind(verb int) bool {
	if next := verb + 1; next < len(r.s.Groups) && r.s.Groups[next].Det == "that" && r.head(next).Kind == text.Name { // "decided that UNMIK, as"
		return true
	}
	return slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool { return c.Kind == text.Complement && c.Governor == verb })
}

// undergoer is who stands behind the "of" of a noun and has done to him or her what it names: then it is the doer's where it is somebody's,
// "KFOR's killing of X".
func (r *run) undergoer(o occurrence, role *Role) *filler {
	mark := o.frame.Marks[role.Name]
	if mark != "accused" && mark != "victim" || r.s.Groups[o.group].Possessor < 0 || !slices.Contains(role.Or, "of") {
		return nil
	}
	return r.attached(o, role, []string{"of"})
}

// takingSides are those who act "in" what an occurrence names and so have a part in it; who keeps order at a protest takes none by what it
// does there: "the police intervened in a protest".
func (r *run) takingSides(o occurrence, f *filler) *filler {
	protests := slices.ContainsFunc(o.frame.Events, func(e EventWrite) bool { return e.Kind == "PROTEST" })
	if f == nil || !protests || text.IsAny(r.s.Groups[r.s.Clauses[o.clause].Verb].Low, partTaking) {
		return f
	}
	f.entities = slices.DeleteFunc(slices.Clone(f.entities), func(e *lexicon.Entity) bool { return slices.Contains(guards, e.Kind) })
	return f
}

// agentBefore are those who stand behind "by" right before the "in" of a noun group, where a noun is what they do; nil for none.
func (r *run) agentBefore(clause *text.Clause, g int) []text.Phrase {
	for i := range clause.Attached {
		a := &clause.Attached[i]
		if k := a.Phrases[len(a.Phrases)-1].To; a.Prep == "by" && a.At < g && k < len(clause.Groups) && clause.Groups[k] == g-1 &&
			!r.s.Groups[clause.Verb].Verb.Passive {
			return a.Phrases
		}
	}
	return nil
}

// standsIn says that a noun group, or a list that it is of, stands behind "in" in its clause.
func (r *run) standsIn(clause *text.Clause, g int) bool {
	return g > 0 && r.s.Groups[g-1].Low == "in" || slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return a.Prep == "in" && stands(a.Phrases, g)
	})
}

// stands says that a noun group is the head of a phrase of a list.
func stands(list []text.Phrase, g int) bool {
	return slices.ContainsFunc(list, func(p text.Phrase) bool { return p.Group == g })
}

// ofAnother says that an "of" stands right behind another noun than that of an occurrence, "cooperation with the Ministry of Kosovo", and
// not behind a place, which is of nobody: "the visit to Klina of the Minister", "the release from prison of X", nor behind who did it: "the
// acquittal by the court of X".
func (r *run) ofAnother(o occurrence, at int) bool {
	if at <= 0 || r.s.Groups[at-1].Kind != text.NounGroup || r.s.Groups[at].Low != "of" {
		return false
	}
	own := o.named()
	if noun := r.head(at - 1); own < 0 && r.somebody(at+1) && noun.Kind == text.Word && text.Animate(noun.Low) { // "met the wife of X"
		return true
	}
	if own < 0 || at > 1 && r.s.Groups[at-2].Low == "by" && r.head(at-1).Kind == text.Name {
		return false
	}
	if r.somebody(at+1) && (len(r.named(at-1, &Role{Is: []string{"Place"}})) > 0 || custody[r.head(at-1).Low] && r.s.Groups[at-1].Det == "") {
		return false
	}
	if own+2 < len(r.s.Groups) && r.carrier(own+2) == own {
		own += 2
	}
	return at-1 > own || o.object >= 0 && slices.ContainsFunc(r.otherObject(o), func(p text.Phrase) bool {
		return slices.Contains(p.Of, at+1) // "made the town of X a gift of"
	})
}

// somebody says that a noun group is of a person's name, or an office.
func (r *run) somebody(g int) bool {
	if g >= len(r.s.Groups) || r.s.Groups[g].Kind != text.NounGroup {
		return false
	}
	t := r.head(g)
	return t.Kind == text.Office || t.Kind == text.Name && t.Note.Person
}

func firstOf(a, b []text.Phrase) []text.Phrase {
	if len(a) > 0 {
		return a
	}
	return b
}

// take fills a role by a list of phrases.
func (r *run) take(list []text.Phrase, role *Role, subject bool) *filler {
	if len(list) == 0 {
		return nil
	}
	switch {
	case role.is("words") && r.head(list[0].Group).Tag == "PRP": // "himself"
		return nil
	case role.is("words"):
		if len(role.Heads) > 0 && !slices.ContainsFunc(list, func(p text.Phrase) bool {
			if head := r.head(p.Group); role.Alone && len(p.Of) > 0 && head.Kind != text.Number && !ordinals[head.Low] { // but "one of the suspects"
				return false
			}
			return r.headed(p.Group, role) || !shows[text.Singular(r.head(p.Group).Low)] && slices.ContainsFunc(p.Of, func(of int) bool { return r.headed(of, role) })
		}) {
			if len(role.Is) > 1 { // a name of another kind
				break
			}
			return nil
		}
		return &filler{words: r.phraseWords(&list[0], list), at: list[0].Group, phrases: list}
	case role.is("count"):
		return r.counted(list, role)
	case role.is("office"):
		if f := r.offices(list, role.As == "object"); f != nil || !role.person() {
			return f
		}
	}
	return r.resolve(list, role, subject)
}

// headed says that the head of a noun group, or its last two words, are one of a role's: "a lightning strike".
func (r *run) headed(g int, role *Role) bool {
	group, t := &r.s.Groups[g], r.head(g)
	if group.Head == group.From {
		return called(t, role.Heads)
	}
	before := &r.s.Tokens[group.Head-1]
	switch {
	case (t.Kind == text.Name || t.Tag == "NNP") && called(before, role.Heads): // "camp Osterode", "Hurricane Dolly"
		return true
	case t.Kind == text.Number && slices.Contains(role.Heads, before.Low): // "$ 2 million"
		return true
	}
	return called(t, role.Heads) || slices.Contains(role.Heads, before.Low+" "+text.Singular(t.Low))
}
