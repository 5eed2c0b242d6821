package frames

import (
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// bodies fill it to whom something is done.
var affected = &Role{Name: "affected", Is: []string{"Organization", "Court"}, Plain: true}

// affected are those to whom the verb of an occurrence does something by what it does to their deed: "monitored the testing by X", "the
// blockade by X was dispersed", "overruled the decision of the Court of Appeals", "granted the request of X".
func (r *run) affected(o occurrence) (all []*lexicon.Entity) {
	clause := &r.s.Clauses[o.clause]
	if o.noun || clause.Verb < 0 {
		return nil
	}
	verb, passive := r.s.Groups[o.group].Low, r.passive(o.clause)
	if text.IsAny(verb, watches) {
		for i := range clause.Attached {
			a := &clause.Attached[i]
			if a.Prep != "by" || passive != (a.At < clause.Verb) {
				continue
			}
			if f := r.resolve(a.Phrases, affected, false); f != nil {
				all = append(all, f.entities...)
			}
		}
	}
	list := clause.Object
	if passive {
		list = clause.Subject
	}
	for _, p := range list {
		if text.IsAny(verb, granting) && pleas[text.Singular(r.head(p.Group).Low)] {
			all = append(all, r.pleading(clause, p)...)
		}
		if !text.IsAny(verb, reviews) || !judgements[text.Singular(r.head(p.Group).Low)] {
			continue
		}
		for _, of := range p.Of {
			all = append(all, r.named(of, &Role{Is: []string{"Court"}})...)
		}
	}
	return all
}

// pleading are the bodies whose request a phrase names: "the request of X to extradite him", "X's request", "a request by X".
func (r *run) pleading(clause *text.Clause, p text.Phrase) (all []*lexicon.Entity) {
	for _, of := range p.Of {
		all = append(all, r.named(of, affected)...)
	}
	if f := r.possessive(p.Group, affected); len(all) == 0 && f != nil {
		all = f.entities
	}
	for i := range clause.Attached {
		if a := &clause.Attached[i]; (a.Prep == "by" || a.Prep == "from") && a.At == p.Group+1 {
			if f := r.resolve(a.Phrases, affected, false); f != nil {
				all = append(all, f.entities...)
			}
		}
	}
	return all
}

// hurtIn fills the role of a victim of what a noun names by those of whom its clause tells that they were hurt in it: "X was injured in an
// attack".
func (r *run) hurtIn(o occurrence, role *Role) *filler {
	clause := &r.s.Clauses[o.clause]
	if !o.noun || o.frame.Marks[role.Name] != "victim" || clause.Verb < 0 || !r.holds(o.clause) {
		return nil
	}
	if prep := r.prepositionOf(o.group); prep != "in" && prep != "during" {
		return nil
	}
	verb := r.s.Groups[clause.Verb].Low
	hurt := r.passive(o.clause) && text.IsAny(verb, injures) ||
		!r.passive(o.clause) && text.IsAny(verb, suffers) && len(clause.Object) > 0 && wounds[text.Singular(r.head(clause.Object[0].Group).Low)]
	if !hurt {
		return nil
	}
	// not a person whose guards they are
	if f := r.take(clause.Subject, role.byName(), true); f != nil && len(f.entities) > 0 {
		return f
	}
	return r.take(clause.Subject, role.ofBodies(), true)
}

// harmed is a role that a person fills only by name, where its frame tells of harm: who stones the guards of X does not stone X.
func (r *run) harmed(role *Role) *Role {
	if r.harms {
		return role.ofBodies()
	}
	return role
}
