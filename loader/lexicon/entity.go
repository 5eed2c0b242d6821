// Package lexicon knows names: those of its gazetteer, those that a document introduces, and what a name's form says that it is the name
// of. It knows nothing of sentences and of what they state.
package lexicon

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
)

// Entity is somebody or something that a text can name. Those of the gazetteer are shared; a document adds its own.
type Entity struct {
	Label, Kind  string   // Kind: the organizationKind or placeKind
	Name         string   // canonical
	Home         string   // of a person of the gazetteer, the country whose offices are meant where the text names none; of a mission, where it works
	Number, Year int      // of a resolution
	Acronym      string   // "" where it has none
	From, To     int      // of a mission of the gazetteer: the years in which it worked, 0 where that is not over
	Listed       bool     // the gazetteer's
	homes        []string // if not empty, its acronyms and generic names count in reports on these alone
}

// ID is the id of the entity's node.
func (e *Entity) ID() string {
	if e.Label == "Resolution" {
		return ontology.NodeID(e.Label, fmt.Sprint(e.Number))
	}
	return ontology.NodeID(e.Label, fold.Name(e.Name))
}

// IsAcronym says that a name is letters in capitals, as in KFOR or PDK: it is never the name where a fuller form is held.
func IsAcronym(s string) bool {
	upper := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			upper++
		case c == ' ' || unicode.IsLower(c) && upper < 2:
			return false
		}
	}
	return upper >= 2 && utf8.RuneCountInString(s) <= 12
}
