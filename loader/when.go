package loader

import (
	"cmp"
	"councilgraph/loader/text"
	"strings"
)

// Where dates stand on both sides of a match, the one before it is meant, unless the other is near, or that one is far: "On 3 February, X
// was arrested on suspicion of a murder in 2011", but "On 1 July, the trial began of those who were indicted for an attack in 2012". In
// bytes of the annotatedText.
const (
	near = 24
	far  = 50
)

// date is the date that the clause around a match gives it: one within the match, else the next after it, else the last before it.
func (r *reader) date(m match) *text.DateExpression {
	low, high := r.clause(m.at[0], m.at[1])
	if within := r.dates(m.annotatedText, low, m.at[0], m.at[1]); len(within) > 0 {
		return m.annotatedText.slots[within[0]].date
	}
	lead, after := r.lead(m), r.dates(m.annotatedText, low, m.at[1], high)
	if len(after) == 0 {
		return lead
	}
	if lead != nil {
		before := r.dates(m.annotatedText, low, low, m.at[0])
		if r.leads(m, before[len(before)-1], after[0]) {
			return lead
		}
	}
	return m.annotatedText.slots[after[0]].date
}

// leads says of the last date before a match and the next after it (slots) that the one before is meant.
func (r *reader) leads(m match, before, after int) bool {
	between := m.annotatedText.text[m.at[1]:m.annotatedText.signs[after]]
	return strings.Contains(between, " and ") || m.at[0]-m.annotatedText.signs[before] <= far && len(between) > near
}

// lead is the last date before a match in its clause: "On 4 November, the police arrested ...".
func (r *reader) lead(m match) *text.DateExpression {
	if _, _, relative := m.group("rel"); relative { // "..., who was then moved": a clause of its own
		return nil
	}
	low, _ := r.clause(m.at[0], m.at[1])
	if before := r.dates(m.annotatedText, low, low, m.at[0]); len(before) > 0 {
		return m.annotatedText.slots[before[len(before)-1]].date
	}
	return nil
}

// dates are the slots between two places that tell when something happened, in a clause that begins at low.
func (r *reader) dates(t *annotatedText, low, from, to int) (dates []int) {
	for i, s := range t.slots {
		if at := t.signs[i]; s.date != nil && at >= from && at < to && (s.date.Relative || r.rules.atDate.MatchString(t.text[low:at])) {
			dates = append(dates, i)
		}
	}
	return dates
}

// interval is the interval that a date means here.
func (r *reader) interval(d *text.DateExpression) text.Interval {
	switch {
	case d == nil:
		return text.Interval{}
	case d.Month, d.OfMonth > 0: // of a month that frames alone remember
		return text.Interval{}
	case d.Relative:
		day := text.Shift(cmp.Or(r.sentenceDay(), r.discourse.day), d.Offset)
		return text.Interval{From: day, To: day}
	}
	return text.Interval{From: d.Days[0].From, To: d.Days[len(d.Days)-1].To}
}

// sentenceDay is the first day that the sentence tells.
func (r *reader) sentenceDay() string {
	for _, s := range r.sentence.slots {
		if s.date != nil && !s.date.Relative && s.date.Days[0].Day() != "" {
			return s.date.Days[0].Day()
		}
	}
	return ""
}

// when is the interval of one thing that a match writes.
func (r *reader) when(m match, w write) text.Interval {
	for name := range strings.SplitSeq(w.Date, "|") {
		var d *text.DateExpression
		switch name {
		case "none":
			return text.Interval{}
		case "", "clause":
			d = r.date(m)
		case "lead":
			d = r.lead(m)
		case "sentence":
			if day := r.sentenceDay(); day != "" {
				return text.Interval{From: day, To: day}
			}
		case "before":
			return text.Interval{From: r.discourse.day, To: r.discourse.day}
		default:
			if in := m.slots(name); len(in) > 0 {
				d = in[0].date
			}
		}
		if d != nil {
			return r.interval(d)
		}
	}
	return text.Interval{}
}
