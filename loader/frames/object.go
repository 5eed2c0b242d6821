package frames

import (
	"cmp"
	"slices"

	"councilgraph/loader/text"
)

// takeObject fills a role by what the verb of an occurrence is done to, unless that is whom another role wants: then any words may be meant
// only beside it.
func (r *run) takeObject(o occurrence, list []text.Phrase, role *Role) *filler {
	if things := r.sameThing(o.clause); things != nil && role.is("words") && (len(role.Heads) > 0 || r.head(list[0].Group).Tag == "PRP") {
		list = things
	} else if things != nil && role.person() {
		return nil
	}
	if role.is("words") && len(role.Heads) == 0 && len(role.Or) > 0 && slices.ContainsFunc(o.frame.Roles, func(other *Role) bool {
		return other.As == "object" && other.body() && r.take(list, other, false).found()
	}) {
		return nil
	}
	if text.IsAny(r.s.Groups[o.group].Low, founds) && role.body() && len(list) > 0 && len(list[0].Of) > 0 { // "set up a unit of X" does not found X
		role = role.byName()
	}
	return r.take(append(slices.Clone(list), r.alongside(o, list, role)...), role, r.passive(o.clause))
}

// alongside are those who stand behind somebody to whom something is done, since it is done to them too: "X was arrested together with Y";
// not of an office, which need not be theirs: "X was appointed mayor together with his deputy, Y".
func (r *run) alongside(o occurrence, list []text.Phrase, role *Role) (all []text.Phrase) {
	if len(list) == 0 || len(role.Is) > 1 || !role.person() || len(o.frame.Offices) > 0 {
		return nil
	}
	clause := &r.s.Clauses[o.clause]
	for i := range clause.Attached {
		if a := &clause.Attached[i]; beside[a.Prep] && a.At > list[0].Group {
			all = append(all, a.Phrases...)
		}
	}
	return all
}

// besideObject fills a role of things or bodies that the object of a verb does not fill, since it is of another role: "presented the town
// with a bus", "gave the town a bus".
func (r *run) besideObject(o occurrence, role *Role) *filler {
	clause := &r.s.Clauses[o.clause]
	if role.person() || len(role.Or) == 0 {
		return nil
	}
	second := clause.Predicate
	if r.passive(o.clause) {
		second = clause.Object
	}
	return cmp.Or(r.take(second, role, false), r.attached(o, role, slices.DeleteFunc(slices.Clone(role.Or), func(prep string) bool { return prep == "of" })))
}

// otherObject is the object of a verb that takes two beside the noun that goes with it: whom "gave X a sentence" and "X was given a
// sentence" are of; nil for none.
func (r *run) otherObject(o occurrence) []text.Phrase {
	list := r.patients(o.clause)
	if stands(list, o.object) {
		return nil
	}
	return list
}

// patients are the phrases of to whom, or what, is done what a verb tells: its object, or the subject of its passive.
func (r *run) patients(c int) []text.Phrase {
	if r.passive(c) {
		return r.s.Clauses[c].Subject
	}
	return r.s.Clauses[c].Object
}

// fartherOf fills a role of things of some kinds by the noun that a relative clause is of beyond the nearest, in the same phrase: "the law
// on rivers, which entered into force", "the fund for schools in Klina, established in May"; nil where it is none of those kinds.
func (r *run) fartherOf(clause *text.Clause, role *Role) *filler {
	if clause.Kind != text.RelativeClause || !role.is("words") || len(role.Heads) == 0 {
		return nil
	}
	for g := clause.Governor; g > 1 && r.s.Groups[g-1].Kind == text.Preposition && r.s.Groups[g-2].Kind == text.NounGroup; g -= 2 {
		if r.headed(g-2, role) {
			return r.take([]text.Phrase{{Group: g - 2}}, role, false)
		}
	}
	return nil
}
