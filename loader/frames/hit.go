package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// siteHit are the places that an attack hits, but countries, or by which what it hits is called, where that stands there: "shelled Klina",
// "attacked the Klina courthouse", "the assault of the hospital of Klina".
func (r *run) siteHit(o occurrence) (at []*lexicon.Entity) {
	if o.frame == nil || !slices.ContainsFunc(o.frame.Events, func(e EventWrite) bool { return e.Kind == "ATTACK" || e.Kind == "SEIZURE" }) {
		return nil
	}
	for _, p := range r.hit(o) {
		if clause := &r.s.Clauses[o.clause]; r.townHit(o, p) && (o.noun || stands(clause.Object, p.Group) || stands(clause.Subject, p.Group) || r.prepositionOf(p.Group) == "upon") {
			at = append(at, r.named(p.Group, place)...)
			continue
		}
		if len(p.Of) > 0 && dwellings[text.Singular(r.head(p.Group).Low)] {
			if s := span(r.head(p.Of[0])); s != nil && s.Office != nil && !s.Office.Former {
				at = append(at, slices.DeleteFunc(slices.Clone(s.Office.Bodies), func(e *lexicon.Entity) bool { return !place.accepts(e) || country(e) })...)
			}
			continue
		}
		if r.townsfolk(o, p) {
			at = append(at, r.named(p.Of[0], place)...)
			continue
		}
		if r.s.Groups[p.Group].Kind != text.NounGroup || !r.site(p.Group) {
			continue
		}
		if len(p.Of) > 0 {
			at = append(at, r.named(p.Of[0], place)...)
		}
		for _, n := range r.s.Groups[p.Group].Names {
			if s := span(&r.s.Tokens[n]); s != nil {
				at = append(at, slices.DeleteFunc(slices.Clone(s.Entities), func(e *lexicon.Entity) bool { return !place.accepts(e) })...)
			}
		}
	}
	return at
}

// aimedAt are the places where what is shot at stands, of which a clause tells from where it was: "fired from a hill near Peja towards a
// bus in Klina", "shelled Klina from a hill near Peja".
func (r *run) aimedAt(o occurrence) []*lexicon.Entity {
	if o.noun || o.frame == nil || !o.frame.ofUnrest() {
		return nil
	}
	clause := &r.s.Clauses[o.clause]
	from := slices.IndexFunc(clause.Attached, func(a text.Attachment) bool { return a.Prep == "from" && a.At > o.group })
	if from < 0 {
		return nil
	}
	for _, a := range clause.Attached[from+1:] {
		if shotAt[a.Prep] && r.head(a.Phrases[0].Group).Kind == text.Word {
			if at := r.placesIn(stretch{clause, a.At, 1 << 30}, o.group); len(at) > 0 {
				return at
			}
		}
	}
	return r.siteHit(o)
}

// besetAt are the places at which those were doing something whom an attack befell, as the verb behind them tells: "opened fire on boys
// swimming in a river near Klina"; not where they live.
func (r *run) besetAt(o occurrence) []*lexicon.Entity {
	if o.frame == nil || !o.frame.ofUnrest() && len(o.frame.Figures) == 0 {
		return nil
	}
	whom := r.hit(o)
	if !o.noun && r.passive(o.clause) {
		whom = slices.Concat(whom, r.s.Clauses[o.clause].Subject)
	}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Kind != text.RelativeClause || inner.Verb < 0 || !among(whom, inner.Governor) || text.IsAny(r.s.Groups[inner.Verb].Low, abides) {
			continue
		}
		if verb := r.s.Groups[inner.Verb].Verb; r.head(inner.Verb).Tag == "VBG" && !verb.Perfect && !verb.Negated && verb.Modal == "" {
			if at := r.placesIn(whole(inner), inner.Verb); len(at) > 0 {
				return at
			}
		}
	}
	return nil
}

// among says that a noun group heads a phrase of a list, or stands behind the "of" of one.
func among(list []text.Phrase, g int) bool {
	return slices.ContainsFunc(list, func(p text.Phrase) bool { return p.Group == g || slices.Contains(p.Of, g) })
}

// townHit says that what an attack is made on is a place by its own name, no country: "shelled Klina", "the bombing of Klina".
func (r *run) townHit(o occurrence, p text.Phrase) bool {
	if r.s.Groups[p.Group].Kind != text.NounGroup || r.head(p.Group).Kind != text.Name || !o.frame.ofUnrest() {
		return false
	}
	at := r.named(p.Group, place)
	return len(at) > 0 && !slices.ContainsFunc(at, country)
}

// hit are the phrases of what an attack is made on: the object of a verb, or what stands behind the preposition of a noun or of a verb.
func (r *run) hit(o occurrence) []text.Phrase {
	clause := &r.s.Clauses[o.clause]
	switch {
	case !o.noun && r.passive(o.clause) && len(clause.Subject) > 0 && (r.site(clause.Subject[0].Group) || r.townHit(o, clause.Subject[0]) || r.townsfolk(o, clause.Subject[0])):
		return clause.Subject
	case !o.noun:
		hit := clause.Object
		for _, a := range clause.Attached {
			if a.At > o.group && slices.Contains([]string{"at", "to", "into", "on", "upon"}, a.Prep) {
				hit = slices.Concat(hit, a.Phrases)
			}
		}
		return hit
	}
	own := r.phrase(o.group)[0]
	for _, a := range own.clause.Attached {
		if a.At == own.from+1 && slices.Contains([]string{"of", "on", "against"}, a.Prep) {
			return a.Phrases
		}
	}
	return nil
}

// townsfolk says that those on whom an attack is made are uncounted, so the people of a place, no country, where nothing tells that they
// were elsewhere: "residents of Klina were attacked", not "two residents of Klina", nor "residents of Klina on a train".
func (r *run) townsfolk(o occurrence, p text.Phrase) bool {
	group := &r.s.Groups[p.Group]
	if o.noun || !o.frame.ofUnrest() || group.Kind != text.NounGroup || group.Count != nil || len(p.Of) != 1 || !townsfolk[r.head(p.Group).Low] || len(group.Names) > 0 {
		return false
	}
	for _, a := range r.s.Clauses[o.clause].Attached {
		if a.Prep != "of" && a.Prep != "by" && a.Prep != "with" && !stands(a.Phrases, p.Group) && len(a.Phrases) > 0 && r.s.Groups[a.Phrases[0].Group].Kind == text.NounGroup {
			return false
		}
	}
	at := r.named(p.Of[0], place)
	return len(at) == 1 && !country(at[0])
}
