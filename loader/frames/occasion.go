package frames

import (
	"cmp"
	"fmt"
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Prepositions before a date that tell which thing is meant, or from when on or until when, not when it happened.
var notWhen = words(`of since until till before after by prior following to for from`)

// Prepositions before the place where something happens.
var whereat = words(`in at near outside inside within around throughout across on into onto`)

// when is the interval that the clause of an occurrence gives it; zero where it gives none.
func (r *run) when(o occurrence) text.Interval {
	if d := r.dateOf(o); d != nil {
		return r.interval(d)
	}
	return text.Interval{}
}

// dateOf is the date of an occurrence: of its own clause; of a verb that shares its subject with one before, the date that stands before that one.
func (r *run) dateOf(o occurrence) *text.DateExpression {
	clause := &r.s.Clauses[o.clause]
	if o.noun || o.object >= 0 {
		g := o.group
		if o.object >= 0 {
			g = o.object
		}
		if d := r.dateBehind(g, o); d != nil {
			return d
		}
		if o.noun && !r.objectOf(g, clause) {
			return nil
		}
	}
	if d := r.dateIn(clause, -1); d != nil {
		return d
	}
	if d := r.dateBetween(o.group); d != nil && clause.Kind == text.Coordinate {
		return d
	}
	for clause.Kind == text.Coordinate || clause.Kind == text.InfinitiveClause {
		if clause.Parent < 0 {
			return nil
		}
		verb := clause.Governor
		in := clause.Parent
		if verb >= 0 && r.s.Groups[verb].Kind == text.VerbGroup {
			in = r.s.In[verb]
		} else {
			return nil
		}
		clause = &r.s.Clauses[in]
		if d := r.dateIn(clause, clause.Verb); d != nil {
			return d
		}
	}
	return nil
}

// dateBetween is the date between a conjunction and the verb that it joins: "and, on 6 May, moved".
func (r *run) dateBetween(verb int) (found *text.DateExpression) {
	for i := verb - 1; i >= 0; i-- {
		switch r.s.Groups[i].Kind {
		case text.When:
			found = r.whenGroup(i)
		case text.Conjunction:
			return found
		case text.Comma, text.Preposition, text.Adverb, text.NounGroup:
		default:
			return nil
		}
	}
	return nil
}

// objectOf says that a noun group is the object of a clause's verb, or stands in it.
func (r *run) objectOf(g int, clause *text.Clause) bool {
	return clause.Verb >= 0 && g > clause.Verb || slices.ContainsFunc(clause.Subject, func(p text.Phrase) bool { return p.Group == g }) && r.s.Groups[clause.Verb].Verb.Passive
}

// dateBehind is the first date behind a noun group, before the verb that may follow it.
func (r *run) dateBehind(g int, o occurrence) *text.DateExpression {
	clause := &r.s.Clauses[o.clause]
	for _, i := range clause.Groups {
		if i <= g {
			continue
		}
		if i == clause.Verb && g < clause.Verb && o.object < 0 {
			return nil
		}
		if d := r.whenGroup(i); d != nil {
			return d
		}
	}
	return nil
}

// whenGroup is the date of a group that tells when something happened; nil for other groups.
func (r *run) whenGroup(i int) *text.DateExpression {
	g := &r.s.Groups[i]
	if g.Kind == text.VerbGroup {
		for t := g.From; t < g.To; t++ {
			if s := span(&r.s.Tokens[t]); s != nil && s.Date != nil {
				return s.Date
			}
		}
		return nil
	}
	if g.Kind != text.When {
		return nil
	}
	if i > 0 && r.s.Groups[i-1].Kind == text.Preposition && notWhen[r.s.Groups[i-1].Low] {
		if s := span(r.head(i)); !(s != nil && s.Date != nil && s.Date.Relative) {
			return nil
		}
	}
	if s := span(r.head(i)); s != nil {
		return s.Date
	}
	return nil
}

// dateIn is the date of a clause: of several the most exact, then that before its verb, then the first behind it. With limit ≥ 0, only those before that group.
func (r *run) dateIn(clause *text.Clause, limit int) *text.DateExpression {
	var best *text.DateExpression
	exact := func(d *text.DateExpression) bool {
		return d.Relative || len(d.Days) > 0 && d.Days[0].Day() != ""
	}
	for _, i := range clause.Groups {
		if limit >= 0 && i >= limit {
			break
		}
		d := r.whenGroup(i)
		if d == nil {
			continue
		}
		if best == nil || exact(d) && !exact(best) {
			best = d
		}
	}
	return best
}

// interval is the interval that a date means here: a relative one counts from the first day of the sentence, else from the last told in the paragraph.
func (r *run) interval(d *text.DateExpression) text.Interval {
	if d.OfMonth > 0 {
		if len(r.memory.last) < len("2006-01") {
			return text.Interval{}
		}
		day := fmt.Sprintf("%s-%02d", r.memory.last[:len("2006-01")], d.OfMonth)
		return text.Interval{From: day, To: day}
	}
	if d.Relative {
		day := text.Shift(cmp.Or(r.day(d), r.memory.day), d.Offset)
		return text.Interval{From: day, To: day}
	}
	if len(d.Days) == 0 {
		return text.Interval{}
	}
	return text.Interval{From: d.Days[0].From, To: d.Days[len(d.Days)-1].To}
}

// day is the last day that the sentence tells before a date, else its first.
func (r *run) day(of *text.DateExpression) (day string) {
	for i := range r.s.Tokens {
		s := span(&r.s.Tokens[i])
		if s == nil || s.Date == nil {
			continue
		}
		if s.Date == of && day != "" {
			return day
		}
		if !s.Date.Relative && len(s.Date.Days) > 0 && s.Date.Days[0].Day() != "" {
			day = s.Date.Days[0].Day()
		}
	}
	return day
}

// where are the places that the clause of an occurrence gives it: the narrowest, behind its predicate before in front of it.
func (r *run) where(o occurrence) []*lexicon.Entity {
	clause := &r.s.Clauses[o.clause]
	at := r.placesIn(clause, o, -1)
	for len(at) == 0 && clause.Kind == text.Coordinate && clause.Governor >= 0 && clause.Parent >= 0 {
		verb := clause.Governor
		clause = &r.s.Clauses[r.s.In[verb]]
		at = r.placesIn(clause, o, verb)
	}
	return at
}

var place = &Role{Name: "place", Is: []string{"Place"}}

func (r *run) placesIn(clause *text.Clause, o occurrence, limit int) (best []*lexicon.Entity) {
	rank := -1
	for i := range clause.Attached {
		a := &clause.Attached[i]
		if !whereat[a.Prep] || limit >= 0 && a.At >= limit || o.noun && a.At < o.group && clause.Verb > o.group {
			continue
		}
		f := r.resolve(a.Phrases, place, false)
		if f == nil || len(f.entities) == 0 || r.ofCharge(a, clause) {
			continue
		}
		own := 0
		if k := f.entities[0].Kind; k != "COUNTRY" && k != "TERRITORY" {
			own = 2
		}
		if a.At > o.group {
			own++
		}
		if own > rank {
			rank, best = own, f.entities
		}
	}
	return best
}

// ofCharge says that a place stands right behind what somebody is charged with: the place of the crime, not of the trial.
func (r *run) ofCharge(a *text.Attachment, clause *text.Clause) bool {
	for i := range clause.Attached {
		b := &clause.Attached[i]
		if b.At < a.At && (b.Prep == "for" || b.Prep == "of" || b.Prep == "to") && r.accuses && b.At > clause.Verb && a.At-b.At <= 4 {
			return true
		}
	}
	return false
}
