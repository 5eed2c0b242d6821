package text

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var marked = regexp.MustCompile(`\{(\w)([^}]*)\}`)

// sentence makes tagged tokens of a text in which {pX} is a person X, {nX} another name, {dX} a date, {oX} an office, {#X} a number.
func sentence(marks string) []Token {
	var text strings.Builder
	var notes []Annotation
	at := 0
	for _, m := range marked.FindAllStringSubmatchIndex(marks, -1) {
		text.WriteString(marks[at:m[0]])
		from := text.Len()
		text.WriteString(marks[m[4]:m[5]])
		n := Annotation{From: from, To: text.Len(), Kind: Name}
		switch marks[m[2]:m[3]] {
		case "p":
			n.Person = true
		case "d":
			n.Kind = Date
		case "o":
			n.Kind = Office
		case "c":
			n.Kind = Number
		}
		notes = append(notes, n)
		at = m[1]
	}
	text.WriteString(marks[at:])
	tokens := Tokens(text.String(), 0, text.Len(), notes)
	Tag(tokens)
	return tokens
}

var update = flag.Bool("update", false, "write testdata/clauses.txt anew, from its sentences")

// TestClauses: sentences with the clauses that they were found to have, as people checked them. A block is a sentence as sentence takes it,
// and a line for each clause.
func TestClauses(t *testing.T) {
	path := filepath.Join("testdata", "clauses.txt")
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var anew strings.Builder
	for block := range strings.SplitSeq(strings.TrimSpace(string(file)), "\n\n") {
		marks, want, _ := strings.Cut(block, "\n")
		lines := strings.Split(strings.TrimSpace(Parse(sentence(marks)).String()), "\n")
		got := strings.Join(lines[2:], "\n") // behind the tokens and the groups
		if got != strings.TrimSpace(want) && !*update {
			t.Errorf("%s\ngot\n%s\nwant\n%s", marks, got, want)
		}
		anew.WriteString(marks + "\n" + got + "\n\n")
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.TrimSpace(anew.String())+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAnyTokens: whatever the words and their order, a sentence parses, and every group stands in the clause that says so.
func TestAnyTokens(t *testing.T) {
	words := strings.Fields("the a it for with until of by to and , ; ( ) that which whom whose after when if arrested was being having not who X ’s killed two soldiers protest on in convicted known said asked possible including but ’ ?")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 25).Draw(t, "words"), " ")
		var notes []Annotation
		for i, c := range text {
			if c == 'X' {
				notes = append(notes, Annotation{Kind: rapid.SampledFrom([]Kind{Name, Office, Date, Number}).Draw(t, "kind"), From: i, To: i + 1, Person: rapid.Bool().Draw(t, "person")})
			}
		}
		tokens := Tokens(text, 0, len(text), notes)
		Tag(tokens)
		s := Parse(tokens)
		for c := range s.Clauses {
			if v := s.Clauses[c].Verb; v >= 0 && s.Groups[v].Kind != VerbGroup {
				t.Fatalf("%s: the verb of clause %d is no verb group", text, c)
			}
			if p := s.Clauses[c].Parent; p >= len(s.Clauses) || p == c {
				t.Fatalf("%s: clause %d stands in clause %d", text, c, p)
			}
		}
	})
}
