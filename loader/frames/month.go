package frames

import (
	"cmp"
	"strings"

	"councilgraph/loader/text"
)

// monthMeant is the month that "later that month" or "in the following month" means: that of the last day that the sentence tells before
// it, else of the last day, or month, that a sentence before told.
func (r *run) monthMeant(d *text.DateExpression) text.Interval {
	before, _ := r.day(d)
	from := text.DayOf(cmp.Or(before, r.memory.month), d.Months, 1)
	if from == "" {
		return text.Interval{}
	}
	return text.Interval{From: from, To: text.Shift(text.DayOf(from, 1, 1), -1)}
}

// monthTold is the first day of the month of the last day that the sentence tells, else of the last month; "" for none.
func (r *run) monthTold() string {
	of, in := "", ""
	for i := range r.s.Tokens {
		s := span(&r.s.Tokens[i])
		if s == nil || s.Date == nil || s.Date.Relative || len(s.Date.Days) == 0 || r.onlyUntil(i) {
			continue
		}
		switch last := s.Date.Days[len(s.Date.Days)-1]; {
		case last.Day() != "":
			of = last.From
		case len(last.From) > len("2006-01") && strings.HasPrefix(last.To, last.From[:len("2006-01")]):
			in = last.From
		}
	}
	return text.DayOf(cmp.Or(of, in), 0, 1)
}
