package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTextColumns: plain text in two columns side by side is read one column after the other, by the gutter; tables, lists and typed text
// are not.
func TestTextColumns(t *testing.T) {
	head := "United Nations                        S/2019/52\nSecurity Council                      Distr.: General\n\n" +
		"     Report of the Secretary-General on the Mission in the Land of Many Rivers\n\n"
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"numbers tell the order": {[]string{
			"1. The present report covers the      3. The court of Klina freed a",
			"Mission.                              smith on 5 May. He is in his",
			"                                      smithy again, and works.",
			"2. On 4 May, the police of Klina",
			"arrested a smith. They held him       4. Calm prevailed.",
			"for a day.",
		}, []string{"P1 The present report covers the Mission.", "P2 On 4 May, the police of Klina arrested a smith. They held him for a day.",
			"P3 The court of Klina freed a smith on 5 May. He is in his smithy again, and works.", "P4 Calm prevailed."}},
		"a sentence goes on in the right one": {[]string{
			"1. The present report covers the      him in the morning of that day",
			"Mission in the land of rivers,        and held him until noon. He is",
			"where it has been for years.          free again, and works.",
			"",
			"2. On 4 May, the police of Klina",
			"saw Agim Dema and arrested",
			"",
			"3. In the full width of the page, the report goes on with all that it has to tell.",
		}, []string{"P1 The present report covers the Mission in the land of rivers, where it has been for years.",
			"P2 On 4 May, the police of Klina saw Agim Dema and arrested him in the morning of that day and held him until noon. He is free again, and works.",
			"P3 In the full width of the page, the report goes on with all that it has to tell."}},
		"on a page of its own": {[]string{
			"1. The present report covers the Mission in the land of many rivers and no lakes.", "\f2. On 4 May, the police of Klina     3. The court of Klina freed a",
			"arrested a smith in the morning      smith on 5 May. He is in his",
			"of that day.                         smithy again, and works.",
		}, []string{"P1 The present report covers the Mission in the land of many rivers and no lakes.", "P2 On 4 May, the police of Klina arrested a smith in the morning of that day.",
			"P3 The court of Klina freed a smith on 5 May. He is in his smithy again, and works."}},
	} {
		if diff := cmp.Diff(c.want, paragraphsOf(t, "report.txt", head+strings.Join(c.lines, "\n"))); diff != "" {
			t.Errorf("%s: - want, + got:\n%s", name, diff)
		}
	}
	for name, lines := range map[string][]string{
		"a table of prose": {
			"1. Open all the schools of the     The schools were opened in the",
			"valley again before the winter     month of May, and are heated",
			"sets in.                           by the district.",
			"",
			"2. Mend the roads of the whole     the roads were mended where",
			"valley again before the winter     money was there, and are closed",
			"sets in.                           elsewhere.",
		},
		"names and offices": {
			"Agim Dema, a lawyer from Klina     Chair of the Board of Trustees",
			"Vesna Rakic, a judge from Peja     Deputy Chair of the same Board",
			"Petrit Gashi, a baker of Prizren   Member since the month of May",
			"Ana Maric, a doctor of Gjakova     Member from Gjakova",
		},
		"blanks between sentences": {
			"The smith of Klina was arrested.  The police held him for a day,",
			"and let him go in the morning of  the next day.  He works again.",
			"He told the police that it was a mistake, and the police  agreed.",
		},
		"a masthead": {
			"United Nations and all its organs      S/2019/52",
			"Security Council, seventieth year      Distr.: General",
			"of its meetings at Headquarters        Original: English and French",
		},
	} {
		if diff := cmp.Diff(lines, withTextColumns(lines)); diff != "" {
			t.Errorf("%s: - lines, + read:\n%s", name, diff)
		}
	}
}
