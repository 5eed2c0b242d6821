package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// doneLikewise says that each further date of a clause that tells of unrest stands behind "and" or a comma, at most with what there is the
// like of what stands before the first: the verb is said once for all. "Nine were abducted in May, six in June and two in July", "was
// attacked with stones on 4 May and a bottle on 6 May".
func (r *run) doneLikewise(o occurrence, dates []int) bool {
	if o.frame == nil || !o.frame.ofUnrest() || r.s.Groups[dates[len(dates)-1]].From < r.s.Groups[o.group].From {
		return false
	}
	for k := 1; k < len(dates); k++ {
		between := r.s.Groups[max(dates[k-1], min(o.group, dates[k]))+1 : dates[k]]
		if slices.ContainsFunc(between, func(g text.Group) bool { return !gap[g.Kind] }) {
			return false
		}
		part := 0
		for i, g := range between {
			if g.Kind == text.Conjunction && g.Low == "and" || g.Kind == text.Comma {
				part = i + 1
			}
		}
		if last := k == len(dates)-1; part == 0 || last && !slices.ContainsFunc(between, func(g text.Group) bool { return g.Kind == text.Conjunction }) {
			return false
		}
		if !r.likeBefore(o, dates[0], dates[k]-len(between)+part, dates[k]) {
			return false
		}
	}
	return true
}

// gap are the kinds of groups that may stand between the dates of one verb.
var gap = map[text.GroupKind]bool{text.Comma: true, text.Conjunction: true, text.Preposition: true, text.NounGroup: true, text.Adverb: true}

// likeBefore says that nothing new stands between two groups but a number, or a noun without a name that goes with the verb as one before
// its first date does: behind the same "with", or, where nobody is named to whom it is done, as who that is.
func (r *run) likeBefore(o occurrence, first, from, to int) bool {
	clause := &r.s.Clauses[o.clause]
	nouns := 0
	for g := from; g < to; g++ {
		group := &r.s.Groups[g]
		if group.Kind != text.NounGroup || r.head(g).Kind == text.Number {
			continue
		}
		nouns++
		with := first > 2 && r.s.Groups[first-3].Low == "with"
		named := slices.ContainsFunc(slices.Concat(clause.Subject, clause.Object), func(p text.Phrase) bool {
			return r.head(p.Group).Kind != text.Word || len(r.s.Groups[p.Group].Names) > 0 || len(p.Named) > 0
		})
		if nouns > 1 || len(group.Names) > 0 || r.head(g).Kind != text.Word || r.happens(g) || named && !with {
			return false
		}
	}
	return true
}
