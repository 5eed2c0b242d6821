package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

var (
	// Nouns of what somebody else gives to what is done: "with the support of", "in the presence of".
	parts = words(`support assistance help participation cooperation involvement presence attendance facilitation collaboration aid backing`)
	// Nouns of what is done together, before "with": "in partnership with".
	unions = words(`partnership cooperation coordination collaboration conjunction consultation concert`)
	// Participles of those who are with whom they tell of: "assisted by".
	joins = words(`support assist accompany join help back facilitate`)
)

// anybody is who may take part in an event.
var anybody = &Role{Name: "joined", Is: []string{"Person", "Organization", "Court"}}

// joined are those who the clause of an occurrence says took part in what others did: "with the support of KFOR", "in partnership with UNHCR", "EULEX, assisted by the Kosovo Police".
func (r *run) joined(o occurrence) (all []*lexicon.Entity) {
	clause := &r.s.Clauses[o.clause]
	if clause.Verb < 0 || o.noun && !r.happening(o) {
		return nil
	}
	add := func(list []text.Phrase) {
		for i := range list {
			for _, e := range r.joining(&list[i]) {
				if !slices.Contains(all, e) {
					all = append(all, e)
				}
			}
		}
	}
	for i := range clause.Attached {
		a := &clause.Attached[i]
		if len(a.Phrases) == 0 {
			continue
		}
		before := ""
		if a.At > 0 {
			before = text.Singular(r.s.Groups[a.At-1].Low)
		}
		head := r.head(a.Phrases[0].Group)
		switch {
		case a.Prep == "with" && unions[before] && r.prepositionOf(a.At-1) == "in" && !r.ofHappening(a),
			(a.Prep == "with" || a.Prep == "in") && head.Kind == text.Word && parts[text.Singular(head.Low)]:
			add(a.Phrases)
		case a.Prep == "from" && parts[before] && r.prepositionOf(a.At-1) == "with":
			add(a.Phrases)
		}
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Kind != text.RelativeClause || inner.Parent != o.clause || inner.Verb < 0 || !stands(clause.Subject, inner.Governor) || !r.passive(c) || !among(r.s.Groups[inner.Verb].Low, joins) {
			continue
		}
		for i := range inner.Attached {
			if a := &inner.Attached[i]; a.Prep == "by" {
				add(a.Phrases)
			}
		}
	}
	return all
}

// joining are those whom a phrase names: itself, or beside a noun of what they give ("the support of KFOR", "UNICEF support").
func (r *run) joining(p *text.Phrase) (all []*lexicon.Entity) {
	if !parts[text.Singular(r.head(p.Group).Low)] {
		all, _ = r.one(p, anybody, false)
		return all
	}
	for _, of := range p.Of {
		all = append(all, r.named(of, anybody)...)
	}
	group := &r.s.Groups[p.Group]
	for _, n := range append(slices.Clone(group.Names), group.Possessor) {
		if n < 0 {
			continue
		}
		if s := span(&r.s.Tokens[n]); s != nil {
			for _, e := range s.Entities {
				if anybody.accepts(e) {
					all = append(all, e)
				}
			}
		}
	}
	return all
}
