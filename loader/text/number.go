package text

import (
	"slices"
	"strconv"
	"strings"

	regexp "github.com/wasilibs/go-re2"
)

// NumberExpression is a number in a text, in digits or words.
type NumberExpression struct {
	From, To    int // bytes, with the words that qualify it and the mark of a note behind it
	Value       float64
	Approximate bool
}

const (
	roughly = `approximately|about|around|almost|nearly|close to|some|over|more than|less than|fewer than|no fewer than|no less than|` +
		`just over|just under|well over|at least|at most|up to|as many as|upwards of|roughly|circa|an estimated|approx\.?|ca\.|c\.`
	unitWords = `one|two|three|four|five|six|seven|eight|nine`
	tenWords  = `twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`
	below100  = `(?:(?:` + tenWords + `)(?:[- ](?:` + unitWords + `))?|` + unitWords + `|` +
		`ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)`
	below1000 = `(?:(?:a|` + below100 + `)[- ]hundred(?:(?: and)?[- ]` + below100 + `)?|` + below100 + `)`
	thousands = `(?:a|` + below1000 + `)[- ](?:million|thousand)`
	inWords   = `(?:` + thousands + `(?: and)? )*(?:` + thousands + `|half a dozen|(?:a|` + below100 + `) dozen|` + below1000 + `)`
	blank     = "[ \u00a0\u2007\u2009\u202f]" // between groups of digits
	inDigits  = `\d{1,3}(?:(?:,|` + blank + `)\d{3})+|[1-9]\d{0,2}(?:\.\d{3})+|\d+(?:\.\d+)?`
)

// A number has groups of three digits divided by commas, points or blanks, or is of words, or of both: "1.2 million".
// One that is part of a longer sign (2/18, 1,5.3, B92) is none.
var numberForm = regexp.MustCompile(`(?i)(?:\b(` + roughly + `) )?` +
	`\b(?:(` + inDigits + `)(?:` + blank + `(hundred|thousand|million|billion))?|(` + inWords + `))\b[⁰¹²³⁴-⁹]*`)

var (
	shareBehind = regexp.MustCompile(`(?i)^(?:` + blank + `?(?:per cent|percent|%)| (?:thirds|quarters|fifths|tenths)\b)`)
	rangeIn     = regexp.MustCompile(`(?i)^(?: (?:to|or) |[–—])$`)
	overBefore  = regexp.MustCompile(`(?i)\b(?:hand|turn|pull)(?:s|ed|ing)? $`) // "handed over two printers"
	changeTo    = regexp.MustCompile(`(?i)\b(?:f[ae]ll|r[io]se|increas|decreas|reduc|drop|declin|gr[eo]w|went|brought|cut|rais|mov|chang)[a-z]*\b[^.;]*\bfrom $`)
)

// Numbers finds the numbers that a text states, in its order; none overlap. Shares ("ten per cent") and ranges ("between 10 and 15", "two
// or three") state none.
func Numbers(text string) []NumberExpression {
	var found []NumberExpression
	for _, at := range numberForm.FindAllStringSubmatchIndex(text, -1) {
		m := Submatches(text, at)
		n := NumberExpression{From: at[0], To: at[1], Approximate: m[1] != ""}
		if strings.EqualFold(m[1], "over") && overBefore.MatchString(before(text, at[0])) {
			n.From, n.Approximate = at[0]+len("over "), false
		}
		switch {
		case shareBehind.MatchString(text[at[1]:min(len(text), at[1]+longestAround)]):
			continue
		case m[2] != "" && !aloneAt(text, at[4], at[5]):
			continue
		case m[2] != "":
			n.Value = inFigures(m[2], m[3])
		case strings.HasSuffix(strings.ToLower(before(text, at[0])), "no "), at[1] < len(text) && text[at[1]] == '-': // "no one", "two-day"
			continue
		default:
			n.Value = spelledOut(strings.ToLower(m[4]))
		}
		found = append(found, n)
	}
	return withoutRanges(text, found)
}

// longestAround is how many bytes before or behind a number may say something of it: "fell in the northern part of the area from".
const longestAround = 1000

// before is what stands before a place in a text, as far as it is looked at.
func before(text string, at int) string { return text[max(0, at-longestAround):at] }

// withoutRanges leaves out the ends of ranges; "fell from 20 to 10" is none.
func withoutRanges(text string, found []NumberExpression) []NumberExpression {
	ranged := make([]bool, len(found))
	for i := 1; i < len(found); i++ {
		ahead, in := before(text, found[i-1].From), text[found[i-1].To:found[i].From]
		if in == " and " && strings.HasSuffix(strings.ToLower(ahead), "between ") || rangeIn.MatchString(in) && !changeTo.MatchString(ahead) {
			ranged[i-1], ranged[i] = true, true
		}
	}
	i := -1
	return slices.DeleteFunc(found, func(NumberExpression) bool {
		i++
		return ranged[i]
	})
}

var scales = map[string]float64{"": 1, "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}

// inFigures is a number in digits. A point before three digits divides thousands, as persons have no decimals; before a scale it does not:
// "1.250 million".
func inFigures(digits, scale string) float64 {
	plain := strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u2007", "", "\u2009", "", "\u202f", "").Replace(digits)
	if whole, rest, _ := strings.Cut(plain, "."); scale == "" && len(rest)%4 == 3 && whole != "0" && len(whole) <= 3 {
		plain = strings.ReplaceAll(plain, ".", "")
	}
	v, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return 0
	}
	return v * scales[strings.ToLower(scale)]
}

// spelledOut is a number in words: "three hundred and twelve".
func spelledOut(words string) float64 {
	if words == "half a dozen" {
		return scales["dozen"] / 2
	}
	sum, part := 0.0, 0.0
	for word := range strings.FieldsFuncSeq(words, func(c rune) bool { return c == ' ' || c == '-' }) {
		switch scale := scales[word]; {
		case scale >= 1e3:
			sum, part = sum+part*scale, 0
		case scale > 0:
			part *= scale
		default:
			part += float64(smallNumbers[word])
		}
	}
	return sum + part
}

func aloneAt(text string, from, to int) bool {
	glue := func(c byte) bool { return c == '/' || c == '-' || c == '.' || c == ',' }
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	return !(from > 0 && glue(text[from-1]) && digit(from-2)) && !(to < len(text) && (glue(text[to]) && digit(to+1) || text[to] == '/' || text[to] == '-'))
}
