package document

import (
	"cmp"
	"regexp"
	"strings"
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
	case p.part == "" && (organName.MatchString(text) || !p.entitled() && (len(p.head) == 0 || reportTitle.MatchString(text)) || ending.MatchString(text)):
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

// headed takes a heading; one that breaks off goes on in the next.
func (p *layout) headed(text string) {
	if p.current == nil && p.last == p.headedAt && breaksOff.MatchString(p.heading) {
		text = p.heading + " " + text
	}
	p.heading, p.current, p.headedAt = text, nil, p.last
}

func (p *layout) reportTitle(s string) {
	if p.doc.Title == "" && reportTitle.MatchString(s) {
		p.doc.Title = joined(s)
	}
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
