package loader

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

func rulesFor(t testing.TB) (*ontology.Ontology, *Rules) {
	t.Helper()
	o, err := ontology.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	r, err := BuiltinRules(o)
	if err != nil {
		t.Fatal(err)
	}
	return o, r
}

func TestBuiltinRules(t *testing.T) { rulesFor(t) }

// BenchmarkBuiltinRules is what a program that reads reports begins with.
func BenchmarkBuiltinRules(b *testing.B) {
	for b.Loop() {
		rulesFor(b)
	}
}

// TestAddedRules: a name and a rule of one's own are read beside the built-in ones, change the hash, and are refused by file, line and
// reason where they are wrong.
func TestAddedRules(t *testing.T) {
	o, builtin := rulesFor(t)
	const text = "Letter dated 5 March 2021 from the Secretary-General addressed to the President of the Security Council\n\nAnnex\n\n" +
		"Report on the Kosovo Force\n\n1. This report covers KFOR from 1 October to 31 December 2020.\n\n" +
		"2. The Blue Lantern Society was welcomed into the Kosovo Force.\n"
	added := fstest.MapFS{
		"names/mine.yaml": {Data: []byte("Organization:\n  OTHER:\n    Blue Lantern Society: [BLS]\n")},
		"mine.yaml":       {Data: []byte("stage: facts\nrules:\n  - name: welcomed-into\n    match: '{a:Body} was welcomed into {b:Body}'\n    write:\n      - {relation: PART_OF, from: a, to: b}\n")},
	}
	r, err := BuiltinRules(o, added)
	if err != nil {
		t.Fatal(err)
	}
	if r.Hash(Source{Text: []byte(text)}) == builtin.Hash(Source{Text: []byte(text)}) {
		t.Error("other rules have the same hash")
	}
	x, err := r.Read(Source{Name: "report.txt", Text: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(x.Document.Relations, func(s store.Statement) bool { return s.Type == "PART_OF" && s.Evidence.Rule == "welcomed-into" }) {
		t.Error("the added rule tells nothing")
	}
	for wrong, want := range map[string]string{
		"stage: facts\nrules:\n  - name: a\n    match: '{x:Nothing}'\n": "mine.yaml:3",
		"stage: facts\nrules:\n  - name: a\n    match: '('\n":           "mine.yaml:3",
		"stage: facts\nrules:\n  - name: a\n    match: '{x:Body} met'\n    means: {x: NATO|Nobody at all}\n    write:\n      - {relation: PART_OF, from: x, to: place}\n": "has no \"Nobody at all\"",
		"stage: facts\nrules:\n  - name: a\n    match: '{x:Body} met'\n    means: {y: NATO}\n    write:\n      - {relation: PART_OF, from: x, to: place}\n":               "means",
		"stage: none\n": "no stage",
		"- a\n":         "must be a mapping",
	} {
		if _, err := BuiltinRules(o, fstest.MapFS{"mine.yaml": {Data: []byte(wrong)}}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

// TestMerges: each other spelling that a document has of an entity is listed once, with the reason.
func TestMerges(t *testing.T) {
	_, r := rulesFor(t)
	const text = "Letter dated 5 March 2021 from the Secretary-General addressed to the President of the Security Council\n\nAnnex\n\nReport on the Kosovo Force\n\n" +
		"1. This report covers KFOR from 1 October to 31 December 2020, under resolution 1244 (1999).\n\n" +
		"2. The Pristina Basic Court convicted Mr. Milan Orlović. Mr. Orlović and Hasim Thaci spoke of the Blue Lantern Society (BLS); the BLS was founded in Gjakovë/Đakovica. KFOR helped.\n"
	x, err := r.Read(Source{Name: "a.md", Text: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"KFOR": "the names list the spelling", "Pristina Basic Court": "a rule for names makes the one of the other", "Orlović": "the document names one person of that surname in full",
		"Hasim Thaci": "the names fold to the same", "BLS": "the document introduces the acronym", "Gjakovë/Đakovica": "the names list the spelling", "resolution 1244 (1999)": "the number",
	}
	for _, m := range x.Merges {
		reason, ok := want[m.Written]
		if delete(want, m.Written); ok && reason != m.Reason {
			t.Errorf("%s, want %s", m, reason)
		}
	}
	for written := range want {
		t.Errorf("%q is not listed: %v", written, x.Merges)
	}
}
