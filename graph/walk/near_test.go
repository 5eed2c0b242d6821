package walk

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"councilgraph/graph/plan"
)

// TestNearWords: the words that may be meant by a word with a typo are found without looking at each.
func TestNearWords(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		letters := []rune("abđñ日")
		text := make([]rune, 2+r.IntN(5))
		for i := range text {
			text[i] = letters[r.IntN(len(letters))]
		}
		return string(text)
	}
	all := make([]plan.Value, 1000)
	for i := range all {
		all[i] = word()
	}
	known, err := (&words{}).read(t.Context(), func(context.Context, plan.Query) (plan.Value, error) { return []plan.Value{"1", all}, nil })
	if err != nil {
		t.Fatal(err)
	}
	for range 200 {
		asked, want := word(), []string{}
		for _, other := range known.forwards {
			if oneApart(asked, other) {
				want = append(want, other)
			}
		}
		if got := known.near(asked); !slices.Equal(got, slices.Compact(want)) {
			t.Errorf("%s: %v, not %v", asked, got, want)
		}
	}
}
