package loader

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
)

// write writes all that a match states.
func (r *reader) write(m match) {
	for _, w := range m.rule.Write {
		switch {
		case w.Relation == r.rules.types.Period:
			r.writePeriod(m, w)
		case w.Relation != "":
			r.writeRelation(m, w)
		case w.Position != "":
			r.writePositions(m, w)
		case w.Observation != "":
			r.writeObservation(m, w)
		}
	}
}

// quote begins a fact: the words that say it are the clause; the phrase, for phrases.
func (r *reader) quote(m match) Fact {
	f := Fact{Rule: m.rule.Name, Paragraph: r.paragraph}
	f.at, f.end = m.annotatedText.span(m.at[0], m.at[1])
	low, high := m.at[0], m.at[1]
	if m.rule.clause {
		low, high = r.clause(low, high)
	}
	f.From, f.To = m.annotatedText.span(low, high)
	f.From += len(r.text[f.From:f.To]) - len(strings.TrimLeft(r.text[f.From:f.To], " ,;:\n"))
	f.To = f.From + len(strings.TrimRight(r.text[f.From:f.To], " ,;:\n"))
	return f
}

func (r *reader) add(f Fact) {
	if f.From < f.To && !r.counted(f) {
		r.facts = append(r.facts, f)
	}
}

func (r *reader) writeRelation(m match, w write) {
	from, to := r.ends(m, w.From), r.ends(m, w.To)
	if w.From == theReport {
		from = []*lexicon.Entity{nil}
	}
	for i, a := range from {
		for j, b := range to {
			if a == b || w.From == w.To && j < i {
				continue
			}
			properties := r.properties(m, w, i, len(from))
			r.relate(m, w, a, b, properties)
		}
		for _, s := range m.slots(w.To) {
			if s.symbol != "" {
				f := r.quote(m)
				f.Relation = &relationFact{typ: w.Relation, symbol: s.symbol}
				r.add(f)
			}
		}
	}
}

// theReport stands for the report itself where a rule says what a relation starts from.
const theReport = "report"

func (r *reader) writePeriod(m match, w write) {
	for _, s := range m.slots(w.To) {
		if s.date != nil && !s.date.Relative && len(s.date.Days) == 1 && isPeriod(s.date.Days[0], r.until) && !r.ofAnother(m, s) {
			f := r.quote(m)
			f.Relation = &relationFact{typ: w.Relation, period: s.date.Days[0]}
			r.add(f)
		}
	}
}

// ofAnother says that a period is a mandate's, a budget's or an election's, by the words before it, as far back as those that tell what the
// report covers; or that these are said of another report.
func (r *reader) ofAnother(m match, period slot) bool {
	before := m.annotatedText.text
	for i, s := range m.annotatedText.slots {
		if s.from == period.from {
			before = before[:m.annotatedText.signs[i]]
			break
		}
	}
	if all := r.rules.covering.FindAllStringIndex(before, -1); all != nil {
		told := before[:all[len(all)-1][1]]
		if other := r.rules.otherReport.FindString(told); other != "" && !speaksOfItself.MatchString(other) {
			return true
		}
		before = before[all[len(all)-1][1]:]
	}
	return strings.HasSuffix(before, "since ") || r.rules.otherPeriod.MatchString(before)
}

func (r *reader) relate(m match, w write, a, b *lexicon.Entity, properties map[string]any) {
	relation := r.rules.o.Relation(w.Relation)
	if a != nil && !relation.Joins(r.rules.o.Type(a.Label), r.rules.o.Type(b.Label)) {
		return
	}
	if relation.Property("date") != nil {
		frames.SetInterval(properties, r.when(m, w))
	}
	f := r.quote(m)
	f.Relation = &relationFact{typ: w.Relation, from: a, to: b, properties: properties}
	if a == nil || !r.told(f.Relation) {
		r.add(f)
	}
}

// told says that the sentence has told a relation already, by another rule.
func (r *reader) told(one *relationFact) bool {
	return slices.ContainsFunc(r.facts[r.first:], func(f Fact) bool {
		o := f.Relation
		return o != nil && o.typ == one.typ && o.from == one.from && o.to == one.to && maps.Equal(o.properties, one.properties)
	})
}

// properties are those under with of the relation of one of several ends: of as many numbers each has its own, as in "Norway (40) and Kenya
// (30)".
func (r *reader) properties(m match, w write, i, of int) map[string]any {
	properties := map[string]any{}
	for name, v := range w.With {
		if group, ok := strings.CutPrefix(v, "$"); ok {
			if r.rules.o.Relation(w.Relation).Property(name).Kind == ontology.Int {
				in := slices.DeleteFunc(slices.Clone(m.slots(group)), func(s slot) bool { return s.number == nil })
				switch len(in) {
				case of:
					properties[name] = int64(in[i].number.Value)
				case 1:
					properties[name] = int64(in[0].number.Value)
				}
				continue
			}
			if v = r.words(m, group); v == "" {
				continue
			}
			v = strings.TrimSpace(r.rules.trim.ReplaceAllString(v, ""))
		}
		if v == "true" || v == "false" {
			properties[name] = v == "true"
		} else {
			properties[name] = v
		}
	}
	return properties
}

func (r *reader) writeObservation(m match, w write) {
	o := &observationFact{metric: w.Observation, breakdown: w.With["breakdown"]}
	counted := false
	for _, s := range m.slots(w.Value) { // "one British and two French soldiers" are three
		if s.number != nil {
			counted = true
			o.value, o.approximate = o.value+s.number.Value, o.approximate || s.number.Approximate
		}
	}
	if counted {
	} else if v, err := strconv.ParseFloat(w.With["value"], 64); err == nil {
		o.value = v
	} else {
		return
	}
	if _, _, ok := m.group("approximate"); ok {
		o.approximate = true
	}
	of := r.ends(m, w.Of)
	if len(of) == 0 {
		return
	}
	o.of = of[0]
	o.date = r.when(m, w).Day()
	f := r.quote(m)
	f.Observation = o
	r.add(f)
}

// compareFacts is the order of the text.
func compareFacts(a, b Fact) int {
	return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.at, b.at))
}
