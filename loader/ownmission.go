package loader

import (
	"strings"

	"councilgraph/loader/document"
	"councilgraph/loader/lexicon"
)

// enterPart notes of which mission the part of a document tells that a paragraph stands in: an annex of the mission that its title names,
// or its first numbered paragraph, first; any other part of the report's.
func (r *reader) enterPart(p document.Paragraph, t *annotatedText) {
	switch {
	case p.Part != "ANNEX":
		r.inAnnex, r.own = false, r.series
	case !r.inAnnex, strings.HasPrefix(p.Text, "Annex "), r.own == nil && p.Number == 1:
		r.inAnnex, r.own = true, missionIn(t)
	}
}

// missionIn is the force or mission that a text names first; nil where it names none.
func missionIn(t *annotatedText) *lexicon.Entity {
	for _, s := range t.slots {
		if s.mention && isMission(s.entities[0]) {
			return s.entities[0]
		}
	}
	return nil
}

// ownMission is the mission whose head "the Head of Mission" is: the one of which its part of the document tells, where the sentence, and
// outside of annexes the paragraph, names no other; nil where it may be another's.
func (r *reader) ownMission() *lexicon.Entity {
	if r.own == nil || r.own.Kind != "MISSION" || !r.inAnnex && r.force() != r.own {
		return nil
	}
	for _, s := range r.sentence.slots {
		for _, e := range s.entities {
			if e != r.own && e.Kind == "MISSION" {
				return nil
			}
		}
	}
	return r.own
}
