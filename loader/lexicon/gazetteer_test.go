package lexicon_test

import (
	"strings"
	"testing"

	"councilgraph/graph/ontology"
	"councilgraph/loader/lexicon"
)

func gazetteer(t *testing.T, texts ...string) *lexicon.Gazetteer {
	t.Helper()
	o, err := ontology.ReadFile("../../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	g := lexicon.NewGazetteer(o)
	for _, text := range texts {
		if err := g.Read([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

func TestNamesAreFoundByTheirFoldedWords(t *testing.T) {
	g := gazetteer(t, "Organization: {MILITARY_FORCE: {Kosovo Force: [KFOR]}}", "Place: {CITY: {Peja: [Peć]}}")
	for written, want := range map[string]string{
		"KOSOVO FORCE": "Kosovo Force", "KFOR": "Kosovo Force", "Kfor": "", "Kosovo force": "", "Pec/Peja": "Peja", "Kosovo Forces": "",
	} {
		got := ""
		if e := g.Names.Find(written); e != nil {
			got = e.Name
		}
		if got != want {
			t.Errorf("%q is the name of %q, want %q", written, got, want)
		}
	}
}

func TestFaultyGazetteersAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"Thing: {x: {y: []}}":                     `line 1: "Thing" is neither a label`,
		"Place: {TOWN: {y: []}}":                  `line 1: "TOWN" is no kind of Place`,
		"Place: {CITY: {y: z}}":                   "line 1: y: other spellings must be a list",
		"Place: {CITY: {y: [1]}}":                 "line 1: y: a spelling must be text",
		"Place: {CITY: {Peja: [Peć], Pec: []}}":   `"Pec" is the name of both Peja and Pec`,
		"Organization: {POLICE: [Kosovo Police]}": "line 1: must be a mapping",
	} {
		if err := gazetteer(t).Read([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got error %v, want %q", text, err, want)
		}
	}
}

func TestOfTwoPersonsOfOneSurnameItSaysNothing(t *testing.T) {
	g := gazetteer(t, "Person: {Serbia: {Milan Ivanović: []}, Kosovo: {Oliver Ivanović: [], Albin Kurti: []}}")
	if e := g.Surnames["ivanovic"]; e != nil {
		t.Errorf("Ivanović means %s, want nobody", e.Name)
	}
	if e := g.Surnames["kurti"]; e == nil || e.Home != "Kosovo" {
		t.Errorf("Kurti means %v, want Albin Kurti of Kosovo", e)
	}
}
