package frames

import (
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Prepositions before the place where something happens.
var whereat = words(`in at near outside inside within around throughout across on into onto`)

var place = &Role{Name: "place", Is: []string{"Place"}}

// where are the places of an occurrence: those of the nearest of its settings that names any; the narrowest, behind its predicate before in front of it.
func (r *run) where(o occurrence) []*lexicon.Entity {
	for _, setting := range r.settings(o) {
		if at := r.placesIn(setting, o.group); len(at) > 0 {
			return at
		}
	}
	for _, setting := range r.meanwhile(o) {
		if at := r.placesIn(setting, o.group); len(at) > 0 {
			return at
		}
	}
	return nil
}

func (r *run) placesIn(at stretch, predicate int) (best []*lexicon.Entity) {
	rank := -1
	for i := range at.clause.Attached {
		a := &at.clause.Attached[i]
		if !whereat[a.Prep] || a.At < at.from || a.At >= at.to {
			continue
		}
		f := r.resolve(a.Phrases, place, false)
		if f == nil || len(f.entities) == 0 || r.ofCharge(a, at.clause) {
			continue
		}
		own := 0
		if !country(f.entities[0]) {
			own = 2
		} else if a.Prep == "on" { // "talks on Kosovo"
			continue
		}
		if a.At > predicate {
			own++
		}
		if own > rank {
			rank, best = own, f.entities
		}
	}
	return best
}

func country(e *lexicon.Entity) bool { return e.Kind == "COUNTRY" || e.Kind == "TERRITORY" }

// ofCharge says that a place stands right behind what somebody is charged with: the place of the crime, not of the trial.
func (r *run) ofCharge(a *text.Attachment, clause *text.Clause) bool {
	for i := range clause.Attached {
		b := &clause.Attached[i]
		if b.At < a.At && (b.Prep == "for" || b.Prep == "of" && !r.ofPeople(b) || b.Prep == "to") && r.accuses && b.At > clause.Verb && a.At-b.At <= 4 {
			return true
		}
	}
	return false
}

// ofPeople says that an "of" stands between a noun of people and who they are: "a group of smugglers".
func (r *run) ofPeople(a *text.Attachment) bool {
	for _, p := range a.Phrases {
		if t := r.head(p.Group); t.Kind == text.Name || text.Animate(t.Low) {
			return true
		}
	}
	return false
}
