package loader

import (
	"slices"
	"testing"
)

// TestWhereItHappened: those whom a clause with "where" or "in which" counts were hurt on the day of what it is of, not on that of the
// clause around it.
func TestWhereItHappened(t *testing.T) {
	figuresOf(t, map[string][]string{
		"The massacre of 4 June in Klina, where 52 traders were killed and 16 others wounded, shocked the country.": {
			"CASUALTIES KILLED of (Klina) = 52 2019-06-04", "CASUALTIES INJURED of (Klina) = 16 2019-06-04"},
		"Having taken the camp at Klina, where on 4 June shells fell on a school and 7 cooks perished, the rebels entered Peja on 9 June.": {"CASUALTIES KILLED of (Klina) = 7 2019-06-04"},
		"On 4 June, three were killed in Klina and two in Peja.":                                                                           {"CASUALTIES KILLED of (Klina) = 3 2019-06-04", "CASUALTIES KILLED of (Peja) = 2 2019-06-04"},
		"Having fled from Peja on 4 June, where nine cooks were killed, the baker was arrested in Klina on 6 June.":                        {"CASUALTIES KILLED of (Peja) = 9 2019-06-04"},
		"He was said to have planned the attack of 4 June on the mill in Klina, in which 12 cooks were killed.":                            {"CASUALTIES KILLED of (Klina) = 12 2019-06-04"},
		"A blast that occurred on 4 June in a mill in Klina, in which two cooks perished, laid bare a store of shells.":                    {"CASUALTIES KILLED of (Klina) = 2 2019-06-04"},
		"On 9 June, the blast that took place on 4 June at a mill in Klina, in which nine cooks died and six guests were hurt, was condemned.": {
			"CASUALTIES KILLED of (Klina) = 9 2019-06-04", "CASUALTIES INJURED of (Klina) = 6 2019-06-04"},
		"After six days of riots in Klina, in which two cooks lost their lives and nine others were hurt, the mayor resigned on 9 June.": {
			"CASUALTIES KILLED of (Klina) = 2 ", "CASUALTIES INJURED of (Klina) = 9 "},
		"On 4 June, the mayor of Peja visited Klina, where nine cooks had been killed.":  {"CASUALTIES KILLED of (Klina) = 9 "},
		"The talks of 4 June in Klina, where nine cooks were killed, were put on paper.": {"CASUALTIES KILLED of (Klina) = 9 "},
	})
}

// TestHurtInUnrest: those whom a clause counts, of no time or place of its own, were hurt in the unrest that the sentence has told of; not
// those of another day, or of before it.
func TestHurtInUnrest(t *testing.T) {
	figuresOf(t, map[string][]string{
		"Miners took to the streets of Klina on 4 June and threw stones at a mill; two bakers died.": {"CASUALTIES KILLED of (Klina) = 2 2019-06-04"},
		"Miners took to the streets of Klina on 4 June; guards fired into the crowd, and nine were shot dead there.": {
			"CASUALTIES KILLED of (Klina) = 9 2019-06-04"},
		"On 4 June, Klina was the scene of a riot in which nine bakers were killed.":                       {"CASUALTIES KILLED of (Klina) = 9 2019-06-04"},
		"Klina was the scene on 4 June of a massacre: nine bakers were killed.":                            {"CASUALTIES KILLED of (Klina) = 9 2019-06-04"},
		"Inhabitants of Klina were attacked on 4 June, and the mayor counted nine dead.":                   {"CASUALTIES KILLED of (Klina) = 9 2019-06-04"},
		"Collapsed; two bakers were killed.":                                                               {"CASUALTIES KILLED of (Kosovo) = 2 "}, // a clause without a verb tells no harm
		"Miners took to the streets of Klina on 4 June; two bakers had died.":                              {"CASUALTIES KILLED of (Kosovo) = 2 "},
		"Miners took to the streets of Klina on 4 June and threw stones at a mill; two bakers later died.": {"CASUALTIES KILLED of (Kosovo) = 2 "},
	})
}

// TestHurtInTheSentenceAfter: those whom a sentence counts were hurt on the day and at the place that the one before it told, whatever
// verbs go on with each other and whatever other day it tells further on; not who was hurt at another time, or where the day of the next
// clause may be theirs.
func TestHurtInTheSentenceAfter(t *testing.T) {
	attack := "On 4 June 2019, a bus was attacked near Klina. "
	figuresOf(t, map[string][]string{
		attack + "All nine cooks on board were killed.":                                                    {"CASUALTIES KILLED of (Klina) = 9 2019-06-04"},
		attack + "The blast killed two cooks and wounded nine.":                                            {"CASUALTIES KILLED of (Klina) = 2 2019-06-04", "CASUALTIES INJURED of (Klina) = 9 2019-06-04"},
		attack + "A cook was hit and badly wounded.":                                                       {"CASUALTIES INJURED of (Klina) = 1 2019-06-04"},
		attack + "Nine cooks from Peja were hurt by splinters from grenades.":                              {"CASUALTIES INJURED of (Klina) = 9 2019-06-04"},
		attack + "One guard died on the spot and two bakers were hurt.":                                    {"CASUALTIES KILLED of (Klina) = 1 2019-06-04", "CASUALTIES INJURED of (Klina) = 2 2019-06-04"},
		attack + "Nine cooks were hurt, and one of them, a boy of 14, later died.":                         {"CASUALTIES INJURED of (Klina) = 9 2019-06-04", "CASUALTIES KILLED of (Klina) = 1 "},
		attack + "Nine cooks were hurt, and one of them, Lena Okafor, died on 9 June.":                     {"CASUALTIES INJURED of (Klina) = 9 2019-06-04", "CASUALTIES KILLED of (Kosovo) = 1 2019-06-09"},
		attack + "Nine cooks were hurt, two of whom died in hospital on 9 June.":                           {"CASUALTIES INJURED of (Klina) = 9 2019-06-04"},
		attack + "Nine cooks were hurt and one died the next day.":                                         {"CASUALTIES INJURED of (Klina) = 9 2019-06-04", "CASUALTIES KILLED of (Kosovo) = 1 2019-06-05"},
		attack + "Nine cooks were hurt and one of the guards was dismissed on 9 June.":                     {"CASUALTIES INJURED of (Klina) = 9 "},
		attack + "In the clashes which followed in Peja the next day, two cooks died.":                     {"CASUALTIES KILLED of (Peja) = 2 2019-06-05"},
		attack + "Two cooks fled and were later killed.":                                                   {"CASUALTIES KILLED of (Klina) = 2 "},
		"On 4 June 2019, the village of Klina was shelled by troops from Peja. Two cooks died.":            {"CASUALTIES KILLED of (Klina) = 2 2019-06-04"},
		"On 4 June 2019, shelling of a school in Klina killed two cooks.":                                  {"CASUALTIES KILLED of (Klina) = 2 2019-06-04"},
		attack + "According to the mayor, nine cooks were hurt.":                                           {"CASUALTIES INJURED of (Klina) = 9 2019-06-04"},
		attack + "Nine cooks were hurt and one of them died on 9 June.":                                    {"CASUALTIES INJURED of (Klina) = 9 2019-06-04"},
		"On 4 June 2019, the villages of Klina and Istok were shelled; nine cooks were hurt.":              {"ATTACK at (Klina) at (Istog) 2019-06-04/2019-06-04"},
		"On 4 June 2019, a bomb was thrown at a mill in Klina; two cooks died and a third died on 9 June.": {"CASUALTIES KILLED of (Klina) = 2 2019-06-04"},
		"On 4 June 2019, troops shelled the commune of Klina. Two cooks died.":                             {"CASUALTIES KILLED of (Klina) = 2 2019-06-04"},
	})
}

// TestHurtOnThatDay: what came about in the course of a day came about where the sentence before told of something, but what did on the
// same day may have anywhere.
func TestHurtOnThatDay(t *testing.T) {
	visit := "On 4 June 2019, the mayor of Peja visited Klina. "
	figuresOf(t, map[string][]string{
		visit + "In the course of the day, two guards were killed.":                         {"CASUALTIES KILLED of (Klina) = 2 2019-06-04"},
		visit + "Later that day, youths stoned a bus; two guards were hurt.":                {"CASUALTIES INJURED of (Klina) = 2 2019-06-04"},
		visit + "On the same day, two guards were killed.":                                  {"CASUALTIES KILLED of (Kosovo) = 2 2019-06-04"},
		visit + "Later that day, two guards were killed in a village in the north.":         {"CASUALTIES KILLED of (Kosovo) = 2 2019-06-04"},
		"On 4 June 2019, a boat sank near Klina, with the loss of all nine persons aboard.": {"CASUALTIES KILLED of (Klina) = 9 2019-06-04"},
	})
}

// figuresOf holds the reader to figures of texts, each with its place and its day.
func figuresOf(t *testing.T, all map[string][]string) {
	t.Helper()
	_, rules := rulesFor(t)
	for text, told := range all {
		facts := rules.facts(text)
		for _, f := range told {
			if !slices.Contains(facts, f) {
				t.Errorf("%s: want %s, got %q", text, f, facts)
			}
		}
	}
}
