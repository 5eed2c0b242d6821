package loader

import (
	"testing"
)

// TestSubmittedUnder: a report is submitted under the resolutions that it says itself to be, all of a list, and not under those of another report.
func TestSubmittedUnder(t *testing.T) {
	_, rules := rulesFor(t)
	x, err := rules.Read(Source{Name: "report.txt", Text: []byte(`S/2020/100
4 May 2020
Report of the Secretary-General on the United Nations Interim Administration Mission in Kosovo

1. The present report is submitted pursuant to Security Council resolutions 1244 (1999) and 1250 (1999). It covers the activities of UNMIK from 1 February to 30 April 2020. A separate report is being submitted pursuant to resolution 1300 (2000).
`)})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range x.Document.Relations {
		if r.Type == "SUBMITTED_UNDER" {
			got = append(got, r.To)
		}
	}
	if len(got) != 2 {
		t.Errorf("it is submitted under %q, not under the two resolutions", got)
	}
}
