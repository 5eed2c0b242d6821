package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// ofFellow says that a place at i is that of another happening, which a conjunction joins to the one that a noun names, where that which
// stands first, or this one behind it, has a day of its own: "an assault on two men on 4 May and the stabbing of a third in Klina".
func (r *run) ofFellow(noun int, at stretch, i int) bool {
	if noun < 0 || noun >= len(r.s.Groups) || r.s.Groups[noun].Kind != text.NounGroup {
		return false
	}
	if i < noun {
		return r.furtherHappening(noun) && r.dateIn(r.phrase(noun)[0]) != nil && slices.ContainsFunc(at.clause.Groups, func(g int) bool {
			return g < i && r.happens(g) && r.belongsTo(g, at, i)
		})
	}
	for h := noun + 2; h < i; h++ {
		if r.furtherHappening(h) && r.belongsTo(h, at, i) {
			return slices.ContainsFunc(r.s.Groups[noun+1:h], func(g text.Group) bool { return g.Kind == text.When })
		}
	}
	return false
}

// furtherHappening says that a noun names what happened and stands behind a conjunction.
func (r *run) furtherHappening(h int) bool {
	return h > 0 && r.s.Groups[h].Kind == text.NounGroup && r.s.Groups[h-1].Kind == text.Conjunction && r.happens(h)
}
