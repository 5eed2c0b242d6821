package storetest

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"testing"

	"councilgraph/graph/answer"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

//go:embed cases.txt
var casesText string

// Case is a query that one sentence of the contract (design/api.md) decides, and the answer that was worked out by hand.
type Case struct {
	Says   string // how the sentence begins
	Cursor string // a query; the last text of its answer stands for {cursor}. "" where there is none
	Query  string
	Want   string // a line for each root field
}

// Cases are those of cases.txt: after a line "> sentence", a line for each query and, behind it, lines "= answer"; a line "^ query" before
// it supplies a cursor.
func Cases() (cases []Case) {
	says, cursor := "", ""
	for line := range strings.Lines(casesText) {
		mark, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch mark {
		case ">":
			says = rest
		case "^":
			cursor = rest
		case "{":
			cases = append(cases, Case{Says: says, Cursor: cursor, Query: "{ " + rest})
			cursor = ""
		case "=":
			cases[len(cases)-1].Want += rest + "\n"
		}
	}
	return cases
}

// conform holds a store to the cases.
func (a *Asker) conform(t *testing.T, s store.Store) {
	if _, err := s.Write(context.Background(), casesCorpus(a.Ontology), store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	in, out := casesNames(a.Ontology)
	for _, c := range Cases() {
		cursor := ""
		if c.Cursor != "" {
			parts := strings.Split(a.Ask(t, s, in.Replace(c.Cursor)), `"`)
			cursor = parts[len(parts)-2]
		}
		query := strings.ReplaceAll(in.Replace(c.Query), "{cursor}", cursor)
		if got := out.Replace(briefly(s, a.Plans(t, query))); got != c.Want {
			t.Errorf("%s\n%s\n got %s\nwant %s", c.Says, c.Query, got, c.Want)
		}
	}
}

// briefly answers each root field on a line, or says the code of its error, and the candidates for an ambiguous name.
func briefly(s store.Store, roots []plan.Root) string {
	var b strings.Builder
	for _, r := range roots {
		fmt.Fprint(&b, r.Key, ": ")
		refused := r.Err
		var json *answer.Answer
		if refused == nil {
			found, value, err := fetch(s, r)
			if err == nil {
				json, _, err = answer.Write(found.Plan, r.Key, value, false, nil)
			}
			if err != nil && !errors.As(err, &refused) {
				fmt.Fprintln(&b, "the store failed:", err)
				continue
			}
		}
		switch {
		case refused != nil:
			fmt.Fprint(&b, refused.Code)
			candidates, _ := refused.Extra["candidates"].([]map[string]any)
			for _, c := range candidates {
				fmt.Fprintf(&b, " %v %v", c["id"], c["name"])
			}
			fmt.Fprintln(&b)
		case json == nil:
			fmt.Fprintln(&b, "null")
		default:
			fmt.Fprintln(&b, string(json.JSON))
		}
	}
	return b.String()
}
