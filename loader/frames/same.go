package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// addEvent adds an event, unless the sentence tells the same already: then what is new of it goes there.
func (w *writer) addEvent(f Fact) {
	if w.sentencesOn(f.Event) {
		w.memory.judgesOn = w.memory.sentence
		return
	}
	retold := w.retold(f.Event)
	for i := range w.facts {
		old := w.facts[i].Event
		if old == nil || (old.apart || f.Event.apart) && w.facts[i].At != f.At {
			continue
		}
		if old.turn != f.Event.turn && w.facts[i].At == f.At { // "X and a driver were arrested by the police and EULEX, respectively"
			continue
		}
		if old.then != f.Event.then && (old.When.From == "" || f.Event.When.From == "") { // "in the case of May 2017, when two were killed, and in the incident in Klina"
			continue
		}
		if old.Kind == "VERDICT" && old.past != f.Event.past && (old.When.From != "" || f.Event.When.From != "") { // "rejected an appeal by X, who had been sentenced"
			continue
		}
		if old.Kind == "VERDICT" && w.facts[i].At != f.At && w.inOtherCase(w.o.clause) {
			continue
		}
		if (old.bare && f.Event.told() || f.Event.bare && old.told()) && w.facts[i].At != f.At { // "X was acquitted in 2007, but the court returned the case"
			continue
		}
		if w.o.noun && old.noun == "" && len(old.Places) == 0 && w.facts[i].At != f.At && about[w.prepositionOf(w.o.group)] {
			continue // "X was arrested in connection with the arrests in Klina"
		}
		if old.Kind != f.Event.Kind || !agree(old.When, f.Event.When) || !overlap(old.Places, f.Event.Places) ||
			!sameParticipants(old, f.Event) || w.otherAgents(old, f.Event) {
			continue
		}
		if old.When.From == "" {
			if retold && f.Event.When.From != "" { // "despite the agreement reached, they protested against the agreement on 4 May"
				return
			}
			old.When = f.Event.When
		}
		if len(old.Places) == 0 {
			old.Places = f.Event.Places
		}
		for _, p := range f.Event.Participants {
			if !slices.ContainsFunc(old.Participants, func(o Participant) bool { return o.Entity == p.Entity }) {
				old.Participants = append(old.Participants, p)
			}
		}
		return
	}
	if retold {
		return
	}
	if f.Event.When.From != "" || !w.spokenOf() { // what is only spoken of is not what "the attack" of a sentence further down means
		w.memory.events = append(w.memory.events, f.Event)
	}
	w.add(f)
}

// sentencesOn says that a verdict on nobody who is named is the one that the sentence before told, of which this one says what more was
// decided: "The court convicted two men. They received suspended sentences."
func (w *writer) sentencesOn(e *Event) bool {
	clause := &w.s.Clauses[w.o.clause]
	if e.Kind != "VERDICT" || w.o.noun || len(clause.Subject) == 0 || len(e.Participants) != 1 || w.memory.courtIn < w.memory.sentence-1 || w.tellsTime() ||
		e.Participants[0].Entity != w.memory.court || w.placeOf(w.memory.court) < len(w.s.Tokens) {
		return false
	}
	t := w.head(clause.Subject[0].Group)
	noun := text.Singular(t.Low)
	if t.Tag != "PRP" && !accusedNouns[noun] && !ordinals[noun] && !w.bareCount(clause.Subject[0].Group) && !w.ofBench(&clause.Subject[0], noun) ||
		slices.ContainsFunc(w.s.Tokens, func(t text.Token) bool { return sooner[t.Low] }) {
		return false
	}
	return slices.ContainsFunc(w.memory.events, func(old *Event) bool {
		return old.Kind == e.Kind && agree(old.When, e.When) && slices.ContainsFunc(old.Participants, func(p Participant) bool { return p.Entity == w.memory.court })
	})
}

// told says that a day or a place of an event is told.
func (e *Event) told() bool { return e.When.From != "" || len(e.Places) > 0 }

// retold says that a noun with "the" or "this" is of an event that a sentence before told.
func (w *writer) retold(e *Event) bool {
	return w.o.noun && w.definite(w.o.group) && slices.ContainsFunc(w.memory.events, func(old *Event) bool {
		return old.Kind == e.Kind && agree(old.When, e.When) && overlap(old.spots(), e.Places) && sameParticipants(old, e) &&
			!(old.noun != e.noun && w.wide(old.When)) // "the deaths in 2006" behind "the 2006 crisis"
	})
}

func agree(a, b text.Interval) bool { return a.From == "" || b.From == "" || a == b }

// sameParticipants says that two events may be one: none has a subject that the other lacks, while both have some, nor a court that acts.
func sameParticipants(a, b *Event) bool {
	return shareSome(a, b, func(p Participant) bool { return p.Role == "SUBJECT" }) &&
		shareSome(a, b, func(p Participant) bool { return p.Role == "AGENT" && p.Entity.Label == "Court" })
}

// shareSome says that two events share participants of some kind, or that one has none.
func shareSome(a, b *Event, kind func(Participant) bool) bool {
	some := func(e *Event) (all []*lexicon.Entity) {
		for _, p := range e.Participants {
			if kind(p) {
				all = append(all, p.Entity)
			}
		}
		return all
	}
	x, y := some(a), some(b)
	return len(x) == 0 || len(y) == 0 || slices.ContainsFunc(x, func(e *lexicon.Entity) bool { return slices.Contains(y, e) })
}

// otherAgents says that a noun tells of what others did than another event of its sentence does, and of no day: "held a workshop, which was
// told of in workshops by the police".
func (w *writer) otherAgents(a, b *Event) bool {
	agents := func(e *Event) (all []*lexicon.Entity) {
		for _, p := range e.Participants {
			if p.Role == "AGENT" {
				all = append(all, p.Entity)
			}
		}
		return all
	}
	x, y := agents(a), agents(b)
	return w.o.noun && len(x) > 0 && len(y) > 0 && a.When != b.When && !overlap(x, y)
}
