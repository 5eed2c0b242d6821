package frames

import (
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// figuresInTurn writes, with "respectively", each of several counts by itself, of the place, on the day, or both, of its number: "blasts in
// Klina and Peja injured two and four bakers, respectively". What is told of more places than one, and pairs with none, writes nothing;
// false where the counts are one.
func (w *writer) figuresInTurn(o *Figure, counts []float64) bool {
	n := len(counts)
	places, days := w.placesJoined(n), w.daysTold()
	if places == nil && len(days) != n {
		return len(w.placesAround()) > 1
	}
	for i, value := range counts {
		one := *o
		one.Value, one.verb = value, -1
		if places != nil {
			one.Of = places[i]
		}
		if len(days) == n {
			one.Day = days[i].Day()
		}
		fact := w.quote()
		fact.Figure = &one
		w.add(fact)
		w.memory.figures = append(w.memory.figures, &one)
	}
	return true
}

// placesJoined are as many places as are wanted that one after the other stand in a sentence with nothing but commas, "and" and
// prepositions between them; nil where no such list has so many.
func (r *run) placesJoined(n int) (all []*lexicon.Entity) {
	for g := range r.s.Groups {
		switch group := &r.s.Groups[g]; group.Kind {
		case text.NounGroup:
			at := r.named(g, place)
			if len(at) != 1 && len(all) == n {
				return all
			}
			if len(at) != 1 {
				all = nil
				continue
			}
			all = append(all, at[0])
		case text.Comma, text.Conjunction, text.Preposition:
		default:
			if len(all) == n {
				return all
			}
			all = nil
		}
	}
	return nil
}

// daysTold are the days that a sentence tells, in their order.
func (r *run) daysTold() (all []text.Interval) {
	for g := range r.s.Groups {
		if d := r.whenGroup(g); r.s.Groups[g].Kind == text.When && d != nil && !d.Relative {
			all = append(all, d.Days...)
		}
	}
	return all
}
