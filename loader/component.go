package loader

import (
	"strings"

	"councilgraph/loader/lexicon"
)

// nameOfPart is what told that a body is a part of another, where no rule did: its name.
const nameOfPart = "name-of-part"

// whole is the body that the name of another says that it is a part of: the Returns Working Group, of "Technical Sub-Working Group of the
// Returns Working Group"; nil where a name says nothing such.
func (n *naming) whole(e *lexicon.Entity, written string) *lexicon.Entity {
	if e.Label != "Organization" {
		return nil
	}
	if body := n.front(e, written); body != nil {
		return body
	}
	if body := n.fullFront(e, written); body != nil {
		return body
	}
	for at := 0; ; {
		of := strings.Index(written[at:], " of ")
		if of < 0 {
			return nil
		}
		part := written[:at+of]
		at += of + len(" of ")
		rest, known := strings.CutPrefix(written[at:], "the ")
		if !n.rules.partName.MatchString(part) { // "Directorate of Prison Administration" is no part
			continue
		}
		if body := n.named(rest); body != nil && body.Label == e.Label && body != e && (known || lexicon.IsAcronym(rest) || body.Listed) {
			return body
		}
	}
}

// named is what the whole of a text names; nil where it is no name, or more than one.
func (n *naming) named(text string) *lexicon.Entity {
	if m := n.Read(text); len(m) == 1 && m[0].From == 0 && m[0].To == len(text) {
		return m[0].Entity
	}
	return nil
}

// front is the body by whose acronym the name of its part begins: the PNTL, of "PNTL Vulnerable Persons Unit".
func (n *naming) front(e *lexicon.Entity, written string) *lexicon.Entity {
	acronym, part, ok := strings.Cut(written, " ")
	if !ok || !lexicon.IsAcronym(acronym) || !n.rules.partName.MatchString(part) {
		return nil
	}
	if other := n.named(part); other != nil && other.Listed && other != e { // "EULEX Kosovo Judicial Council"
		return nil
	}
	if m := n.Read(acronym); len(m) == 1 && m[0].To == len(acronym) && m[0].Entity.Label == e.Label && m[0].Entity != e {
		return m[0].Entity // perhaps by its last part alone
	}
	return nil
}

// fullFront is the body with whose whole name that of a unit of it, which nobody listed, begins: the Kosovo Police, of "Kosovo Police War
// Crimes Unit". Those of what is international are often no more than called after it, "World Bank Group", and what reviews what a body
// does, or is joint, is none of its units.
func (n *naming) fullFront(e *lexicon.Entity, written string) *lexicon.Entity {
	_, rest, _ := strings.Cut(written, " ")
	if other := n.Known(rest); e.Listed || other != nil && other.Listed { // "EULEX Kosovo Judicial Council"
		return nil
	}
	for at := len(written) - 1; at > 0; at-- {
		part := written[at+1:]
		if written[at] != ' ' || !n.rules.unitName.MatchString(part) || n.rules.apart.MatchString(part) {
			continue
		}
		body := n.named(written[:at])
		if body == nil || body.Label != e.Label || body == e {
			continue
		}
		if !body.Listed || body.Kind == "INTERNATIONAL_ORGANIZATION" || lexicon.IsAcronym(written[:at]) || !strings.Contains(part, " ") {
			return nil
		}
		return body
	}
	return nil
}

// component writes that a body is a part of the one in whose name its own ends.
func (r *reader) component(s slot) {
	f := Fact{Rule: nameOfPart, Paragraph: r.paragraph, From: s.from, To: s.to, at: s.from, end: s.to}
	f.Relation = &relationFact{typ: r.rules.types.Component, from: s.entities[0], to: s.whole, properties: map[string]any{}}
	r.add(f)
}
