package loader

import (
	"slices"
	"strings"

	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Fact is what one clause states, with the words that say it.
type Fact struct {
	Rule      string
	Paragraph int // index into the document's paragraphs
	From, To  int // bytes of its text: the clause, or the phrase
	// One of these.
	Relation    *relationFact
	Event       *eventFact
	Observation *observationFact
	Joining     *joiningFact

	at, end int // the match itself, in bytes of the text
}

type relationFact struct {
	typ        string
	from, to   *lexicon.Entity // nil from: the report
	symbol     string          // instead of to
	period     text.Interval   // instead of to
	properties map[string]any
}

type eventFact struct {
	kind         string
	participants []participant
	places       []*lexicon.Entity
	date         text.Interval
	description  string

	id     string // once it is in the batch
	joined int    // how many a later sentence said to have taken part
}

// joiningFact says who else took part in an event that a sentence before told.
type joiningFact struct {
	event *eventFact
	who   []*lexicon.Entity
}

type participant struct {
	entity *lexicon.Entity
	role   string
}

type observationFact struct {
	metric, breakdown string
	value             float64
	approximate       bool
	of                *lexicon.Entity
	date              string
}

// reader reads facts from the sentences of one document.
type reader struct {
	rules      *Rules
	discourse  discourse
	opening    []*rule         // besides those of stage facts: those of stage report, in the paragraphs that open a report
	place      *lexicon.Entity // whose offices and incidents are meant where the text names no place; nil where unknown
	country    *lexicon.Entity // the country or territory that the report names most
	government *lexicon.Entity // of the country that the report is about; nil where that is unknown
	until      string          // the report's date; "" where unknown
	series     *lexicon.Entity // the force or mission that the report tells of; nil where unknown
	own        *lexicon.Entity // the one that the part of the document tells of: of an annex, another than the series may be; nil where unknown
	inAnnex    bool            // the part is an annex
	frames     *frames.Reader
	ministries ministries               // offices of ministers that the report has told of
	portfolios portfolios               // the ministries that it names
	named      map[*lexicon.Entity]bool // all that it names
	events     map[*frames.Event]*eventFact
	explained  *strings.Builder // where the reading is told for people; nil where nobody asked
	facts      []Fact
	tooLong    []int // the paragraphs of sentences whose clauses are not read (see longest)

	paragraph int
	text      string
	sentence  *annotatedText
	bounds    []int           // where clauses begin on the sentence's annotatedText
	first     int             // of the facts of the sentence
	earlier   *lexicon.Entity // the body named last before the sentence
	topic     *lexicon.Entity // the one that the sentence before begins with in the same paragraph: its subject; nil where it begins otherwise
}

// read reads one sentence: phrases are reduced, then facts are written. It says how many facts it found.
func (r *reader) read(paragraph int, text string, t *annotatedText) int {
	before := len(r.facts)
	r.topic = nil
	if r.sentence != nil && r.paragraph == paragraph {
		r.topic = bodyInFront(r.sentence)
	}
	r.paragraph, r.text, r.first = paragraph, text, before
	r.earlier = nil
	if n := len(r.discourse.bodies); n > 0 {
		r.earlier = r.discourse.bodies[n-1]
	}
	for _, s := range t.slots {
		for _, e := range s.entities {
			switch e.Label {
			case "Court", "Organization":
				r.discourse.body(e)
			case "Resolution":
				r.discourse.body(r.rules.council)
			}
		}
	}
	r.enter(t)
	for _, s := range t.slots {
		if s.whole != nil {
			r.component(s)
		}
	}
	low := strings.ToLower(t.text)
	for _, one := range r.rules.stages["phrases"] {
		if one.applies(low) {
			r.enter(r.reduce(one, r.sentence))
		}
	}
	phrases := len(r.facts)
	r.clauses(r.sentence)
	r.settleFormer(r.facts[r.first:phrases], r.facts[phrases:])
	for _, one := range slices.Concat(r.rules.stages["facts"], r.opening) {
		if !one.applies(low) {
			continue
		}
		for _, at := range one.match.FindAllStringSubmatchIndex(r.sentence.text, -1) {
			if m := (match{one, r.sentence, at}); !r.refused(m) {
				r.write(m)
			}
		}
	}
	r.discourse.sentence(r.sentence)
	return len(r.facts) - before
}

// enter makes a annotatedText the sentence that is read.
func (r *reader) enter(t *annotatedText) {
	if t == r.sentence {
		return
	}
	r.sentence, r.bounds = t, []int{0}
	for _, at := range r.rules.boundary.FindAllStringIndex(t.text, -1) {
		r.bounds = append(r.bounds, at[0])
	}
}
