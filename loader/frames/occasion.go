package frames

import (
	"cmp"
	"fmt"
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Prepositions before a date that tell which thing is meant, or from when on or until when, not when it happened.
var notWhen = words(`of since until till before after by prior following to for from`)

// Prepositions before the place where something happens.
var whereat = words(`in at near outside inside within around throughout across on into onto`)

// when is the interval that the clause of an occurrence gives it; zero where it gives none.
func (r *run) when(o occurrence) text.Interval {
	if d := r.dateOf(o); d != nil {
		return r.interval(d)
	}
	return text.Interval{}
}

// dateOf is the date of an occurrence: of its own clause; of a verb that shares its subject with one before, the date that stands before that one.
func (r *run) dateOf(o occurrence) *text.DateExpression {
	clause := &r.s.Clauses[o.clause]
	if o.noun || o.object >= 0 {
		g := o.group
		if o.object >= 0 {
			g = o.object
		}
		if d := r.dateWithin(g); d != nil && len(r.where(o)) > 0 {
			return d
		} else if d != nil { // by its day alone it is only named, not told
			return nil
		}
		if d := r.dateBehind(g, o); d != nil {
			return d
		}
		if o.noun && (!r.objectOf(g, clause) || r.apart(g)) {
			return nil
		}
	}
	if d := r.dateIn(clause, -1); d != nil {
		return d
	}
	if d := r.dateBetween(o.group); d != nil && clause.Kind == text.Coordinate {
		return d
	}
	if clause.Kind == text.Adverbial && clause.Parent >= 0 && (clause.Marker == "when" || clause.Marker == "as" || clause.Marker == "while") {
		return r.dateIn(&r.s.Clauses[clause.Parent], -1)
	}
	for clause.Kind == text.Coordinate || clause.Kind == text.InfinitiveClause {
		if clause.Parent < 0 {
			return nil
		}
		verb := clause.Governor
		if verb < 0 || r.s.Groups[verb].Kind != text.VerbGroup {
			return nil
		}
		clause = &r.s.Clauses[r.s.In[verb]]
		if d := r.dateIn(clause, clause.Verb); d != nil {
			return d
		}
	}
	return nil
}

// dateWithin is the date before the head of a noun group: "the 6 August attack".
func (r *run) dateWithin(g int) *text.DateExpression {
	group := &r.s.Groups[g]
	for i := group.From; i < group.Head; i++ {
		if s := span(&r.s.Tokens[i]); s != nil && s.Date != nil {
			return s.Date
		}
	}
	return nil
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

// apart says that the preposition before a noun keeps it out of what its clause tells: "indicted for a shooting", "after the attack".
func (r *run) apart(g int) bool {
	return g > 0 && r.s.Groups[g-1].Kind == text.Preposition && !slices.Contains([]string{"in", "at", "during", "with", "under", "into"}, r.s.Groups[g-1].Low)
}

// objectOf says that a noun group is the object of a clause's verb, or stands in it.
func (r *run) objectOf(g int, clause *text.Clause) bool {
	return clause.Verb >= 0 && g > clause.Verb || r.happening(occurrence{clause: r.s.In[g], group: g, noun: true}) || slices.ContainsFunc(clause.Subject, func(p text.Phrase) bool { return p.Group == g }) && r.s.Groups[clause.Verb].Verb.Passive
}

// dateBehind is the first date behind a noun group, before the verb that may follow it.
func (r *run) dateBehind(g int, o occurrence) *text.DateExpression {
	clause := &r.s.Clauses[o.clause]
	for _, i := range clause.Groups {
		if i <= g {
			continue
		}
		if i == clause.Verb && g < clause.Verb && o.object < 0 {
			return nil
		}
		if d := r.whenGroup(i); d != nil {
			return d
		}
		if s := span(r.head(i)); i == g+2 && r.s.Groups[i].Kind == text.When && r.s.Groups[i-1].Low == "of" && s != nil { // "the meeting of 4 May"
			return s.Date
		}
	}
	return nil
}

// whenGroup is the date of a group that tells when something happened; nil for other groups.
func (r *run) whenGroup(i int) *text.DateExpression {
	g := &r.s.Groups[i]
	if g.Kind == text.VerbGroup {
		for t := g.From; t < g.To; t++ {
			if s := span(&r.s.Tokens[t]); s != nil && s.Date != nil {
				return s.Date
			}
		}
		return nil
	}
	if g.Kind != text.When {
		return nil
	}
	if i > 0 && r.s.Groups[i-1].Kind == text.Preposition && notWhen[r.s.Groups[i-1].Low] {
		if s := span(r.head(i)); s == nil || s.Date == nil || !s.Date.Relative && !r.ranges(i, s.Date) {
			return nil
		}
	}
	if s := span(r.head(i)); s != nil {
		return s.Date
	}
	return nil
}

// ranges says of a date behind "from" or "of" that it tells when something happened: "from 30 May to 2 June", "on the night of 3 May".
func (r *run) ranges(i int, d *text.DateExpression) bool {
	switch r.s.Groups[i-1].Low {
	case "from":
		return len(d.Days) > 0 && d.Days[0].Day() == ""
	case "of":
		return i > 1 && slices.Contains([]string{"night", "evening", "morning", "afternoon", "eve"}, r.s.Groups[i-2].Low)
	}
	return false
}

// dateIn is the date of a clause: of several the most exact, then that before its verb, then the first behind it. With limit ≥ 0, only those before that group.
func (r *run) dateIn(clause *text.Clause, limit int) *text.DateExpression {
	var best *text.DateExpression
	exact := func(d *text.DateExpression) bool {
		return d.Relative || len(d.Days) > 0 && d.Days[0].Day() != ""
	}
	for _, i := range clause.Groups {
		if limit >= 0 && i >= limit {
			break
		}
		d := r.whenGroup(i)
		if d == nil {
			continue
		}
		if best == nil || exact(d) && !exact(best) {
			best = d
		}
	}
	return best
}

// occasion is when and where one thing happened.
type occasion struct {
	when   text.Interval
	places []*lexicon.Entity
}

// Adverbs and determiners of what happens again and again.
var habits = words(`regularly often usually frequently routinely occasionally sporadically daily weekly fortnightly monthly quarterly periodically always sometimes every`)

// habitual says that a clause tells of what happens again and again, not of one thing.
func (r *run) habitual(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	return slices.ContainsFunc(clause.Groups, func(g int) bool {
		group := &r.s.Groups[g]
		return slices.ContainsFunc(r.s.Tokens[group.From:group.To], func(t text.Token) bool { return habits[t.Low] })
	})
}

// occasions are those of what an occurrence tells: one, or one for each of several days ("on 4, 9 and 10 June", "in Klina on 4 June and in Peja on 9 June").
func (r *run) occasions(o occurrence) []occasion {
	clause := &r.s.Clauses[o.clause]
	var dates []int
	for _, i := range clause.Groups {
		if d := r.whenGroup(i); d != nil && r.s.Groups[i].Kind == text.When && !(o.noun && i > o.group && clause.Verb > o.group && i > clause.Verb && !r.happening(o)) {
			dates = append(dates, i)
		}
	}
	if len(dates) == 1 {
		return r.eachDay(o, dates[0])
	}
	if len(dates) < 2 || !r.joined(dates) {
		return []occasion{{r.when(o), r.where(o)}}
	}
	var all []occasion
	places := r.where(o)
	for k, i := range dates {
		low, high := o.group, 1<<30
		if k > 0 {
			low = dates[k-1]
		}
		if k+1 < len(dates) {
			high = dates[k+1]
		}
		before, behind := r.placesBetween(clause, low, i), r.placesBetween(clause, i, high)
		switch {
		case k == 0 && len(before) > 0, k > 0 && len(r.placesBetween(clause, o.group, dates[0])) > 0 && len(before) > 0:
			places = before
		case len(behind) > 0:
			places = behind
		}
		all = append(all, occasion{r.interval(r.whenGroup(i)), places})
	}
	return all
}

// joined says that nothing but places and a conjunction stands between dates: they are days of one thing.
func (r *run) joined(dates []int) bool {
	for k := 1; k < len(dates); k++ {
		conjunction := false
		for _, g := range r.s.Groups[dates[k-1]+1 : dates[k]] {
			switch g.Kind {
			case text.Conjunction:
				conjunction = true
			case text.Comma, text.Preposition, text.Adverb:
			case text.NounGroup:
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
		if a := &clause.Attached[i]; a.At > from && a.At < to && whereat[a.Prep] {
			if f := r.resolve(a.Phrases[:1], place, false); f != nil {
				all = append(all, f.entities...)
			}
		}
	}
	return all
}

// eachDay are the occasions of one date: one, or one for each run of days; with "respectively", each at the place of its number.
func (r *run) eachDay(o occurrence, i int) (all []occasion) {
	d, places := r.whenGroup(i), r.where(o)
	if d.Relative || len(d.Days) < 2 {
		when := r.when(o)
		return []occasion{{when, places}}
	}
	runs := runsOf(d.Days)
	if r.says("respectively") && len(places) == len(d.Days) {
		runs = d.Days
	}
	for k, one := range runs {
		at := places
		if r.says("respectively") && len(places) == len(runs) {
			at = places[k : k+1]
		}
		all = append(all, occasion{one, at})
	}
	return all
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

// Verbs whose subject is what happens, and whose date and place are its own.
var happens = words(`take occur happen erupt break begin start continue last follow end conclude ensue unfold resume be come turn pass`)

// Verbs whose object is what happens.
var holds = words(`hold stage organize mount conduct convene launch carry host attend join lead undertake make hold call plan open chair stage sign conclude reach register report record commit condemn mark pay
	have join celebrate commemorate witness see suffer sustain perpetrate cause`)

// happening says that a noun is what the clause's verb tells to happen: "a protest took place", "a protest was held", "they held a protest".
func (r *run) happening(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if clause.Verb < 0 {
		return false
	}
	in := func(list []text.Phrase) bool {
		return slices.ContainsFunc(list, func(p text.Phrase) bool { return p.Group == o.group })
	}
	verb := &r.s.Groups[clause.Verb]
	before := o.group < clause.Verb && (o.group == 0 || r.s.Groups[o.group-1].Kind != text.Preposition)
	if in(clause.Subject) || before {
		return verb.Verb.Passive && among(verb.Low, holds) || !verb.Verb.Passive && among(verb.Low, happens)
	}
	return in(clause.Object)
}

// interval is the interval that a date means here: a relative one counts from the first day of the sentence, else from the last told in the paragraph.
func (r *run) interval(d *text.DateExpression) text.Interval {
	if d.OfMonth > 0 {
		if len(r.memory.last) < len("2006-01") {
			return text.Interval{}
		}
		day := fmt.Sprintf("%s-%02d", r.memory.last[:len("2006-01")], d.OfMonth)
		return text.Interval{From: day, To: day}
	}
	if d.Relative {
		day := text.Shift(cmp.Or(r.day(d), r.memory.day), d.Offset)
		return text.Interval{From: day, To: day}
	}
	if len(d.Days) == 0 {
		return text.Interval{}
	}
	return text.Interval{From: d.Days[0].From, To: d.Days[len(d.Days)-1].To}
}

// day is the last day that the sentence tells before a date, else its first.
func (r *run) day(of *text.DateExpression) (day string) {
	for i := range r.s.Tokens {
		s := span(&r.s.Tokens[i])
		if s == nil || s.Date == nil {
			continue
		}
		if s.Date == of && day != "" {
			return day
		}
		if !s.Date.Relative && len(s.Date.Days) > 0 && s.Date.Days[0].Day() != "" {
			day = s.Date.Days[0].Day()
		}
	}
	return day
}

// where are the places that the clause of an occurrence gives it: the narrowest, behind its predicate before in front of it.
func (r *run) where(o occurrence) []*lexicon.Entity {
	clause := &r.s.Clauses[o.clause]
	at := r.placesIn(clause, o, -1)
	for len(at) == 0 && clause.Kind == text.Coordinate && clause.Governor >= 0 && clause.Parent >= 0 {
		verb := clause.Governor
		clause = &r.s.Clauses[r.s.In[verb]]
		at = r.placesIn(clause, o, verb)
	}
	return at
}

var place = &Role{Name: "place", Is: []string{"Place"}}

func (r *run) placesIn(clause *text.Clause, o occurrence, limit int) (best []*lexicon.Entity) {
	rank := -1
	for i := range clause.Attached {
		a := &clause.Attached[i]
		if !whereat[a.Prep] || limit >= 0 && a.At >= limit || o.noun && a.At < o.group && (clause.Verb > o.group || r.apart(o.group)) {
			continue
		}
		f := r.resolve(a.Phrases, place, false)
		if f == nil || len(f.entities) == 0 || r.ofCharge(a, clause) {
			continue
		}
		own := 0
		if k := f.entities[0].Kind; k != "COUNTRY" && k != "TERRITORY" {
			own = 2
		}
		if a.At > o.group {
			own++
		}
		if own > rank {
			rank, best = own, f.entities
		}
	}
	return best
}

// ofCharge says that a place stands right behind what somebody is charged with: the place of the crime, not of the trial.
func (r *run) ofCharge(a *text.Attachment, clause *text.Clause) bool {
	for i := range clause.Attached {
		b := &clause.Attached[i]
		if b.At < a.At && (b.Prep == "for" || b.Prep == "of" || b.Prep == "to") && r.accuses && b.At > clause.Verb && a.At-b.At <= 4 {
			return true
		}
	}
	return false
}
