package lexicon

import "strings"

// shrines finds the churches and the like that are called after a saint, and so are places and no bodies: "St. Nicholas Church", "the
// Church of the Holy Virgin Ljeviška".
func (n *Names) shrines(text string, ps []piece) []piece {
	f := n.gazetteer.forms
	for i := 0; i < len(ps); i++ {
		if ps[i].entity != nil || !f.is("Shrines", ps[i].folded) {
			continue
		}
		if from := n.saintBefore(ps, i); from < i && ps[i].cap {
			ps = join(ps, from, i, n.place("SITE", text[ps[from].from:ps[i].to]))
			i = from
			continue
		}
		j := i + 1
		if j == len(ps) || ps[j].gap != " " || ps[j].folded != "of" {
			continue
		}
		if j++; j < len(ps) && ps[j].folded == "the" {
			j++
		}
		if end := n.saintFrom(ps, j); end >= j {
			ps = join(ps, i, end, n.place("SITE", text[ps[i].from:ps[end].to]))
		}
	}
	return ps
}

// saintBefore is where the name of a saint begins that ends before i; i where none does.
func (n *Names) saintBefore(ps []piece, i int) int {
	for k := i - 1; k >= 0 && i-k < 6 && ps[k].entity == nil && ps[k].cap && !n.gazetteer.forms.is("Stops", ps[k].folded); k-- {
		if n.gazetteer.forms.is("Saints", ps[k].folded) {
			return k
		}
		if ps[k+1].gap != " " || ps[k].gap != " " && ps[k].gap != ". " {
			break
		}
	}
	return i
}

// saintFrom is the last piece of a saint's name that begins at j; -1 where none does.
func (n *Names) saintFrom(ps []piece, j int) int {
	if j+1 >= len(ps) || !ps[j].cap || !n.gazetteer.forms.is("Saints", ps[j].folded) {
		return -1
	}
	end := j
	for k := j + 1; k < len(ps) && (ps[k].gap == " " || k == j+1 && strings.HasPrefix(ps[k].gap, ". ")); k++ {
		if !ps[k].cap || ps[k].entity != nil || n.gazetteer.forms.is("Stops", ps[k].folded) {
			break
		}
		end = k
	}
	if end == j {
		return -1
	}
	return end
}
