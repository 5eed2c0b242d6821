package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// denied says that what a clause tells, as somebody's words, is denied right behind it: "said that X had been arrested, which the police denied", "…, a claim rejected by the police".
func (r *run) denied(c int) bool {
	last := r.s.Clauses[c].Groups[len(r.s.Clauses[c].Groups)-1]
	return slices.ContainsFunc(r.s.Clauses, func(clause text.Clause) bool {
		if clause.Kind != text.RelativeClause || clause.Verb < last || !text.IsAny(r.s.Groups[clause.Verb].Low, denies) || r.s.Groups[clause.Verb].Verb.Negated {
			return false
		}
		first := clause.Groups[0]
		if clause.Marker == "which" {
			return first > 0 && r.s.Groups[first-1].Kind == text.Comma
		}
		return first > last && slices.ContainsFunc(r.s.Groups[last+1:first], func(g text.Group) bool { return g.Kind == text.NounGroup && sayings[g.Low] })
	})
}

// belied says that a clause tells of its subject that it is untrue: "the news that … turned out to be a hoax", "reports of the arrest of X were incorrect".
func (r *run) belied(c int) bool {
	clause := &r.s.Clauses[c]
	if clause.Verb < 0 || r.s.Groups[clause.Verb].Verb.Negated || len(clause.Subject) == 0 {
		return false
	}
	noun := r.head(clause.Subject[0].Group).Low
	return (sayings[noun] || sayings[text.Singular(noun)]) && slices.ContainsFunc(r.s.Groups[clause.Verb:], func(g text.Group) bool { return untrue[g.Low] })
}

// misreported says that a sentence tells of what it says that somebody reports it falsely.
func (r *run) misreported() bool {
	for g := range r.s.Groups {
		group := &r.s.Groups[g]
		if group.Kind != text.VerbGroup || !text.IsAny(group.Low, reportings) {
			continue
		}
		if slices.ContainsFunc(group.Verb.Adverbs, func(a string) bool { return untruly[a] }) || g+1 < len(r.s.Groups) && r.s.Groups[g+1].Kind == text.Adverb && untruly[r.s.Groups[g+1].Low] {
			return true
		}
	}
	return false
}
