package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestTriedFor: the day of what somebody is arrested or tried for, told in front, is not that on which this is done.
func TestTriedFor(t *testing.T) {
	_, rules := rulesFor(t)
	for text, day := range map[string]string{
		"Over the theft of a tractor on 4 May 2014, the Kosovo Police arrested Arben Lura on 9 June.":                          "-06-09",
		"In connection with the looting of a mill on 4 May, Arben Lura was taken into custody by the Kosovo Police on 9 June.": "-06-09",
		"In the case of the theft of a tractor on 4 May 2014, the Basic Court of Peja convicted Arben Lura on 9 June.":         "-06-09",
		"In relation to the theft of a tractor on 4 May 2014, Arben Lura was arrested by the Kosovo Police.":                   "",
		"On 4 May, in connection with the theft of a tractor, Arben Lura was arrested by the Kosovo Police.":                   "-05-04",
	} {
		facts := rules.facts(text)
		at := slices.IndexFunc(facts, func(f string) bool { return strings.Contains(f, "ED_BY") })
		if at < 0 || strings.Contains(facts[at], "date") != (day != "") || !strings.Contains(facts[at], day) {
			t.Errorf("%s: want %q, got %q", text, day, facts)
		}
	}
}
