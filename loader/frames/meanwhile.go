package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// meanwhile are the clauses within that of an occurrence that tell at what it happened: "was attacked as he left a house in Klina".
func (r *run) meanwhile(o occurrence) (all []stretch) {
	if o.noun {
		return nil
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if r.caughtAt(o, inner) || r.caughtInFront(o, inner) {
			all = append(all, whole(inner))
			continue
		}
		if inner.Kind != text.Adverbial || inner.Parent != o.clause && !r.inPassing(inner.Parent, o.clause) {
			continue
		}
		if !atOnce[inner.Marker] || inner.Marker == "after" || inner.Verb <= o.group {
			continue
		}
		if r.dateIn(whole(inner)) != nil && r.dateIn(whole(&r.s.Clauses[o.clause])) != nil {
			continue
		}
		all = append(all, whole(inner))
		for k := range r.s.Clauses { // "when shepherds began crossing the river in Klina"
			if doing := &r.s.Clauses[k]; doing.Kind == text.GerundClause && doing.Marker == "" && doing.Governor == inner.Verb {
				all = append(all, whole(doing))
			}
		}
	}
	return all
}

// caughtAt says that a clause tells what those were doing to whom something was done, when that came over them: "arrested nine men who were
// taking part in a march in Klina", "was killed while guarding a bridge in Klina".
func (r *run) caughtAt(o occurrence, inner *text.Clause) bool {
	if inner.Parent != o.clause || inner.Verb <= o.group || r.dateIn(whole(inner)) != nil || o.frame == nil ||
		!slices.ContainsFunc(o.frame.Events, func(e EventWrite) bool { return len(e.Subject) > 0 }) {
		return false
	}
	switch inner.Kind {
	case text.RelativeClause:
		verb := &r.s.Groups[inner.Verb]
		return inner.Marker == "who" && verb.Verb.Progressive && text.Base(r.s.Tokens[verb.From].Low) == "be" && r.s.Tokens[verb.From].Tag == "VBD"
	case text.GerundClause:
		return inner.Marker == "while" && r.passive(o.clause)
	}
	return false
}

// caughtInFront says that a clause in front of that of an attack tells what those were doing whom it befell, as a pronoun says that takes
// them up: "as a patrol was passing through Klina, it was attacked", "when they came to Klina, stones were thrown at them".
func (r *run) caughtInFront(o occurrence, inner *text.Clause) bool {
	if inner.Kind != text.Adverbial || inner.Parent != o.clause || inner.Verb < 0 || inner.Verb >= o.group || len(inner.Subject) == 0 || r.pluperfect(inner) ||
		text.IsAny(r.s.Groups[inner.Verb].Low, abides) ||
		!slices.Contains([]string{"as", "when", "while"}, inner.Marker) || o.frame == nil || o.noun || !o.frame.ofUnrest() && len(o.frame.Figures) == 0 {
		return false
	}
	whom := r.hit(o)
	if r.passive(o.clause) {
		whom = slices.Concat(whom, r.s.Clauses[o.clause].Subject)
	}
	return slices.ContainsFunc(whom, func(p text.Phrase) bool { return r.head(p.Group).Tag == "PRP" })
}

// onlyMeanwhile says that the verb at a place in the text tells what was going on when that came about, perhaps elsewhere, which another
// one behind it tells, and nothing there takes up anybody: "while the mayor was visiting Klina, gunmen attacked a mill".
func (r *run) onlyMeanwhile(at, other int) bool {
	return slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		if c.Kind != text.Adverbial || c.Marker != "as" && c.Marker != "while" || c.Verb < 0 || c.Parent < 0 || other < at || r.s.Tokens[r.s.Groups[c.Verb].Head].From != at {
			return false
		}
		return r.progressive(c.Verb) && !slices.ContainsFunc(r.s.Clauses[c.Parent].Groups, func(g int) bool {
			return g > c.Verb && (r.head(g).Tag == "PRP" || r.s.Groups[g].Det == "its" || r.s.Groups[g].Det == "their" || r.head(g).Low == "crowd")
		})
	})
}

// progressive says that a verb tells what was going on: "was leaving", "was being greeted".
func (r *run) progressive(verb int) bool {
	group := &r.s.Groups[verb]
	return group.To > group.From+1 && slices.ContainsFunc(r.s.Tokens[group.From+1:group.To], func(t text.Token) bool { return t.Tag == "VBG" })
}

// inPassing says that a clause is a participle that tells of somebody or something in another one: "at a bus carrying pilgrims, while it
// passed through Klina".
func (r *run) inPassing(c, in int) bool {
	return c >= 0 && r.s.Clauses[c].Kind == text.RelativeClause && r.s.Clauses[c].Marker == "" && r.s.Clauses[c].Parent == in
}

// datedApart says that what a verb tells has its day from the date before its "when".
func (r *run) datedApart(o occurrence) bool {
	return !o.noun && r.dateIn(whole(&r.s.Clauses[o.clause])) == nil && r.dateBeforeWhen(&r.s.Clauses[o.clause]) != nil
}

// dateBeforeWhen is the date right before a clause with "when", at which came about what it tells, whatever that date is of: "the riots of
// May 2008, when the courthouse was attacked"; nil for other clauses.
func (r *run) dateBeforeWhen(clause *text.Clause) *text.DateExpression {
	if clause.Marker != "when" || len(clause.Groups) == 0 {
		return nil
	}
	g := clause.Groups[0] - 1
	for g > 0 && (r.s.Groups[g].Kind == text.Subordinator || r.s.Groups[g].Kind == text.Comma) {
		g--
	}
	if g < 1 || r.s.Groups[g].Kind != text.When || r.s.Groups[g-1].Low != "of" {
		return nil
	}
	if s := span(r.head(g)); s != nil {
		return s.Date
	}
	return nil
}

// dateMeanwhile is the day of the clause that tells, behind an attack or unrest, at what it came about: "was stoned as it passed through
// Klina on 4 May"; or, in front, of what those were doing whom it befell, "while leaving Klina on 4 May, a bus", or others were at the
// time, "while guests were leaving the hall on 4 May, a bomb".
func (r *run) dateMeanwhile(o occurrence) *text.DateExpression {
	if o.frame == nil || !unrest[o.frame.kind()] && o.frame.kind() != "INCIDENT" {
		return nil
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Kind != text.Adverbial || inner.Parent != o.clause || inner.Verb < 0 || r.pluperfect(inner) {
			continue
		}
		behind := inner.Verb > o.group && (inner.Marker == "as" || inner.Marker == "while")
		doing := inner.Verb < o.group && inner.Marker == "while" && r.s.Tokens[r.s.Groups[inner.Verb].From].Tag == "VBG"
		meanwhile := inner.Verb < o.group && (inner.Marker == "as" || inner.Marker == "while") && r.progressive(inner.Verb)
		if d := r.dateIn(whole(inner)); d != nil && (behind || doing || exact(d) && (meanwhile || r.caughtInFront(o, inner))) {
			return d
		}
	}
	return nil
}

// dateBehindPresent is the day at the end of a relative clause in the present, which no day can be of but that of the verb around it:
// "blocked the road that leads to Klina on 4 May".
func (r *run) dateBehindPresent(o occurrence) *text.DateExpression {
	clause := &r.s.Clauses[o.clause]
	if o.group != clause.Verb || r.s.Groups[clause.Verb].Verb == nil || r.s.Groups[clause.Verb].Verb.Form != text.Finite {
		return nil
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Kind != text.RelativeClause || inner.Parent != o.clause || inner.Comma || inner.Verb < o.group || inner.Marker == "" {
			continue
		}
		verb := &r.s.Groups[inner.Verb]
		if d := r.dateIn(whole(inner)); d != nil && exact(d) && verb.To == verb.From+1 && slices.Contains([]string{"VBZ", "VBP"}, r.s.Tokens[verb.From].Tag) {
			return d
		}
	}
	return nil
}
