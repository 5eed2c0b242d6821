package document

import "unicode/utf8"

// proseOfCell is how many letters a cell that is a column of a page has at least.
const proseOfCell = 40

// isNewspaper says whether a table is a page in columns: of one row, or of others with one cell each, whose cells are prose and hold
// paragraphs the numbers of which count on from cell to cell.
func (g *grid) isNewspaper() bool {
	wide, last, items, several := 0, 0, 0, false
	for _, r := range g.rows {
		filled, sparse := 0, false
		for _, c := range r.cells {
			if len(c.blocks) == 0 {
				continue
			}
			filled++
			sparse = sparse || utf8.RuneCountInString(c.text()) < proseOfCell
			several = several || len(c.blocks) > 1
			for _, b := range c.blocks {
				n := numberOf(b)
				switch {
				case n == 0:
					continue
				case b.text == "" || items > 0 && n != last+1:
					return false
				}
				items, last = items+1, n
			}
		}
		if filled > 1 {
			if wide++; sparse {
				return false
			}
		}
	}
	return wide == 1 && items > 1 && several
}
