package loader

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"councilgraph/graph/store"
	"councilgraph/loader/document"
	"councilgraph/loader/text"
)

// account is a line of Options.Report: what became of a document.
type account struct {
	Document string   `json:"document"`
	Outcome  string   `json:"outcome"` // new, changed, unchanged, read or failed
	Facts    int      `json:"facts"`
	Doubts   []string `json:"doubts,omitempty"` // what of it could not be read
	Error    string   `json:"error,omitempty"`
}

// tellTo writes what became of a document, as a line of JSON.
func (d Done) tellTo(w io.Writer) error {
	if w == nil {
		return nil
	}
	a := account{Document: d.Name, Facts: d.Facts, Doubts: d.Doubts}
	switch {
	case d.Err != nil:
		a.Outcome, a.Error = "failed", d.Err.Error()
	case d.dry:
		a.Outcome = "read"
	case d.Outcome.Result == store.New:
		a.Outcome = "new"
	case d.Outcome.Result == store.Changed:
		a.Outcome = "changed"
	default:
		a.Outcome = "unchanged"
	}
	if err := json.NewEncoder(w).Encode(a); err != nil {
		return fmt.Errorf("write the report of the load: %w", err)
	}
	return nil
}

// doubts are what a document's own form makes doubtful: a period that was not found, and numbers of paragraphs that skip.
func doubts(doc *document.Document, period text.Interval) (all []string) {
	if period.From == "" {
		all = append(all, "no reporting period was found: the report stands under its date")
	}
	part, last := "", 0
	for _, p := range doc.Paragraphs {
		if p.Kind != "PARAGRAPH" {
			continue
		}
		if p.Part == part && p.Number > last+1 && last > 0 {
			all = append(all, fmt.Sprintf("line %d: after paragraph %d of the %s comes %d", p.Line, last, strings.ToLower(part), p.Number))
		}
		part, last = p.Part, p.Number
	}
	return all
}
