package text

import (
	"cmp"
	"strconv"
	"strings"

	regexp "github.com/wasilibs/go-re2"
)

var ofToldYear = regexp.MustCompile(`^,? (?:of|in) (?:that(?: same)?|the (?:same|said|(following|next)|(previous|preceding))) year\b`)

// ofToldYears gives dates their year, of which the text says only how it goes on from the year of the date before them: "in May 2016 and on
// 5 March of the following year". Where no date stands before, it goes on from the year of the report.
func (c Calendar) ofToldYears(text string, found []DateExpression) {
	for i := range found {
		d := &found[i]
		at := ofToldYear.FindStringSubmatchIndex(text[d.To:])
		if at == nil || d.Relative || aYear.MatchString(text[d.From:d.To]) {
			continue
		}
		told := cmp.Or(c.Date, c.Period.To)
		for _, before := range found[:i] {
			if n := len(before.Days); n > 0 {
				told = before.Days[n-1].To
			}
		}
		year, err := strconv.Atoi(told[:min(len(told), len("2016"))])
		switch {
		case err != nil:
			continue
		case at[2] >= 0:
			year++
		case at[4] >= 0:
			year--
		}
		words := strings.TrimSuffix(text[d.From:d.To], ".") + " " + strconv.Itoa(year)
		if of := c.Dates(words); len(of) == 1 && of[0].To == len(words) {
			d.To, d.Days = d.To+at[1], of[0].Days
		}
	}
}
