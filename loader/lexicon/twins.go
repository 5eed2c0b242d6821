package lexicon

import "strings"

// twins finds places written in two languages: "Zupče/Zupç", "Donja Budriga/Budrike e Poshtme".
func (n *Names) twins(text string, ps []piece) []piece {
	for i := 1; i < len(ps); i++ {
		if gap := strings.TrimSpace(ps[i].gap); gap != "/" || !n.placeLike(ps[i-1]) || !n.placeLike(ps[i]) || strings.HasPrefix(text[ps[i].to:], "/") {
			continue
		}
		from, to := n.twinBefore(ps, i-1), n.twinBehind(ps, i)
		e := ps[i-1].entity
		if e == nil || from < i-1 { // "Fushë Kosovo" is not Kosovo
			e = ps[i].entity
			if to > i {
				e = nil
			}
		}
		if e == nil {
			e = n.place("OTHER", text[ps[from].from:ps[i-1].to]+"/"+text[ps[i].from:ps[to].to])
		}
		ps = join(ps, from, to, e)
		i = from
	}
	return ps
}

// twinBefore is the first piece of the name in one language that ends at i, with the small words within it: "Kufc i Epermë".
func (n *Names) twinBefore(ps []piece, i int) int {
	for i > 0 && ps[i].gap == " " {
		switch {
		case ps[i-1].entity == nil && n.placeLike(ps[i-1]):
			i--
		case i > 1 && ps[i-1].links() && ps[i-1].gap == " " && n.placeLike(ps[i-2]):
			i -= 2
		default:
			return i
		}
	}
	return i
}

// twinBehind is the last piece of the name in the other language that begins at i: "Budrike e Poshtme", "Mali Zvečan".
func (n *Names) twinBehind(ps []piece, i int) int {
	for i+1 < len(ps) && ps[i+1].gap == " " {
		switch {
		case (ps[i].entity == nil || ps[i].entity.Kind == "COUNTRY") && n.placeLike(ps[i+1]): // "Mali" is no country there
			i++
		case i+2 < len(ps) && ps[i+1].links() && ps[i+2].gap == " " && ps[i+2].entity == nil && n.placeLike(ps[i+2]):
			i += 2
		default:
			return i
		}
	}
	return i
}

// namesakes finds the places that a word before another one's name tells from it: "Nova Kasaba", which is not Kasaba.
func (n *Names) namesakes(text string, ps []piece) []piece {
	for i := 1; i < len(ps); i++ {
		if before := ps[i-1]; ps[i].isTown() && !ps[i].entity.Listed && ps[i].gap == " " && n.part(before) && n.gazetteer.forms.is("Toponyms", before.folded) {
			ps = join(ps, i-1, i, n.place(ps[i].entity.Kind, text[before.from:ps[i].to]))
			i--
		}
	}
	return ps
}

func (n *Names) placeLike(p piece) bool { return p.isPlace() || n.part(p) && n.foreign(p.folded) }
