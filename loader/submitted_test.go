package loader

import (
	"testing"
)

// TestSubmittedUnder: a report is submitted under the resolutions that it says itself to be, all of a list, and not under those of another
// report.
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

// TestSubmittedUnderInOtherWords: whichever words say that a resolution asks for a report.
func TestSubmittedUnderInOtherWords(t *testing.T) {
	_, rules := rulesFor(t)
	for words, want := range map[string]int{
		"in line with paragraph 9 of":                            1,
		"in response to the request contained in paragraph 4 of": 1,
		"in pursuance of paragraphs 4, 5 (a) and 9 of":           1,
		"as stipulated in paragraph 9 of":                        1,
		"without regard to paragraph 9 of":                       0,
	} {
		x, err := rules.Read(Source{Name: "report.txt", Text: []byte("S/2020/100\n4 May 2020\nReport of the Secretary-General on the United Nations Interim Administration Mission in Kosovo\n\n" +
			"1. The present report, submitted " + words + " Security Council resolution 1244 (1999), covers the activities of UNMIK from 1 February to 30 April 2020.\n")})
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		for _, r := range x.Document.Relations {
			if r.Type == "SUBMITTED_UNDER" {
				got++
			}
		}
		if got != want {
			t.Errorf("submitted %s: under %d resolutions, want %d", words, got, want)
		}
	}
}
