package plan

import (
	"fmt"
	"time"
)

// Bucket is a stretch of the calendar. The key of an interval is that of the bucket in which both its ends lie; nil where they do not lie
// in one, or where an end is missing.
type Bucket int

const (
	NoBucket Bucket = iota
	Day             // 2020-11-04
	Week            // 2020-W45, of ISO 8601
	Month           // 2020-11
	Quarter         // 2020-Q4
	Year            // 2020
)

func (b Bucket) String() string {
	return [...]string{"NoBucket", "Day", "Week", "Month", "Quarter", "Year"}[b]
}

// Next is the key of the bucket behind the one with this key; ok is false where the calendar ends, or where it is no such key.
func (b Bucket) Next(key string) (next string, ok bool) {
	var year, part int
	scan := func(format string, into ...any) bool {
		n, err := fmt.Sscanf(key, format, into...)
		return err == nil && n == len(into)
	}
	var day time.Time
	switch b {
	case Day:
		ok = scan("%4d-%2d-%2d", &year, &part, new(int))
		first, err := time.Parse(time.DateOnly, key)
		day, ok = first.AddDate(0, 0, 1), ok && err == nil
	case Week:
		ok = scan("%4d-W%2d", &year, &part)
		fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC) // it is in the first week
		day = fourth.AddDate(0, 0, 7*part)
	case Month:
		ok = scan("%4d-%2d", &year, &part)
		day = time.Date(year, time.Month(part)+1, 1, 0, 0, 0, 0, time.UTC)
	case Quarter:
		ok = scan("%4d-Q%1d", &year, &part)
		day = time.Date(year, time.Month(3*part)+1, 1, 0, 0, 0, 0, time.UTC)
	case Year:
		ok = scan("%4d", &year)
		day = time.Date(year+1, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	next = b.key(day)
	return next, ok && next > key
}

// key is the key of the bucket of a day.
func (b Bucket) key(day time.Time) string {
	switch b {
	case Day:
		return day.Format(time.DateOnly)
	case Week:
		year, week := day.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case Month:
		return day.Format("2006-01")
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", day.Year(), (int(day.Month())+2)/3)
	}
	return fmt.Sprintf("%04d", day.Year())
}
