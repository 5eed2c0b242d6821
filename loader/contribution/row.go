package contribution

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Share is how many persons of a component a row counts; Component is "" where the table does not say.
type Share struct {
	Component string
	Personnel int
}

// own are the cells of a row in the table's own columns.
func (t Table) own(cells []string) []string {
	if t.alone {
		return cells
	}
	return between(cells, t.from, t.from+len(t.columns))
}

// Shares are what a row counts of each component: the total, where columns of one add up to it, else their sum. None is left out.
// A row with more or fewer cells than the header is understood where there is but one number. Unclear says that it counts more, of which
// no sum can be told: columns that do not add up, or a cell with a figure in it that is no number.
func (t Table) Shares(cells []string) (shares []Share, unclear bool) {
	cells = t.own(cells)
	columns := t.columnsOf(cells)
	if columns == nil || t.isOfKinds(cells) {
		return nil, false
	}
	for _, s := range t.sums(cells, columns) {
		switch f := s.figures(); {
		case f.unclear || f.doubted && f.counting > 1:
			unclear = true
		case f.sum > 0:
			shares = append(shares, Share{s.component, f.sum})
		}
	}
	return shares, unclear
}

// columnsOf are the columns in which the cells of a row stand, one for each; nil where they cannot be told, or where the row lacks the cell
// that names its nation or component.
func (t Table) columnsOf(cells []string) []column {
	switch {
	case t.nation >= len(cells) || t.kind >= len(cells):
		return nil
	case len(cells) == len(t.columns):
		return t.columns
	case len(cells) == 2 && len(t.components()) < 2:
		return t.pair()
	}
	return nil
}

// isOfKinds says that a row adds up those that a column tells apart by their component, so that it is of none.
func (t Table) isOfKinds(cells []string) bool {
	return t.kind >= 0 && t.kind < len(cells) && t.rules.total.MatchString(cells[t.kind])
}

// componentOf is the one that a column names in a row; "" where that names none, or several.
func (t Table) componentOf(cells []string) string { return one(t.rules.componentsIn(cells[t.kind])) }

// pair are the columns of a row that has but a name and a number, under a header of more columns or fewer: the number is the nation's
// total.
func (t Table) pair() []column {
	total := column{component: one(t.components()), total: true, counts: true}
	columns := []column{total, total}
	columns[t.nation].counts = false
	return columns
}

// sum is what the cells of a row count of one component.
type sum struct {
	component    string
	total, parts figures // of columns of totals, and of others
}

// figures are some added up.
type figures struct {
	sum      int
	some     bool // there are any
	counting int  // how many are not 0
	unclear  bool // one of them is not known
	doubted  bool // of one of them it is not known how it adds up with others
}

// figures are those that tell the component's number: its totals, else what would add up to them.
func (s sum) figures() figures {
	if s.total.some {
		return s.total
	}
	return s.parts
}

// sums adds up the cells of a row by component, in the order of the columns. What is no figure counts nothing.
func (t Table) sums(cells []string, columns []column) (sums []sum) {
	for i, cell := range cells {
		c := columns[i]
		n, ok := Number(cell)
		unclear := !ok && figure.MatchString(cell)
		if !c.counts || !ok && !unclear {
			continue
		}
		if t.kind >= 0 {
			c.component = t.componentOf(cells)
		}
		at := slices.IndexFunc(sums, func(s sum) bool { return s.component == c.component })
		if at < 0 {
			at, sums = len(sums), append(sums, sum{component: c.component})
		}
		to := &sums[at].parts
		if c.total {
			to = &sums[at].total
		}
		to.sum, to.some, to.unclear, to.doubted = to.sum+n, true, to.unclear || unclear, to.doubted || c.unclear
		if n > 0 {
			to.counting++
		}
	}
	return sums
}

var figure = regexp.MustCompile(`\d`)

var number = regexp.MustCompile(`^(\d{1,3}(?:[ ,.  ]?\d{3})*)[ ]?[*†‡]?[a-z]?[*†‡¹²³⁴⁵⁶⁷⁸⁹]?$`)

// Number is the number in a cell, less its footnote mark: "1 369a" is 1369. A dash, or nothing, is 0. It is false where a cell holds
// something else.
func Number(cell string) (int, bool) {
	cell = strings.TrimSpace(cell)
	if strings.Trim(cell, "-–—−.… ") == "" {
		return 0, true
	}
	m := number.FindStringSubmatch(cell)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(strings.NewReplacer(" ", "", ",", "", ".", "", " ", "", " ", "").Replace(m[1]))
	return n, err == nil
}
