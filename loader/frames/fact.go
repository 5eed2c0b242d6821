package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Fact is what a clause states, with the words that say it.
type Fact struct {
	Frame    string
	From, To int // bytes of the paragraph: the words that say it
	At       int // where it is said, for the order of the text
	// One of these.
	Relation *Relation
	Event    *Event
	Figure   *Figure
	Joining  *Joining
}

// Relation is a relation of two entities.
type Relation struct {
	Type       string
	From, To   *lexicon.Entity
	Properties map[string]any
}

// Event is something that happened. Participants are in the order of the text.
type Event struct {
	Kind         string
	Participants []Participant
	Places       []*lexicon.Entity
	When         text.Interval

	noun   string // what it is called: "meeting"; "" where a verb tells it
	yields []string
	aside  bool              // it only tells which day it was on which something else happened
	apart  bool              // it is one with no event of another verb
	then   bool              // it has its day from what stands before the "when" of its clause
	before bool              // a relative clause with "who" or "that" tells it of somebody, to whom it came about whenever it was
	past   bool              // it is told, without a day or place, to have been before what its sentence tells: "who had been sentenced", "years after X had been acquitted"
	goes   bool              // its place is where somebody or something went
	bare   bool              // its verb alone tells it, without day or place: what has them is another's
	turn   int               // of several that a list tells, each of its own member, its number, from one; 0 for one told alone
	wider  []*lexicon.Entity // of its places, those that are only told as where others of them lie
}

// Joining says who else took part in an event that a sentence before told.
type Joining struct {
	Event *Event
	Who   []*lexicon.Entity
}

// Participant is who took part in an event: as AGENT, as SUBJECT, or otherwise ("").
type Participant struct {
	Entity *lexicon.Entity
	Role   string
}

// take adds participants in a role, but those who have one already, and what takes part in nothing: places that are no countries,
// resolutions.
func (e *Event) take(all []*lexicon.Entity, role string) {
	for _, x := range all {
		if x.Label == "Resolution" || x.Label == "Place" && !country(x) || slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Entity == x }) {
			continue
		}
		e.Participants = append(e.Participants, Participant{x, role})
	}
}

// Figure is a number that the text states.
type Figure struct {
	Metric, Breakdown string
	Value             float64
	Approximate       bool
	Of                *lexicon.Entity
	Day               string

	verb     int  // the verb group of the clause whose noun is counted, or that is said once for several; -1 for none
	counts   int  // the noun group that says how many; -1 for none
	unplaced bool // no place of it was found
}
