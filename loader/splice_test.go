package loader

import (
	"flag"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

var splices = flag.Int("splices", 5000, "how many spliced sentences TestSplicedSentences reads")

// splice makes a sentence of two: the beginning of one and the end of another, or one of which a part is left out for a word of structure.
func splice(r *rand.Rand, sentences []string) string {
	words := func() []string { return strings.Fields(sentences[r.IntN(len(sentences))]) }
	a, b := words(), words()
	i, j := r.IntN(len(a)), r.IntN(len(b))
	if r.IntN(2) == 0 {
		return strings.Join(slices.Concat(a[:i], b[j:]), " ")
	}
	joints := []string{",", "who", "which", "that", "and", ", in which", ", by whom", "for whom", "with", "said that", "it was", "what", "(", ")", "–",
		"to", "had been", "being", "until", "having", "whose", "as", ", not", "neither", "nor", "than", "of", ";"}
	k := i + r.IntN(len(a)-i)
	return strings.Join(slices.Concat(a[:i], []string{joints[r.IntN(len(joints))]}, a[k:]), " ")
}

// TestSplicedSentences: what is spliced of the sentences that frames carry may be no English, but it is read to its end.
func TestSplicedSentences(t *testing.T) {
	_, rules := rulesFor(t)
	var sentences []string
	for _, f := range rules.frames.Frames {
		sentences = append(sentences, slices.Concat(f.Says, f.SaysNot)...)
	}
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	n := *splices
	if testing.Short() { // as under the race detector, which is ten times slower
		n /= 10
	}
	for range n {
		sentence := splice(r, sentences)
		func() {
			defer func() {
				if defect := recover(); defect != nil {
					t.Errorf("seed %d: reading %q: %v", seed, sentence, defect)
				}
			}()
			rules.facts(sentence)
		}()
	}
}
