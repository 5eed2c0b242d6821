package text

import (
	"reflect"
	"strings"
	"testing"
)

func TestNumbers(t *testing.T) {
	for _, one := range []struct {
		text string
		want []float64
	}{
		{"Three hundred and twelve persons", []float64{312}},
		{"one hundred people, a hundred more, and two hundred", []float64{100, 100, 200}},
		{"two thousand four hundred and six soldiers", []float64{2406}},
		{"approx. 30 persons, ca. 20 more", []float64{30, 20}},
		{"twenty-one houses and thirty two barns", []float64{21, 32}},
		{"1.2 million people, 3 billion and 1.250 million", []float64{1.2e6, 3e9, 1.25e6}},
		{"3.500 troops, 3,500² troops, 3 500 troops, 3\u2009500 troops", []float64{3500, 3500, 3500, 3500}},
		{"2.5 kilometres and 0.125 litres", []float64{2.5, 0.125}},
		{"a dozen men, two dozen women and half a dozen boys", []float64{12, 24, 6}},
		{"two men and three women", []float64{2, 3}},
		{"two thousand, one of whom spoke", []float64{2000, 1}},
		{"between 10 and 15 persons, two or three others, 4 to 6 cars and 7–9 carts", nil},
		{"between two and three o’clock, 10 persons", []float64{10}},
		{"the strength fell from 3,500 to 3,000", []float64{3500, 3000}},
		{"ten per cent, 5% and two thirds of them", nil},
		{"no one spoke for two-day talks on route 2/18 of B92", nil},
		{"dozens of people and hundreds of others", nil},
	} {
		var got []float64
		for _, n := range Numbers(one.text) {
			got = append(got, n.Value)
		}
		if !reflect.DeepEqual(got, one.want) {
			t.Errorf("%q: got %v, want %v", one.text, got, one.want)
		}
	}
}

func TestNumbersThatAreNotExact(t *testing.T) {
	for text, want := range map[string]bool{"some 30 miners": true, "no fewer than two hundred": true, "as many as 3,500": true, "30 miners": false} {
		if got := Numbers(text); len(got) != 1 || got[0].From != 0 && want || got[0].Approximate != want {
			t.Errorf("%q: got %+v, want one number, approximate %v, with its words", text, got, want)
		}
	}
}

// TestManyNumbers reads many numbers in one long text, where what stands before each is looked at only as far as it may say something of
// it.
func TestManyNumbers(t *testing.T) {
	const many = 20_000
	if found := Numbers(strings.Repeat("the country that is one of these, ", many)); len(found) != many {
		t.Errorf("%d numbers are found, want %d", len(found), many)
	}
}
