// Package frames reads what clauses state: a frame is one predicate, its verbs and nouns, the roles that may be filled and what is written
// where they are. Voice, relative clauses, coordination, nouns made of verbs, denials, plans and antecedents are handled once, for all of
// them.
package frames

import (
	"maps"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Frame is one predicate.
type Frame struct {
	Name   string
	Verbs  []Phrase
	Except map[string]bool // it is of every verb but these, by their bases; nil for one of Verbs and Nouns alone
	Nouns  []Phrase
	Unless []string // words before its noun, or in its noun group, that make it another thing: "missile strike"
	// nouns behind a preposition of its verb, or of the verb that its own goes on with, that make it another thing: "treated in hospital and
	// released"; "of matter" with its preposition
	NotWith   []string
	GoesOn    []string // the verbs, by their bases, with one of which its own must go on: "arrested and flown"
	Only      []string // words of which its noun group must have one: "missile strike"
	Behind    []string // prepositions behind one of which its noun must stand, and tells of what the clause around does: "with the help of X"
	Roles     []*Role
	Relations []RelationWrite
	Events    []EventWrite
	Figures   []FigureWrite
	Joins     []JoinWrite
	Offices   []OfficeWrite
	Marks     map[string]string // role → accused, victim, attacker, other: what the phrases that stand for persons may mean
	Lasting   bool              // it tells of what lasts: where it has ended, nothing is written
	Names     bool              // its nouns are found in names too: "the Oslo Conference on Rivers"
	Says      []string
	SaysNot   []string
}

// Phrase is a verb with the words that go with it, or a noun.
type Phrase struct {
	Word string   // the base of the verb, or the singular of the noun
	With []string // what follows: "into custody", or the noun that is its object: "an indictment"
}

// Role is what may fill a place of a predicate.
type Role struct {
	Name      string
	Is        []string // labels of the ontology, kinds of labels, or words, count, office
	As        string   // subject, object or complement; of a count of what a noun names: head; "" for none of these
	Or        []string // prepositions behind which it stands, and possessive and modifier
	Heads     []string // of words and counts: the nouns that may be their head
	Else      string   // of a body: "before", the one named as acting in the sentence before; "series", that of the report; "place", the report's country
	Whole     bool     // of words: they go on over lists, gerunds and phrases behind prepositions
	Mandatory bool     // without it nothing is written
	Known     bool     // nothing is written without somebody whom the text names for certain
	Named     bool     // a name or an office alone fills it: "the Kosovo Police", not "a patrol of the Kosovo Police"
	Plain     bool     // neither a pronoun nor "the two men" fills it, since it stands where these may mean anything
	Alone     bool     // of words: nothing hangs on them by "of": "a storm", not "a storm of protest"
	There     bool     // of a noun: who speaks or acts at what it names fills it too, as a subject, or whoever is told something there, as an object
}

// RelationWrite writes a relation for each pair of fillers of two roles.
type RelationWrite struct {
	Type     *ontology.Relation
	If       string // a role without which this is not written
	From, To string
	With     map[string]string // property → a value, or $role for its words
	Without  string            // a role that must be empty
	Undated  bool              // the clause's date is not that of the relation
}

// EventWrite writes an event.
type EventWrite struct {
	Kind                  string
	Agent, Subject, Other []string
	Place                 string // a role; none; clause, a place at which its own clause states that it was done; "" for what the clause says
	// date or either; clause, a date that its own clause states; place, where a finite verb tells it as finished; done, either or a finite
	// verb that tells it as done: without it the event is not written; with it, one is written for each of several days
	Need    string
	Yields  []string // kinds of events that tell the same happening better
	Undated bool     // the clause's date is not that of the event
	Without string   // a role that must be empty: of persons and bodies, of those whom the text names
}

// JoinWrite says that who fills a role took part in what a sentence before told, of one of some kinds, and calls as the words of another
// role do, if any.
type JoinWrite struct {
	Who, At string
	Kinds   []string
}

// FigureWrite writes an observation.
type FigureWrite struct {
	Metric, Breakdown string
	Value             string // the role that is the count, or a number
	Of                string // a role; series, place, where
	Told              bool   // of a noun: it is written where the noun's own phrase tells a day, a month or a place
	Without           string // a role that must be empty
}

// OfficeTypes are the relation types of offices: who holds one, who belongs to a body, who gives an office up.
type OfficeTypes struct{ Holds, Belongs, Resigns string }

// OfficeWrite says that who fills a role holds, or gives up, the offices that fill another.
type OfficeWrite struct {
	Holder, Office string // roles; the office may be the one told with the name of who holds it
	Title          string // of what is held, where no role says it
	At             string // the role of the body, where the office names none
	Of             string // the role of whoever holds now what was told of him or her: "He succeeded X"
	Resigns        bool
	Since, Until   bool   // the date is that of the beginning, of the end
	Former         string // true; false or "": held; unsaid; tense: held, but unsaid in the past tense
}

// Span is the value of an annotation: who or what a token names.
type Span struct {
	Entities []*lexicon.Entity
	Office   *Office
	Offices  []*Office // of a person: those told of it in the phrase around its name
	Date     *text.DateExpression
	Number   *text.NumberExpression
	Symbol   string
}

// Office is an office or leadership as a phrase tells it.
type Office struct {
	Title  string
	Former bool
	Member bool // it is no more than to belong to the body
	Nested bool // it is that of somebody with an office, so that a name beside it may be either's: "the secretary of the Director, X"
	Other  bool // it is that of a body without a name that is known, and so no country's: "the President of the party"
	Part   bool // it may be that of a part of the country: "In Zanzibar, the President"
	Apart  bool // who holds it acts for himself or herself, not for the body
	Bodies []*lexicon.Entity
	// of an office of which the phrase names no body, the ministry that it is the head of
	Ministry []*lexicon.Entity
}

// Writes says that the frame writes something itself, and does not only tell what part people have in what others write.
func (f *Frame) Writes() bool {
	return len(f.Relations)+len(f.Events)+len(f.Joins)+len(f.Figures)+len(f.Offices) > 0
}

// relates says that the frame tells of nothing that happened, only of how those whom it names stand to one another.
func (f *Frame) relates() bool {
	return len(f.Relations) > 0 && len(f.Events)+len(f.Joins)+len(f.Figures)+len(f.Offices) == 0
}

// accuses says that a frame tells of somebody accused.
func (f *Frame) accuses() bool {
	return slices.Contains(slices.Collect(maps.Values(f.Marks)), "accused")
}

// ofLaw says that a frame tells of what police and courts do to somebody.
func (f *Frame) ofLaw() bool {
	return f.accuses() || slices.ContainsFunc(f.Events, func(e EventWrite) bool { return e.Kind == "TRANSFER" })
}

// rank orders frames for what they know of a predicate: those of every verb come last.
func (f *Frame) rank() int {
	if f.Except != nil {
		return 1
	}
	return 0
}

// beside says that a frame tells of no event, and by the object of its verb: it goes with what else the verb tells.
func (f *Frame) beside() bool {
	return len(f.Events) == 0 && slices.ContainsFunc(f.Roles, func(role *Role) bool {
		return role.As == "object" && role.is("words") && len(role.Heads) > 0 && role.Mandatory
	})
}

// yieldsTo says that the events of a frame yield to one that another frame tells.
func (f *Frame) yieldsTo(other *Frame) bool {
	return slices.ContainsFunc(f.Events, func(e EventWrite) bool {
		return slices.ContainsFunc(other.Events, func(better EventWrite) bool { return slices.Contains(e.Yields, better.Kind) })
	})
}

// role is the role of a name; nil where the frame has none.
func (f *Frame) role(name string) *Role {
	i := slices.IndexFunc(f.Roles, func(r *Role) bool { return r.Name == name })
	if i < 0 {
		return nil
	}
	return f.Roles[i]
}

// accepts says whether an entity may fill a role.
func (r *Role) accepts(e *lexicon.Entity) bool {
	return slices.ContainsFunc(r.Is, func(is string) bool {
		switch is {
		case e.Label, e.Kind:
			return true
		case "Country":
			return e.Kind == "COUNTRY" || e.Kind == "TERRITORY"
		case "Body":
			return e.Label == "Organization" || e.Label == "Court"
		}
		return false
	})
}

func (r *Role) is(what string) bool { return slices.Contains(r.Is, what) }

// person says that only persons fill the role.
func (r *Role) person() bool { return r.is("Person") }

// body says that bodies may fill the role.
func (r *Role) body() bool {
	return slices.ContainsFunc(r.Is, func(is string) bool {
		return is == "Organization" || is == "Court" || is == "Body" || is == strings.ToUpper(is) && is != "COUNTRY" && is != "TERRITORY"
	})
}
