package neo4j

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// What an owner rests on, a relation or a node that carries evidence itself, is one text a statement, in the list _statements: the server
// reads and writes the properties of a relation one after the other, so that many take long, even where none of them is asked for. quotes
// and paragraphs stand beside, for people.

// part is the place of a part in the text of a statement.
type part int

const (
	keyPart      part = iota // the report's store.Header.Key, so that the day from which it counts comes first of all
	ordinalPart              // store.Told.Ordinal
	linkedPart               // "1" where a _Reference said it
	saidPart                 // the properties (store.EncodeProperties)
	idPart                   // this and what follows is of evidence: structure has none of it
	positionPart             // store.Evidence.Position, as the next three
	startPart
	endPart
	rulePart
	foldedRulePart // fold.Name
	plainRulePart  // fold.Plain, "" where that makes its letters small and does no more
	foldedQuotePart
	plainQuotePart
)

// divider stands between the parts. Texts that are read from documents have none (package document); in others it becomes a blank.
const divider = "\t"

// evidenceParts are those of the columns of evidence that have no list of their own, by name.
var evidenceParts = map[string]part{"id": idPart, "rule": rulePart, "stated": saidPart, "start": startPart, "end": endPart}

// encodeTold writes a statement; id is that of its evidence.
func encodeTold(s store.Told, id string) string {
	parts := []string{s.ReportKey, strconv.Itoa(s.Ordinal), "", store.EncodeProperties(s.Properties)}
	if s.Linked {
		parts[linkedPart] = "1"
	}
	if e := s.Evidence; e != nil {
		parts = append(parts, id, strconv.Itoa(e.Position), strconv.Itoa(e.Start), strconv.Itoa(e.End), e.Rule,
			fold.Name(e.Rule), plainer(e.Rule), fold.Name(e.Quote), plainer(e.Quote))
	}
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(p, divider, " ")
	}
	return strings.Join(parts, divider)
}

// plainer is the plain form of a text, "" where the server's toLower makes the same of it: of ASCII.
func plainer(text string) string {
	if plain := fold.Plain(text); strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 }) >= 0 {
		return plain
	}
	return ""
}

// partOf is a part of the i-th statement of an owner, as Cypher.
func partOf(owner, i string, p part) string {
	text := fmt.Sprintf(`split(%s._statements[%s], '\t')[%d]`, owner, i, p)
	if p == positionPart || p == startPart || p == endPart {
		return "toInteger(" + text + ")"
	}
	return text
}

// dayOf is the day from which the i-th statement of an owner counts, as Cypher.
func dayOf(owner, i string) string { return fmt.Sprintf("split(%s._statements[%s], '|')[0]", owner, i) }

// evidenceColumn is a column of the i-th piece of evidence of an owner, as Cypher: its quote, if it is none of evidenceParts.
func evidenceColumn(owner, i, name string) string {
	if p, ok := evidenceParts[name]; ok {
		return partOf(owner, i, p)
	}
	return fmt.Sprintf("%s.quotes[%s]", owner, i)
}

// evidenceEnd is the id of what the i-th piece of evidence of an owner leads to, as Cypher.
func evidenceEnd(owner, i string, via plan.Via) string {
	if via == plan.ViaReport {
		return "split(" + partOf(owner, i, keyPart) + ", '|')[-1]"
	}
	return fmt.Sprintf("%s.paragraphs[%s]", owner, i)
}

// evidenceText is the form of the i-th piece's quote, or rule, that is compared, as Cypher.
func evidenceText(owner, i, name string, plain bool) string {
	folded, plainForm := foldedQuotePart, plainQuotePart
	if name == "rule" {
		folded, plainForm = foldedRulePart, plainRulePart
	}
	if !plain {
		return partOf(owner, i, folded)
	}
	form := partOf(owner, i, plainForm)
	return fmt.Sprintf("CASE %s WHEN '' THEN toLower(%s) ELSE %[1]s END", form, evidenceColumn(owner, i, name))
}

// errNotOurs marks what a relation keeps as written by somebody else.
var errNotOurs = errors.New("another program has written into the database; load the reports into an empty one")

// decodeTold reads what encodeTold wrote of a statement on a relation, and where it says so. What lacks a part was not written by
// encodeTold: an error.
func decodeTold(rel *ontology.Relation, text, paragraph, quote string) (store.Told, error) {
	parts := strings.Split(text, divider)
	last := saidPart
	if rel.Evidenced {
		last = plainQuotePart
	}
	if len(parts) <= int(last) {
		return store.Told{}, fmt.Errorf("a statement of %s has %d parts where %d belong: %w", rel.Name, len(parts), last+1, errNotOurs)
	}
	number := func(p part) int { n, _ := strconv.Atoi(parts[p]); return n }
	properties, err := store.DecodeProperties(rel.Properties, parts[saidPart])
	s := store.Told{ReportKey: parts[keyPart], Ordinal: number(ordinalPart), Properties: properties, Linked: parts[linkedPart] != ""}
	if rel.Evidenced {
		s.Evidence = &store.Evidence{Paragraph: paragraph, Position: number(positionPart), Start: number(startPart), End: number(endPart),
			Quote: quote, Rule: parts[rulePart]}
	}
	return s, err
}
