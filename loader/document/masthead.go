package document

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/agnivade/levenshtein"
)

const days = `\b\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{4}\b`

var (
	anyDate  = regexp.MustCompile(`(?i)` + days)
	dayAlone = regexp.MustCompile(`(?im)^\s*` + days + `\s*$`)
	original = regexp.MustCompile(`(?i)\bOriginal:\s*(\p{L}+)`)
	// bracketed is the language, or the day, of a document in the Official Records: "[Original: English] [11 June 1985]".
	bracketed    = regexp.MustCompile(`(?i)\s*\[(original: *\p{L}+|` + days + `)\]`)
	distributed  = regexp.MustCompile(`(?i)\bDistr(?:\.|:|ibution\b)`)
	headerSymbol = regexp.MustCompile(`\bS/(?:\d{4}/\d+|\d{4,5})(?:/(?:Add|Rev|Corr)\.\d+)*\b`)
)

// masthead reads what stood before the first part, once: symbol, dates, language and title.
func (p *layout) masthead() {
	if p.head == nil {
		return
	}
	head := bracketed.ReplaceAllString(strings.Join(withoutStampLines(strings.Split(strings.Join(p.head, "\n"), "\n")), "\n"), "\n$1\n")
	p.head = nil
	day := cmp.Or(ISODay(strings.TrimSpace(dayAlone.FindString(head))), ISODay(anyDate.FindString(head)), misreadDay(head))
	if at := distributed.FindStringIndex(head); at == nil {
		p.doc.Date = day
	} else if p.doc.Distributed = ISODay(anyDate.FindString(head[at[1]:])); p.doc.Distributed == "" {
		p.doc.Distributed = day
	}
	if m := original.FindStringSubmatch(head); m != nil {
		p.doc.Language = strings.ToUpper(m[1][:1]) + strings.ToLower(m[1][1:])
	}
	p.doc.Symbol = headerSymbol.FindString(head)
	if p.doc.Title == "" {
		p.doc.Title = titleOf(head)
	}
}

var nearDate = regexp.MustCompile(`\b(\d{1,2}) +(\p{L}{3,10}) +(\d{4})\b`)

// misreadDay is a date whose month a reader of characters misread by a letter or two, where one month alone is that near: "6 Jue 1992"; ""
// where there is none.
func misreadDay(s string) string {
	for _, m := range nearDate.FindAllStringSubmatch(s, -1) {
		nearest, least, tied := "", 3, false
		for month := time.January; month <= time.December; month++ {
			switch far := levenshtein.ComputeDistance(strings.ToLower(m[2]), strings.ToLower(month.String())); {
			case far*3 > len(m[2]):
			case far < least:
				nearest, least, tied = month.String(), far, false
			case far == least:
				tied = true
			}
		}
		if nearest != "" && !tied {
			return ISODay(m[1] + " " + nearest + " " + m[3])
		}
	}
	return ""
}

var (
	// mark is what a masthead holds besides the title.
	mark = regexp.MustCompile(`(?im)\boriginal:\s*\p{L}+|\bdistr(?:\.|:|ibution\b):?(?:\s*(?:general|limited|restricted)\b)?` +
		`|\b[AS]/\S*\d\S*|` + days + `|\*\d{6,8}\*|\b\d{2}-\d{5}\*?(?: *\([A-Z]\))?(?: *\d{6}\b)?` +
		`|` + stampIn + `|^advance (?:unedited )?(?:copy|version)\b|^(?:united nations|nations|security council|general assembly|s|english)$`)
	reportTitle = regexp.MustCompile(`(?i)\b(?:reports?|note by)\b`)
	titleWords  = regexp.MustCompile(`(?i)\breport(?:s? (?:of|to|by|on|from|pursuant|submitted|prepared|concerning|covering|for)\b|\W*(?:\n|$))` +
		`|\bnote by the\b|(?-i:\bREPORT\b)`)
	organs = regexp.MustCompile(`^(?i)(?:united\s+nations\s+)?(?:security council|general assembly)\s+`)
	// section is a heading of the body, with which a title has ended.
	section = regexp.MustCompile(`^(?:(?:I|A|1)\.\s+\p{Lu}.*` +
		`|(?i:(?:\W*|1\s+)(?:introduction|(?:executive |table of )?(?:summary|contents)|background|overview|paragraphs +page)\W*))$`)
	sectionIn = regexp.MustCompile(`(?s)\s(?:I\.\s+\p{Lu}|(?:INTRODUCTION|Introduction|CONTENTS|Contents)(?:\n|$)).*$`)
	addition  = regexp.MustCompile(`[ ,:–—-]+((?i:addendum|corrigendum)(?: \d+)?)$`)
	// ending is what a line below a title adds to it.
	ending = regexp.MustCompile(`(?i)^\W*(?:addendum|corrigendum|(?:for|covering) the period|\d{1,2} \p{L}+(?: \d{4})? (?:to|-|–) \d|\d{1,2} ?(?:to|-|–) ?\d{1,2} \p{Lu}\p{L}+ \d{4}\W*$` +
		`|report of the secretary-general\W*$)`)
)

// titleOf is the title in a masthead: what follows the last of its marks and speaks of a report; "" where nothing does.
func titleOf(head string) string {
	marks := mark.FindAllStringIndex(head, -1)
	for i := len(marks); i >= 0; i-- {
		from := 0
		if i > 0 {
			from = marks[i-1][1]
		}
		rest := strings.TrimLeft(organs.ReplaceAllString(strings.TrimLeft(head[from:], "`*_ \t\n.:;,-–—)"), ""), " \n")
		if at := titleWords.FindStringIndex(rest); at != nil && at[0] < 200 && !strings.ContainsAny(rest[:at[0]], ".;") {
			return joined(sectionIn.ReplaceAllString(rest, ""))
		}
	}
	return ""
}

// besideTitle is a line of a masthead that is no part of a title, above or below it.
var besideTitle = regexp.MustCompile(`(?i)^(?:original: *\p{L}+|` + days + `)$`)

// joined is a title of several lines in one: those that are wrapped as they are, those of another matter after a colon.
func joined(title string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(strings.TrimRight(title, " \n*"), "\n") {
		if line = clean(line); besideTitle.MatchString(line) {
			continue
		}
		switch {
		case b.Len() == 0 || line == "":
		case (ending.MatchString(line) || isPeriodOf(b.String(), line)) && strings.Count(b.String(), "(") == strings.Count(b.String(), ")") && !strings.HasPrefix(line, "("):
			b.WriteString(": ")
		default:
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return addition.ReplaceAllString(b.String(), ": $1")
}

// entitled says that the masthead has its title.
func (p *layout) entitled() bool {
	return len(p.head) > 0 && titleOf(strings.Join(p.head, "\n")) != ""
}

// beginsWithDay is a sentence that begins with the day of which it tells.
var beginsWithDay = regexp.MustCompile(`^(?:As (?:at|of|on)|On|By|Since|Until) \d{1,2} \p{L}+ \d{4}, \p{L}`)

// beginsBody says whether a text without a number, below a title, belongs to the body, no more to the masthead.
func (p *layout) beginsBody(text string) bool {
	marked := mark.MatchString(text[:min(len(text), 40)]) && !beginsWithDay.MatchString(text)
	sentence := len(text) > 40 && strings.HasSuffix(text, ".") && !strings.HasPrefix(text, "*") && !marked
	return (section.MatchString(text) || sentence) && p.entitled()
}

// mastheadMark is what a cell holds that can only stand in a masthead.
var mastheadMark = regexp.MustCompile(`(?i)^(?:distr(?:\.|:|ibution\b).*|original: *\p{L}+|[AS]/(?:\d{4}/\d+|\d{4,5})\S*|united nations|(?:security council|general assembly)\b.{0,40})$`)

// ofMasthead takes a row of a table above the report for lines of its masthead: one of its cells is a mark of that, or the row above was one.
func (p *layout) ofMasthead(b block) bool {
	cells := Paragraph{Kind: "TABLE_ROW", Text: clean(b.text)}.Cells()
	p.setHead = p.setHead && !b.header || slices.ContainsFunc(cells, mastheadMark.MatchString)
	for _, c := range cells {
		if p.setHead && c != "" {
			p.head = append(p.head, c)
		}
	}
	return p.setHead
}
