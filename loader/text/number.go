package text

import (
	"strconv"
	"strings"

	regexp "github.com/wasilibs/go-re2"
)

// NumberExpression is a number in a text, in digits or words.
type NumberExpression struct {
	From, To    int // bytes, with the words that qualify it
	Value       float64
	Approximate bool
}

const (
	roughly   = `approximately|about|around|almost|nearly|some|over|more than|less than|fewer than|just over|just under|well over|at least|up to|roughly|an estimated`
	smallWord = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`
	greatWord = `hundred|thousand|million|billion|dozen`
	// "twenty-one", "three hundred and twelve", "a hundred", "two dozen"
	numberWords = `(?:(?:` + smallWord + `)(?:[- ](?:` + smallWord + `|` + greatWord + `)|(?: and (?:` + smallWord + `)))*|an? (?:` + greatWord + `))(?:(?: and |[- ])(?:` + smallWord + `|` + greatWord + `))*`
)

// A number has groups of three digits divided by commas or spaces, and may go on with "million"; or is words. One that is part of a longer sign (2/18, 1,5.3, B92) is none.
var numberForm = regexp.MustCompile(`(?i)(?:\b(` + roughly + `) )?\b(?:(\d{1,3}(?:[, \x{A0}\x{2009}\x{202F}]\d{3})+|\d+(?:\.\d+)?)( (?:thousand|million|billion)\b)?|(` + numberWords + `))\b`)

// Numbers finds the numbers in a text, in its order; none overlap.
func Numbers(text string) []NumberExpression {
	var found []NumberExpression
	for _, at := range numberForm.FindAllStringSubmatchIndex(text, -1) {
		m := Submatches(text, at)
		n := NumberExpression{From: at[0], To: at[1], Approximate: m[1] != ""}
		switch {
		case m[2] != "":
			if !aloneAt(text, at[4], at[5]) {
				continue
			}
			n.Value, _ = strconv.ParseFloat(strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u2009", "", "\u202f", "").Replace(m[2]), 64)
			if m[3] != "" {
				n.Value *= greatNumbers[strings.ToLower(strings.TrimSpace(m[3]))]
			}
		case strings.HasSuffix(strings.ToLower(text[:at[0]]), "no "), at[1] < len(text) && text[at[1]] == '-': // no one; "two-thirds"
			continue
		default:
			value, whole := spelledOut(strings.ToLower(m[4]))
			if n.Value = value; !whole { // "one and two": two numbers
				first := firstWords(m[4])
				n.To = at[8] + len(first)
				n.Value, _ = spelledOut(strings.ToLower(first))
				found = append(found, n)
				for _, next := range Numbers(text[n.To:at[1]]) {
					next.From, next.To = next.From+n.To, next.To+n.To
					found = append(found, next)
				}
				continue
			}
		}
		found = append(found, n)
	}
	return found
}

var greatNumbers = map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}

// firstWords are the words before the first "and", or all.
func firstWords(words string) string {
	first, _, _ := strings.Cut(words, " and ")
	if first == words {
		first, _, _ = strings.Cut(words, " ")
	}
	return first
}

// spelledOut is a number in words: "twenty-one", "three hundred and twelve", "a dozen"; whole is false where the words are several numbers.
func spelledOut(words string) (value float64, whole bool) {
	total, part, last := 0.0, 0.0, 1e12 // last is the size of the word before
	and := false
	for w := range strings.FieldsSeq(strings.ReplaceAll(words, "-", " ")) {
		if w == "and" {
			and = true
			continue
		}
		if great, ok := greatNumbers[w]; ok {
			part = max(part, 1) * great
			if great >= 1e3 {
				total, part = total+part, 0
			}
			last = great
			continue
		}
		n := float64(smallNumbers[w])
		if n >= last || and && last < 100 || last < 20 || last < 100 && n >= 10 {
			return 0, false
		}
		part, last, and = part+n, n, false
	}
	return total + part, true
}

func aloneAt(text string, from, to int) bool {
	glue := func(c byte) bool { return c == '/' || c == '-' || c == '.' || c == ',' }
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	return !(from > 0 && glue(text[from-1]) && digit(from-2)) && !(to < len(text) && (glue(text[to]) && digit(to+1) || text[to] == '/' || text[to] == '-'))
}
