// Package contribution understands tables of what nations contribute to a force or mission: which column names the nation, of which
// component of personnel the others are, and what a nation's total of each is. It knows nothing of documents, of names and of graphs.
package contribution

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Rules are what tells such tables by their words, as regular expressions.
type Rules struct {
	Relation   string      `yaml:"relation"`   // that a row writes
	Nation     string      `yaml:"nation"`     // heads the column of nations
	About      string      `yaml:"about"`      // in the caption or a header: the table is of people who serve
	Other      string      `yaml:"other"`      // in the caption or a header: it is of something else
	Total      string      `yaml:"total"`      // heads a column that adds up others, and begins the row that adds up the others
	Part       string      `yaml:"part"`       // heads a column of some of a component
	Ignored    string      `yaml:"ignored"`    // heads a column that counts nobody who serves
	Component  string      `yaml:"component"`  // heads a column that names the component of its row
	Begins     string      `yaml:"begins"`     // begins a caption, or what goes on behind one
	Components []Component `yaml:"components"` // the first whose words a header or a caption has is its component

	nation, about, other, total, part, ignored, componentHead, begins *regexp.Regexp
}

// Component is a kind of personnel, and the words by which headers and captions tell it.
type Component struct {
	Is    string `yaml:"is"`
	Words string `yaml:"words"`

	words *regexp.Regexp
}

// Compile reads the expressions; it must be called before all else.
func (r *Rules) Compile() (err error) {
	for name, e := range map[string]struct {
		text string
		to   **regexp.Regexp
	}{
		"nation": {r.Nation, &r.nation}, "about": {r.About, &r.about}, "other": {r.Other, &r.other},
		"total": {r.Total, &r.total}, "part": {r.Part, &r.part}, "ignored": {r.Ignored, &r.ignored},
		"component": {r.Component, &r.componentHead}, "begins": {r.Begins, &r.begins},
	} {
		if *e.to, err = regexp.Compile("(?i)" + e.text); err != nil || e.text == "" {
			return fmt.Errorf("contributors: %s is no regular expression: %q", name, e.text)
		}
	}
	for i := range r.Components {
		c := &r.Components[i]
		if c.words, err = regexp.Compile("(?i)" + c.Words); err != nil || c.Words == "" || c.Is == "" {
			return fmt.Errorf("contributors: component %q has no regular expression: %q", c.Is, c.Words)
		}
	}
	return nil
}

// Share is how many persons of a component a row counts; Component is "" where the table does not say.
type Share struct {
	Component string
	Personnel int
}

// Table is a table of contributors, or one of those that stand side by side in the columns of one.
type Table struct {
	rules   *Rules
	from    int  // its first column
	alone   bool // none stands beside it
	nation  int  // in its own columns, as the others
	kind    int  // the column that names the component of a row; -1 where none does
	columns []column
}

type column struct {
	component   string
	total, part bool
	named       bool // its own head names the component
	several     bool // its head names more than one
	counts      bool
	day         time.Time
	unclear     bool // it is not known how it adds up with others of its component
}

// Tables understands the header of a table under a caption, and its rows: where it heads nations more than once, tables stand side by side
// in it. None are of something else than contributors.
func (r *Rules) Tables(caption string, header []string, rows [][]string) (tables []Table) {
	var from []int
	for i, h := range header {
		if r.headsNations(h) {
			from = append(from, i)
		}
	}
	if len(from) > 0 {
		from[0] = 0
	}
	for k, at := range from {
		to := len(header)
		if k+1 < len(from) {
			to = from[k+1]
		}
		part := make([][]string, len(rows))
		for i, cells := range rows {
			part[i] = cells[min(at, len(cells)):min(to, len(cells))]
		}
		if t, ok := r.table(caption, header[at:to], part); ok {
			t.from, t.alone = at, len(from) == 1
			tables = append(tables, t)
		}
	}
	return tables
}

// table understands the columns of one table.
func (r *Rules) table(caption string, header []string, rows [][]string) (t Table, ok bool) {
	t = Table{rules: r, nation: slices.IndexFunc(header, r.headsNations), kind: slices.IndexFunc(header, r.componentHead.MatchString)}
	all := caption + "\n" + strings.Join(header, "\n")
	if t.nation < 0 || !r.about.MatchString(all) || r.other.MatchString(all) {
		return t, false
	}
	whole := r.onlyComponent(caption)
	for i, h := range header {
		of := r.componentsIn(h)
		c := column{component: one(of), named: len(of) == 1, several: len(of) > 1, total: r.total.MatchString(h), part: r.part.MatchString(h)}
		c.counts = i != t.nation && i != t.kind && !r.ignored.MatchString(h) && !r.nation.MatchString(h) && !counter(i, rows)
		if c.component == "" && !c.total && !c.several {
			c.component = whole
		}
		t.columns = append(t.columns, c)
	}
	t.latest(header)
	if named := t.components(); len(named) == 1 { // a total of all is its total
		whole = named[0]
	} else if len(named) > 1 {
		whole = ""
	}
	for i := range t.columns {
		if c := &t.columns[i]; c.component == "" {
			if n := len(t.components()); c.total && n > 1 || c.several && n > 0 {
				c.counts = false
			}
			if !c.several {
				c.component = whole
			}
		}
	}
	t.doubt(header)
	return t, true
}

// headsNations says that a header heads the nations that contribute, not those in which their people serve.
func (r *Rules) headsNations(h string) bool {
	return r.nation.MatchString(h) && !r.ignored.MatchString(h)
}

// doubt marks the columns of one component that neither are all parts of it nor all name it, or that are not all of one day: no sum of
// them is anybody's figure. Totals are looked at among themselves.
func (t Table) doubt(header []string) {
	for i := range t.columns {
		for j := range t.columns {
			a, b := &t.columns[i], t.columns[j]
			if i == j || !a.counts || !b.counts || a.component != b.component || a.total != b.total {
				continue
			}
			alike := a.part && b.part || a.named && b.named && a.part == b.part
			undated := a.day.IsZero() && (year.MatchString(header[i]) || year.MatchString(header[j]))
			a.unclear = a.unclear || !alike || undated || !a.day.Equal(b.day)
		}
	}
}

var year = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// latest leaves out columns that count who served on an earlier day than another of the same component does.
func (t Table) latest(header []string) {
	last := map[string]time.Time{}
	for i, h := range header {
		day := dayIn(h)
		if day.IsZero() || !t.columns[i].counts {
			continue
		}
		t.columns[i].day = day
		if of := t.columns[i].component; day.After(last[of]) {
			last[of] = day
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

// List says of which component a list of nations and numbers without a header is; false where its caption tells that it is of something else.
func (r *Rules) List(caption string) (component string, ok bool) {
	return r.onlyComponent(caption), r.about.MatchString(caption) && !r.other.MatchString(caption)
}

// Totals says that a list's words announce what adds up the others.
func (r *Rules) Totals(words string) bool { return r.total.MatchString(words) }

// components are those that the columns name.
func (t Table) components() (named []string) {
	for _, c := range t.columns {
		if c.counts && c.component != "" && !slices.Contains(named, c.component) {
			named = append(named, c.component)
		}
	}
	return named
}

// onlyComponent is the one whose words the last piece of a caption has that has those of any: what stands above it, or before it, is of more.
// It is "" where no piece has, or that one has those of several.
func (r *Rules) onlyComponent(caption string) string {
	lines := strings.Split(caption, "\n")
	for _, line := range slices.Backward(lines) {
		to := len(line)
		for _, at := range slices.Backward(append([][]int{{0}}, r.begins.FindAllStringIndex(line, -1)...)) {
			named := r.componentsIn(line[at[0]:to])
			if len(named) > 0 {
				return one(named)
			}
			to = at[0]
		}
	}
	return ""
}

// one is the only string of a list; "" where it has more, or none.
func one(list []string) string {
	if len(list) != 1 {
		return ""
	}
	return list[0]
}

// componentsIn are those whose words a text has, each once. What is read of one is not read of the next: military observers are no military.
func (r *Rules) componentsIn(text string) (named []string) {
	for _, c := range r.Components {
		if !c.words.MatchString(text) {
			continue
		}
		text = c.words.ReplaceAllString(text, "")
		if !slices.Contains(named, c.Is) {
			named = append(named, c.Is)
		}
	}
	return named
}

// Nation is the place of the cell that names the nation.
func (t Table) Nation() int { return t.from + t.nation }

// Kinds says that a column names the component of each row, so that a nation may have several.
func (t Table) Kinds() bool { return t.kind >= 0 }

// own are the cells of a row in the table's own columns.
func (t Table) own(cells []string) []string {
	if t.alone {
		return cells
	}
	return cells[min(t.from, len(cells)):min(t.from+len(t.columns), len(cells))]
}

// Sums says that a row adds up the others.
func (t Table) Sums(cells []string) bool {
	cells = t.own(cells)
	return t.nation < len(cells) && t.rules.total.MatchString(strings.TrimSpace(cells[t.nation]))
}

// Shares are what a row counts of each component: the total, where columns of one add up to it, else their sum. None is left out.
// A row with more or fewer cells than the header is understood where there is but one number. Unclear says that it counts more, of which
// no sum can be told: columns that do not add up, or a cell with a figure in it that is no number.
func (t Table) Shares(cells []string) (shares []Share, unclear bool) {
	cells = t.own(cells)
	if t.nation >= len(cells) || t.kind >= len(cells) || t.kind >= 0 && t.rules.total.MatchString(cells[t.kind]) {
		return nil, false
	}
	if len(cells) != len(t.columns) && !(len(cells) == 2 && len(t.components()) < 2) {
		return nil, false
	}
	type sum struct {
		of, total            int
		has, unclear, totals bool // totals: the unclear is one of the totals
	}
	sums, order := map[string]*sum{}, []string{}
	for i, cell := range cells {
		c := column{counts: i != t.nation, total: true}
		if len(cells) == len(t.columns) {
			c = t.columns[i]
		} else if named := t.components(); len(named) == 1 {
			c.component = named[0]
		}
		n, ok := Number(cell)
		c.unclear = c.unclear || !ok && figure.MatchString(cell)
		if !c.counts || !ok && !c.unclear {
			continue
		}
		if t.kind >= 0 {
			c.component = one(t.rules.componentsIn(cells[t.kind]))
		}
		s := sums[c.component]
		if s == nil {
			s = &sum{}
			sums[c.component] = s
			order = append(order, c.component)
		}
		s.unclear, s.totals = s.unclear || c.unclear, s.totals || c.unclear && c.total
		if c.total {
			s.total, s.has = s.total+n, true
		} else {
			s.of += n
		}
	}
	for _, component := range order {
		s := sums[component]
		if s.totals || s.unclear && !s.has {
			unclear = true
			continue
		}
		if s.has {
			s.of = s.total
		}
		if s.of > 0 {
			shares = append(shares, Share{component, s.of})
		}
	}
	return shares, unclear
}

var figure = regexp.MustCompile(`\d`)

var number = regexp.MustCompile(`^(\d{1,3}(?:[ ,.  ]?\d{3})*)[ ]?[*†‡]?[a-z]?[*†‡¹²³⁴⁵⁶⁷⁸⁹]?$`)

// Number is the number in a cell, less its footnote mark: "1 369a" is 1369. A dash, or nothing, is 0. It is false where a cell holds something else.
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
