package loader

import (
	"fmt"
	"strings"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/loader/contribution"
	"councilgraph/loader/document"
	"councilgraph/loader/lexicon"
)

// listedNation is a nation of a list, with its number: the words are from and to in the paragraph.
type listedNation struct {
	nation   *lexicon.Entity
	number   int
	from, to int
}

// fewestListed are the nations that make a list.
const fewestListed = 3

// listedContributors reads what is left of a table of contributors whose columns a converter or a text layer ran together: nations, each
// before its number, and their total ("Argentina 39 Austria 24 Fiji 2 Total 65"). Women and men may stand before a row's own total ("Fiji 1 2
// 3 Norway 1 1 Total 1 3 4"). Only the totals tell that nothing was lost: where the last is not the sum of all, nothing is written, and a
// line says so.
func (r *reader) listedContributors(paragraph int, p document.Paragraph, t *annotatedText, names *naming) (doubts []string) {
	var list []listedNation
	whose := t.slots[:0:0] // the nations since the last number
	byWomen := byWomen.MatchString(p.Text)
	for i := 0; i < len(t.slots); i++ {
		s := t.slots[i]
		if s.number == nil {
			if len(s.entities) == 1 && isNation(s.entities[0]) {
				whose = append(whose, s)
			}
			continue
		}
		if byWomen {
			i += ofWomenAndMen(p.Text, t.slots[i:])
			s.number, s.to = t.slots[i].number, t.slots[i].to
		}
		number := int(s.number.Value)
		if len(whose) == 0 && len(list) >= fewestListed && r.rules.contributors.Totals(p.Text[list[len(list)-1].to:s.from]) {
			doubts = append(doubts, r.summed(paragraph, p, list, number, names)...)
			list = nil
		} else if next, ok := r.rules.listedWith(p.Text, list, whose, s); ok {
			list = append(list, next)
		} else {
			doubts = append(doubts, r.unsummed(p, list, names)...)
			list = nil
		}
		whose = nil
	}
	return append(doubts, r.unsummed(p, list, names)...)
}

// unsummed tells of a list that ends without a total, whose nations are told of nobody: what a row has lost cannot be seen there.
func (r *reader) unsummed(p document.Paragraph, list []listedNation, names *naming) []string {
	if len(list) < fewestListed {
		return nil
	}
	caption, _, body := r.captionOf(p, list, names)
	if body == nil {
		return nil
	}
	return []string{fmt.Sprintf("line %d: the nations listed under “%.80s” have no total", p.Line, caption)}
}

// captionOf is what stands above a list, with the component that it is of and the body; nil where it names none.
func (r *reader) captionOf(p document.Paragraph, list []listedNation, names *naming) (caption, component string, body *lexicon.Entity) {
	caption = strings.TrimSpace(p.Text[:list[0].from])
	caption = caption[strings.LastIndexByte(caption, '\n')+1:]
	component, ok := r.rules.contributors.List(caption)
	if !ok {
		return caption, "", nil
	}
	return caption, component, r.bodyOf(caption, names)
}

// byWomen is what heads columns of women and men.
var byWomen = regexp.MustCompile(`(?i)\b(?:women|females?)\b.*\btotal\b`)

// ofWomenAndMen is how far behind a number the total stands of a row that parts it by women and men, one of which may be left out; 0 where
// no such row begins, or it does not add up.
func ofWomenAndMen(text string, numbers []slot) int {
	n := 1
	for n < min(len(numbers), 4) && numbers[n].number != nil && strings.TrimSpace(text[numbers[n-1].to:numbers[n].from]) == "" {
		n++
	}
	value := func(i int) float64 { return numbers[i].number.Value }
	if n == 3 && value(0)+value(1) == value(2) || n == 2 && value(0) == value(1) {
		return n - 1
	}
	return 0
}

// listedWith is the nation whose number comes next: the one right before it, if no other stands between it and the number before but the
// one whose that is, whose name may go on behind it ("United Kingdom of Great Britain 30 and Northern Ireland").
func (r *Rules) listedWith(text string, list []listedNation, whose []slot, number slot) (next listedNation, ok bool) {
	if len(whose) == 0 {
		return next, false
	}
	last := whose[len(whose)-1]
	next = listedNation{nation: last.entities[0], number: int(number.number.Value), from: last.from, to: number.to}
	for _, s := range whose[:len(whose)-1] {
		if len(list) > 0 && s.entities[0] != next.nation && s.entities[0] != list[len(list)-1].nation {
			return next, false
		}
	}
	return next, strings.TrimSpace(r.contributors.WithoutAsides(text[last.to:number.from])) == ""
}

// summed writes what the nations of a list contribute, if they add up to its total.
func (r *reader) summed(paragraph int, p document.Paragraph, list []listedNation, total int, names *naming) (doubts []string) {
	caption, component, body := r.captionOf(p, list, names)
	if body == nil {
		return nil
	}
	sum := 0
	for _, n := range list {
		sum += n.number
	}
	if sum != total {
		return []string{fmt.Sprintf("line %d: the nations listed under “%.80s” add up to %d, but their total says %d", p.Line, caption, sum, total)}
	}
	for _, n := range list {
		r.contributes(paragraph, n.from, n.to, n.nation, body, contribution.Share{Component: component, Personnel: n.number})
	}
	return nil
}
