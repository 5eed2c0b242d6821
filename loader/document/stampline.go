package document

import (
	"regexp"
	"strings"
)

// A stamp on a page is a few lines in capitals: "RECEIVED", "22 APR 2003", "UN LIBRARY".
var (
	// stampWords are lines that are of a stamp wherever they stand.
	stampWords = regexp.MustCompile(`^\W*(?:RE(?:CEIVED|GISTERED)|REC[’']?D|(?:UN|DE)CLASSIFIED|SCANNED|MICROFILMED|PHOTOCOPIED|ENTERED` +
		`|(?:(?:THE )?(?:UN|U\.N\.|UNITED NATIONS|UNOG|DAG HAMMARSKJ[ÖO]LD)[ /-])?(?:LIBRARY|ARCHIVES?|REGISTRY|SECRETARIAT|SA COLLECTION|DOCUMENTS? COLLECTION|MAIL ROOM|INDEX SECTION))` +
		`(?: (?:BY|ON|AT|IN|OF|THE|COPY|SECTION|UNIT|DATE|UN|UNITED|NATIONS|LIBRARY|ARCHIVES?|REGISTRY|COLLECTION|GENEVA|NEW YORK))*(?:[ :]+` + stampDays + `)?\W*$`)
	// stampDay is a line that is the day of one.
	stampDay = regexp.MustCompile(`^\W*(?:DATE:? )?` + stampDays + `(?:[ ,]+\d{1,2}[:.]\d{2}(?: ?[AP]M)?)?\W*$`)
	// stampIn is the beginning of a stamp that stands in one line with the rest of a masthead.
	stampIn = `(?-i:\b(?:RECEIVED|(?:UN|DE)CLASSIFIED)\b|\b(?:UN|U\.N\.|UNITED NATIONS) (?:LIBRARY|ARCHIVES|REGISTRY)\b|\bUN/SA COLLECTION\b|\b\d{1,2} [A-Z]{3}\.? \d{4}\b)`
)

const (
	capitalMonth = `(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[A-Z]*\.?`
	stampDays    = `(?:\d{1,2}[ ./-]?` + capitalMonth + `[ ./-]?(?:\d{4}|\d{2})|` + capitalMonth + ` ?\d{1,2},? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})`
)

// stamped says of each of some lines whether it is of a stamp: words that stamps have, and the day right above or below them.
func stamped(lines []string) []bool {
	of := make([]bool, len(lines))
	for i, l := range lines {
		if !stampWords.MatchString(l) || soleWord.MatchString(l) {
			continue
		}
		of[i] = true
	}
	for _, step := range []int{1, -1} {
		for i := range lines {
			if step < 0 {
				i = len(lines) - 1 - i
			}
			if k := nearest(lines, i, -step); k >= 0 && of[k] && (stampDay.MatchString(lines[i]) || soleWord.MatchString(lines[i])) {
				of[i] = true
			}
		}
	}
	return of
}

// soleWord is a line that is of a stamp beside others alone: a heading may be it.
var soleWord = regexp.MustCompile(`^\W*(?:LIBRARY|ARCHIVES?|REGISTRY|SECRETARIAT|UNITED NATIONS SECRETARIAT|ENTERED|REGISTERED)\W*$`)

// nearest is the line next to line i, over blank ones; -1 where there is none.
func nearest(lines []string, i, step int) int {
	for k := i + step; k >= 0 && k < len(lines); k += step {
		if strings.TrimSpace(lines[k]) != "" {
			return k
		}
	}
	return -1
}

// withoutStampLines are lines less those of stamps.
func withoutStampLines(lines []string) (kept []string) {
	for i, of := range stamped(lines) {
		if !of {
			kept = append(kept, lines[i])
		}
	}
	return kept
}
