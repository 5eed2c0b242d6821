package frames

import (
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// including are those of several people or bodies whom a phrase names: "24 persons, including X", "partners such as Y",
// "nine men, among them Z".
func (r *run) including(g int, role *Role) (all []*lexicon.Entity) {
	for i := g + 1; i < len(r.s.Groups); i++ {
		switch group := &r.s.Groups[i]; group.Kind {
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
		case text.NounGroup, text.Comma, text.Conjunction, text.Adjective:
		default:
			return nil
		}
	}
	return nil
}

// amongThem are those whom a list of names that begins at a group names: "nine men, among them X, Y and Z, were arrested".
func (r *run) amongThem(g int, role *Role) (all []*lexicon.Entity) {
	kind := func(i int) text.GroupKind {
		if i >= len(r.s.Groups) {
			return text.Break
		}
		return r.s.Groups[i].Kind
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
