package loader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"councilgraph/graph/store"
)

// head begins a report whose second paragraph is to follow.
const head = "Letter dated 9 August 2004 from the Secretary-General addressed to the President of the Security Council\n\nAnnex\n\n" +
	"Report on the Kosovo Force (KFOR)\n\n1. This report covers KFOR from 1 to 30 June 2004.\n\n2. "

// TestOccasions: when and where things happened is what their clause says, one event an occasion.
func TestOccasions(t *testing.T) {
	_, r := rulesFor(t)
	for text, want := range map[string][]string{
		"On 4 June, KFOR met with Arben Lura in Klina and with Lena Okafor in Peja.":                             {"MEETING 2004-06-04 Klina", "MEETING 2004-06-04 Peja"},
		"KFOR conducted exercises on 4 June, 9 June and 2 July, in Klina, Peja and Istog, respectively.":         {"EXERCISE 2004-06-04 Klina", "EXERCISE 2004-06-09 Peja", "EXERCISE 2004-07-02 Istog"},
		"On 4 June, three years after Arben Lura had been acquitted, the Basic Court of Peja convicted a baker.": {"VERDICT <nil> ", "VERDICT 2004-06-04 "},
		"Three days before the meeting of 8 June in Klina, a bomb exploded in Peja.":                             {"MEETING 2004-06-08 Klina", "INCIDENT 2004-06-05 Peja"},
		"On 4 June, as in Klina in May, stones were thrown at a bus in Peja.":                                    {"ATTACK 2004-06-04 Peja"},
		"KFOR conducted exercises on 4 June, 9 June and 2 July.":                                                 {"EXERCISE 2004-06-04 ", "EXERCISE 2004-06-09 ", "EXERCISE 2004-07-02 "},
		"KFOR intercepted a lorry near Klina on 5 June and seized nine rifles.":                                  {"SEIZURE 2004-06-05 Klina"},
		"On 5 June, when a patrol passed, shots were fired near Klina.":                                          {"ATTACK 2004-06-05 Klina"},
		"On 5 June, KFOR, which had held talks in Peja on 1 June, seized twelve rifles in Klina.": {
			"SEIZURE 2004-06-05 Klina", "MEETING 2004-06-01 Peja"},
		"Talks took place in Klina on 4, 9 and 10 June.":               {"MEETING 2004-06-04 Klina", "MEETING 2004-06-09 Klina"},
		"Protests were held in Klina on 4 June and in Peja on 9 June.": {"PROTEST 2004-06-04 Klina", "PROTEST 2004-06-09 Peja"},
		"Rallies took place in Klina on 2 and 5 June and in Peja on 11 June.": {
			"PROTEST 2004-06-02 Klina", "PROTEST 2004-06-05 Klina", "PROTEST 2004-06-11 Peja"},
		"On 3 June, a house was set on fire in Klina; on 5 June, stones were thrown at a bus in Peja.": {
			"ATTACK 2004-06-03 Klina", "ATTACK 2004-06-05 Peja"},
		"On 3 June, two soldiers were wounded when shots were fired at them in Klina.": {"ATTACK 2004-06-03 Klina"},
		"A grenade exploded in Klina on 3 June. The following night, a café was set on fire in Peja.": {
			"INCIDENT 2004-06-03 Klina", "ATTACK 2004-06-04 Peja"},
		"On 3 June, the mayor spoke of the agreement of 2 May and the 23 October elections.":                                  {"AGREEMENT 2004-05-02 "},
		"On 3 and 9 June, the Kosovo police arrested Arben Lura and Ilir Doda, respectively.":                                 {"ARREST 2004-06-03 ", "ARREST 2004-06-09 "},
		"A meeting was to be held in Klina on 20 June. No shots were fired in Peja. KFOR regularly held meetings in Prizren.": nil,
		"Elections will be held in Klina on 20 October, and the elections held in Peja on 1 June are over.":                   {"ELECTION 2004-06-01 Peja"},
		"On 3 June, the deputies condemned the violence in Klina. On 4 June, a baker was jailed for a robbery in Peja.":       {"VERDICT 2004-06-04 "},
		"On 9 June, with the exception of a rally in Klina on 4 June, it was calm.":                                           {"PROTEST 2004-06-04 Klina"},
		"On 9 June, they spoke of the bombing of a café in Peja on 4 June, led by nobody known.":                              {"ATTACK 2004-06-04 Peja"},
		"On 9 June, shots were fired at KFOR as it left a village near Klina.":                                                {"ATTACK 2004-06-09 Klina"},
		"In the early hours of 9 June, shots were fired in Klina. In the first week of June, stones were thrown in Peja.": {
			"ATTACK 2004-06-09 Klina", "ATTACK 2004-06-01 Peja"},
		"The attack of the rebels, launched on 4 June in Klina, has continued.":                     {"ATTACK 2004-06-04 Klina"},
		"They acted on the Agreement on Trade between Norway and Kenya, signed in Klina on 4 June.": {"AGREEMENT 2004-06-04 Klina"},
		"Talks were held in Peja in May. On the 6th of the following month, a rally took place in Klina.": {
			"MEETING 2004-05-01 Peja", "PROTEST 2004-06-06 Klina"},
		"They spoke of the 7 June high-level meeting held in Klina.": {"MEETING 2004-06-07 Klina"},
		"On 9 June, a house was emptied and burned down in Klina.":   {"ATTACK 2004-06-09 Klina"},
		"The Mission continued to convey to the public that monitoring, mentoring and advising activities constitute the main work of the Mission, including publishing a summary tracking " +
			"mechanism for its monitoring, mentoring and advising projects (known as Actions).": nil, // a relative clause without a verb
		"Order was restored in Peja, where miners attacked a bank on 4 June.":                               {"ATTACK 2004-06-04 Peja"},
		"They spoke of a part of women in the 2004 elections.":                                              nil,
		"On 4 June, KFOR arrested two men in connection with the attack in Klina.":                          {"ARREST 2004-06-04 "},
		"In Klina, KFOR led an operation on 4 June that resulted in the arrest of two men.":                 {"ARREST 2004-06-04 Klina"},
		"On 4 June, a patrol en route to the police station in Klina was stoned.":                           {"ATTACK 2004-06-04 "},
		"On 4 June, the head of a local organization in Klina was detained by KFOR.":                        {"ARREST 2004-06-04 "},
		"On 4 June, KFOR hosted the International Conference on Law Enforcement in Bosnia and Herzegovina.": {"MEETING 2004-06-04 "},
		"On 4 June, rebels shelled Klina. On 5 June, Peja was bombed. The shelling of Prizren on 6 June was condemned.": {
			"ATTACK 2004-06-04 Klina", "ATTACK 2004-06-05 Peja", "ATTACK 2004-06-06 Prizren"},
		"On 4 June, a bomb hit a bus on the way to Klina. On 5 June, rebels attacked Norway.":                    {"ATTACK 2004-06-04 ", "ATTACK 2004-06-05 "},
		"On 4 June, robbers entered Klina and burned a house.":                                                   {"ATTACK 2004-06-04 Klina"},
		"Klina was the scene of clashes on 4 June. On 5 June, Peja saw clashes.":                                 {"INCIDENT 2004-06-04 Klina", "INCIDENT 2004-06-05 Peja"},
		"The cause lay in the riots of March 2004, when a school in Klina came under attack.":                    {"ATTACK 2004-03-01 Klina"},
		"After the case of March 2004 when nine bakers were killed, an incident occurred in Klina.":              {"INCIDENT 2004-03-01 ", "INCIDENT <nil> Klina"},
		"Large protests were held in Klina starting on 4 June. Beginning on 9 June, protests were held in Peja.": {"PROTEST 2004-06-04 Klina", "PROTEST 2004-06-09 Peja"},
		"The judge heard the case of the 4 May 2003 murder of Lena Okafor.":                                      {"ATTACK 2003-05-04 "},
		"A gate was shut following a riot in Klina.":                                                             {"INCIDENT <nil> Klina"},
		"In April, 26 bakers were abducted in Klina, 33 in May and 44 in June.": {
			"ATTACK 2004-04-01 Klina", "ATTACK 2004-05-01 Klina", "ATTACK 2004-06-01 Klina"},
		"A school in Klina was attacked with stones on 4 June and a bottle on 6 June.":   {"ATTACK 2004-06-04 Klina", "ATTACK 2004-06-06 Klina"},
		"UNHCR was attacked in Klina on 4 June and a school on 6 June.":                  {"ATTACK 2004-06-04 Klina"},
		"On 4 June, the Working Group for the Return of Displaced Persons in Klina met.": {"MEETING 2004-06-04 "},
	} {
		same(t, text, eventsOf(documentOf(t, r, head+text)), want)
	}
}

// eventsOf are the events of a document, each by its kind, its first day and its place.
func eventsOf(d store.Document) (all []string) {
	for _, n := range d.Nodes {
		if n.Type == "Event" {
			all = append(all, fmt.Sprint(n.Properties["eventKind"], " ", n.Properties["dateFrom"], " ", placeOf(d, "OCCURRED_AT", n.ID)))
		}
	}
	return all
}

// TestCasualties: how many were killed and injured, when and where, is what tells it says, and no trial of it.
func TestCasualties(t *testing.T) {
	_, r := rulesFor(t)
	for text, want := range map[string][]string{
		"On 4 June, the remains of nine bakers killed in 1999 were buried in Klina.":                   {"KILLED 9 <nil> Kosovo"},
		"On 4 June, a pair of hunters was shot dead near Klina.":                                       {"KILLED 2 2004-06-04 Klina"},
		"A protest was held in Klina on 4 June; since January, nine people have been killed.":          {"KILLED 9 <nil> Kosovo"},
		"On 4 June, it was 20 years since nine people had been killed in Klina.":                       {"KILLED 9 <nil> Klina"},
		"On 4 June, ten years after nine people had been killed in Klina, a plaque was unveiled.":      {"KILLED 9 <nil> Klina"},
		"On 4 June, KFOR recalled the attack of 17 March 2004 in Klina, in which two bakers had died.": {"KILLED 2 2004-03-17 Klina"},
		"On 4 June, a bus overturned near Klina; three of the passengers died and another two were injured.": {
			"INJURED 2 2004-06-04 Klina", "KILLED 3 2004-06-04 Klina"},
		"The storm that struck Klina on 4 June claimed four lives.": {"KILLED 4 2004-06-04 Klina"},
		"A crash near Klina on 4 June left 1 man dead and 3 injured.": {
			"INJURED 3 2004-06-04 Klina", "KILLED 1 2004-06-04 Klina"},
		"On 4 June, nine people, including three guards, were injured in Klina and a miner, who had fled, was killed.": {
			"INJURED 9 2004-06-04 Klina", "KILLED 1 2004-06-04 Klina"},
		"On 9 June, a trial began in Peja in relation to an incident on 4 June in Klina that resulted in the death of one miner.": {
			"KILLED 1 2004-06-04 Klina"},
		"On 9 June, bakers held a service in Klina in commemoration of the ninth anniversary of the bombing, in which 12 Serbs were killed and 40 were injured.": {
			"INJURED 40 <nil> Kosovo", "KILLED 12 <nil> Kosovo"},
		"A service was held in Peja on 9 June to mark the ninth anniversary of the bombing of a bus near Klina, which killed nine bakers.": {"KILLED 9 <nil> Klina"},
		"A service was held in Peja on 9 June to mark the ninth anniversary of the bombing of a bus, which killed nine bakers.":            {"KILLED 9 <nil> Kosovo"},
		"On 4 June, while driving to Peja, two bakers ran over a mine near Klina. The blast killed the driver.":                            {"KILLED 1 2004-06-04 Klina"},
		"On 9 June, the Minister unveiled a plaque for the 12 miners who had died in the accident.":                                        {"KILLED 12 <nil> Kosovo"},
		"On 9 June, the Basic Court of Peja sentenced two men to five years for the death of three miners.":                                nil,
		"They were upset by the 4 June riots in Klina, during which two bakers were killed.":                                               {"KILLED 2 2004-06-04 Klina"},
		"On 4 June, miners held a protest in Klina. As a result, nine people sustained wounds.":                                            {"INJURED 9 2004-06-04 Klina"},
		"On 4 June, miners held a protest in Klina. The events led to the death of one guard.":                                             {"KILLED 1 2004-06-04 Klina"},
		"On 4 June, miners held a protest in Klina. The fires led to the deaths of nine guards.":                                           {"KILLED 9 2004-06-04 Klina"},
		"On 4 June, a baker was killed in Klina. In the riots that followed, on 6 June, nine guards were injured.": {
			"INJURED 9 2004-06-06 Klina", "KILLED 1 2004-06-04 Klina"},
		"On 4 June, in Klina, a guard survived an ambush in which his driver was killed.":                               {"KILLED 1 2004-06-04 Klina"},
		"On 4 June, bombs exploded in the villages of Batusha and Drenovc in Klina municipality, killing three bakers.": {"KILLED 3 2004-06-04 Klina"},
		"On 4 June, a bus skidded near Klina and the driver lost his life.":                                             {"KILLED 1 2004-06-04 Klina"},
		"About 4 June, a baker was killed in Klina.":                                                                    {"KILLED 1 2004-06-04 Klina"},
		"On 4 June, rebels raided the village of Batusha, killing two miners.":                                          {"KILLED 2 2004-06-04 Batuse"},
		"Gunmen attacked a bus in Klina on 4 June; six bakers were killed.":                                             {"KILLED 6 2004-06-04 Klina"},
		"The storm that struck Klina on 4 June tore off nine roofs and killed six bakers.":                              {"KILLED 6 2004-06-04 Klina"},
		"Six bakers died in the second of three crashes that were recorded in Klina on 4 June.":                         {"KILLED 6 2004-06-04 Klina"},
		"Six bakers were injured in a blaze that swept through a mill in Klina on 4 June.":                              {"INJURED 6 2004-06-04 Klina"},
		"A fire in Klina on 4 June caused grave injuries to two bakers and minor ones to four.":                         {"INJURED 6 2004-06-04 Klina"},
		"On 4 June, six bakers were killed in Klina, down from nine three months earlier.":                              {"KILLED 6 2004-06-04 Klina"},
		"On 4 June, six bakers were killed in Klina, as against nine one year earlier.":                                 {"KILLED 6 2004-06-04 Klina"},
		"Bombs thrown on 4 and 9 June at shops in Klina and Peja injured two and four bakers, respectively.": {
			"INJURED 2 2004-06-04 Klina", "INJURED 4 2004-06-09 Peja"},
		"On 4 June, blasts in Klina and in Peja killed one and three bakers, respectively.":     {"KILLED 1 2004-06-04 Klina", "KILLED 3 2004-06-04 Peja"},
		"Two and five bakers were injured in Klina on 4 and 9 June, respectively.":              {"INJURED 2 2004-06-04 Klina", "INJURED 5 2004-06-09 Klina"},
		"On 4 June, blasts in Klina, Peja and Istog killed one and three bakers, respectively.": nil,
		"On 4 June, nine guards and an unknown number of bakers were injured in Klina.":         {"INJURED 9 2004-06-04 Klina"},
	} {
		var got []string
		d := documentOf(t, r, head+text)
		for _, n := range d.Nodes {
			if n.Type == "Observation" {
				got = append(got, fmt.Sprint(n.Properties["breakdown"], " ", n.Properties["value"], " ", n.Properties["date"], " ", placeOf(d, "OF", n.ID)))
			}
		}
		same(t, text, got, want)
	}
}

func documentOf(t *testing.T, r *Rules, text string) store.Document {
	t.Helper()
	x, err := r.Read(Source{Name: "report.txt", Text: []byte(text + "\n")})
	if err != nil {
		t.Fatal(err)
	}
	return x.Document
}

func same(t *testing.T, text string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s\n  tells %s\n  not   %s", text, strings.Join(got, "; "), strings.Join(want, "; "))
	}
}

// placeOf is the place at the end of a relation of an event or a figure; "" where it has none.
func placeOf(d store.Document, relation, from string) string {
	for _, s := range d.Relations {
		if s.Type == relation && s.From == from {
			return d.Nodes[slices.IndexFunc(d.Nodes, func(n store.Node) bool { return n.ID == s.To })].Names[0].Text
		}
	}
	return ""
}
