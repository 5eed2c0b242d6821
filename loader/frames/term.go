package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// beside are the offices that stand with the name of the only one of a role: "the Director of the Police, X".
func (w *writer) beside(holder *filler) []*Office {
	if holder == nil || len(holder.phrases) != 1 {
		return nil
	}
	if s := span(w.head(holder.phrases[0].Group)); s != nil && len(s.Entities) == 1 {
		return s.Offices
	}
	return nil
}

// inherited is the office that the one for whom a pronoun stands was told to have taken, or that of leading a body which stands with the
// name of the one of whom a relative clause tells, in which he or she came after somebody: "X took office as mayor. She succeeded Y", "the
// Mayor, X, who succeeded Y"; none where the clause goes on to tell in what.
func (w *writer) inherited(holder *filler) []*Office {
	if holder == nil || len(holder.phrases) != 1 || len(holder.entities) != 1 || w.goesOn("as", "at", "in", "on", "of", "with", "by", "for") {
		return nil
	}
	if w.head(holder.phrases[0].Group).Tag != "PRP" {
		told := w.beside(holder)
		if w.s.Clauses[w.o.clause].Kind != text.RelativeClause || len(told) != 1 || told[0].Former || !leading(told[0].Title) {
			return nil
		}
		return told
	}
	if o := w.taken[holder.entities[0]]; o != nil {
		return []*Office{o}
	}
	return nil
}

// givesUp says that somebody resigned where the clause names no office: from the body that it names, else from the office last told of the
// person and those held with it.
func (w *writer) givesUp(one *OfficeWrite, p *lexicon.Entity) {
	if from := w.entities(one.At); len(from) > 0 {
		for _, b := range from {
			w.resigned(p, b, "")
		}
		return
	}
	o := w.held[p]
	if o == nil || o.Member || w.otherThing() {
		return
	}
	bodies := w.heldAt(one, p, o)
	for _, o := range w.together(w.roles[one.Holder], o) {
		for _, b := range bodies {
			w.holds(one, p, o, b)
		}
	}
}

// together are an office and those of the same government that stand beside it: "the Deputy Prime Minister and Minister of Justice, X".
func (w *writer) together(holder *filler, o *Office) []*Office {
	beside := w.beside(holder)
	if !slices.ContainsFunc(beside, func(b *Office) bool { return b.Title == o.Title }) {
		return []*Office{o}
	}
	return slices.DeleteFunc(slices.Clone(beside), func(b *Office) bool {
		colleague := len(b.Bodies) == 0 && !b.Other && ministerial(b.Title) && ministerial(o.Title)
		return b.Title != o.Title && (b.Former || !colleague && (len(b.Bodies) == 0 || !slices.Equal(b.Bodies, o.Bodies)))
	})
}

// ministerial says that an office is one of a government.
func ministerial(title string) bool { return strings.Contains(strings.ToLower(title), "minister") }

// occasions are what stands before the reason or the occasion of a clause, whose own "from" is none of the verb's: "resigned after
// criticism from the party".
var occasions = map[string]bool{"after": true, "following": true, "amid": true, "amidst": true, "under": true, "over": true, "despite": true, "because of": true, "due to": true, "owing to": true}

// otherThing says that a clause tells what somebody gives up, and that it is no office that it names: "resigned his seat", "resigned from
// his positions".
func (w *writer) otherThing() bool {
	clause := &w.s.Clauses[w.o.clause]
	if w.o.noun || w.o.object >= 0 || w.o.length > 0 {
		return false
	}
	return len(clause.Object) > 0 && clause.Object[0].Group > w.o.group || w.goesOn("from") && !w.fromThePost(clause)
}

// fromThePost says that all that a clause tells somebody to give up is the one office that he or she has: "resigned from office", "from his
// post"; not "from his seat", "from his post in the party".
func (w *writer) fromThePost(clause *text.Clause) bool {
	return !slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		if a.At < w.o.group || a.Prep != "from" {
			return false
		}
		at := a.Phrases[0].Group
		g := &w.s.Groups[at]
		furtherTold := at+2 < len(w.s.Groups) && w.s.Groups[at+1].Kind == text.Preposition && w.s.Groups[at+2].Kind != text.When
		return len(a.Phrases) > 1 || furtherTold || !posts[g.Low] || givenUp[g.Low] || g.To-g.From > 2 || g.Det != "" && !definites[g.Det]
	})
}

// goesOn says that one of some prepositions stands behind the predicate of a clause, before any reason that it tells.
func (w *writer) goesOn(preps ...string) bool {
	for _, a := range w.s.Clauses[w.o.clause].Attached {
		switch {
		case a.At < w.o.group:
		case occasions[a.Prep]:
			return false
		case slices.Contains(preps, a.Prep):
			return true
		}
	}
	return false
}

// terms are the days since which and until which the clause says that something holds, "from 5 to 31 January" both; "" where it does not
// say.
func (w *writer) terms() (since, until string) {
	for _, g := range w.s.Clauses[w.o.clause].Groups {
		if g == 0 || w.s.Groups[g].Kind != text.When {
			continue
		}
		s := span(w.head(g))
		if s == nil || s.Date == nil {
			continue
		}
		when := w.interval(s.Date)
		switch w.s.Groups[g-1].Low {
		case "since", "from", "effective", "between":
			since = when.Day()
			if d := w.text[s.Date.From:s.Date.To]; bothEnds.MatchString(d) && (d[0] >= '0' && d[0] <= '9' || w.s.Groups[g-1].Low == "between" || w.s.Groups[g-1].Low == "from") {
				since, until = when.From, when.To
			}
		case "until", "till":
			until = when.Day()
		}
	}
	if until > w.context.Until && w.context.Until != "" { // it has yet to come
		until = ""
	}
	return since, until
}
