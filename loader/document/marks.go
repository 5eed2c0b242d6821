package document

import (
	"regexp"
	"strconv"
)

// gluedMark is a number that stands right behind a word or its punctuation, as the mark of a footnote does in text that has lost its raised letters: "Prizren2".
var gluedMark = regexp.MustCompile(`(?:\p{Ll}{3}|\p{Ll}[.,;:][”"’)]?)(\d{1,3})(?:[\s.,;:)]|$)`)

// unmark takes the marks of footnotes out of paragraphs. A number is one where it follows that of the mark before, from 1 on.
func unmark(paragraphs []Paragraph) {
	last := 0
	for i := range paragraphs {
		p := &paragraphs[i]
		if p.Kind == "TABLE_ROW" || p.Kind == "FOOTNOTE" {
			continue
		}
		for at := 0; at < len(p.Text); {
			m := gluedMark.FindStringSubmatchIndex(p.Text[at:])
			if m == nil {
				break
			}
			if n, _ := strconv.Atoi(p.Text[at+m[2] : at+m[3]]); n != last+1 {
				at += m[3]
				continue
			}
			last++
			p.Text = p.Text[:at+m[2]] + p.Text[at+m[3]:]
			at += m[2]
		}
	}
}
