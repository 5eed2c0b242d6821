package document

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// goingOn are words that no line ends with which was ended on purpose.
var goingOn = regexp.MustCompile(`(?i)(?:^|\s)(?:an?|the|its|his|her|their|my|our|of|in|on|at|to|by|for|from|with|without|under|over|into|between|among|and|or|nor|but` +
	`|that|which|who|whose|where|when|while|as|than|is|are|was|were|be|been|has|have|had|will|would|not)$`)

// fullLine is how long a line of a numbered paragraph is at least that may have been ended for want of room.
const fullLine = 40

// withoutLineEnds joins the lines of a paragraph that end within a sentence: where the next begins with a small letter, where a line ends
// within a word, or with one behind which more must come, and, in a paragraph with a number, where a line is as long as lines are.
func withoutLineEnds(text string, numbered bool) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	r := plainReader{words: map[string]int{}}
	for l := range strings.SplitSeq(text, "\n") {
		n := len(r.lines)
		if n == 0 || l == "" || !endsWithin(r.tail(), l, numbered) {
			if n > 0 {
				r.lines[n-1] += "\n"
			}
			r.lines = append(r.lines, l)
			continue
		}
		r.add(l)
	}
	return strings.Join(r.lines, "")
}

// joinedLines are two lines in one. A word that is broken between them is whole.
func joinedLines(line, next string) string {
	r := plainReader{words: map[string]int{}}
	r.add(line)
	r.add(next)
	return strings.Join(r.lines, "")
}

var brokenWord = regexp.MustCompile(`\p{L}-$`)

// endsWithin says whether a line ends within a sentence that goes on in the next.
func endsWithin(before, next string, numbered bool) bool {
	if before == "" || fullStop.MatchString(before) || beginsApart(next) || letteredItem.MatchString(before) && len(before) < fullLine || signature.MatchString(next) {
		return false
	}
	if startsSmall(next) || brokenWord.MatchString(before) || goingOn.MatchString(before) {
		return true
	}
	return numbered && utf8.RuneCountInString(before) >= fullLine && !looksLikeHeading(block{text: next})
}
