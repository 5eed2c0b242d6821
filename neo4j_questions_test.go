package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/store/neo4j/neo4jtest"
)

var cypherBlock = regexp.MustCompile("(?s)(```cypher\n(.*?)\n```\n)(?:```json\n.*?```\n)?")

// TestNeo4jQuestions runs the export into a database of its own, and what docs/neo4j.md asks there. README_UPDATE=1 writes the answers into
// it.
func TestNeo4jQuestions(t *testing.T) {
	address := neo4jtest.Bare(t)
	dir := t.TempDir()
	for _, args := range [][]string{{"load", "reports"}, {"export", "--format", "cypher", "-o", filepath.Join(dir, "graph.cypher")}} {
		if err := run(t.Context(), append([]string{"--store", "sqlite:" + filepath.Join(dir, "graph.db")}, args...), nil, io.Discard, io.Discard, func(string) string { return "" }); err != nil {
			t.Fatal(err)
		}
	}
	script, err := os.ReadFile(filepath.Join(dir, "graph.cypher"))
	if err != nil {
		t.Fatal(err)
	}
	d := connected(t, address)
	session := d.NewSession(t.Context(), driver.SessionConfig{})
	defer session.Close(t.Context())
	statements := strings.Split(strings.TrimSuffix(strings.TrimSpace(string(script)), ";"), ";\n")
	const indexes = 3 // they are made by themselves
	for i, chunk := range append([][]string{statements[:1], statements[1:2], statements[2:indexes]}, slices.Collect(slices.Chunk(statements[indexes:], 200))...) {
		_, err := session.ExecuteWrite(t.Context(), func(tx driver.ManagedTransaction) (any, error) {
			for _, statement := range chunk {
				if _, err := tx.Run(t.Context(), statement, nil); err != nil {
					return nil, err
				}
			}
			return nil, nil
		})
		if err != nil {
			t.Fatalf("chunk %d: %v", i, err)
		}
	}
	if asked := answersShown(t, d, "questions"); asked != 10 {
		t.Errorf("%d questions are asked", asked)
	}
}

// TestNeo4jStore asks a Neo4j that is the server's store what docs/neo4j.md asks there. README_UPDATE=1 writes the answers into it.
func TestNeo4jStore(t *testing.T) {
	address := neo4jtest.Start(t)
	if err := run(t.Context(), []string{"--store", address, "load", "reports"}, nil, io.Discard, io.Discard, func(string) string { return "" }); err != nil {
		t.Fatal(err)
	}
	if asked := answersShown(t, connected(t, address), "store"); asked != 3 {
		t.Errorf("%d questions are asked", asked)
	}
}

func connected(t *testing.T, address string) driver.DriverWithContext {
	t.Helper()
	d, err := driver.NewDriverWithContext(address, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close(context.Background()) })
	return d
}

// answersShown asks what a part of docs/neo4j.md asks, and holds the answers that it shows. It says how many there are.
func answersShown(t *testing.T, d driver.DriverWithContext, of string) (asked int) {
	t.Helper()
	file := filepath.Join("docs", "neo4j.md")
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(whole), "<!-- "+of+":")
	part, after, ok2 := strings.Cut(rest, "<!-- end of "+of+" -->")
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the %s", file, of)
	}
	ask := func(query string) [][]any {
		result, err := driver.ExecuteQuery(t.Context(), d, query, nil, driver.EagerResultTransformer)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		rows := [][]any{}
		for _, r := range result.Records {
			rows = append(rows, r.Values)
		}
		return rows
	}
	ask("CALL db.awaitIndexes(60)")
	ask("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
	shown := cypherBlock.ReplaceAllStringFunc(part, func(block string) string {
		asked++
		parts := cypherBlock.FindStringSubmatch(block)
		rows := ask(parts[2])
		if len(rows) == 0 {
			t.Errorf("nothing is found: %s", parts[2])
		}
		var answer strings.Builder
		for _, row := range rows {
			e := json.NewEncoder(&answer)
			e.SetEscapeHTML(false)
			if err := e.Encode(row); err != nil {
				t.Fatal(err)
			}
		}
		return parts[1] + "```json\n" + answer.String() + "```\n"
	})
	switch {
	case shown == part:
	case os.Getenv("README_UPDATE") != "":
		if err := os.WriteFile(file, []byte(before+"<!-- "+of+":"+shown+"<!-- end of "+of+" -->"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s shows other answers: README_UPDATE=1 go test -run TestNeo4j . writes them anew", file)
	}
	return asked
}
