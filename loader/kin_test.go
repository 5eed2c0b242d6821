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

// TestNamedFarBehind: whom a long office names between commas may stand behind what the office is of, told in two phrases that a comma
// parts.
func TestNamedFarBehind(t *testing.T) {
	_, rules := rulesFor(t)
	for text, named := range map[string]bool{
		"The Special Adviser on the prevention of genocide, and on the care of orphans, Lena Okafor, visited Peja on 3 June.":            true,
		"The Special Adviser on the prevention of genocide, and a friend of orphans, Lena Okafor, was ill; KFOR visited Peja on 3 June.": false,
	} {
		visited := slices.ContainsFunc(rules.facts(text), func(f string) bool {
			return strings.HasPrefix(f, "VISIT") && strings.Contains(f, "Lena Okafor")
		})
		if visited != named {
			t.Errorf("%s: says of Lena Okafor that she visited: %v", text, visited)
		}
	}
}

// TestEitherOfTwo: a name behind what somebody is to the holder of an office may be that of either of the two.
func TestEitherOfTwo(t *testing.T) {
	_, rules := rulesFor(t)
	for text, named := range map[string]bool{
		"On 5 August, the Basic Court of Peja found an adviser to the Director of Customs, Arben Lura, guilty of theft.": false,
		"On 5 August, the Basic Court of Peja found an adviser to several hospitals, Arben Lura, guilty of theft.":       true,
	} {
		convicted := slices.ContainsFunc(rules.facts(text), func(f string) bool { return strings.Contains(f, "Arben Lura") })
		if convicted != named {
			t.Errorf("%s: says of Arben Lura that he was convicted: %v", text, convicted)
		}
	}
}
