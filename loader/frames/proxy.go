package frames

import "councilgraph/loader/text"

// represented are the bodies for which somebody does what the verb of an occurrence tells: "X, acting for the Office, brought charges", "X
// filed an indictment on behalf of the Office".
func (r *run) represented(o occurrence, role *Role) *filler {
	clause := &r.s.Clauses[o.clause]
	if o.noun || role.As != "subject" || !role.body() || role.person() || r.passive(o.clause) || len(clause.Subject) != 1 || !r.someone(clause.Subject[0].Group) {
		return nil
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		aside := inner.Kind == text.RelativeClause && inner.Verb >= 0 && inner.Parent == o.clause && len(inner.Subject) == 1 && inner.Subject[0].Group == clause.Subject[0].Group
		if c != o.clause && !(aside && r.holds(c)) {
			continue
		}
		if f := r.resolve(r.principals(inner, aside), role, false); f.found() {
			return f
		}
	}
	return nil
}

// principals are those for whom a clause tells that somebody acts: on their behalf, or, by an aside, for them or as one who represents
// them.
func (r *run) principals(clause *text.Clause, aside bool) []text.Phrase {
	if aside && text.Is(r.s.Groups[clause.Verb].Low, "represent") && !r.s.Groups[clause.Verb].Verb.Passive {
		return clause.Object
	}
	for _, a := range clause.Attached {
		p := &a.Phrases[0]
		switch {
		case aside && a.Prep == "for" && text.Is(r.s.Groups[clause.Verb].Low, "act"):
			return a.Phrases
		case atWhose[a.Prep] && proxies[r.s.Groups[p.Group].Low] && len(p.Of) > 0:
			return []text.Phrase{{Group: p.Of[0], List: 1}}
		}
	}
	return nil
}

// someone says that a noun group is of somebody, by name or not.
func (r *run) someone(g int) bool {
	t := r.head(g)
	return r.somebody(g) || t.Kind == text.Word && text.Animate(text.Singular(t.Low))
}
