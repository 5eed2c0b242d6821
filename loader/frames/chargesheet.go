package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// charges is the clause that tells who is accused in the indictment that the verb of an occurrence goes with, and of what: one that hangs
// on it, "confirmed the indictment in which X is charged with fraud", "the indictment that charges X"; or in which it stands, where the
// verb is of a clause that hangs on it, "X was charged with fraud in an indictment confirmed by the court"; -1 for none.
func (r *run) charges(o occurrence) int {
	n := o.object
	if n < 0 || !chargeSheets[text.Singular(r.s.Groups[n].Low)] {
		return -1
	}
	return slices.IndexFunc(r.s.Clauses, func(c text.Clause) bool {
		if c.Verb < 0 || !text.IsAny(r.s.Groups[c.Verb].Low, accusing) || !r.holds(r.s.In[c.Verb]) {
			return false
		}
		if c.Kind == text.RelativeClause && c.Governor == n && c.Marker != "" {
			return true
		}
		outside := !slices.Contains(r.s.Clauses[o.clause].Groups, n)
		return outside && slices.ContainsFunc(c.Attached, func(a text.Attachment) bool { return writtenIn[a.Prep] && stands(a.Phrases, n) })
	})
}

// accusedIn fills the role of somebody accused by whom the indictment of an occurrence is told to accuse.
func (r *run) accusedIn(o occurrence, role *Role) *filler {
	if o.frame.Marks[role.Name] != "accused" {
		return nil
	}
	c := r.charges(o)
	if c < 0 {
		return nil
	}
	return r.take(r.patients(c), role, r.passive(c))
}

// accusedOf fills a role of words by what the indictment of an occurrence is told to accuse somebody of.
func (r *run) accusedOf(o occurrence, role *Role, roles map[string]*filler) *filler {
	c := r.charges(o)
	if c < 0 {
		return nil
	}
	of := *role
	of.Or = []string{"of", "with", "for"}
	return r.wholeWords(occurrence{frame: o.frame, clause: c, group: r.s.Clauses[c].Verb, object: -1}, &of, roles)
}
