package loader

import (
	"slices"
	"strings"
	"testing"

	"councilgraph/loader/text"
)

// TestSentenced: of several whose terms a sentence tells in numbers with one noun behind the last, each has his or her own; what a court
// imposes is a charge only where a word before it says that it was wrong.
func TestSentenced(t *testing.T) {
	_, r := rulesFor(t)
	for sentence, want := range map[string][]string{
		"The Basic Court of Peja sentenced Arben Lura and Ilir Doda to two and nine years, respectively.": {
			"(Arben Lura)-[CONVICTED_BY sentence: two years]", "(Ilir Doda)-[CONVICTED_BY sentence: nine years]"},
		"The Basic Court of Peja imposed terms of seven years on Arben Lura and of four years on Ilir Doda.": {
			"(Arben Lura)-[CONVICTED_BY sentence: seven years]", "(Ilir Doda)-[CONVICTED_BY sentence: four years]"},
		"Arben Lura was found guilty of thefts committed in Klina and sentenced to nine years by the Basic Court of Peja.": {
			"(Arben Lura)-[CONVICTED_BY charge: thefts sentence: nine years]"},
		"The Basic Court of Peja found Arben Lura guilty of arson and Lena Okafor guilty of theft.": {
			"(Arben Lura)-[CONVICTED_BY charge: arson]", "(Lena Okafor)-[CONVICTED_BY charge: theft]"},
		"The Basic Court of Peja found Arben Lura, a baker, guilty of arson and his wife, Lena Okafor, of theft.": {
			"(Arben Lura)-[CONVICTED_BY charge: arson]", "(Lena Okafor)-[CONVICTED_BY charge: theft]"},
		"The Basic Court of Peja found Arben Lura guilty of arson and Lena Okafor and Ilir Doda guilty of theft.": {
			"(Arben Lura)-[CONVICTED_BY charge: arson]", "(Ilir Doda)-[CONVICTED_BY charge: theft]", "(Lena Okafor)-[CONVICTED_BY charge: theft]"},
		"The Basic Court of Peja found Arben Lura guilty of the murder of Ilir Doda and Agron Pula.": {"(Arben Lura)-[CONVICTED_BY charge: murder of Ilir Doda]"},
		"The Basic Court of Peja found Lena Okafor guilty and Arben Lura not guilty.": {
			"(Arben Lura)-[ACQUITTED_BY]", "(Lena Okafor)-[CONVICTED_BY]"},
		"The Kosovo Police arrested Arben Lura for the murder of Ilir Doda and Agron Pula.":        {"(Arben Lura)-[ARRESTED_BY]"},
		"The Kosovo Police arrested Arben Lura in the house of Ilir Doda and Agron Pula in Klina.": {"(Arben Lura)-[ARRESTED_BY]"},
		"The Basic Court of Peja imposed terms of seven years on Arben Lura, the head of a mill, and on his accountant, Lena Okafor.": {
			"(Arben Lura)-[CONVICTED_BY sentence: seven years]", "(Lena Okafor)-[CONVICTED_BY sentence: seven years]"},
		"The Basic Court of Peja handed down a term of seven years to Arben Lura, a clerk, and one of four years to his driver, Ilir Doda.": {
			"(Arben Lura)-[CONVICTED_BY sentence: seven years]", "(Ilir Doda)-[CONVICTED_BY sentence: four years]"},
		"The Basic Court of Peja sentenced Arben Lura, Lena Okafor and Ilir Doda to two, three and nine years of imprisonment.": {
			"(Arben Lura)-[CONVICTED_BY sentence: two years of imprisonment]", "(Ilir Doda)-[CONVICTED_BY sentence: nine years of imprisonment]",
			"(Lena Okafor)-[CONVICTED_BY sentence: three years of imprisonment]"},
		"The Basic Court of Peja sentenced Arben Lura and Ilir Doda to two, three and nine years of imprisonment.": {
			"(Arben Lura)-[CONVICTED_BY]", "(Ilir Doda)-[CONVICTED_BY]"},
		"The Basic Court of Peja found Arben Lura guilty of theft and sentenced him to two years for the removal of a bell.": {
			"(Arben Lura)-[CONVICTED_BY charge: theft sentence: two years]"},
		"The Basic Court of Peja convicted Arben Lura of offences related to the sale of bells.": {
			"(Arben Lura)-[CONVICTED_BY charge: offences related to the sale of bells]"},
		"The Basic Court of Peja convicted Arben Lura of murder related to the events of 1999.": {"(Arben Lura)-[CONVICTED_BY charge: murder]"},
		"The Basic Court of Peja sentenced Arben Lura, also known as “Rami”, to two years.":     {"(Arben Lura)-[CONVICTED_BY sentence: two years]"},
		"The Basic Court of Peja found Arben Lura, a former commander of the Kosovo Protection Corps in the Klina zone, guilty of theft.": {
			"(Arben Lura)-[CONVICTED_BY charge: theft]"},
		"The Basic Court of Peja fined nine men. Arben Lura, who was indicted by the Special Court, is at large.": nil,
		"Arben Lura was convicted under article 9, paragraph 2, of the penal code by the Basic Court of Peja.":    {"(Arben Lura)-[CONVICTED_BY]"},
		"Arben Lura was convicted pursuant to section 9 of the law on forests by the Basic Court of Peja.":        {"(Arben Lura)-[CONVICTED_BY]"},
		"Arben Lura was acquitted by the Basic Court of Peja on the basis of article 9 of the penal code.":        {"(Arben Lura)-[ACQUITTED_BY]"},
		"Arben Lura was convicted of a breach of article 9 of the penal code by the Basic Court of Peja.":         {"(Arben Lura)-[CONVICTED_BY charge: breach of article 9 of the penal code]"},
		"The Basic Court of Peja convicted Arben Lura of arbitrary detention.":                                    {"(Arben Lura)-[CONVICTED_BY charge: arbitrary detention]"},
		"The Basic Court of Peja found Arben Lura, the owner of a mill, guilty of theft.":                         {"(Arben Lura)-[CONVICTED_BY charge: theft]"},
		"The Basic Court of Peja found Arben Lura, the former chief of a bank, guilty of theft.":                  {"(Arben Lura)-[CONVICTED_BY charge: theft]"},
		"The Basic Court of Peja convicted the former director of theft. Arben Lura appealed.":                    nil,
		"The indictment of Arben Lura by the Basic Court of Peja was followed by calls for his dismissal.":        {"(Arben Lura)-[INDICTED_BY]"},
		"The Basic Court of Peja indicted Arben Lura for imprisonment.":                                           {"(Arben Lura)-[INDICTED_BY]"},
	} {
		var out strings.Builder
		r.explain(sentence, text.Calendar{}, &out)
		var got []string
		for line := range strings.Lines(out.String()) {
			if _, fact, found := strings.Cut(line, ": ("); found && strings.Contains(fact, "ED_BY") {
				got = append(got, "("+fact[:strings.Index(fact, "->")])
			}
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%q tells %q, not %q", sentence, got, want)
		}
	}
}
