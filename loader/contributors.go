package loader

import (
	"fmt"
	"regexp"
	"strings"

	"councilgraph/loader/contribution"
	"councilgraph/loader/document"
	"councilgraph/loader/lexicon"
)

// contributors reads the tables of what nations contribute, a row each: to the force or mission that the caption names, else to the one
// that the report is on. Where a total is not the sum of its rows, or a cell holds pieces of more than one name, it says so.
func (r *reader) contributors(doc *document.Document, names *naming, annotated []*annotatedText) (doubts []string) {
	var of *document.Table
	var table contribution.Table
	var body *lexicon.Entity
	var understood bool
	sums := map[string]int{}
	rows := rowsOf(doc)
	for i, p := range doc.Paragraphs {
		if p.Table == nil {
			doubts = append(doubts, r.listedContributors(i, p, annotated[i], names)...)
			continue
		}
		if p.Table != of {
			of, sums = p.Table, map[string]int{}
			if table, understood = r.rules.contributors.Table(of.Caption, of.Header, rows[of]); understood {
				body = r.bodyOf(of.Caption, names)
			}
		}
		if !understood || body == nil {
			continue
		}
		cells := p.Cells()
		shares := table.Shares(cells)
		if table.Sums(cells) {
			doubts = append(doubts, unequal(p, shares, sums)...)
			continue
		}
		nation, pieces := nationIn(annotated[i], p, table.Nation())
		if pieces && len(shares) > 0 {
			doubts = append(doubts, fmt.Sprintf("line %d: the row “%.80s” does not name one nation alone", p.Line, p.Text))
		}
		for _, s := range shares {
			sums[s.Component] += s.Personnel
			if nation == nil {
				continue
			}
			r.contributes(i, 0, len(p.Text), nation, body, s)
		}
	}
	return doubts
}

// rowsOf are the cells of the rows of each table.
func rowsOf(doc *document.Document) map[*document.Table][][]string {
	rows := map[*document.Table][][]string{}
	for _, p := range doc.Paragraphs {
		if p.Table != nil {
			rows[p.Table] = append(rows[p.Table], p.Cells())
		}
	}
	return rows
}

// contributes writes what a nation contributes to a body; the words that say it are from and to in its paragraph.
func (r *reader) contributes(paragraph, from, to int, nation, body *lexicon.Entity, s contribution.Share) {
	properties := map[string]any{"personnel": int64(s.Personnel)}
	if s.Component != "" {
		properties["component"] = s.Component
	}
	r.add(Fact{Rule: "contributor", Paragraph: paragraph, From: from, To: to, at: from, end: to,
		Relation: &relationFact{typ: r.rules.contributors.Relation, from: nation, to: body, properties: properties}})
}

// bodyOf is the force or mission that a caption names, else the one that the report is on.
func (r *reader) bodyOf(caption string, names *naming) *lexicon.Entity {
	_, mentions := names.read(caption)
	for _, m := range mentions {
		if m.entity.Listed && isMission(m.entity) { // what is a mission by its form alone may be a piece of the caption
			return m.entity
		}
	}
	return r.series
}

var (
	aside     = regexp.MustCompile(`^\s*The\b|\([^)]*\)`)
	otherName = regexp.MustCompile(`\p{Lu}`)
)

// nationIn is the country that a cell of a row names, the columns counted from 0; nil where it names none. Where the cell holds words of
// other names too, as where two rows ran into each other ("Northern Ireland" without the "United Kingdom of Great Britain and" above it),
// whose the row is cannot be told: nil, and pieces is true.
func nationIn(t *annotatedText, p document.Paragraph, column int) (nation *lexicon.Entity, pieces bool) {
	cells := strings.Split(p.Text, "|")
	if column >= len(cells) {
		return nil, false
	}
	from := 0
	for _, c := range cells[:column] {
		from += len(c) + 1
	}
	to := from + len(cells[column])
	for _, s := range t.slots {
		if s.from < from || s.to > to {
			continue
		}
		for _, e := range s.entities {
			if isNation(e) {
				if rest := p.Text[from:s.from] + p.Text[s.to:to]; otherName.MatchString(aside.ReplaceAllString(rest, "")) {
					return nil, true
				}
				return e, false
			}
			pieces = pieces || e.Label == "Place"
		}
	}
	return nil, pieces
}

func isNation(e *lexicon.Entity) bool {
	return e.Label == "Place" && (e.Kind == "COUNTRY" || e.Kind == "TERRITORY")
}

// unequal says where a row of totals is not what the rows above it add up to.
func unequal(p document.Paragraph, totals []contribution.Share, sums map[string]int) (doubts []string) {
	for _, s := range totals {
		if sum := sums[s.Component]; sum != s.Personnel {
			doubts = append(doubts, fmt.Sprintf("line %d: the table “%.80s” adds up to %d, but its total says %d", p.Line, p.Table.Caption, sum, s.Personnel))
		}
	}
	return doubts
}
