package frames

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// writer writes what one occurrence states.
type writer struct {
	*run
	o     occurrence
	roles map[string]*filler
	when  text.Interval
}

// quote begins a fact: the words that say it are the sentence.
func (w *writer) quote() Fact {
	tokens := w.s.Tokens
	f := Fact{Frame: w.o.frame.Name, From: tokens[0].From, To: tokens[len(tokens)-1].To, At: w.head(w.o.group).From}
	return f
}

// entities are the fillers of a role, or of the report for series and place.
func (w *writer) entities(name string) []*lexicon.Entity {
	switch name {
	case "series":
		if w.context.Series != nil {
			return []*lexicon.Entity{w.context.Series}
		}
	case "place":
		if w.context.Place != nil {
			return []*lexicon.Entity{w.context.Place}
		}
	case "around":
		if at := w.placesAround(); len(at) > 0 {
			return at[:1]
		}
		return w.entities("place")
	case "where":
		if at := w.where(w.o); len(at) > 0 {
			return at[:1]
		}
		return w.entities("place")
	}
	f := w.roles[name]
	if f == nil {
		return nil
	}
	all := f.entities
	for _, o := range f.offices {
		if o.Member {
			continue
		}
		all = append(slices.Clone(all), slices.DeleteFunc(slices.Clone(o.Bodies), func(b *lexicon.Entity) bool { return b.Label == "Place" })...)
	}
	return all
}

// attaches says that a phrase behind a preposition of a role, whomever it names, is attached to a clause, if there is one: "X and Y
// cooperate and coordinate with the mayor", and so not with each other, as "with one another" says.
func (w *writer) attaches(clause *text.Clause, role string) bool {
	return clause != nil && slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		g := &w.s.Groups[a.Phrases[0].Group]
		mutual := g.Det == "each" && g.Low == "other" || g.Low == "one" && a.Phrases[0].Group+1 < len(w.s.Groups) && w.s.Groups[a.Phrases[0].Group+1].Low == "another"
		return slices.Contains(w.o.frame.role(role).Or, a.Prep) && !mutual
	})
}

func (w *writer) relation(one *RelationWrite) {
	if one.Without != "" && w.roles[one.Without].found() || one.If != "" && !w.roles[one.If].found() {
		return
	}
	if one.Without != "" && !w.o.noun && (w.attaches(&w.s.Clauses[w.o.clause], one.Without) || w.attaches(w.sharing(w.o), one.Without)) {
		return
	}
	from, to := w.entities(one.From), w.entities(one.To)
	days, paired, of := w.daysOf(len(from)), one.From != one.To && w.pairs(len(from), len(to)), len(from)*len(to)
	if paired {
		of = len(from)
	}
	for i, a := range from {
		for j, b := range to {
			if a == b || one.From == one.To && (j < i || w.oneName(a, b)) || paired && j != i ||
				!one.Type.Joins(w.context.Ontology.Type(a.Label), w.context.Ontology.Type(b.Label)) {
				continue
			}
			properties := map[string]any{}
			for name, v := range one.With {
				if value := w.value(one, name, v, i, of); value != nil {
					properties[name] = value
				}
			}
			if one.Type.Property("date") != nil && !one.Undated {
				when := w.when
				if days != nil {
					when = days[i]
				}
				SetInterval(properties, when)
			}
			f := w.quote()
			f.Relation = &Relation{Type: one.Type.Name, From: a, To: b, Properties: properties}
			w.add(f)
		}
	}
}

// pairs says that two lists are told in pairs: "X and Y were convicted by the courts of A and B, respectively".
func (w *writer) pairs(a, b int) bool { return a > 1 && a == b && w.says("respectively") }

// oneName says that a plural names two bodies by what each is of, so that what is between them and others is not between the two: "the
// Ministries of Justice and Health".
func (w *writer) oneName(a, b *lexicon.Entity) bool {
	first, last := w.placeOf(a), w.placeOf(b)
	if first > last {
		first, last = last, first
	}
	for at := last; at >= 0 && at < len(w.s.Tokens); at-- {
		t := &w.s.Tokens[at]
		if s := span(t); s != nil && len(s.Entities) == 1 && lexicon.InPlural(s.Entities[0], t.Text) {
			return at <= first
		} else if s == nil && t.Low != "," && t.Low != "and" {
			return false
		}
	}
	return false
}

// daysOf are the days of as many people, each his or her own: "On 3 May and 5 June, the police arrested X and Y, respectively"; nil where
// the text does not pair them.
func (w *writer) daysOf(people int) (days []text.Interval) {
	if people < 2 || w.o.noun || !w.says("respectively") {
		return nil
	}
	for _, g := range w.s.Clauses[w.o.clause].Groups {
		if d := w.whenGroup(g); d != nil && d.Relative {
			return nil
		} else if d != nil {
			days = append(days, d.Days...)
		}
	}
	if len(days) != people {
		return nil
	}
	return days
}

// value is a property's: what stands in the frame, or what a role says of the relation of a number, among several.
func (w *writer) value(one *RelationWrite, name, v string, i, of int) any {
	role, is := strings.CutPrefix(v, "$")
	if !is {
		switch v {
		case "true", "false":
			return v == "true"
		}
		return v
	}
	f := w.roles[role]
	switch {
	case f == nil:
		return nil
	case f.count != nil && one.Type.Property(name).Kind == ontology.Int:
		if n := w.countOf(f, w.o.frame.role(role), i, of); n != nil {
			return int64(n.Value)
		}
		return nil
	case f.whole != nil && w.says("respectively"):
		return w.ownWords(f, i, of)
	case f.words != "":
		return f.words
	}
	return nil
}

// ownWords are those of one of several of whom each has his or her own ("five years and eight years of imprisonment, respectively"), or nil
// where they are not as many. What only the last says holds for all: "two and three years".
func (w *writer) ownWords(f *filler, i, of int) any {
	var parts [][2]int // groups, from and to
	from := f.at
	for g := f.at; g <= f.to; g++ {
		if g == f.to || w.s.Groups[g].Kind == text.Conjunction || w.s.Groups[g].Kind == text.Comma {
			if g > from {
				parts = append(parts, [2]int{from, g})
			}
			from = g + 1
		}
	}
	if len(parts) != of {
		return nil
	}
	own, last := parts[i], parts[of-1]
	words := w.words(w.s.Groups[own[0]].From, w.s.Groups[own[1]-1].To)
	if head := w.head(own[0]); head.Kind == text.Number && own[1] == own[0]+1 && w.s.Groups[last[0]].Count != nil {
		if behind := w.s.Groups[last[0]].From + 1; behind < w.s.Groups[last[1]-1].To {
			words += " " + w.words(behind, w.s.Groups[last[1]-1].To)
		}
	}
	return words
}

// countOf is how many of what a role counts one of several has: as many as all where there are no others, "each" says so or, with
// "respectively", its own number; nil where they are counted together.
func (w *writer) countOf(f *filler, role *Role, i, of int) *text.NumberExpression {
	switch {
	case of < 2 || w.says("each"):
		return f.count
	case w.says("respectively") && len(f.phrases) == of:
		if n, ok := w.number(&f.phrases[i], role); ok {
			return &n
		}
	}
	return nil
}

// SetInterval sets the properties date, dateFrom and dateTo by an interval.
func SetInterval(properties map[string]any, i text.Interval) {
	if i.From == "" {
		return
	}
	properties["dateFrom"], properties["dateTo"] = i.From, i.To
	if day := i.Day(); day != "" {
		properties["date"] = day
	}
}

func (w *writer) event(one *EventWrite) {
	if f := w.roles[one.Without]; f.found() && !(f.unknown && len(f.entities) == 0) {
		return
	}
	if w.eventOfEach(one) {
		return
	}
	if one.Need == "" {
		w.eventAt(one, occasion{w.when, w.where(w.o)})
		return
	}
	if w.asAt() {
		return
	}
	if one.Need == "clause" && !w.datesItself(w.o) || one.Need == "place" && !w.finished(w.o) {
		return
	}
	habit, all := w.habitual(w.o), w.occasions(w.o)
	for i, at := range all {
		if habit && at.when.Day() == "" || w.spokenOf() && (at.when.From == "" || w.objectOnly(at)) || w.o.noun && w.caseOf(w.o.group) {
			continue // what happens again and again, or what is only spoken of
		}
		if w.context.Until == "" || at.when.From <= w.context.Until {
			w.paired(one, i, len(all)).eventAt(one, at)
		}
	}
}

// eventOfEach writes an event of each of several people who have, with "respectively", a day, an agent or a place of their own; false where they have not.
func (w *writer) eventOfEach(one *EventWrite) bool {
	if len(one.Subject) != 1 {
		return false
	}
	people := w.entities(one.Subject[0])
	paired := map[string][]*lexicon.Entity{one.Subject[0]: people}
	for _, role := range append(slices.Clone(one.Agent), one.Place) {
		if w.roles[role] != nil && w.pairs(len(people), len(w.entities(role))) {
			paired[role] = w.entities(role)
		}
	}
	days := w.daysOf(len(people))
	if days == nil && len(paired) == 1 {
		return false
	}
	for i := range people {
		own := *w
		own.roles = maps.Clone(w.roles)
		for role, all := range paired {
			own.roles[role] = &filler{entities: all[i : i+1], at: w.o.group}
		}
		when := w.when
		if days != nil {
			when = days[i]
		}
		own.eventAt(one, occasion{when, w.where(w.o)})
	}
	return true
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

// paired is the writer of one of several occasions: with "respectively", each is that of the agent of its number.
func (w *writer) paired(one *EventWrite, i, of int) *writer {
	if of < 2 || !w.says("respectively") {
		return w
	}
	own := *w
	own.roles = maps.Clone(w.roles)
	for _, name := range one.Agent {
		if f := w.roles[name]; f != nil && len(f.phrases) == of {
			own.roles[name] = w.resolve(f.phrases[i:i+1], w.o.frame.role(name), true)
		}
	}
	return &own
}

// spokenOf says that a noun names something that the clause does not tell to happen: "the attack in Klina caused fear". What something else
// happened during did, and what somebody did before: "following her visit".
func (w *writer) spokenOf() bool {
	prep, det := w.prepositionOf(w.o.group), w.s.Groups[w.o.group].Det
	own := det == "his" || det == "her" || det == "their" || det == "its"
	if !w.o.noun || prep == "during" || (prep == "following" || prep == "after") && own {
		return false
	}
	return w.apart(w.o.group) || w.definite(w.o.group) && !w.happening(w.o)
}

// objectOnly says that something known is the object of a verb that may have the day for itself, no place standing between: "enforced the agreement on 4 May".
func (w *writer) objectOnly(at occasion) bool {
	return stands(w.s.Clauses[w.o.clause].Object, w.o.group) && len(at.places) == 0 && w.dateOfNoun(w.o.group) == nil &&
		len(w.phrase(w.o.group)) == 1 && !w.encloses(w.o.group)
}

// encloses says that a date stands within the phrase of a noun, which goes on behind it: "the launch on 4 May of a fund".
func (w *writer) encloses(g int) bool {
	groups := w.s.Groups
	return g+3 < len(groups) && groups[g+1].Kind == text.Preposition && groups[g+2].Kind == text.When && (groups[g+3].Low == "of" || groups[g+3].Low == "by")
}

// eventAt writes an event of one occasion.
func (w *writer) eventAt(one *EventWrite, at occasion) {
	e := &Event{Kind: one.Kind, When: at.when, Places: at.places}
	switch one.Place {
	case "none":
		e.Places = w.seat(w.o)
	case "clause":
		own := w.placesItself(w.o)
		e.Places = slices.DeleteFunc(slices.Clone(e.Places), func(p *lexicon.Entity) bool { return !slices.Contains(own, p) })
		if len(e.Places) == 0 { // "in Klina, the pact for peace in Kosovo was signed"
			e.Places = w.placesInFront(&w.s.Clauses[w.o.clause])
		}
	case "":
	default:
		if to := w.entities(one.Place); len(to) > 0 {
			e.Places = to
		}
	}
	for _, part := range []struct {
		role  string
		names []string
	}{{"SUBJECT", one.Subject}, {"AGENT", one.Agent}, {"", one.Other}} {
		for _, name := range part.names {
			e.take(w.entities(name), part.role)
		}
	}
	acting, others := w.operation(w.o)
	if len(one.Agent) > 0 && !slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Role == "AGENT" }) {
		e.take(acting, "AGENT")
	}
	e.take(slices.Concat(acting, others, w.joined(w.o)), "")
	slices.SortStableFunc(e.Participants, func(a, b Participant) int {
		return cmp.Or(cmp.Compare(w.placeOf(a.Entity), w.placeOf(b.Entity)), cmp.Compare(a.Entity.Name, b.Entity.Name))
	})
	day, place := e.When.From != "", slices.ContainsFunc(e.Places, func(p *lexicon.Entity) bool { return p != w.context.Place })
	switch one.Need {
	case "clause":
		if !day || w.wide(e.When) || e.When.Day() == "" && len(e.Participants) == 0 && !place {
			return
		}
	case "date":
		if !day {
			return
		}
	case "place":
		own := w.placesOfDeed(w.o)
		e.Places = slices.DeleteFunc(slices.Clone(e.Places), func(p *lexicon.Entity) bool { return !slices.Contains(own, p) })
		if e.apart = true; !slices.ContainsFunc(e.Places, func(p *lexicon.Entity) bool { return p != w.context.Place }) {
			return
		}
	case "either":
		if !day && !place {
			return
		}
	}
	if !day && !place && len(e.Participants) == 0 {
		return
	}
	e.yields = one.Yields
	f := w.quote()
	f.Event = e
	w.addEvent(f)
}

// wide says that an interval is of more days than a month.
func (w *writer) wide(i text.Interval) bool { return text.Shift(i.From, 31) < i.To }

// placeOf is where the sentence first names an entity; its end, for one that it does not name.
func (w *writer) placeOf(e *lexicon.Entity) int {
	for i := range w.s.Tokens {
		if s := span(&w.s.Tokens[i]); s != nil && slices.Contains(s.Entities, e) {
			return i
		}
	}
	return len(w.s.Tokens)
}

// add adds a fact, once a sentence.
func (w *writer) add(f Fact) {
	if f.Relation != nil {
		for i := range w.facts {
			if old := w.facts[i].Relation; old != nil && old.Type == f.Relation.Type && old.From == f.Relation.From && old.To == f.Relation.To &&
				within(old.Properties, f.Relation.Properties) {
				for k, v := range f.Relation.Properties {
					old.Properties[k] = v
				}
				return
			}
		}
	}
	if f.Figure != nil && slices.ContainsFunc(w.facts, func(o Fact) bool { return o.Figure != nil && o.Figure.same(f.Figure) }) {
		return
	}
	w.facts = append(w.facts, f)
}

// within says that no property of one set has another value in the other.
func within(a, b map[string]any) bool {
	for k, v := range a {
		if o, ok := b[k]; ok && o != v {
			return false
		}
	}
	return true
}
