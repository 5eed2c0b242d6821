package frames

import "councilgraph/loader/text"

// behindDay says that a noun tells, behind the day that a sentence begins with, at what something came about that day: "on 4 May, at the
// session".
func (r *run) behindDay(g int) bool {
	at := g - 1
	return at > 2 && at < 5 && !r.oneOfTheirs(g) && r.s.Groups[g].Det != "that" && r.s.Groups[g].Det != "this" && (r.s.Groups[at].Low == "during" || r.s.Groups[at].Low == "at") && r.s.Groups[at-1].Kind == text.Comma &&
		r.s.Groups[at-2].Kind == text.When && r.onlyBetween(-1, at-2, text.Preposition)
}

// dayInFront is the day in front of what a participle tells to be held: "on 4 May, at the ninth session, held in Klina"; nil for none.
func (r *run) dayInFront(clause *text.Clause) *stretch {
	if clause.Kind != text.RelativeClause || clause.Marker != "" || len(clause.Subject) != 1 || clause.Parent < 0 || !r.holding(clause) {
		return nil
	}
	g := clause.Subject[0].Group
	if !r.behindDay(g) {
		return nil
	}
	return &stretch{&r.s.Clauses[clause.Parent], -1, g}
}

// dayBeside is the day, between commas, of what a noun names at which something came about: "at its last meeting, on 4 May, the Council".
func (r *run) dayBeside(g int) *text.DateExpression {
	prep := r.prepositionOf(g)
	if g+3 >= len(r.s.Groups) || r.s.Groups[g].Det == "that" || r.s.Groups[g].Det == "this" || prep != "at" && prep != "during" || r.s.Groups[g+1].Kind != text.Comma || r.s.Groups[g+2].Low != "on" ||
		g+4 < len(r.s.Groups) && r.s.Groups[g+4].Kind != text.Comma && r.s.Groups[g+4].Kind != text.Break {
		return nil
	}
	return r.whenGroup(g + 3)
}

// withHolding says that a noun is of the holding of what it names, by which, as the clause tells, something else began or ended: "opened a
// new chapter, with the convening of a summit in Klina".
func (r *run) withHolding(g int) bool {
	return r.prepositionOf(g) == "with" && holdings[text.Singular(r.head(g).Low)] && g+2 < len(r.s.Groups) && r.carrier(g+2) == g
}
