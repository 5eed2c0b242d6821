package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// What tells of no happening, though its words name one: sums, shares, what is so now.

// noHappening says that what is told of an occasion happens again and again, lies ahead, is only spoken of, or is a state.
func (w *writer) noHappening(at occasion) bool {
	day, dated := at.when.Day() != "", at.when.From != ""
	switch {
	case !day && (w.habitual(w.o) || dated && w.ofNow()):
		return true
	case w.spokenOf() && (!dated && !w.placesOne() || dated && w.objectOnly(at)):
		return true
	case !w.o.noun && (w.isScheduled() || w.onTheWay()):
		return true
	case w.o.noun && !dated && w.amongWhatIs():
		return true
	case w.o.noun && (w.caseOf(w.o.group) || w.countsTold(w.o.group) || !day && w.trend(w.o.group) || w.lookedInto(w.o.group)):
		return true
	}
	return !dated && w.ofShare()
}

// lookedInto says that a noun is of what was told before, and that something is about: "an inquiry into that incident".
func (r *run) lookedInto(g int) bool {
	return r.s.Groups[g].Det == "that" && about[r.prepositionOf(g)]
}

// trend says that a clause tells only that there is more or less of what a noun names than there was: "robberies increased", "an increase
// in robberies".
func (r *run) trend(g int) bool {
	if of := r.governing(g, r.s.In[g]); of >= 0 && r.s.Groups[of].Kind == text.NounGroup && processes[text.Singular(r.s.Groups[of].Low)] && r.prepositionOf(g) == "in" {
		return true
	}
	clause, group := &r.s.Clauses[r.s.In[g]], &r.s.Groups[g]
	return clause.Verb > g && text.IsAny(r.s.Groups[clause.Verb].Low, varies) && among(clause.Subject, g) && group.Det == "" && group.Count == nil
}

// isScheduled says that a clause in the present tells only what somebody is to do, and when: "the committee is scheduled to meet on 4 May".
func (w *writer) isScheduled() bool {
	clause := &w.s.Clauses[w.o.clause]
	if clause.Verb != w.o.group || !w.passive(w.o.clause) || !text.IsAny(w.s.Groups[clause.Verb].Low, scheduled) {
		return false
	}
	present := w.s.Tokens[w.s.Groups[clause.Verb].From].Tag
	return (present == "VBZ" || present == "VBP") && slices.ContainsFunc(w.s.Clauses, func(c text.Clause) bool {
		return c.Kind == text.InfinitiveClause && c.Governor == clause.Verb
	})
}

// onTheWay says that a participle tells only where those before it were going, who need not have come there: "a convoy travelling to
// Klina".
func (w *writer) onTheWay() bool {
	clause := &w.s.Clauses[w.o.clause]
	return clause.Kind == text.RelativeClause && clause.Marker == "" && !clause.Comma && clause.Verb == w.o.group &&
		w.s.Tokens[w.s.Groups[clause.Verb].From].Tag == "VBG" && text.IsAny(w.s.Groups[clause.Verb].Low, moves)
}

// amongWhatIs says that a noun of many, none of which is told apart, names what there is to something: "this includes visits to Klina".
func (w *writer) amongWhatIs() bool {
	clause, group := &w.s.Clauses[w.o.clause], &w.s.Groups[w.o.group]
	return group.Det == "" && group.Count == nil && group.Possessor < 0 && text.Singular(group.Low) != group.Low && stands(clause.Object, w.o.group) &&
		clause.Verb >= 0 && text.IsAny(w.s.Groups[clause.Verb].Low, entails) && w.s.Tokens[w.s.Groups[clause.Verb].Head].Tag != "VBD"
}

// placesOne says that a noun in the singular has the place of one happening in its own phrase, narrower than a country, in a sentence
// without dates, none of which it can lack: "the stoning of a bus in Klina".
func (w *writer) placesOne() bool {
	g := w.o.group
	if low := w.s.Groups[g].Low; text.Singular(low) != low || carriers[low] || w.tellsTime() {
		return false
	}
	own := w.placesIn(w.phrase(g)[0], g)
	return len(own) > 0 && !country(own[0])
}

// ofNow says that a clause in the present speaks of a happening, which may as well lie ahead where only its month is told: "the elections
// in April are crucial".
func (w *writer) ofNow() bool {
	clause := &w.s.Clauses[w.o.clause]
	if !w.o.noun || clause.Verb < w.o.group {
		return false
	}
	verb := &w.s.Groups[clause.Verb]
	return verb.Verb.Copula && !verb.Verb.Perfect && (w.s.Tokens[verb.Head].Tag == "VBZ" || w.s.Tokens[verb.Head].Tag == "VBP")
}

// ofShare says that something has been done to a share of things: a state and no happening, "70 per cent of the houses have been burned".
func (w *writer) ofShare() bool {
	clause := &w.s.Clauses[w.o.clause]
	return w.passive(w.o.clause) && w.s.Groups[clause.Verb].Verb.Perfect && len(clause.Subject) > 0 &&
		shares[w.s.Groups[clause.Subject[0].Group].Low]
}

// sums says that a clause counts to whom or by whom something was done in the course of months, one by one: "from 1 January to 26 October,
// 2,000 travellers arrived in Klina".
func (w *writer) sums() bool {
	clause := &w.s.Clauses[w.o.clause]
	d := w.dateIn(whole(clause))
	return d != nil && w.wide(w.interval(d)) && slices.ContainsFunc(slices.Concat(clause.Subject, clause.Object), func(p text.Phrase) bool {
		return w.s.Groups[p.Group].Count != nil
	})
}

// tallies says that a clause tells how many there were at a time, or what was said then, and not that something happened: "the 40 requests
// received in May", "in May, 84 per cent called it safe", "as reported in May".
func (w *writer) tallies() bool {
	clause := &w.s.Clauses[w.o.clause]
	if clause.Marker == "as" || clause.Verb >= 0 && text.IsAny(w.s.Groups[clause.Verb].Low, tallies) {
		return true
	}
	if len(clause.Subject) == 0 {
		return false
	}
	group := &w.s.Groups[clause.Subject[0].Group]
	return shares[group.Low] || group.Count != nil && clause.Kind == text.RelativeClause && clause.Marker == ""
}

// asAt says that a clause tells how things stand on a day, not what happened on it: "as at 29 June, the epidemic had caused many deaths".
func (w *writer) asAt() bool {
	days := 0
	for _, g := range w.s.Clauses[w.o.clause].Groups {
		if w.s.Groups[g].Kind != text.When || w.whenGroup(g) == nil {
			continue
		}
		if at := w.s.Groups[g].From - 2; at < 0 || !w.wordsAt(at, []string{"as", "at"}) && !w.wordsAt(at, []string{"as", "of"}) {
			return false
		}
		days++
	}
	return days > 0
}

// spokenOf says that a noun names something that the clause does not tell to happen: "the attack in Klina caused fear". What something else
// happened during did, and what somebody did before: "following her visit".
func (w *writer) spokenOf() bool {
	prep := w.prepositionOf(w.o.group)
	if !w.o.noun || prep == "during" || w.onJourney(w.o) || w.withHolding(w.o.group) || (prep == "following" || prep == "after") && (w.oneOfTheirs(w.o.group) || w.firstTold(w.o)) {
		return false
	}
	return w.apart(w.o.group) || w.definite(w.o.group) && !w.happening(w.o)
}

// onJourney says that a clause begins with the journey on which somebody does what it tells: "on a visit to Klina, the envoy was told".
func (r *run) onJourney(o occurrence) bool {
	g := o.group
	return o.frame.kind() == "VISIT" && g > 0 && r.s.Groups[g-1].Low == "on" && (g == 1 || r.s.Groups[g-2].Kind == text.Comma)
}

// firstTold says that a noun is of one meeting or journey of which the text tells for the first time: "a visit".
func (r *run) firstTold(o occurrence) bool {
	kind, det := o.frame.kind(), r.s.Groups[o.group].Det
	return (kind == "MEETING" || kind == "VISIT") && (det == "a" || det == "an")
}
