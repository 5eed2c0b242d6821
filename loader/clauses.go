package loader

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"

	regexp "github.com/wasilibs/go-re2"
)

// annotations are the slots of a sentence as annotations of its text.
func (r *reader) annotations(t *annotatedText) []text.Annotation {
	var notes []text.Annotation
	for _, s := range t.slots {
		n := text.Annotation{From: s.from, To: s.to, Value: r.spanOf(s)}
		switch {
		case s.office != nil && len(s.entities) == 0 && len(s.office.bodies) == 0 && r.rules.membership.MatchString(s.office.title):
			continue // "a KFOR staff member"
		case s.office != nil && len(s.entities) == 0:
			n.Kind = text.Office
		case s.date != nil:
			n.Kind = text.Date
		case s.number != nil:
			n.Kind = text.Number
		case s.symbol != "":
			n.Kind = text.Symbol
		case len(s.entities) > 0:
			n.Kind = text.Name
			if n.Person = s.entities[0].Label == "Person"; n.Person {
				n.From -= len(honorificBefore.FindString(r.text[:n.From]))
				if generation.MatchString(r.text[n.From:n.To]) && strings.HasPrefix(r.text[n.To:], ". ") {
					n.To++ // its full stop ends no clause
				}
			}
			n.Several = len(s.entities) > 1
			if named := r.text[n.From:n.To]; strings.Index(named, ",") == len(named)-1 { // the comma behind "President X" closes no apposition
				n.To--
			}
		default:
			continue
		}
		notes = append(notes, n)
	}
	return notes
}

// abbreviated are honorifics and ranks cut short, several of which may stand before one name.
const abbreviated = `(?:Mr|Mrs|Ms|Dr|Messrs|Prof|Rev|Fr|Hon|Brig|Gen|Maj|Lt|Col|Capt|Sgt|Cpl|Adm|Cmdr|Insp|Supt)`

// honorificBefore is the honorific or rank right before a person's name.
var honorificBefore = regexp.MustCompile(`\b(?:(?:` + abbreviated + `\.? ?)*` + abbreviated +
	`\.?|(?:(?:Lieutenant|Major|Brigadier|Vice|Rear)[ -])?(?:General|Colonel|Admiral|Captain|Major|Brigadier)|Judge|Ambassador) $`)

// generation ends the name of one of two who bear the same.
var generation = regexp.MustCompile(` (?:Jr|Sr)$`)

func (r *reader) spanOf(s slot) *frames.Span {
	span := &frames.Span{Entities: s.entities, Date: s.date, Number: s.number, Symbol: s.symbol}
	if e := r.areaOf(s); e != nil {
		span.Entities = []*lexicon.Entity{e}
	}
	for _, o := range s.offices {
		span.Offices = append(span.Offices, r.officeIn(o))
	}
	if s.office != nil {
		span.Office = r.officeIn(s.office)
	}
	return span
}

// areaOf is the place that the name of a municipality means behind a preposition of place: its area, not the body; nil for any other name.
func (r *reader) areaOf(s slot) *lexicon.Entity {
	if len(s.entities) != 1 || s.entities[0].Kind != "GOVERNMENT" || !r.rules.area.MatchString(r.text[max(0, s.from-30):s.to]) {
		return nil
	}
	if at := r.rules.placesIn(s.entities[0].Name); len(at) == 1 {
		return at[0]
	}
	return nil
}

// officeIn is an office as frames know it.
func (r *reader) officeIn(o *office) *frames.Office {
	return &frames.Office{
		Title: o.title, Former: o.former, Bodies: o.bodies, Ministry: r.ministryOf(o), Apart: o.apart, Other: o.nameless, Part: r.ofPart(),
		Member: r.rules.membership.MatchString(o.title), Nested: r.rules.nested.MatchString(o.title),
	}
}

// longest is of how many words the longest sentence is whose clauses are read: the longest of 81 real reports has 610, and what clauses may
// mean grows faster than they do.
const longest = 1000

// clauses reads what the clauses of a sentence state.
func (r *reader) clauses(t *annotatedText) {
	if r.frames == nil { // only what the report is about is read
		return
	}
	from, to := t.span(0, len(t.text))
	if row := r.rules.indicator.FindStringSubmatchIndex(r.text[from:to]); row != nil {
		if row[2] < 0 {
			return
		}
		from += row[2]
	}
	tokens := text.Tokens(r.text, from, to, r.annotations(t))
	if len(tokens) > longest {
		r.tooLong = append(r.tooLong, r.paragraph)
		return
	}
	if len(tokens) == 0 {
		return
	}
	text.Tag(tokens)
	s := text.Parse(tokens)
	var trace *frames.Trace
	if r.explained != nil {
		trace = &frames.Trace{}
	}
	for _, f := range r.facts[r.first:] {
		if told := f.Relation; told != nil && told.typ == r.rules.types.Nesting && told.from != nil && told.from.Label == "Place" {
			r.frames.Lies(told.from, told.to)
		}
	}
	for _, f := range r.frames.Read(r.text, s, trace) {
		r.add(r.fact(f))
	}
	if r.explained != nil {
		fmt.Fprintf(r.explained, "  %s", strings.ReplaceAll(s.String(), "\n", "\n  "))
		for _, l := range trace.Lines {
			fmt.Fprintf(r.explained, "%s\n  ", l)
		}
		r.explained.WriteString("\n")
	}
}

// counted says that the sentence has told a figure already, by another rule.
func (r *reader) counted(f Fact) bool {
	return f.Observation != nil && slices.ContainsFunc(r.facts[r.first:], func(o Fact) bool { return o.Observation != nil && *o.Observation == *f.Observation })
}

// fact is what a frame read, with the words that say it.
func (r *reader) fact(f frames.Fact) Fact {
	said := strings.TrimRight(r.text[f.From:f.To], " ,;:\n")
	out := Fact{Rule: f.Frame, Paragraph: r.paragraph, From: f.From, To: f.From + len(said), at: f.At, end: f.At + 1}
	switch {
	case f.Relation != nil:
		out.Relation = &relationFact{typ: f.Relation.Type, from: f.Relation.From, to: f.Relation.To, properties: f.Relation.Properties}
	case f.Event != nil:
		e := &eventFact{kind: f.Event.Kind, places: f.Event.Places, date: f.Event.When, description: said}
		for _, p := range f.Event.Participants {
			e.participants = append(e.participants, participant{p.Entity, p.Role})
		}
		out.Event = e
		if r.events == nil {
			r.events = map[*frames.Event]*eventFact{}
		}
		r.events[f.Event] = e
	case f.Joining != nil:
		out.Joining = &joiningFact{r.events[f.Joining.Event], f.Joining.Who}
	case f.Figure != nil:
		out.Observation = &observationFact{metric: f.Figure.Metric, breakdown: f.Figure.Breakdown,
			value: f.Figure.Value, approximate: f.Figure.Approximate, of: f.Figure.Of, date: f.Figure.Day}
	}
	return out
}
