package storetest

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestCases holds the oracle to the contract, before the oracle judges the stores.
func TestCases(t *testing.T) {
	a := NewAsker(t)
	a.conform(t, NewOracle(a.Ontology))
}

// TestEverySentenceHasACase reads the contract: each sentence of the sections that say what is answered must begin like that of a case.
func TestEverySentenceHasACase(t *testing.T) {
	file := filepath.Join(root(), "..", "shared", "design", "api.md")
	text, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		t.Skipf("the contract is not at hand: %s", file)
	}
	if err != nil {
		t.Fatal(err)
	}
	var says []string
	for _, c := range Cases() {
		says = append(says, c.Says)
	}
	blanks, ends := regexp.MustCompile(`\s+`), regexp.MustCompile("\\. ([A-Z`(])")
	checked := 0
	for _, section := range strings.Split(string(text), "\n## ") {
		title, body, _ := strings.Cut(section, "\n")
		if !slices.Contains([]string{"Reading one thing", "Lists: Relay connections everywhere", "Typed relations", "Walking the graph (walk)"}, title) {
			continue
		}
		for _, point := range strings.Split(strings.ReplaceAll(body, "\n* ", "\n\n"), "\n\n") {
			point = strings.TrimSpace(blanks.ReplaceAllString(point, " "))
			for _, sentence := range strings.Split(ends.ReplaceAllString(point, ".\n$1"), "\n") {
				if sentence == "" || strings.HasPrefix(sentence, "`../contract/check") { // a tool's job
					continue
				}
				checked++
				if !slices.ContainsFunc(says, func(s string) bool { return strings.HasPrefix(sentence, s[:min(len(s), 60)]) }) {
					t.Errorf("%s: no case says: %s", title, sentence)
				}
			}
		}
	}
	if checked < 50 {
		t.Errorf("only %d sentences were found: has the contract another form now?", checked)
	}
}
