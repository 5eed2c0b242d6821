package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestSaidOnce: what a verb said once tells of several is told of each, with who gives it and the day where they stand behind the last.
func TestSaidOnce(t *testing.T) {
	_, rules := rulesFor(t)
	for text, want := range map[string][]string{
		"In Klina, two buses were given to the Kosovo Police and ten beds to the Kosovo Museum by KFOR.": {
			"(Kosovo Force)-[DONATED_TO item: ten beds]->(Kosovo Museum)", "(Kosovo Force)-[DONATED_TO item: two buses]->(Kosovo Police)"},
		"KFOR donated two buses to the Kosovo Police, ten beds to the Kosovo Museum and a boat to UNHCR.": {
			"(Kosovo Force)-[DONATED_TO item: boat]->(Office of the United Nations High Commissioner for Refugees)",
			"(Kosovo Force)-[DONATED_TO item: ten beds]->(Kosovo Museum)", "(Kosovo Force)-[DONATED_TO item: two buses]->(Kosovo Police)"},
		"The boat that KFOR gave the Kosovo Museum was old.": {
			"(Kosovo Force)-[DONATED_TO item: boat]->(Kosovo Museum)"},
		"KFOR moved Arben Lura to Klina and Ilir Doda to Peja on 6 May.": {
			"(Arben Lura)-[TRANSFERRED_TO date: 2019-05-06 dateFrom: 2019-05-06 dateTo: 2019-05-06]->(Klina)",
			"(Ilir Doda)-[TRANSFERRED_TO date: 2019-05-06 dateFrom: 2019-05-06 dateTo: 2019-05-06]->(Peja)"},
		"EULEX arrested Arben Lura on 6 May and took him to Klina.": {
			"(Arben Lura)-[TRANSFERRED_TO date: 2019-05-06 dateFrom: 2019-05-06 dateTo: 2019-05-06]->(Klina)"},
		"Arben Lura was arrested on 6 May and taken to Klina.": {
			"(Arben Lura)-[TRANSFERRED_TO]->(Klina)"},
		"EULEX handed Arben Lura over to Serbia and Lena Okafor to Albania.": {
			"(Arben Lura)-[TRANSFERRED_TO]->(Serbia)", "(Lena Okafor)-[TRANSFERRED_TO]->(Albania)"},
		"Norway donated a bus to UNHCR, Kenya a boat to KFOR and, in June, OSCE a van to the Kosovo Museum.": {
			"(Kenya)-[DONATED_TO item: boat]->(Kosovo Force)", "(Norway)-[DONATED_TO item: bus]->(Office of the United Nations High Commissioner for Refugees)",
			"(Organization for Security and Cooperation in Europe)-[DONATED_TO dateFrom: 2019-06-01 dateTo: 2019-06-30 item: van]->(Kosovo Museum)"},
		"In line with a ruling of 3 May, EULEX moved Arben Lura to Klina on 9 May.": {
			"(Arben Lura)-[TRANSFERRED_TO date: 2019-05-09 dateFrom: 2019-05-09 dateTo: 2019-05-09]->(Klina)"},
		"KFOR moved Arben Lura and Ilir Doda to Klina and Agron Pula to Peja.": {
			"(Agron Pula)-[TRANSFERRED_TO]->(Peja)", "(Arben Lura)-[TRANSFERRED_TO]->(Klina)", "(Ilir Doda)-[TRANSFERRED_TO]->(Klina)"},
		"KFOR moved the Mayor of Istok, Arben Lura, to Klina, and the Mayor of Prizren, Ilir Doda, to Peja.": {
			"(Arben Lura)-[TRANSFERRED_TO]->(Klina)", "(Ilir Doda)-[TRANSFERRED_TO]->(Peja)"},
		"KFOR moved Arben Lura, the former head of customs, to Klina and Ilir Doda, a guard, to Peja.": {
			"(Arben Lura)-[TRANSFERRED_TO]->(Klina)", "(Ilir Doda)-[TRANSFERRED_TO]->(Peja)"},
		"KFOR moved the President of Croatia, Arben Lura, to Klina, and the Prime Minister of Slovenia, Ilir Doda, to Peja.": {
			"(Arben Lura)-[TRANSFERRED_TO]->(Klina)", "(Ilir Doda)-[TRANSFERRED_TO]->(Peja)"},
		"It was to Klina, not to Peja, that KFOR moved Arben Lura.": {
			"(Arben Lura)-[TRANSFERRED_TO]->(Klina)"},
		"It was not to Klina that KFOR moved Arben Lura.": nil,
	} {
		got := slices.DeleteFunc(rules.facts(text), func(f string) bool {
			return !strings.Contains(f, "DONATED_TO") && !strings.Contains(f, "TRANSFERRED_TO")
		})
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n  tells %q\n  not   %q", text, got, want)
		}
	}
}
