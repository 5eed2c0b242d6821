package frames

import (
	"maps"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

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
	if one.Without != "" && w.roles[one.Without].found() || one.If != "" && (!w.roles[one.If].found() || w.bare(w.roles[one.If])) {
		return
	}
	if one.Without != "" && !w.o.noun && (w.attaches(&w.s.Clauses[w.o.clause], one.Without) || w.attaches(w.sharing(w.o), one.Without)) {
		return
	}
	from, to := w.inTurn(one.From), w.inTurn(one.To)
	days, paired, of := w.daysOf(len(from)), one.From != one.To && w.pairs(len(from), len(to)), len(from)*len(to)
	if paired {
		of = len(from)
	} else if one.From != one.To && len(from) > 1 && (w.halfNamed(one.To) || len(to) > 1 && w.halfNamed(one.From)) {
		return
	}
	var again []occasion
	if days == nil {
		again = w.doneAgain(w.o)
	}
	for i, members := range from {
		for j, others := range to {
			if one.From == one.To && j < i || paired && j != i {
				continue
			}
			for _, a := range members {
				for _, b := range others {
					if a == b || one.Type.Symmetric && (w.withinWhole(a, b) || w.withinWhole(b, a)) || one.From == one.To && w.oneName(a, b) || !one.Type.Joins(w.context.Ontology.Type(a.Label), w.context.Ontology.Type(b.Label)) {
						continue
					}
					w.relationOf(one, a, b, i, of, days, again)
				}
			}
		}
	}
}

// withinWhole says that one is a mission of the other, by whose name its own begins, and which is only named for those within it: "UNMIT
// coordinated with United Nations actors". Who speaks for that other may be a partner: "EULEX coordinated with the European Union envoy".
func (w *writer) withinWhole(a, whole *lexicon.Entity) bool {
	at := w.placeOf(whole)
	if a.Kind != "MISSION" || !strings.HasPrefix(a.Name, whole.Name+" ") || at < 0 || at >= len(w.s.Tokens) {
		return false
	}
	g := slices.IndexFunc(w.s.Groups, func(g text.Group) bool { return g.Kind == text.NounGroup && g.From <= at && at < g.Head })
	return g >= 0 && w.head(g).Kind == text.Word && !slices.ContainsFunc(w.s.Groups[g+1:], func(g text.Group) bool { // "presences, in particular its envoy"
		return slices.ContainsFunc(g.Names, func(n int) bool {
			s := span(&w.s.Tokens[n])
			return s != nil && slices.Contains(s.Entities, whole)
		})
	})
}

// relationOf writes the relation of two, of whom the first has the number i of as many as there are, and of the day of that number or of
// each occasion.
func (w *writer) relationOf(one *RelationWrite, a, b *lexicon.Entity, i, of int, days []text.Interval, again []occasion) {
	f := w.quote()
	f.Relation = &Relation{Type: one.Type.Name, From: a, To: b, Properties: map[string]any{}}
	for name, v := range one.With {
		if value := w.value(one, name, v, i, of); value != nil {
			f.Relation.Properties[name] = value
		}
	}
	switch dated := one.Type.Property("date") != nil && !one.Undated; {
	case dated && again != nil:
		w.onEach(again, f.Relation)
		return
	case dated && days != nil:
		SetInterval(f.Relation.Properties, days[i])
	case dated:
		SetInterval(f.Relation.Properties, w.when)
	}
	w.add(f)
}

// bare says that a count is no more than numbers, which could be of whatever a role counts.
func (w *writer) bare(f *filler) bool {
	return f.count != nil && !slices.ContainsFunc(f.phrases, func(p text.Phrase) bool {
		return len(p.Of) > 0 || w.counts(p.Group).Kind != text.Number
	})
}

// onEach writes a relation of each of several occasions.
func (w *writer) onEach(all []occasion, of *Relation) {
	for _, at := range all {
		one := *of
		one.Properties = maps.Clone(of.Properties)
		SetInterval(one.Properties, at.when)
		f := w.quote()
		f.Relation = &one
		w.add(f)
	}
}

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
	case f.whole != nil && (w.says("respectively") || of > 1 && w.behindNumbers(f.at) > f.at):
		return w.ownWords(f, i, of)
	case f.words != "" && len(f.phrases) == of && of > 1 && w.says("respectively"): // "ten computers and five vehicles"
		return nil
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
