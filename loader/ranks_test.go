package loader

import (
	"slices"
	"testing"
)

// TestRanks: what stands before an office is a part of its title, and who holds it in a mission holds it there.
func TestRanks(t *testing.T) {
	told := factsOfMission(t, "My Acting Joint Special Representative, Lena Okafor, and the Transitional Administrator, Arben Lura, left. "+
		"The transitional President of Norway, Ilir Doda, stayed.", "HELD_POSITION")
	mission := "United Nations Interim Administration Mission in Kosovo"
	for _, want := range []string{
		"(Lena Okafor)-[HELD_POSITION title: Acting Joint Special Representative]->(" + mission + ")",
		"(Arben Lura)-[HELD_POSITION title: Transitional Administrator]->(" + mission + ")",
		"(Ilir Doda)-[HELD_POSITION title: transitional President]->(Norway)",
	} {
		if !slices.Contains(told, want) {
			t.Errorf("want %s, got %q", want, told)
		}
	}
}
