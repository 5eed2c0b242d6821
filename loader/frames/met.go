package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// met fills the role of those with whom something is agreed, where the verb tells of none, by those whom the same subject met right before:
// "X met with representatives of Y and signed an agreement".
func (r *run) met(o occurrence, role *Role) *filler {
	clause := &r.s.Clauses[o.clause]
	if o.noun || clause.Kind != text.Coordinate || clause.Parent < 0 || o.frame.kind() != "AGREEMENT" || !slices.Contains(role.Or, "with") {
		return nil
	}
	before := &r.s.Clauses[clause.Parent]
	if before.Verb < 0 || !text.IsAny(r.s.Groups[before.Verb].Low, meets) || r.passive(clause.Parent) || !r.holds(clause.Parent) {
		return nil
	}
	if f := r.take(before.Object, role, false); f.found() {
		return f
	}
	return r.attached(occurrence{frame: o.frame, clause: clause.Parent, group: before.Verb, object: -1}, role, []string{"with"})
}
