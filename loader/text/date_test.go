package text

import "testing"

// TestDates: the forms in which reports write dates, in a report of the last quarter of 2020.
func TestDates(t *testing.T) {
	c := Calendar{Period: Interval{"2020-10-01", "2020-12-31"}, Date: "2020-12-31"}
	for text, want := range map[string]Interval{
		"on 4 November":                            {"2020-11-04", "2020-11-04"},
		"on 5 Nov. 2020":                           {"2020-11-05", "2020-11-05"},
		"on November 12":                           {"2020-11-12", "2020-11-12"},
		"on November 12, 2019":                     {"2019-11-12", "2019-11-12"},
		"on 2020-11-05":                            {"2020-11-05", "2020-11-05"},
		"on 5.11.2020":                             {"2020-11-05", "2020-11-05"},
		"on 13/11/2020, in the evening":            {"2020-11-13", "2020-11-13"},
		"on 11/13/2020":                            {"2020-11-13", "2020-11-13"},
		"(10/10/2020)":                             {"2020-10-10", "2020-10-10"},
		"on 25 August last year":                   {"2019-08-25", "2019-08-25"},
		"in November-December":                     {"2020-11-01", "2020-12-31"},
		"in the first half of November":            {"2020-11-01", "2020-11-15"},
		"from October 1 to December 31, 2020":      {"2020-10-01", "2020-12-31"},
		"during the month of November":             {"2020-11-01", "2020-11-30"},
		"in mid-November":                          {"2020-11-11", "2020-11-20"},
		"from 30 September to 2 October":           {"2020-09-30", "2020-10-02"},
		"in the second week of November":           {"2020-11-08", "2020-11-14"},
		"in the last week of November":             {"2020-11-24", "2020-11-30"},
		"on the day before the vote of 1 November": {"2020-10-31", "2020-10-31"},
		"on the eve of 1 November":                 {"2020-10-31", "2020-10-31"},
		"on the eve of the vote of 1 November":     {"2020-10-31", "2020-10-31"},
		"in October/November":                      {"2020-10-01", "2020-11-30"},
		"between October and late November":        {"2020-10-01", "2020-11-30"},
		"from October to the end of November":      {"2020-10-01", "2020-11-30"},
		"from January to the end of October 2019":  {"2019-01-01", "2019-10-31"},
		"on Wednesday, November 4":                 {"2020-11-04", "2020-11-04"},
		"held since November 4th":                  {"2020-11-04", "2020-11-04"},
		"A week later, on 22 November":             {"2020-11-22", "2020-11-22"},
		"Two days before, on 4 November":           {"2020-11-04", "2020-11-04"},
		"at the end of 2019":                       {"2019-12-01", "2019-12-31"},
		"since the beginning of 2019":              {"2019-01-01", "2019-01-31"},
		"during the first three months of 2019":    {"2019-01-01", "2019-03-31"},
	} {
		found := c.Dates(text)
		if len(found) != 1 || len(found[0].Days) != 1 || found[0].Days[0] != want {
			t.Errorf("%s: %+v, want %v", text, found, want)
		}
	}
	for text, want := range map[string]Interval{
		"The bridge, opened in May 2014, shut on 3 June of the same year":    {"2014-06-03", "2014-06-03"},
		"The bridge was opened in 2014 and shut in June of the next year":    {"2015-06-01", "2015-06-30"},
		"A fire of March 2014 was followed by one in late May of that year":  {"2014-05-21", "2014-05-31"},
		"A fire of March 2014 was unlike that of 3 May of the previous year": {"2013-05-03", "2013-05-03"},
	} {
		if found := c.Dates(text); len(found) != 2 || len(found[1].Days) != 1 || found[1].Days[0] != want {
			t.Errorf("%s: %+v, want %v", text, found, want)
		}
	}
	for text, want := range map[string]Interval{
		"between November 2002 and late January 2003":   {"2002-11-01", "2003-01-31"},
		"during January, February and March":            {"2002-01-01", "2002-03-31"},
		"Between 1997 and 1999, nobody came":            {"1997-01-01", "1999-12-31"},
		"between 1 January and 26 October of this year": {"2002-01-01", "2002-10-26"},
		"on 7 January": {"2003-01-07", "2003-01-07"}, // soon to come
		"on 7 March":   {"2002-03-07", "2002-03-07"},
	} {
		if found := (Calendar{Date: "2002-12-20"}).Dates(text); len(found) != 1 || len(found[0].Days) != 1 || found[0].Days[0] != want {
			t.Errorf("%s in a report without a period: %+v, want %v", text, found, want)
		}
	}
	for text, want := range map[string]int{"in October and December": 2, "between October and December": 1, "in November and December": 1, "from October to December": 1} {
		if found := c.Dates(text); len(found) != 1 || len(found[0].Days) != want {
			t.Errorf("%s: %+v, want %d", text, found, want)
		}
	}
	for _, text := range []string{"on 31.2.2020", "2020-13-01", "on 5/11/2020", "on 31/2/2020", "under S/13/11/2020", "in May 20 soldiers left", "by Jan Kubiš"} {
		for _, d := range c.Dates(text) {
			if len(d.Days) > 0 && (d.Days[0].Day() != "" || text == "by Jan Kubiš") {
				t.Errorf("%s: %+v is no day", text, d)
			}
		}
	}
}
