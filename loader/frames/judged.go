package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// dayOfCourt is the day on which the sentence before tells that a court decided, where a clause without a day goes on with what it decided:
// "On 4 May, the court announced a verdict. Two men were convicted"; "" for none.
func (r *run) dayOfCourt(o occurrence, roles map[string]*filler) string {
	if o.noun || r.memory.judgedIn != r.memory.sentence-1 || !r.continues(o) {
		return ""
	}
	if slices.ContainsFunc(r.s.Tokens, func(t text.Token) bool {
		s := span(&t)
		return sooner[t.Low] || s != nil && s.Date != nil && (s.Date.Relative || len(s.Date.Days) > 0 && s.Date.Days[0].Day() != "")
	}) {
		return ""
	}
	for _, role := range o.frame.Roles {
		if f := roles[role.Name]; role.Else == "before" && f.found() && slices.Equal(f.entities, []*lexicon.Entity{r.memory.judges}) {
			return r.memory.judged
		}
	}
	return ""
}

// judge keeps the day on which a sentence tells that one court decided.
func (r *run) judge() {
	m := &r.memory
	for _, f := range r.facts {
		if f.Event == nil || f.Event.When.Day() == "" || m.court == nil {
			continue
		}
		acts := slices.ContainsFunc(f.Event.Participants, func(p Participant) bool { return p.Entity == m.court && p.Role == "AGENT" })
		switch {
		case acts && m.judgedIn == m.sentence && m.judged != f.Event.When.Day():
			m.judges = nil // on several days
		case acts && m.judgedIn != m.sentence:
			m.judges, m.judged, m.judgedIn = m.court, f.Event.When.Day(), m.sentence
		}
	}
}
