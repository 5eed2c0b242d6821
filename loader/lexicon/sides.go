package lexicon

import "strings"

// sides finds the places that one name tells apart by points of the compass: "North and South Mitrovica", "Sectors North, South and West".
func (n *Names) sides(text string, ps []piece) []piece {
	for i := 0; i+2 < len(ps); i++ {
		if n.compass(ps[i]) && n.and(ps, i+1) && ps[i+2].isPlace() {
			side, of, two := strings.Cut(text[ps[i+2].from:ps[i+2].to], " ")
			if two && side != text[ps[i].from:ps[i].to] && n.gazetteer.forms.is("Sides", phrase(side)) {
				ps = n.sideOf(ps, i, i, text[ps[i].from:ps[i].to]+" "+of, ps[i+2].entity.Kind)
			}
			continue
		}
		kind := n.kindOfSeveral(ps[i])
		if kind == "" || !ps[i].cap || ps[i+1].gap != " " || !n.compass(ps[i+1]) {
			continue
		}
		one := title(singular(ps[i].folded)) + " "
		ends := n.sideList(ps, i+1)
		if len(ends) < 2 {
			continue
		}
		for k := len(ends) - 1; k >= 0; k-- { // from the last on, so that those before stay where they are
			from := ends[k]
			if k == 0 {
				from = i
			}
			ps = n.sideOf(ps, from, ends[k], one+text[ps[ends[k]].from:ps[ends[k]].to], kind)
		}
	}
	return ps
}

// quarter finds the places in whose names a point of the compass with a capital stands before the name of another: "North Kasai", which is
// not Kasai.
func (n *Names) quarter(text string, ps []piece) []piece {
	f := n.gazetteer.forms
	for i := 1; i < len(ps); i++ {
		before := ps[i-1]
		if !n.compass(before) || ps[i].gap != " " || i > 1 && (ps[i-1].gap != " " || ps[i-2].cap || ps[i-2].entity != nil) || i == 1 {
			continue
		}
		named := ps[i].isPlace() && ps[i].ending == 0 && ps[i].entity.Kind != "SITE"
		goesOn := i+1 < len(ps) && ps[i+1].beside() && (ps[i+1].cap && f.places[ps[i+1].folded] == "" || f.heads[ps[i+1].folded] != "" || ps[i+1].isBody())
		if goesOn || !named && !(n.part(ps[i]) && n.foreign(ps[i].folded) && n.whereabouts(ps, i-1)) {
			continue
		}
		ps = join(ps, i-1, i, n.place("REGION", text[before.from:ps[i].to-ps[i].ending]))
		i--
	}
	return ps
}

// sideList are the points of the compass of a list that begins at i and has a conjunction; nil for no such list.
func (n *Names) sideList(ps []piece, i int) (all []int) {
	for i < len(ps) && n.compass(ps[i]) {
		all = append(all, i)
		if n.and(ps, i+1) && i+2 < len(ps) && n.compass(ps[i+2]) {
			return append(all, i+2)
		}
		if i++; i == len(ps) || ps[i].gap != ", " {
			break
		}
	}
	return nil
}

// compass says whether a piece is a point of the compass with a capital.
func (n *Names) compass(p piece) bool {
	return p.entity == nil && p.cap && n.gazetteer.forms.is("Sides", p.folded)
}

// and says whether a conjunction stands at i between two pieces.
func (n *Names) and(ps []piece, i int) bool {
	return i+1 < len(ps) && ps[i].entity == nil && (ps[i].folded == "and" || ps[i].folded == "or") && ps[i].gap == " " && ps[i+1].gap == " "
}

// sideOf makes one piece of those from one to another: the place of a name, written in full.
func (n *Names) sideOf(ps []piece, from, to int, name, kind string) []piece {
	e := n.placeNamed(name)
	if e == nil {
		e = n.place(kind, name)
	}
	ps = join(ps, from, to, e)
	ps[from].singular = name
	return ps
}

// placeNamed is the place that the whole of a name names; nil for none.
func (n *Names) placeNamed(name string) *Entity {
	if found := n.Read(name); len(found) == 1 && found[0].From == 0 && found[0].To == len(name) && found[0].Entity.Label == "Place" {
		return found[0].Entity
	}
	return nil
}
