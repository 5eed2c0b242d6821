package text

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	regexp "github.com/wasilibs/go-re2"
)

// DateExpression is a date as found in a text: the days that it names, or how far it is from a day told before.
type DateExpression struct {
	From, To int        // bytes
	Days     []Interval // one, or several of a list; none of a relative one
	Relative bool       // "the next day": Offset days from one told before
	Offset   int
	OfMonth  int  // "the 28th of that month": a day of the month told before; 0 for others
	Months   int  // by how many months later: "the 6th of the following month"
	Month    bool // "later that month": the whole of a month told before, or of the one behind it
}

const (
	fullMonths = `January|February|March|April|May|June|July|August|September|October|November|December`
	monthNames = fullMonths + `|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec`
	dayNumber  = `(\d{1,2})(?:st|nd|rd|th)?`
	thenYear   = `(?:\.?,? (\d{4})\b)?`
)

// A dateForm is one way of writing a date. The text between its first group's start and its last group's end is the date.
type dateForm struct {
	re   *regexp.Regexp
	read func(c Calendar, m []string) (days []Interval, ok bool)
}

// eachOf are the days of one month that a list names: "2, 4 and 9 May".
func eachOf(c Calendar, m []string) (days []Interval, ok bool) {
	for _, d := range digits.FindAllString(m[2], -1) {
		day, fits := c.day(d, m[3], m[4])
		if !fits {
			return nil, false
		}
		days = append(days, day)
	}
	return days, true
}

var dateForms = []dateForm{
	{regexp.MustCompile(`\b(?P<d>(?i:the) (?:day (before|after) (?:[\p{L}’' -]{3,60} (?:of|on) )?|eve of (?:[\p{L}’' -]{3,30} of )?)` + dayNumber + ` (` + monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) { return c.beside(m[2], m[3], m[4], m[5]) }},
	{regexp.MustCompile(`\b(?P<d>` + dayNumber + `(?: of)? (` + monthNames + `)\b\.?(?: of)? (last|this) year)\b`),
		func(c Calendar, m []string) ([]Interval, bool) {
			now, err := strconv.Atoi(cmp.Or(c.Date, c.Period.To, "0000")[:4])
			if m[4] == "last" {
				now--
			}
			if err != nil || now < 1900 {
				return nil, false
			}
			return one(c.day(m[2], m[3], strconv.Itoa(now)))
		}},
	{regexp.MustCompile(`\b(?P<d>` + dayNumber + `(?: (` + monthNames + `)` + thenYear + `)? ?(?:to|until|till|through|up to|-|–|—) ?` +
		dayNumber + ` (` + monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) { return c.span(m[2], m[3], m[4], m[5], m[6], m[7]) }},
	{regexp.MustCompile(`\b[Bb]etween (?P<d>` + dayNumber + `(?: (` + monthNames + `)` + thenYear + `)? and ` +
		dayNumber + ` (` + monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) { return c.span(m[2], m[3], m[4], m[5], m[6], m[7]) }},
	{regexp.MustCompile(`\b(?P<d>(\d{1,2})/(\d{1,2}) (` + monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) { return c.span(m[2], "", "", m[3], m[4], m[5]) }},
	{regexp.MustCompile(`\b(?P<d>(\d{1,2}(?:st|nd|rd|th)?(?:, \d{1,2})*,? and \d{1,2})(?:st|nd|rd|th)? (` + monthNames + `)\b` + thenYear + `)`), eachOf},
	{regexp.MustCompile(`\b[Oo]n (?P<d>(\d{1,2}(?:, on \d{1,2})*,? and (?:again )?on \d{1,2}) (` + monthNames + `)\b` + thenYear + `)`), eachOf},
	{regexp.MustCompile(`\b(?P<d>` + dayNumber + `(?: of)? (` + monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) { return one(c.day(m[2], m[3], m[4])) }},
	{regexp.MustCompile(`\b(?P<d>(` + monthNames + `)\.? (\d{1,2})(?:, (\d{4}))? (?:to|until|through|-|–) (` + monthNames + `)\.? (\d{1,2}), (\d{4}))\b`),
		func(c Calendar, m []string) ([]Interval, bool) { return c.span(m[3], m[2], m[4], m[6], m[5], m[7]) }},
	{regexp.MustCompile(`\b(?P<d>(` + monthNames + `)\.? (\d{1,2}), (\d{4}))\b`),
		func(c Calendar, m []string) ([]Interval, bool) { return one(c.day(m[3], m[2], m[4])) }},
	{regexp.MustCompile(`\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?) (?P<d>(` + monthNames + `)\.? (\d{1,2})(?:st|nd|rd|th)?)\b`),
		func(c Calendar, m []string) ([]Interval, bool) { return one(c.day(m[3], m[2], "")) }},
	{regexp.MustCompile(`\b(?P<d>((?:19|20)\d{2})-(\d{2})-(\d{2}))\b`),
		func(_ Calendar, m []string) ([]Interval, bool) { return one(numeric(m[2], m[3], m[4])) }},
	{regexp.MustCompile(`\b(?P<d>(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2}))\b`),
		func(_ Calendar, m []string) ([]Interval, bool) { return one(numeric(m[4], m[3], m[2])) }},
	{regexp.MustCompile(`(?:^|[\s(“"])(?P<d>(\d{1,2})/(\d{1,2})/((?:19|20)\d{2}))(?:[^\w/-]|$)`),
		func(_ Calendar, m []string) ([]Interval, bool) { return one(slashed(m[2], m[3], m[4])) }},
	{regexp.MustCompile(`\b(?P<d>((?i:first|second)) half of (` + monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) {
			if strings.EqualFold(m[2], "first") {
				return one(c.within(m[3], m[4], 1, 15))
			}
			return one(c.within(m[3], m[4], 16, 31))
		}},
	{regexp.MustCompile(`\b(?P<d>(first|second|third|last) week of (` + monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) { return one(c.week(m[2], m[3], m[4])) }},
	{regexp.MustCompile(`\b(?P<d>((?i:early|mid|late|the end of|end of|the beginning of|beginning of|the middle of))(?: |-| in )(` +
		monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) {
			from, to := 1, 10
			switch word := strings.ToLower(m[2]); {
			case strings.HasPrefix(word, "mid"), strings.HasSuffix(word, "middle of"):
				from, to = 11, 20
			case word == "late", strings.HasSuffix(word, "end of"):
				from, to = 21, 31
			}
			return one(c.within(m[3], m[4], from, to))
		}},
	{regexp.MustCompile(`\b([Bb]etween )?(?P<d>(` + monthNames + `)` + thenYear + `((?:, (?:` + fullMonths + `))*)` +
		`(?: to |(,? and )| through | ?[-–/] ?)(` + monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) {
			to, ok := c.within(m[7], m[8], 1, 31)
			from, fits := c.before(to, m[3], m[4], 1, 31)
			if apart := m[1] == "" && m[6] != "" && Shift(from.To, 1) != to.From; !apart || m[5] != "" { // "in June and August" is none of July
				return []Interval{{from.From, to.To}}, ok && fits
			}
			return []Interval{from, to}, ok && fits
		}},
	{regexp.MustCompile(`\b(?P<d>(?:the )?month of (` + monthNames + `)\b` + thenYear + `)`),
		func(c Calendar, m []string) ([]Interval, bool) { return one(c.within(m[2], m[3], 1, 31)) }},
	{regexp.MustCompile(`\b(?P<d>(` + monthNames + `)\.? (?:of )?(\d{4}))\b`),
		func(c Calendar, m []string) ([]Interval, bool) { return one(c.within(m[2], m[3], 1, 31)) }},
	{regexp.MustCompile(`\b(?:[Ii]n|[Oo]f|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]y|[Ll]ast|[Tt]hroughout|[Bb]etween|[Ff]rom) (?P<d>(` + fullMonths + `))\b`),
		func(c Calendar, m []string) ([]Interval, bool) { return one(c.within(m[2], "", 1, 31)) }},
	{regexp.MustCompile(`\b[Tt]he (?P<d>(` + fullMonths + `)) [a-z]`), // "the March violence"
		func(c Calendar, m []string) ([]Interval, bool) {
			days, ok := c.within(m[2], "", 1, 31)
			if now := cmp.Or(c.Date, c.Period.To); ok && len(now) >= 4 && days.To > now && days.From > c.Period.To { // what it names has been
				year, _ := strconv.Atoi(days.From[:4])
				return one(c.within(m[2], strconv.Itoa(year-1), 1, 31))
			}
			return one(days, ok)
		}},
	{regexp.MustCompile(`\b[Tt]he (?P<d>((?:19|20)\d{2})) [a-z]`), // "the 2006 crisis"
		func(_ Calendar, m []string) ([]Interval, bool) {
			return one(Interval{m[2] + "-01-01", m[2] + "-12-31"}, true)
		}},
	{regexp.MustCompile(`\b(?P<d>((?:19|20)\d{2})\s?(?:-|–|to)\s?((?:19|20)\d{2}))\b`),
		func(c Calendar, m []string) ([]Interval, bool) {
			return []Interval{{m[2] + "-01-01", m[3] + "-12-31"}}, m[2] <= m[3]
		}},
	// and not "between 1900 and 2000 soldiers"
	{regexp.MustCompile(`\b[Bb]etween (?P<d>((?:19|20)\d{2}) and ((?:19|20)\d{2}))(?: (?:in|by|at|as|to|the|for|on|with|and|but|when|while|he|she|it|they|which|who|under|from|was|were|had|has)\b|[.,;:)]|$)`),
		func(c Calendar, m []string) ([]Interval, bool) {
			return []Interval{{m[2] + "-01-01", m[3] + "-12-31"}}, m[2] <= m[3] && m[3] <= cmp.Or(c.Date, c.Period.To, "9999")
		}},
	{regexp.MustCompile(`\b(?P<d>(?:the )?(?:(end)|beginning|start) of ((?:19|20)\d{2}))\b`),
		func(_ Calendar, m []string) ([]Interval, bool) {
			if m[2] != "" {
				return []Interval{{m[3] + "-12-01", m[3] + "-12-31"}}, true
			}
			return []Interval{{m[3] + "-01-01", m[3] + "-01-31"}}, true
		}},
	{regexp.MustCompile(`\b(?P<d>(?:the )?first (\w+) months of ((?:19|20)\d{2}))\b`),
		func(_ Calendar, m []string) ([]Interval, bool) {
			n := smallNumbers[m[2]]
			if n < 2 || n > 12 {
				return nil, false
			}
			return []Interval{{m[3] + "-01-01", Shift(DayOf(m[3]+"-01", n, 1), -1)}}, true
		}},
	{regexp.MustCompile(`\b(?P<d>(first|second|third|fourth|last) (quarter|half) of ((?:19|20)\d{2}))\b`),
		func(c Calendar, m []string) ([]Interval, bool) { return one(partOfYear(m[2], m[3], m[4])) }},
	{regexp.MustCompile(`\b(?P<d>(first|second|third|fourth|last) (quarter|half) of (?:the current|this) year)\b`),
		func(c Calendar, m []string) ([]Interval, bool) {
			if now := cmp.Or(c.Date, c.Period.To); len(now) >= 4 {
				return one(partOfYear(m[2], m[3], now[:4]))
			}
			return nil, false
		}},
	{regexp.MustCompile(`\b(?P<d>([Ee]arly|[Mm]id|[Ll]ate)(?: |-| in )((?:19|20)\d{2}))\b`), // thirds, as those of a month
		func(_ Calendar, m []string) ([]Interval, bool) {
			third := map[string][2]string{"early": {"-01-01", "-04-30"}, "mid": {"-05-01", "-08-31"}, "late": {"-09-01", "-12-31"}}[strings.ToLower(m[2])]
			return []Interval{{m[3] + third[0], m[3] + third[1]}}, true
		}},
	{regexp.MustCompile(`\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Oo]f) (?P<d>((?:19|20)\d{2}))\b`),
		func(c Calendar, m []string) ([]Interval, bool) {
			return []Interval{{m[2] + "-01-01", m[2] + "-12-31"}}, true
		}},
}

// slashed is a day whose order its numbers tell: "13/11/2020" and "11/13/2020" are one, since there is no month 13; "5/11/2020" may be of
// May or of November, and is none.
func slashed(first, second, year string) (Interval, bool) {
	day, fits := numeric(year, second, first)
	american, fitsToo := numeric(year, first, second)
	switch {
	case !fits:
		return american, fitsToo
	case fitsToo && day != american:
		return Interval{}, false
	}
	return day, true
}

// partOfYear is "third quarter of 2015", "second half of 2004".
func partOfYear(which, part, year string) (Interval, bool) {
	of, months := 4, 3
	if part == "half" {
		of, months = 2, 6
	}
	n := slices.Index([]string{"first", "second", "third", "fourth"}, which) + 1
	if which == "last" {
		n = of
	}
	if n > of {
		return Interval{}, false
	}
	names := strings.Split(monthNames, "|")
	y, _ := strconv.Atoi(year)
	from, ok := monthDays(y, names[(n-1)*months], 1, 31)
	to, fits := monthDays(y, names[n*months-1], 1, 31)
	return Interval{from.From, to.To}, ok && fits
}

func one(i Interval, ok bool) ([]Interval, bool) { return []Interval{i}, ok }

var smallNumbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var (
	aMonth = regexp.MustCompile(monthNames)
	digits = regexp.MustCompile(`\d+`)
	aYear  = regexp.MustCompile(`\d{4}`)
)

// Dates finds the dates in a text, in its order; none overlap.
func (c Calendar) Dates(text string) []DateExpression {
	var found []DateExpression
	add := func(e DateExpression) {
		if !slices.ContainsFunc(found, func(f DateExpression) bool { return e.From < f.To && f.From < e.To }) {
			found = append(found, e)
		}
	}
	if strings.ContainsAny(text, "0123456789") || aMonth.MatchString(text) {
		for _, form := range dateForms {
			g := 2 * form.re.SubexpIndex("d")
			for _, at := range form.re.FindAllStringSubmatchIndex(text, -1) {
				if days, ok := form.read(c, Submatches(text, at)); ok && !glued(text, at[g], at[g+1]) {
					add(DateExpression{From: at[g], To: at[g+1], Days: days})
				}
			}
		}
	}
	c.relativeDates(text, add)
	slices.SortFunc(found, func(a, b DateExpression) int { return cmp.Compare(a.From, b.From) })
	c.ofToldYears(text, found)
	return spans(text, found)
}

// spans joins two dates of whatever form that are the ends of one: "between November 2002 and late January 2003", "from mid-March to 2
// April", "the night of 31 May/1 June"; and one that is told by another first: "A week later, on 22 May".
func spans(text string, found []DateExpression) (joined []DateExpression) {
	for _, d := range found {
		if n := len(joined); n > 0 && joined[n-1].Relative && joined[n-1].OfMonth == 0 && !joined[n-1].Month && len(d.Days) > 0 && text[joined[n-1].To:d.From] == ", on " {
			d.From = joined[n-1].From
			joined[n-1] = d
			continue
		}
		if n := len(joined); n > 0 && len(joined[n-1].Days) == 1 && len(d.Days) == 1 {
			first := &joined[n-1]
			before, between := strings.ToLower(text[max(0, first.From-len("between ")):first.From]), text[first.To:d.From]
			ends := strings.HasSuffix(before, "between ") && between == " and " || strings.HasSuffix(before, "from ") && (between == " to " || between == " until ")
			ends = ends || between == "/" && strings.HasSuffix(before, "of ") && Shift(first.Days[0].To, 1) == d.Days[0].From // "the night of 31 May/1 June"
			from := first.Days[0].From
			if from > d.Days[0].To && !aYear.MatchString(text[first.From:first.To]) { // "from January to the end of December 2018"
				from = d.Days[0].To[:len("2018")] + from[len("2018"):]
			}
			if ends && from <= d.Days[0].To {
				first.To, first.Days = d.To, []Interval{{from, d.Days[0].To}}
				continue
			}
		}
		joined = append(joined, d)
	}
	return joined
}

// glued says that what looks like a date is part of a larger number or symbol.
func glued(text string, start, end int) bool {
	return start > 0 && strings.ContainsRune("/.,-", rune(text[start-1])) && start > 1 && text[start-2] >= '0' && text[start-2] <= '9'
}

// Submatches are the words of the groups of a match, as FindStringSubmatchIndex found it; "" for one that took no part.
func Submatches(text string, at []int) []string {
	m := make([]string, len(at)/2)
	for i := range m {
		if at[2*i] >= 0 {
			m[i] = text[at[2*i]:at[2*i+1]]
		}
	}
	return m
}
