package lexicon

import "strings"

// enumerated finds the places of a list that a word for several of their kind begins: "the Provinces of Kandal, Pursat and Kratie".
func (n *Names) enumerated(text string, ps []piece) []piece {
	for i := 0; i+2 < len(ps); i++ {
		kind := n.kindOfSeveral(ps[i])
		if kind == "AREA" { // "zones of"
			kind = "OTHER"
		}
		if kind == "" || ps[i+1].gap != " " || ps[i+1].folded != "of" {
			continue
		}
		for at := i + 2; at < len(ps); {
			end := at
			if !ps[at].isPlace() {
				end = n.foreignRun(ps, at)
				if listed := at > i+2; listed && end < at && n.joined(ps[at]) && at+1 < len(ps) && ps[at+1].gap == " " { // "Stung Treng"
					end = n.foreignRun(ps, at+1)
				}
				if end < at || n.beforeKind(ps, end) {
					break
				}
				ps = join(ps, at, end, n.place(kind, text[ps[at].from:ps[end].to]))
			}
			at++
			if at+1 < len(ps) && ps[at].folded == "and" && (ps[at].gap == " " || ps[at].gap == ", ") && ps[at+1].gap == " " {
				at++
			} else if at == len(ps) || ps[at].gap != ", " {
				break
			}
		}
	}
	return ps
}

// kindOfSeveral is the placeKind of which a word in the plural tells; "" where it tells none.
func (n *Names) kindOfSeveral(p piece) string {
	if p.entity != nil {
		return ""
	}
	one := singular(p.folded)
	if one == p.folded {
		return ""
	}
	return n.gazetteer.forms.places[one]
}

// singular is the singular of a regular plural; any other word itself.
func singular(word string) string {
	if one, ok := strings.CutSuffix(word, "ies"); ok {
		return one + "y"
	}
	return strings.TrimSuffix(word, "s")
}

// several finds the places of a list that a word for several of their kind ends: "the Pele and Cité Militaire districts". A point of the
// compass in it ("Nippes and South departments") is passed over.
func (n *Names) several(text string, ps []piece) []piece {
	for i := 3; i < len(ps); i++ {
		kind := n.kindOfSeveral(ps[i])
		if kind == "" || ps[i].gap != " " {
			continue
		}
		runs := n.listBefore(ps, i-1)
		if len(runs) < 2 {
			continue
		}
		for _, run := range runs { // from the last on, so that those before stay where they are
			from, to := run[0], run[1]
			if ps[from].entity == nil && !n.gazetteer.forms.is("Sides", ps[from].folded) {
				ps = join(ps, from, to, n.place(kind, text[ps[from].from:ps[to].to]))
				i -= to - from
			}
		}
	}
	return ps
}

// listBefore are the first and the last pieces of each name of places in a list with "and" that ends at piece e, the last one first. Each
// may have its article.
func (n *Names) listBefore(ps []piece, e int) (runs [][2]int) {
	for e >= 0 {
		from := n.placeRun(ps, e)
		if from > e {
			break
		}
		runs = append(runs, [2]int{from, e})
		if from > 0 && ps[from].gap == " " && ps[from-1].entity == nil && ps[from-1].folded == "the" {
			from--
		}
		switch {
		case from == 0:
			return runs
		case len(runs) == 1 && ps[from-1].folded == "and" && ps[from].gap == " ":
			e = from - 2
		case len(runs) > 1 && ps[from].gap == ", ":
			e = from - 1
		default:
			return runs
		}
	}
	return runs
}

// placeRun is the first piece of the name of a place, or of the point of the compass, that ends at e; above e where none does.
func (n *Names) placeRun(ps []piece, e int) int {
	if ps[e].isPlace() || n.compass(ps[e]) {
		for from := e; ; from-- {
			if from == 0 || ps[from].gap != "-" || !n.compass(ps[from]) || !n.compass(ps[from-1]) { // "South-East"
				return from
			}
		}
	}
	first := e + 1
	for from := e; from >= 0 && n.part(ps[from]) && n.ofPlaceName(ps[from]); from-- {
		if n.foreign(ps[from].folded) || n.gazetteer.forms.is("Toponyms", ps[from].folded) {
			first = from
		}
		if !ps[from].beside() {
			break
		}
	}
	return first
}
