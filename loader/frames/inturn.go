package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// inTurn are the fillers of a role one by one. With "respectively", each member of its list has a place of its own, and one whom the text
// does not name is nobody: "X and his driver were convicted by the courts of A and B, respectively".
func (w *writer) inTurn(name string) (each [][]*lexicon.Entity) {
	if w.halfNamed(name) {
		return w.roles[name].each
	}
	for _, e := range w.entities(name) {
		each = append(each, []*lexicon.Entity{e})
	}
	return each
}

// pairs says that two lists are told in pairs: "X and Y were convicted by the courts of A and B, respectively".
func (w *writer) pairs(a, b int) bool { return a > 1 && a == b && w.says("respectively") }

// halfNamed says that, with "respectively", a role names fewer than its list has: "X and Y gave books to the Kosovo Police and a school,
// respectively".
func (w *writer) halfNamed(name string) bool {
	f := w.roles[name]
	return f != nil && len(f.each) > max(1, len(f.entities)) && w.says("respectively")
}

// placesListed are the places that alone stand between the dates of a clause.
func (r *run) placesListed(clause *text.Clause) (all []*lexicon.Entity) {
	last := -1
	for _, g := range clause.Groups {
		if r.whenGroup(g) == nil {
			continue
		}
		if last >= 0 {
			all = append(all, r.placesAlone(last, g)...)
		}
		last = g
	}
	return all
}

// placesAlone are the places that alone stand between two dates, without the preposition of the first: "in Klina on 4 May, Peja on 6 May".
func (r *run) placesAlone(from, to int) (all []*lexicon.Entity) {
	for g := from + 1; g < to-1; g++ {
		switch group := &r.s.Groups[g]; {
		case group.Kind == text.NounGroup && r.s.Groups[g-1].Kind != text.Preposition:
			at := r.named(g, place)
			if len(at) == 0 {
				return nil
			}
			all = append(all, at...)
		case group.Kind != text.Comma && group.Kind != text.Conjunction:
			return nil
		}
	}
	return all
}

// oneOfSeveral says that a noun group is of the next of several alike, by its number alone: "the first in Klina on 4 May and the second in
// Peja".
func (r *run) oneOfSeveral(g *text.Group) bool {
	t := &r.s.Tokens[g.Head]
	return t.Kind == text.Number || t.Tag == "CD" && t.Kind == text.Word || ordinals[t.Low] && (g.Det == "the" || g.Det == "a" || t.Low == "another")
}

// placesInTurn are the places of the things that a passive tells of one by one, each joined to those before it by "and": "a shop in Klina
// and a barn in Batusha, Peja municipality, were burned on 4 and 6 May, respectively"; nil where there are not so many, or one of them has
// none.
func (r *run) placesInTurn(o occurrence, n int) [][]*lexicon.Entity {
	clause := &r.s.Clauses[o.clause]
	if o.noun || !r.passive(o.clause) || len(clause.Subject) == 0 {
		return nil
	}
	each := make([][]*lexicon.Entity, 1)
	for _, g := range clause.Groups {
		switch group := &r.s.Groups[g]; {
		case g < clause.Subject[0].Group || g >= clause.Verb:
		case group.Kind == text.Conjunction:
			each = append(each, nil)
		case group.Kind == text.NounGroup:
			last := len(each) - 1
			if f := r.resolve([]text.Phrase{{Group: g, To: g + 1}}, place, false); f != nil {
				each[last] = append(each[last], f.entities...)
			}
		}
	}
	if len(each) != n || slices.ContainsFunc(each, func(at []*lexicon.Entity) bool { return len(at) == 0 }) {
		return nil
	}
	return each
}
