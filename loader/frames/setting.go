package frames

import (
	"cmp"
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// said says that a frame reads what the verb of a clause says that its noun is: "its strength was 3,600".
func (f *Frame) said() bool {
	return slices.ContainsFunc(f.Roles, func(r *Role) bool { return r.As == "complement" })
}

// scenes visits what may say where and when something happened, the nearest first, until it says enough: the clause of an occurrence
// and those that it stands in, each with the clauses in it that begin with "when" or "as"; then what the clause before says of both,
// before its subject or before a colon.
func (w *writer) scenes(visit func(o occurrence, limit int) bool) {
	o := w.o
	for {
		if visit(o, -1) {
			return
		}
		clause := &w.s.Clauses[o.clause]
		verb := occurrence{frame: o.frame, clause: o.clause, group: clause.Verb, object: -1}
		if (o.noun || o.object >= 0) && clause.Verb >= 0 && (text.IsAny(w.s.Groups[clause.Verb].Low, causes) || o.frame.said()) && visit(verb, -1) {
			return
		}
		for c := range w.s.Clauses {
			if inner := &w.s.Clauses[c]; inner.Kind == text.Adverbial && atOnce[inner.Marker] && inner.Verb >= 0 && w.of(inner, o.clause) &&
				visit(occurrence{frame: o.frame, clause: c, group: inner.Verb, object: -1}, -1) {
				return
			}
		}
		if c := w.tellsHappened(o.clause); c >= 0 && visit(occurrence{frame: o.frame, clause: c, group: w.s.Clauses[c].Verb, object: -1}, -1) {
			return
		}
		// "the bombing in May, in which two were killed"
		if first, _, relative := strings.Cut(clause.Marker, " "); relative && (amid[first] || w.inCourse(clause)) && !w.ofWhatHappens(clause) || w.recalled(clause) {
			return
		}
		if w.visitTold(o, visit) || w.whereIn(o, visit) {
			return
		}
		if clause.Kind == text.RelativeClause && clause.Marker != "" && w.dateIn(whole(clause)) != nil { // "demanded justice for X, who had died on 5 November"
			return
		}
		if clause.Kind == text.GerundClause && clause.Verb >= 0 && w.s.Tokens[w.s.Groups[clause.Verb].From].Low == "having" { // "on 4 May, X admitted having shot Y"
			return
		}
		if clause.Parent < 0 {
			if c := w.goesOnFrom(o.clause); c >= 0 {
				visit(occurrence{frame: o.frame, clause: c, group: w.s.Clauses[c].Verb, object: -1}, -1)
				return
			}
			for c := o.clause; ; {
				before, limit := w.joinedTo(c)
				if before < 0 {
					break
				}
				if w.tellsMore(c) || w.cause(w.o) == before {
					limit = -1
				}
				c = before
				first := occurrence{frame: o.frame, clause: before, group: max(0, w.s.Clauses[before].Verb), object: -1}
				if visit(first, limit) || w.visitTold(first, visit) || w.visitInFront(o.frame, before, limit, visit) {
					return
				}
			}
			return
		}
		o = occurrence{frame: o.frame, clause: clause.Parent, group: max(0, w.s.Clauses[clause.Parent].Verb), object: -1}
	}
}

// of says that an adverbial clause tells at what a main clause came about: one of its own, or of the next that goes on with "and": "two
// died and three were hurt when a wall collapsed".
func (w *writer) of(adverbial *text.Clause, c int) bool {
	of := adverbial.Parent
	for of >= 0 && w.s.Clauses[of].Kind == text.InfinitiveClause { // "nine had to be treated when"
		of = w.s.Clauses[of].Parent
	}
	if of == c || of < 0 || len(w.s.Clauses[of].Groups) == 0 {
		return of == c
	}
	first := w.s.Clauses[of].Groups[0]
	before, _ := w.joinedTo(of)
	return before == c && w.s.Clauses[of].Kind == text.Main && first > 0 && w.s.Groups[first-1].Kind == text.Conjunction
}

// ofWhatHappens says that a relative clause tells what came of something of which its sentence tells that it happened, or that somebody was
// in it: "a fire broke out, in which two died", "X survived an ambush in which two died".
func (r *run) ofWhatHappens(clause *text.Clause) bool {
	if clause.Parent < 0 {
		return false
	}
	outer := &r.s.Clauses[clause.Parent]
	if outer.Verb < 0 {
		return false
	}
	verb := r.s.Groups[outer.Verb].Low
	return text.IsAny(verb, happens) && len(outer.Subject) == 1 && r.happens(outer.Subject[0].Group) ||
		text.IsAny(verb, undergoes) && stands(outer.Object, clause.Governor) && r.happens(clause.Governor)
}

// placesAround are the places of what an occurrence tells; those of what the sentence before told, where this one names neither place nor
// day.
func (w *writer) placesAround() (at []*lexicon.Entity) {
	// "an incident in Klina that resulted in"
	if clause := &w.s.Clauses[w.o.clause]; clause.Kind == text.RelativeClause && clause.Parent >= 0 && len(w.where(w.o)) == 0 {
		if at = w.placesIn(w.antecedent(clause), w.o.group); len(at) > 0 {
			return at
		}
		if at = w.sceneOf(occurrence{clause: clause.Parent, group: clause.Governor, noun: true}); len(at) > 0 { // "Klina was the scene of clashes in which"
			return at
		}
	}
	w.scenes(func(o occurrence, limit int) bool {
		if w.ofOtherDay(o.clause) {
			return false
		}
		if limit >= 0 {
			at = w.placesIn(stretch{&w.s.Clauses[o.clause], -1, limit}, o.group)
		} else {
			at = w.where(o)
		}
		return len(at) > 0
	})
	if setting := w.memory.setting; len(at) == 0 && !w.elsewhere() && setting.sentence == w.memory.sentence-1 && (w.whenAround().From == "" || w.cameOfIt() || w.onThatDay()) {
		return setting.places
	}
	return at
}

// ofOtherDay says that a clause tells another day than that in which an occurrence stands does of its own: "the men killed in 1999 were
// buried in Klina on 4 May".
func (w *writer) ofOtherDay(c int) bool {
	own, other := w.dateIn(whole(&w.s.Clauses[w.o.clause])), w.dateIn(whole(&w.s.Clauses[c]))
	return c != w.o.clause && own != nil && other != nil && w.interval(own) != w.interval(other)
}

// cameOfIt says that a sentence tells what came about in something that came of what the one before told: "in the riots that followed".
func (r *run) cameOfIt() bool { return r.ensued() >= 0 }

// ensued is the noun of what came of what the sentence before told, in which something came about; -1 for none.
func (r *run) ensued() int {
	for _, c := range r.s.Clauses {
		for _, a := range c.Attached {
			if !amid[a.Prep] || len(a.Phrases) != 1 || !r.happens(a.Phrases[0].Group) {
				continue
			}
			g := a.Phrases[0].Group
			if r.modified(g, ensuing) || slices.ContainsFunc(r.s.Clauses, func(inner text.Clause) bool {
				return inner.Kind == text.RelativeClause && inner.Governor == g && inner.Verb >= 0 && len(inner.Object) == 0 && text.IsAny(r.s.Groups[inner.Verb].Low, ensues)
			}) {
				return g
			}
		}
	}
	return -1
}

// elsewhere says that the sentence names a place that is not known: "a café in Foo".
func (w *writer) elsewhere() bool {
	return slices.ContainsFunc(w.s.Clauses, func(c text.Clause) bool {
		return slices.ContainsFunc(c.Attached, func(a text.Attachment) bool {
			return whereat[a.Prep] && slices.ContainsFunc(a.Phrases, func(p text.Phrase) bool {
				t := w.head(p.Group)
				return t.Kind == text.Word && t.Tag == "NNP"
			})
		})
	})
}

// whenAround is the date of what an occurrence tells; in a relative clause without one, that of the happening that it is of: "an incident
// on 4 May that resulted in".
func (w *writer) whenAround() (when text.Interval) {
	if clause := &w.s.Clauses[w.o.clause]; clause.Kind == text.RelativeClause && clause.Parent >= 0 && clause.Governor >= 0 && w.dateIn(whole(clause)) == nil {
		if at := w.antecedent(clause); at.from >= 0 && w.happens(at.from) {
			if d := cmp.Or(w.dateOfNoun(at.from), w.dateWithin(at.from), w.dateIn(at)); d != nil {
				return w.interval(d)
			}
		}
		if outer := &w.s.Clauses[clause.Parent]; w.ofScene(outer, clause.Governor) {
			if d := w.dateIn(whole(outer)); d != nil {
				return w.interval(d)
			}
		}
	}
	if d := w.dateOfScene(w.o.clause); d != nil {
		return w.interval(d)
	}
	w.scenes(func(o occurrence, limit int) bool {
		clause := &w.s.Clauses[o.clause]
		if limit < 0 {
			when = w.run.when(o)
		} else if d := w.dateIn(stretch{clause, -1, limit}); d != nil {
			when = w.interval(d)
		}
		if when.From == "" && (w.brings(o) || !o.noun && clause.Verb >= 0 && o.frame.said() && len(clause.Subject) > 0) {
			if d := w.dateOfSubject(&clause.Subject[0]); d != nil { // "the storm of 3 September caused"
				when = w.interval(d)
			}
		}
		return when.From != ""
	})
	return when
}

// dateOfSubject is the date in a phrase: "the 16 August explosion", "the toll of the landslide of 28 August".
func (r *run) dateOfSubject(p *text.Phrase) *text.DateExpression {
	for _, g := range append([]int{p.Group}, p.Of...) {
		if d := cmp.Or(r.dateOfNoun(g), r.dateWithin(g)); d != nil {
			return d
		}
	}
	return r.dateIn(r.phrase(p.Group)[0])
}

// setting is where what one sentence told happened, and on which day; "" where it tells of several days, or of none.
type setting struct {
	sentence int
	places   []*lexicon.Entity
	day      string
	harm     bool // it tells of unrest, in which people are hurt, and of one day alone
}

// settle gives figures of which no place was found the one place where their sentence tells of something that happened on the same day: "a
// wall collapsed in Klina and nine were hurt"; and those that count some of the people whom it tells of before its verb what befell these.
func (r *run) settle() {
	r.ofThose()
	at := r.settingOf()
	if len(at.places) != 1 {
		return
	}
	for _, f := range r.facts {
		if o := f.Figure; o != nil && o.unplaced && !slices.ContainsFunc(r.facts, func(f Fact) bool {
			return f.Event != nil && f.Event.When.Day() != o.Day && (len(f.Event.Places) > 0 || o.Day == "")
		}) {
			o.Of = at.places[0]
		}
	}
}

// ofThose gives a figure of no day and no place the day of the one thing that befell those of whom it counts some, and the place where it
// did or where they were: "of the 22 men who were in a mill in Klina when it burned down on 4 May, four were hurt".
func (r *run) ofThose() {
	main := &r.s.Clauses[0]
	among := r.partitive() || len(main.Subject) == 1 && len(main.Subject[0].Of) > 0 && r.head(main.Subject[0].Group).Kind == text.Number
	if !among || main.Verb < 0 {
		return
	}
	var befell []*Event
	for _, f := range r.facts {
		if f.Event != nil && (f.Event.Kind == "INCIDENT" || f.Event.Kind == "ATTACK") && f.At < r.s.Tokens[r.s.Groups[main.Verb].From].From {
			befell = append(befell, f.Event)
		}
	}
	if len(befell) != 1 {
		return
	}
	at := befell[0].Places
	for c := range r.s.Clauses {
		if inner := &r.s.Clauses[c]; len(at) == 0 && inner.Kind == text.RelativeClause && inner.Parent == 0 && inner.Verb >= 0 && inner.Verb < main.Verb {
			at = r.placesIn(whole(inner), inner.Verb)
		}
	}
	for _, f := range r.facts {
		if o := f.Figure; o != nil && o.unplaced && o.Day == "" && len(at) > 0 {
			o.Of, o.Day, o.unplaced = at[0], befell[0].When.Day(), false
		}
	}
}

// settingOf is the setting of a sentence: none where it tells of several places.
func (r *run) settingOf() (s setting) {
	s.sentence, s.day = r.memory.sentence, r.dayOfAll()
	once := r.tellsOnce()
	for _, f := range r.facts {
		s.harm = s.harm || once && f.Event != nil && unrest[f.Event.Kind]
		switch {
		case f.Event == nil || len(f.Event.Places) == 0 || f.Event.Places[0] == r.context.Place || r.onTheWay(&f):
		case len(s.places) > 0 && !overlap(s.places, f.Event.spots()):
			return setting{}
		default:
			s.places = f.Event.spots()
		}
	}
	return s
}

// dayOfAll is the day of all events of a sentence; "" where they have several, or none.
func (r *run) dayOfAll() (day string) {
	for _, f := range r.facts {
		if f.Event == nil {
			continue
		}
		one := f.Event.When.Day()
		if one == "" || day != "" && one != day {
			return ""
		}
		day = one
	}
	return day
}

// dayBefore is the day of what the sentence before told, where this one names no time itself; "" for none.
func (r *run) dayBefore() string {
	if r.tellsTime() || r.memory.setting.sentence != r.memory.sentence-1 {
		return ""
	}
	return r.memory.setting.day
}

// tellsTime says that a date stands in the sentence.
func (r *run) tellsTime() bool {
	return slices.ContainsFunc(r.s.Tokens, func(t text.Token) bool { s := span(&t); return s != nil && s.Date != nil })
}

// tellsOnce says that one date alone stands in the sentence.
func (r *run) tellsOnce() bool {
	n := 0
	for i := range r.s.Tokens {
		if s := span(&r.s.Tokens[i]); s != nil && s.Date != nil {
			n++
		}
	}
	return n == 1
}

// pointsAt says that the determiner of a noun group points at something told of.
func (r *run) pointsAt(g int) bool {
	return pointers[r.s.Groups[g].Det]
}

// inIt says that a sentence tells at what it came about by what was told before: "in the incidents", "during this attack".
func (r *run) inIt() bool {
	return slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		return slices.ContainsFunc(c.Attached, func(a text.Attachment) bool {
			if !amid[a.Prep] || len(a.Phrases) == 0 || relative(&c, &a) {
				return false
			}
			g := a.Phrases[0].Group
			return r.happens(g) && r.pointsAt(g)
		})
	})
}
