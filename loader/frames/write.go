package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// writer writes what one occurrence states.
type writer struct {
	*run
	o     occurrence
	roles map[string]*filler
	when  text.Interval
	turn  int // of an event for each member of a list, the member's number, from one
}

// quote begins a fact: the words that say it are the sentence.
func (w *writer) quote() Fact {
	tokens := w.s.Tokens
	f := Fact{Frame: w.o.frame.Name, From: tokens[0].From, To: tokens[len(tokens)-1].To, At: w.head(w.o.group).From}
	return f
}

// entities are the fillers of a role, or of the report for series and place.
func (w *writer) entities(name string) []*lexicon.Entity {
	switch name {
	case "series":
		if w.context.Series != nil {
			return []*lexicon.Entity{w.context.Series}
		}
	case "place":
		if w.context.Place != nil {
			return []*lexicon.Entity{w.context.Place}
		}
	case "around":
		if at := w.placesAround(); len(at) > 0 {
			return []*lexicon.Entity{w.holdingAll(at)}
		}
		return w.entities("place")
	case "where":
		if at := w.where(w.o); len(at) > 0 {
			return at[:1]
		}
		return w.entities("place")
	}
	f := w.roles[name]
	if f == nil {
		return nil
	}
	all := f.entities
	for _, o := range f.offices {
		if o.Member {
			continue
		}
		all = append(slices.Clone(all), slices.DeleteFunc(slices.Clone(o.Bodies), func(b *lexicon.Entity) bool { return b.Label == "Place" })...)
	}
	return all
}

// add adds a fact, once a sentence.
func (w *writer) add(f Fact) {
	if f.Relation != nil {
		for i := range w.facts {
			if old := w.facts[i].Relation; old != nil && old.Type == f.Relation.Type && old.From == f.Relation.From && old.To == f.Relation.To &&
				within(old.Properties, f.Relation.Properties) {
				for k, v := range f.Relation.Properties {
					if k != "charge" || old.Properties[k] == nil {
						old.Properties[k] = v
					}
				}
				return
			}
		}
	}
	if f.Figure != nil && slices.ContainsFunc(w.facts, func(o Fact) bool { return o.Figure != nil && o.Figure.same(f.Figure) }) {
		return
	}
	w.facts = append(w.facts, f)
}

// within says that no property of one set has another value in the other, but that what somebody is found guilty of may be told in other
// words where the sentence goes on to the term: "found X guilty of theft and sentenced him to two years for taking a bell".
func within(a, b map[string]any) bool {
	goesOn := a["sentence"] == nil && b["sentence"] != nil
	for k, v := range a {
		if o, ok := b[k]; ok && o != v && !(k == "charge" && goesOn) {
			return false
		}
	}
	return true
}
