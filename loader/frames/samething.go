package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// sameThing is the thing that a verb which goes on with another is done to as well, for which its object is a pronoun: "surrounded two
// posts and captured one of them"; nil where the object is none, or may stand for somebody.
func (r *run) sameThing(c int) []text.Phrase {
	clause := &r.s.Clauses[c]
	if clause.Kind != text.Coordinate || clause.Governor < 0 || len(clause.Object) != 1 || r.passive(c) {
		return nil
	}
	before := r.s.Clauses[r.s.In[clause.Governor]].Object
	if len(before) != 1 {
		return nil
	}
	things := append([]int{before[0].Group}, before[0].Of...)
	pronoun, several := r.pronounOf(clause.Object[0]), slices.ContainsFunc(things, r.plural)
	if pronoun == "" || (pronoun == "them") != several || !r.thing(things[0]) || slices.ContainsFunc(things, r.mayAct) {
		return nil
	}
	return before
}

// pronounOf is the "it" or the "them" that a phrase is, or is some of: "one of them"; "" for none.
func (r *run) pronounOf(p text.Phrase) string {
	for _, g := range append([]int{p.Group}, p.Of...) {
		if low := r.head(g).Low; low == "it" || low == "them" {
			return low
		}
	}
	return ""
}

// mayAct says that a noun group may be of people, or of those who act together.
func (r *run) mayAct(g int) bool {
	t := r.head(g)
	noun := text.Singular(t.Low)
	return t.Kind != text.Word || text.Animate(t.Low) || persons[noun] || collectives[noun] || teams[noun] || acting[noun]
}
