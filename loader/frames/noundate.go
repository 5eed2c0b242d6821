package frames

import (
	"cmp"

	"councilgraph/loader/text"
)

// The date that a noun itself is named by: "the meeting of 4 May", "the 4 May attack".

// decrees says that a noun group is of a text by which a body does something on its day: a resolution, a statement.
func (r *run) decrees(g int) bool {
	if s := span(r.head(g)); s != nil && len(s.Entities) > 0 {
		return s.Entities[0].Label == "Resolution"
	}
	return decrees[text.Singular(r.s.Groups[g].Low)]
}

// dateWithin is the date before the head of a noun group: "the 6 August attack".
func (r *run) dateWithin(g int) *text.DateExpression {
	group := &r.s.Groups[g]
	for i := group.From; i < group.Head; i++ {
		if s := span(&r.s.Tokens[i]); s != nil && s.Date != nil {
			return s.Date
		}
	}
	return nil
}

// dayTold says that a noun group tells what was on the date before it: "4 May, the day of the election".
func (r *run) dayTold(g int) bool {
	return g > 1 && r.s.Groups[g-1].Kind == text.Comma && r.s.Groups[g-2].Kind == text.When && daysOf[r.s.Groups[g].Low] && r.s.Groups[g].Det == "the"
}

// dateOfNoun is the date that a noun is named by: "the meeting of 4 May"; or that is told by what was on it: "4 May, the day of the
// election".
func (r *run) dateOfNoun(g int) *text.DateExpression {
	if r.dayTold(g) {
		return r.whenGroup(g - 2)
	}
	if d := r.dayBeside(g); d != nil {
		return d
	}
	for of := g + 1; of+1 < len(r.s.Groups); of += 2 {
		if r.s.Groups[of].Kind == text.Comma && r.titleOf(g) {
			of++
		}
		if d := r.dateBehindOf(of); d != nil {
			return d
		}
		if !r.titleOf(g) || !r.goesOnTitle(of) {
			return nil
		}
	}
	return nil
}

// dateAmid is the day that the happening is called by in which a verb right before tells something to have been done: "were injured in the
// collision of 4 May"; not what somebody is tried for.
func (r *run) dateAmid(o occurrence) *text.DateExpression {
	clause := &r.s.Clauses[o.clause]
	if o.noun || o.frame == nil || o.frame.ofLaw() || o.group != clause.Verb {
		return nil
	}
	for _, a := range clause.Attached {
		if len(a.Phrases) > 0 && a.At == r.behindHit(clause) && amid[a.Prep] && r.happens(a.Phrases[0].Group) {
			if d := cmp.Or(r.dateOfNoun(a.Phrases[0].Group), r.dateWithin(a.Phrases[0].Group)); d != nil && exact(d) {
				return d
			}
		}
	}
	return nil
}

// behindHit is the group behind the verb of a clause and, where it is told as done to somebody, whom.
func (r *run) behindHit(clause *text.Clause) int {
	if len(clause.Object) == 1 && clause.Object[0].Group == clause.Verb+1 {
		return clause.Verb + 2
	}
	return clause.Verb + 1
}

// dateBehindOf is the date behind an "of" or a "dated" that stands at a group; nil for none.
func (r *run) dateBehindOf(of int) *text.DateExpression {
	if of+1 < len(r.s.Groups) && (r.s.Groups[of].Low == "of" || r.s.Groups[of].Low == "dated") && r.s.Groups[of+1].Kind == text.When {
		if s := span(r.head(of + 1)); s != nil {
			return s.Date
		}
	}
	return nil
}

// titleOf says that a noun is that of what is called by its matter or its body before its day: "the Agreement on Rivers", "the meeting of
// the Council".
func (r *run) titleOf(g int) bool {
	t, noun := r.head(g), text.Singular(r.head(g).Low)
	body := g+2 < len(r.s.Groups) && r.s.Groups[g+1].Low == "of" && r.head(g+2).Kind == text.Name
	return t.Kind == text.Word && (r.set.calls(noun, "AGREEMENT") && !r.set.calls(noun, "OTHER") || body && r.set.calls(noun, "MEETING"))
}

// goesOnTitle says that a preposition goes on with what a text is of or about, and with nothing that has a day of its own: "the Memorandum
// of Understanding of 4 May", not "the agreement on the elections of 4 May".
func (r *run) goesOnTitle(at int) bool {
	prep := r.s.Groups[at].Low
	if r.s.Groups[at].Kind != text.Preposition || prep != "of" && prep != "for" && !ofTopic[prep] || at+1 >= len(r.s.Groups) {
		return false
	}
	g := at + 1
	return r.s.Groups[g].Kind == text.NounGroup && !r.happens(g) && !r.titleOf(g) && !texts[text.Singular(r.head(g).Low)]
}

// dateInBrackets is the date that stands alone in brackets right behind a relative clause: "the exercise that KFOR held in Klina (4–6 May)
// went well".
func (r *run) dateInBrackets(clause *text.Clause) *text.DateExpression {
	if clause.Kind != text.RelativeClause || len(clause.Groups) == 0 {
		return nil
	}
	at := clause.Groups[len(clause.Groups)-1]
	for at+1 < len(r.s.Groups) && r.s.Groups[at].Kind == text.NounGroup {
		at++
	}
	if at+2 >= len(r.s.Groups) || r.s.Tokens[r.s.Groups[at].From].Text != "(" || r.s.Tokens[r.s.Groups[at+2].From].Text != ")" {
		return nil
	}
	return r.whenGroup(at + 1)
}
