package loader

import (
	"cmp"
	"fmt"
	"strings"

	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
)

// writePositions says that persons hold the offices of the slots of a group.
func (r *reader) writePositions(m match, w write) {
	people := r.ends(m, w.From)
	_, _, pair := m.group("respectively")
	_, _, past := m.group("former")
	for _, s := range m.slots(w.Position) {
		if s.office == nil {
			continue
		}
		o := *s.office
		if w.With["title"] != "" {
			o.title = w.With["title"]
		}
		bodies := o.bodies
		for i, p := range people {
			at := bodies
			if w.To != "" {
				at = r.ends(m, w.To)
			}
			if _, _, its := m.group("its"); its && len(at) == 0 { // "Its Commander": of the body named before
				if e := cmp.Or(bodyBefore(m), r.earlier); e != nil {
					at = []*lexicon.Entity{e}
				}
			}
			if len(at) == 0 {
				at = r.home(p, o)
			}
			for j, b := range at {
				if len(people) == len(bodies) && len(people) > 1 && i != j && (pair || strings.HasSuffix(strings.ToLower(o.title), "s")) {
					continue
				}
				f := r.quote(m)
				properties := map[string]any{"title": singular(o.title, len(people) > 1 || len(bodies) > 1)}
				if o.former || past {
					properties["former"] = true
				}
				f.Relation = &relationFact{typ: "HELD_POSITION", from: p, to: b, properties: properties}
				if b.Label == "Organization" && r.rules.membership.MatchString(fmt.Sprint(properties["title"])) {
					if o.former || past {
						continue // MEMBER_OF does not say that it is over
					}
					f.Relation = &relationFact{typ: "MEMBER_OF", from: p, to: b, properties: map[string]any{}}
				}
				r.add(f)
				if r.held == nil {
					r.held = map[*lexicon.Entity]heldOffice{}
				}
				r.held[p] = heldOffice{o.title, b}
				if r.frames != nil {
					r.frames.Holds(p, &frames.Office{Title: singular(o.title, len(people) > 1 || len(bodies) > 1), Former: o.former || past, Bodies: []*lexicon.Entity{b}})
				}
			}
		}
	}
}

// heldOffice is an office as last told of a person.
type heldOffice struct {
	title string
	at    *lexicon.Entity
}

// writeResignation says that a person gave up the office that the clause names, else the one last told of the person.
func (r *reader) writeResignation(m match, w write) {
	for _, p := range r.ends(m, w.Resignation) {
		held := r.held[p]
		for _, s := range m.slots(w.Position) {
			if s.office != nil && len(s.office.bodies) > 0 {
				held = heldOffice{title: s.office.title, at: s.office.bodies[0]}
			} else if s.office != nil {
				if at := r.home(p, *s.office); at != nil {
					held = heldOffice{title: s.office.title, at: at[0]}
				}
			}
		}
		if held.at == nil {
			continue
		}
		properties := map[string]any{"title": held.title}
		setInterval(properties, r.when(m, w))
		f := r.quote(m)
		f.Relation = &relationFact{typ: "RESIGNED_FROM", from: p, to: held.at, properties: properties}
		r.add(f)
	}
}

// home is the place whose office is meant where the text names none, for the offices that a country has one of.
func (r *reader) home(p *lexicon.Entity, o office) []*lexicon.Entity {
	if r.place == nil || !r.rules.national.MatchString(o.title) || p.Home != "" && p.Home != r.place.Name {
		return nil
	}
	return []*lexicon.Entity{r.place}
}

func singular(title string, several bool) string {
	if s, ok := strings.CutSuffix(title, "s"); ok && several && !strings.HasSuffix(s, "s") {
		return s
	}
	return title
}
