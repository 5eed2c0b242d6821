package frames

import (
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// including are those of several people or bodies whom a phrase names: "24 persons, including X", "partners such as Y", "nine men, among
// them Z"; also behind the passive verb of what befell them all, and where it did: "nine men were arrested in Klina, including X".
func (r *run) including(g int, role *Role) (all []*lexicon.Entity) {
	passed := false // the verb
	for i := g + 1; i < len(r.s.Groups); i++ {
		group := &r.s.Groups[i]
		if passed && !r.onlyWhere(i) {
			return nil
		}
		switch group.Kind {
		case text.Preposition:
			// of the killers of nine men, or of these
			if group.Low == "of" && (r.accuses || r.harms) && text.Animate(r.head(g).Low) && i+1 < len(r.s.Groups) && text.Animate(r.head(i+1).Low) {
				return nil
			}
			if group.Low == "among" && i+1 < len(r.s.Groups) && r.s.Groups[i+1].Low == "them" {
				return r.amongThem(i+2, role)
			}
			if group.Low != "including" && !(group.Low == "as" && group.From > 0 && r.s.Tokens[group.From-1].Low == "such") {
				continue
			}
			for _, a := range r.s.Clauses[r.s.In[i]].Attached {
				if a.At == i {
					for k := range a.Phrases {
						more, _ := r.one(&a.Phrases[k], role, false)
						all = append(all, more...)
					}
				}
			}
			return all
		case text.NounGroup, text.Comma, text.Conjunction, text.Adjective, text.When:
		case text.VerbGroup:
			clause := &r.s.Clauses[r.s.In[g]]
			if passed = i == g+1 && clause.Verb == i && r.accuses && group.Verb.Passive && len(clause.Subject) == 1 && clause.Subject[0].Group == g; !passed {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// onlyWhere says that a group, behind the verb of what befell people, may stand between these and the words that begin to name some of
// them: it tells where or when, and names nobody else.
func (r *run) onlyWhere(i int) bool {
	switch group := &r.s.Groups[i]; group.Kind {
	case text.Preposition:
		return whereat[group.Low] || r.s.Groups[i-1].Kind == text.Comma
	case text.NounGroup:
		t := r.head(i)
		return t.Kind == text.Name && len(r.named(i, place)) > 0 || t.Kind == text.Word && !text.Animate(text.Singular(t.Low)) && !collectives[text.Singular(t.Low)]
	}
	return true
}

// amongThem are those whom a list of names that begins at a group names: "nine men, among them X, Y and Z, were arrested".
func (r *run) amongThem(g int, role *Role) (all []*lexicon.Entity) {
	kind := func(i int) text.GroupKind {
		if i >= len(r.s.Groups) {
			return text.Break
		}
		return r.s.Groups[i].Kind
	}
	for _, p := range r.s.Clauses[r.s.In[g]].Predicate {
		if p.Group == g && len(p.Named) > 0 { // "among them the head of the league, X"
			all, _ = r.one(&p, role, false)
			return all
		}
	}
	name := func(i int) bool { return kind(i) == text.NounGroup && r.head(i).Kind == text.Name }
	for name(g) {
		all = append(all, r.named(g, role)...)
		if kind(g+1) != text.Conjunction && !(kind(g+1) == text.Comma && (kind(g+3) == text.Comma || kind(g+3) == text.Conjunction)) {
			break
		}
		g += 2
	}
	return all
}
