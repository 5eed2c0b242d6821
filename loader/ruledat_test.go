package loader

import "testing"

// TestRuledAt: a ruling was given at the place right behind its verb or its day, not where what it is about was done.
func TestRuledAt(t *testing.T) {
	inKlina(t, "VERDICT", map[string]bool{
		"Nine men, who were sentenced on 4 May in Klina, appealed.":                                   true,
		"Arben Lura was acquitted in Klina on 4 May.":                                                 true,
		"On 4 May, Arben Lura was sentenced for a theft in Klina.":                                    false,
		"On 4 May, Arben Lura was sentenced to nine years in prison for the death of a man in Klina.": false,
	})
}
