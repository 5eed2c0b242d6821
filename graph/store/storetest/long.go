package storetest

import (
	"fmt"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Long is a report of so many paragraphs of a thousand characters, each of which mentions a place of its own.
func Long(o *ontology.Ontology, paragraphs int) store.Document {
	b := document(o, "UNMIK", "2015-01-01", "2015-03-31", "S/2015/303", "", "The first paragraph.")
	for i := range paragraphs {
		b.paragraph(fmt.Sprintf("Paragraph %d. %s", i, strings.Repeat("It is long. ", 80)))
		place := b.entity("Place", fmt.Sprintf("Town %04d", i), map[string]any{"placeKind": "CITY"})
		b.say("MENTIONS", b.doc.Relations[len(b.doc.Relations)-1].To, place, nil)
		b.say("OPERATES_IN", b.entity("Organization", "Kosovo Force", map[string]any{"organizationKind": "MILITARY_FORCE"}), place, nil)
	}
	return b.doc
}
