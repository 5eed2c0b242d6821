package loader

import (
	regexp "github.com/wasilibs/go-re2"

	"councilgraph/loader/lexicon"
)

// attributive is what follows a place that says which thing is meant, not where: "the Belgrade-Pristina agreement", "in Serbia's view".
var attributive = regexp.MustCompile(`^(?:[-–’']|s\b)`)

// where are the places that the sentence of a match names as those of what it tells: the next after the match's beginning, else the last
// before it; a country only where it names nothing narrower.
func (r *reader) where(m match) (at []*lexicon.Entity) {
	best := -1
	for _, found := range r.rules.atPlace.FindAllStringSubmatchIndex(m.annotatedText.text, -1) {
		if attributive.MatchString(m.annotatedText.text[found[3]:]) {
			continue
		}
		var places []*lexicon.Entity
		for _, s := range m.annotatedText.slotsIn(found[2], found[3]) {
			places = append(places, s.entities...)
		}
		rank := 0 // a country before, a place before, a country after, a place after
		if found[2] >= m.at[0] {
			rank = 2
		}
		if k := places[0].Kind; k != "COUNTRY" && k != "TERRITORY" {
			rank += 3
		}
		if rank > best || rank == best && found[2] < m.at[0] {
			best, at = rank, places
		}
	}
	return at
}
