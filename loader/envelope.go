package loader

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/loader/document"
	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
)

var (
	signed = regexp.MustCompile(`\([Ss]igned\)\s*(?:The Rt\. Hon\. |The Right Honourable |Mr\. |Ms\. |Dr\. )?(.)`)
	// the author of a letter by the office: "from the Secretary-General of the North Atlantic Treaty Organization addressed to"
	author    = regexp.MustCompile(`(?m)^(?i:letter dated) (.) from the ((?:[\p{L}-]+ )+?)of (?:the )?(.)(?: \(.\))? addressed`)
	addressed = regexp.MustCompile(`addressed to the President of the (.)`)
)

// envelope writes what the covering letters say by their form: who signed, on which day, to whom.
func (r *reader) envelope(doc *document.Document, annotated []*annotatedText) {
	for i, t := range annotated {
		part := doc.Paragraphs[i].Part
		if doc.Paragraphs[i].Kind != "UNNUMBERED" || part != "LETTER" && part != "ANNEX" && part != "ENCLOSURE" {
			continue
		}
		r.text, r.paragraph = doc.Paragraphs[i].Text, i
		relation := r.rules.types.Annex
		if part == "LETTER" {
			relation = r.rules.types.Letter
			r.addressed(t)
		}
		for _, at := range signed.FindAllStringSubmatchIndex(t.text, -1) {
			for _, s := range t.slotsIn(at[2], at[3]) {
				if len(s.entities) != 1 || s.entities[0].Label != "Person" {
					continue
				}
				r.say(t, at[0], at[3], "signature", &relationFact{typ: relation, to: s.entities[0]})
				if part == "ANNEX" {
					r.author(t, s.entities[0])
				}
				if m := letterOpening.FindStringSubmatchIndex(t.text); m != nil && part == "LETTER" {
					properties := map[string]any{}
					for _, d := range t.slotsIn(m[2], m[3]) {
						if d.date != nil {
							frames.SetInterval(properties, d.date.Days[0])
						}
					}
					r.say(t, m[0], m[1], "letter-date", &relationFact{typ: relation, to: s.entities[0], properties: properties})
				}
			}
		}
	}
}

// author says what the title of an annexed letter says of who signed it: the day, and the office.
func (r *reader) author(t *annotatedText, signer *lexicon.Entity) {
	m := author.FindStringSubmatchIndex(t.text)
	if m == nil {
		return
	}
	day, body := t.slotsIn(m[2], m[3]), t.slotsIn(m[6], m[7])
	if len(day) == 1 && day[0].date != nil {
		properties := map[string]any{}
		frames.SetInterval(properties, day[0].date.Days[0])
		r.say(t, m[0], m[1], "letter-date", &relationFact{typ: r.rules.types.Annex, to: signer, properties: properties})
	}
	if len(body) == 1 && len(body[0].entities) == 1 && body[0].entities[0].Label == "Organization" {
		title := map[string]any{"title": strings.TrimSpace(t.text[m[4]:m[5]])}
		r.say(t, m[0], m[1], "letter-author", &relationFact{typ: r.rules.types.Office, from: signer, to: body[0].entities[0], properties: title})
	}
}

var letterOpening = regexp.MustCompile(`^(?i:identical )?(?i:letters? dated) (.)[^\n]*`)

// concerns says of which force or mission a report is, by the first words that name it, where no rule has said it.
func (r *reader) concerns(doc *document.Document, annotated []*annotatedText) {
	if r.series == nil || slices.ContainsFunc(r.facts, func(f Fact) bool {
		return f.Relation != nil && f.Relation.typ == r.rules.types.Subject && f.Relation.to == r.series
	}) {
		return
	}
	for i := range annotated {
		for n, s := range annotated[i].slots {
			if s.mention && s.entities[0] == r.series {
				r.text, r.paragraph = doc.Paragraphs[i].Text, i
				from := annotated[i].signs[n]
				r.say(annotated[i], from, from+signLen, "report-of-body", &relationFact{typ: r.rules.types.Subject, to: r.series})
				return
			}
		}
	}
}

func (r *reader) addressed(t *annotatedText) {
	for _, at := range addressed.FindAllStringSubmatchIndex(t.text, -1) {
		for _, s := range t.slotsIn(at[2], at[3]) {
			if len(s.entities) == 1 && s.entities[0].Label == "Organization" {
				r.say(t, at[0], at[3], "addressed", &relationFact{typ: r.rules.types.Addressee, to: s.entities[0]})
			}
		}
	}
}

func (r *reader) say(t *annotatedText, from, to int, rule string, relation *relationFact) {
	f := Fact{Rule: rule, Paragraph: r.paragraph, Relation: relation}
	f.From, f.To = t.span(from, to)
	f.at, f.end = f.From, f.To
	r.add(f)
}

// String is the fact in words, for people.
func (f Fact) String() string {
	name := func(e *lexicon.Entity) string {
		if e == nil {
			return "report"
		}
		return e.Name
	}
	switch {
	case f.Relation != nil:
		to := f.Relation.symbol
		switch {
		case f.Relation.to != nil:
			to = f.Relation.to.Name
		case f.Relation.period.From != "":
			to = f.Relation.period.From + "/" + f.Relation.period.To
		}
		return "(" + name(f.Relation.from) + ")-[" + f.Relation.typ + propertiesInWords(f.Relation.properties) + "]->(" + to + ")"
	case f.Event != nil:
		s := f.Event.kind
		for _, p := range f.Event.participants {
			s += " " + p.role + "(" + p.entity.Name + ")"
		}
		for _, p := range f.Event.places {
			s += " at (" + p.Name + ")"
		}
		if f.Event.date.From != "" {
			s += " " + f.Event.date.From + "/" + f.Event.date.To
		}
		return s
	case f.Joining != nil:
		s := f.Joining.event.kind + " joined by"
		for _, who := range f.Joining.who {
			s += " (" + who.Name + ")"
		}
		return s
	case f.Observation != nil:
		o := f.Observation
		s := o.metric
		if o.breakdown != "" {
			s += " " + o.breakdown
		}
		return s + " of (" + o.of.Name + ") = " + thousands(o.value) + " " + o.date
	}
	return ""
}

// propertiesInWords are properties by name, what the text states before what it is classed as, an enum's value. What a flag denies is not
// said.
func propertiesInWords(properties map[string]any) (stated string) {
	classed := ""
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		said := fmt.Sprintf(" %s: %v", name, properties[name])
		switch v := properties[name].(type) {
		case bool:
			if !v {
				continue
			}
		case string:
			if enumLiteral.MatchString(v) {
				classed += said
				continue
			}
		}
		stated += said
	}
	return stated + classed
}

var enumLiteral = regexp.MustCompile(`^[A-Z][A-Z_]+$`)
