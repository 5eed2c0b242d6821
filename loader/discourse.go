package loader

import (
	"cmp"
	"slices"
	"strings"

	regexp "github.com/wasilibs/go-re2"

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
	owned    bool // the phrase begins with whose it is: "Serbia's President"
	inTurn   bool // it is the last of those of several persons in turn: "Director and Deputy Director, respectively, of the Museum"
	ours     bool // it is of whoever reports: "my Special Representative"
	apart    bool // who holds it acts for himself or herself: an envoy, an expert
	bodies   []*lexicon.Entity
}

// discourse is what the regular grammars keep from sentence to sentence: which bodies were spoken of, and the last day. Persons are the
// frames' to keep.
type discourse struct {
	bodies []*lexicon.Entity // bodies of the document, in the order in which they were last named
	here   []*lexicon.Entity // those that the paragraph has named
	day    string            // the last that the paragraph told
}

// paragraph begins a paragraph.
func (d *discourse) paragraph() { d.day, d.here = "", nil }

// near says that the paragraph has named a body.
func (d *discourse) near(e *lexicon.Entity) bool { return slices.Contains(d.here, e) }

// rivalled says that the paragraph has named another body of the same kind: of two parties, "the party" may be either.
func (d *discourse) rivalled(e *lexicon.Entity) bool {
	return slices.ContainsFunc(d.here, func(other *lexicon.Entity) bool { return other != e && other.Kind == e.Kind })
}

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

// bodyOf is the noun of a name that goes on to say of what the body is: "Ministry of Local Government" is no government.
var bodyOf = regexp.MustCompile(`^(?:[a-z-]+ ){0,2}?` +
	`(ministry|presidency|office|department|committee|board|agency|council|commission|secretariat|group) (?:of|for|on) `)

// called is the body for which "the" with some words may stand, by the name of one: "the Government" for none of Self-Government, "the
// Agency" for the Property Agency, also where only the Property Agency Appeals Panel was named, but "the police" for the Police Service;
// nil for none.
func (r *reader) called(words string, e *lexicon.Entity) *lexicon.Entity {
	joined := func(s string) string { return fold.Text(strings.ReplaceAll(s, "-", "")) }
	words, name := joined(words), joined(e.Name)
	if at := bodyOf.FindStringSubmatchIndex(name); at != nil {
		if strings.HasSuffix(" "+name[:at[3]], " "+words) {
			return e
		}
		return nil
	}
	before, _, found := strings.Cut(" "+name+" ", " "+words+" ")
	if !found {
		return nil
	}
	written, end := strings.Fields(e.Name), len(strings.Fields(before))+len(strings.Fields(words))
	for i := end; i < len(written) && written[i] != strings.ToLower(written[i]); i++ {
		if words != "police" && r.rules.gazetteer.IsHead(written[i]) {
			return r.rules.gazetteer.Names.Find(strings.Join(written[:end], " "))
		}
	}
	return e
}

// lastBody is the body named last that a word calls: "the Tribunal" after the International Criminal Tribunal. One of another country is
// meant only in the paragraph that names it: further on, "the Government" is that of the country which the report is about. In a paragraph
// that names no other, "the Council" is the one that the report is addressed to, and "the Mission" the one of which the part tells; that is
// meant too where the paragraph names it and another. Where none was named it is the force or mission that the report tells of, or its
// country's government.
func (r *reader) lastBody(word string) *lexicon.Entity {
	d := &r.discourse
	here := slices.ContainsFunc(d.here, func(e *lexicon.Entity) bool { return r.called(word, e) != nil })
	if addressee := r.rules.council != nil && strings.HasSuffix(r.rules.council.Name, " "+word); addressee && !here { // not "the council"
		return r.rules.council
	}
	if own := cmp.Or(r.own, r.series); own != nil && strings.EqualFold(word, own.Kind) && (r.own != nil && !here || slices.Contains(d.here, own)) {
		return own
	}
	for i := len(d.bodies) - 1; i >= 0; i-- {
		if e := r.called(word, d.bodies[i]); e != nil && (d.near(d.bodies[i]) || !r.foreign(e)) {
			return e
		}
	}
	if r.series != nil && r.called(word, r.series) != nil {
		return r.series
	}
	if r.government != nil && r.called(word, r.government) != nil {
		return r.government
	}
	return nil
}

// onlyBody is the body that words can mean alone: "the Support Group" after the United Nations Police Support Group. It is the only one of
// the paragraph that they call, else the only one of the document, else that of the report; where the document names none such, an organ of
// the United Nations. None is meant that its own sentence names further on.
func (r *reader) onlyBody(words string, later []slot) *lexicon.Entity {
	called := func(all []*lexicon.Entity) (one *lexicon.Entity, several bool) {
		for _, named := range all {
			if e := r.called(words, named); e != nil && e != one && (r.discourse.near(named) || !r.foreign(e)) {
				one, several = e, one != nil
			}
		}
		return one, several
	}
	one, several := called(r.discourse.here)
	if one == nil {
		one, several = called(r.discourse.bodies)
	}
	for _, own := range []*lexicon.Entity{r.series, r.government} {
		if one == nil && own != nil {
			one, several = called([]*lexicon.Entity{own})
		}
	}
	if one == nil {
		one = r.rules.gazetteer.Names.Find(r.rules.nations.Name + " " + words)
	}
	if several || slices.ContainsFunc(later, func(s slot) bool { return slices.Contains(s.entities, one) }) {
		return nil
	}
	return one
}

// foreign says that a government's or a parliament's name says that it is of another country than the one that the report is about.
func (r *reader) foreign(e *lexicon.Entity) bool {
	return r.place != nil && (e.Kind == "GOVERNMENT" || e.Kind == "LEGISLATURE") && slices.ContainsFunc(r.rules.placesIn(e.Name), func(p *lexicon.Entity) bool {
		return (p.Kind == "COUNTRY" || p.Kind == "TERRITORY") && p != r.place
	})
}
