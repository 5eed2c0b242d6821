package frames

import (
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// authors are the bodies of whose text a participle, or a passive in a relative clause, tells that it was brought out, by nobody else that
// it names: "the decision of the Ministry, adopted on 4 May", "General Assembly resolution 60/210 adopted on 4 May".
func (r *run) authors(o occurrence) []*lexicon.Entity {
	clause := &r.s.Clauses[o.clause]
	if o.noun || clause.Kind != text.RelativeClause || clause.Governor < 0 || !r.passive(o.clause) || !text.IsAny(r.s.Groups[clause.Verb].Low, issues) {
		return nil
	}
	for i := range clause.Attached {
		if clause.Attached[i].Prep == "by" {
			return nil
		}
	}
	g := r.outermost(clause.Governor)
	if !r.ofText(g) && !declares[text.Singular(r.s.Groups[g].Low)] {
		return nil
	}
	if outer := &r.s.Clauses[clause.Parent]; r.s.Groups[g].Det == "its" && outer.Verb > g { // "by its resolution adopted on 4 May, the Council extended"
		if f := r.resolve(outer.Subject, affected, true); f != nil {
			return f.entities
		}
		return nil
	}
	if g+2 < len(r.s.Groups) && r.s.Groups[g+1].Low == "of" {
		return r.named(g+2, affected)
	}
	if f := r.possessive(g, doer); f != nil {
		return f.entities
	}
	return nil
}
