package sqlite

import (
	"slices"
	"strings"
)

// rows gathers rows that are to be inserted into tables, and inserts many with one statement. Rows of one table stay in their order; what
// is gathered is inserted by flush at the latest. After an error some of a statement's rows may be there: the transaction is to be given
// up.
type rows struct {
	l      *ledger
	tables map[string]*pending
}

// pending are rows of one table, one after the other.
type pending struct {
	columns []string
	values  []any
}

// atOnce are how many rows a statement inserts: the most that there are, so that few texts stay prepared.
var atOnce = []int{64, 8, 1}

func (l *ledger) rows() *rows { return &rows{l, map[string]*pending{}} }

// insert adds a row. It keeps columns, and copies values.
func (r *rows) insert(table string, columns []string, values ...any) error {
	g := r.tables[table]
	if g == nil {
		g = &pending{}
		r.tables[table] = g
	}
	if !slices.Equal(g.columns, columns) {
		if err := r.write(table, g); err != nil {
			return err
		}
		g.columns = columns
	}
	if g.values = append(g.values, values...); len(g.values) < atOnce[0]*len(columns) {
		return nil
	}
	return r.write(table, g)
}

// flush inserts what is gathered.
func (r *rows) flush() error {
	for table, g := range r.tables {
		if err := r.write(table, g); err != nil {
			return err
		}
	}
	return nil
}

func (r *rows) write(table string, g *pending) error {
	for _, n := range atOnce {
		for all := n * len(g.columns); len(g.values) > 0 && len(g.values) >= all; g.values = g.values[all:] {
			row := "(?" + strings.Repeat(", ?", len(g.columns)-1) + ")"
			text := "INSERT OR FAIL INTO " + table + " (" + strings.Join(g.columns, ", ") + ") VALUES " + row + strings.Repeat(", "+row, n-1)
			if err := r.l.exec(text, g.values[:all]...); err != nil {
				return err
			}
		}
	}
	return nil
}
