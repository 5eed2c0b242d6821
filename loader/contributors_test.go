package loader

import (
	"slices"
	"testing"

	"councilgraph/loader/contribution"
)

// TestContributors: the built-in words tell which column of a table names nations, which add up others, and of which component its people are.
func TestContributors(t *testing.T) {
	_, r := rulesFor(t)
	for _, c := range []struct {
		caption       string
		header, cells []string
		want          []contribution.Share
	}{
		{"Strength of the police", []string{"Nationality", "Female", "Male", "Strength"}, []string{"Fiji", "2", "7", "9"}, []contribution.Share{{Component: "POLICE", Personnel: 9}}},
		{"Strength of the police", []string{"Country", "Strength"}, []string{"Fiji", "9"}, []contribution.Share{{Component: "POLICE", Personnel: 9}}},
		{"Staff lent by Governments", []string{"Government", "Civilian staff"}, []string{"Fiji", "3"}, []contribution.Share{{Component: "CIVILIAN", Personnel: 3}}},
	} {
		table, ok := r.contributors.Table(c.caption, c.header)
		if got := table.Shares(c.cells); !ok || !slices.Equal(got, c.want) {
			t.Errorf("%s, %q, %q: %v, %v, want %v", c.caption, c.header, c.cells, got, ok, c.want)
		}
	}
}
