package playground

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

//go:embed questions.graphql
var questions string

// Question is a ready question: what it asks, in words and in GraphQL, with names of the graph that it is asked of as its variables.
type Question struct {
	Title     string            `json:"title"`
	Query     string            `json:"query"`
	Variables map[string]string `json:"variables,omitempty"`
}

// Questions are the ready questions that find something in a graph, in the order in which the page offers them. ask answers a query with
// one root field.
//
// In questions.graphql each is led by its title and by what it takes from the graph, as "# $variable: query": the first text of the answer
// is the variable's value. Where one finds nothing, or two the same, the question is not offered; "# some: query" is for those that ask for
// no name.
func Questions(ctx context.Context, ask func(ctx context.Context, query string, variables map[string]any) ([]byte, error)) ([]Question, error) {
	offered := []Question{}
	for block := range strings.SplitSeq(strings.TrimSpace(questions), "\n\n") {
		q, finds := read(block)
		found, seen := true, map[string]bool{}
		for name, query := range finds {
			answer, err := ask(ctx, query, nil)
			if err != nil {
				return nil, fmt.Errorf("find the %s of %q: %w", name, q.Title, err)
			}
			value, ok := first(answer)
			found = found && ok && !seen[value]
			seen[value] = true
			if variable, is := strings.CutPrefix(name, "$"); is {
				q.Variables[variable] = value
			}
		}
		if found {
			offered = append(offered, q)
		}
	}
	return offered, nil
}

// read takes a question apart: what it asks, and what finds its names.
func read(block string) (q Question, finds map[string]string) {
	q.Variables, finds = map[string]string{}, map[string]string{}
	for comment, found := strings.CutPrefix(block, "# "); found; comment, found = strings.CutPrefix(block, "# ") {
		line, rest, _ := strings.Cut(comment, "\n")
		block = rest
		if q.Title == "" {
			q.Title = line
			continue
		}
		name, query, _ := strings.Cut(line, ": ")
		finds[name] = query
	}
	q.Query = block
	return q, finds
}

// textValue matches a text that is a value of compact JSON: a key follows neither a colon nor a bracket.
var textValue = regexp.MustCompile(`[:\[]("(?:[^"\\]|\\.)*")`)

// first is the first text that JSON has as a value.
func first(answer []byte) (value string, found bool) {
	text := textValue.FindSubmatch(answer)
	if text == nil {
		return "", false
	}
	err := json.Unmarshal(text[1], &value)
	return value, err == nil
}
