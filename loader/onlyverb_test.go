package loader

import "testing"

// TestOnlyVerb: what "since", "after" or "before" tells of within the subject of a sentence's one verb was not done where and when the
// sentence tells; a verb of their own makes a clause of it.
func TestOnlyVerb(t *testing.T) {
	inKlina(t, "ARREST", map[string]bool{
		"The first talks since the arrest of Arben Lura took place in Klina on 4 May.":              false,
		"The first talks held since the arrest of Arben Lura took place in Klina on 4 May.":         false,
		"The first session after the arrest of Arben Lura was held in Klina on 4 May.":              false,
		"The rally ended after the arrest of Arben Lura took place in Klina on 4 May.":              true,
		"The talks since KFOR arrested Arben Lura in Klina on 4 May were held behind closed doors.": true,
	})
}
