package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// succeeded fills the role of whose place somebody takes from an infinitive or a gerund that says so: "to succeed X, I have appointed Y
// as", "Y was elected Mayor, replacing X"; nil where none does.
func (r *run) succeeded(o occurrence, role *Role) *filler {
	if !slices.Contains(role.Or, "succession to") {
		return nil
	}
	for c := range r.s.Clauses {
		aim := &r.s.Clauses[c]
		if aim.Parent == o.clause && r.comesAfter(aim.Verb) && (aim.Kind == text.InfinitiveClause || r.s.Tokens[r.s.Groups[aim.Verb].From].Tag == "VBG") {
			return r.take(aim.Object, role, false)
		}
	}
	return nil
}

// comesAfter says that a group is a verb of coming after somebody in office.
func (r *run) comesAfter(g int) bool {
	return g >= 0 && g < len(r.s.Groups) && r.s.Groups[g].Kind == text.VerbGroup && text.IsAny(r.s.Groups[g].Low, comesAfter)
}
