package document

import (
	"slices"
	"strings"
)

// withTables writes the rows of tables of nations on a page, which the text layer runs together, as lines of cells, by where their words
// stand.
func withTables(lines []string, placed [][]pdfWord) []string {
	if !nations.MatchString(strings.Join(lines, "\n")) {
		return lines
	}
	at := 0
	for _, row := range tableRows(placed) {
		from, to, ok := linesOf(lines[at:], row.squeezed)
		if !ok && row.heads != "" {
			from, to, ok = linesOfLetters(lines[at:], row.heads)
		}
		if ok {
			at += to
			for i := at - to + from; i < at; i++ {
				lines[i] = ""
			}
			lines[at-1] = row.line
		}
	}
	return lines
}

// linesOf are the lines that a row makes, which a raised mark may have divided.
func linesOf(lines []string, row string) (from, to int, ok bool) {
	const most = 3
	for from = range lines {
		if first := squeezed(lines[from]); first == "" || !strings.HasPrefix(row, first) {
			continue
		}
		all := ""
		for to = from; to < min(len(lines), from+most) && len(all) < len(row); {
			all += squeezed(lines[to])
			to++
		}
		if all == row {
			return from, to, true
		}
	}
	return 0, 0, false
}

// linesOfLetters are the lines that have the letters of heads in any order: the text layer may have them cell by cell.
func linesOfLetters(lines []string, heads string) (from, to int, ok bool) {
	const most = 8
	want := sorted(heads)
	for from = range lines {
		all := ""
		for to = from; to < min(len(lines), from+most) && len(all) < len(heads); to++ {
			all += squeezed(lines[to])
		}
		if squeezed(lines[from]) != "" && len(all) == len(heads) && sorted(all) == want {
			return from, to, true
		}
	}
	return 0, 0, false
}

func sorted(s string) string { return string(slices.Sorted(slices.Values([]rune(s)))) }

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
