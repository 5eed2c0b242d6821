package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// offices fills a role by the offices that a list of phrases names, or, where they are filled, that somebody is put into to do something;
// nil where it names none.
func (r *run) offices(list []text.Phrase, filled bool) *filler {
	f := &filler{at: list[0].Group, phrases: list}
	body := &Role{Is: []string{"Body", "Place"}}
	add := func(g int, of []int) {
		s := span(r.head(g))
		if s == nil || s.Office == nil || r.head(g).Kind != text.Office || !filled && r.infinitive(g+1) && !r.comesAfter(g+1) && !r.passive(r.s.In[g]) { // "the first Head of State to visit X"
			return
		}
		o := s.Office
		owner := r.owner(g)
		if owner == nil && len(of) > 0 && of[0] < g { // "the Council, the chair of which"
			owner = r.only(of[0], body)
		}
		if len(o.Bodies) == 0 && owner != nil {
			at := *o
			at.Bodies, o = []*lexicon.Entity{owner}, &at
		}
		f.offices = append(f.offices, o)
	}
	for i := range list {
		add(list[i].Group, list[i].Of)
		if posts[text.Singular(r.head(list[i].Group).Low)] && len(list[i].Of) > 0 {
			add(list[i].Of[0], nil)
		}
	}
	for i := range f.offices { // "Second Deputy Prime Minister and Minister for Transport of Serbia"
		if n := len(f.offices) - 1; len(f.offices[i].Bodies) == 0 && len(f.offices[n].Bodies) > 0 && r.s.Groups[list[len(list)-1].Group].Det == "" {
			at := *f.offices[i]
			at.Bodies, f.offices[i] = f.offices[n].Bodies, &at
		}
	}
	if len(f.offices) == 0 {
		return nil
	}
	last := span(r.head(list[len(list)-1].Group)) // "X is the president, and Y the vice-president, of the Federation"
	if last == nil || len(last.Offices) == 0 {
		last = r.gapped(list[0].Group)
	}
	if last != nil && len(last.Offices) > 0 && len(last.Offices[0].Bodies) > 0 {
		for i, o := range f.offices {
			if len(o.Bodies) == 0 {
				at := *o
				at.Bodies, f.offices[i] = last.Offices[0].Bodies, &at
			}
		}
	}
	return f
}

// gapped is the office that a further clause tells by the verb of the clause of a group: "X serves as director and Y as deputy director of
// the Museum"; nil for none.
func (r *run) gapped(g int) *Span {
	clause := &r.s.Clauses[r.s.In[g]]
	for c := r.s.In[g] + 1; c < len(r.s.Clauses); c++ {
		further := &r.s.Clauses[c]
		if further.Verb != clause.Verb || clause.Verb < 0 {
			continue
		}
		if s := span(r.head(further.Groups[len(further.Groups)-1])); s != nil && s.Office != nil {
			return &Span{Offices: []*Office{s.Office}}
		}
	}
	return nil
}

// infinitive says that a group is a verb behind "to".
func (r *run) infinitive(g int) bool {
	return g < len(r.s.Groups) && r.s.Groups[g].Kind == text.VerbGroup && r.s.Groups[g].Verb.Form == text.Infinitive
}

// only is the one that a noun group names of those that may fill a role; nil where it names none, or several.
func (r *run) only(g int, role *Role) *lexicon.Entity {
	if all := r.named(g, role); len(all) == 1 {
		return all[0]
	}
	return nil
}

// owner is the body that the words around an office say that it is of: "its Speaker", "the Police, whose Director", "the Police, of which X
// is the Director"; nil where they say of none.
func (r *run) owner(g int) *lexicon.Entity {
	body := &Role{Is: []string{"Body", "Place"}}
	clause := &r.s.Clauses[r.s.In[g]]
	switch {
	case r.whose(g), clause.Marker == "of which" && clause.Governor >= 0 && stands(clause.Predicate, g):
		return r.only(clause.Governor, body)
	case r.s.Groups[g].Det == "its":
		for c := r.s.In[g]; c >= 0; c = r.s.Clauses[c].Parent {
			if list := r.s.Clauses[c].Subject; len(list) == 1 && list[0].Group < g {
				if owner := r.only(list[0].Group, body); owner != nil {
					return owner
				}
			}
		}
		if list := clause.Object; len(list) == 1 && list[0].Group < g { // "led the Museum as its Director"
			if owner := r.only(list[0].Group, body); owner != nil {
				return owner
			}
		}
		if at := r.bodyOfOfficeBefore(g); at != nil {
			return at
		}
		return r.memory.body(body)
	}
	return nil
}

// bodyOfOfficeBefore is the body of the office that a sentence names last before a group, behind which it names no other body: "the chair
// of the Museum is X and its treasurer is Y"; nil for none.
func (r *run) bodyOfOfficeBefore(g int) *lexicon.Entity {
	for i := r.s.Groups[g].From - 1; i >= 0; i-- {
		s := span(&r.s.Tokens[i])
		switch {
		case s == nil:
		case s.Office != nil && len(s.Office.Bodies) == 1 && s.Office.Bodies[0].Label == "Organization":
			return s.Office.Bodies[0]
		case slices.ContainsFunc(s.Entities, func(e *lexicon.Entity) bool { return e.Label != "Person" }):
			return nil
		}
	}
	return nil
}

// office says that persons hold, or gave up, the offices of a role.
func (w *writer) office(one *OfficeWrite) {
	var offices []*Office
	if f := w.roles[one.Office]; f != nil {
		offices = w.ofOneBody(f)
	} else if one.Title != "" {
		offices = []*Office{{Title: w.titleOf(w.roles[one.Holder], one.Title)}}
	} else if one.Of != "" {
		offices = w.inherited(w.roles[one.Of])
	} else if one.Office == "told" && !w.goesOn("as", "at", "of", "with") || one.Former == "true" || one.Until && !w.goesOn("from", "as") {
		offices = w.beside(w.roles[one.Holder])
	}
	if one.Title != "" && w.s.Clauses[w.o.clause].Kind == text.RelativeClause && len(w.entities(one.At)) > 1 { // "talks between X and Y, which are chaired by"
		return
	}
	holders := w.withoutOwnOffice(w.roles[one.Holder], w.entities(one.Holder))
	if len(holders) > 1 && len(offices) > 1 && len(holders) != len(offices) { // whose is whose cannot be told
		return
	}
	all := offices
	for i, p := range holders {
		if len(holders) > 1 && len(all) > 1 { // "X and Y are the president and the secretary of the Federation"
			offices = all[i : i+1]
		}
		if one.Resigns && len(offices) == 0 {
			w.givesUp(one, p)
		}
		for _, o := range offices {
			for _, b := range w.heldAt(one, p, o) {
				if told := w.held[p]; one.Title == "" || told == nil || !slices.Contains(told.Bodies, b) { // who leads a body is called by his or her office
					w.holds(one, p, o, b)
				}
			}
		}
	}
}

// withoutOwnOffice are the fillers of a role but for those whom its list joins with an office of their own at the same body: "the chair of
// the Museum is X and its treasurer Y".
func (w *writer) withoutOwnOffice(f *filler, all []*lexicon.Entity) []*lexicon.Entity {
	if len(all) < 2 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(p *lexicon.Entity) bool {
		return slices.ContainsFunc(f.phrases[1:], func(a text.Phrase) bool {
			t := w.head(a.Group)
			s := span(t)
			return s != nil && len(s.Offices) > 0 && slices.Contains(s.Entities, p) && (strings.HasPrefix(t.Low, "its ") || strings.HasPrefix(t.Low, "their "))
		})
	})
}

// ofOneBody are the offices of a filler, of which those without a body are at that of the last where this is told to be of all in turn: "X
// and Y are the chair and the treasurer, respectively, of the Museum".
func (w *writer) ofOneBody(f *filler) []*Office {
	n := len(f.offices)
	if n < 2 || len(f.phrases) != n || !strings.Contains(w.head(f.phrases[n-1].Group).Text, "respectively, ") {
		return f.offices
	}
	all := slices.Clone(f.offices)
	for i, o := range all {
		if len(o.Bodies) == 0 {
			held := *o
			held.Bodies = all[n-1].Bodies
			all[i] = &held
		}
	}
	return all
}

// titleOf is the title that stands with the name of a leader and names no body, where it is one of who leads a body, else what leaders are
// called: "the Force is led by Commissioner X", not "the Commission is led by Judge X".
func (w *writer) titleOf(holder *filler, called string) string {
	if holder == nil || len(holder.phrases) != 1 {
		return called
	}
	if s := span(w.head(holder.phrases[0].Group)); s != nil && len(s.Offices) == 1 && len(s.Offices[0].Bodies) == 0 && !w.set.national(s.Offices[0].Title) && leading(s.Offices[0].Title) {
		return s.Offices[0].Title
	}
	return called
}

// leading says that a title is one of who leads a body, whatever body it is.
func leading(title string) bool {
	of, _, _ := strings.Cut(strings.ToLower(title), " of ")
	of, _, _ = strings.Cut(of, " for ")
	return leaderTitles[of[strings.LastIndexByte(of, ' ')+1:]]
}

// heldAt is where an office is held: where it says, else at the body of a role, else, where a country has one of it, in that of the report.
func (w *writer) heldAt(one *OfficeWrite, p *lexicon.Entity, o *Office) []*lexicon.Entity {
	if len(o.Bodies) > 0 {
		return o.Bodies
	}
	if bodies := w.entities(one.At); len(bodies) > 0 {
		return bodies
	}
	if w.context.Place != nil && !o.Other && w.set.national(o.Title) && (p.Home == "" && !o.Part || p.Home == w.context.Place.Name) {
		return []*lexicon.Entity{w.context.Place}
	}
	if told := w.held[p]; told != nil && told.Title == o.Title {
		return told.Bodies
	}
	return nil
}

func (w *writer) resigned(p, b *lexicon.Entity, title string) {
	properties := map[string]any{}
	if title != "" {
		properties["title"] = title
	}
	SetInterval(properties, w.when)
	f := w.quote()
	f.Relation = &Relation{Type: w.set.offices.Resigns, From: p, To: b, Properties: properties}
	w.add(f)
}

// holds says that somebody holds an office at a body, or belongs to it, and since and until when.
func (w *writer) holds(one *OfficeWrite, p *lexicon.Entity, o *Office, b *lexicon.Entity) {
	since, until := w.terms()
	if day := w.when.Day(); day != "" && one.Since && since == "" {
		since = day
	} else if day != "" && (one.Until || one.Resigns) && until == "" {
		until = day
	}
	if one.Resigns {
		w.resigned(p, b, o.Title)
	}
	held := map[string]any{}
	if since != "" {
		held["since"] = since
	}
	if until != "" {
		held["until"] = until
	}
	relation := w.set.offices.Holds
	if o.Member && b.Label == "Organization" {
		if relation = w.set.offices.Belongs; o.Former || w.past() {
			return // it does not say that it is over
		}
	} else {
		held["title"] = o.Title
		switch {
		case o.Former || one.Former == "true":
			held["former"] = true
		case one.Former != "unsaid" && (one.Former != "tense" || !w.past()):
			held["former"] = false
		}
	}
	f := w.quote()
	f.Relation = &Relation{Type: relation, From: p, To: b, Properties: held}
	w.add(f)
	told := &Office{Title: o.Title, Former: o.Former, Member: o.Member, Bodies: []*lexicon.Entity{b}}
	w.Holds(p, told)
	if one.Since && !o.Member {
		w.taken[p] = told
	}
}

// past says that the predicate stands in the past tense, or the pluperfect.
func (w *writer) past() bool {
	v := w.s.Clauses[w.o.clause].Verb
	return !w.o.noun && v >= 0 && w.s.Groups[v].Verb.Form == text.Finite && w.s.Tokens[w.s.Groups[v].From].Tag == "VBD"
}
