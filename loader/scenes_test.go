package loader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"councilgraph/graph/store"
)

// scenesOf are the events of a document, each by its kind, its first day, its places and who took part.
func scenesOf(d store.Document) (all []string) {
	ends := func(relation string, of func(store.Statement) (string, string), id string) string {
		var names []string
		for _, s := range d.Relations {
			if near, far := of(s); s.Type == relation && near == id {
				names = append(names, d.Nodes[slices.IndexFunc(d.Nodes, func(n store.Node) bool { return n.ID == far })].Names[0].Text)
			}
		}
		slices.Sort(names)
		return strings.Join(names, ", ")
	}
	for _, n := range d.Nodes {
		if n.Type == "Event" {
			at := ends("OCCURRED_AT", func(s store.Statement) (string, string) { return s.From, s.To }, n.ID)
			who := ends("INVOLVED_IN", func(s store.Statement) (string, string) { return s.To, s.From }, n.ID)
			all = append(all, fmt.Sprint(n.Properties["eventKind"], " ", n.Properties["dateFrom"], " | ", at, " | ", who))
		}
	}
	return all
}

// TestWhereItWas: something happened where those were to whom it was done, not where those were, or come from, who did it, nor where what
// it was about came about.
func TestWhereItWas(t *testing.T) {
	scenes(t, map[string][]string{
		"On 4 June, gunmen shot from a hill near Peja towards a post of the Kosovo Police in Klina.": {"ATTACK 2004-06-04 | Klina | Kosovo Police"},
		"On 4 June, nine bakers perished in an ambush laid by rebels south of Klina.":                {"ATTACK 2004-06-04 | Klina | "},
		"On 4 June, a bus was stoned some 20 kilometres east of Klina.":                              {"ATTACK 2004-06-04 | Klina | "},
		"Klina was the scene on 4 June of a massacre.":                                               {"ATTACK 2004-06-04 | Klina | "},
		"Klina was not the scene on 4 June of a massacre.":                                           {},
		"Inhabitants of Klina were attacked on 4 June.":                                              {"ATTACK 2004-06-04 | Klina | "},
		"On 4 June, gunmen fired upon villagers of Klina.":                                           {"ATTACK 2004-06-04 | Klina | "},
		"Two inhabitants of Klina were attacked on 4 June.":                                          {"ATTACK 2004-06-04 |  | "},
		"Inhabitants of Klina were attacked on a train on 4 June.":                                   {"ATTACK 2004-06-04 |  | "},
		"On 4 June, a band of gunmen fell upon Klina.":                                               {"ATTACK 2004-06-04 | Klina | "},
		"On 4 June, gunmen fell upon the village of Klina.":                                          {"ATTACK 2004-06-04 | Klina | "},
		"Close to Klina, a bus was stoned on 4 June.":                                                {"ATTACK 2004-06-04 | Klina | "},
		"Not far from Klina, a bus was stoned on 4 June.":                                            {"ATTACK 2004-06-04 | Klina | "},
		"Two kilometres from Klina, a bus was stoned on 4 June.":                                     {"ATTACK 2004-06-04 | Klina | "},
		"A short distance from Klina, a bus was stoned on 4 June.":                                   {"ATTACK 2004-06-04 | Klina | "},
		"Two men walked two kilometres from Klina and stoned a bus on 4 June.":                       {"ATTACK 2004-06-04 |  | "},
		"Not long after the feast, a bus was stoned in Klina on 4 June.":                             {"ATTACK 2004-06-04 | Klina | "},
		"The owner of a mill in Peja, Arben Lura was detained on 4 June.":                            {"ARREST 2004-06-04 |  | Arben Lura"},
		"A native of Peja, Arben Lura was detained in Klina on 4 June.":                              {"ARREST 2004-06-04 | Klina | Arben Lura"},
		"In Peja, Arben Lura was detained on 4 June.":                                                {"ARREST 2004-06-04 | Peja | Arben Lura"},
		"Nine bakers were hurt in the collision of 4 June near Klina.":                               {"INCIDENT 2004-06-04 | Klina | "},
		"Nine bakers died in the 4 June fire near Klina.":                                            {"INCIDENT 2004-06-04 | Klina | "},
		"Arben Lura was convicted by the Basic Court of Peja in the trial of 4 June.":                {"VERDICT <nil> |  | Arben Lura, Basic Court of Peja"},
		"A meeting chaired by UNHCR took place in Klina on 4 June.":                                  {"MEETING 2004-06-04 | Klina | Office of the United Nations High Commissioner for Refugees"},
		"“Red Elm”, an exercise organized by KFOR, took place in Klina on 4 June.":                   {"EXERCISE 2004-06-04 | Klina | Kosovo Force"},
		"On 4 June, a bus was stoned on the Klina–Peja road.":                                        {"ATTACK 2004-06-04 |  | "},
		"On 4 June, a train was stoned on the Klina to Peja line.":                                   {"ATTACK 2004-06-04 |  | "},
		"On 4 June, UNHCR delivered 30 beds, a gift of Norway, to a school in Klina.":                {"DONATION 2004-06-04 | Klina | Norway"},
		"On 4 June, KFOR handed over 30 beds, donated by Norway, to a school in Klina.":              {"DONATION 2004-06-04 | Klina | Norway"},
		"On 4 June, KFOR handed over 30 beds to a school in Klina.":                                  {"DONATION 2004-06-04 | Klina | Kosovo Force"},
		"On 4 June, some 25 kilometres north-east of Klina, a bus on its way to Peja was stoned.":    {"ATTACK 2004-06-04 | Klina | "},
		"On 4 June, inhabitants of Umm Baru were attacked.":                                          {"ATTACK 2004-06-04 | Umm Baru | "},
		"On 4 June, a bus was stoned north of the Ibar River.":                                       {"ATTACK 2004-06-04 |  | "},
		"On 4 June, two bakers were hurt when a bus drove into an ambush near Klina.":                {"ATTACK 2004-06-04 | Klina | "},
		"A guard died and two of his friends were hurt near Klina on 4 June.":                        {"INCIDENT 2004-06-04 | Klina | "},
		"On 4 June, rebels shelled Klina from a hill near Peja.":                                     {"ATTACK 2004-06-04 | Klina | "},
		"In Peja, a protest against the removal of trees in Klina was held on 4 June.":               {"PROTEST 2004-06-04 | Peja | "},
		"On 4 June, gunmen fired at a group of boys swimming in a lake near Klina.":                  {"ATTACK 2004-06-04 | Klina | "},
		"On 4 June, gunmen fired at a group of boys living in a hostel near Klina.":                  {"ATTACK 2004-06-04 |  | "},
		"On 4 June, one baker was killed and two were hurt when a bomb was thrown in Klina.":         {"ATTACK 2004-06-04 | Klina | "},
		"On 4 June, gunmen fired at boys swimming in the River Drin near Klina.":                     {"ATTACK 2004-06-04 | Klina | "},
		"On 4 June, gunshots were fired at the house of the mayor of Klina.":                         {"ATTACK 2004-06-04 | Klina | "},
		"In an operation conducted from 4 to 6 June, KFOR seized nine rifles.":                       {"SEIZURE 2004-06-04 |  | Kosovo Force"},
		"On 4 June, a bomb exploded at the entrance to the Klina market.":                            {"INCIDENT 2004-06-04 | Klina | "},
		"On 4 June, a house was burned in Klina. On 6 June, a storm damaged a barn in the same municipality.": {
			"ATTACK 2004-06-04 | Klina | ", "INCIDENT 2004-06-06 | Klina | "},
		"On 4 June, a house was burned in the village of Batusha. On 6 June, a storm damaged a barn in the same municipality.": {
			"ATTACK 2004-06-04 | Batuse | ", "INCIDENT 2004-06-06 |  | "},
		"On 4 June, a house was burned; the feast was put off to 19 June. On the same day, in Klina, a shop was robbed.": {
			"ATTACK 2004-06-04 |  | ", "ATTACK 2004-06-04 | Klina | "},
		"On 4 June, a protest against the tax was held in Klina.":     {"PROTEST 2004-06-04 | Klina | "},
		"On 4 June, a course for smiths from across Kosovo was held.": {"OTHER 2004-06-04 |  | "},
		"On 4 June, UNHCR informed KFOR of the burning of houses in Klina.": {
			"OTHER 2004-06-04 |  | Kosovo Force, Office of the United Nations High Commissioner for Refugees"},
		"On 4 June, OSCE signed in Peja an agreement on the school in Klina.": {
			"AGREEMENT 2004-06-04 | Peja | Organization for Security and Cooperation in Europe"},
		"The arrest of Arben Lura, a fugitive since 2003, by the Kosovo Police on 4 June was met with anger in Peja.": {
			"ARREST 2004-06-04 |  | Arben Lura, Kosovo Police"},
		"A march in support of Arben Lura, whose trial had begun in May, was held in Klina on 4 June.": {
			"OTHER 2004-05-01 |  | ", "PROTEST 2004-06-04 | Klina | "},
		"For the murder of a trader, Ilir Doda, the Basic Court of Peja sentenced Arben Lura on 4 June to nine years.": {
			"VERDICT 2004-06-04 |  | Arben Lura, Basic Court of Peja"},
		"On 4 June, UNHCR released a report on the protests in Klina.": {
			"OTHER 2004-06-04 |  | Office of the United Nations High Commissioner for Refugees"},
		"On 4 June, rebels threw stones at a shop in Klina, a bus in Peja and a house in Istog.": {"ATTACK 2004-06-04 | Istog, Klina, Peja | "},
		"On 4 June, a mill close to Klina was set on fire.":                                      {"ATTACK 2004-06-04 | Klina | "},
		"On 4 June, a mill was set on fire not far from Klina.":                                  {"ATTACK 2004-06-04 | Klina | "},
		"On 4 June, a friend close to Klina was stoned.":                                         {"ATTACK 2004-06-04 |  | "},
	})
}

// TestHeldThere: what was done at what was held there was done then and there; not what was only told there, or is laid down in what was
// signed.
func TestHeldThere(t *testing.T) {
	scenes(t, map[string][]string{
		"At a ceremony held in Klina on 4 June, Norway gave two buses to the Kosovo Police.": {
			"OTHER 2004-06-04 | Klina | ", "DONATION 2004-06-04 | Klina | Kosovo Police, Norway"},
		"Arben Lura resigned as Mayor of Peja at a feast that was held in Klina on 4 June.": {"RESIGNATION 2004-06-04 | Klina | Arben Lura"},
		"In a letter signed on 4 June, Arben Lura resigned as Mayor of Peja.":               {"RESIGNATION <nil> |  | Arben Lura"},
		"In a hearing held on 4 June, it was said that EULEX had arrested Arben Lura.":      {"ARREST <nil> |  | Arben Lura, European Union Rule of Law Mission in Kosovo"},
	})
}

// TestThatVeryDay: a day that is told by the one before it is that day, or the next.
func TestThatVeryDay(t *testing.T) {
	for day, want := range map[string]string{"that same day": "2004-06-04", "that very day": "2004-06-04", "the very same day": "2004-06-04", "the very next day": "2004-06-05"} {
		scenes(t, map[string][]string{
			"The Kosovo Police arrested Arben Lura on 4 June and released him " + day + ".": {
				"ARREST 2004-06-04 |  | Arben Lura, Kosovo Police", "RELEASE " + want + " |  | Arben Lura, Kosovo Police"},
		})
	}
}

// TestWhereSomebodyWent: where somebody was taken is where the journey went, not where what was done before it was.
func TestWhereSomebodyWent(t *testing.T) {
	scenes(t, map[string][]string{
		"On 4 June, Arben Lura was arrested by the Kosovo Police and transported to Klina.": {
			"ARREST 2004-06-04 |  | Arben Lura, Kosovo Police", "TRANSFER 2004-06-04 | Klina | Arben Lura"},
		"On 4 June, the Kosovo Police arrested a brother of Arben Lura and set him free.": {
			"ARREST 2004-06-04 |  | Kosovo Police", "RELEASE 2004-06-04 |  | Kosovo Police"},
		"On 4 June, Arben Lura visited Klina in the company of Ilir Doda.":               {"VISIT 2004-06-04 | Klina | Arben Lura, Ilir Doda"},
		"On 4 June, a baker was arrested by the Kosovo Police and transported to Klina.": {"ARREST 2004-06-04 |  | Kosovo Police", "TRANSFER 2004-06-04 | Klina | "},
	})
}

// TestWhatCameBefore: what had been done before is not told to have been where, and when, something else was.
func TestWhatCameBefore(t *testing.T) {
	scenes(t, map[string][]string{
		"On 4 June, Arben Lura arrived in Klina, having been released on 1 June.": {"OTHER 2004-06-04 | Klina | Arben Lura", "RELEASE 2004-06-01 |  | Arben Lura"},
	})
}

// TestWeeks: a day of which a week is the week of is its first.
func TestWeeks(t *testing.T) {
	_, r := rulesFor(t)
	for text, want := range map[string]string{
		"During the week of 4 June, bombs exploded in Klina.":      "2004-06-10",
		"In the morning of 4 June, bombs exploded in Klina.":       "2004-06-04",
		"During the week of 4 to 8 June, bombs exploded in Klina.": "2004-06-08",
	} {
		for _, n := range documentOf(t, r, head+text).Nodes {
			if n.Type == "Event" && n.Properties["dateTo"] != want {
				t.Errorf("%s\n  lasts until %v", text, n.Properties["dateTo"])
			}
		}
	}
}

// TestReasons: who did what was only the reason for something did not do that.
func TestReasons(t *testing.T) {
	scenes(t, map[string][]string{
		"On 4 June, a road in Klina was closed due to protests by the League of Bakers.":     {"OTHER 2004-06-04 | Klina | "},
		"On 4 June, a road in Klina was closed because of protests by the League of Bakers.": {"OTHER 2004-06-04 | Klina | "},
		"On 4 June, a road in Klina was closed by the League of Bakers.":                     {"OTHER 2004-06-04 | Klina | League of Bakers"},
	})
}

// TestWhoMet: who leads a meeting of others was at it.
func TestWhoMet(t *testing.T) {
	scenes(t, map[string][]string{
		"On 4 June, UNHCR took part in a meeting of the Working Group on Missing Persons chaired by OSCE in Klina.": {
			"MEETING 2004-06-04 | Klina | Office of the United Nations High Commissioner for Refugees, Organization for Security and Cooperation in Europe, Working Group on Missing Persons"},
	})
}

// TestUnnamedActs: "it" is the body without a name that the sentence before tells of, not one named beside that.
func TestUnnamedActs(t *testing.T) {
	scenes(t, map[string][]string{
		"The committee wrote to UNHCR. On 4 June, it met in Klina.":      {"MEETING 2004-06-04 | Klina | "},
		"The committee of UNHCR grew. On 4 June, it met in Klina.":       {"MEETING 2004-06-04 | Klina | Office of the United Nations High Commissioner for Refugees"},
		"The committee was set up by UNHCR. On 4 June, it met in Klina.": {"MEETING 2004-06-04 | Klina | Office of the United Nations High Commissioner for Refugees"},
	})
}

// TestReviews: a court decides on a judgement on its own day, not on that of the judgement.
func TestReviews(t *testing.T) {
	scenes(t, map[string][]string{
		"On 4 June, the Supreme Court of Kosovo upheld the judgment of 1 April of the Court of Appeals.": {"VERDICT 2004-06-04 |  | Supreme Court of Kosovo"},
		"The Supreme Court of Kosovo upheld the judgment of 1 April of the Court of Appeals.":            {"VERDICT <nil> |  | Supreme Court of Kosovo"},
		"The Basic Court of Peja handed down its verdict of 1 April.":                                    {"VERDICT 2004-04-01 |  | Basic Court of Peja"},
	})
}

// TestOneByOne: what a list tells of several days and places, each place with its own day, is so many events.
func TestOneByOne(t *testing.T) {
	scenes(t, map[string][]string{
		"A shop in the village of Batusha, Klina municipality, and two barns in Peja town were burned, on 4 June and 6 June respectively.": {
			"ATTACK 2004-06-04 | Batuse, Klina | ", "ATTACK 2004-06-06 | Peja | "},
		"Attacks were reported in Klina on 4 June, Peja on 6 June and Istog on 8 June.": {
			"ATTACK 2004-06-04 | Klina | ", "ATTACK 2004-06-06 | Peja | ", "ATTACK 2004-06-08 | Istog | "},
		"Two sessions were held, the first in Klina on 4 June and the second in Peja on 8 June.": {
			"MEETING 2004-06-04 | Klina | ", "MEETING 2004-06-08 | Peja | "},
		"The first session was held in Klina on 4 June, the second in Peja on 8 June.": {
			"MEETING 2004-06-04 | Klina | ", "MEETING 2004-06-08 | Peja | "},
		"Two bombs exploded, one in Klina on 4 June and one in Peja on 8 June.": {
			"INCIDENT 2004-06-04 | Klina | ", "INCIDENT 2004-06-08 | Peja | "},
		"EULEX arrested Arben Lura and Besim Hoxha in Klina and Peja, respectively, on 4 June.": {
			"ARREST 2004-06-04 | Klina | Arben Lura, European Union Rule of Law Mission in Kosovo", "ARREST 2004-06-04 | Peja | Besim Hoxha, European Union Rule of Law Mission in Kosovo"},
		"Arben Lura and Besim Hoxha were arrested in Klina on 4 June and in Peja on 8 June, respectively.": {
			"ARREST 2004-06-04 | Klina | Arben Lura", "ARREST 2004-06-08 | Peja | Besim Hoxha"},
		"On 4 and 8 June, respectively, bakers and the League of Smiths held marches in Klina.": {
			"PROTEST 2004-06-04 | Klina | ", "PROTEST 2004-06-08 | Klina | League of Smiths"},
		"Arben Lura and Besim Hoxha visited Klina and Peja, respectively, on 4 June.": {
			"VISIT 2004-06-04 | Klina | Arben Lura", "VISIT 2004-06-04 | Peja | Besim Hoxha"},
		"KFOR and EULEX seized rifles in Klina and Peja, respectively, on 4 June.": {
			"SEIZURE 2004-06-04 | Klina | Kosovo Force", "SEIZURE 2004-06-04 | Peja | European Union Rule of Law Mission in Kosovo"},
		"In Klina, on 4 June, and in Peja, on 8 June, shops were looted.": {
			"ATTACK 2004-06-04 | Klina | ", "ATTACK 2004-06-08 | Peja | "},
		"The envoy met in Klina, on 4 June, with Arben Lura, and in Peja, on 8 June, with Besim Hoxha.": {
			"MEETING 2004-06-04 | Klina | Arben Lura", "MEETING 2004-06-08 | Peja | Besim Hoxha"},
		"On 4 June, the envoy met with Arben Lura in Klina and, on 8 June, with Besim Hoxha in Peja.": {
			"MEETING 2004-06-04 | Klina | Arben Lura", "MEETING 2004-06-08 | Peja | Besim Hoxha"},
	})
}

// TestSameCourt: "the same court" is the one told before, and a case apart has a verdict of its own.
func TestSameCourt(t *testing.T) {
	first := "VERDICT 2004-06-04 |  | Basic Court of Peja"
	scenes(t, map[string][]string{
		"On 4 June, the Basic Court of Peja convicted a man of theft. On 9 June, at the same court, EULEX judges sentenced two men to two years.": {
			first, "VERDICT 2004-06-09 |  | Basic Court of Peja, European Union Rule of Law Mission in Kosovo"},
		"At the Basic Court of Peja, EULEX judges took over nine cases. A judge wrote to KFOR. On 9 June, at the same court, EULEX judges sentenced two men to two years and, in a separate case, sentenced a third to six years.": {
			"VERDICT 2004-06-09 |  | Basic Court of Peja, European Union Rule of Law Mission in Kosovo",
			"VERDICT 2004-06-09 |  | Basic Court of Peja, European Union Rule of Law Mission in Kosovo"},
		"At the Basic Court of Peja and the Basic Court of Pristina, EULEX judges took over nine cases. On 9 June, at the same court, EULEX judges sentenced two men to two years.": {
			"VERDICT 2004-06-09 |  | European Union Rule of Law Mission in Kosovo"},
		"On 4 June, the Basic Court of Peja convicted a man of theft. On 9 June, at the court, EULEX judges sentenced two men to two years.": {
			first, "VERDICT 2004-06-09 |  | European Union Rule of Law Mission in Kosovo"},
		"On 4 June, the Basic Court of Peja convicted a man of theft and, in a separate case, sentenced two men to two years.": {first, first},
		"On 4 June, the Basic Court of Peja convicted a man of theft and sentenced him to two years.":                          {first},
	})
}

func scenes(t *testing.T, want map[string][]string) {
	t.Helper()
	_, r := rulesFor(t)
	for text, events := range want {
		same(t, text, scenesOf(documentOf(t, r, head+text)), events)
	}
}

// TestOneOfThose: who is named behind "including" or "among them" is one of those to whom it was done, also behind the verb and the place,
// and not one of others who are told of in between.
func TestOneOfThose(t *testing.T) {
	scenes(t, map[string][]string{
		"On 4 June, nine traders were arrested in Klina, including Arben Lura and Ilir Doda.":                    {"ARREST 2004-06-04 | Klina | Arben Lura, Ilir Doda"},
		"On 4 June, nine traders were arrested in Klina and other towns, including the cook, Arben Lura.":        {"ARREST 2004-06-04 | Klina | Arben Lura"},
		"On 4 June, nine traders were arrested in Klina by officers of KFOR, including Arben Lura.":              {"ARREST 2004-06-04 | Klina | Kosovo Force"},
		"On 4 June, nine traders were arrested in a raid on the guards of a mill in Klina, including Ilir Doda.": {"ARREST 2004-06-04 |  | "},
		"KFOR detained nine of them on 4 June, among them the leader of the guild, Arben Lura.":                  {"ARREST 2004-06-04 |  | Arben Lura, Kosovo Force"},
		"On 4 June, KFOR arrested Arben Lura, a trader of foreign origin, in Klina.":                             {"ARREST 2004-06-04 | Klina | Arben Lura, Kosovo Force"},
	})
}

// TestInWhich: what happened in something that is called by its day happened on that day.
func TestInWhich(t *testing.T) {
	scenes(t, map[string][]string{
		"KFOR seized, on 4 June, a car in which Arben Lura had once been arrested.":                                            {"SEIZURE 2004-06-04 |  | Kosovo Force", "ARREST <nil> |  | Arben Lura"},
		"On 4 June, a film on the arrest of Arben Lura was shown in Klina.":                                                    {"ARREST <nil> |  | Arben Lura", "OTHER 2004-06-04 | Klina | "},
		"The incident of 4 June, in which a grenade was thrown at a kiosk near Klina, is being looked into.":                   {"ATTACK 2004-06-04 | Klina | "},
		"A further raid followed on 4 June, in the course of which nine traders were arrested in Klina, including Arben Lura.": {"ARREST 2004-06-04 | Klina | Arben Lura"},
		"The case of 4 June, in which Arben Lura had been convicted in Klina, is being looked into.":                           {"VERDICT <nil> | Klina | Arben Lura"},
	})
}

// TestInFrontWithoutComma: with no comma behind what a sentence begins with, its subject is still its subject.
func TestInFrontWithoutComma(t *testing.T) {
	scenes(t, map[string][]string{
		"In Peja, a shop was robbed on 3 June, and in Klina shots were fired on 4 June at the flat of a cook.": {"ATTACK 2004-06-03 | Peja | ", "ATTACK 2004-06-04 | Klina | "},
		"In his first weeks Mr. Arben Lura paid a visit to Klina on 4 June.":                                   {"VISIT 2004-06-04 | Klina | Arben Lura"},
	})
}

// TestHurtAtOnce: both figures of two clauses are of the day and the place of what stands in front of the first.
func TestHurtAtOnce(t *testing.T) {
	_, rules := rulesFor(t)
	for text, told := range map[string]string{
		"When a wall gave way in Klina on 4 June, two cooks died and nine were hurt.":                    "CASUALTIES INJURED of (Klina) = 9 2020-06-04",
		"When a wall gave way in Klina on 4 June, two cooks died, and on 6 June nine were hurt in Peja.": "CASUALTIES INJURED of (Peja) = 9 2020-06-06",
	} {
		if facts := rules.facts(text); !slices.ContainsFunc(facts, func(f string) bool { return strings.Contains(f, told[:29]) && strings.Contains(f, told[len(told)-5:]) }) {
			t.Errorf("%s: want %s, got %q", text, told, facts)
		}
	}
}
