package document

import (
	"regexp"
	"strconv"
	"strings"

	"councilgraph/loader/text"
)

// gluedMark is a number that stands right behind a word, an acronym or their punctuation, as the mark of a footnote does in text that has
// lost its raised letters: "Prizren2".
var gluedMark = regexp.MustCompile(`(?:\p{Ll}{3}|\p{Lu}{4}|\p{Ll}[.,;:][”"’)]?)(\d{1,3})(?:[\s.,;:)]|$)`)

// gluedLetter is a small letter between the end of one sentence and the beginning of the next: "offences.a The", the mark of a footnote
// too.
var gluedLetter = regexp.MustCompile(`(\p{Ll}{3}\.)[a-h]( \p{Lu})`)

// marksAbove says that raised letters behind a text are the mark of a note, and no part of it: the "a" of "Jordan", which stands above the
// line.
func marksAbove(before *strings.Builder, raised string) bool {
	return strings.TrimSpace(before.String()) != "" && footnoteMark.MatchString(raised)
}

// tornNote is the line above the footnotes of a page and the first one's mark, where a text has run both into a sentence: "four years
// __________________ 1 Upon the announcement, the defence appealed. imprisonment".
var (
	tornNote = regexp.MustCompile(`(?:^|\s)_{10,}\s+([a-z]|[1-9]\d{0,2})\s+(\p{Lu})`)
	goesOn   = regexp.MustCompile(`[.!?][”"’)]?(\s+\p{Ll}{2})`)
)

// withoutNote takes the footnotes of a page out of a text that they were run into: up to where its sentence goes on with a small letter,
// else to its end. number is the first one's, 0 where there is none.
func withoutNote(whole string) (kept, note string, number int) {
	m := tornNote.FindStringSubmatchIndex(whole)
	if m == nil {
		return whole, "", 0
	}
	mark, end, rest := whole[m[2]:m[3]], len(whole), ""
	for at := m[4]; ; {
		next := goesOn.FindStringSubmatchIndex(whole[at:])
		if next == nil {
			break
		}
		if !text.Abbreviates(whole, at+next[0]) {
			end, rest = at+next[2], whole[at+next[2]:]
			break
		}
		at += next[1]
	}
	if number, _ = strconv.Atoi(mark); number == 0 {
		number = int(mark[0]-'a') + 1
	}
	return whole[:m[0]] + rest, whole[m[4]:end], number
}

// gluedNumber is a number that may be the mark of a footnote.
type gluedNumber struct{ paragraph, from, to, number int }

// unmark takes the marks of footnotes out of paragraphs. A number is one where it follows that of the mark before; the first is 1 or, in
// what is cut out of a longer document, the number before that of the next. A letter is one between two sentences.
func unmark(paragraphs []Paragraph) {
	found, last, taken := marksIn(paragraphs), 0, map[int]int{}
	for i, m := range found {
		begins := last == 0 && i+1 < len(found) && found[i+1].number == m.number+1
		if m.number != last+1 && !begins {
			continue
		}
		last = m.number
		p := &paragraphs[m.paragraph]
		p.Text = p.Text[:m.from-taken[m.paragraph]] + p.Text[m.to-taken[m.paragraph]:]
		taken[m.paragraph] += m.to - m.from
	}
	for i := range paragraphs {
		if p := &paragraphs[i]; p.Kind != "TABLE_ROW" {
			p.Text = gluedLetter.ReplaceAllString(p.Text, "$1$2")
		}
	}
}

func marksIn(paragraphs []Paragraph) (found []gluedNumber) {
	for i, p := range paragraphs {
		if p.Kind == "TABLE_ROW" || p.Kind == "FOOTNOTE" {
			continue
		}
		for at := 0; at < len(p.Text); {
			m := gluedMark.FindStringSubmatchIndex(p.Text[at:])
			if m == nil {
				break
			}
			if !text.Abbreviates(p.Text, at+m[2]-1) { // "S/2007/168/Add.1"
				number, _ := strconv.Atoi(p.Text[at+m[2] : at+m[3]])
				found = append(found, gluedNumber{i, at + m[2], at + m[3], number})
			}
			at += m[3]
		}
	}
	return found
}
