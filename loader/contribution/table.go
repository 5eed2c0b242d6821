package contribution

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// Table is a table of contributors, or one of those that stand side by side in the columns of one.
type Table struct {
	rules   *Rules
	from    int  // its first column
	alone   bool // none stands beside it
	nation  int  // in its own columns, as the others
	kind    int  // the column that names the component of a row; -1 where none does
	columns []column
}

// column is what the figures below a head are of.
type column struct {
	head        string
	group       string // the words that it has before it in common with a head beside it
	component   string // "" where neither the head nor the caption tells it
	named       bool   // the head names the component
	several     bool   // the head names more than one
	total, part bool
	counts      bool
	day         time.Time // of what counts; zero where the head has none
	unclear     bool      // it is not known how it adds up with others of its component
}

// Nation is the place of the cell that names the nation.
func (t Table) Nation() int { return t.from + t.nation }

// Tables understands the header of a table under a caption, and its rows: where it heads nations more than once, tables stand side by side
// in it. None are of something else than contributors.
func (r *Rules) Tables(caption string, header []string, rows [][]string) (tables []Table) {
	starts := r.starts(header)
	for k, from := range starts {
		to := len(header)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		own := make([][]string, len(rows))
		for i, cells := range rows {
			own[i] = between(cells, from, to)
		}
		if t, ok := r.table(caption, header[from:to], own); ok {
			t.from, t.alone = from, len(starts) == 1
			tables = append(tables, t)
		}
	}
	return tables
}

// starts are the first columns of the tables that stand side by side under a header: each heads nations, but that what stands before the
// first of them is of its table.
func (r *Rules) starts(header []string) (starts []int) {
	for i, h := range header {
		if r.headsNations(h) {
			starts = append(starts, i)
		}
	}
	if len(starts) > 0 || unnamed(header) {
		starts = append([]int{0}, starts[min(1, len(starts)):]...)
	}
	return starts
}

// unnamed says that the first column of several has no head, as that of nations may.
func unnamed(header []string) bool { return len(header) > 2 && strings.TrimSpace(header[0]) == "" }

// between are the cells of a row from one column to before another, of which it may have fewer.
func between(cells []string, from, to int) []string {
	return cells[min(from, len(cells)):min(to, len(cells))]
}

// table understands the columns of one table; false where it is none of contributors.
func (r *Rules) table(caption string, header []string, rows [][]string) (t Table, ok bool) {
	t = Table{rules: r, nation: slices.IndexFunc(header, r.headsNations), kind: slices.IndexFunc(header, r.componentHead.MatchString)}
	if t.nation < 0 && unnamed(header) && r.about.MatchString(caption) {
		t.nation = 0
	}
	all := caption + "\n" + strings.Join(header, "\n")
	if t.nation < 0 || !r.about.MatchString(all) || r.other.MatchString(all) {
		return t, false
	}
	whole := r.onlyComponent(caption)
	for i, h := range header {
		c := r.column(h, group(header, i))
		if i == t.nation || i == t.kind || counter(i, rows) || ofWords(i, rows) {
			c.counts = false
		}
		if c.component == "" && !c.total && !c.several {
			c.component = whole
		}
		t.columns = append(t.columns, c)
	}
	t.latest()
	t.complete(whole)
	t.doubt(rows)
	return t, true
}

// group are the words with which a head begins as one beside it does, and which are not the whole of it: "Military component" of "Military
// component Troops".
func group(header []string, i int) (group string) {
	own := strings.Fields(header[i])
	for _, beside := range []int{i - 1, i + 1} {
		if beside < 0 || beside >= len(header) {
			continue
		}
		k, words := 0, strings.Fields(header[beside])
		for k < len(own)-1 && k < len(words) && own[k] == words[k] {
			k++
		}
		if common := strings.Join(own[:k], " "); len(common) > len(group) {
			group = common
		}
	}
	return group
}

// column is what the words of a head tell, behind those of its group where both name a component: observers of the military are OBSERVER.
func (r *Rules) column(head, group string) column {
	of := r.componentsIn(head)
	if own := r.componentsIn(strings.TrimPrefix(head, group)); len(of) > 1 && len(own) == 1 {
		of = own
	}
	return column{
		head: head, group: group, component: one(of), named: len(of) == 1, several: len(of) > 1,
		total: r.total.MatchString(head), part: r.part.MatchString(head),
		counts: !r.ignored.MatchString(head) && !r.nation.MatchString(head),
	}
}

// counter says that a column numbers the rows: 1, 2, 3, and so on.
func counter(column int, rows [][]string) bool {
	counted := 0
	for _, cells := range rows {
		if column >= len(cells) || cells[column] == "" {
			continue
		}
		if n, ok := Number(strings.TrimSuffix(cells[column], ".")); !ok || n != counted+1 {
			return false
		}
		counted++
	}
	return counted > 2
}

// ofWords says that a column has words and no figure: it counts nobody, whatever its head says.
func ofWords(column int, rows [][]string) bool {
	words := false
	for _, cells := range rows {
		if column >= len(cells) {
			continue
		}
		if figure.MatchString(cells[column]) {
			return false
		}
		_, blank := Number(cells[column])
		words = words || !blank
	}
	return words
}

// latest leaves out columns that count who served on an earlier day than another of the same component does.
func (t Table) latest() {
	last := map[string]time.Time{}
	for i := range t.columns {
		c := &t.columns[i]
		if !c.counts {
			continue
		}
		if c.day = dayIn(c.head); c.day.After(last[c.component]) {
			last[c.component] = c.day
		}
	}
	for i := range t.columns {
		if c := &t.columns[i]; !c.day.IsZero() && c.day.Before(last[c.component]) {
			c.counts = false
		}
	}
}

// dayIn is the day that a header has, or the first of its month; zero where it has none that can be told.
func dayIn(header string) time.Time {
	for _, layout := range []string{"2 January 2006", "January 2, 2006", "January 2006", "2.1.2006"} {
		if day, err := time.Parse(layout, dayOf.FindString(header)); err == nil {
			return day
		}
	}
	return time.Time{}
}

var dayOf = regexp.MustCompile(`\b(?:\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{1,2}, \d{4}|\p{L}+ \d{4}|\d{1,2}\.\d{1,2}\.\d{4})\b`)

// complete gives columns of no component that of all columns, which is the one that others have, else that of the caption. What is of more
// than one counts nothing where these have columns of their own.
func (t Table) complete(caption string) {
	whole, named := caption, t.components()
	if len(named) > 0 {
		whole = one(named)
	}
	for i := range t.columns {
		c := &t.columns[i]
		if c.component != "" || c.several {
			continue
		}
		c.component = whole
		if c.total && len(named) > 1 {
			c.counts = false
		}
	}
	named = t.components()
	for i := range t.columns {
		if c := &t.columns[i]; c.several && len(named) > 0 || c.total && t.mixed(c.group) {
			c.counts = false
		}
	}
}

// mixed says that the columns of a group are of several components, so that its total is of none.
func (t Table) mixed(group string) bool {
	var of []string
	for _, c := range t.columns {
		if group != "" && c.group == group && c.named && !c.total && !slices.Contains(of, c.component) {
			of = append(of, c.component)
		}
	}
	return len(of) > 1
}

// components are those of which columns count, each once.
func (t Table) components() (named []string) {
	for _, c := range t.columns {
		if c.counts && c.component != "" && !slices.Contains(named, c.component) {
			named = append(named, c.component)
		}
	}
	return named
}

// doubt marks the columns that go into one sum with another that is not like them: no sum of both is anybody's figure.
func (t Table) doubt(rows [][]string) {
	for i := range t.columns {
		a := &t.columns[i]
		for j, b := range t.columns {
			apart := a.named && b.named && a.part != b.part && a.day.Equal(b.day) && (a.part && exceeds(i, j, rows) || b.part && exceeds(j, i, rows))
			a.unclear = a.unclear || i != j && a.addsTo(b) && !a.isLike(b) && !apart
		}
	}
}

// exceeds says that a column counts more in some row than another, of which it is then no part: formed units where there are no other
// police.
func exceeds(a, b int, rows [][]string) bool {
	return slices.ContainsFunc(rows, func(cells []string) bool {
		if max(a, b) >= len(cells) {
			return false
		}
		n, ok := Number(cells[a])
		m, known := Number(cells[b])
		return ok && known && n > m
	})
}

// addsTo says that two columns go into one sum. Totals are added up among themselves.
func (c column) addsTo(other column) bool {
	return c.counts && other.counts && c.component == other.component && c.total == other.total
}

// isLike says that two columns of one component are of the same day, as far as their heads tell, and both parts of it or both name it.
func (c column) isLike(other column) bool {
	undated := c.day.IsZero() && (year.MatchString(c.head) || year.MatchString(other.head))
	alike := c.part && other.part || c.named && other.named && c.part == other.part
	return alike && !undated && c.day.Equal(other.day)
}

var year = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
