package document

import (
	"regexp"
	"strings"
)

// mostHead is how long a running head is at most, in bytes.
const mostHead = 140

// besideSymbol is what stands before or behind the document's own symbol at one end of a line, as in the running head of a page; "" where
// nothing does, or what is there is a sentence or begins a paragraph.
func besideSymbol(l, own string) string {
	if own == "" || len(l) > mostHead || begins(l) || strings.Contains(l, cellSign) {
		return ""
	}
	rest, ok := strings.CutSuffix(l, " "+own)
	if !ok {
		rest, ok = strings.CutPrefix(l, own+" ")
	}
	if rest = strings.TrimSpace(rest); !ok || !letterIn.MatchString(rest) || startsSmall(rest) || citing.MatchString(rest) || fullStop.MatchString(rest) {
		return ""
	}
	return rest
}

// wide is a gap between what stands at the two ends of a line.
var wide = regexp.MustCompile(`\S {3,}\S`)

// dropHeadsApart takes the running heads of its pages out of a text that has lost the ends of these. One stands apart, between blank lines
// or what else pages have: the document's symbol at one end of it, set off by a gap or again on another page, or the same words twice or
// more, each time beside a page's number; once will do where they stand in the masthead too, as a title does. One with the symbol that
// parts a sentence need not stand apart.
func (s *sheet) dropHeadsApart() {
	if len(s.pages) > 1 {
		return
	}
	p, own, body := s.pages[0], "", false
	found, masthead := map[string][]int{}, map[string]bool{}
	for i, l := range p {
		if own == "" {
			own = headerSymbol.FindString(l)
		}
		if body = body || begins(l); !body {
			masthead[l] = true
		}
		if !body || l == "" || s.dropped[0][i] || len(l) > mostHead {
			continue
		}
		switch head := besideSymbol(l, own); {
		case head != "" && (wide.MatchString(l) && s.standsApart(i) || s.withinSentence(i)):
			s.drop(0, i)
		case !s.standsApart(i):
		case head != "" || s.besidePageNumber(i) && letterIn.MatchString(l) && !begins(l) && !fullStop.MatchString(l) && !startsSmall(l):
			key := numberIn.ReplaceAllString(l, "")
			found[key] = append(found[key], i)
			if masthead[l] {
				s.drop(0, i)
			}
		}
	}
	for _, all := range found {
		for _, i := range all {
			if len(all) > 1 {
				s.drop(0, i)
			}
		}
	}
}

// standsApart says that what stands above a line of the one page, and below it, is blank or belongs to no text.
func (s *sheet) standsApart(i int) bool {
	p := s.pages[0]
	free := func(k int) bool {
		return k < 0 || k >= len(p) || p[k] == "" || s.dropped[0][k] || digitsIn.MatchString(p[k])
	}
	return free(i-1) && free(i+1)
}

// beside is the nearest line of the one page above line i, or below it, that passes a test; "" where there is none.
func (s *sheet) beside(i, step int, passes func(k int) bool) string {
	p := s.pages[0]
	for k := i + step; k >= 0 && k < len(p); k += step {
		if p[k] != "" && passes(k) {
			return p[k]
		}
	}
	return ""
}

// besidePageNumber says that the nearest line above a line of the one page, or the nearest below, is a number or belongs to no text.
func (s *sheet) besidePageNumber(i int) bool {
	for _, step := range []int{-1, 1} {
		number := false
		s.beside(i, step, func(k int) bool {
			number = s.dropped[0][k] || digitsIn.MatchString(s.pages[0][k])
			return true
		})
		if number {
			return true
		}
	}
	return false
}

// withinSentence says that the text around a line of the one page is one sentence for certain.
func (s *sheet) withinSentence(i int) bool {
	text := func(k int) bool { return !s.dropped[0][k] && !digitsIn.MatchString(s.pages[0][k]) }
	before, next := s.beside(i, -1, text), s.beside(i, 1, text)
	return before != "" && next != "" && !fullStop.MatchString(before) && !begins(next) && certainlyWithin(before, next)
}
