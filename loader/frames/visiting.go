package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// visitedThen is the one place where those were on a visit who met somebody, or signed something, as the clause tells: "during a visit to
// Klina, X met Y", "X, visiting Klina, met Y", "while visiting Klina, X met Y".
func (r *run) visitedThen(o occurrence) []*lexicon.Entity {
	if !o.ofVisitors() {
		return nil
	}
	to := r.visitTo(&r.s.Clauses[o.clause])
	if inner := r.visiting(o.clause); inner != nil && to == nil {
		to = inner.Object
	}
	if f := r.resolve(to, place, false); f != nil && len(f.entities) == 1 {
		return f.entities
	}
	return nil
}

// ofVisitors says that an occurrence is a meeting, or an agreement, as people come to a place for.
func (o occurrence) ofVisitors() bool {
	return o.frame != nil && (o.frame.kind() == "MEETING" || o.frame.kind() == "AGREEMENT")
}

// visitTo is what stands behind the "to" of the visit during which a clause tells something to have been done; nil for none.
func (r *run) visitTo(clause *text.Clause) []text.Phrase {
	for _, a := range clause.Attached {
		if len(a.Phrases) != 1 {
			continue
		}
		g := a.Phrases[0].Group
		if of := a.Phrases[0].Of; a.Prep == "in" && r.head(g).Low == "course" && len(of) > 0 {
			g = of[0]
		} else if a.Prep != "during" && !(a.Prep == "on" && (a.At == 0 || r.s.Groups[a.At-1].Kind == text.Comma)) {
			continue
		}
		if !journeys[text.Singular(r.head(g).Low)] {
			continue
		}
		if k := slices.IndexFunc(clause.Attached, func(b text.Attachment) bool {
			return b.Prep == "to" && b.At > g && r.onlyBetween(g, b.At, text.When, text.Preposition)
		}); k >= 0 {
			return clause.Attached[k].Phrases
		}
	}
	return nil
}

// visiting is the clause that tells by a gerund, in front of a verb, of what place those are on a visit who do what it tells; nil for none.
func (r *run) visiting(c int) *text.Clause {
	outer := &r.s.Clauses[c]
	for i := range r.s.Clauses {
		inner := &r.s.Clauses[i]
		if inner.Parent != c || inner.Verb < 0 || inner.Verb > outer.Verb || r.s.Groups[inner.Verb].Verb.Form != text.Gerund || len(inner.Object) != 1 || !text.IsAny(r.s.Groups[inner.Verb].Low, tours) {
			continue
		}
		if r.opens(inner) || inner.Marker == "while" || inner.Marker == "when" || inner.Kind == text.RelativeClause && inner.Marker == "" && stands(outer.Subject, inner.Governor) {
			return inner
		}
	}
	return nil
}
