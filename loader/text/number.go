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
	roughly     = `approximately|about|around|almost|nearly|some|over|more than|less than|fewer than|just over|just under|well over|at least|up to|roughly|an estimated`
	unitWords   = `one|two|three|four|five|six|seven|eight|nine`
	tenWords    = `twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`
	numberWords = `(?:` + tenWords + `)[- ](?:` + unitWords + `)|` + unitWords + `|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|` + tenWords
)

// A number has groups of three digits divided by commas or spaces, or is a word. One that is part of a longer sign (2/18, 1,5.3, B92) is none.
var numberForm = regexp.MustCompile(`(?i)(?:\b(` + roughly + `) )?\b(?:(\d{1,3}(?:[, ]\d{3})+|\d+(?:\.\d+)?)|(` + numberWords + `))\b`)

// Numbers finds the numbers in a text, in its order; none overlap.
func Numbers(text string) []NumberExpression {
	var found []NumberExpression
	for _, at := range numberForm.FindAllStringSubmatchIndex(text, -1) {
		m := Submatches(text, at)
		n := NumberExpression{From: at[0], To: at[1], Approximate: m[1] != ""}
		if m[2] != "" {
			if !aloneAt(text, at[4], at[5]) {
				continue
			}
			n.Value, _ = strconv.ParseFloat(strings.NewReplacer(",", "", " ", "").Replace(m[2]), 64)
		} else if strings.HasSuffix(strings.ToLower(text[:at[0]]), "no ") { // no one
			continue
		} else if n.Value = spelledOut(strings.ToLower(m[3])); at[1] < len(text) && text[at[1]] == '-' {
			continue
		}
		found = append(found, n)
	}
	return found
}

// spelledOut is a number word, or tens with a unit: "twenty-one".
func spelledOut(word string) float64 {
	ten, unit, _ := strings.Cut(strings.ReplaceAll(word, " ", "-"), "-")
	return float64(smallNumbers[ten] + smallNumbers[unit])
}

func aloneAt(text string, from, to int) bool {
	glue := func(c byte) bool { return c == '/' || c == '-' || c == '.' || c == ',' }
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	return !(from > 0 && glue(text[from-1]) && digit(from-2)) && !(to < len(text) && (glue(text[to]) && digit(to+1) || text[to] == '/' || text[to] == '-'))
}
