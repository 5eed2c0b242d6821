package document

import (
	"slices"
	"strings"
)

// withStrays puts words that a page draws after others of their line, or before them, where they stand: those in bold, or of a link, or in
// a field. The text layer has them as lines of their own.
func withStrays(lines []string, placed [][]pdfWord) []string {
	whole := map[string]bool{}
	for _, l := range lines {
		whole[squeezed(l)] = true
	}
	for _, row := range placed {
		if len(row) < 2 || whole[squeezed(words(row))] {
			continue
		}
		for i, l := range lines {
			strays, ok := straysOf(row, strings.Fields(l))
			if !ok {
				continue
			}
			if at, ok := linesMaking(lines, i, strays); ok {
				for _, j := range at {
					lines[j] = ""
				}
				lines[i] = spacedWords(row)
				break
			}
		}
	}
	return lines
}

const (
	besides = 0.7  // how wide the blank beside a stray word is at most, of the height of the letters: no gap between columns, or cells
	noBlank = 0.15 // how far letters of one word are apart at most
)

// straysOf are the words of a row that a line lacks which has the others, and more, in their order; false where they stand apart from
// these.
func straysOf(row []pdfWord, line []string) (strays string, ok bool) {
	if len(line) == 0 || len(line) >= len(row) {
		return "", false
	}
	next := 0
	for k, w := range row {
		if next < len(line) && w.text == line[next] {
			next++
			continue
		}
		strays += w.text
		for _, n := range []int{k, k + 1} { // the gaps on both sides
			if n > 0 && n < len(row) && row[n].left-row[n-1].right > besides*max(row[n].height(), row[n-1].height()) {
				return "", false
			}
		}
	}
	return strays, next == len(line) && len(strays) < len(squeezed(strings.Join(line, "")))
}

// linesMaking are the lines, other than one, that make some words without blanks, each of them whole.
func linesMaking(lines []string, but int, text string) (at []int, ok bool) {
	const most = 8
	for text != "" && len(at) < most {
		best, longest := -1, 0
		for i, l := range lines {
			if s := squeezed(l); i != but && len(s) > longest && !slices.Contains(at, i) && strings.HasPrefix(text, s) {
				best, longest = i, len(s)
			}
		}
		if best < 0 {
			return nil, false
		}
		at, text = append(at, best), text[longest:]
	}
	return at, text == ""
}

// spacedWords are the words of a row with blanks where it has some.
func spacedWords(row []pdfWord) string {
	var b strings.Builder
	for k, w := range row {
		if k > 0 && w.left-row[k-1].right > noBlank*max(w.height(), row[k-1].height()) {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}
