package main

import (
	"strings"
	"testing"

	"councilgraph/loader/text/tagger"
)

func TestReadDocumentsReadsWhatTheTeacherWrites(t *testing.T) {
	got, err := readDocuments(strings.NewReader("# one\nname\tKosovo Police\tNNP\nword\tleft\tVBD\n\n# two\nword\tgo\tVB\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].name != "one" || len(got[0].sentences) != 1 || len(got[1].sentences) != 1 {
		t.Fatalf("read %+v", got)
	}
	s := got[0].sentences[0]
	if s.Words[0] != (tagger.Token{Word: "Kosovo Police", Kind: tagger.Name}) || s.Tags[1] != tagger.VBD {
		t.Errorf("read %+v", s)
	}
}

func TestReadDocumentsSaysWhatIsWrongAndWhere(t *testing.T) {
	for text, want := range map[string]string{
		"word\tgo\tVB\n":        "line 1: no document has begun",
		"# a\nword\tgo\n":       "line 2: 2 fields",
		"# a\nthing\tgo\tVB\n":  `line 2: no kind of token is called "thing"`,
		"# a\n\nword\tgo\tVBX":  `line 3: no Penn tag is called "VBX"`,
		"# a\nword\tgo\tVB\n\n": "",
	} {
		_, err := readDocuments(strings.NewReader(text))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
