package frames

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// when is the interval that the clause of an occurrence gives it, or the sentence before where it answers what that told; zero where
// neither gives any.
func (r *run) when(o occurrence) text.Interval {
	if d := r.dateOf(o); d != nil {
		return r.interval(d)
	}
	if r.answers(o) {
		day := r.dayBefore()
		return text.Interval{From: day, To: day}
	}
	return text.Interval{}
}

// answers says that a verb tells what somebody did at once about what was told before: "the miners responded by throwing stones".
func (r *run) answers(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if o.noun || o.frame == nil || o.frame.Except != nil {
		return false
	}
	if o.frame.accuses() || o.frame.kind() == "SEIZURE" {
		if r.comesOf(clause) || clause.Kind == text.Main && r.comesOf(&r.s.Clauses[0]) {
			return true
		}
	}
	return clause.Governor >= 0 && clause.Kind == text.GerundClause && clause.Marker == "by" && text.IsAny(r.s.Groups[clause.Governor].Low, answering)
}

// comesOf says that a clause tells what came of an operation told before, or in the course of one: "as a result of the raid, nine men were
// arrested", "nine men were arrested during the operation".
func (r *run) comesOf(clause *text.Clause) bool {
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		if len(a.Phrases) == 0 || relative(clause, &a) {
			return false
		}
		g := a.Phrases[0].Group
		if of := a.Phrases[0].Of; a.Prep == "as" && r.head(g).Low == "result" {
			if len(of) == 0 {
				return true
			}
			g = of[0]
		} else if !amid[a.Prep] {
			return false
		}
		return operations[text.Singular(r.head(g).Low)] && r.pointsAt(g) && len(r.s.Groups[g].Names) == 0
	})
}

// dateOf is the date of an occurrence: within its noun, else in the nearest of its settings that has one.
func (r *run) dateOf(o occurrence) *text.DateExpression {
	if o.noun {
		if d := r.dateOfRuling(o.group); d != nil {
			return d
		}
	}
	if g := o.named(); g >= 0 && !r.reviewed(o) {
		if d := cmp.Or(r.dateOfNoun(g), r.dateWithin(g), r.dateOfCarried(g)); d != nil {
			return d
		}
	}
	if clause := &r.s.Clauses[o.clause]; o.named() < 0 && clause.Kind == text.Coordinate && r.dateIn(whole(clause)) == nil {
		if d := r.dateBetween(o.group); d != nil {
			return d
		}
	}
	own := &r.s.Clauses[o.clause]
	later := !o.noun && (r.afterwards(own) || r.longAway(own) || own.Marker == "where" && r.pluperfect(own))
	for _, at := range r.settings(o) {
		if d, ok := r.dateCounted(at); ok {
			return d
		}
		if d := r.dateIn(at); d != nil && !r.provoked(o, at, d) && !(later && at.clause != own) {
			return d
		}
	}
	if d := cmp.Or(r.dateOfWhich(o), r.dateAmid(o)); d != nil {
		return d
	}
	if clause := &r.s.Clauses[o.clause]; o.named() < 0 && clause.Kind == text.InfinitiveClause && clause.Parent >= 0 && r.took(&r.s.Clauses[clause.Parent]) {
		return r.dateIn(whole(&r.s.Clauses[clause.Parent]))
	}
	if d := r.dateBeforeWhen(&r.s.Clauses[o.clause]); d != nil && !(o.noun && r.apart(o.group)) {
		return d
	}
	if o.named() < 0 {
		if d := cmp.Or(r.dateOfJudgement(&r.s.Clauses[o.clause]), r.dateOfComing(o.clause), r.dateMeanwhile(o), r.dateBehindPresent(o), r.dateSaidLast(o)); d != nil {
			return d
		}
	}
	if !o.noun && o.object >= 0 && !r.happens(o.object) { // "as they passed through Klina on 4 May, stones were thrown at them"
		if d := r.dateMeanwhile(o); d != nil {
			return d
		}
	}
	if inner := r.visiting(o.clause); inner != nil && o.ofVisitors() {
		return r.dateIn(whole(inner))
	}
	if !o.noun {
		return r.dateInBrackets(&r.s.Clauses[o.clause])
	}
	return nil
}

// dateOfWhich is the day that the happening is called by in which the verb of a relative clause tells something to have been done: "the
// incident of 2 May, in which stones were thrown"; not of what had been done before.
func (r *run) dateOfWhich(o occurrence) *text.DateExpression {
	clause := &r.s.Clauses[o.clause]
	in, _, relative := strings.Cut(clause.Marker, " ")
	if o.noun || clause.Verb != o.group || !relative || !amid[in] || clause.Governor < 0 || r.s.Tokens[r.s.Groups[o.group].From].Low == "had" {
		return nil
	}
	if g := clause.Governor; r.happens(g) || carriers[text.Singular(r.head(g).Low)] {
		return r.dateOfNoun(g)
	}
	return nil
}

// reviewed says that what a verb decides on is a judgement, or how a trial ended, of another day: "on 4 May, the court upheld the judgement
// of 1 April", "the conviction of X in April".
func (r *run) reviewed(o occurrence) bool {
	if o.noun || o.object < 0 || text.IsAny(r.s.Groups[o.group].Low, announces) {
		return false
	}
	decided := text.Singular(r.head(o.object).Low)
	return judgements[decided] || outcomes[decided]
}

// afterwards says that an adverb of a clause tells that it came about some time after what was told before: "abducted a man on 4 May and
// later released him".
func (r *run) afterwards(clause *text.Clause) bool {
	if clause.Verb < 1 {
		return false
	}
	verb := &r.s.Groups[clause.Verb]
	return slices.ContainsFunc(r.s.Tokens[r.s.Groups[clause.Verb-1].From:verb.To], func(t text.Token) bool { return afterwards[t.Low] })
}

// dateBetween is the date between a conjunction and the verb that it joins: "and, on 6 May, moved".
func (r *run) dateBetween(verb int) (found *text.DateExpression) {
	for i := verb - 1; i >= 0; i-- {
		switch r.s.Groups[i].Kind {
		case text.When:
			found = r.whenGroup(i)
		case text.Conjunction:
			return found
		case text.Comma, text.Preposition, text.Adverb, text.NounGroup:
		default:
			return nil
		}
	}
	return nil
}

// whenGroup is the date of a group that tells when something happened; nil for other groups.
func (r *run) whenGroup(i int) *text.DateExpression {
	g := &r.s.Groups[i]
	if g.Kind == text.VerbGroup {
		for t := g.From; t < g.To; t++ {
			if s := span(&r.s.Tokens[t]); s != nil && s.Date != nil && !(t > 0 && notWhen[r.s.Tokens[t-1].Low] && !r.partOfDay(t)) {
				return s.Date
			}
		}
		return nil
	}
	if g.Kind != text.When {
		return nil
	}
	if i > 1 && (r.s.Groups[i-1].Kind == text.Comma || r.s.Groups[i-1].Kind == text.Conjunction) && r.s.Groups[i-2].Kind == text.When &&
		r.whenGroup(i-2) == nil { // "the notes of 2 July and 15 September"
		return nil
	}
	if r.endOfSpan(i) || r.compared(i) {
		return nil
	}
	if i > 0 && r.s.Groups[i-1].Kind == text.NounGroup && r.years(i) { // "the plan 2011-2017"
		return nil
	}
	if i > 0 && (r.s.Groups[i-1].Kind == text.Preposition || r.s.Groups[i-1].Kind == text.Subordinator) && notWhen[r.s.Groups[i-1].Low] && !r.tookUntil(i) {
		if s := span(r.head(i)); s == nil || s.Date == nil || !s.Date.Relative && !r.ranges(i, s.Date) {
			return nil
		}
	}
	if s := span(r.head(i)); s != nil {
		if s.Date != nil && r.ofWeek(i) {
			day := s.Date.Days[0].From
			return &text.DateExpression{From: s.Date.From, To: s.Date.To, Days: []text.Interval{{From: day, To: text.Shift(day, 6)}}}
		}
		return s.Date
	}
	return nil
}

// ofWeek says that a day is the first of a week: "during the week of 4 May".
func (r *run) ofWeek(i int) bool {
	s := span(r.head(i))
	return i > 1 && r.s.Groups[i-1].Low == "of" && r.s.Groups[i-2].Low == "week" && r.s.Groups[i-2].Det == "the" &&
		!s.Date.Relative && len(s.Date.Days) == 1 && s.Date.Days[0].Day() != ""
}

// partOfDay says that the date at a token stands behind a part of it: "was, on the morning of 4 May, detained".
func (r *run) partOfDay(t int) bool {
	return t > 1 && r.s.Tokens[t-1].Low == "of" && partsOfTime[r.s.Tokens[t-2].Low]
}

// endOfSpan says that a date at i ends what another one begins, with an aside between them: "between 2 June, when the river rose, and 7
// July".
func (r *run) endOfSpan(i int) bool {
	if i < 4 || r.s.Groups[i-1].Low != "and" || r.s.Groups[i-2].Kind != text.Comma {
		return false
	}
	k := i - 3
	for k > 1 && r.s.Groups[k].Kind != text.Comma {
		k--
	}
	return k > 1 && r.s.Groups[k-1].Kind == text.When && r.s.Groups[k-2].Low == "between"
}

// years says that a date is of whole years.
func (r *run) years(i int) bool {
	s := span(r.head(i))
	return s != nil && s.Date != nil && len(s.Date.Days) > 0 && ofYears(s.Date.Days[0])
}

// ofYears says that an interval is of whole years.
func ofYears(i text.Interval) bool {
	return strings.HasSuffix(i.From, "-01-01") && strings.HasSuffix(i.To, "-12-31")
}

// ranges says of a date behind "from" or "of" that it tells when something happened: "from 30 May to 2 June", "on the night of 3 May".
func (r *run) ranges(i int, d *text.DateExpression) bool {
	switch r.s.Groups[i-1].Low {
	case "from":
		if i > 1 && r.s.Groups[i-2].Low == "period" { // of what a report covers, not when it is made
			return false
		}
		return len(d.Days) > 0 && d.Days[0].Day() == "" && bothEnds.MatchString(r.text[d.From:d.To])
	case "between": // not "between 30 October and the elections"
		return bothEnds.MatchString(r.text[d.From:d.To])
	case "of", "dated":
		if i > 1 && r.s.Groups[i-2].Low == "as" { // "as of 28 February, its strength was 20"
			return true
		}
		if i > 2 && r.s.Groups[i-3].Low == "during" { // "during the riots of 3 May, two men were killed"
			return true
		}
		if i > 2 && judgements[text.Singular(r.s.Groups[i-2].Low)] { // "in its judgement of 3 May, the court found"
			prep := r.s.Groups[i-3].Low
			inLine := i > 4 && r.s.Groups[i-4].Kind == text.NounGroup && r.s.Groups[i-4].Det == "" && r.s.Groups[i-5].Low == "in" // "in line with a ruling of 3 May"
			return prep == "in" || prep == "by" || prep == "with" && !inLine
		}
		if i > 2 && r.decrees(i-2) { // "by its resolution 906 (1994) of 25 March, the Council extended"
			front := i == 3 || r.s.Groups[i-4].Kind == text.Break || r.s.Groups[i-4].Kind == text.Comma
			return front && (r.s.Groups[i-3].Low == "in" || r.s.Groups[i-3].Low == "by")
		}
		return i > 1 && partsOfTime[r.s.Groups[i-2].Low]
	}
	return false
}

// bothEnds is within a date that tells from when and until when.
var bothEnds = regexp.MustCompile(` to | until | till | through | and |[-–—/]`)

// exact says that a date tells a day, or no more than a week: "on 6 June", "from 6 to 9 June".
func exact(d *text.DateExpression) bool {
	return d.Relative && !d.Month || len(d.Days) > 0 && d.Days[0].To <= text.Shift(d.Days[0].From, 6)
}

// dateIn is the date of a stretch: of several the most exact, then the first.
func (r *run) dateIn(at stretch) *text.DateExpression {
	var best *text.DateExpression
	for _, i := range at.clause.Groups {
		if i < at.from || i >= at.to {
			continue
		}
		d := r.whenGroup(i)
		if d == nil || r.ofFurther(at.clause, d) || r.ofAnotherTime(at, i, exact(d)) || r.aheadOfAnother(at, i) {
			continue
		}
		if best == nil || exact(d) && !exact(best) || exact(d) && r.amidst(at.clause, i) {
			best = d
		}
	}
	return best
}

// amidst says that a date stands between the subject of a clause, no happening, and the verb, whose own it is: "after the storm of 9 May,
// the police on 15 May conducted".
func (r *run) amidst(clause *text.Clause, i int) bool {
	if i >= clause.Verb || i < 2 || len(clause.Subject) == 0 || clause.Subject[0].Group >= i {
		return false
	}
	before := i - 1
	for before > 0 && (r.s.Groups[before].Kind == text.Preposition || r.s.Groups[before].Kind == text.Comma) {
		before--
	}
	return stands(clause.Subject, before) && !r.happens(before) && r.onlyBetween(i, clause.Verb, text.Comma, text.Adverb)
}

// interval is the interval that a date means here: a relative one counts from the first day of the sentence, else from the last told in the
// paragraph.
func (r *run) interval(d *text.DateExpression) text.Interval {
	if d.OfMonth > 0 {
		day := text.DayOf(r.memory.last, d.Months, d.OfMonth)
		return text.Interval{From: day, To: day}
	}
	if d.Month {
		return r.monthMeant(d)
	}
	if d.Relative {
		before, after := r.day(d)
		day := text.Shift(cmp.Or(before, r.memory.day, after), d.Offset)
		return text.Interval{From: day, To: day}
	}
	if len(d.Days) == 0 {
		return text.Interval{}
	}
	return text.Interval{From: d.Days[0].From, To: d.Days[len(d.Days)-1].To}
}

// day is the last day that the sentence tells before a date, but for those of asides, and the first that it tells behind it; "" for none.
func (r *run) day(of *text.DateExpression) (before, after string) {
	passed, aside := false, ""
	own := r.groupOf(slices.IndexFunc(r.s.Tokens, func(t text.Token) bool { s := span(&t); return s != nil && s.Date == of }))
	for i := range r.s.Tokens {
		s := span(&r.s.Tokens[i])
		switch {
		case s == nil || s.Date == nil:
		case s.Date == of:
			passed = true
		case s.Date.Relative || len(s.Date.Days) == 0 || s.Date.Days[0].Day() == "":
		case !passed && r.inAside(i, own):
			aside = s.Date.Days[0].Day()
		case !passed:
			before = s.Date.Days[0].Day()
		case after == "":
			after = s.Date.Days[0].Day()
		}
	}
	return cmp.Or(before, aside), after
}
