package document

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	// slashNote begins a footnote as typists wrote it, "1/ See above", and slashMark is its mark in the text: "a tractor. 1/ He was".
	slashNote = regexp.MustCompile(`^(\d{1,3})/ +\S`)
	slashMark = regexp.MustCompile(`(?:[\pL\d][.,;:]?|[.,;:)\]”"’])( *(\d{1,3})/)(?:[\s.,;:)]|$)`)
	slashEnd  = regexp.MustCompile(`(?:^|\s)\d{1,3}/$`)
	// startsWithDay is a line of a note that begins with a day, not with a mark.
	startsWithDay = regexp.MustCompile(`^\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b`)
)

// mostOfNotes is how many lines the notes of a page have at most.
const mostOfNotes = 40

// setNotesWithin sets the footnotes apart of a text whose pages nothing divides: what begins with a mark below a rule, or with one of a
// typist that stands in the text above, up to what ends the page; where nothing does, up to a blank line behind which no other note begins.
func (s *sheet) setNotesWithin() {
	p, open := s.pages[0], false // in mid-sentence
	marked, rule := map[string]bool{}, -1
	for i := 0; i < len(p); i++ {
		switch l := p[i]; {
		case l == "" || s.dropped[0][i]:
		case noted.MatchString(l):
			rule = i
		case s.beginsNote(i, rule, marked, open):
			end := s.endOfNotes(i)
			for j := i; j < end; j++ {
				if p[j] != "" {
					p[j] = noteSign + p[j]
				}
			}
			if rule >= 0 {
				s.drop(0, rule)
			}
			i, rule = end-1, -1
		default:
			for _, m := range slashMark.FindAllStringSubmatch(l, -1) {
				marked[m[2]] = true
			}
			rule, open = -1, !fullStop.MatchString(strings.TrimSpace(slashEnd.ReplaceAllString(l, "")))
		}
	}
}

// beginsNote says whether a line begins a note: with a typist's mark that the text above has, below a rule or a blank line, or, where a
// rule stands in a sentence, with the first mark of any kind.
func (s *sheet) beginsNote(line, rule int, marked map[string]bool, open bool) bool {
	l := s.pages[0][line]
	if m := slashNote.FindStringSubmatch(l); m != nil {
		return marked[m[1]] && (rule >= 0 || line > 0 && s.pages[0][line-1] == "")
	}
	m := noteMark.FindStringSubmatch(l)
	return m != nil && rule >= 0 && open && !startsSmall(m[2]) && !startsWithDay.MatchString(l)
}

// endOfNotes is the line behind the notes that begin at a line.
func (s *sheet) endOfNotes(from int) int {
	p := s.pages[0]
	short := len(p)
	for i := from; i < min(len(p), from+mostOfNotes); i++ {
		switch {
		case s.dropped[0][i]:
			return i
		case i > from && (begins(p[i]) || strings.Contains(p[i], cellSign)), noted.MatchString(p[i]):
			return min(i, short)
		case p[i] != "" && p[i-1] == "" && i > from && !noteMark.MatchString(p[i]):
			short = min(short, i)
		}
	}
	return min(short, len(p))
}

// unslash takes the marks of notes as typists wrote them out of paragraphs: those that count up, and that a footnote has.
func unslash(paragraphs []Paragraph) {
	notes := map[int]bool{}
	for _, p := range paragraphs {
		if p.Kind == "FOOTNOTE" {
			notes[p.Number] = true
		}
	}
	last := 0
	for i := range paragraphs {
		p := &paragraphs[i]
		if p.Kind == "TABLE_ROW" || len(notes) == 0 {
			continue
		}
		var b strings.Builder
		at := 0
		for _, m := range slashMark.FindAllStringSubmatchIndex(p.Text, -1) {
			n, _ := strconv.Atoi(p.Text[m[4]:m[5]])
			if !notes[n] || n != 1 && n != last+1 {
				continue
			}
			b.WriteString(p.Text[at:m[2]])
			at, last = m[3], n
		}
		b.WriteString(p.Text[at:])
		p.Text = b.String()
	}
}
