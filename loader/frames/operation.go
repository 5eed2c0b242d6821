package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// operation are those in whose operation an occurrence came about, as its clause says, and those who took part in it: "seven men were
// arrested in an operation of the police, supported by EULEX".
func (r *run) operation(o occurrence) (acting, joined []*lexicon.Entity) {
	clause := &r.s.Clauses[o.clause]
	if clause.Verb < 0 {
		return nil, nil
	}
	if o.noun {
		return r.ranWhatLed(o), nil
	}
	for i := range clause.Attached {
		a := &clause.Attached[i]
		if len(a.Phrases) == 0 || a.Prep != "in" && a.Prep != "during" && a.Prep != "as" {
			continue
		}
		g := a.Phrases[0].Group
		if of := a.Phrases[0].Of; len(of) > 0 && !operations[text.Singular(r.head(g).Low)] { // "as part of an operation", "in the course of an operation"
			g = of[0]
			if r.head(a.Phrases[0].Group).Low == "result" && r.head(g).Low == "investigation" { // who investigated need not have arrested
				continue
			}
		}
		if operations[text.Singular(r.head(g).Low)] {
			acting = append(acting, r.runBy(g)...)
			joined = append(joined, r.behindNoun(g, "with")...)
			joined = append(joined, r.toldBy(g, joins)...)
			joined = append(joined, r.told(g, jointly, "with")...)
		}
	}
	return acting, joined
}

// ranWhatLed are those whose operation led to what a noun names: "a joint operation of X and Y led to the arrest of nine men", "an
// operation of X was conducted, leading to nine arrests".
func (r *run) ranWhatLed(o occurrence) (acting []*lexicon.Entity) {
	clause := &r.s.Clauses[o.clause]
	verb := r.s.Groups[clause.Verb].Low
	if governor := r.governing(o.group, o.clause); governor >= 0 && governor != clause.Verb { // "led to arrests in connection with the murder of X"
		return nil
	}
	if o.group < clause.Verb || r.passive(o.clause) || !text.IsAny(verb, causes) || r.prepositionOf(o.group) == "by" {
		return nil
	}
	brings := clause.Subject
	if clause.Parent >= 0 && len(brings) == 0 {
		brings = r.s.Clauses[clause.Parent].Subject
	}
	acting = r.leaders(clause)
	for _, p := range brings {
		if operations[text.Singular(r.head(p.Group).Low)] {
			acting = append(acting, r.runBy(p.Group)...)
			if g := p.Group; g > 1 && r.s.Groups[g-1].Kind == text.Conjunction && len(r.s.Groups[g].Names) > 0 { // "a joint X and Y operation"
				acting = append(acting, r.named(g-2, doer)...)
			}
		}
	}
	return acting
}

// leaders are those who run what a clause tells the outcome of: "X led an operation that resulted in", "X conducted patrols, leading to".
func (r *run) leaders(clause *text.Clause) []*lexicon.Entity {
	if clause.Parent < 0 || clause.Kind != text.RelativeClause && clause.Kind != text.Coordinate {
		return nil
	}
	outer := &r.s.Clauses[clause.Parent]
	if outer.Verb < 0 || r.passive(clause.Parent) || !text.IsAny(r.s.Groups[outer.Verb].Low, runs) || clause.Governor < outer.Verb {
		return nil
	}
	if clause.Kind == text.Coordinate && r.s.Tokens[r.s.Groups[clause.Verb].Head].Tag != "VBG" {
		return nil
	}
	if !slices.ContainsFunc(outer.Object, func(p text.Phrase) bool {
		return operations[text.Singular(r.head(p.Group).Low)] && (clause.Kind == text.Coordinate || clause.Governor == p.Group)
	}) {
		return nil
	}
	if f := r.take(outer.Subject, doer, false); f != nil {
		return f.entities
	}
	return nil
}

// bodies fill it that do something.
var doer = &Role{Name: "doer", Is: []string{"Organization"}, Or: []string{"modifier", "possessive"}}

// runBy are the bodies whose operation a noun group names: by its modifiers, by what hangs on it, or by a participle.
func (r *run) runBy(g int) (all []*lexicon.Entity) {
	if f := r.possessive(g, doer); f != nil {
		all = f.entities
	}
	return slices.Concat(all, r.behindNoun(g, "by", "of", "between"), r.toldBy(g, runs))
}

// behindNoun are the bodies behind prepositions in the phrase of a noun group.
func (r *run) behindNoun(g int, preps ...string) (all []*lexicon.Entity) {
	own := r.phrase(g)[0]
	for i := range own.clause.Attached {
		if a := &own.clause.Attached[i]; a.At > g && a.At < own.to && slices.Contains(preps, a.Prep) {
			if f := r.take(a.Phrases, doer, false); f != nil {
				all = append(all, f.entities...)
			}
		}
	}
	return all
}

// toldBy are the bodies behind "by" of participles that are of a noun group.
func (r *run) toldBy(g int, verbs map[string]bool) []*lexicon.Entity { return r.told(g, verbs, "by") }

// told are the bodies behind a preposition of participles that are of a noun group: "an operation coordinated with the police".
func (r *run) told(g int, verbs map[string]bool, prep string) (all []*lexicon.Entity) {
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Kind != text.RelativeClause || inner.Verb < 0 || inner.Governor != g || !r.passive(c) || !text.IsAny(r.s.Groups[inner.Verb].Low, verbs) {
			continue
		}
		for i := range inner.Attached {
			if a := &inner.Attached[i]; a.Prep == prep {
				if f := r.take(a.Phrases, doer, false); f != nil {
					all = append(all, f.entities...)
				}
			}
		}
	}
	return all
}
