package loader

import (
	"strings"

	"councilgraph/loader/lexicon"
)

// nameOfPart is what told that a body is a part of another, where no rule did: its name.
const nameOfPart = "name-of-part"

// whole is the body that the name of another says that it is a part of: the Returns Working Group, of "Technical Sub-Working Group of the Returns Working Group"; nil where a name says nothing such.
func (n *naming) whole(e *lexicon.Entity, written string) *lexicon.Entity {
	if e.Label != "Organization" {
		return nil
	}
	if body := n.front(e, written); body != nil {
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
		if n.rules.partName.MatchString(part) { // "Directorate of Prison Administration" is no part
			if m := n.Read(rest); len(m) == 1 && m[0].From == 0 && m[0].To == len(rest) && m[0].Entity.Label == e.Label && m[0].Entity != e && (known || lexicon.IsAcronym(rest) || m[0].Entity.Listed) {
				return m[0].Entity
			}
		}
	}
}

// front is the body by whose acronym the name of its part begins: the PNTL, of "PNTL Vulnerable Persons Unit".
func (n *naming) front(e *lexicon.Entity, written string) *lexicon.Entity {
	acronym, part, ok := strings.Cut(written, " ")
	if !ok || !lexicon.IsAcronym(acronym) || !n.rules.partName.MatchString(part) {
		return nil
	}
	if m := n.Read(part); len(m) == 1 && m[0].From == 0 && m[0].To == len(part) && m[0].Entity.Listed && m[0].Entity != e { // "EULEX Kosovo Judicial Council"
		return nil
	}
	if m := n.Read(acronym); len(m) == 1 && m[0].To == len(acronym) && m[0].Entity.Label == e.Label && m[0].Entity != e {
		return m[0].Entity
	}
	return nil
}

// component writes that a body is a part of the one in whose name its own ends.
func (r *reader) component(s slot) {
	f := Fact{Rule: nameOfPart, Paragraph: r.paragraph, From: s.from, To: s.to, at: s.from, end: s.to}
	f.Relation = &relationFact{typ: r.rules.types.Component, from: s.entities[0], to: s.whole, properties: map[string]any{}}
	r.add(f)
}
