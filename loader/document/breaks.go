package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// breaks takes out of blocks what stands where the pages of a document end (job numbers, page numbers, its own symbol), sets the notes
// there apart, and joins what it parted: a sentence that is open goes on behind it.
type breaks struct {
	own    string // the document's symbol
	out    []block
	body   bool           // a numbered paragraph, or a letter, has begun
	last   int            // the last number of a paragraph
	open   int            // the block in out that may go on; -1 where none may
	parted bool           // something was taken out, or a rule stood, since then
	noted  int            // the number of the note that may be followed by the next; -1 where none may
	heads  map[string]int // how often lines with the symbol at one end stand in the text, without their numbers

	masthead map[string]bool // what stands above the body
}

// withoutBreaks are blocks less what the ends of pages and of lines put between and into them.
func withoutBreaks(blocks []block) []block {
	r := &breaks{open: -1, noted: -1, heads: map[string]int{}, masthead: map[string]bool{}}
	for _, b := range blocks {
		if r.own == "" {
			r.own = headerSymbol.FindString(b.text)
		}
		for l := range strings.SplitSeq(b.text, "\n") {
			if besideSymbol(l, r.own) != "" {
				r.heads[numberIn.ReplaceAllString(l, "")]++
			}
		}
	}
	for i, b := range blocks {
		r.read(b, blocks[i+1:])
	}
	return r.out
}

// read takes a block before some others.
func (r *breaks) read(b block, next []block) {
	r.body = r.body || b.kind == itemBlock || letterTitle.MatchString(b.text) || numberOf(b) > 0
	if !r.body {
		r.masthead[b.text] = true
	}
	prose := b.kind == textBlock || b.kind == itemBlock
	if r.body && (prose || b.kind == headingBlock) && b.text != "" {
		if b.text = r.withoutMarks(b.text); b.text == "" || r.numbersPage(b, next) || r.headsPage(b.text) {
			r.parted = true
			return
		}
	}
	switch {
	case b.kind == ruleBlock:
		r.parted, r.noted = true, 0
		r.out = append(r.out, b)
		return
	case r.body && b.kind == textBlock && (r.note(b) || r.starNote(b, next)):
		r.parted = true
		return
	case b.kind == footnoteBlock:
		r.out = append(r.out, b)
		return
	}
	r.noted = -1
	if prose && r.body && !b.bold {
		b.text = withoutLineEnds(b.text, numberOf(b) > 0)
	}
	if r.body && r.goesOn(b, next) {
		r.out[r.open].text = joinedLines(r.out[r.open].text, b.text)
		r.parted = false
		return
	}
	r.out = append(r.out, b)
	r.open, r.parted = -1, false
	if n := numberOf(b); n > 0 {
		r.last = n
	}
	if prose && r.body && !b.bold && (numberOf(b) > 0 || !looksLikeHeading(b)) {
		r.open = len(r.out) - 1
	}
}

// numberOf is the number of a paragraph, which the form tells or its text begins with; 0 where it has none.
func numberOf(b block) (n int) {
	if b.kind == itemBlock {
		return b.number
	}
	first, _, _ := strings.Cut(b.text, "\n")
	if m := numbered.FindStringSubmatch(first); m != nil && b.kind == textBlock {
		n, _ = strconv.Atoi(m[1])
	}
	return n
}

// dashedNumber is a page's number between dashes, the first of which Markdown takes for that of a list.
var dashedNumber = regexp.MustCompile(`^(?:[-–—] ?)?\d{1,3} ?[-–—]$`)

// marksPage says whether a text is what a page has besides the text.
func (r *breaks) marksPage(l string) bool {
	l = strings.TrimSpace(l)
	m := pageHead.FindStringSubmatch(l)
	return furniture.MatchString(l) || language.MatchString(l) || dashedNumber.MatchString(l) || m != nil && m[1] == r.own ||
		besideSymbol(l, r.own) != "" && r.heads[numberIn.ReplaceAllString(l, "")] > 1
}

// withoutMarks is a text less those of its lines that pages have besides the text. A sentence that one of them parts goes on.
func (r *breaks) withoutMarks(text string) string {
	lines := strings.Split(text, "\n")
	of := stamped(lines)
	if !slices.ContainsFunc(lines, r.marksPage) && !slices.Contains(of, true) {
		return text
	}
	var b strings.Builder
	gap, before := false, ""
	for i, l := range lines {
		among := len(lines) == 1 || gap || i+1 < len(lines) && r.marksPage(lines[i+1])
		switch {
		case of[i], r.marksPage(l) && (among || !language.MatchString(l)):
			gap = true
			continue
		case before != "" && gap && !fullStop.MatchString(before) && !begins(l):
			b.WriteByte(' ')
		case b.Len() > 0:
			b.WriteByte('\n')
		}
		b.WriteString(l)
		gap, before = false, l
	}
	return b.String()
}

// numbersPage says whether a number that stands alone is a page's: it parts a sentence, or a paragraph that has ended from the next one
// with a number, and no paragraph has it.
func (r *breaks) numbersPage(b block, next []block) bool {
	if !digitsIn.MatchString(b.text) || r.open < 0 {
		return false
	}
	n, _ := strconv.Atoi(b.text)
	follows := n > r.last && n <= r.last+maxSkipped
	parted := r.parted
	for _, after := range next {
		switch {
		case after.text == "":
		case r.marksPage(after.text) || r.headsPage(after.text):
			parted = true
		case !isOpen(r.out[r.open].text):
			return numberOf(after) == r.last+1 && !follows
		default:
			return after.kind == textBlock && !after.within && (startsSmall(after.text) || parted && !follows && !digitsIn.MatchString(after.text))
		}
	}
	return false
}

// headsPage says that a text that stands within a sentence is the running head of a page, with the document's symbol at one end, or from
// the masthead.
func (r *breaks) headsPage(l string) bool {
	return r.open >= 0 && isOpen(r.out[r.open].text) && (besideSymbol(strings.TrimSpace(l), r.own) != "" || r.masthead[l])
}

var marksANote = regexp.MustCompile(`^(\d{1,3})[/)]? +(\S.*)$`)

const (
	endOfText = 100      // bytes of a text that say whether it is open
	mostOpen  = 64 << 10 // bytes of one that may go on
)

// isOpen says whether a text ends within a sentence.
func isOpen(text string) bool {
	end := text[max(0, len(text)-endOfText):]
	return !fullStop.MatchString(strings.TrimSpace(slashEnd.ReplaceAllString(end, "")))
}

// note sets a note apart: what stands below a rule and begins with a mark, where the text above it is open, and what follows with the next.
func (r *breaks) note(b block) bool {
	m := marksANote.FindStringSubmatch(strings.ReplaceAll(b.text, "\n", " "))
	if m == nil || startsWithDay.MatchString(b.text) || r.noted < 0 || r.open < 0 || b.within || b.bold {
		return false
	}
	n, _ := strconv.Atoi(m[1])
	slashed := strings.HasPrefix(b.text, m[1]+"/")
	if !slashed && (!isOpen(r.out[r.open].text) || startsSmall(m[2])) || r.noted > 0 && n != r.noted+1 || n == 0 {
		return false
	}
	r.noted = n
	b.kind, b.number, b.text = footnoteBlock, n, m[2]
	r.out = append(r.out, b)
	return true
}

var starred = regexp.MustCompile(`^(?:\*{1,3}|[†‡]) *(\p{L}.*|[“"‘(].*)$`)

// starNote sets a note with a sign for its mark apart, where the text above it is open: at the end of a page, and below a rule.
func (r *breaks) starNote(b block, next []block) bool {
	m := starred.FindStringSubmatch(strings.ReplaceAll(b.text, "\n", " "))
	if m == nil || r.open < 0 || b.within || b.bold || !isOpen(r.out[r.open].text) {
		return false
	}
	if ends := len(next) > 0 && (next[0].kind == ruleBlock || r.marksPage(next[0].text)); !ends && r.noted < 0 {
		return false
	}
	b.kind, b.text = footnoteBlock, m[1]
	r.out = append(r.out, b)
	return true
}

// goesOn says whether a block before some others goes on with the one above it: that one ends within a sentence, and pages ended between
// them, or the block begins with a small letter, or the one above ends with a word behind which more must come. A heading does not.
func (r *breaks) goesOn(b block, next []block) bool {
	if r.open < 0 || b.kind != textBlock || b.bold || b.aside || !isOpen(r.out[r.open].text) {
		return false
	}
	if b.within && (r.out[r.open].within || !r.parted || !startsSmall(b.text)) {
		return false
	}
	if beginsApart(b.text) || signature.MatchString(b.text) || letterTitle.MatchString(b.text) || partName.MatchString(b.text) {
		return false
	}
	above := r.out[r.open].text
	if len(above) > mostOpen {
		return false
	}
	if startsSmall(b.text) || goingOn.MatchString(above[max(0, len(above)-endOfText):]) {
		return true
	}
	return r.parted && !(looksLikeHeading(b) && r.headsNext(next))
}

// headsNext says whether what looks like a heading stands above a paragraph with a number, a heading or a table, or at the end.
func (r *breaks) headsNext(next []block) bool {
	for _, b := range next {
		if b.kind != ruleBlock && !r.marksPage(b.text) {
			return b.kind != textBlock || numberOf(b) > 0 || b.bold || partName.MatchString(b.text)
		}
	}
	return true
}

// letteredItem begins a part of a paragraph, or an item of a list.
var letteredItem = regexp.MustCompile(`^(?:\(?(?:[a-z]|[ivx]{1,5})[.)]|\(\d{1,2}\)|[•·–—*-]) *\S`)

// beginsApart says whether a line begins a paragraph, a part of one or a row.
func beginsApart(l string) bool {
	return begins(l) || sub.MatchString(l) || letteredItem.MatchString(l) || strings.Contains(l, " | ")
}
