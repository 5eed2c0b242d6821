package text

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Interval is a run of days, both ends included, as YYYY-MM-DD. The zero Interval is unknown.
type Interval struct{ From, To string }

// Day is the day where the interval is one, else "".
func (i Interval) Day() string {
	if i.From == i.To {
		return i.From
	}
	return ""
}

const isoLayout = "2006-01-02"

// Calendar says which year a date without one means in a report.
type Calendar struct {
	Period Interval // the reporting period; zero where unknown
	Date   string   // the report's date; "" where unknown
}

// Resolve adds the year to a date that lacks one: build makes the interval for a year. The year is the one that places it in the period;
// failing that, between the period's end and the report's date; failing that, nearest before the period, or, in a report without one,
// within the sixty days to come. It is false where no year does, or where there is neither period nor date.
func (c Calendar) Resolve(build func(year int) (Interval, bool)) (Interval, bool) {
	end := cmp.Or(c.Date, c.Period.To)
	if end == "" {
		return Interval{}, false
	}
	start := cmp.Or(c.Period.From, end)
	soon := end
	if c.Period.From == "" { // what is told of a day soon to come is no telling of the year before
		soon = Shift(end, 60)
	}
	last, _ := strconv.Atoi(end[:4])
	for year := last; year <= last+1; year++ {
		if i, ok := build(year); ok && i.From > end && i.From <= soon {
			return i, true
		}
	}
	var before Interval
	for _, within := range []Interval{{start, cmp.Or(c.Period.To, end)}, {start, end}} {
		for year := last; year >= last-8; year-- {
			i, ok := build(year)
			if !ok {
				continue
			}
			if i.From <= within.To && i.To >= within.From {
				return i, true
			}
			if i.To < start && i.To > before.To {
				before = i
			}
		}
	}
	return before, before.From != ""
}

// day is one day, its year as stated or as the calendar says.
func (c Calendar) day(d, month, year string) (Interval, bool) {
	n, _ := strconv.Atoi(d)
	return c.within(month, year, n, n)
}

// within is a run of days of one month; a last day that the month does not have becomes its last, unless the first has none either.
func (c Calendar) within(month, year string, first, last int) (Interval, bool) {
	if year != "" {
		y, _ := strconv.Atoi(year)
		return monthDays(y, month, first, last)
	}
	return c.Resolve(func(y int) (Interval, bool) { return monthDays(y, month, first, last) })
}

// week is the first, second, third or last seven days of a month.
func (c Calendar) week(which, month, year string) (Interval, bool) {
	if n := slices.Index([]string{"first", "second", "third"}, which); n >= 0 {
		return c.within(month, year, 7*n+1, 7*n+7)
	}
	i, ok := c.within(month, year, 1, 31)
	return Interval{Shift(i.To, -6), i.To}, ok
}

// beside is the day before or after one: "the day before the feast of 4 May", "the eve of the feast of 4 May".
func (c Calendar) beside(which, day, month, year string) ([]Interval, bool) {
	i, ok := c.day(day, month, year)
	by := -1
	if which == "after" {
		by = 1
	}
	return one(Interval{Shift(i.From, by), Shift(i.To, by)}, ok)
}

// span is "1 [October [2020]] to 31 December [2020]".
func (c Calendar) span(d1, m1, y1, d2, m2, y2 string) ([]Interval, bool) {
	to, ok := c.day(d2, m2, y2)
	if !ok {
		return nil, false
	}
	n, _ := strconv.Atoi(d1)
	from, ok := c.before(to, cmp.Or(m1, m2), y1, n, n)
	return []Interval{{from.From, to.To}}, ok && from.From <= to.To
}

// before is a run of days of a month, in the last year that does not place it after an end.
func (c Calendar) before(end Interval, month, year string, first, last int) (Interval, bool) {
	if year != "" {
		return c.within(month, year, first, last)
	}
	if end.From == "" {
		return Interval{}, false
	}
	y, _ := strconv.Atoi(end.To[:4])
	if i, ok := monthDays(y, month, first, last); ok && i.From <= end.From {
		return i, true
	}
	return monthDays(y-1, month, first, last)
}

func monthDays(year int, month string, first, last int) (Interval, bool) {
	m := monthOf(month)
	length := time.Date(year, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if m == 0 || first < 1 || first > length || year < 1900 {
		return Interval{}, false
	}
	iso := func(d int) string { return time.Date(year, time.Month(m), d, 0, 0, 0, 0, time.UTC).Format(isoLayout) }
	return Interval{iso(first), iso(min(last, length))}, true
}

// monthOf is the number of a month, by its name or the first letters of it; 0 for none.
func monthOf(name string) int {
	return 1 + slices.IndexFunc(strings.Split(fullMonths, "|"), func(whole string) bool { return strings.HasPrefix(whole, name) })
}

// numeric is a day in figures: 2020-11-05, 5.11.2020.
func numeric(year, month, day string) (Interval, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || int(t.Month()) != m {
		return Interval{}, false
	}
	return Interval{t.Format(isoLayout), t.Format(isoLayout)}, true
}

// Shift is a day so many days on; "" for "".
func Shift(day string, days int) string {
	t, err := time.Parse(isoLayout, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, days).Format(isoLayout)
}

// DayOf is a day of the month that is some months later than that of a day or month, YYYY-MM-DD or YYYY-MM; "" where that has no such day,
// or the day is none.
func DayOf(month string, months, day int) string {
	first, err := time.Parse("2006-01", month[:min(len(month), len("2006-01"))])
	if err != nil {
		return ""
	}
	first = first.AddDate(0, months, 0)
	if found := first.AddDate(0, 0, day-1); found.Month() == first.Month() {
		return found.Format(isoLayout)
	}
	return ""
}
