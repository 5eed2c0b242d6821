package text

import (
	"strconv"
	"strings"

	regexp "github.com/wasilibs/go-re2"
)

var relativeDate = regexp.MustCompile(`(?i)\b(?:` +
	`(?:the |on the |that |the very )?(?P<which>next|following|same|previous|that) (?:same |very )?(?:day|morning|afternoon|evening|night)|` +
	`(?P<n>\w+) (?P<unit>day|week)s? (?P<way>later|earlier|before|after|previously))\b`)

// soonAfter is what tells that no more than an hour lay between.
var soonAfter = regexp.MustCompile(`(?i)\b(?:(?:(?:less than |about |barely |some |only |just |within )?(?:an hour|half an hour)|(?:\w+ )?(?:minutes|moments)) (?:later|earlier|afterwards)|within (?:minutes|the hour|an hour))\b`)

// amidDay is what tells of a time in the course of the day told before.
var amidDay = regexp.MustCompile(`(?i)\b(?:in the course of|later in|earlier in|late in|early in) the day\b`)

// thatMonth is what tells of the month told before, or of the one behind it.
var thatMonth = regexp.MustCompile(`(?i)(?:\blater (?P<d>(?:that(?: same)?|in (?:that|the(?: same)?)) month)|(?:\bin|\bduring|\bcourse of) (?P<e>(?:(?:that|the) same|that|the (following|next)) month))\b`)

var dayOfThatMonth = regexp.MustCompile(`(?i)\bthe (\d{1,2})(?:st|nd|rd|th) of (?:that|the same|the said|the (following|next)) month\b`)

// otherYear begins what is of a month of another year: "the same month of 2019", "the same month last year".
var otherYear = regexp.MustCompile(`^ (?:of|in|last|a|one|the) `)

// relativeDates adds the dates in a text that are told by others before them.
func (c Calendar) relativeDates(text string, add func(DateExpression)) {
	for _, at := range relativeDate.FindAllStringSubmatchIndex(text, -1) {
		if offset, ok := relativeOffset(Submatches(text, at)); ok {
			add(DateExpression{From: at[0], To: at[1], Relative: true, Offset: offset})
		}
	}
	for _, at := range dayOfThatMonth.FindAllStringSubmatchIndex(text, -1) {
		day, _ := strconv.Atoi(text[at[2]:at[3]])
		months := 0
		if at[4] >= 0 { // the following one
			months = 1
		}
		add(DateExpression{From: at[0], To: at[1], Relative: true, OfMonth: day, Months: months})
	}
	for _, same := range []*regexp.Regexp{soonAfter, amidDay} {
		for _, at := range same.FindAllStringIndex(text, -1) {
			add(DateExpression{From: at[0], To: at[1], Relative: true})
		}
	}
	for _, at := range thatMonth.FindAllStringSubmatchIndex(text, -1) {
		month := DateExpression{From: max(at[2], at[4]), To: at[1], Relative: true, Month: true}
		if at[6] >= 0 { // the following one
			month.Months = 1
		}
		if !otherYear.MatchString(text[at[1]:]) {
			add(month)
		}
	}
}

// relativeOffset is how many days what "the next day" or "two weeks later" tells is from the day told before.
func relativeOffset(m []string) (int, bool) {
	switch strings.ToLower(m[1]) {
	case "next", "following":
		return 1, true
	case "same", "that":
		return 0, true
	case "previous":
		return -1, true
	}
	n, ok := smallNumbers[strings.ToLower(m[2])]
	if !ok {
		var err error
		if n, err = strconv.Atoi(m[2]); err != nil || n > 1000 {
			return 0, false
		}
	}
	if strings.EqualFold(m[3], "week") {
		n *= 7
	}
	if way := strings.ToLower(m[4]); way != "later" && way != "after" {
		n = -n
	}
	return n, true
}
