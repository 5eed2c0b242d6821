package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
)

// dayOfCourt is the day on which the sentence before tells that a court decided, where a clause without a day goes on with what it decided:
// "On 4 May, the court announced a verdict. Two men were convicted"; "" for none.
func (r *run) dayOfCourt(o occurrence, roles map[string]*filler) string {
	if o.noun || r.memory.judgedIn != r.memory.sentence-1 || !r.continues(o) || r.judgedOtherwise(roles) {
		return ""
	}
	for _, role := range o.frame.Roles {
		f := roles[role.Name]
		if role.Else != "before" {
			continue
		}
		if r.memory.judges == nil && o.frame.kind() == "VERDICT" && (f == nil || len(f.entities) == 0) || f.found() && slices.Equal(f.entities, []*lexicon.Entity{r.memory.judges}) {
			return r.memory.judged
		}
	}
	return ""
}

// judgedOtherwise says that a sentence tells of another time: a day that is not of what somebody is charged with, or by a word that what it
// tells came about before.
func (r *run) judgedOtherwise(roles map[string]*filler) bool {
	for i := range r.s.Tokens {
		s := span(&r.s.Tokens[i])
		if sooner[r.s.Tokens[i].Low] {
			return true
		}
		dated := s != nil && s.Date != nil && (s.Date.Relative || len(s.Date.Days) > 0 && s.Date.Days[0].Day() != "")
		if dated && !r.inCharge(i, roles) {
			return true
		}
	}
	return false
}

// inCharge says that a token stands in what somebody is charged with.
func (r *run) inCharge(token int, roles map[string]*filler) bool {
	g := r.groupOf(token)
	for _, f := range roles {
		if f.whole != nil && len(f.whole.Heads) == 0 && f.found() && g > f.at {
			return true
		}
	}
	return false
}

// judge keeps the day on which a sentence tells that one court decided, or one that it does not name.
func (r *run) judge() {
	m := &r.memory
	if m.judgesOn == m.sentence && m.judgedIn == m.sentence-1 {
		m.judgedIn = m.sentence
	}
	for _, f := range r.facts {
		if f.Event == nil || f.Event.When.Day() == "" {
			continue
		}
		acts := func(p Participant) bool { return p.Entity == m.court && p.Role == "AGENT" }
		ofCourt := func(p Participant) bool { return p.Entity.Label == "Court" }
		var court *lexicon.Entity
		switch {
		case m.court != nil && slices.ContainsFunc(f.Event.Participants, acts):
			court = m.court
		case f.Event.Kind != "VERDICT" || slices.ContainsFunc(f.Event.Participants, ofCourt):
			continue
		}
		if m.judgedIn == m.sentence && (m.judged != f.Event.When.Day() || m.judges != court) {
			m.judges, m.judged = nil, "" // on several days, or of several
		} else if m.judgedIn != m.sentence {
			m.judges, m.judged, m.judgedIn = court, f.Event.When.Day(), m.sentence
		}
	}
}
