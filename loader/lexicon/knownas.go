package lexicon

import "strings"

// knownAs gives to a person the name by which the text says that he is known: "Visar Gjoka, known as Doc, left. Doc denied it."
func (n *Names) knownAs(text string, ps []piece) []piece {
	for i := 0; i+3 < len(ps); i++ {
		if !isPersonPiece(ps[i]) {
			continue
		}
		k := i + 1
		if ps[k].folded == "also" || ps[k].folded == "better" || ps[k].folded == "widely" {
			k++
		}
		if k+2 >= len(ps) || ps[k].folded != "known" || ps[k+1].folded != "as" || strings.Trim(ps[i+1].gap, " ,(") != "" {
			continue
		}
		as := k + 2
		quoted := strings.Trim(ps[as].gap, " “\"‘") == "" && ps[as].gap != " "
		if one := ps[as]; one.entity != nil || !n.part(one) || !quoted && !n.foreign(one.folded) || as+1 < len(ps) && ps[as+1].beside() && (ps[as+1].cap || ps[as+1].entity != nil) {
			continue
		}
		n.own.AddShort(text[ps[as].from:ps[as].to-ps[as].ending], ps[i].entity)
		ps[as].entity, ps[as].surname = ps[i].entity, true
	}
	return ps
}
