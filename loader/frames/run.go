package frames

import (
	"cmp"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Context is what a report tells of itself, and what holds for all its paragraphs.
type Context struct {
	Ontology *ontology.Ontology
	Series   *lexicon.Entity // the force or mission that the report tells of; nil where unknown
	Place    *lexicon.Entity // whose offices and incidents are meant where the text names no place; nil where unknown
	Until    string          // the report's date: what is told of a later day is a plan; "" where unknown
}

// Reader reads the sentences of one report, in order. It is for one goroutine.
type Reader struct {
	set     *Set
	context Context
	memory  memory
	held    map[*lexicon.Entity]*Office // the office last told of a person
	taken   map[*lexicon.Entity]*Office // the one that a person was last told to have been chosen for, or to have taken
	nested  []nesting                   // what the sentence states of its places
}

// Reader begins a report.
func (s *Set) Reader(c Context) *Reader {
	return &Reader{set: s, context: c, held: map[*lexicon.Entity]*Office{}, taken: map[*lexicon.Entity]*Office{}}
}

// Paragraph begins a paragraph: nothing told before it is an antecedent any more.
func (r *Reader) Paragraph() { r.memory = memory{courtIn: -reach - 1, courtTold: -reach - 1} }

// Holds takes note of an office that a phrase tells of a person.
func (r *Reader) Holds(person *lexicon.Entity, office *Office) { r.held[person] = office }

// Held is the office last told of a person; nil for none.
func (r *Reader) Held(person *lexicon.Entity) *Office { return r.held[person] }

// HeldByAnother says that of somebody else the text has last told that he or she holds an office of that title, in any capitals, at a body.
func (r *Reader) HeldByAnother(person *lexicon.Entity, title string, body *lexicon.Entity) bool {
	for other, o := range r.held {
		if other != person && !o.Former && strings.EqualFold(o.Title, title) && slices.Contains(o.Bodies, body) {
			return true
		}
	}
	return false
}

// run is the reading of one sentence.
type run struct {
	*Reader
	text    string
	s       *text.Sentence
	before  int  // groups from here on are no antecedents
	accuses bool // the frame tells of somebody accused
	harms   bool // the frame tells of a victim
	facts   []Fact
	trace   *Trace
}

// Read reads one sentence of a paragraph's text and gives its facts in the order of the text. A trace, if not nil, is told what was tried.
func (r *Reader) Read(paragraph string, s *text.Sentence, trace *Trace) []Fact {
	one := &run{Reader: r, text: paragraph, s: s, trace: trace}
	r.memory.sentence++
	one.mention()
	one.parts()
	all := one.occurrences()
	for _, o := range all {
		one.marks(o)
	}
	for _, o := range all {
		one.tell(o)
	}
	one.yield()
	one.settle()
	one.widen()
	one.remember()
	slices.SortStableFunc(one.facts, func(a, b Fact) int { return a.At - b.At })
	return one.facts
}

// parts takes note of the part of those whom a noun in apposition names: "the defendants, X and Y, their lawyer, Z".
func (r *run) parts() {
	for c := range r.s.Clauses {
		clause := &r.s.Clauses[c]
		all := slices.Concat(clause.Subject, clause.Object, clause.Predicate)
		for _, a := range clause.Attached {
			all = append(all, a.Phrases...)
		}
		for _, p := range all {
			noun := text.Singular(r.head(p.Group).Low)
			switch {
			case len(p.Named) == 0:
			case accusedNouns[noun]:
				r.mark([]text.Phrase{p}, "accused")
			case besideNouns[noun]:
				r.mark([]text.Phrase{p}, "other")
			}
		}
	}
}

// marks takes note of who is accused, and who only stands nearby.
func (r *run) marks(o occurrence) {
	for name, part := range o.frame.Marks {
		role := o.frame.role(name)
		r.before = o.group
		r.accuses = part == "accused"
		if f := r.filler(o, role); f.found() && (part != "attacker" || o.holds) {
			r.mark(f.phrases, part)
		}
	}
}

// tell writes what an occurrence states.
func (r *run) tell(o occurrence) {
	r.accuses = o.frame.accuses()
	r.harms = slices.ContainsFunc(o.frame.Roles, func(role *Role) bool { return o.frame.Marks[role.Name] == "victim" })
	roles, ok := r.fill(o)
	if r.trace != nil {
		r.trace.tried(r, o, roles, ok)
	}
	if !ok || !o.holds || r.onPaper(o) || r.calledByMonth(o) {
		return
	}
	if o.frame.Except != nil {
		r.ofAntecedent(o, roles)
	}
	when := r.whenOf(o, roles)
	if r.yetToCome(o, when) {
		return
	}
	if day := r.dayOfCourt(o, roles); when.From == "" {
		when = text.Interval{From: day, To: day}
	}
	w := writer{run: r, o: o, roles: roles, when: when}
	for i := range o.frame.Relations {
		w.relation(&o.frame.Relations[i])
	}
	for i := range o.frame.Events {
		w.event(&o.frame.Events[i])
	}
	for i := range o.frame.Joins {
		w.joins(&o.frame.Joins[i])
	}
	for i := range o.frame.Figures {
		w.figure(&o.frame.Figures[i])
	}
	for i := range o.frame.Offices {
		w.office(&o.frame.Offices[i])
	}
	for _, f := range roles {
		for _, e := range f.entities {
			if e.Label == "Court" {
				r.memory.court, r.memory.courtIn = e, r.memory.sentence
				if !f.carried {
					r.memory.courtTold = r.memory.sentence
				}
			}
		}
	}
}

// yetToCome says that the time of an occurrence begins after the report's date; or, of what is only named by its year ("the 2012
// elections"), goes on after it.
func (r *run) yetToCome(o occurrence, when text.Interval) bool {
	until := r.context.Until
	return until != "" && (when.From > until || o.noun && !r.happening(o) && when.To > until && ofYears(when))
}

// whenOf is the day or interval of an occurrence. That of what somebody is accused of ("for killing X in 1998") is none of it: then a date
// before the charge is, if one stands there.
func (r *run) whenOf(o occurrence, roles map[string]*filler) text.Interval {
	when := r.when(o)
	if when.From == "" || when.Day() != "" || o.noun || r.ofMonth(o) {
		return when
	}
	var earlier text.Interval
	for _, g := range r.s.Clauses[o.clause].Groups {
		d := r.whenGroup(g)
		if d == nil {
			continue
		}
		if r.interval(d) != when {
			if earlier.From == "" && !r.aheadOfAnother(whole(&r.s.Clauses[o.clause]), g) {
				earlier = r.interval(d)
			}
			continue
		}
		for _, f := range roles {
			if f.whole != nil && len(f.whole.Heads) == 0 && g > f.at &&
				!slices.ContainsFunc(r.s.Groups[f.at:g], func(g text.Group) bool { return g.Kind == text.Preposition && g.Low == "by" }) {
				return earlier
			}
		}
	}
	return when
}

// ofMonth says that the date of an occurrence is a month whose year the text leaves out, since it is that of the report: not the time of
// what somebody is tried for.
func (r *run) ofMonth(o occurrence) bool {
	d := r.dateOf(o)
	return d != nil && !strings.ContainsAny(r.text[d.From:d.To], "0123456789")
}

// continues says that a clause goes on with what the sentence before tells: it is no aside on what was or had been before, "after X was
// acquitted", and its sentence names no other court.
func (r *run) continues(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if clause.Kind == text.RelativeClause || clause.Marker == "after" || r.pluperfect(clause) {
		return false
	}
	for i := range r.s.Tokens {
		if s := span(&r.s.Tokens[i]); s != nil && slices.ContainsFunc(s.Entities, func(e *lexicon.Entity) bool { return e.Label == "Court" && e != r.memory.court }) {
			return false
		}
	}
	return true
}

// otherwise fills a role that a clause leaves out.
func (r *run) otherwise(o occurrence, role *Role) []*lexicon.Entity {
	for name := range strings.SplitSeq(role.Else, "|") {
		var e *lexicon.Entity
		switch name {
		case "before":
			// another day is another hearing, of whatever court
			near := r.memory.courtTold >= r.memory.sentence-1 || r.when(o) == (text.Interval{})
			if e = r.sameCourt(o.clause); e != nil {
				break
			}
			if e = r.courtBehind(&r.s.Clauses[o.clause]); e == nil && near && !o.noun && r.memory.courtIn >= r.memory.sentence-1 && r.continues(o) {
				e = r.memory.court
			}
		case "series":
			e = r.context.Series
		case "place":
			e = r.context.Place
		}
		if e != nil && role.accepts(e) {
			return []*lexicon.Entity{e}
		}
	}
	return nil
}

// spokenOf says that the verb at a byte only tells what is said of, or made of, what happened elsewhere: "the release of X was celebrated
// in Klina".
func (r *run) spokenOf(at int) bool {
	return slices.ContainsFunc(r.s.Groups, func(g text.Group) bool {
		return g.Kind == text.VerbGroup && r.s.Tokens[g.Head].From == at && (text.IsAny(g.Low, speaks) || text.IsAny(g.Low, celebrates))
	})
}

// yield leaves out events that the sentence tells better by another, which takes over where they happened, but not where somebody only went
// then: "arrested and driven to Klina".
func (r *run) yield() {
	all := slices.Clone(r.facts)
	r.facts = slices.DeleteFunc(r.facts, func(f Fact) bool {
		if f.Event == nil {
			return false
		}
		i := slices.IndexFunc(all, func(other Fact) bool {
			return other.Event != nil && !other.Event.aside && other.Frame != f.Frame && slices.Contains(f.Event.yields, other.Event.Kind) &&
				agree(f.Event.When, other.Event.When) && overlap(f.Event.Places, other.Event.Places) && (!other.Event.bare || f.At == other.At) &&
				!(other.Event.before && other.Event.When.From == "")
		})
		if i >= 0 && len(all[i].Event.Places) == 0 && r.onlyMeanwhile(f.At, all[i].At) {
			return false
		}
		if i >= 0 && len(all[i].Event.Places) == 0 && !r.spokenOf(f.At) && !(f.Event.goes && f.At > all[i].At) {
			all[i].Event.Places = f.Event.Places
		}
		return i >= 0
	})
}

func overlap(a, b []*lexicon.Entity) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(e *lexicon.Entity) bool { return slices.Contains(b, e) })
}

func (r *run) passive(c int) bool {
	v := r.s.Clauses[c].Verb
	return v >= 0 && r.s.Groups[v].Verb.Passive
}

// remember keeps what the next sentences may refer to.
func (r *run) remember() {
	m := &r.memory
	m.setting, m.crowd = r.settingOf(), r.crowded()
	r.noteCourts()
	defer r.judge()
	r.gathered()
	var subjects, others []*lexicon.Entity
	court := &Role{Is: []string{"Court"}}
	for c := range r.s.Clauses {
		if f := r.resolve(r.s.Clauses[c].Subject, court, true); f != nil && len(f.entities) == 1 && !r.passive(c) {
			m.court, m.courtIn, m.courtTold = f.entities[0], m.sentence, m.sentence
		}
		if len(subjects) == 0 && r.takesUp(c) { // whom it may stand for comes before whom the sentence names
			subjects = slices.Clone(m.bodies)
		}
		for _, p := range r.s.Clauses[c].Subject {
			if s := span(r.head(p.Group)); s != nil {
				for _, e := range s.Entities {
					if e.Label != "Person" && !slices.Contains(subjects, e) {
						subjects = append(subjects, e)
					}
				}
			}
		}
	}
	m.month = cmp.Or(r.monthTold(), m.month)
	for i := range r.s.Tokens {
		s := span(&r.s.Tokens[i])
		if s == nil {
			continue
		}
		for _, e := range s.Entities {
			if e.Label != "Person" && !slices.Contains(subjects, e) && !slices.Contains(others, e) {
				others = append(others, e)
			}
			if e.Label == "Place" && e.Kind != "COUNTRY" && e.Kind != "TERRITORY" {
				m.place = e
			}
		}
		if s.Date != nil && len(s.Date.Days) > 0 {
			m.last = s.Date.Days[0].From
		}
		if s.Date != nil && !s.Date.Relative && len(s.Date.Days) > 0 && s.Date.Days[0].Day() != "" && !r.onlyUntil(i) {
			m.day = s.Date.Days[0].Day()
		}
	}
	if all := append(subjects, others...); len(subjects) == 0 && r.unnamedActs() {
		m.bodies = nil
	} else if len(all) > 0 {
		m.bodies = all
	}
}

// onlyUntil says that a date stands behind a preposition by which it is the day to which something is put off or lasts: "was postponed to 4
// May".
func (r *run) onlyUntil(token int) bool {
	g := r.groupOf(token)
	return g > 0 && r.s.Groups[g-1].Kind == text.Preposition && untilDay[r.s.Groups[g-1].Low]
}
