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

// day and month are the two parts of a date that a line end may part.
var (
	day   = regexp.MustCompile(`\s\d{1,2}$`)
	month = regexp.MustCompile(`^` + months + `\b`)
)

// behindVerb is a line behind which more of its sentence must come: what its verb is done to, or the rest of the name ("the police
// arrested", "arrested Arben"), or what happened on its day ("On 4 May, Arben").
var behindVerb = regexp.MustCompile(`\p{L} (?:\p{Ll}{2,}ed|met|shot|told|held|sent|found|sought|hit|saw|took|gave|named|beat|caught)(?: \p{Lu}[\p{L}’'.-]*){0,2}$` +
	`|^(?:\d{1,3}\. )?On (?:\d|the )`)

var sentenceEnd = regexp.MustCompile(`[.!?][”"’)\]]*$`)

// verbGoesOn says that a line ends behind a verb, and the next begins with a name and ends the sentence.
func verbGoesOn(before, next string) bool {
	return behindVerb.MatchString(before) && !opener.MatchString(next) && sentenceEnd.MatchString(next)
}

// withoutLineEnds joins the lines of a paragraph that end within a sentence: where the next begins with a small letter, where a line ends
// within a word or a date, or with a word behind which more must come, and, in a paragraph with a number, where a line ends behind a verb
// or is as long as lines are, or where the lines make one sentence and one of them ends within it for certain.
func withoutLineEnds(text string, numbered bool) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	lines := strings.Split(text, "\n")
	one := numbered && oneSentence(lines)
	r := plainReader{words: map[string]int{}}
	for _, l := range lines {
		n := len(r.lines)
		if n == 0 || l == "" || !one && !endsWithin(r.tail(), l, numbered) {
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
	return certainlyWithin(before, next) || numbered && verbGoesOn(before, next) || numbered && utf8.RuneCountInString(before) >= fullLine && !looksLikeHeading(block{text: next})
}

// certainlyWithin says that the end of a line parts, for certain, what belongs together.
func certainlyWithin(before, next string) bool {
	return startsSmall(next) || brokenWord.MatchString(before) || goingOn.MatchString(before) || day.MatchString(before) && month.MatchString(next)
}

// oneSentence says that lines hold one sentence, which a line ends within for certain: only the last ends as sentences do, and none begins
// an item of a list or what stands apart.
func oneSentence(lines []string) bool {
	certain, last := false, len(lines)-1
	for i, l := range lines[:last] {
		if l == "" || fullStop.MatchString(l) || beginsApart(lines[i+1]) || letteredItem.MatchString(l) || signature.MatchString(lines[i+1]) {
			return false
		}
		certain = certain || certainlyWithin(l, lines[i+1])
	}
	return certain && fullStop.MatchString(lines[last])
}
