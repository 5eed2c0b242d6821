package loader

import (
	"slices"
	"strings"

	"councilgraph/graph/fold"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// office is what an Office slot holds: an office or leadership, and where the text says it is held.
type office struct {
	title  string // in the singular
	plural bool   // the text has it in the plural
	former bool
	bodies []*lexicon.Entity
}

// discourse is what a reader keeps in mind from sentence to sentence: who was spoken of, which bodies, which day.
type discourse struct {
	subjects []*lexicon.Entity // of facts in this paragraph, each once, by their last occurrence
	people   []*lexicon.Entity // in this paragraph, likewise
	previous []*lexicon.Entity // people of the last sentence that named any, those of facts first
	told     []*lexicon.Entity // bodies of the document, in the order in which they were last named
	day      string            // the last that the paragraph told
	place    *lexicon.Entity   // where the last event of this paragraph happened
	named    *lexicon.Entity   // the last place narrower than a country that this paragraph named
	court    *lexicon.Entity   // of the last fact in this paragraph that has one
	decided  text.Interval     // when that court announced the decision that the sentences spell out
}

// paragraph begins a paragraph.
func (d *discourse) paragraph() {
	d.subjects, d.people, d.previous, d.day, d.court, d.decided, d.place, d.named = nil, nil, nil, "", nil, text.Interval{}, nil, nil
}

func moveToEnd(list []*lexicon.Entity, e *lexicon.Entity) []*lexicon.Entity {
	return append(slices.DeleteFunc(list, func(o *lexicon.Entity) bool { return o == e }), e)
}

// sentence takes note of a sentence once its facts are read.
func (d *discourse) sentence(t *tape, subjects []*lexicon.Entity) {
	for _, e := range subjects {
		d.subjects = moveToEnd(d.subjects, e)
	}
	now := slices.Clone(subjects)
	for _, s := range t.slots {
		for _, e := range s.entities {
			if isLocal(e) {
				d.named = e
			}
			if e.Label == "Person" && s.office == nil {
				d.people = moveToEnd(d.people, e)
				if !slices.Contains(now, e) {
					now = append(now, e)
				}
			}
		}
		if s.date != nil && !s.date.Relative && len(s.date.Days) > 0 {
			if day := s.date.Days[0].Day(); day != "" {
				d.day = day
			}
		}
	}
	if len(now) > 0 {
		d.previous = now
	}
}

func (d *discourse) body(e *lexicon.Entity) { d.told = moveToEnd(d.told, e) }

// lastBody is the body named last whose name has a word in it: "the Tribunal" after the International Criminal Tribunal.
func (d *discourse) lastBody(word string) *lexicon.Entity {
	word = fold.Text(word)
	for i := len(d.told) - 1; i >= 0; i-- {
		if e := d.told[i]; slices.Contains(strings.Fields(fold.Text(e.Name)), word) {
			return e
		}
	}
	return nil
}

// one is whom "he" or "who" means: the person named last before it in the sentence, else the first of the sentence before.
func (d *discourse) one(before []slot) []*lexicon.Entity {
	for i := len(before) - 1; i >= 0; i-- {
		if e := before[i].entities; len(e) > 0 && e[len(e)-1].Label == "Person" {
			return e[len(e)-1:]
		}
	}
	return d.previous[:min(1, len(d.previous))]
}

// some is whom "the three" mean: the last so many of whom something was said, else of those named; nobody where there are fewer.
func (d *discourse) some(n int) []*lexicon.Entity {
	for _, list := range [][]*lexicon.Entity{d.subjects, d.people} {
		if n > 0 && len(list) >= n {
			return slices.Clone(list[len(list)-n:])
		}
	}
	return nil
}
