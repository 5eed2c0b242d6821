package frames

import (
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// dateOfJudgement is the date of that by which a clause says that something was decided: "the verdict of 3 May, by which the court
// convicted X", "the judgement of the court of 3 May, which convicted X", "a letter dated 4 May in which X asks"; nil for other clauses.
func (r *run) dateOfJudgement(clause *text.Clause) *text.DateExpression {
	if clause.Kind == text.RelativeClause && decided[clause.Marker] && !r.judged(clause) {
		if n := r.nounBefore(clause); r.datedText(n) {
			return r.dateOfNoun(n)
		}
		return nil
	}
	ofCourt := clause.Marker == "which" && len(clause.Subject) == 1 && r.court(clause.Subject[0].Group) != nil
	if clause.Kind != text.RelativeClause || !decided[clause.Marker] && (!ofCourt || !r.judged(clause)) {
		return nil
	}
	g := r.nounBefore(clause)
	if d := r.dateOfRuling(g); d != nil || ofCourt {
		return d
	}
	return r.dateOfAnnouncement(g, clause.Groups[0])
}

// datedText says that a noun is of a text whose day "dated" tells: "a letter dated 4 May".
func (r *run) datedText(n int) bool {
	return n >= 0 && n+1 < len(r.s.Groups) && r.s.Groups[n+1].Low == "dated" && r.decrees(n)
}

// dateOfRuling is the date of what a noun tells a court to have decided: "the judgement of 3 May", "the judgement of the Basic Court of 3
// May".
func (r *run) dateOfRuling(g int) *text.DateExpression {
	if r.courtOfRuling(g) != nil {
		if d := r.dateBehindOf(g + 3); d != nil {
			return d
		}
	}
	return r.dateOfNoun(g)
}

// dateOfAnnouncement is the date on which, in an aside behind it, a ruling is told to have been announced: "the verdict, announced on 3
// May,".
func (r *run) dateOfAnnouncement(g, before int) *text.DateExpression {
	for i := g + 1; i+3 < before; i++ {
		if r.s.Groups[i].Kind != text.Comma {
			continue
		}
		if v := &r.s.Groups[i+1]; v.Kind == text.VerbGroup && text.IsAny(v.Low, announces) && r.s.Groups[i+2].Low == "on" && r.s.Groups[i+3].Kind == text.When {
			return r.whenGroup(i + 3)
		}
		return nil
	}
	return nil
}

// courtOfRuling is the court whose ruling a noun names: "the judgement of the Basic Court"; nil for none.
func (r *run) courtOfRuling(g int) *lexicon.Entity {
	if g < 0 || !judgements[text.Singular(r.s.Groups[g].Low)] || g+2 >= len(r.s.Groups) || r.s.Groups[g+1].Low != "of" && r.s.Groups[g+1].Low != "by" {
		return nil
	}
	return r.court(g + 2)
}

// courtBehind is the court whose ruling a clause says to have decided what it tells: "the verdict of the Basic Court, by which X was
// convicted"; nil for none.
func (r *run) courtBehind(clause *text.Clause) *lexicon.Entity {
	if clause.Kind != text.RelativeClause || !decided[clause.Marker] || !r.judged(clause) {
		return nil
	}
	return r.courtOfRuling(r.nounBefore(clause))
}

// court is the court that a noun group is the name of; nil for none.
func (r *run) court(g int) *lexicon.Entity {
	if s := span(r.head(g)); s != nil && len(s.Entities) == 1 && s.Entities[0].Label == "Court" {
		return s.Entities[0]
	}
	return nil
}

// seat are the places where the court sat that a clause names: "the Court of Appeals, sitting in Klina, convicted X", "at a session held in
// Klina, the Court of Appeals convicted X".
func (r *run) seat(o occurrence) []*lexicon.Entity {
	for i := range r.s.Clauses[o.clause].Attached {
		a := &r.s.Clauses[o.clause].Attached[i]
		if amid[a.Prep] && len(a.Phrases) == 1 && r.leads(&r.s.Clauses[o.clause], a.At) && r.isSitting(a.Phrases[0].Group) && !ofTopic[r.s.Groups[a.Phrases[0].Group+1].Low] {
			for _, at := range r.phrase(a.Phrases[0].Group) {
				if places := r.placesIn(at, a.Phrases[0].Group); len(places) > 0 {
					return places
				}
			}
		}
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Parent != o.clause || inner.Kind != text.RelativeClause || inner.Verb < 0 || !text.IsAny(r.s.Groups[inner.Verb].Low, sits) {
			continue
		}
		court := inner.Governor
		if r.opens(inner) { // "Sitting in Klina, the Court of Appeals convicted X"
			court = r.s.Clauses[o.clause].Subject[0].Group
		}
		if court >= 0 && len(r.named(court, &Role{Is: []string{"Court"}})) > 0 {
			return r.placesIn(whole(inner), inner.Verb)
		}
	}
	return r.ruledAt(o)
}

// ruledAt are the places right behind the verb of a ruling, or behind its day: "was sentenced on 4 May in Klina to nine years", not "was
// sentenced for a theft in Klina".
func (r *run) ruledAt(o occurrence) []*lexicon.Entity {
	clause := &r.s.Clauses[o.clause]
	if o.noun || o.group != clause.Verb {
		return nil
	}
	at := o.group + 1
	if at+1 < len(r.s.Groups) && r.s.Groups[at].Kind == text.Preposition && r.s.Groups[at+1].Kind == text.When {
		at += 2
	}
	if at+1 >= len(r.s.Groups) || !whereat[r.s.Groups[at].Low] || r.head(at+1).Kind != text.Name {
		return nil
	}
	return r.placesIn(stretch{clause, o.group, at + 1}, o.group)
}

// isSitting says that a noun is of what a court comes together in.
func (r *run) isSitting(g int) bool {
	noun := text.Singular(r.head(g).Low)
	return sittings[noun] || solemnities[noun]
}
