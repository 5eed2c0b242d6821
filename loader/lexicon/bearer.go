package lexicon

import "councilgraph/graph/fold"

// bearers gives a surname alone to the one whom the text has named in full with it, whoever else is known by it: "Arben Veseli was
// charged. Mr. Veseli denied it." Where the text has named two, it is nobody's.
func (n *Names) bearers(text string, ps []piece) []piece {
	for i := range ps {
		if !isPersonPiece(ps[i]) || !IsShort(ps[i].entity, text[ps[i].from:ps[i].to]) {
			continue
		}
		surname := fold.Name(surnameOf(ps[i].entity.Name))
		var bearer *Entity
		for j := range i {
			p := ps[j]
			if !isPersonPiece(p) || IsShort(p.entity, text[p.from:p.to]) || fold.Name(surnameOf(p.entity.Name)) != surname || p.entity == bearer {
				continue
			}
			if bearer != nil {
				bearer = nothing
				break
			}
			bearer = p.entity
		}
		if bearer != nil {
			ps[i].entity = bearer
		}
	}
	return ps
}
