package document

import "testing"

// TestPageStamps: the day of printing and the language of running heads are out of the sentences that they were run into; a language that
// is spoken stays, and so does an "English" in a text that has few.
func TestPageStamps(t *testing.T) {
	for _, c := range []struct{ in, want []string }{
		{
			[]string{"The transfer of 060296 English authority took place. 101296 English", "The code is 990296 English words long."},
			[]string{"The transfer of authority took place.", "The code is 990296 English words long."},
		},
		{
			[]string{"The Steering English Board met in English and drafted English the plan.",
				"The United Nations English Transitional Authority was asked to English help with law English and order."},
			[]string{"The Steering Board met in English and drafted the plan.", "The United Nations Transitional Authority was asked to help with law and order."},
		},
		{
			[]string{"Some of English these roads were built by the Ministry of English canton 7.", "Units of English the Border Service met the English and Serbian press."},
			[]string{"Some of these roads were built by the Ministry of canton 7.", "Units of the Border Service met the English and Serbian press."},
		},
		{
			[]string{"Some of English these roads were built in English."},
			[]string{"Some of English these roads were built in English."},
		},
		{
			[]string{"They gave evening English training to the Steering English Board."},
			[]string{"They gave evening English training to the Steering English Board."},
		},
	} {
		var ps []Paragraph
		for _, text := range c.in {
			ps = append(ps, Paragraph{Text: text})
		}
		unstamp(ps)
		for i := range ps {
			if ps[i].Text != c.want[i] {
				t.Errorf("%q, not %q", ps[i].Text, c.want[i])
			}
		}
	}
}
