package document

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	numberIn = regexp.MustCompile(`\d{1,4}`)
	letterIn = regexp.MustCompile(`\p{L}{2}`)
)

// dropRunning takes out lines at the edge of three pages or more that are alike but for a number, which counts the pages: "Kosovo Force
// operations, page 2 of 3".
func (s *sheet) dropRunning() {
	const depth, least = 3, 3
	on := map[string]map[int]bool{} // the pages that have such a line
	each := func(visit func(page, line int, key string)) {
		for n := range s.pages {
			top, foot := s.edge(n, depth)
			for _, i := range append(top[:len(top):len(top)], foot...) {
				l := s.pages[n][i]
				if !letterIn.MatchString(l) || begins(l) || strings.Contains(l, cellSign) {
					continue
				}
				for _, at := range numberIn.FindAllStringIndex(l, -1) {
					v, _ := strconv.Atoi(l[at[0]:at[1]])
					visit(n, i, l[:at[0]]+"\x00"+strconv.Itoa(v-n)+"\x00"+l[at[1]:])
				}
			}
		}
	}
	each(func(n, _ int, key string) {
		if on[key] == nil {
			on[key] = map[int]bool{}
		}
		on[key][n] = true
	})
	each(func(n, i int, key string) {
		if len(on[key]) >= least {
			s.dropRunningLine(n, i)
		}
	})
}

// dropPageNumbers takes out numbers on lines of their own: at the edge of a page, those that count the pages, from whatever number on; in a
// text without pages, those that blank lines set apart, where its paragraphs have their numbers before their first words, or where they
// stand within a sentence and count up.
func (s *sheet) dropPageNumbers() {
	if len(s.pages) == 1 {
		s.dropNumbersApart()
		return
	}
	on := map[int]int{} // how many pages have a number that is so much more than theirs
	each := func(visit func(page, line, ahead int)) {
		for n, p := range s.pages {
			top, foot := s.edge(n, 2)
			for _, i := range append(top[:len(top):len(top)], foot...) {
				if digitsIn.MatchString(p[i]) {
					v, _ := strconv.Atoi(p[i])
					visit(n, i, v-n)
				}
			}
		}
	}
	each(func(_, _, ahead int) { on[ahead]++ })
	each(func(n, i, ahead int) {
		if ahead == 1 || on[ahead] > 1 && ahead > 0 {
			s.drop(n, i)
		}
	})
}

func (s *sheet) dropNumbersApart() {
	inline, p := 0, s.pages[0]
	for _, l := range p {
		if numbered.MatchString(l) {
			inline++
		}
	}
	if inline < 2 {
		return
	}
	for i, l := range p {
		if digitsIn.MatchString(l) && i > 0 && p[i-1] == "" && (i+1 == len(p) || p[i+1] == "") {
			s.drop(0, i)
		}
	}
}

// noteSign begins a line of a footnote, which stands apart from the text.
const noteSign = "\x1d"

// noteMark begins a footnote: a number without a full stop, or a sign.
var noteMark = regexp.MustCompile(`^(?:(\d{1,3})[)/]?|\*{1,3}|[†‡]) *(\p{L}.*|[“"‘(].*)$`)

// setNotes sets the footnotes at the foot of pages apart: what stands below the last rule of a page, if it begins with a mark, up to what
// begins a paragraph.
func (s *sheet) setNotes() {
	if len(s.pages) < 2 {
		s.setNotesWithin()
		return
	}
	for n, p := range s.pages {
		rule := -1
		for i, l := range p {
			if noted.MatchString(l) && !s.dropped[n][i] {
				rule = i
			}
		}
		if rule < 0 {
			continue
		}
		begun := false
		for i := rule + 1; i < len(p) && !numbered.MatchString(p[i]) && !strings.Contains(p[i], cellSign); i++ {
			if p[i] == "" || s.dropped[n][i] {
				continue
			}
			if begun = begun || noteMark.MatchString(p[i]); !begun {
				break
			}
			p[i] = noteSign + p[i]
		}
		if begun {
			s.drop(n, rule)
		}
	}
}

// note takes a line of a footnote. It begins one where its mark follows that of the one before.
func (r *plainReader) note(l string) {
	n := 0
	if m := noteMark.FindStringSubmatch(l); m != nil && (len(r.notes) == 0 || !startsWithDay.MatchString(l) && r.slashed == slashNote.MatchString(l)) {
		n, _ = strconv.Atoi(m[1])
		r.slashed = slashNote.MatchString(l)
		if len(r.notes) == 0 || n < 2 || n == r.notes[len(r.notes)-1].number+1 {
			r.notes = append(r.notes, block{kind: footnoteBlock, number: n, text: m[2], line: r.line})
			return
		}
	}
	last := &r.notes[len(r.notes)-1]
	in := plainReader{words: r.words}
	in.add(last.text)
	in.add(l)
	last.text = strings.Join(in.lines, "")
}
