package loader

import "testing"

// TestOthersOccasions: a day or a place that is told of somebody, or of something else, is not that of what happened.
func TestOthersOccasions(t *testing.T) {
	_, r := rulesFor(t)
	for text, want := range map[string][]string{
		"On 4 June, Arben Lura was arrested in connection with the arrests in Peja.":                                                       {"ARREST 2004-06-04 "},
		"On 4 June, KFOR arrested Arben Lura, a deserter from the army in Norway.":                                                         {"ARREST 2004-06-04 "},
		"On 4 June, an accountant of the ministry in Peja was detained by KFOR.":                                                           {"ARREST 2004-06-04 "},
		"On 4 June, a driver of the bakery in Peja was detained by KFOR.":                                                                  {"ARREST 2004-06-04 Peja"},
		"On 4 June, Arben Lura was released for an operation in Peja.":                                                                     {"RELEASE 2004-06-04 "},
		"In addition to calls in Peja, KFOR officers met with bakers on 4 June.":                                                           {"MEETING 2004-06-04 "},
		"As well as the talks held in Peja, two workshops were held in Klina on 4 June.":                                                   {"MEETING 2004-06-04 Klina", "MEETING <nil> Peja"},
		"With the exception of a march on 4 June led by bakers and the explosion in Peja on 9 June, it was calm.":                          {"PROTEST 2004-06-04 ", "INCIDENT 2004-06-09 Peja"},
		"KFOR monitored trials in cases such as the riots in Peja and Klina last year, and the murder of a smith in 1999.":                 {"ATTACK 1999-01-01 "},
		"On 4 June, the Basic Court of Peja convicted two men of arson. They received suspended sentences.":                                {"VERDICT 2004-06-04 "},
		"On 4 June, the Basic Court of Peja convicted two men of arson. Earlier, one defendant was acquitted.":                             {"VERDICT 2004-06-04 ", "VERDICT <nil> "},
		"Robberies fell, with nine incidents reported, down from 31 in the same period in 2003.":                                           nil,
		"More people took part than in the elections held in November 2003.":                                                               {"ELECTION 2003-11-01 "},
		"The Special Court was set up in 2003.":                                                                                            {"OTHER 2003-01-01 "},
		"The plan was approved by KFOR in time for publication on 4 June.":                                                                 nil,
		"In preparation for the vote, on 4 June, KFOR published a list.":                                                                   {"OTHER 2004-06-04 "},
		"The call for presidential, parliamentary and local elections on 6 June caused a dispute.":                                         nil,
		"The force is to be cut after the 5 June elections to 46 soldiers.":                                                                nil,
		"KFOR will open talks to settle the dispute at the conference of bakers on 4 June.":                                                nil,
		"KFOR was cut after the 5 June elections to 46 soldiers.":                                                                          {"ELECTION 2004-06-05 "},
		"A shop was robbed in Peja on 4 June. This was the third incident since May and the ninth attack on bakers in Klina in two years.": {"ATTACK 2004-06-04 Peja"},
	} {
		same(t, text, eventsOf(documentOf(t, r, head+text)), want)
	}
}
