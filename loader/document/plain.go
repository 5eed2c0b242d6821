package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainBlocks reads lines of plain text, such as the text layer of a page: lines are wrapped, words are broken at line ends, and page
// furniture stands between them.
func plainBlocks(lines []string) []block {
	r := &plainReader{}
	r.words = map[string]int{}
	lines = withoutFurniture(lines)
	for i, l := range lines {
		l = ligatures.Replace(l)
		lines[i] = l
		for _, w := range strings.Fields(l) {
			r.words[strings.Trim(w, ".,;:()”“\"’")]++
		}
	}
	r.width, r.compounds, r.spaced = width(lines), r.breaksCompounds(lines), isSpaced(lines)
	for i, l := range lines {
		next := ""
		for _, n := range lines[i+1:] {
			if next = n; !strings.HasPrefix(n, noteSign) {
				break
			}
		}
		r.line = i + 1
		if r.read(l, next); len(r.blocks) > maxBlocks {
			break
		}
	}
	r.flush()
	return r.blocks
}

var (
	parted   = regexp.MustCompile(`^(\d{1,3}) ?\.? *$`)
	numbered = regexp.MustCompile(`^(\d{1,3}) ?\. +(\S.*)$`)
	dotless  = regexp.MustCompile(`^(\d{1,3}) +(\p{Lu}.*)$`)
	inLine   = regexp.MustCompile(`[.:;”"’)] +(\d{1,3})\. +\p{Lu}`)
	citing   = regexp.MustCompile(`(?i)\b(?:paragraphs?|paras?\.?|sections?|articles?|annex|tables?|figures?|phases?|pages?|nos?\.?|resolution` +
		`|(?:paragraphs|paras\.?) \d+(?:,| and| to| or)|about|at|between|by|for|from|in|of|on|than|to|until|with)$`) // or a number must come
	sub       = regexp.MustCompile(`^(?:\([a-z]{1,4}\)|[•·–—-]) +\S`)
	roman     = regexp.MustCompile(`^(?:[IVXL]+|[A-H])\. +\p{Lu}`)
	noted     = regexp.MustCompile(`^(?:_{5,}|-{10,})$`)
	addressee = regexp.MustCompile(`(?i)\b(?:security council|general assembly) ?$`)
	// hyphenable are first parts of words that are written with a hyphen, where the text does not write the whole without one.
	hyphenable = regexp.MustCompile(`(?i)^(?:anti|co|counter|cross|ex|far|full|half|high|ill|inter|large|long|low|mid|much|multi|non` +
		`|part|post|pre|quasi|self|semi|short|small|vice|well)-|^re-e`)
	fullStop = regexp.MustCompile(`[.!?:;][”"’)\]]*$`)
)

// plainReader puts lines together to blocks.
type plainReader struct {
	blocks []block
	words  map[string]int // how often each word stands in the text
	width  int            // of a full line, in code points
	line   int

	compounds bool // lines end in hyphens only where a word has one
	spaced    bool // blank lines stand between paragraphs

	lines  []string // of the block in the making, as they go into it
	size   int      // of lines
	number int
	began  int
	last   int // the last number read
	rows   int // of the table that is read
	header string
	items  int     // how many numbered paragraphs have begun
	titled bool    // the title has been read
	body   bool    // a numbered paragraph, or a letter, has begun
	blank  bool    // a blank line stood before
	notes  []block // whose marks stand in the block in the making

	slashed bool // the marks of the notes are a typist's
}

// tail is the last line of the block in the making; "" where there is none.
func (r *plainReader) tail() string {
	if len(r.lines) == 0 {
		return ""
	}
	return r.lines[len(r.lines)-1]
}

// text is the block in the making, of which no more than its beginning matters.
func (r *plainReader) text() string { return strings.Join(r.lines[:min(len(r.lines), 5)], "") }

func (r *plainReader) read(l, next string) {
	if l == "" {
		r.blank = true
		return
	}
	if text, is := strings.CutPrefix(l, noteSign); is {
		r.note(text)
		return
	}
	defer func() { r.blank = false }()
	if strings.Contains(l, cellSign) {
		r.row(l)
		return
	}
	r.rows = 0
	if noted.MatchString(l) {
		r.flush()
		return
	}
	open := len(r.lines) > 0 && !fullStop.MatchString(r.tail()) // in mid-sentence
	if n, rest, ok := r.begins(l, next, open); ok {
		r.flush()
		r.number, r.began, r.last, r.body = n, r.line, n, true
		r.items++
		r.add(rest)
		return
	}
	switch {
	case r.beginsPart(l, open), !r.body && letterTitle.MatchString(l):
		r.flush()
		r.body = r.body || letterTitle.MatchString(l)
		if partName.MatchString(l) {
			r.last = 0
			r.add(l)
			if len(l) < 12 {
				r.flush()
			}
			return
		}
	case sub.MatchString(l) && !open, roman.MatchString(l) && len(l) < 100 && !open:
		r.flush()
	case len(r.lines) == 0, signature.MatchString(l), !open && r.fits(l):
		r.flush()
	case letterTitle.MatchString(r.text()) && addressee.MatchString(r.tail()):
		r.flush()
	case r.size > maxLine, r.number == 0 && reportTitle.MatchString(r.text()) && looksLikeHeading(block{text: r.text()}) && periodLine.MatchString(l):
		r.flush()
	case r.blank && open && startsSmall(l): // a page ended here
	case r.blank:
		r.flush()
	case !r.body:
		if !open || !wraps(r.text(), l) && (!r.titled || section.MatchString(r.text()) || section.MatchString(l)) {
			r.flush() // the masthead: a line is a line
		}
	case r.spaced && open: // in a heading, too
	case open && r.number == 0 && r.heading() && !startsSmall(l) && r.size < 60:
		r.flush()
	case !open && len(l) < 70 && !fullStop.MatchString(l) && (next == "" || beginsParagraph(next)) && !startsSmall(l):
		r.flush() // a heading
	}
	r.add(l)
}

// row takes a line of cells. A header that stands again belongs to a table that goes on, on another page.
func (r *plainReader) row(l string) {
	r.flush()
	row := cellRow(l, r.line)
	switch {
	case !row.header:
		r.rows++
	case row.text == r.header && r.rows > 0:
		return
	default:
		r.rows, r.header = 0, row.text
	}
	row.number = r.rows
	r.blocks = append(r.blocks, row)
}

// beginsPart says whether a line names a part of the report: in mid-sentence, only below a blank line, a heading or a signature.
func (r *plainReader) beginsPart(l string, open bool) bool {
	if !partName.MatchString(l) || len(l) >= 60 || startsSmall(l) {
		return false
	}
	return !open || r.blank || r.heading() || signature.MatchString(r.text())
}

// width is how long full lines are: nine of ten are no longer.
func width(lines []string) int {
	lengths := make([]int, 0, len(lines))
	for _, l := range lines {
		if l != "" {
			lengths = append(lengths, utf8.RuneCountInString(l))
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	slices.Sort(lengths)
	return lengths[len(lengths)*9/10]
}

// fits says whether the first word of a line would have gone onto the line before: then that one was ended on purpose. Letters are of
// different widths.
func (r *plainReader) fits(l string) bool {
	first, _, _ := strings.Cut(l, " ")
	return (utf8.RuneCountInString(r.tail())+utf8.RuneCountInString(first))*20 < r.width*17
}

// begins says whether a line begins a numbered paragraph: its number follows the last one, or is the first.
func (r *plainReader) begins(l, next string, open bool) (n int, rest string, ok bool) {
	follows := func(digits string) bool {
		n, _ = strconv.Atoi(digits)
		titled := r.titled || reportTitle.MatchString(r.text())
		misread := r.items == 1 && n == 2 || r.items == 0 && n < 10 && titled // the first number, by a reader of characters
		return n == r.last+1 || n == 1 && !open || misread
	}
	if m := numbered.FindStringSubmatch(l); m != nil && follows(m[1]) && !startsSmall(m[2]) && !(open && citing.MatchString(r.tail())) {
		return n, m[2], true
	}
	if m := parted.FindStringSubmatch(l); m != nil && follows(m[1]) && (!open || next == "" || !startsSmall(next)) && r.last+1 == n {
		return n, "", true
	}
	if m := dotless.FindStringSubmatch(l); m != nil && !open && r.last > 0 && n < r.last+2 && follows(m[1]) && n > 1 {
		return n, m[2], true
	}
	return 0, "", false
}

func beginsParagraph(l string) bool { return numbered.MatchString(l) || parted.MatchString(l) }

func startsSmall(l string) bool {
	c, _ := utf8.DecodeRuneInString(l)
	return unicode.IsLower(c)
}

// wraps says whether a line of the masthead goes on in the next one: titles do.
func wraps(text, next string) bool {
	title := reportTitle.MatchString(text) || letterTitle.MatchString(text)
	ends := roman.MatchString(next) || section.MatchString(next) || ending.MatchString(next)
	capitalsEnd := strings.ToUpper(text) == text && strings.ToUpper(next) != next
	return title && !ends && !capitalsEnd
}

func (r *plainReader) heading() bool { return looksLikeHeading(block{text: r.text()}) }

// add goes on with a block. A word that is broken at the end of a line is put together, with its hyphen where the text has it so elsewhere.
func (r *plainReader) add(l string) {
	if l == "" {
		return
	}
	r.size += len(l)
	if len(r.lines) == 0 {
		if r.number == 0 {
			r.began = r.line
		}
		r.lines = append(r.lines, l)
		return
	}
	last := &r.lines[len(r.lines)-1]
	before, head, tail, broken := broken(*last, l)
	whole, hyphened := r.words[head+tail], r.words[head+"-"+tail]
	switch {
	case broken && suspends.MatchString(tail):
		*last += " "
	case broken && whole == 0 && (r.compounds || hyphenable.MatchString(head+"-"+tail)):
	case broken && head != "" && startsSmall(l) && hyphened <= whole && (whole > 0 || hyphened > 0 || r.words[head] == 0 || r.words[tail] == 0):
		*last = before
	case broken && head != "", strings.HasSuffix(*last, "/"):
	default:
		*last += " "
	}
	r.lines = append(r.lines, l)
}

// suspends is what follows a first part of a word that shares its second: "medium- and long-term".
var suspends = regexp.MustCompile(`^(?:and|or|to)$`)

// broken divides a word at the end of a line: what stands before its hyphen, and its parts.
func broken(line, next string) (before, head, tail string, is bool) {
	const around = ".,;:()”“\"’"
	before, is = strings.CutSuffix(line, "-")
	first, _, _ := strings.Cut(next, " ")
	return before, strings.Trim(before[strings.LastIndexByte(before, ' ')+1:], around), strings.Trim(first, around), is
}

// breaksCompounds says that no line ends within a word but at a hyphen that the word has anyway: hardly any of those that lines end in is
// missing where the word stands again.
func (r *plainReader) breaksCompounds(lines []string) bool {
	const fewest, hardly = 8, 10
	breaks, missing := 0, 0
	for i, l := range lines[:max(len(lines)-1, 0)] {
		if _, head, tail, is := broken(l, lines[i+1]); is && head != "" && startsSmall(tail) {
			breaks++
			if r.words[head+tail] > 0 {
				missing++
			}
		}
	}
	return breaks >= fewest && missing*hardly < breaks
}

// isSpaced says that blank lines stand between the paragraphs of a text: above nearly all that have a number.
func isSpaced(lines []string) bool {
	const fewest, nearly = 5, 0.9
	all, apart := 0, 0
	for i, l := range lines {
		if i > 0 && numbered.MatchString(l) {
			all++
			if lines[i-1] == "" {
				apart++
			}
		}
	}
	return all >= fewest && float64(apart) >= nearly*float64(all)
}

// flush ends a block. A paragraph in the middle of whose lines the next numbers stand becomes several.
func (r *plainReader) flush() {
	text, number := strings.Join(r.lines, ""), r.number
	r.titled = r.titled || !r.body && reportTitle.MatchString(text)
	r.lines, r.number, r.size = nil, 0, 0
	end := func(to string) {
		b := block{text: clean(to), line: r.began}
		if number > 0 {
			b.kind, b.number = itemBlock, number
		}
		if b.text != "" || number > 0 {
			r.blocks = append(r.blocks, b)
		}
	}
	from := 0
	for _, m := range inLine.FindAllStringSubmatchIndex(text, -1) {
		if n, _ := strconv.Atoi(text[m[2]:m[3]]); number > 0 && n == number+1 {
			end(text[from:m[2]])
			from, number = m[3]+1, n
			r.last = max(r.last, n)
		}
	}
	end(text[from:])
	r.blocks, r.notes = append(r.blocks, r.notes...), nil
}
