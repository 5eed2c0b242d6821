package loader

import (
	"slices"
	"strings"

	"councilgraph/graph/fold"
	"councilgraph/loader/lexicon"
)

// office is what an Office slot holds: an office or leadership, and where the text says it is held.
type office struct {
	title  string // in the singular
	former bool
	still  bool // the text calls it current
	// nameless says that it is held at a body that the text does not name: "the party's president".
	nameless bool
	plural   bool // the text has it in the plural
	bodies   []*lexicon.Entity
}

// discourse is what the regular grammars keep from sentence to sentence: which bodies were spoken of, and the last day. Persons are the frames' to keep.
type discourse struct {
	bodies []*lexicon.Entity // bodies of the document, in the order in which they were last named
	here   []*lexicon.Entity // those that the paragraph has named
	day    string            // the last that the paragraph told
}

// paragraph begins a paragraph.
func (d *discourse) paragraph() { d.day, d.here = "", nil }

// near says that the paragraph has named a body.
func (d *discourse) near(e *lexicon.Entity) bool { return slices.Contains(d.here, e) }

// sentence takes note of the days of a sentence once its facts are read.
func (d *discourse) sentence(t *annotatedText) {
	for _, s := range t.slots {
		if s.date != nil && !s.date.Relative && len(s.date.Days) > 0 {
			if day := s.date.Days[0].Day(); day != "" {
				d.day = day
			}
		}
	}
}

func (d *discourse) body(e *lexicon.Entity) {
	d.here = append(d.here, e)
	d.bodies = append(slices.DeleteFunc(d.bodies, func(o *lexicon.Entity) bool { return o == e }), e)
}

// lastBody is the body named last whose name has a word in it: "the Tribunal" after the International Criminal Tribunal.
func (d *discourse) lastBody(word string) *lexicon.Entity {
	word = fold.Text(word)
	for i := len(d.bodies) - 1; i >= 0; i-- {
		if e := d.bodies[i]; slices.Contains(strings.Fields(fold.Text(e.Name)), word) {
			return e
		}
	}
	return nil
}
