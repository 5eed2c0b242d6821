package sqlite

import (
	"strings"

	"councilgraph/graph/ontology"
)

// rows gathers rows that are to be inserted into tables, and inserts many with one statement. Rows of one table stay in their order; what
// is gathered is inserted by flush at the latest. After an error some of a statement's rows may be there: the transaction is to be given
// up.
type rows struct {
	l      *ledger
	values map[*table][]any // of rows of a table, one after the other
}

// table is where rows go: some columns of a table.
type table struct {
	columns int
	texts   [len(atOnce)]string // the statements
}

// atOnce are how many rows a statement inserts: the most that there are, so that few texts stay prepared.
var atOnce = [...]int{64, 8, 1}

func newTable(name string, columns ...string) *table {
	t := &table{columns: len(columns)}
	row := "(?" + strings.Repeat(", ?", len(columns)-1) + ")"
	for i, n := range atOnce {
		t.texts[i] = "INSERT OR FAIL INTO " + name + " (" + strings.Join(columns, ", ") + ") VALUES " + row + strings.Repeat(", "+row, n-1)
	}
	return t
}

func (l *ledger) rows() *rows { return &rows{l, map[*table][]any{}} }

// insert adds a row. It copies values.
func (r *rows) insert(t *table, values ...any) {
	gathered := r.values[t]
	if gathered == nil {
		gathered = make([]any, 0, atOnce[0]*t.columns)
	}
	if gathered = append(gathered, values...); len(gathered) == cap(gathered) {
		r.l.exec(t.texts[0], gathered...)
		gathered = nil // the statement has it
	}
	r.values[t] = gathered
}

// flush inserts what is gathered.
func (r *rows) flush() {
	for t := range r.values {
		r.write(t)
	}
}

// write inserts what is gathered of one table.
func (r *rows) write(t *table) {
	gathered := r.values[t]
	for i, n := range atOnce {
		for all := n * t.columns; len(gathered) >= all; gathered = gathered[all:] {
			r.l.exec(t.texts[i], gathered[:all]...)
		}
	}
	delete(r.values, t)
}

// wide are the tables that have a column for each property, by what of the ontology goes there. Who has the writing connection may use it.
type wide struct {
	nodes     map[*ontology.Type]*table
	relations map[*ontology.Relation]intoRelation
}

// intoRelation is where relations of one type go, and what they were.
type intoRelation struct{ relation, then *table }

func newWide() *wide {
	return &wide{map[*ontology.Type]*table{}, map[*ontology.Relation]intoRelation{}}
}

func (w *wide) node(label *ontology.Type) *table {
	t := w.nodes[label]
	if t == nil {
		columns := []string{"no", "id", "type", "name", "folded", "aliases", "told", "tally"}
		for _, p := range label.KeyProperties() {
			if p.Kind == ontology.String {
				columns = append(columns, quote("k_"+p.Name))
			}
		}
		t = newTable("node", withColumns(columns, label.Properties)...)
		w.nodes[label] = t
	}
	return t
}

func (w *wide) relation(of *ontology.Relation) intoRelation {
	into, ok := w.relations[of]
	if !ok {
		columns := []string{"id", "type", "from_id", "to_id", "ordinal", "told", "reports", "varies", "ends"}
		into.relation = newTable("relation", withColumns(columns, of.Properties)...)
		into.then = newTable("relation_then", withColumns([]string{"relation", "told"}, of.Properties)...)
		w.relations[of] = into
	}
	return into
}

func withColumns(columns []string, declared []*ontology.Property) []string {
	for _, p := range declared {
		columns = append(columns, column(p.Name))
	}
	return columns
}
