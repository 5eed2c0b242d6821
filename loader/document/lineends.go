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
// with a word behind which more must come, and, in a paragraph with a number, where a line is as long as lines are.
func withoutLineEnds(text string, numbered bool) string {
	lines := strings.Split(text, "\n")
	all := lines[:1]
	for _, l := range lines[1:] {
		before := all[len(all)-1]
		if endsWithin(before, l, numbered) {
			all[len(all)-1] = before + " " + l
			continue
		}
		all = append(all, l)
	}
	return strings.Join(all, "\n")
}

// endsWithin says whether a line ends within a sentence that goes on in the next.
func endsWithin(before, next string, numbered bool) bool {
	if before == "" || next == "" || fullStop.MatchString(before) || beginsApart(next) || letteredItem.MatchString(before) && len(before) < fullLine || signature.MatchString(next) {
		return false
	}
	if startsSmall(next) || goingOn.MatchString(before) {
		return true
	}
	last := before[strings.LastIndexByte(before, '\n')+1:]
	return numbered && utf8.RuneCountInString(last) >= fullLine && !looksLikeHeading(block{text: next})
}
