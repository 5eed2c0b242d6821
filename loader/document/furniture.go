package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

// Page furniture is what stands on printed pages besides the text: running heads, symbols, page and job numbers, bar codes, language marks,
// tables of contents, maps.
var (
	job       = `\d{2}-\d{5}\*?(?: ?\([A-Z]\))?(?: +\d{6})?`
	furniture = regexp.MustCompile(`(?i)^(?:` +
		`(?:\d{1,3}(?:/\d{1,3})? +)?` + job + `(?: +\d{1,3}(?:/\d{1,3})?)?(?: *\*\d{6,8}\*)?(?: +/ ?\. ?\. ?\.)?` +
		`|\*\d{6,8}\*|\d{7}|\d{1,3}/\d{1,3}|\d{2}-\d{5}\b(?:.{0,24}| \([A-Z\d]\).{0,160})` +
		`|(?:english +)?page \d{1,3}(?: of \d{1,3})?|/ ?\. ?\. ?\.|[-–—•]+ ?(?:page )?\d{1,3}(?: of \d{1,3})? ?[-–—•]+|-{5}|please recycle.*|\d{6} english` +
		`|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: ?[ap]m\b)?.*|(?:file|https?)://\S+ +\d{1,3}/\d{1,3}` + // a browser's head and foot
		`)$`)
	pageHead  = regexp.MustCompile(`^(?:A/\S+[ –-]*)?(S/(?:\d{4}/\d+|\d{4,5})(?:/\w+\.\d+)*)\*?(?: +English)?(?: +Page \d{1,3})?$`)
	jobAtHead = regexp.MustCompile(`^(?:\d{1,3} +)?\d{2}-\d{5}(?: +\d{1,3})? +`)
	language  = regexp.MustCompile(`(?i)^english$`)
	digitsIn  = regexp.MustCompile(`^\d{1,3}$`)
	mapBegin  = regexp.MustCompile(`(?i)^map no\. ?\d+|^(?:the )?boundaries and names shown .*\bmap\b`)
	leader    = regexp.MustCompile(`(?:\. ?){5,}`)
	contents  = regexp.MustCompile(`(?i)^(?:table of )?contents(?: +paragraphs?)?(?: +page)?$`)
)

// sheet is a printed text as pages of lines. A dropped line is empty, and marked.
type sheet struct {
	pages   [][]string
	dropped [][]bool
}

// withoutFurniture are the lines of a text less its page furniture. A line of a form feed alone, or at the start of a line, begins a page.
// What furniture cut in two stands together: no blank line is left where a sentence goes on.
func withoutFurniture(lines []string) []string {
	s := &sheet{}
	s.divide(lines)
	s.dropMaps()
	s.dropHeads()
	s.dropRepeated()
	s.dropRunning()
	s.dropHeadsApart()
	s.dropPageNumbers()
	s.setNotes()
	return withoutContents(s.kept())
}

// divide makes pages of lines.
func (s *sheet) divide(lines []string) {
	page := []string{}
	end := func() {
		s.pages, s.dropped = append(s.pages, page), append(s.dropped, make([]bool, len(page)))
		page = []string{}
	}
	for _, l := range lines {
		rest := strings.TrimLeft(l, "\f")
		for range len(l) - len(rest) {
			end()
		}
		if rest != "" || rest == l {
			page = append(page, strings.TrimSpace(strings.Map(plainSpace, rest)))
		}
	}
	end()
}

func plainSpace(c rune) rune {
	if unicode.IsSpace(c) {
		return ' '
	}
	return c
}

func (s *sheet) drop(page, line int) { s.dropped[page][line] = true }

// edge are the first and the last lines of a page that are not empty.
func (s *sheet) edge(page, depth int) (top, foot []int) {
	for i, l := range s.pages[page] {
		if l != "" && !s.dropped[page][i] {
			top = append(top, i)
		}
	}
	return top[:min(depth, len(top))], top[max(0, len(top)-depth):]
}

// dropHeads takes out what its form tells to be furniture, and the document's own symbol and language wherever they stand again.
func (s *sheet) dropHeads() {
	own, body := "", false
	for n, p := range s.pages {
		of := stamped(p)
		for i, l := range p {
			body = body || n > 0 || begins(l)
			if rest := strings.TrimPrefix(l, jobAtHead.FindString(l)); rest != l && n > 0 { // a job number before the first words of a page
				p[i], l = rest, rest
			}
			m := pageHead.FindStringSubmatch(l)
			switch {
			case furniture.MatchString(l), of[i], language.MatchString(l) && body, m != nil && m[1] == own:
				s.drop(n, i)
			case own == "":
				own = headerSymbol.FindString(l)
			}
		}
	}
	s.dropMapPages()
	if len(s.pages) < 2 || own == "" {
		return
	}
	for n := 1; n < len(s.pages); n++ { // the heads of pages, misread, and their feet
		top, foot := s.edge(n, 3)
		for _, i := range top {
			if misreadHead(s.pages[n][i], own) || s.countsPage(n, s.pages[n][i], own) {
				s.drop(n, i)
			}
		}
		for _, i := range foot {
			if l := s.pages[n][i]; s.countsPage(n, l, own) || len(l) < 9 && !wordIn.MatchString(l) && strings.ContainsAny(l, "/.") && !parted.MatchString(l) {
				s.drop(n, i)
			}
		}
	}
}

// countsPage says that a line has the document's symbol and which of all its pages this one is, whatever else: "Kosovo Force operations
// S/2018/890, 2/3".
func (s *sheet) countsPage(page int, l, own string) bool {
	if begins(l) || !strings.Contains(l, own) {
		return false
	}
	m := pageOfAll.FindStringSubmatch(strings.Replace(l, own, "", 1))
	return m != nil && m[1] == strconv.Itoa(page+1) && m[2] == strconv.Itoa(len(s.pages))
}

var pageOfAll = regexp.MustCompile(`(?:^|[^\d/])(\d{1,3})(?: ?/ ?| of )(\d{1,3})(?:$|[^\d/])`)

var (
	wordIn    = regexp.MustCompile(`\p{L}{2}|\d{2}`)
	pageLabel = regexp.MustCompile(`^(\p{L}{3,5}) \d{1,3}$`)
)

// misreadHead says that a line is a document's symbol, its language or the number of a page, some letters of which a reader of characters
// misread.
func misreadHead(l, own string) bool {
	if m := pageLabel.FindStringSubmatch(l); m != nil {
		return levenshtein.ComputeDistance(strings.ToLower(m[1]), "page") <= 2
	}
	if len(l) < len(own)+3 && levenshtein.ComputeDistance(l, own) <= len(own)/3 {
		return true
	}
	return len(l) < 10 && levenshtein.ComputeDistance(strings.ToLower(l), "english") <= 3
}

// dropRunningLine takes a running line out of a page. Of what stands on the first, which has the masthead, the document's symbol stays, and
// a title where there is no other.
func (s *sheet) dropRunningLine(page, line int) {
	if page == 0 {
		l := s.pages[0][line]
		if own := headerSymbol.FindString(l); own != "" {
			s.pages[0][line] = own
			return
		}
		other := func(o string) bool { return o != l && titleWords.MatchString(o) }
		if titleWords.MatchString(l) && !slices.ContainsFunc(s.pages[0], other) {
			return
		}
	}
	s.drop(page, line)
}

// dropRepeated takes out lines that stand at the edge of three pages or more.
func (s *sheet) dropRepeated() {
	const depth = 3
	edges := map[string]int{}
	each := func(visit func(page, line int)) {
		for n := range s.pages {
			top, foot := s.edge(n, depth)
			for _, i := range append(top[:len(top):len(top)], foot...) {
				visit(n, i)
			}
		}
	}
	last := map[string]int{}
	each(func(n, i int) {
		if l := s.pages[n][i]; last[l] != n+1 {
			edges[l]++
			last[l] = n + 1
		}
	})
	each(func(n, i int) {
		if edges[s.pages[n][i]] >= 3 {
			s.dropRunningLine(n, i)
		}
	})
}

// dropMaps takes out maps: in a text with pages the page, unless text stands above the map; else what follows the map's number up to the
// next paragraph or heading.
func (s *sheet) dropMaps() {
	for n, p := range s.pages {
		for i := 0; i < len(p); i++ {
			if !mapBegin.MatchString(p[i]) && !(len(p[i]) > 200 && mapNumber.MatchString(p[i])) {
				continue
			}
			if len(s.pages) > 1 && !slices.ContainsFunc(p[:i], isText) {
				i = 0
			}
			for ; i < len(p) && !(len(s.pages) == 1 && endsMap(p[i])); i++ {
				s.drop(n, i)
			}
		}
	}
}

// isText says that a line is of the text, not a label of a map.
func isText(l string) bool {
	return numbered.MatchString(l) || partName.MatchString(l) || strings.Contains(l, cellSign)
}

// dropMapPages takes out pages that hold the caption of a map alone.
func (s *sheet) dropMapPages() {
	for n := range s.pages {
		if top, _ := s.edge(n, 3); len(top) == 1 && len(s.pages) > 1 && captionOfMap.MatchString(s.pages[n][top[0]]) {
			s.drop(n, top[0])
		}
	}
}

var captionOfMap = regexp.MustCompile(`(?i)\bmap\b`)

var mapNumber = regexp.MustCompile(`\bMap No\. ?\d+`)

// endsMap says that a line is text again.
func endsMap(l string) bool {
	return numbered.MatchString(l) || partName.MatchString(l) || roman.MatchString(l) || len(l) > 60 && sentenceLike.MatchString(l) && !mapBegin.MatchString(l)
}

var sentenceLike = regexp.MustCompile(`\b(?:the|of|and|was|were)\b.*\b(?:the|of|and|was|were|to|in)\b`)

// kept are the lines that were not dropped. Where some were, a sentence that is open goes on in the next line, without a blank one between.
func (s *sheet) kept() (kept []string) {
	gap, blank, before := false, false, ""
	for n, p := range s.pages {
		for i, l := range p {
			switch {
			case s.dropped[n][i]:
				gap = true
				continue
			case l == "":
				blank = true
				continue
			}
			if strings.HasPrefix(l, noteSign) {
				kept = append(kept, l)
				gap = true
				continue
			}
			open := gap && before != "" && !fullStop.MatchString(before) && !begins(l)
			if blank && !open && before != "" {
				kept = append(kept, "")
			}
			kept = append(kept, l)
			gap, blank, before = false, false, l
		}
	}
	return kept
}

// begins says that a line begins a paragraph, a part or a section.
func begins(l string) bool {
	return numbered.MatchString(l) || parted.MatchString(l) || partName.MatchString(l) || roman.MatchString(l)
}

// withoutContents takes out a table of contents: from its title to the last line with dots or a number that lead to a page.
func withoutContents(lines []string) []string {
	for i, l := range lines {
		if !contents.MatchString(l) {
			continue
		}
		end, entries := i, 0
		for j := i + 1; j < len(lines) && j-end < 6 && !(numbered.MatchString(lines[j]) && !leader.MatchString(lines[j])); j++ {
			if leader.MatchString(lines[j]) {
				end, entries = j, entries+1
			}
		}
		if entries > 1 {
			return append(lines[:i:i], lines[end+1:]...)
		}
	}
	return lines
}
