package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// there fills a role by those who are at what a noun names, since its clause tells what they do, or are told, there: "at a meeting on 4
// May, X told Y".
func (r *run) there(o occurrence, role *Role) *filler {
	g := o.named()
	if !role.There || g < 0 {
		return nil
	}
	c := r.s.In[g]
	clause := &r.s.Clauses[c]
	if clause.Verb < 0 || !r.holds(c) || !r.attends(o, g) || r.keepsWatch(clause) || r.passive(c) && upon[r.prepositionOf(r.carrier(g))] {
		return nil
	}
	at := occurrence{frame: o.frame, clause: c, group: clause.Verb, object: -1}
	switch passive := r.passive(c); {
	case role.As == "subject" && passive:
		return r.byOf(at, role)
	case role.As == "subject" && len(clause.Subject) > 0 && r.head(clause.Subject[0].Group).Tag != "PRP":
		return r.take(clause.Subject, role, true)
	case passive:
		return nil
	case text.IsAny(r.s.Groups[clause.Verb].Low, tells):
		return r.take(clause.Object, role, false)
	case text.IsAny(r.s.Groups[clause.Verb].Low, tellsTo):
		return r.attached(at, role, []string{"to"})
	}
	return nil
}

// keepsWatch says that what a clause tells is done around a meeting, or to those at it: "KFOR provided security at the summit", "the police
// arrested X at the meeting".
func (r *run) keepsWatch(clause *text.Clause) bool {
	return text.IsAny(r.s.Groups[clause.Verb].Low, apartFromIt) ||
		slices.ContainsFunc(clause.Object, func(p text.Phrase) bool { return safety[r.head(p.Group).Low] })
}

// attends says that whoever acts in the clause of a noun is at what it names: "at a meeting", "during its session", "on the margins of the
// summit", "after talks with X".
func (r *run) attends(o occurrence, g int) bool {
	switch prep := r.prepositionOf(r.carrier(g)); {
	case prep == "in" || prep == "at" || prep == "during":
		return true
	case prep == "of":
		return g > 1 && fringes[text.Singular(r.s.Groups[g-2].Low)]
	case upon[prep]:
		own := r.phrase(g)[0]
		return slices.ContainsFunc(own.clause.Attached, func(a text.Attachment) bool { return a.Prep == "with" && a.At > own.from && a.At < own.to })
	}
	return false
}

// ofItsNoun fills a role from what hangs on the noun of a verb that is said of it: "the talks between X and Y, held in Klina".
func (r *run) ofItsNoun(o occurrence, role *Role) *filler {
	if o.object < 0 || slices.Contains(r.s.Clauses[o.clause].Groups, o.object) {
		return nil
	}
	own := r.phrase(o.object)[0]
	for i := range own.clause.Attached {
		if a := &own.clause.Attached[i]; a.At >= own.from && a.At < own.to && slices.Contains(role.Or, a.Prep) && !r.ofAnother(o, a.At) {
			if f := r.take(a.Phrases, role, false); f.found() {
				return f
			}
		}
	}
	return nil
}
