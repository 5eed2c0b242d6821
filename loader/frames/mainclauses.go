package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// amongClauses says that a comma behind a group stands between main clauses of which a conjunction joins the last: "In May, a house was
// burnt, a shop was robbed and two windows were broken".
func (r *run) amongClauses(c, k int) bool {
	clause := &r.s.Clauses[c]
	return clause.Kind == text.Main && clause.Parent < 0 && k == clause.Groups[0]-2 && slices.ContainsFunc(r.s.Clauses[c+1:], func(next text.Clause) bool {
		return next.Kind == text.Main && len(next.Groups) > 0 && next.Groups[0] > 0 && r.s.Groups[next.Groups[0]-1].Kind == text.Conjunction &&
			r.s.In[next.Groups[0]-1] == c
	})
}

// joinedTo is the main clause that a main clause is joined to, and the group before which that one speaks of both; -1 for none.
func (r *run) joinedTo(c int) (before, limit int) {
	clause := &r.s.Clauses[c]
	if len(clause.Groups) == 0 {
		return -1, 0
	}
	for k := clause.Groups[0]; k > 0; k-- {
		switch g := &r.s.Groups[k]; {
		case g.Kind == text.Comma, k == clause.Groups[0] && g.Kind != text.Conjunction && g.Kind != text.Break:
			continue
		case g.Kind != text.Conjunction && g.Kind != text.Break && !r.amongClauses(c, k):
			return -1, 0
		case g.Kind != text.Conjunction && g.Kind != text.Break:
			k++
		case g.Low == ":":
			limit = k
		}
		if r.goesOnFrom(c) >= 0 {
			return -1, 0
		}
		for before = r.s.In[k-1]; before >= 0 && r.s.Clauses[before].Parent >= 0; before = r.s.Clauses[before].Parent {
		}
		if before < 0 || before == c {
			return -1, 0
		}
		if first := &r.s.Clauses[before]; limit == 0 && len(first.Subject) > 0 {
			limit = first.Subject[0].Group
		}
		return before, limit
	}
	return -1, 0
}

// tellsMore says that a clause without a date tells more of what the clause before it told: "; three of them died", "; in a third, a guard
// was hurt".
func (r *run) tellsMore(c int) bool {
	clause := &r.s.Clauses[c]
	if r.dateIn(whole(clause)) != nil {
		return false
	}
	for _, p := range clause.Subject {
		if t := r.head(p.Group); r.s.Groups[p.Group].Det == "another" ||
			len(p.Of) > 0 && (r.head(p.Of[0]).Tag == "PRP" || t.Kind == text.Number && r.s.Groups[p.Of[0]].Det == "the") {
			return true
		}
	}
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		p := a.Phrases[0]
		t := r.head(p.Group)
		return a.At == clause.Groups[min(1, len(clause.Groups)-1)] && a.Prep == "in" &&
			(ordinals[t.Low] || r.s.Groups[p.Group].Det == "another" || len(p.Of) > 0 && r.head(p.Of[0]).Tag == "PRP")
	})
}

// cause is the main clause before that of an occurrence which tells of a thing by what harm came to those of whom the latter tells, with
// neither a place nor a day of its own, or of an attack: "a bus fell into a river near Klina and nine passengers were killed", "gunmen
// attacked a bus near Klina; nine were killed", "a tyre burst near Klina and a bus overturned, injuring nine"; -1 where none does.
func (r *run) cause(o occurrence) int {
	c := o.clause
	if harm := &r.s.Clauses[c]; harm.Kind == text.Coordinate && harm.Parent >= 0 && r.s.Tokens[r.s.Groups[harm.Verb].Head].Tag == "VBG" && r.thingDoes(harm.Parent) {
		c = harm.Parent
	} else if !r.passive(c) {
		return -1
	}
	clause := &r.s.Clauses[c]
	if !r.harms && (o.frame == nil || len(o.frame.Figures) == 0) || len(clause.Groups) == 0 || clause.Groups[0] == 0 ||
		!r.addsHarm(clause.Groups[0]) || r.tellsWhenOrWhere(c) || r.tellsWhenOrWhere(o.clause) || r.overTime(c) {
		return -1
	}
	if before, _ := r.joinedTo(c); before >= 0 && (r.thingDoes(before) || r.harmDone(before)) {
		return before
	}
	return -1
}

// addsHarm says that "and" stands before the first group of a main clause, or that it is a semicolon, so that the clause may tell of the
// harm that what the one before tells brought about.
func (r *run) addsHarm(g int) bool { return r.s.Groups[g-1].Low == "and" || r.s.Groups[g].Low == ";" }

// harmDone says that a clause tells of an attack, with its day or its place.
func (r *run) harmDone(c int) bool {
	clause := &r.s.Clauses[c]
	if clause.Verb < 0 {
		return false
	}
	from, to := r.s.Tokens[r.s.Groups[clause.Groups[0]].From].From, r.head(clause.Verb).To
	return r.tellsWhenOrWhere(c) && slices.ContainsFunc(r.facts, func(f Fact) bool {
		return f.Event != nil && f.Event.Kind == "ATTACK" && f.At >= from && f.At < to
	})
}

// overTime says that a clause tells what has been by now, or in a stretch of time, not what came about at once: "nine have been killed
// since May".
func (r *run) overTime(c int) bool {
	clause := &r.s.Clauses[c]
	return clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Perfect ||
		slices.ContainsFunc(clause.Groups, func(g int) bool { return r.s.Groups[g].Kind == text.When })
}

// tellsWhenOrWhere says that a clause names a day or a place.
func (r *run) tellsWhenOrWhere(c int) bool {
	clause := &r.s.Clauses[c]
	return r.dateIn(whole(clause)) != nil || len(r.placesIn(whole(clause), clause.Verb)) > 0
}

// thingDoes says that the subject of a clause is a thing.
func (r *run) thingDoes(c int) bool {
	subject := r.s.Clauses[c].Subject
	if len(subject) != 1 {
		return false
	}
	thing := subject[0].Group
	t := r.head(thing)
	return t.Kind == text.Word && !text.Animate(t.Low) && len(r.s.Groups[thing].Names) == 0
}

// since is the participle behind a clause, or in front of it, that tells on which day began what this tells: "protests were held in Klina,
// starting on 4 May"; nil for none.
func (r *run) since(c int) *text.Clause {
	for i := range r.s.Clauses {
		inner := &r.s.Clauses[i]
		if inner.Parent == c && inner.Marker == "" && (inner.Verb > r.s.Clauses[c].Verb || inner.Verb == 0) && begins[r.s.Groups[inner.Verb].Low] && len(inner.Object) == 0 {
			if d := r.dateIn(whole(inner)); d != nil && exact(d) {
				return inner
			}
		}
	}
	return nil
}
