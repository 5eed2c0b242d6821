package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// happening says that a noun is what the clause's verb tells to happen: "a protest took place", "a protest was held", "they held a
// protest".
func (r *run) happening(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if clause.Verb < 0 {
		return false
	}
	verb := &r.s.Groups[clause.Verb]
	if lasting(o.frame) && text.IsAny(verb.Low, celebrates) || r.onlyTopic(clause) {
		return false
	}
	before := o.group < clause.Verb && r.prepositionOf(o.group) == ""
	switch {
	case stands(clause.Subject, o.group) || before:
		return tellsToHappen(verb) ||
			verb.Verb.Passive && lasting(o.frame) && !text.IsAny(verb.Low, speaks) && !text.IsAny(verb.Low, takes)
	case r.broughtAbout(clause, o.group), r.ofScene(clause, o.group):
		return true
	case !stands(clause.Object, o.group) || verb.Verb.Passive:
		return false
	case verb.Verb.Copula || text.IsAny(verb.Low, holds) || text.IsAny(verb.Low, sees):
		return true
	case text.Is(verb.Low, "include") && r.ofHappenings(clause.Subject):
		return true
	}
	return !text.IsAny(verb.Low, speaks) && (!r.definite(o.group) || lasting(o.frame) && !o.frame.accuses()) // not "appealed the acquittal of X"
}

// countsTold says that a noun only says which one that of the sentence before is of several: "this was the third attack in Klina".
func (r *run) countsTold(g int) bool {
	clause := &r.s.Clauses[r.s.In[g]]
	if clause.Verb < 0 || clause.Verb > g || !r.s.Groups[clause.Verb].Verb.Copula || len(clause.Subject) != 1 || r.s.Groups[g].Possessor >= 0 || !r.modified(g, ordinals) {
		return false
	}
	t := r.head(clause.Subject[0].Group)
	return t.Low == "this" || t.Low == "that" || t.Low == "it"
}

// onlyTopic says that a clause tells of its subject that something else is about it: "was the subject of a lecture", "was on the agenda of
// the talks".
func (r *run) onlyTopic(clause *text.Clause) bool {
	if clause.Verb < 0 || !r.s.Groups[clause.Verb].Verb.Copula && !text.Is(r.s.Groups[clause.Verb].Low, "become") {
		return false
	}
	is := slices.Clone(firstOf(clause.Predicate, clause.Object))
	for _, a := range clause.Attached {
		if a.At == clause.Verb+1 {
			is = append(is, a.Phrases...)
		}
	}
	return slices.ContainsFunc(is, func(p text.Phrase) bool { return topics[text.Singular(r.head(p.Group).Low)] })
}

// toldAbout says that what a noun names is only what a work or a text is about, of which something else is told: "a film on the arrest of X
// was shown".
func (r *run) toldAbout(g int) bool {
	return g > 1 && r.s.Groups[g-1].Kind == text.Preposition && ofTopic[r.s.Groups[g-1].Low] && r.s.Groups[g-2].Kind == text.NounGroup &&
		r.head(g-2).Kind == text.Word && !r.happens(g-2)
}

// metWith says that a clause tells with what somebody met its subject, elsewhere and later where that is what police or courts did: "the
// arrest of X was met with anger in Klina".
func (r *run) metWith(c int) bool {
	clause := &r.s.Clauses[c]
	return r.passive(c) && text.Is(r.s.Groups[clause.Verb].Low, "meet") && slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return a.Prep == "with" && a.At > clause.Verb
	})
}

// tellsToHappen says that a verb tells of its subject that it happens: "was held", "took place".
func tellsToHappen(verb *text.Group) bool {
	if verb.Verb.Passive {
		return text.IsAny(verb.Low, holds) || text.IsAny(verb.Low, sees)
	}
	return text.IsAny(verb.Low, happens)
}

// broughtAbout says that a noun is what a clause tells something to have come to: "led to the arrest of", "resulted in the arrest of".
func (r *run) broughtAbout(clause *text.Clause, g int) bool {
	return r.leadsTo(clause) && slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return a.At > clause.Verb && a.Prep == r.s.Groups[clause.Verb+1].Low && stands(a.Phrases, g)
	})
}

// leadsTo says that a clause tells what came of something.
func (r *run) leadsTo(clause *text.Clause) bool {
	to := clause.Verb + 1
	if clause.Verb < 0 || to >= len(r.s.Groups) || r.s.Groups[clause.Verb].Verb.Passive {
		return false
	}
	low, behind := r.s.Groups[clause.Verb].Low, r.s.Groups[to].Low
	return behind == "to" && text.Is(low, "lead") || behind == "in" && text.Is(low, "result")
}

// ofHappenings says that a subject stands for happenings of which a clause lists some: "the incidents included", "this included".
func (r *run) ofHappenings(subject []text.Phrase) bool {
	if len(subject) == 0 {
		return false
	}
	g := subject[0].Group
	return r.happens(g) || slices.Contains([]string{"this", "these", "they", "which"}, r.head(g).Low)
}

// lasting says that a frame writes more than what needs a day or a place: what it tells is a fact without them.
func lasting(f *Frame) bool {
	return f != nil && !slices.ContainsFunc(f.Events, func(e EventWrite) bool { return e.Need != "" })
}

// happens says that a noun names what happens, by some frame of which it has the words that this must have before it, "military operation";
// one that only its number makes so, "the events", does not.
func (r *run) happens(g int) bool {
	t := r.head(g)
	return t.Kind == text.Word && slices.ContainsFunc(r.set.nouns[text.Singular(t.Low)], func(f *Frame) bool {
		return len(f.Events) > 0 && !lasting(f) && (len(f.Only) == 0 || r.qualifies(g, f)) && !slices.ContainsFunc(f.Roles, func(role *Role) bool { return role.As == "head" && role.is("words") })
	})
}

// objectOnly says that something known is the object of a verb that may have the day for itself, no place standing between: "enforced the
// agreement on 4 May".
func (w *writer) objectOnly(at occasion) bool {
	clause := &w.s.Clauses[w.o.clause]
	return stands(clause.Object, w.o.group) &&
		!(clause.Verb >= 0 && text.IsAny(w.s.Groups[clause.Verb].Low, treats)) && // "the case concerns the murder of X in August 2007"
		len(at.places) == 0 && w.dateOfNoun(w.o.group) == nil && !w.calledOfYear(w.o.group) &&
		len(w.phrase(w.o.group)) == 1 && !w.encloses(w.o.group)
}

// calledOfYear says that a noun is called by a date that tells its year: "the March 2006 attacks".
func (w *writer) calledOfYear(g int) bool {
	d := w.dateWithin(g)
	return d != nil && yearTold.MatchString(strings.TrimSpace(w.text[d.From:d.To]))
}

// encloses says that a date stands within the phrase of a noun, which goes on behind it: "the launch on 4 May of a fund".
func (w *writer) encloses(g int) bool {
	groups := w.s.Groups
	return g+3 < len(groups) && groups[g+1].Kind == text.Preposition && groups[g+2].Kind == text.When && (groups[g+3].Low == "of" || groups[g+3].Low == "by")
}
