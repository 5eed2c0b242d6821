package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// gathering is what the last sentence that told of any told in which people take part.
type gathering struct {
	sentence int
	events   []*Event
}

// gathered keeps what a sentence told in which people take part, for what the next ones say of who did.
func (r *run) gathered() {
	var all []*Event
	for _, f := range r.facts {
		if f.Event != nil && r.set.joined[f.Event.Kind] {
			all = append(all, f.Event)
		}
	}
	if len(all) > 0 {
		r.memory.gathering = gathering{r.memory.sentence, all}
	}
}

// joins says who took part in what a sentence before told: "UNHCR held a meeting on 4 May. KFOR also attended."
func (w *writer) joins(one *JoinWrite) {
	e := w.gatheringCalled(w.roles[one.At])
	if e == nil || !slices.Contains(one.Kinds, e.Kind) || !w.done(w.o) && !w.toldBeside() || w.dateIn(whole(&w.s.Clauses[w.o.clause])) != nil {
		return
	}
	who := slices.DeleteFunc(slices.Clone(w.entities(one.Who)), func(x *lexicon.Entity) bool {
		return slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Entity == x })
	})
	before := len(e.Participants)
	if e.take(who, ""); len(e.Participants) > before {
		f := w.quote()
		f.Joining = &Joining{e, who}
		w.facts = append(w.facts, f)
	}
}

// asWhat says that a prepositional phrase tells as what somebody is somewhere: "in an observer capacity".
func (w *writer) asWhat(a *text.Attachment) bool {
	return a.Prep == "in" && w.head(a.Phrases[0].Group).Low == "capacity"
}

// toldBeside says that a participle tells in passing of what its clause tells something done of: "the meeting, chaired by X, was calm".
func (w *writer) toldBeside() bool {
	clause := &w.s.Clauses[w.o.clause]
	if clause.Kind != text.RelativeClause || clause.Marker != "" || !w.passive(w.o.clause) || clause.Parent < 0 || w.s.Clauses[clause.Parent].Verb < 0 {
		return false
	}
	outer := occurrence{frame: w.o.frame, clause: clause.Parent, group: w.s.Clauses[clause.Parent].Verb, object: -1}
	return stands(w.s.Clauses[clause.Parent].Subject, clause.Governor) && w.done(outer) && w.run.holds(clause.Parent)
}

// gatheringCalled is the one event that a sentence shortly before told and that words call so with "the", or that are left out; nil for
// none, or several.
func (w *writer) gatheringCalled(called *filler) *Event {
	last := &w.memory.gathering
	if len(last.events) != 1 || last.sentence == w.memory.sentence || w.memory.sentence-last.sentence > reach {
		return nil
	}
	e := last.events[0]
	if called == nil || len(called.phrases) == 1 && w.head(called.phrases[0].Group).Low == "capacity" {
		if clause := &w.s.Clauses[w.o.clause]; clause.Kind == text.RelativeClause || slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
			return a.At > clause.Verb && a.Prep != "as" && a.Prep != "on" && a.Prep != "of" && !beside[a.Prep] && !w.asWhat(&a) // "as a member", "on my behalf", "alongside Y"
		}) {
			return nil
		}
		return e
	}
	if len(called.phrases) != 1 {
		return nil
	}
	group := &w.s.Groups[called.phrases[0].Group]
	noun := text.Singular(w.s.Tokens[group.Head].Low)
	alone := definites[group.Det] && len(called.phrases[0].Of) == 0 && group.Head == group.From+1
	if !alone || noun != e.noun && !events[noun] && !w.set.calls(noun, e.Kind) {
		return nil
	}
	return e
}
