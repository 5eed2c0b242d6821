package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// occasion is when and where one thing happened.
type occasion struct {
	when   text.Interval
	places []*lexicon.Entity
}

// habitual says that a clause tells of what happens again and again, not of one thing.
func (r *run) habitual(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	return slices.ContainsFunc(clause.Groups, func(g int) bool {
		group := &r.s.Groups[g]
		return slices.ContainsFunc(r.s.Tokens[group.From:group.To], func(t text.Token) bool { return habits[t.Low] })
	})
}

// occasions are those of what an occurrence tells: one, or one for each of several days ("on 4, 9 and 10 June", "in Klina on 4 June and in
// Peja on 9 June").
func (r *run) occasions(o occurrence) []occasion {
	at, dates := r.dated(o)
	if len(dates) == 1 {
		return r.eachDay(o, dates[0])
	}
	if len(dates) < 2 || !r.listed(dates) && !r.doneLikewise(o, dates) {
		return []occasion{{r.when(o), r.where(o)}}
	}
	var all []occasion
	first := o.group // behind it, or in front of it from the beginning on
	if dates[0] < first {
		first = -1
	}
	places, counted := r.where(o), slices.ContainsFunc(dates, func(i int) bool { return i > 1 && r.head(i-2).Kind == text.Number })
	for k, i := range dates {
		low, high := first, 1<<30
		if k > 0 {
			low = dates[k-1]
		}
		if k+1 < len(dates) {
			high = dates[k+1]
		}
		before, behind := r.placesBetween(at, low, i), r.placesBetween(at, i, high)
		if k > 0 && len(before) == 0 {
			before = r.placesAlone(low, i)
		}
		switch {
		case k == 0 && len(before) > 0, k > 0 && len(r.placesBetween(at, first, dates[0])) > 0 && len(before) > 0:
			places = before
		case len(behind) > 0:
			places = behind
		}
		for _, when := range r.days(r.whenGroup(i)) {
			if n := len(all); n > 0 && !counted && when.Day() == "" && text.Shift(all[n-1].when.To, 1) == when.From && slices.Equal(all[n-1].places, places) {
				all[n-1].when.To = when.To // "in late 2008 and early 2009"
				continue
			}
			all = append(all, occasion{when, places})
		}
	}
	return all
}

// days are those of a date that tells several, joined where they follow each other; of another what it means.
func (r *run) days(d *text.DateExpression) []text.Interval {
	if d.Relative || len(d.Days) < 2 {
		return []text.Interval{r.interval(d)}
	}
	return runsOf(d.Days)
}

// dated are the dates of the nearest setting of an occurrence that has any, and its clause.
func (r *run) dated(o occurrence) (clause *text.Clause, dates []int) {
	for _, at := range r.settings(o) {
		for _, i := range at.clause.Groups {
			if i >= at.from && i < at.to && r.s.Groups[i].Kind == text.When && r.whenGroup(i) != nil {
				dates = append(dates, i)
			}
		}
		if len(dates) > 0 || r.dateIn(at) != nil {
			return at.clause, r.goOn(dates)
		}
	}
	return nil, nil
}

// goOn adds to dates those that go on the list which the last of them is in: "exercises on 4 May, 9 May and 2 June".
func (r *run) goOn(dates []int) []int {
	if len(dates) == 0 {
		return nil
	}
	for i := dates[len(dates)-1] + 1; i < len(r.s.Groups); i++ {
		switch kind := r.s.Groups[i].Kind; {
		case kind == text.When && r.whenGroup(i) != nil:
			dates = append(dates, i)
		case kind != text.Comma && kind != text.Conjunction:
			return dates
		}
	}
	return dates
}

// doneAgain are the occasions of what a clause tells to have been done once more on a further day: "arrested on 4 May and again on 9 May";
// nil for others.
func (r *run) doneAgain(o occurrence) []occasion {
	_, dates := r.dated(o)
	for k := 1; k < len(dates); k++ {
		if slices.ContainsFunc(r.s.Groups[dates[k-1]+1:dates[k]], func(g text.Group) bool { return g.Kind == text.Adverb && anew[g.Low] }) {
			if all := r.occasions(o); len(all) > 1 {
				return all
			}
		}
	}
	return nil
}

// severalDays are the occasions of what police and courts did on several days to people whom the text does not name: "on 4 and 9 May, nine
// men were arrested"; nil where it was one.
func (w *writer) severalDays(one *EventWrite) []occasion {
	if !w.o.frame.accuses() || w.when.From == "" || slices.ContainsFunc(one.Subject, func(name string) bool { return len(w.entities(name)) > 0 }) {
		return nil
	}
	if all := w.occasions(w.o); len(all) > 1 {
		return all
	}
	return nil
}

// listed says that nothing but places, times of day and a conjunction stands between dates: they are days of one thing. Behind "again" it
// may have been done otherwise.
func (r *run) listed(dates []int) bool {
	for k := 1; k < len(dates); k++ {
		conjunction, once := false, true
		for _, g := range r.s.Groups[dates[k-1]+1 : dates[k]] {
			switch g.Kind {
			case text.Conjunction:
				conjunction = true
			case text.Adverb:
				once = once && !(conjunction && anew[g.Low])
			case text.Comma, text.Preposition:
			case text.NounGroup:
				if ordinals[r.s.Tokens[g.Head].Low] { // "the first on 4 May, the second on 8 May"
					conjunction = true
				}
				if !once || partsOfTime[text.Singular(g.Low)] || r.oneOfSeveral(&g) {
					continue
				}
				if s := span(&r.s.Tokens[g.Head]); s == nil || len(s.Entities) == 0 || s.Entities[0].Label != "Place" {
					return false
				}
			default:
				return false
			}
		}
		if !conjunction && k == len(dates)-1 {
			return false
		}
	}
	return true
}

// placesBetween are the places that stand behind prepositions of place between two groups.
func (r *run) placesBetween(clause *text.Clause, from, to int) (all []*lexicon.Entity) {
	for i := range clause.Attached {
		if a := &clause.Attached[i]; a.At > from && a.At < to && whereat[a.Prep] && !r.ofSubjectMatter(clause, a.At) {
			if f := r.resolve(a.Phrases[:1], place, false); f != nil {
				all = append(all, f.entities...)
			}
		}
	}
	return all
}

// respective are, with "respectively", an occasion for each day, at the place of its number, where there are as many places, or as many
// fillers of a role of the event, as days; else nil.
func (w *writer) respective(one *EventWrite) (all []occasion) {
	if !w.inTurnTold() {
		return nil
	}
	places := w.where(w.o)
	_, dates := w.dated(w.o)
	for _, i := range dates {
		if d := w.whenGroup(i); !d.Relative {
			for _, day := range d.Days {
				all = append(all, occasion{day, places})
			}
		}
	}
	n := len(all)
	turns := w.placesInTurn(w.o, n)
	switch {
	case n < 2:
		return nil
	case turns != nil:
		for k := range all {
			all[k].places = turns[k]
		}
	case len(places) == n && w.andBefore(places[n-1]):
		for k := range all {
			all[k].places = places[k : k+1]
		}
	case len(w.entities(one.Place)) != n && !slices.ContainsFunc(one.Agent, func(name string) bool {
		return w.roles[name] != nil && len(w.roles[name].phrases) == n
	}):
		return nil
	}
	return all
}

// andBefore says that a conjunction joins a place to those before it: not "in Binça, Viti municipality".
func (w *writer) andBefore(place *lexicon.Entity) bool {
	at := w.placeOf(place)
	return slices.ContainsFunc(w.s.Tokens[max(0, at-2):at], func(t text.Token) bool { return t.Low == "and" })
}

// alternate says that the places of an event and its days stand in turn: "visited Klina on 4 May and Peja the next day".
func (w *writer) alternate(one *EventWrite, of int) bool {
	at := w.entities(one.Place)
	_, dates := w.dated(w.o)
	if len(at) != of || len(dates) != of {
		return false
	}
	for i := range of {
		place, day := w.placeOf(at[i]), w.s.Groups[dates[i]].From
		if place < 0 || place > day || i > 0 && place < w.s.Groups[dates[i-1]].From {
			return false
		}
	}
	return true
}

// eachDay are the occasions of one date: one, or one for each run of days.
func (r *run) eachDay(o occurrence, i int) (all []occasion) {
	d, places := r.whenGroup(i), r.where(o)
	if d.Relative || len(d.Days) < 2 {
		return []occasion{{r.when(o), places}}
	}
	for _, one := range r.days(d) {
		all = append(all, occasion{one, places})
	}
	return all
}

// inTurnTold says that "respectively" pairs what a sentence tells: not only who leads whom, "the teams of X and Y, led by A and B,
// respectively, met".
func (r *run) inTurnTold() bool {
	at := slices.IndexFunc(r.s.Groups, func(g text.Group) bool { return g.Low == "respectively" })
	return at >= 0 && !slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		return c.Kind == text.RelativeClause && c.Verb >= 0 && text.IsAny(r.s.Groups[c.Verb].Low, leads) && slices.ContainsFunc(c.Attached, func(a text.Attachment) bool {
			last := a.Phrases[len(a.Phrases)-1].Group
			return a.Prep == "by" && last < at && r.onlyBetween(last, at, text.Comma)
		})
	})
}

// says that a word stands in the sentence.
func (r *run) says(word string) bool {
	return slices.ContainsFunc(r.s.Tokens, func(t text.Token) bool { return t.Low == word })
}

// runsOf joins days that follow each other: a meeting on 15 and 16 March is one.
func runsOf(days []text.Interval) (joined []text.Interval) {
	for _, d := range days {
		if n := len(joined); n > 0 && text.Shift(joined[n-1].To, 1) == d.From {
			joined[n-1].To = d.To
		} else {
			joined = append(joined, d)
		}
	}
	return joined
}

// dateOfComing is the day on which who does what a clause tells comes, in front of its subject: "arriving from Klina on 4 May, X
// visited"; nil where none is told.
func (r *run) dateOfComing(c int) *text.DateExpression {
	for i := range r.s.Clauses {
		inner := &r.s.Clauses[i]
		if inner.Parent != c || inner.Kind != text.RelativeClause || inner.Marker != "" || inner.Verb != 0 || !text.IsAny(r.s.Groups[0].Low, comingFirst) ||
			r.s.Tokens[r.s.Groups[0].Head].Tag != "VBG" || r.s.Groups[0].To != 1 {
			continue
		}
		for g := 1; g < len(r.s.Groups) && r.s.In[g] == i; g++ {
			switch r.s.Groups[g].Kind {
			case text.When:
				return r.whenGroup(g)
			case text.NounGroup:
				if r.head(g).Kind != text.Name {
					return nil
				}
			}
		}
	}
	return nil
}

// calledByMonth says that what a noun tells of has a month for its name, "the March violence": it has been told, of a year that need not be
// the report's.
func (r *run) calledByMonth(o occurrence) bool {
	group := &r.s.Groups[o.group]
	return o.noun && group.Det == "the" && o.frame.ofUnrest() &&
		slices.ContainsFunc(r.s.Tokens[group.From:group.Head], func(t text.Token) bool {
			return t.Kind == text.Date && !strings.ContainsAny(t.Text, "0123456789")
		})
}
