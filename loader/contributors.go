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
	rows, row := rowsOf(doc), map[*document.Table]int{} // row: the one that comes next
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
				doubts = append(doubts, r.contributorsOfRow(i, p, annotated[i], t, t.roles[row[p.Table]])...)
			}
		}
		row[p.Table]++
	}
	return doubts
}

// nationsTable is a table of what nations contribute to a body, with what each of its rows is, and the sums of those that were read.
type nationsTable struct {
	contribution.Table
	body  *lexicon.Entity
	roles []contribution.Role
	sums  map[string]int // by component
}

// nationsTables are the tables that stand side by side in one. Those whose nations are headed alike go on in one another: they have one
// total.
func (r *reader) nationsTables(table *document.Table, rows [][]string, names *naming) (all []nationsTable) {
	sums := map[string]map[string]int{}
	for _, t := range r.rules.contributors.Tables(table.Caption, table.Header, rows) {
		head := table.Header[t.Nation()]
		if sums[head] == nil {
			sums[head] = map[string]int{}
		}
		all = append(all, nationsTable{t, r.bodyOf(table.Caption, names), t.Roles(rows), sums[head]})
	}
	return all
}

// contributorsOfRow reads a row of a table.
func (r *reader) contributorsOfRow(i int, p document.Paragraph, annotated *annotatedText, t nationsTable, role contribution.Role) (doubts []string) {
	shares, unclear := t.Shares(p.Cells())
	if role == contribution.Sum {
		return unequal(p, shares, t.sums)
	}
	nation, pieces := r.nationIn(annotated, p, t.Nation())
	doubt := func(why string) {
		doubts = append(doubts, fmt.Sprintf("line %d: the row “%.80s” %s", p.Line, p.Text, why))
	}
	if pieces && len(shares) > 0 {
		doubt("does not name one nation alone")
	}
	if unclear && nation != nil {
		doubt("has figures of which it is not clear how they add up")
	}
	if role == contribution.Loose && nation != nil && len(shares) > 0 {
		doubt("is one of several of its nation, which have no total")
	}
	for _, s := range shares {
		if role.Counts() {
			t.sums[s.Component] += s.Personnel
		}
		if nation != nil && role.Tells() {
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

// otherName is in a text that has a name.
var otherName = regexp.MustCompile(`\p{Lu}`)

// nationIn is the country that a cell of a row names, the columns counted from 0; nil where it names none. Where the cell holds words of
// other names too, as where two rows ran into each other ("Northern Ireland" without the "United Kingdom of Great Britain and" above it),
// whose the row is cannot be told: nil, and pieces is true.
func (r *reader) nationIn(t *annotatedText, p document.Paragraph, column int) (nation *lexicon.Entity, pieces bool) {
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
				rest, rules := p.Text[from:s.from]+p.Text[s.to:to], &r.rules.contributors
				if rules.Qualifies(rest) || otherName.MatchString(rules.WithoutAsides(rest)) {
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
