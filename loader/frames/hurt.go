package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// hurtThen says that a clause of its own tells, of no time or happening that it names, who was hurt in the unrest that the sentence before
// told.
func (w *writer) hurtThen() bool { return w.memory.setting.harm && w.hurtOfItself() }

// dayHurt is the day of the unrest that the sentence before told, where this one names a time only in what a comma parts from the clause
// that tells who was hurt, and behind it, or one that counts from that day: "nine were hurt, two of whom died on 6 May", "and two died the
// next day".
func (w *writer) dayHurt() string {
	if w.memory.setting.sentence != w.memory.sentence-1 {
		return ""
	}
	for i := range w.s.Tokens {
		d := span(&w.s.Tokens[i])
		if d == nil || d.Date == nil {
			continue
		}
		in := w.s.In[w.groupOf(i)]
		told := &w.s.Clauses[in]
		if in == w.o.clause || told.Verb < w.o.group {
			return ""
		}
		parted := slices.ContainsFunc(w.s.Groups[w.o.group:told.Verb], func(g text.Group) bool { return g.Kind == text.Comma || g.Kind == text.Break })
		if !parted && !d.Date.Relative && !w.someOfThem(told) {
			return ""
		}
	}
	return w.memory.setting.day
}

// someOfThem says that a clause tells of some of those who were told of before it: "and one of them died on 6 May".
func (w *writer) someOfThem(clause *text.Clause) bool {
	return len(clause.Subject) == 1 && slices.ContainsFunc(clause.Subject[0].Of, func(g int) bool { return w.head(g).Low == "them" || w.head(g).Low == "whom" })
}

// hurtOfItself says that a clause of its own, or what goes on with its verb, tells, of no time or happening that it names, who was hurt:
// "nine cooks died", "the driver was shot and wounded".
func (w *writer) hurtOfItself() bool {
	clause := &w.s.Clauses[w.o.clause]
	for w.hurtAlone(clause) && clause.Kind == text.Coordinate && clause.Parent >= 0 {
		clause = &w.s.Clauses[clause.Parent]
	}
	return !w.o.noun && clause.Kind == text.Main && w.hurtAlone(clause) && !w.elsewhere()
}

// hurtAlone says that a clause names no time and no happening at which, nor what had been before: but who did it and by what, and where on
// the scene somebody was.
func (w *writer) hurtAlone(clause *text.Clause) bool {
	return clause.Verb >= 0 && !w.s.Groups[clause.Verb].Verb.Perfect && !w.afterwards(clause) && !slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return !besideHarm[a.Prep] && !w.asResult(&a) && !w.onScene(&a)
	})
}

// onScene says that a prepositional phrase tells no more than that somebody was where it happened: "on board", "on the spot", "at the
// scene".
func (w *writer) onScene(a *text.Attachment) bool {
	return (a.Prep == "on" || a.Prep == "at") && len(a.Phrases) == 1 && len(a.Phrases[0].Of) == 0 && onScene[w.head(a.Phrases[0].Group).Low]
}

// hurtInIt is the setting of the unrest that the clauses of a sentence before the one of an occurrence told, where this tells who was hurt
// in it and no time: "miners took to the streets of Klina on 4 May and stoned a mill; two bakers died", not "and a baker was hurt the next
// day".
func (w *writer) hurtInIt() setting {
	clause := &w.s.Clauses[w.o.clause]
	if before, _ := w.joinedTo(w.o.clause); before < 0 || !w.hurtOfItself() || slices.ContainsFunc(clause.Groups, func(g int) bool {
		group := &w.s.Groups[g]
		return group.Kind == text.When || afterwards[group.Low] || group.Kind == text.NounGroup && durations[text.Singular(w.head(g).Low)]
	}) {
		return setting{}
	}
	if at := w.settingOf(); at.harm && at.day != "" {
		return at
	}
	return setting{}
}

// ledTo says that a clause tells what came of the happening that the sentence before told: "the events led to the death of two men".
func (w *writer) ledTo() bool {
	clause := &w.s.Clauses[w.o.clause]
	if !w.memory.setting.harm || !w.o.noun || len(clause.Subject) != 1 || clause.Verb < 0 || !text.IsAny(w.s.Groups[clause.Verb].Low, causes) {
		return false
	}
	g := clause.Subject[0].Group
	return w.pointsAt(g) && (w.happens(g) || w.head(g).Low == "events")
}

// asResult says that a prepositional phrase says no more than that something came of what was told before: "as a result".
func (r *run) asResult(a *text.Attachment) bool {
	return a.Prep == "as" && len(a.Phrases) == 1 && len(a.Phrases[0].Of) == 0 && results[text.Singular(r.head(a.Phrases[0].Group).Low)]
}

// onThatDay says that the one time which a sentence tells is one of the day that the sentence before told, and that it names no place
// itself: "later that day, two cooks were killed"; on "the same day" it may have been anywhere.
func (r *run) onThatDay() bool {
	i := slices.IndexFunc(r.s.Tokens, func(t text.Token) bool { s := span(&t); return s != nil && s.Date != nil })
	if !r.tellsOnce() || r.memory.setting.day == "" {
		return false
	}
	d := span(&r.s.Tokens[i]).Date
	if !d.Relative || d.Month || d.OfMonth > 0 || d.Offset != 0 || strings.HasSuffix(r.s.Tokens[i].Low, "same day") {
		return false
	}
	return !slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		return slices.ContainsFunc(c.Attached, func(a text.Attachment) bool { return whereat[a.Prep] })
	})
}
