package document

// inOrder are the lines of a page in the order in which it shows them, where the text layer has the right one of two columns before the
// left.
func inOrder(lines []string, placed [][]pdfWord) []string {
	var shown []string
	reversed := false
	for i := 0; i < len(placed); {
		c := columnsFrom(placed[i:])
		if len(c.rows) == 0 {
			shown = append(shown, words(placed[i]))
			i++
			continue
		}
		reversed = reversed || c.reversed(lines)
		shown = append(shown, c.lines()...)
		i += len(c.rows)
	}
	if !reversed {
		return lines
	}
	return shown
}

// reversed says whether lines hold those of both columns, each for itself, all of the right one before the first of the left.
func (c *columns) reversed(lines []string) bool {
	at := map[string]int{}
	for i, l := range lines {
		at[squeezed(l)] = i
	}
	first, last := len(lines), -1
	for _, r := range c.rows {
		left, right := squeezed(words(r.left)), squeezed(words(r.right))
		l, foundLeft := at[left]
		k, foundRight := at[right]
		if left != "" && !foundLeft || right != "" && !foundRight {
			return false
		}
		if left != "" {
			first = min(first, l)
		}
		if right != "" {
			last = max(last, k)
		}
	}
	return last >= 0 && last < first
}

// lines are those of the left column, then those of the right one.
func (c *columns) lines() (left []string) {
	var right []string
	for _, r := range c.rows {
		if len(r.left) > 0 {
			left = append(left, words(r.left))
		}
		if len(r.right) > 0 {
			right = append(right, words(r.right))
		}
	}
	return append(left, right...)
}
