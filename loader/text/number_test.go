package text

import (
	"fmt"
	"strings"
	"testing"
)

// TestNumbers: numbers are read whole, in digits and words, and two numbers stay two.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"one hundred and forty pupils":                 "140",
		"three hundred and twelve men, twenty-one of":  "312 21",
		"a dozen houses and two dozen barns":           "12 24",
		"1.2 million euros for 3,500 people, 12 000 m": "1.2e+06 3500 12000",
		"about two thousand five hundred":              "2500~",
		"one and two others":                           "1 2",
		"between ten and fifteen":                      "10 15",
		"no one, gate 2/18, B92":                       "",
		"seven guards and five students":               "7 5",
		"a hundred and one":                            "101",
	} {
		var got []string
		for _, n := range Numbers(text) {
			s := fmt.Sprint(n.Value)
			if n.Approximate {
				s += "~"
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}
