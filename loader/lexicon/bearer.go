package lexicon

import (
	"strings"

	"councilgraph/graph/fold"
)

// bearers gives a surname alone to the one whom the text has named in full with it, whoever else is known by it: "Arben Veseli was
// charged. Mr. Veseli denied it." Where the text has named two, it is nobody's.
func (n *Names) bearers(text string, ps []piece) []piece {
	for i := range ps {
		if isPersonPiece(ps[i]) && n.calledWoman(ps, i) && !IsShort(ps[i].entity, text[ps[i].from:ps[i].to]) {
			n.women[ps[i].entity.ID()] = true
		}
		if ps[i].isPlace() && ps[i].gap == ". " && n.titled(ps, i, "Civil") {
			ps[i].entity = n.surnamedLike(ps[i].entity)
			continue
		}
		if !isPersonPiece(ps[i]) || !IsShort(ps[i].entity, text[ps[i].from:ps[i].to]) {
			continue
		}
		surname := fold.Name(surnameOf(ps[i].entity.Name))
		if one := n.spouse(ps, i, surname); one != nil {
			ps[i].entity = one
			continue
		}
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

// surnamedLike is the one person whom the document names in full with a place's name for a surname: "Mr. Nepal"; where none is, or several,
// the name is nothing's.
func (n *Names) surnamedLike(place *Entity) *Entity {
	var one *Entity
	for id, e := range n.entities {
		if e.Label == "Person" && n.full[id] && fold.Name(surnameOf(e.Name)) == fold.Name(place.Name) {
			if one != nil {
				return nothing
			}
			one = e
		}
	}
	if one == nil {
		return nothing
	}
	return one
}

// calledWoman says that a title, or what she is to another, tells that the person at i is a woman: "Mrs. Besa Gjoka", "his wife, Besa
// Gjoka".
func (n *Names) calledWoman(ps []piece, i int) bool {
	f := n.gazetteer.forms
	return n.titled(ps, i, "Women") || i > 0 && ps[i].gap == ", " && ps[i-1].entity == nil && f.is("Women", ps[i-1].folded)
}

// spouse is the one, of a man and a woman of one surname whom the document names in full, whom "Mr." or "Mrs." before the surname at i
// means: "Mr. Gjoka and his wife, Besa Gjoka"; nil where that does not tell them apart.
func (n *Names) spouse(ps []piece, i int, surname string) *Entity {
	woman := n.titled(ps, i, "Women")
	if !woman && !(i > 0 && ps[i-1].folded == "mr" && strings.TrimLeft(ps[i].gap, ".") == " ") {
		return nil
	}
	var all, meant []*Entity
	for id, e := range n.entities {
		if e.Label != "Person" || !n.full[id] || fold.Name(surnameOf(e.Name)) != surname {
			continue
		}
		if all = append(all, e); n.women[id] == woman {
			meant = append(meant, e)
		}
	}
	if len(all) != 2 || len(meant) != 1 {
		return nil
	}
	return meant[0]
}
