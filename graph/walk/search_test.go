package walk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"councilgraph/graph/fold"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

type found struct {
	TotalCount int
	Edges      []struct {
		Cursor  string
		Score   float64
		Match   string
		Snippet string
		Node    struct {
			ID, Name string
			Typename string `json:"__typename"`
		}
		Highlights []struct{ Start, End int }
	}
	PageInfo struct{ HasNextPage, HasPreviousPage bool }
}

const searched = `totalCount edges { cursor score match snippet node { id name __typename } highlights { start end } } pageInfo { hasNextPage hasPreviousPage }`

func search(t *testing.T, a *storetest.Asker, s store.Store, text, more string) (f found) {
	t.Helper()
	answer := strings.TrimSpace(a.Ask(t, s, fmt.Sprintf(`{ search(text: %q%s) { %s } }`, text, more, searched)))
	_, data, _ := strings.Cut(answer, ": ")
	if err := json.NewDecoder(strings.NewReader(data)).Decode(&f); err != nil {
		t.Fatalf("%s: %s", text, answer)
	}
	return f
}

func corpus(t *testing.T) (*storetest.Asker, store.Store) {
	a := storetest.NewAsker(t)
	s := storetest.NewOracle(a.Ontology)
	for _, d := range storetest.Corpus(a.Ontology) {
		if _, err := s.Write(context.Background(), []store.Document{d}, store.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	return a, s
}

func TestSearch(t *testing.T) {
	a, s := corpus(t)
	for _, c := range []struct{ text, types, want string }{
		{"Đorđević", "Person", "ALIAS AGIM DORDEVIC, NAME_WORDS Zoran Đorđević"},
		{"agim DORDEVIC", "Person", "NAME AGIM DORDEVIC"},
		{"dordevic agim", "Person", "NAME_WORDS AGIM DORDEVIC"},
		{"zor", "Person", "NAME_PREFIX Zoran Đorđević"},
		{"zoran dordev", "Person", "NAME_PREFIX Zoran Đorđević"},
		{"zor dordevic", "Person", ""}, // only the last word is a prefix by itself
		{"zor* dordevic", "Person", "NAME_WORDS Zoran Đorđević"},
		{"zoran dordevik", "Person", "NAME_TYPO Zoran Đorđević"},
		{"zorran dordevik", "Person", ""}, // two typos
		{`zoran "dordevik"`, "Person", ""},
		{"unmik", "Organization", "ALIAS United Nations Interim Administration Mission in Kosovo"},
		{"unmikk", "Organization", "NAME_TYPO United Nations Interim Administration Mission in Kosovo"},
		{"kfo", "Organization", "NAME_PREFIX KFOR"},
		{"kfrr", "Organization", "NAME_TYPO KFOR"},
		{"kfro", "Organization", ""}, // two letters are wrong
		{"kfe", "Organization", ""},  // too short for a typo
		{"s/2012/275", "Report", "ALIAS Report of UNMIK, 2012-01-16 to 2012-04-15"},
		{"S/2012/27", "Report", "NAME_PREFIX Report of UNMIK, 2012-01-16 to 2012-04-15"},
		{"s/2021/228", "Report", "ALIAS Report of KFOR, 2020-10-01 to 2020-12-31"},
		{"djordj", "Person", "NAME_PREFIX AGIM DORDEVIC, NAME_WORDS Zoran Đorđević"},
		{"zoran djordjevi", "Person", "NAME_PREFIX Zoran Đorđević"},
		{"djord*", "Paragraph", "TEXT_WORDS paragraph 1 of UNMIK2012-07-15.md, TEXT_WORDS paragraph 1 of UNMIK2012-04-15.md"},
		{"the KFOR", "Organization", "NAME KFOR"},
		{`"interim administration" kosovo`, "Organization", "NAME_WORDS United Nations Interim Administration Mission in Kosovo"},
		{`"administration interim"`, "Organization", ""},
		{"kosovo -mission", "Organization", ""},
		{"unmik kosovo", "Organization", ""}, // one name must hold all
		{"indicted court", "Paragraph", "TEXT_WORDS paragraph 1 of UNMIK2012-07-15.md, TEXT_WORDS paragraph 1 of UNMIK2012-04-15.md"},
		{"court indicted", "Paragraph", "TEXT_PHRASE paragraph 1 of UNMIK2012-07-15.md, TEXT_PHRASE paragraph 1 of UNMIK2012-04-15.md"},
		{`"the owl" dordevic`, "Paragraph", "TEXT_PHRASE paragraph 1 of UNMIK2012-04-15.md"},
		{"court -owl", "Paragraph", "TEXT_WORDS paragraph 1 of UNMIK2012-07-15.md"},
		{`court -"my last report"`, "Paragraph", "TEXT_WORDS paragraph 1 of UNMIK2012-04-15.md"},
		{"indic", "Paragraph", ""}, // in texts a word is a prefix with a star only
		{"indic*", "Paragraph", "TEXT_WORDS paragraph 1 of UNMIK2012-07-15.md, TEXT_WORDS paragraph 1 of UNMIK2012-04-15.md"},
		{"S/2012/275", "Paragraph", "TEXT_PHRASE paragraph 1 of UNMIK2012-07-15.md"},
		{"indic", "Event Paragraph", "NAME_PREFIX Indictment"},
		{"absent", "Paragraph", ""},
	} {
		got := []string{}
		for _, e := range search(t, a, s, c.text, fmt.Sprintf(", types: [%s]", c.types)).Edges {
			got = append(got, e.Match+" "+e.Node.Name)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSearchRefuses(t *testing.T) {
	a, s := corpus(t)
	for text, want := range map[string]string{
		"":                        "has no word",
		" -- ** ":                 "has no word",
		"-kosovo":                 "only what must not be there",
		`kosovo "open`:            "opens a quote",
		strings.Repeat("a", 300):  "more than 255 letters",
		strings.Repeat("a ", 100): "the limit is 32",
	} {
		if got := a.Ask(t, s, fmt.Sprintf(`{ search(text: %q) { totalCount } }`, text)); !strings.Contains(got, "BAD_USER_INPUT") || !strings.Contains(got, want) {
			t.Errorf("%q: %s, want %q", text, got, want)
		}
	}
}

// TestSearchAsSomeoneTypes: each beginning of a word of a name, or of another spelling of one, finds what the word finds as it is.
func TestSearchAsSomeoneTypes(t *testing.T) {
	a, s := corpus(t)
	ids := func(text string) map[string]string {
		matches := map[string]string{}
		for _, e := range search(t, a, s, text, ", first: 1000").Edges {
			if strings.HasPrefix(e.Match, "NAME") && e.Match != "NAME_TYPO" || e.Match == "ALIAS" {
				matches[e.Node.ID] = e.Match
			}
		}
		return matches
	}
	tried := 0
	for _, word := range []string{"Đorđević", "djordjevic", "KFOR", "Priština", "Prishtina", "prishtine", "Mission", "S/2012/275", "UNMIK"} {
		whole := ids(word)
		if len(whole) == 0 {
			t.Errorf("%s finds nothing", word)
		}
		for n := range []rune(word) {
			beginning := strings.TrimRight(string([]rune(word)[:n]), "/")
			if beginning == "" {
				continue
			}
			found := ids(beginning)
			for id := range whole {
				if tried++; found[id] == "" {
					t.Errorf("%s finds what %s does not", word, beginning)
				}
			}
		}
	}
	if tried < 50 {
		t.Errorf("only %d beginnings were tried", tried)
	}
}

// TestSearchPages: pages add up to the whole, scores fall, highlights are words of the search.
func TestSearchPages(t *testing.T) {
	a, s := corpus(t)
	for _, text := range []string{"town", "kosovo", "paragrap", "court indicted", "unmik", "a", "2012"} {
		whole := search(t, a, s, text, ", first: 1000")
		if len(whole.Edges) != whole.TotalCount || whole.PageInfo.HasNextPage || whole.PageInfo.HasPreviousPage {
			t.Fatalf("%s: %d edges of %d, %+v", text, len(whole.Edges), whole.TotalCount, whole.PageInfo)
		}
		score := 2.0
		after := ""
		for i, e := range whole.Edges {
			if e.Score >= score || e.Score <= 0 {
				t.Errorf("%s: score %v after %v", text, e.Score, score)
			}
			score = e.Score
			page := search(t, a, s, text, ", first: 1"+after)
			isNth := len(page.Edges) == 1 && page.Edges[0].Node == e.Node && page.TotalCount == whole.TotalCount
			if !isNth || page.PageInfo.HasPreviousPage != (i > 0) || page.PageInfo.HasNextPage != (i+1 < len(whole.Edges)) {
				t.Fatalf("%s: page %d is %+v, want %+v", text, i, page, e)
			}
			after = fmt.Sprintf(", after: %q", e.Cursor)
			if len(e.Highlights) == 0 {
				t.Errorf("%s: nothing is highlighted in %q", text, e.Snippet)
			}
			points := []rune(e.Snippet)
			for _, h := range e.Highlights {
				word := fold.Words(string(points[h.Start:h.End]))[0].Folded
				if !slices.ContainsFunc(fold.Words(text), func(w fold.Word) bool { return strings.HasPrefix(word, w.Folded) }) {
					t.Errorf("%s: highlights %q in %q", text, word, e.Snippet)
				}
			}
		}
	}
	cursor := search(t, a, s, "town", ", first: 1").Edges[0].Cursor
	if got := a.Ask(t, s, fmt.Sprintf(`{ search(text: "city", after: %q) { totalCount } }`, cursor)); !strings.Contains(got, "BAD_USER_INPUT") {
		t.Errorf("a cursor of another search: %s", got)
	}
}
