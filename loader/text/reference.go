package text

import "strings"

// numbered is the end of the number that begins at i, by which the text before it, or the part of one, is called: "resolution 60/210",
// "para. 7"; i where none does.
func (g *grouper) numbered(i int) int {
	if !g.partOfText(i-1) || g.tag(i) != "CD" {
		return i
	}
	for i++; g.low(i) == "/" && g.tag(i+1) == "CD"; i += 2 {
	}
	return i
}

// partOfText says that the word at i names a text, or a part of one, that has a number: "resolution", "para.".
func (g *grouper) partOfText(i int) bool {
	word, cutShort := strings.CutSuffix(g.low(i), ".")
	return numberedTexts[Singular(word)] || cutShort && numbering[word] && !oneOf(word, "no", "nos")
}

// narrower is the end of what begins with the comma here and says which part is meant of the text named before it: "article 27, paragraph
// 2, of the law"; this place where nothing does.
func (g *grouper) narrower() int {
	to := g.numbered(g.at + 2)
	if g.low(g.at) != "," || g.last().Kind != NounGroup || !g.partOfText(g.last().Head) || !g.partOfText(g.at+1) || to == g.at+2 {
		return g.at
	}
	if g.low(to) == "," && oneOf(g.low(to+1), "of", "in") {
		to++
	}
	return to
}

// reference is the end of what stands in brackets here only to say where else to look: "(see S/2000/571, para. 27)", "(S/2000/571)"; this
// place where nothing does.
func (g *grouper) reference() int {
	next := g.at + 1
	if g.tokens[g.at].Text != "(" || next == len(g.tokens) || g.tokens[next].Kind != Symbol && !oneOf(g.low(next), "see", "cf.") {
		return g.at
	}
	for i := g.at + 2; i < len(g.tokens); i++ {
		switch g.tokens[i].Text {
		case ")":
			return i + 1
		case "(":
			return g.at
		}
	}
	return g.at
}

// itemMark is the end of the mark of an item of a list that begins at i, "(a)", "(iv)" or, where no number of something can stand, "(2)"; i
// where none does. It is no word of the sentence.
func (g *grouper) itemMark(i int) int {
	label := g.low(i + 1)
	if g.low(i) != "(" || g.low(i+2) != ")" || i+3 >= len(g.tokens) || g.tokens[i+1].Kind == Name {
		return i
	}
	letter := len(label) == 1 && label >= "a" && label <= "z" || label != "" && len(label) < 5 && strings.Trim(label, "ivx") == ""
	number := len(label) < 3 && g.tag(i+1) == "CD" && strings.Trim(label, "0123456789") == "" && (i == 0 || oneOf(g.low(i-1), ":", ";", "and") || g.last().Kind == VerbGroup)
	if !letter && !number {
		return i
	}
	return i + 3
}

// NumberedText says that a noun, in the singular, is of a text, or of a part of one, that is called by a number behind it: "article",
// "paragraph".
func NumberedText(noun string) bool { return numberedTexts[noun] }
