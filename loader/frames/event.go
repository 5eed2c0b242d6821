package frames

import (
	"cmp"
	"maps"
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

func (w *writer) event(one *EventWrite) {
	if f := w.roles[one.Without]; f.found() && !(f.unknown && len(f.entities) == 0) {
		return
	}
	if w.eventOfEach(one) {
		return
	}
	each := w.respective(one)
	if one.Need == "" {
		if len(each) != len(w.where(w.o)) { // days of one and the same
			each = nil
		}
		if each == nil {
			each = w.doneAgain(w.o)
		}
		if each == nil {
			each = w.severalDays(one)
		}
		if each == nil {
			w.eventAt(one, occasion{w.when, w.where(w.o)})
		}
		for _, at := range each {
			w.eventAt(one, at)
		}
		return
	}
	if w.asAt() {
		return
	}
	if one.Need == "clause" && !w.datesItself(w.o) || one.Need == "place" && (!w.finished(w.o) || w.sums()) {
		return
	}
	all := each
	switch {
	case one.Undated:
		all = []occasion{{places: w.where(w.o)}}
	case all == nil:
		all = w.occasions(w.o)
	}
	for i, at := range all {
		if w.noHappening(at) {
			continue
		}
		if w.context.Until == "" || at.when.From <= w.context.Until {
			w.paired(one, i, len(all)).eventAt(one, at)
		}
	}
}

// eventOfEach writes an event of each of several people who have, with "respectively", a day, an agent or a place of their own; false where
// they have not.
func (w *writer) eventOfEach(one *EventWrite) bool {
	lead := one.Subject
	told := slices.ContainsFunc(lead, func(name string) bool { return w.roles[name] != nil })
	acting := !told && len(one.Agent) == 1 // several who do the same, each at a place of its own
	if acting {
		lead = one.Agent
	}
	if len(lead) != 1 || acting && w.respective(one) != nil { // whose days are paired already
		return false
	}
	people := w.inTurn(lead[0])
	paired := map[string][][]*lexicon.Entity{lead[0]: people}
	for _, role := range append(slices.Clone(one.Agent), one.Place) {
		if each := w.inTurn(role); w.roles[role] != nil && w.pairs(len(people), len(each)) {
			paired[role] = each
		}
	}
	days, places := w.daysOf(len(people)), w.placesOfEach(len(people))
	if places == nil && (acting && paired[one.Place] == nil || days == nil && len(paired) == 1) {
		return false
	}
	for i := range people {
		own := *w
		own.roles, own.turn = maps.Clone(w.roles), i+1
		for role, all := range paired {
			own.roles[role] = &filler{entities: all[i], unknown: len(all[i]) == 0, at: w.o.group}
		}
		if acting {
			for _, role := range one.Other { // which those who do it fill too
				if f := w.roles[role]; f != nil && slices.Equal(f.entities, w.entities(lead[0])) {
					delete(own.roles, role)
				}
			}
		}
		when := w.when
		if days != nil {
			when = days[i]
		}
		at := w.where(w.o)
		if places != nil {
			at = places[i]
		}
		own.eventAt(one, occasion{when, at})
	}
	return true
}

// placesOfEach are, with "respectively", the places of as many people, one by one: "X and Y were arrested in Klina and Peja, respectively";
// nil where there are not as many.
func (w *writer) placesOfEach(n int) (each [][]*lexicon.Entity) {
	if n < 2 || !w.inTurnTold() {
		return nil
	}
	if all := w.where(w.o); len(all) == n && w.andBefore(all[n-1]) {
		for i := range all {
			each = append(each, all[i:i+1])
		}
		return each
	}
	if all := w.occasions(w.o); len(all) == n {
		for _, one := range all {
			each = append(each, one.places)
		}
	}
	return each
}

// paired is the writer of one of several occasions: with "respectively", each is that of the agent, and at the place, of its number; and
// at that beside which its day stands.
func (w *writer) paired(one *EventWrite, i, of int) *writer {
	if of < 2 || !w.inTurnTold() && !w.alternate(one, of) {
		return w
	}
	own := *w
	own.roles = maps.Clone(w.roles)
	for _, name := range one.Agent {
		if f := w.roles[name]; f != nil && len(f.phrases) == of {
			own.roles[name] = w.resolve(f.phrases[i:i+1], w.o.frame.role(name), true)
		}
	}
	if at := w.entities(one.Place); len(at) == of {
		own.roles[one.Place] = &filler{entities: at[i : i+1], at: w.o.group}
	}
	return &own
}

// eventAt writes an event of one occasion.
func (w *writer) eventAt(one *EventWrite, at occasion) {
	e := &Event{Kind: one.Kind, When: at.when, Places: at.places, turn: w.turn, then: w.datedApart(w.o), aside: w.o.noun && (w.dayTold(w.o.group) || w.toldAbout(w.o.group)), before: w.toldOfSome()}
	switch one.Place {
	case "none":
		e.Places = w.seat(w.o)
	case "clause":
		own := w.placesItself(w.o)
		e.Places = slices.DeleteFunc(slices.Clone(e.Places), func(p *lexicon.Entity) bool { return !slices.Contains(own, p) })
		if len(e.Places) == 0 { // "in Klina, the pact for peace in Kosovo was signed"
			e.Places = w.placesInFront(&w.s.Clauses[w.o.clause])
		}
		if len(e.Places) == 0 && len(own) > 0 && !country(own[0]) && len(w.where(w.o)) > 0 {
			e.Places = own // "under a plan of the smiths in Peja, the bridge in Klina was closed"
		}
	case "":
	default:
		if to := w.entities(one.Place); len(to) > 0 {
			e.Places = to
			e.goes = slices.Contains(w.o.frame.role(one.Place).Or, "to")
		}
	}
	e.Places = distinct(e.Places)
	w.participants(e, one)
	day, place := e.When.From != "", slices.ContainsFunc(e.Places, func(p *lexicon.Entity) bool { return p != w.context.Place })
	switch one.Need {
	case "clause":
		if !day || w.wide(e.When) && !w.throughout(e) && !w.calledByYear(e) || e.When.Day() == "" && len(e.Participants) == 0 && !place && w.tallies() {
			return
		}
	case "date":
		if !day {
			return
		}
	case "place":
		if own := w.placesOfDeed(w.o); len(w.entities(one.Place)) == 0 {
			e.Places = slices.DeleteFunc(slices.Clone(e.Places), func(p *lexicon.Entity) bool { return !slices.Contains(own, p) })
		}
		if e.apart = true; !slices.ContainsFunc(e.Places, func(p *lexicon.Entity) bool { return p != w.context.Place }) {
			return
		}
	case "either":
		if !day && !place {
			return
		}
	case "done":
		if e.bare = !day && !place; e.bare && !w.done(w.o) {
			return
		}
	}
	if !day && !place && w.onlyReceived(e, one) {
		return
	}
	e.past = !day && !place && (w.toldOfSome() && w.pluperfect(&w.s.Clauses[w.o.clause]) || w.longBefore())
	e.yields = one.Yields
	if g := w.o.named(); g >= 0 {
		e.noun = text.Singular(w.head(g).Low)
	}
	f := w.quote()
	f.Event = e
	w.addEvent(f)
}

// toldOfSome says that a relative clause tells what people, or a thing, have done or had done to them: "nine men who had been arrested".
func (w *writer) toldOfSome() bool {
	clause := &w.s.Clauses[w.o.clause]
	return !w.o.noun && clause.Kind == text.RelativeClause && (clause.Marker == "who" || clause.Marker == "that")
}

// longBefore says that an occurrence is what something else came after: "three years after X had been acquitted", "after the acquittal of
// X".
func (w *writer) longBefore() bool {
	clause := &w.s.Clauses[w.o.clause]
	if w.o.noun {
		return w.prepositionOf(w.o.group) == "after"
	}
	return clause.Kind == text.Adverbial && clause.Marker == "after"
}

// distinct are the entities of a list, each where it stands first.
func distinct(list []*lexicon.Entity) (all []*lexicon.Entity) {
	for _, e := range list {
		if !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	return all
}

// participants gives an event those who took part: who fills its roles, and whom its clause tells of beside, in the order of the text.
func (w *writer) participants(e *Event, one *EventWrite) {
	for _, part := range []struct {
		role  string
		names []string
	}{{"SUBJECT", one.Subject}, {"AGENT", one.Agent}, {"", one.Other}} {
		for _, name := range part.names {
			e.take(w.entities(name), part.role)
			if part.role == "AGENT" {
				e.take(w.seconded(w.o, w.roles[name]), part.role)
			}
		}
		if part.role == "SUBJECT" && one.Need == "clause" {
			e.take(w.affected(w.o), part.role)
		}
	}
	if one.Need == "done" { // the court whose judgement is upheld is not the one judged
		e.take(w.affected(w.o), "")
	}
	acting, others := w.operation(w.o)
	if len(one.Agent) > 0 && !slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Role == "AGENT" }) {
		e.take(acting, "AGENT")
	}
	if len(one.Agent) > 0 {
		e.take(w.authors(w.o), "AGENT")
	}
	e.take(slices.Concat(acting, others, w.joined(w.o)), "")
	slices.SortStableFunc(e.Participants, func(a, b Participant) int {
		return cmp.Or(cmp.Compare(w.placeOf(a.Entity), w.placeOf(b.Entity)), cmp.Compare(a.Entity.Name, b.Entity.Name))
	})
}

// onlyReceived says that nobody has a part in an event but those to whom something was given: "buses were donated to X".
func (w *writer) onlyReceived(e *Event, one *EventWrite) bool {
	return !slices.ContainsFunc(e.Participants, func(p Participant) bool {
		return p.Role != "" || !slices.ContainsFunc(one.Other, func(name string) bool {
			role := w.o.frame.role(name)
			return role != nil && slices.Equal(role.Or, []string{"to"}) && slices.Contains(w.entities(name), p.Entity)
		})
	})
}

// calledByYear says that a noun is called by the year of what it names: "the 2006 crisis".
func (w *writer) calledByYear(e *Event) bool {
	d := w.dateWithin(w.o.group)
	return w.o.noun && d != nil && w.interval(d) == e.When
}

// wide says that an interval is of more days than a month.
func (w *writer) wide(i text.Interval) bool { return text.Shift(i.From, 31) < i.To }

// throughout says that an event is what somebody named has done in the course of months or years, or what was done to something in that of
// months, which its own clause names, neither in passing nor to compare with: "from 16 October to 15 January, the panel adjudicated nine
// appeals", "a total of 67 mines were cleared", not "as in 2014" or "(2012-2017)".
func (w *writer) throughout(e *Event) bool {
	acts := w.passive(w.o.clause) && text.Shift(e.When.From, 300) > e.When.To && !text.IsAny(w.s.Groups[w.s.Clauses[w.o.clause].Verb].Low, scheduled) ||
		slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Role == "AGENT" })
	return acts && w.finished(w.o) && w.s.Clauses[w.o.clause].Kind != text.Adverbial && slices.ContainsFunc(w.s.Clauses[w.o.clause].Groups, func(g int) bool {
		d := w.whenGroup(g)
		if d == nil || w.interval(d) != e.When {
			return false
		}
		at := w.s.Groups[g].From - 1
		if at >= 0 && w.s.Groups[g-1].Kind == text.Preposition {
			at--
		}
		return at < 0 || !compares[w.s.Tokens[at].Low] && w.s.Tokens[at].Low != "("
	})
}

// placeOf is where the sentence first names an entity; its end, for one that it does not name.
func (w *writer) placeOf(e *lexicon.Entity) int {
	for i := range w.s.Tokens {
		if s := span(&w.s.Tokens[i]); s != nil && slices.Contains(s.Entities, e) {
			return i
		}
	}
	return len(w.s.Tokens)
}
