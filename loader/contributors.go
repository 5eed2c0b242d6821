package loader

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"councilgraph/loader/contribution"
	"councilgraph/loader/document"
	"councilgraph/loader/lexicon"
)

// contributors reads the tables of what nations contribute, a row each: to the force or mission that the caption names, else to the one
// that the report is on. Where a total is not the sum of its rows, or a cell holds pieces of more than one name, it says so.
func (r *reader) contributors(doc *document.Document, names *naming, annotated []*annotatedText) (doubts []string) {
	rows := rowsOf(doc)
	read := map[*document.Table][]nationsTable{}
	for i, p := range doc.Paragraphs {
		if p.Table == nil {
			doubts = append(doubts, r.listedContributors(i, p, annotated[i], names)...)
			continue
		}
		tables, known := read[p.Table]
		if !known {
			tables = r.nationsTables(p.Table, rows[p.Table], names)
			read[p.Table] = tables
		}
		for _, t := range tables {
			if t.body != nil {
				doubts = append(doubts, r.contributorsOfRow(i, p, annotated[i], t)...)
			}
		}
	}
	return doubts
}

// nationsTable is a table of what nations contribute to a body, with the sums of the rows that were read.
type nationsTable struct {
	contribution.Table
	body *lexicon.Entity
	sums map[string]int
	rows map[string]*nationRows // by what stands in the nation's cell
}

// nationRows are the rows that a nation has in one table: one, or one for each of its units, with or without their total.
type nationRows struct {
	count int
	total bool
}

// nationsTables are the tables that stand side by side in one. Those whose nations are headed alike go on in one another: they have one total.
func (r *reader) nationsTables(table *document.Table, rows [][]string, names *naming) (all []nationsTable) {
	sums := map[string]map[string]int{}
	for _, t := range r.rules.contributors.Tables(table.Caption, table.Header, rows) {
		head := table.Header[t.Nation()]
		if sums[head] == nil {
			sums[head] = map[string]int{}
		}
		all = append(all, nationsTable{t, r.bodyOf(table.Caption, names), sums[head], r.rowsOfNations(t, rows)})
	}
	return all
}

// rowsOfNations are the rows of each nation of a table; none where a column tells them apart by component. A row that names a unit, and no
// nation, is of the nation above it.
func (r *reader) rowsOfNations(t contribution.Table, rows [][]string) map[string]*nationRows {
	all, above := map[string]*nationRows{}, ""
	for _, cells := range rows {
		at := t.Nation()
		if t.Kinds() || at >= len(cells) {
			continue
		}
		total := slices.ContainsFunc(cells, r.rules.contributors.Totals)
		unit := slices.ContainsFunc(cells, func(c string) bool { _, number := contribution.Number(c); return otherName.MatchString(c) && !number })
		if cells[at] != "" {
			above = cells[at]
		} else if total || !unit {
			continue
		}
		if all[above] == nil {
			all[above] = &nationRows{}
		}
		all[above].count++
		all[above].total = all[above].total || total
	}
	return all
}

// contributorsOfRow reads a row of a table.
func (r *reader) contributorsOfRow(i int, p document.Paragraph, annotated *annotatedText, t nationsTable) (doubts []string) {
	cells := p.Cells()
	shares, unclear := t.Shares(cells)
	if t.Sums(cells) {
		return unequal(p, shares, t.sums)
	}
	nation, pieces := nationIn(annotated, p, t.Nation())
	if pieces && len(shares) > 0 {
		doubts = append(doubts, fmt.Sprintf("line %d: the row “%.80s” does not name one nation alone", p.Line, p.Text))
	}
	if unclear && nation != nil {
		doubts = append(doubts, fmt.Sprintf("line %d: the row “%.80s” has figures of which it is not clear how they add up", p.Line, p.Text))
	}
	var of nationRows
	if at := t.Nation(); at < len(cells) && t.rows[cells[at]] != nil {
		of = *t.rows[cells[at]]
	}
	several, total := of.count > 1, of.count > 1 && slices.ContainsFunc(cells, r.rules.contributors.Totals)
	if several && !of.total && nation != nil && len(shares) > 0 {
		doubts = append(doubts, fmt.Sprintf("line %d: the row “%.80s” is one of several of its nation, which have no total", p.Line, p.Text))
	}
	for _, s := range shares {
		if !total {
			t.sums[s.Component] += s.Personnel
		}
		if nation != nil && (total || !several) {
			r.contributes(i, 0, len(p.Text), nation, t.body, s)
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
	aside     = regexp.MustCompile(`^\s*The\b|\(\P{Lu}[^)]*\)`)
	otherName = regexp.MustCompile(`\p{Lu}`)
	partOfRow = regexp.MustCompile(`(?i)^\s*(?:of which|of whom|including|excluding)\b`)
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
				if rest := p.Text[from:s.from] + p.Text[s.to:to]; partOfRow.MatchString(rest) || otherName.MatchString(aside.ReplaceAllString(rest, "")) {
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
