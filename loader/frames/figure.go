package frames

import (
	"cmp"
	"slices"
	"strconv"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// figure writes a count, unless it is of those whom the paragraph has counted before. Counts of nouns that share a verb are one:
// "burns to two cooks and bruises to four guests".
func (w *writer) figure(one *FigureWrite) {
	if w.roles[one.Without].found() {
		return
	}
	o := &Figure{Metric: one.Metric, Breakdown: one.Breakdown, verb: -1, counts: -1}
	f := w.roles[one.Value]
	if v, err := strconv.ParseFloat(one.Value, 64); err == nil {
		o.Value = v
	} else if f != nil && f.count != nil {
		o.Value, o.Approximate, o.counts = f.count.Value, f.count.Approximate, f.at
	} else {
		return
	}
	of, day, unplaced := w.entities(one.Of), "", false
	if one.Told {
		var told bool
		if of, day, told = w.tellsItself(); !told {
			return
		}
	} else {
		if day = w.whenAround().Day(); day == "" && w.hurtThen() {
			day = w.dayHurt()
		} else if day == "" && (w.inIt() || w.ledTo() || w.ensued() >= 0 && !w.plural(w.ensued())) {
			day = w.dayBefore()
		}
		day = cmp.Or(day, w.dayAtEnd())
		unplaced = one.Of == "around" && len(w.placesAround()) == 0
		if at := w.hurtInIt(); unplaced && day == "" && len(at.places) == 1 {
			of, day, unplaced = at.places, at.day, false
		}
	}
	spokenOf := w.o.noun && f != nil && w.s.Groups[f.phrases[0].Group].Count == nil && day == "" && unplaced // "condemned the death of a monk"
	if len(of) == 0 || spokenOf || w.rate(w.o.clause) || w.either() || w.charged() || w.compared() || w.again(f) && (w.countedBefore(o) || w.described()) {
		return
	}
	o.Of, o.Day, o.unplaced = of[0], day, unplaced
	if w.remembered() {
		o.Day, o.unplaced = w.dayOfRemembered(), false
	}
	if w.reportedLater() || w.longSince(&w.s.Clauses[w.o.clause]) || w.longAway(&w.s.Clauses[w.o.clause]) {
		o.Day = ""
	}
	if f != nil && len(f.counts) > 1 && w.inTurnTold() && w.figuresInTurn(o, f.counts) {
		return
	}
	if w.o.noun || w.saidTwice(w.o.group) {
		o.verb = w.s.Clauses[w.o.clause].Verb
	} else {
		o.verb = w.saidFirst(w.o.group)
	}
	for i := range w.facts {
		if old := w.facts[i].Figure; old != nil && old.joins(o) {
			old.Value, old.Approximate = old.Value+o.Value, old.Approximate || o.Approximate
			return
		}
	}
	fact := w.quote()
	fact.Figure = o
	w.add(fact)
	w.memory.figures = append(w.memory.figures, o)
}

// dayAtEnd is the day at the end of a further verb of hurting, which is of the one before it too: "killed two men and wounded nine guards
// on 4 May"; or at the end of the next clause, which counts those who were held: "two guards were hurt and nine fans were detained on 4
// May"; "" for none.
func (w *writer) dayAtEnd() string {
	if w.o.noun || w.dateIn(whole(&w.s.Clauses[w.o.clause])) != nil {
		return ""
	}
	for c := range w.s.Clauses {
		further := &w.s.Clauses[c]
		if further.Verb < 2 || !w.hurtOn(further) && !w.heldThen(c) {
			continue
		}
		if date := w.dateIn(whole(further)); date != nil {
			return w.interval(date).Day()
		}
	}
	return ""
}

// hurtOn says that a further verb of hurting is joined to an active one by "and", and a day ends it.
func (w *writer) hurtOn(further *text.Clause) bool {
	last := further.Groups[len(further.Groups)-1]
	return !w.passive(w.o.clause) && further.Kind == text.Coordinate && further.Parent == w.o.clause && text.IsAny(w.s.Groups[further.Verb].Low, injures) &&
		w.s.Groups[last].Kind == text.When && w.s.Groups[further.Verb-1].Kind == text.Conjunction && w.s.Groups[further.Verb-2].Kind != text.Comma
}

// heldThen says that a main clause, joined to one by which people were hurt, counts those who were held, and not for what was done to
// these: "and nine fans were detained", not "and nine men were", who may be those that did it.
func (w *writer) heldThen(c int) bool {
	further := &w.s.Clauses[c]
	if before, _ := w.joinedTo(c); before != w.o.clause || further.Kind != text.Main || !w.passive(w.o.clause) || !w.passive(c) || len(further.Subject) != 1 {
		return false
	}
	who := &w.s.Groups[further.Subject[0].Group]
	return who.Count != nil && !anaphora[text.Singular(who.Low)] &&
		(text.IsAny(w.s.Groups[further.Verb].Low, jails) || text.Is(w.s.Groups[further.Verb].Low, "arrest")) && w.tellsOnce() && len(w.where(w.o)) == 0
}

// tellsItself is where and when a noun's own phrase tells that what it names happened, the report's place where it tells none; false where
// it tells neither a place nor more than a year.
func (w *writer) tellsItself() (of []*lexicon.Entity, day string, told bool) {
	own := w.phrase(w.o.group)[0]
	if of = w.placesIn(own, w.o.group); len(of) > 0 {
		of, told = of[:1], true
	} else {
		of = w.entities("place")
	}
	if d := w.dateIn(own); d != nil && len(d.Days) > 0 && !ofYears(d.Days[0]) {
		day, told = w.interval(d).Day(), true
	}
	return of, day, told
}

// rate says that a clause, one joined to it or the one that it stands in counts so many a month, not those of something that happened.
func (w *writer) rate(c int) bool {
	for i := range w.s.Clauses {
		one := &w.s.Clauses[i]
		if i != c && !(one.Kind == text.Coordinate && one.Parent == c) && !(w.s.Clauses[c].Kind == text.RelativeClause && w.s.Clauses[c].Parent == i) {
			continue
		}
		if slices.ContainsFunc(one.Groups, func(g int) bool {
			group := &w.s.Groups[g]
			return (group.Det == "each" || group.Det == "every") && durations[group.Low] ||
				slices.ContainsFunc(w.s.Tokens[group.From:group.To], func(t text.Token) bool { return rates[t.Low] })
		}) {
			return true
		}
	}
	return false
}

// either says that the verb of a count is one of two of which the text does not say which is so: "killed or injured".
func (w *writer) either() bool {
	g := w.o.group
	or := func(at int) bool {
		return at >= 0 && at < len(w.s.Groups) && w.s.Groups[at].Kind == text.Conjunction && w.s.Groups[at].Low == "or"
	}
	verb := func(at int) bool { return at >= 0 && at < len(w.s.Groups) && w.s.Groups[at].Kind == w.s.Groups[g].Kind }
	return or(g+1) && verb(g+2) || or(g-1) && verb(g-2)
}

// remembered says that a relative clause tells of something that its sentence only recalls: "the anniversary of the bombing in which 40
// were hurt"; or of what had come about before what the sentence tells, it does not say when: "a plaque for the 16 miners who had died".
func (w *writer) remembered() bool {
	clause := &w.s.Clauses[w.o.clause]
	return clause.Kind == text.RelativeClause && w.pluperfect(clause) && w.dateIn(whole(clause)) == nil || w.recalled(clause)
}

// dayOfRemembered is the day that the noun has of its own to which a relative clause hangs that tells what had come about: "recalled the
// attack of 4 May in Klina, in which two had died"; "" for none.
func (w *writer) dayOfRemembered() string {
	noun := w.s.Clauses[w.o.clause].Governor
	for noun > 1 && !w.happens(noun) && w.s.Groups[noun-1].Kind == text.Preposition { // "in Klina" behind it
		noun--
		for noun > 0 && w.s.Groups[noun].Kind != text.NounGroup {
			noun--
		}
	}
	if noun < 0 || !w.happens(noun) {
		return ""
	}
	if d := w.dateWithin(noun); d != nil {
		return w.interval(d).Day()
	}
	if d := w.dateOfNoun(noun); d != nil {
		return w.interval(d).Day()
	}
	return ""
}

// longSince says that a clause tells what something else only counts from, long after: "20 years since nine had died", "ten years after
// nine had died".
func (r *run) longSince(clause *text.Clause) bool {
	if clause.Kind != text.Adverbial || clause.Marker != "since" && clause.Marker != "after" || r.dateIn(whole(clause)) != nil {
		return false
	}
	before := clause.Groups[0] - 1
	return clause.Marker == "since" || before >= 0 && r.s.Groups[before].Kind == text.NounGroup && longTimes[text.Singular(r.head(before).Low)]
}

// recalled says that a relative clause, or one that goes on with it, tells of what a noun before it recalls, so that the sentence tells
// where and when that is done, and not what it recalls: "held a service in Peja on the anniversary of a bombing, which killed 40".
func (r *run) recalled(clause *text.Clause) bool {
	for clause.Kind == text.Coordinate && clause.Parent >= 0 {
		clause = &r.s.Clauses[clause.Parent]
	}
	return clause.Kind == text.RelativeClause &&
		slices.ContainsFunc(r.s.Tokens[:r.s.Groups[clause.Groups[0]].From], func(t text.Token) bool { return remembrances[t.Low] })
}

// reportedLater says that what a count is of had come about before somebody said so on the day of the sentence: "on 4 May, UNHCR reported
// that nine had been hurt", "visited Klina, where nine had been hurt".
func (w *writer) reportedLater() bool {
	for c := w.o.clause; c >= 0; c = w.s.Clauses[c].Parent {
		clause := &w.s.Clauses[c]
		if w.dateIn(whole(clause)) != nil {
			return false
		}
		if clause.Marker == "where" && w.pluperfect(clause) {
			return true
		}
		if clause.Kind != text.Complement && clause.Kind != text.RelativeClause {
			return false
		}
		if clause.Kind == text.Complement {
			return w.pluperfect(clause)
		}
	}
	return false
}

// pluperfect says that the verb of a clause tells of a time before that of its sentence: "had died".
func (r *run) pluperfect(clause *text.Clause) bool {
	return clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Perfect && r.s.Tokens[r.s.Groups[clause.Verb].From].Low == "had"
}

// described says that a participle only tells who somebody is whom a clause tells something else of: "visited the 11 injured in hospital".
func (w *writer) described() bool {
	clause := &w.s.Clauses[w.o.clause]
	reduced := clause.Kind == text.RelativeClause && clause.Marker == "" && w.s.Groups[w.o.group].Verb.Passive
	return reduced && clause.Parent >= 0 && w.s.Clauses[clause.Parent].Verb >= 0 && w.dateIn(whole(clause)) == nil
}

// charged says that a count is of what somebody is tried for, which happened elsewhere and before: "sentenced to five years for the death
// of two miners", "for an accident that had killed two miners".
func (w *writer) charged() bool {
	clause := &w.s.Clauses[w.o.clause]
	crime := w.o.group
	if !w.o.noun {
		if clause.Kind != text.RelativeClause || clause.Parent < 0 || clause.Governor < 0 {
			return false
		}
		clause, crime = &w.s.Clauses[clause.Parent], clause.Governor
	}
	charge := slices.Contains([]string{"for", "of", "with", "in connection with"}, w.prepositionOf(crime))
	return charge && clause.Verb >= 0 && text.IsAny(w.s.Groups[clause.Verb].Low, prosecutes)
}

// compared says that a count is one of another time, which what is told is compared with: "six were killed, compared with ten killed in the
// year before".
func (w *writer) compared() bool {
	for c := w.o.clause; c >= 0; c = w.s.Clauses[c].Parent {
		if v := w.s.Clauses[c].Verb; v >= 0 && v < w.o.group && text.Is(w.s.Groups[v].Low, "compare") {
			return true
		}
	}
	return false
}

// saidTwice says that two clauses have one verb, said once: "left one man with burns and two with bruises".
func (r *run) saidTwice(verb int) bool {
	n := 0
	for c := range r.s.Clauses {
		if r.s.Clauses[c].Verb == verb {
			n++
		}
	}
	return n > 1
}

// saidFirst is the first of a row of verb groups by which one verb is said once more for each number of people, between which nothing but
// these, adverbs and "and" stand: "two were seriously injured and four slightly injured".
func (r *run) saidFirst(verb int) int {
	numbers := 0
	for g := verb - 1; g >= 0; g-- {
		switch group := &r.s.Groups[g]; {
		case group.Kind == text.Adverb, group.Kind == text.Comma, group.Kind == text.Conjunction && group.Low == "and":
		case group.Kind == text.NounGroup && group.Count != nil && numbers == 0:
			numbers++
		case group.Kind == text.VerbGroup && numbers == 1 && r.head(g).Low == r.head(verb).Low:
			return r.saidFirst(g)
		default:
			return verb
		}
	}
	return verb
}

// same says that two figures state one count of one happening.
func (f *Figure) same(o *Figure) bool {
	a, b := *f, *o
	a.verb, b.verb, a.counts, b.counts, a.unplaced, b.unplaced = 0, 0, 0, 0, false, false
	return a == b
}

// joins says that two figures count what one verb takes, each others, at one place and on one day: not "three died in Klina and two in
// Peja".
func (f *Figure) joins(o *Figure) bool {
	if f.Of != o.Of && !f.unplaced && !o.unplaced || f.Day != o.Day && f.Day != "" && o.Day != "" {
		return false
	}
	return o.verb >= 0 && f.verb == o.verb && f.counts != o.counts && f.Metric == o.Metric && f.Breakdown == o.Breakdown
}

// countedBefore says that the paragraph has told as many, or more, of the same before.
func (w *writer) countedBefore(o *Figure) bool {
	return slices.ContainsFunc(w.memory.figures, func(b *Figure) bool {
		return b.Metric == o.Metric && b.Breakdown == o.Breakdown && b.Value >= o.Value
	})
}
