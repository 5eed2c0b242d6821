package document

import (
	"cmp"
	"regexp"
	"strings"

	"councilgraph/loader/text"
)

func (p *layout) headingText(b block) {
	text := strings.ReplaceAll(b.text, "\n", " ")
	switch m := partName.FindStringSubmatch(b.text); {
	case m != nil:
		p.open(strings.ToUpper(m[1]))
		p.title = text
		if own := cmp.Or(m[2], m[3]); own != "" {
			p.reportTitle(own)
			p.fresh = false
		}
	case p.part == "" && letterTitle.MatchString(text):
		p.masthead()
		p.open("LETTER")
		p.doc.Date = ISODay(anyDate.FindString(text))
		p.title, p.doc.LetterTitle = text, text
		p.fresh = false
	case languageLine.MatchString(text): // page furniture
	case p.part == "" && (organName.MatchString(text) || !p.entitled() && (len(p.head) == 0 || reportTitle.MatchString(text)) || ending.MatchString(text) || p.entitled() && isPeriodOf(titleOf(strings.Join(p.head, "\n")), text)):
		p.head = append(p.head, text)
	case p.part == "":
		p.open("BODY")
		p.heading = text
	case p.fresh && reportTitle.MatchString(text):
		p.title += "\n" + text
		p.reportTitle(text)
		p.fresh = false
	case p.fresh && letterTitle.MatchString(text): // an annexed letter
		p.title += "\n" + text
		p.fresh = false
	default:
		p.headed(text)
	}
}

// breaksOff is the end of a heading that goes on in the next.
var breaksOff = regexp.MustCompile(`(?i)(?:^| )(?:of|the|and|in|for|on|to|united nations)$`)

// twoHeadings is a heading in capitals with the one below it run on to it: "II. WORK OF THE MISSION Police reform".
var twoHeadings = regexp.MustCompile(`^(?:[IVXL]+\. |[A-Z]\. )?\p{Lu}[^\p{Ll}]{8,} (\p{Lu}\p{Ll}.*)$`)

// headed takes a heading; one that breaks off goes on in the next, and of two the second is the nearest.
func (p *layout) headed(text string) {
	if m := twoHeadings.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if p.current == nil && p.last == p.headedAt && breaksOff.MatchString(p.heading) {
		text = p.heading + " " + text
	}
	p.heading, p.current, p.headedAt = text, nil, p.last
}

func (p *layout) reportTitle(s string) {
	if p.doc.Title == "" && reportTitle.MatchString(s) {
		p.doc.Title = joined(s)
		p.untold = true
	}
}

const months = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`

// periodLine is a line that is a run of days, or of months, and monthLine one that is a month.
var (
	periodLine = regexp.MustCompile(`(?i)^[(\[]?(?:(?:for|covering|from|period|reporting)\b[^.;\d]{0,40} )?(?:\d{1,2}(?: ` + months + `)?(?: \d{4})? ?(?:to|[-–—]|through|until) ?\d{1,2} ` +
		months + ` \d{4}|` + months + `(?: \d{4})? ?(?:to|[-–—]|through) ?` + months + ` \d{4})[)\]]?$`)
	monthLine = regexp.MustCompile(`(?i)^[(\[]?(?:for |month of )*` + months + ` \d{4}[)\]]?$`)
	monthly   = regexp.MustCompile(`(?i)\bmonthly\b`)
)

// isPeriodOf says whether a line below a title is the period of which the report is: a run of days or months, and of a monthly report a
// month.
func isPeriodOf(title, line string) bool {
	return periodLine.MatchString(line) || monthLine.MatchString(line) && monthly.MatchString(title)
}

// periodOfTitle takes a line right below the report's title that is its period for the end of it.
func (p *layout) periodOfTitle(b block) bool {
	below := p.untold
	p.untold = false
	if !below || b.kind != textBlock && b.kind != headingBlock || !isPeriodOf(p.doc.Title, b.text) {
		return false
	}
	p.doc.Title += ": " + strings.Trim(b.text, "()[]")
	p.title += "\n" + b.text
	return true
}

var bullet = regexp.MustCompile(`^[•·–—-] `)

// looksLikeHeading says that a block that nothing marks as one is a heading: it is in bold letters, or short and no sentence. Headings with
// a letter or a Roman number, or in capitals, may be longer.
func looksLikeHeading(b block) bool {
	const short, long = 100, 250
	most := short
	if roman.MatchString(b.text) || strings.ToUpper(b.text) == b.text {
		most = long
	}
	return b.bold || len(b.text) < most && !bullet.MatchString(b.text) && !isTotal(b.text) &&
		!strings.ContainsAny(b.text[len(b.text)-1:], ".;:,?!)”\"") && !strings.Contains(b.text, "\n") && !signature.MatchString(b.text)
}

// runOn is a text with a heading run on to it, behind a full stop: "They were trained. Police reform", "They were trained. B. Police:
// urgent needs". What begins as sentences do, or has a verb of theirs, is the beginning of one that was cut short.
var (
	runOn  = regexp.MustCompile(`^(?s:(.*[^\s.]{3}[.!?][)”"’]*)) ((?:[A-Z]\. |[IVX]+\. )?\p{Lu}[^.;:!?"“”\n]{2,100}(: \p{Ll}[\p{Ll} ]{3,60})?)$`)
	opener = regexp.MustCompile(`^(?:The|An?|Th(?:is|ese|ose|at)|There|I[nft]?|On|At|As|For|To|With|By|From|During|Since|While|When|After|Before|Although|However|Moreover|He|She|They|We|My|Our|Its?|M[rs]s?|Dr)\b`)
	finite = regexp.MustCompile(`\b(?:is|are|was|were|been?|has|have|had|will|would|shall|should|may|might|can|could|did|does|do|said|that|which)\b`)
)

// withoutRunOn parts a paragraph's text from the heading of the next paragraph that a copy without line ends has run on to it; "" where
// none is.
func withoutRunOn(paragraph string) (kept, heading string) {
	const words = 15
	m := runOn.FindStringSubmatch(paragraph)
	if m == nil || strings.Count(m[2], " ") >= words || finite.MatchString(m[2]) || opener.MatchString(m[2]) && m[3] == "" {
		return paragraph, ""
	}
	cut := breaksOff.MatchString(m[2]) && !strings.HasSuffix(m[2], "United Nations")
	if cut || partName.MatchString(m[2]) || isTotal(m[2]) || signature.MatchString(m[2]) || text.Abbreviates(paragraph, strings.LastIndexByte(m[1], '.')) {
		return paragraph, ""
	}
	return m[1], m[2]
}
