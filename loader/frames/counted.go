package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// countsFrom is the number of days between what an adverbial clause tells and what the clause around it does, where it begins with that:
// "two days after X had been acquitted"; nil for other clauses.
func (r *run) countsFrom(clause *text.Clause) *text.DateExpression {
	if clause.Kind != text.Adverbial || len(clause.Groups) == 0 {
		return nil
	}
	if s := span(r.head(clause.Groups[0])); s != nil && s.Date != nil && s.Date.Relative {
		return s.Date
	}
	return nil
}

// dateCounted is the day of a clause without one, which such a number of days tells from that of the clause that begins with it, or that
// begins with it itself from that of the clause around it; false where none does, and nil where neither has a day.
func (r *run) dateCounted(at stretch) (*text.DateExpression, bool) {
	clause := at.clause
	if r.dateIn(at) != nil || clause.Verb < 0 {
		return nil, false
	}
	if d := r.countsFrom(clause); d != nil {
		if clause.Parent < 0 {
			return nil, true
		}
		return r.shifted(&r.s.Clauses[clause.Parent], -d.Offset), true
	}
	if day := r.countedOff(clause); day != nil {
		return day, true
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Parent < 0 || &r.s.Clauses[inner.Parent] != clause {
			continue
		}
		if d := r.countsFrom(inner); d != nil {
			if day := r.shifted(inner, d.Offset); day != nil {
				return day, true
			}
		}
	}
	return nil, false
}

// countedOff is the day of a clause that counts it from that of a noun, in the clause or, of a main clause, anywhere before its verb:
// "three days after the demonstrations of 18 November"; nil where it does not.
func (r *run) countedOff(clause *text.Clause) *text.DateExpression {
	from := -1
	for g := range r.s.Groups {
		if own := &r.s.Clauses[r.s.In[g]] == clause; !own && (clause.Kind != text.Main || g > clause.Verb) {
			continue
		}
		group := &r.s.Groups[g]
		s := span(r.head(g))
		switch {
		case s == nil || s.Date == nil:
		case group.Kind == text.Preposition && s.Date.Relative:
			from = g
		case from >= 0 && len(s.Date.Days) > 0 && s.Date.Days[0].Day() != "":
			day := text.Shift(s.Date.Days[0].Day(), span(r.head(from)).Date.Offset)
			return &text.DateExpression{From: s.Date.From, To: s.Date.To, Days: []text.Interval{{From: day, To: day}}}
		}
	}
	return nil
}

// shifted is a day so many days from the one day that a clause tells; nil where it tells none.
func (r *run) shifted(clause *text.Clause, days int) *text.DateExpression {
	d := r.dateIn(whole(clause))
	if d == nil || d.Relative || len(d.Days) == 0 || d.Days[0].Day() == "" {
		return nil
	}
	day := text.Shift(d.Days[0].Day(), days)
	return &text.DateExpression{From: d.From, To: d.To, Days: []text.Interval{{From: day, To: day}}}
}

// inAside says that a token stands in a relative clause between commas, which a group does not stand in too: "X, whom the court had
// indicted on 7 March, was seized and, on the following day, flown out".
func (r *run) inAside(i, own int) bool {
	g := r.groupOf(i)
	if g < 0 || own < 0 {
		return false
	}
	c := r.s.In[g]
	if clause := &r.s.Clauses[c]; clause.Kind != text.RelativeClause || !clause.Comma || clause.Marker == "" {
		return false
	}
	for at := r.s.In[own]; at >= 0; at = r.s.Clauses[at].Parent {
		if at == c {
			return false
		}
	}
	return true
}

// groupOf is the group that a token stands in; -1 for none.
func (r *run) groupOf(i int) int {
	return slices.IndexFunc(r.s.Groups, func(g text.Group) bool { return g.From <= i && i < g.To })
}
