package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// helps says that a noun group stands behind one of the prepositions behind which a frame means it, and that this goes with all that the
// clause tells, not with its verb alone: "opened a school with the help of X", not "dealt with the help of X".
func (r *run) helps(g int, f *Frame) bool {
	prep := r.prepositionOf(g)
	if !slices.Contains(f.Behind, prep) {
		return false
	}
	clause := &r.s.Clauses[r.s.In[g]]
	if clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, wanted) { // "with the help of X, Y is planning to"
		return false
	}
	return clause.Verb < 0 || clause.Verb+1 == len(r.s.Groups) || r.s.Groups[clause.Verb].Verb.Passive || r.s.Groups[clause.Verb+1].Kind != text.Preposition || r.s.Groups[clause.Verb+1].Low != prep
}
