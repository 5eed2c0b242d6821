package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// possessive fills a role by the possessor of a noun ("X's arrest", "his arrest") or by a name before it ("the KFOR donation").
func (r *run) possessive(g int, role *Role) *filler {
	group := &r.s.Groups[g]
	f := &filler{at: g, phrases: []text.Phrase{{Group: g}}}
	add := func(token int) {
		if s := span(&r.s.Tokens[token]); s != nil {
			for _, e := range s.Entities {
				if role.accepts(e) {
					f.entities = append(f.entities, e)
				}
			}
		}
	}
	if slices.Contains(role.Or, "possessive") {
		switch {
		case group.Possessor >= 0:
			add(group.Possessor)
			if t := &r.s.Tokens[group.Possessor]; len(f.entities) == 0 && role.person() && t.Kind == text.Word && text.Animate(t.Low) {
				f.unknown = true
			}
		case r.whose(g):
			antecedent := r.s.Clauses[r.s.In[g]].Governor
			who, unknown := r.one(&text.Phrase{Group: antecedent, List: 1}, role, false)
			f.entities, f.unknown = who, unknown
		case r.ahead(g) != nil: // "during her visit, Lena Okafor met"
			p := r.ahead(g)
			f.entities, f.unknown = r.one(p, role, true)
		case role.person() && slices.Contains([]string{"his", "her", "their"}, group.Det):
			if f.entities = r.pronoun(map[string]string{"his": "he", "her": "she", "their": "they"}[group.Det], role); f.entities == nil {
				f.unknown = true
			}
		case group.Det == "its" && r.acts(g) != nil: // "the council held its session"
			f.entities, f.unknown = r.one(r.acts(g), role, true)
		case role.body() && group.Det == "its":
			if b := r.earlier(g, role); b != nil {
				f.entities = append(f.entities, b)
			}
		}
	}
	if slices.Contains(role.Or, "modifier") && len(f.entities) == 0 {
		for _, n := range group.Names {
			add(n)
		}
	}
	if f.found() {
		return f
	}
	return nil
}

// ahead is the subject that "his", "her" or "its" before it stands for, where it names somebody; nil for none.
func (r *run) ahead(g int) *text.Phrase {
	clause := &r.s.Clauses[r.s.In[g]]
	if det := r.s.Groups[g].Det; det != "his" && det != "her" && det != "its" || len(clause.Subject) != 1 || g >= clause.Subject[0].Group ||
		r.head(clause.Subject[0].Group).Tag == "PRP" {
		return nil
	}
	return &clause.Subject[0]
}

// acts is the one subject that does what a clause tells, before a noun group in it; nil for none.
func (r *run) acts(g int) *text.Phrase {
	clause := &r.s.Clauses[r.s.In[g]]
	if clause.Verb < 0 || r.passive(r.s.In[g]) || len(clause.Subject) != 1 || g <= clause.Subject[0].Group || r.head(clause.Subject[0].Group).Tag == "PRP" {
		return nil
	}
	return &clause.Subject[0]
}

// whose says that a noun group stands right behind "whose", with an antecedent before it.
func (r *run) whose(g int) bool {
	clause := &r.s.Clauses[r.s.In[g]]
	return g > 0 && clause.Marker == "whose" && clause.Governor >= 0 && r.s.Groups[g-1].Kind == text.Relative
}
