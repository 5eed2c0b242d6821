package document

import "slices"

const (
	gapWide = 1.3 // how far lines between which a paragraph ends are apart at least, of how far lines are
	gapKey  = 16  // letters by which the end of a line, and the beginning of the next, is known again
)

// pitchOf is how far the lines of a PDF are apart, from foot to foot: the median over its pages; 0 where it has too few.
func pitchOf(pages []pdfPage) float64 {
	const fewest = 10
	var all []float64
	for _, p := range pages {
		for i := 1; i < len(p.placed); i++ {
			if apart := footOf(p.placed[i-1]) - footOf(p.placed[i]); apart > 0 {
				all = append(all, apart)
			}
		}
	}
	if len(all) < fewest {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// footOf is where most words of a line stand, in points from the bottom: the deepest letters of the words are of several depths.
func footOf(l []pdfWord) float64 {
	var feet []float64
	for _, w := range l {
		feet = append(feet, w.bottom)
	}
	slices.Sort(feet)
	return feet[len(feet)/2]
}

// withGaps writes a blank line between lines that stand further apart on a page than lines of a paragraph do.
func withGaps(lines []string, placed [][]pdfWord, pitch float64) []string {
	if pitch == 0 {
		return lines
	}
	type pair struct{ end, beginning string }
	apart := map[pair]bool{}
	between := func(a, b string) pair { return pair{a[max(0, len(a)-gapKey):], b[:min(len(b), gapKey)]} }
	for i := 1; i < len(placed); i++ {
		if footOf(placed[i-1])-footOf(placed[i]) > gapWide*pitch {
			apart[between(squeezed(words(placed[i-1])), squeezed(words(placed[i])))] = true
		}
	}
	var out []string
	before := ""
	for _, l := range lines {
		now := squeezed(l)
		if before != "" && now != "" && apart[between(before, now)] {
			out = append(out, "")
		}
		out = append(out, l)
		before = now
	}
	return out
}
