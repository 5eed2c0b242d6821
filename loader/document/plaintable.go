package document

import (
	"regexp"
	"strings"
)

var (
	// apartCells are what stands between the cells of a row that is set by blanks or tabs alone.
	apartCells = regexp.MustCompile(`\t+| {2,}`)
	pipeRule   = regexp.MustCompile(`^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$`)
	underline  = regexp.MustCompile(`^[-=]{2,}(?:\s+[-=]{2,})*$`)
	figureCell = regexp.MustCompile(`^(?:\d[\d.,  ]*\*?|[-–—])$`)
	drawn      = regexp.MustCompile(`^\s*[+|]`)
	pageColumn = regexp.MustCompile(`(?i)^(?:pages?|paragraphs?)$`)
)

// withTextTables writes the rows of the tables in plain text as lines of cells: of those that are drawn with signs, of those that have bars
// between their cells, and of those that are set by blanks or tabs, where a line of heads stands above lines that begin with a name and go
// on in figures.
func withTextTables(lines []string) (all []string) {
	for i := 0; i < len(lines); {
		rows, to := tableAt(lines, i)
		if len(rows) == 0 {
			all = append(all, lines[i])
			i++
			continue
		}
		all = append(all, rows...)
		i = to
	}
	return all
}

// tableAt is the table that begins at a line, and the line after it; no rows where none does.
func tableAt(lines []string, from int) (rows []string, to int) {
	first := strings.TrimSpace(lines[from])
	switch {
	case first == "":
		return nil, from
	case gridBorder.MatchString(first):
		for to = from; to < len(lines) && drawn.MatchString(lines[to]); to++ {
		}
		for _, b := range gridTable([]byte(strings.Join(lines[from:to], "\n"))) {
			rows = append(rows, rowLine(strings.Split(b.text, " | "), b.header))
		}
		if len(rows) == 0 { // signs that draw nothing
			rows = lines[from:to]
		}
		return rows, to
	case strings.Contains(first, "|") && from+1 < len(lines) && pipeRule.MatchString(strings.TrimSpace(lines[from+1])):
		rows = append(rows, rowLine(strings.Split(strings.Trim(first, "|"), "|"), true))
		for to = from + 2; to < len(lines) && strings.Contains(lines[to], "|"); to++ {
			rows = append(rows, rowLine(strings.Split(strings.Trim(strings.TrimSpace(lines[to]), "|"), "|"), false))
		}
		return rows, to
	}
	return alignedTable(lines, from)
}

// alignedTable is a table that is set by blanks or tabs.
func alignedTable(lines []string, from int) (rows []string, to int) {
	head := apartCells.Split(strings.TrimSpace(lines[from]), maxColumns)
	if len(head) < 2 || !letterIn.MatchString(head[0]) || pageColumn.MatchString(head[len(head)-1]) || numbered.MatchString(strings.TrimSpace(lines[from])) {
		return nil, from
	}
	for _, c := range head {
		if figureCell.MatchString(c) {
			return nil, from
		}
	}
	for at := from + 1; at < len(lines) && at-max(from, to-1) <= maxHeads; at++ {
		l := strings.TrimSpace(lines[at])
		if l == "" || underline.MatchString(l) || len(rows) == 0 && continued.MatchString(l) {
			continue
		}
		cells := alignedRow(l, len(head))
		if cells == nil {
			break
		}
		rows, to = append(rows, rowLine(cells, false)), at+1
	}
	if len(rows) < 2 {
		return nil, from
	}
	return append([]string{rowLine(head, true)}, rows...), to
}

// alignedRow are the cells of a row that is set by blanks: a name, and figures; nil where a line is none of so many columns.
func alignedRow(line string, columns int) []string {
	cells := apartCells.Split(line, maxColumns)
	if len(cells) != columns || !letterIn.MatchString(cells[0]) || numbered.MatchString(line) {
		return nil
	}
	for _, c := range cells[1:] {
		if !figureCell.MatchString(c) {
			return nil
		}
	}
	return cells
}

// continued stands below the heads of a table that goes on from the page before.
var continued = regexp.MustCompile(`(?i)^\((?:continued|cont[’'.]*d?\.?)\)$`)

var underlined = regexp.MustCompile(`(?m)^ *-{2,}(?: +-{2,})+ *$`)

// piped writes tables that are set by blanks, with a line of dashes below their heads, as pandoc does, with bars between their cells, line
// for line.
func piped(source []byte) []byte {
	if !underlined.Match(source) {
		return source
	}
	lines := strings.Split(string(source), "\n")
	for i := 0; i+1 < len(lines); i++ {
		if !underlined.MatchString(lines[i+1]) {
			continue
		}
		rows, to := alignedTable(lines, i)
		if len(rows) != to-i-1 {
			continue
		}
		bars := strings.NewReplacer("|", "\\|", cellSign, " | ", headSign, "")
		columns := strings.Count(rows[0], cellSign) + 1
		lines[i], lines[i+1] = bars.Replace(rows[0]), strings.Repeat("|-", columns)+"|"
		for k, row := range rows[1:] {
			lines[i+2+k] = bars.Replace(row)
		}
		i = to
	}
	return []byte(strings.Join(lines, "\n"))
}

// rowLine is a row as a line of cells.
func rowLine(cells []string, header bool) string {
	for i, c := range cells {
		cells[i] = clean(c)
	}
	line := strings.Join(cells, cellSign)
	if header {
		return headSign + line
	}
	return line
}
