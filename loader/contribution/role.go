package contribution

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
)

// Role is what a row is to its table: whether it counts anybody whom no other row does, and whether it says what its nation contributes.
type Role int

const (
	// Loose is a row of which it is not known whether it is all that its nation contributes: one of several that have no total, or more than
	// one, or a row that names neither a nation nor anything of the nation above it.
	Loose Role = iota
	// Whole is the only row of its nation, or of its nation's component where a column names that: all that it contributes.
	Whole
	// Total adds up the other rows of its nation: all that it contributes, and nobody whom these do not count.
	Total
	// Unit is one of the rows that a Total adds up: headquarters, a battalion.
	Unit
	// Part counts once more some of those whom a row above it counts: "of which: headquarters".
	Part
	// Sum adds up the rows of several nations, or says so.
	Sum
)

// Counts says that nobody whom the row counts is counted by another that does: the sum of all such is the table's.
func (r Role) Counts() bool { return r == Whole || r == Unit || r == Loose }

// Tells says that the row is what its nation contributes.
func (r Role) Tells() bool { return r == Whole || r == Total }

// Roles decides what each row of the table is. A row that names no nation, but something of one, is of the nation above it. A total that
// names none is of that only where its rows add up to it, and tells nothing of it: it may be the table's all the same.
func (t Table) Roles(rows [][]string) []Role {
	roles, all := make([]Role, len(rows)), map[whose]*nationRows{}
	var of whose
	for i, row := range rows {
		cells := t.own(row)
		if t.nation >= len(cells) {
			continue
		}
		of = t.whose(cells, of)
		if all[of] == nil {
			all[of] = &nationRows{sums: map[string]int{}}
		}
		named, total := t.names(cells), slices.ContainsFunc(cells, t.rules.total.MatchString)
		switch its := all[of]; {
		case t.rules.total.MatchString(cells[t.nation]):
			roles[i] = Sum
		case t.isOfKinds(cells):
			roles[i] = Total
		case t.isPart(cells) && (!named || len(its.rows) > 0):
			roles[i] = Part
		case !named && total:
			if roles[i] = Sum; its.addUpTo(t.Shares(row)) {
				roles[i] = Total
			}
		case named, slices.ContainsFunc(cells, isName):
			its.add(i, total)
			if !total {
				its.count(t.Shares(row))
			}
		}
	}
	for _, its := range all {
		its.decide(roles)
	}
	return roles
}

// names says that a row has in its nation's cell what may be a nation, not words that make it some of the one above.
func (t Table) names(cells []string) bool {
	return cells[t.nation] != "" && !t.rules.some.MatchString(cells[t.nation])
}

// whose tells rows apart by their nation, as the table has it, and by its component where a column names that.
type whose struct{ nation, component string }

// whose is that of a row, which has from the row above what it does not name itself.
func (t Table) whose(cells []string, above whose) whose {
	of := above
	if t.names(cells) && cells[t.nation] != above.nation {
		of = whose{nation: cells[t.nation]}
	}
	if t.kind >= 0 && t.kind < len(cells) && cells[t.kind] != "" && !t.rules.some.MatchString(cells[t.kind]) {
		of.component = t.componentOf(cells)
	}
	return of
}

// isPart says that what a row has in its nation's cell, or first beside it, makes it some of a row above. Words with a figure do not: they
// tell more of their own row ("of whom 2 women").
func (t Table) isPart(cells []string) bool {
	words := cells[t.nation]
	if t.names(cells) || words == "" {
		words = cmp.Or(slices.Concat(cells[:t.nation], cells[t.nation+1:])...)
	}
	return t.rules.some.MatchString(words) && !figure.MatchString(words)
}

// isName says that a cell has a name, of a unit or whatever else, and is no number with a mark.
func isName(cell string) bool {
	_, ok := Number(cell)
	return !ok && capital.MatchString(cell)
}

var capital = regexp.MustCompile(`\p{Lu}`)

// nationRows are the rows of a nation, or of its component, by their places, but for those that count some of it once more.
type nationRows struct {
	rows, totals []int
	sums         map[string]int // of those that are no totals, by component
	unclear      bool           // of one of those it is not known what it counts
}

func (n *nationRows) add(row int, total bool) {
	if n.rows = append(n.rows, row); total {
		n.totals = append(n.totals, row)
	}
}

// count adds what a row counts to the sums.
func (n *nationRows) count(shares []Share, unclear bool) {
	for _, s := range shares {
		n.sums[s.Component] += s.Personnel
	}
	n.unclear = n.unclear || unclear
}

// addUpTo says that there are several rows, whose sums are what another counts.
func (n *nationRows) addUpTo(shares []Share, unclear bool) bool {
	total := map[string]int{}
	for _, s := range shares {
		total[s.Component] = s.Personnel
	}
	return len(n.rows) > 1 && !unclear && !n.unclear && maps.Equal(total, n.sums)
}

// decide writes the roles of the rows: only one total tells what the others are.
func (n *nationRows) decide(roles []Role) {
	for _, i := range n.rows {
		switch {
		case len(n.rows) == 1:
			roles[i] = Whole
		case len(n.totals) != 1:
			roles[i] = Loose
		case i == n.totals[0]:
			roles[i] = Total
		default:
			roles[i] = Unit
		}
	}
}
