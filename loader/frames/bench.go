package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// bench leaves of those whom a list of judges names their court alone, where it names one: "a panel of one local judge and two EULEX judges
// at the Supreme Court".
func (r *run) bench(list []text.Phrase, entities []*lexicon.Entity) []*lexicon.Entity {
	court := func(e *lexicon.Entity) bool { return e.Label == "Court" }
	if len(entities) < 2 || !slices.ContainsFunc(entities, court) ||
		slices.ContainsFunc(list, func(p text.Phrase) bool { return !bench[text.Singular(r.head(p.Group).Low)] }) {
		return entities
	}
	return slices.DeleteFunc(slices.Clone(entities), func(e *lexicon.Entity) bool { return !court(e) })
}

// seconded are the bodies whose judges sit where a court acts: EULEX of "a panel of one local judge and two EULEX judges at the Basic
// Court", "a EULEX judge at the Basic Court", "a mixed panel of EULEX and local judges"; and the bodies at which those work who act.
func (r *run) seconded(o occurrence, f *filler) (all []*lexicon.Entity) {
	var bench []text.Phrase
	switch {
	case f != nil && slices.ContainsFunc(f.entities, func(e *lexicon.Entity) bool { return e.Label == "Court" }):
		bench = f.phrases
	case (f == nil || len(f.entities) == 0) && !o.noun && !r.passive(o.clause):
		bench = r.s.Clauses[o.clause].Subject
	}
	for _, p := range bench {
		if r.sitting(p.Group) {
			all = append(all, r.judgesOf(p.Group)...)
		}
	}
	if f != nil {
		for _, p := range f.phrases {
			all = append(all, r.workplace(p.Group)...)
		}
	}
	return all
}

// workplace are the bodies at which people work who act for another one: the Department of "EULEX experts at the Department".
func (r *run) workplace(g int) []*lexicon.Entity {
	t, at := r.head(g), g+1
	if t.Kind != text.Word || !representatives[text.Singular(t.Low)] && !text.Animate(t.Low) || len(r.s.Groups[g].Names) == 0 ||
		at+1 >= len(r.s.Groups) || r.s.Groups[at].Low != "at" || r.s.Groups[at+1].Kind != text.NounGroup {
		return nil
	}
	return r.named(at+1, &Role{Is: []string{"Organization"}})
}

// judgesOf are the bodies of the judges whom a noun phrase that begins at a group names, as far as "of", conjunctions and adjectives go.
func (r *run) judgesOf(g int) (all []*lexicon.Entity) {
	body := &Role{Is: []string{"Organization"}}
	for ; g < len(r.s.Groups); g++ {
		group := &r.s.Groups[g]
		switch {
		case group.Kind == text.NounGroup && r.sitting(g):
			all = append(all, r.namedBefore(&text.Phrase{Group: g}, body)...)
			if s := span(r.head(g)); s != nil && s.Office != nil { // "a EULEX judge"
				all = append(all, slices.DeleteFunc(slices.Clone(s.Office.Bodies), func(e *lexicon.Entity) bool { return !body.accepts(e) })...)
			}
		case group.Kind == text.NounGroup && g+2 < len(r.s.Groups) && r.s.Groups[g+1].Kind == text.Conjunction && r.sitting(g+2): // "EULEX and local judges"
			all = append(all, r.named(g, body)...)
		case group.Kind != text.NounGroup && group.Kind != text.Conjunction && group.Kind != text.Adjective && group.Low != "of":
			return all
		}
	}
	return all
}

// sitting says that a noun group is of judges.
func (r *run) sitting(g int) bool {
	t := r.head(g)
	s := span(t)
	if t.Kind != text.Office || s == nil || s.Office == nil {
		return t.Kind == text.Word && bench[text.Singular(t.Low)]
	}
	title, _, _ := strings.Cut(strings.ToLower(s.Office.Title), " at ")
	return slices.ContainsFunc(strings.Fields(title), func(word string) bool { return bench[text.Singular(word)] })
}

// sameCourt is the court of which the text spoke last, where a clause, or the one that it goes on with, tells of what was done at "the same
// court"; nil for none, or for one of several.
func (r *run) sameCourt(c int) *lexicon.Entity {
	clause := &r.s.Clauses[c]
	at := slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		g := a.Phrases[0].Group
		return (a.Prep == "at" || a.Prep == "before" || a.Prep == "in") && r.head(g).Low == "court" && r.modified(g, sameness) && r.s.Groups[g].Det == "the"
	})
	switch {
	case r.memory.singleIn < r.memory.sentence-reach:
		return nil
	case at:
		return r.memory.single
	case clause.Kind == text.Coordinate && clause.Parent >= 0:
		return r.sameCourt(clause.Parent)
	}
	return nil
}

// noteCourts takes note of the one court that a sentence names.
func (r *run) noteCourts() {
	m := &r.memory
	var named []*lexicon.Entity
	for i := range r.s.Tokens {
		if s := span(&r.s.Tokens[i]); s != nil && r.s.Tokens[i].Kind == text.Name {
			for _, e := range s.Entities {
				if e.Label == "Court" && !slices.Contains(named, e) {
					named = append(named, e)
				}
			}
		}
	}
	if len(named) > 0 {
		m.single, m.singleIn = nil, m.sentence
	}
	if len(named) == 1 {
		m.single = named[0]
	}
}

// inOtherCase says that a clause tells, in front of its verb, of another case than the one told before it: "and, in a separate case,
// sentenced a man".
func (r *run) inOtherCase(c int) bool {
	verb := r.s.Clauses[c].Verb
	return verb > 0 && slices.ContainsFunc(r.s.Clauses, func(clause text.Clause) bool {
		return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
			g := a.Phrases[0].Group
			return a.Prep == "in" && g < verb && cases[text.Singular(r.head(g).Low)] && r.modified(g, ordinals) && r.onlyBetween(g, verb, text.Comma, text.Adverb)
		})
	})
}
