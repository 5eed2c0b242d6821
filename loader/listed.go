package loader

import (
	"fmt"
	"strings"

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
// before its number, and their total ("Argentina 39 Austria 24 Fiji 2 Total 65"). Only the total tells that nothing was lost: where it is
// not their sum, nothing is written, and a line says so.
func (r *reader) listedContributors(paragraph int, p document.Paragraph, t *annotatedText, names *naming) (doubts []string) {
	var list []listedNation
	whose := t.slots[:0:0] // the nations since the last number
	for _, s := range t.slots {
		if s.number == nil {
			if len(s.entities) == 1 && isNation(s.entities[0]) {
				whose = append(whose, s)
			}
			continue
		}
		number := int(s.number.Value)
		if len(whose) == 0 && len(list) >= fewestListed && r.rules.contributors.Totals(p.Text[list[len(list)-1].to:s.from]) {
			doubts = append(doubts, r.summed(paragraph, p, list, number, names)...)
			list = nil
		} else if next, ok := r.rules.listedWith(p.Text, list, whose, s); ok {
			list = append(list, next)
		} else {
			list = nil
		}
		whose = nil
	}
	return doubts
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
	caption := strings.TrimSpace(p.Text[:list[0].from])
	caption = caption[strings.LastIndexByte(caption, '\n')+1:]
	component, ok := r.rules.contributors.List(caption)
	body := r.bodyOf(caption, names)
	if !ok || body == nil {
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
