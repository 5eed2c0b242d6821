package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
)

// nesting says that a place lies in another one.
type nesting struct{ place, in *lexicon.Entity }

// Lies takes note that the sentence to be read next states of a place that it names in which other one it lies: "in Batusha, Klina
// municipality".
func (r *Reader) Lies(place, in *lexicon.Entity) { r.nested = append(r.nested, nesting{place, in}) }

// widen gives events that happened at a place also those in which its sentence states that place to lie, behind it.
func (r *run) widen() {
	for _, f := range r.facts {
		if f.Event != nil {
			f.Event.widen(r.nested)
		}
	}
	r.nested = nil
}

// widen gives an event also the places in which its own lie, each behind the last that lies there.
func (e *Event) widen(nested []nesting) {
	for i := 0; i < len(e.Places); i++ {
		for _, n := range nested {
			if n.place != e.Places[i] || slices.Contains(e.Places, n.in) {
				continue
			}
			last := i
			for k, p := range e.Places {
				if slices.Contains(nested, nesting{p, n.in}) {
					last = k
				}
			}
			e.Places = slices.Insert(slices.Clone(e.Places), last+1, n.in)
			e.wider = append(e.wider, n.in)
		}
	}
}

// spots are the places of an event without those that are only told as where these lie: what happened at two of them is two, though both
// lie in a third.
func (e *Event) spots() []*lexicon.Entity {
	return slices.DeleteFunc(slices.Clone(e.Places), func(p *lexicon.Entity) bool { return slices.Contains(e.wider, p) })
}

// holdingAll is the one place in which the sentence states all of several to lie, "in the Dragodan and Vranjevac districts of Pristina";
// else the first of them.
func (r *run) holdingAll(of []*lexicon.Entity) *lexicon.Entity {
	for _, n := range r.nested {
		if n.place != of[0] {
			continue
		}
		in := 0
		for _, p := range of {
			if slices.Contains(r.nested, nesting{p, n.in}) {
				in++
			} else if p != n.in {
				in = 0
				break
			}
		}
		if in > 1 {
			return n.in
		}
	}
	return of[0]
}
