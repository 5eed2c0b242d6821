package store

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
)

// Outcome is what Write did with a document.
type Outcome struct {
	Result  Result
	Refusal error // why, where Result is Refused
	// Superseded says that the document is unchanged because a later revision, or the document that it restates, is held.
	Superseded string
}

// Result is one word for an outcome.
type Result int

const (
	New Result = iota
	Changed
	Unchanged
	Refused
)

func (r Result) String() string { return [...]string{"new", "changed", "unchanged", "refused"}[r] }

// revision matches what UN symbols append for a revised or corrected document: S/2017/95/Rev.1, S/2006/45/Corr.2.
var revision = regexp.MustCompile(`^(.*)/(Rev|Corr)\.(\d+)$`)

// BaseSymbol is the symbol of the document that a revision or a correction replaces, and how far on that one is: 0 for the document itself.
func BaseSymbol(symbol string) (base string, nth int) {
	m := revision.FindStringSubmatch(symbol)
	if m == nil {
		return symbol, 0
	}
	nth, _ = strconv.Atoi(m[3])
	if m[2] == "Rev" {
		nth *= 1000 // a revision stands above every correction of the text before it
	}
	return m[1], nth
}

// BySymbol finds the report that a symbol names among held documents: the document that bears it, else the one that retells it; "" if there
// is none. Revisions and corrections count as the document that they replace. Of several the one with the symbol to the letter is meant,
// then the least id. It is the one place that decides where a Statement's ToSymbol leads.
func BySymbol(symbol string, held []Header) string {
	base, _ := BaseSymbol(symbol)
	names := func(s string) bool { b, _ := BaseSymbol(s); return s != "" && b == base }
	best, bestRank := "", 4
	for _, h := range held {
		rank := 4
		switch {
		case h.Symbol == symbol && symbol != "":
			rank = 0
		case names(h.Symbol):
			rank = 1
		case h.Restates == symbol && symbol != "":
			rank = 2
		case names(h.Restates):
			rank = 3
		}
		if rank < bestRank || rank == bestRank && rank < 4 && h.Report < best {
			best, bestRank = h.Report, rank
		}
	}
	return best
}

// Admit decides what becomes of a document whose report is held as another text (nil: not held). It is the one place for the rules of
// design: a document replaces its restatement and never the other way; the highest revision stands, whatever came first; another symbol for
// one series and period is refused, since a misread period must not overwrite a report, unless replace.
func Admit(held *Header, doc Header, replace bool) Outcome {
	switch {
	case held == nil:
		return Outcome{Result: New}
	case held.Hash == doc.Hash:
		return Outcome{Result: Unchanged}
	case held.Restates == "" && doc.Restates != "":
		return Outcome{Result: Unchanged, Superseded: "the document itself is held (" + cmp.Or(held.Symbol, held.SourceName) + ")"}
	case held.Restates != "" && doc.Restates == "":
		return Outcome{Result: Changed}
	}
	was, wasNth := BaseSymbol(cmp.Or(held.Symbol, held.Restates))
	is, isNth := BaseSymbol(cmp.Or(doc.Symbol, doc.Restates))
	switch {
	case was != "" && is != "" && was != is && !replace:
		return Outcome{Result: Refused, Refusal: fmt.Errorf("the report of this series and period is held as %s (%s); "+
			"%s is no revision of it: check the period in the text, or replace it with --replace",
			cmp.Or(held.Symbol, held.Restates), held.SourceName, cmp.Or(doc.Symbol, doc.Restates))}
	case was == is && isNth < wasNth:
		return Outcome{Result: Unchanged, Superseded: "a later revision is held (" + cmp.Or(held.Symbol, held.Restates) + ")"}
	}
	return Outcome{Result: Changed}
}
