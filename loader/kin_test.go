package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestKin: "him" is nobody of whom the sentence only tells that somebody without a name is kin to.
func TestKin(t *testing.T) {
	_, rules := rulesFor(t)
	for text, named := range map[string]bool{
		"On 5 August, KFOR arrested the owner of a mill, a brother of Arben Lura, and set him free after an hour.": false,
		"On 5 August, KFOR arrested Arben Lura, the owner of a mill, and set him free after an hour.":              true,
	} {
		released := slices.ContainsFunc(rules.facts(text), func(f string) bool {
			return strings.HasPrefix(f, "RELEASE") && strings.Contains(f, "Arben Lura")
		})
		if released != named {
			t.Errorf("%s: says of Arben Lura that he was released: %v", text, released)
		}
	}
}
